"""Which form a client gets: by quality, then by how exactly it is named, then in the order of the offer."""

import pytest

from api.negotiation import negotiate

HTML, LINKED, JSON, MARKDOWN = "text/html", "application/ld+json", "application/json", "text/markdown"
OFFERED = (HTML, LINKED, JSON, MARKDOWN)
CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, HTML),
        ("", HTML),
        ("*/*", HTML),
        (CHROME, HTML),
        ("text/html", HTML),
        ("TEXT/HTML", HTML),
        ("application/ld+json", LINKED),
        ("application/json", JSON),
        ("text/markdown", MARKDOWN),
        ("application/*", LINKED),
        ("text/*", HTML),
        ("text/*;q=0.5, application/json", JSON),
        ("text/html;q=0.4, application/ld+json;q=0.5", LINKED),
        ("text/html;q=0, */*", LINKED),
        ("*/*;q=0.1, text/markdown;q=0.2", MARKDOWN),
        ("text/html;level=1, application/json;q=0.9", HTML),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/html;q=0", None),
        ("nonsense", HTML),
        ("text/html;q=nonsense, application/json", JSON),
        ("text/html;q=7, application/json", JSON),
        (",,application/json,,", JSON),
        ("application/json;q=1.0;charset=utf-8", JSON),
    ],
)
def test_what_a_client_gets(accept: str | None, chosen: str | None) -> None:
    assert negotiate(accept, OFFERED) == chosen
