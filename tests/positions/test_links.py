"""What passes for evidence is an address of the web, and never one that a browser would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, LimitExceeded, Refusal
from positions.links import LONGEST, web_link

GOOD = [
    "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024L3019#art_4",
    "http://example.org:8080/a(b)",
    "HTTPS://Example.org",
    "https://ca.wikipedia.org/wiki/Àrea_Metropolitana",
    "https://[2001:db8::1]/",
]
BAD = [
    "",
    "javascript:alert(1)",
    "JaVaScRiPt://example.org/%0aalert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "example.org",
    "https:",
    "https:///path",
    "https://user:secret@example.org",
    "https://example.org/a b",
    "https://example.org/\x00",
    "https://example.org\\@evil.example",
    "https://exa\u202emple.org",
    "https://[oops/",
    'https://example.org/"onclick="x',
]


@pytest.mark.parametrize("link", GOOD)
def test_addresses_of_the_web_are_kept_as_they_are(link: str) -> None:
    assert web_link(f"  {link}\n") == link


@pytest.mark.parametrize("link", BAD)
def test_anything_else_is_refused(link: str) -> None:
    with pytest.raises(Invalid, match="link_invalid") as caught:
        web_link(link, ["evidenceUrl"])
    assert caught.value.path == ("evidenceUrl",)


def test_a_link_has_an_end() -> None:
    start = "https://example.org/"
    assert web_link(start + "a" * (LONGEST - len(start)))
    with pytest.raises(LimitExceeded):
        web_link(start + "a" * LONGEST)


@given(st.text() | st.from_regex(r"(?i)\s*(java|vb)?script:.*|data:.*"))
def test_whatever_passes_begins_as_the_web_does(link: str) -> None:
    try:
        kept = web_link(link)
    except Refusal:
        return
    assert kept.partition(":")[0].lower() in {"http", "https"}
