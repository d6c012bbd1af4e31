from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.graphql.pagination import (
    MAX_PAGE,
    connect_loaded,
    decode_cursor,
    encode_cursor,
    window,
)
from positions.errors import Invalid
from positions.queries.pages import Key

KEYS = st.lists(st.text(st.characters(codec="utf-8")) | st.integers(-(2**53), 2**53), max_size=4).map(tuple)


@given(KEYS)
def test_a_cursor_carries_its_key(key: tuple[str | int, ...]) -> None:
    cursor = encode_cursor(key)
    assert decode_cursor(cursor) == key
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(st.text())
def test_any_other_text_is_refused_or_a_key(cursor: str) -> None:
    with suppress(Invalid):
        assert isinstance(decode_cursor(cursor), tuple)


@pytest.mark.parametrize("first", [0, -1, MAX_PAGE + 1])
def test_a_page_size_out_of_range(first: int) -> None:
    with pytest.raises(Invalid):
        window(first, None)


def test_rows_that_are_loaded_are_paged_like_others() -> None:
    page = connect_loaded("abc", window(1, encode_cursor(("a",))), key=str, node=str)
    assert (page.nodes, page.keys, page.has_next) == (["b"], [("b",)], True)


@pytest.mark.parametrize("key", [(1,), (), ("a", "b")])
def test_a_cursor_of_another_list_is_refused_by_loaded_rows(key: Key) -> None:
    with pytest.raises(Invalid, match="cursor_invalid"):
        connect_loaded("abc", window(1, encode_cursor(key)), key=str, node=str)
