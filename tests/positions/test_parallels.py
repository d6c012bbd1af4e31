from itertools import pairwise

import pytest
from hypothesis import given

from positions.parallels import align, known_wordings, passages
from tests.strategies import any_text, text_pairs

SOURCE = """# Títol

Primer paràgraf.

**D1.** La primera demanda.

**D2.** La segona demanda, una mica més llarga.

| Any | Cabal |
| --- | --- |
| 2025 | 12 |

- una
  - dues
"""
NOTHING = known_wordings([])


def texts_of(text: str) -> list[str]:
    return [passage.text for passage in passages(text)]


def test_a_passage_is_a_block_without_the_blank_lines_around_it() -> None:
    assert texts_of("\n \n# Títol\n\n\n  Un.\n\n  - dues  \n\n") == ["# Títol", "  Un.", "  - dues"]
    shapes = [passage.shape for passage in passages(SOURCE)]
    assert [shape.key for shape in shapes if shape.key] == ["D1", "D2"]
    assert [shape.columns for shape in shapes if shape.columns] == [2, 2]


@given(any_text)
def test_passages_say_all_that_is_not_blank(text: str) -> None:
    found = passages(text)
    assert [text[passage.start : passage.end] for passage in found] == [passage.text for passage in found]
    assert "".join("".join(texts_of(text)).split()) == "".join(text.split())


@given(text_pairs())
def test_pairs_ascend_on_both_sides(pair: tuple[str, str]) -> None:
    source, target = map(passages, pair)
    pairs = align(source, target, NOTHING)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))
    assert all(source[one].shape.kind == target[two].shape.kind for one, two in pairs)
    assert align(source, target, NOTHING) == pairs


@given(any_text)
def test_texts_of_the_same_build_stand_for_each_other_one_by_one(text: str) -> None:
    source = passages(text)
    target = passages(text.replace("a", "e"))
    if [each.shape for each in source] == [each.shape for each in target]:
        assert align(source, target, NOTHING) == tuple((at, at) for at in range(len(source)))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("# Title\n\n**D1.** First.\n", [(0, 0), (2, 1)]),
        ("# Title\n\nOne.\n\nAnd one more here.\n\n**D2.** Second.\n", [(0, 0), (1, 1), (2, 2), (3, 3)]),
        ("Only a paragraph.\n", [(1, 0)]),
        ("", []),
    ],
)
def test_what_is_missing_or_extra_leaves_the_rest_in_step(
    target: str, expected: list[tuple[int, int]]
) -> None:
    assert list(align(passages(SOURCE), passages(target), NOTHING)) == expected


def test_a_known_wording_is_found_where_only_paragraphs_are() -> None:
    source, target = passages("Nou.\n\nUn.\n\nDos.\n"), passages("One.\n\nTwo.\n\nThree.\n")
    known = known_wordings([("Un.", "One."), ("Dos.", "Two.")])
    assert align(source, target, known) == ((1, 0), (2, 1))
    assert align(source, target, NOTHING) == ((0, 0), (1, 1), (2, 2))


def test_long_stretches_are_aligned_by_shape_alone() -> None:
    source = passages("\n\n".join(f"# {n}\n\nText {n}." for n in range(200)))
    target = passages("\n\n".join(["Before it.", *(f"# {n} x\n\nWords {n}." for n in range(200))]))
    pairs = align(source, target, NOTHING)
    assert pairs == tuple((at, at + 1) for at in range(400))
