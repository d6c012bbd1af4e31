import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.devices import LONGEST, device, shortened

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "told"),
    [
        (f"{WINDOWS} Gecko/20100101 Firefox/140.0", "Firefox · Windows"),
        (f"{WINDOWS} {WEBKIT} Edg/130.0", "Edge · Windows"),
        (f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT}", "Chrome · Linux"),
        (f"Mozilla/5.0 (Linux; Android 15; Pixel) {WEBKIT}", "Chrome · Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Version/18 Safari/605.1", "Safari · macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1", "Safari · iPhone"),
        ("curl/8.9 Linux", "Linux"),
        ("curl/8.9", None),
        ("", None),
        (None, None),
    ],
)
def test_a_browser_in_two_words(user_agent: str | None, told: str | None) -> None:
    assert device(user_agent) == told


@given(st.text(min_size=0, max_size=2 * LONGEST))
def test_what_is_kept_is_short_and_printable(user_agent: str) -> None:
    kept = shortened(user_agent)
    assert kept is None or (0 < len(kept) <= LONGEST and kept.isprintable())
    assert shortened(kept) == kept
