import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import alignment
from positions.alignment import (
    Alphabet,
    Match,
    common_prefix,
    common_suffix,
    heaviest_chain,
    matches,
    unmatched,
)

letters = st.text("abcdefgh", max_size=40)


def assert_is_common(found: list[Match], base: str, head: str) -> None:
    at = head_at = 0
    for match in found:
        assert match.length > 0
        assert match.base >= at
        assert match.head >= head_at
        at, head_at = match.base + match.length, match.head + match.length
        assert base[match.base : at] == head[match.head : head_at]


@given(letters, letters)
def test_matches_ascend_and_are_common(base: str, head: str) -> None:
    assert_is_common(matches(base, head), base, head)


@given(letters, letters)
def test_short_sequences_share_as_much_as_can_be(base: str, head: str) -> None:
    lengths = [[0] * (len(head) + 1) for _ in range(len(base) + 1)]
    for row, letter in enumerate(base):
        for column, other in enumerate(head):
            best = max(lengths[row][column + 1], lengths[row + 1][column])
            lengths[row + 1][column + 1] = lengths[row][column] + 1 if letter == other else best
    assert sum(match.length for match in matches(base, head)) == lengths[-1][-1]


@given(letters, letters, st.sampled_from([4, 100]), st.integers(0, 2))
def test_over_the_limit_what_is_unique_aligns_the_rest(base: str, head: str, most: int, depth: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "FEW_CELLS", 4)
        patch.setattr(alignment, "MAX_CELLS", most)
        patch.setattr(alignment, "MAX_DEPTH", depth)
        assert_is_common(matches(base, head), base, head)


def test_over_the_limit_unique_letters_and_phrases_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "FEW_CELLS", 4)
    monkeypatch.setattr(alignment, "MAX_CELLS", 4)
    assert matches("xxabcyy", "zzabcww") == [Match(2, 2, 3)]
    repeated = "abcdbadcabdcbacd"
    assert sum(match.length for match in matches(f"x{repeated}x", f"y{repeated}y")) == len(repeated)


def test_over_the_limit_without_anything_unique_halves_are_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "FEW_CELLS", 4)
    monkeypatch.setattr(alignment, "MAX_CELLS", 100)
    base, head = "aa" * 40, "ba" * 40
    assert sum(match.length for match in matches(base, head)) == 40


@given(letters, letters)
def test_common_ends(base: str, head: str) -> None:
    prefix, suffix = common_prefix(base, head), common_suffix(base, head)
    assert base[:prefix] == head[:prefix]
    assert base[len(base) - suffix :] == head[len(head) - suffix :]
    assert prefix == min(len(base), len(head)) or base[prefix] != head[prefix]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9).map(float)), max_size=9))
def test_the_heaviest_chain_is_the_heaviest_of_all(pairs: list[tuple[int, int, float]]) -> None:
    unique = list({(base, head): weight for base, head, weight in pairs}.items())
    weights = dict(unique)

    def best(after: tuple[int, int]) -> float:
        following = [pair for pair in weights if pair[0] > after[0] and pair[1] > after[1]]
        return max((weights[pair] + best(pair) for pair in following), default=0.0)

    chain = heaviest_chain([(base, head, weight) for (base, head), weight in unique])
    assert all(left[0] < right[0] and left[1] < right[1] for left, right in itertools.pairwise(chain))
    assert sum(weights[pair] for pair in chain) == best((-1, -1))


def test_an_alphabet_has_one_letter_for_each_token() -> None:
    alphabet = Alphabet()
    tokens = [str(number) for number in range(60_000)]
    encoded = alphabet.encode(tokens)
    assert len(set(encoded)) == len(tokens)
    assert alphabet.encode(["7"]) == encoded[7]


def test_what_is_not_matched_lies_before_between_and_behind_the_runs() -> None:
    found = unmatched([Match(0, 1, 2), Match(3, 3, 1)], 4, 6)
    assert list(found) == [(range(0), range(1)), (range(2, 3), range(3, 3)), (range(4, 4), range(4, 6))]
