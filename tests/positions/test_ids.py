"""Ids say what they are, sort by time and are opaque to clients."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.ids import KINDS, kind_of, make_id

PREFIXES = st.sampled_from(sorted(KINDS))
MOMENTS = st.integers(min_value=0, max_value=2**48 - 1)
RANDOMNESS = st.binary(min_size=10, max_size=10)


@given(PREFIXES, MOMENTS, RANDOMNESS)
def test_an_id_knows_its_kind(prefix: str, moment: int, randomness: bytes) -> None:
    made = make_id(prefix, moment, randomness)
    assert kind_of(made) == KINDS[prefix]
    assert re.fullmatch(r"[A-Za-z0-9_-]+", made)


@given(PREFIXES, MOMENTS, MOMENTS, RANDOMNESS, RANDOMNESS)
def test_ids_sort_as_their_moments(prefix: str, one: int, other: int, first: bytes, second: bytes) -> None:
    made = make_id(prefix, one, first), make_id(prefix, other, second)
    assert (made[0] < made[1]) == ((one, first) < (other, second))


@given(st.text(max_size=40))
def test_anything_else_has_no_kind(text: str) -> None:
    assert kind_of(text) is None


@pytest.mark.parametrize(
    "text", ["", "pos_", "pos_01", f"xyz_{'0' * 26}", f"pos_{'u' * 26}", f"POS_{'0' * 26}"]
)
def test_a_lookalike_has_no_kind(text: str) -> None:
    assert kind_of(text) is None


def test_an_unknown_prefix_is_a_bug() -> None:
    with pytest.raises(ValueError, match="xyz"):
        make_id("xyz", 0, bytes(10))
