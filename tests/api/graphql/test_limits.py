import pytest
from graphql import parse
from hypothesis import given
from hypothesis import strategies as st

from api.graphql.limits import check_structure


def refused(document: str) -> str:
    return " ".join(error.message for error in check_structure(parse(document)))


@pytest.mark.parametrize(
    ("document", "word"),
    [
        ("{ a " * 13 + "}" * 13, "13 levels"),
        ("{" + " ".join(f"a{n}: a" for n in range(31)) + "}", "31 aliases"),
        ("{" + "a " * 22 + "}", "21 repeated"),
        ("{" + "... on Q { a } " * 22 + "}", "21 repeated"),
        ("{" + "...F " * 22 + "} fragment F on Q { a }", "21 repeated"),
        ("{" + " ".join(f"a{n}" for n in range(601)) + "}", "601 fields"),
        ("{ a { ...F } } fragment F on A { " + "b { " * 12 + "c " + "}" * 13, "14 levels"),
        ("{" + "a { ...F } " * 101 + "} fragment F on A { b }", "101 fragment spreads"),
        ("{ a }" + "".join(f" fragment F{n} on A {{ b }}" for n in range(41)), "41 fragments"),
    ],
)
def test_each_limit_is_told(document: str, word: str) -> None:
    assert word in refused(document)


def test_introspection_is_not_deep() -> None:
    assert not refused("{ __schema { types { fields { type " + "{ ofType " * 9 + "{ name }" + "}" * 12 + " }")


@pytest.mark.parametrize(
    "document",
    ["{ ...F } fragment F on Q { ...F }", "{ ...F } fragment F on Q { a { ...G } } fragment G on Q { ...F }"],
)
def test_a_cycle_ends(document: str) -> None:
    assert not refused(document)


@given(st.integers(1, 12), st.integers(1, 20))
def test_what_is_within_the_limits_passes(depth: int, width: int) -> None:
    leaves = " ".join(f"f{n}" for n in range(width))
    assert not refused("{ a " * (depth - 1) + "{" + leaves + "}" + "}" * (depth - 1))
