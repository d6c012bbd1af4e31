from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.graphql.requests import EVENT_STREAM, GRAPHQL_JSON, JSON, RequestRefused, negotiate


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (f"{JSON}, {GRAPHQL_JSON}", JSON),
        (f"{JSON};q=0.5, {GRAPHQL_JSON};q=0.9", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL_JSON),
        ("text/event-stream", EVENT_STREAM),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
        ("APPLICATION/JSON", JSON),
    ],
)
def test_the_best_of_what_is_offered(accept: str | None, media: str) -> None:
    assert negotiate(accept) == media


@pytest.mark.parametrize("accept", ["text/html", "image/*", f"{JSON};q=0", f"{JSON}; charset=latin-1", ";"])
def test_nothing_acceptable(accept: str) -> None:
    with pytest.raises(RequestRefused):
        negotiate(accept)


@given(st.text())
def test_any_header_is_answered_or_refused(accept: str) -> None:
    with suppress(RequestRefused):
        assert negotiate(accept) in {JSON, GRAPHQL_JSON, EVENT_STREAM}
