from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.authorship import Insert, Retain, Run, merge_runs, splice
from positions.packing import decode_runs, deflate, encode_runs, inflate
from positions.versions import is_keyframe, keyframe_of, pack, pack_runs, unpack, unpack_runs
from tests.strategies import AUTHORS, WORDS

runs = st.lists(
    st.builds(Run, st.one_of(st.integers(1, 300), st.integers(1, 2_000_000)), st.sampled_from(AUTHORS))
).map(merge_runs)


@given(runs, runs)
def test_packed_authorship_comes_back(keyframe: tuple[Run, ...], after: tuple[Run, ...]) -> None:
    base = pack_runs(keyframe)
    assert unpack_runs(base) == keyframe
    assert unpack_runs(pack_runs(after, base), base) == after


def test_a_paper_may_have_more_authors_than_a_byte_counts() -> None:
    many = tuple(Run(1 + number, f"msh_{number}") for number in range(700))
    assert decode_runs(encode_runs(many)) == many
    few = pack_runs(many[:9])
    assert unpack_runs(pack_runs(many, few), few) == many


def test_authorship_beside_its_keyframe_is_small() -> None:
    before = tuple(Run(number * number % 997 + 1, AUTHORS[number % 3]) for number in range(9_000))
    base = pack_runs(before)
    after = (*before[:4_000], Run(5, "msh_nova"), *before[4_000:])
    assert len(pack_runs(after, base)) < len(base) / 20


def test_another_keyframe_gives_no_authorship() -> None:
    one = pack_runs([Run(number % 251 + 1, AUTHORS[number % 3]) for number in range(400)])
    other = pack_runs([Run(number % 83 + 1, "msh_nova") for number in range(400)])
    packed = pack_runs([Run(number % 251 + 1, AUTHORS[number % 3]) for number in range(401)], one)
    with pytest.raises(ValueError, match="damaged"):
        unpack_runs(packed, other)


@given(st.binary(max_size=60))
def test_what_is_no_authorship_is_told(raw: bytes) -> None:
    try:
        found = decode_runs(raw)
    except ValueError:
        return
    assert all(isinstance(run.author, str) for run in found)


@pytest.mark.parametrize("size", [100_000, 1_000_000, 1_950_000])
def test_a_change_of_a_long_text_is_small(size: int) -> None:
    text = b" ".join(b"%d" % (number * number) for number in range(size // 9))[:size]
    packed = deflate(b"Nou. " + text, text)
    assert len(packed) < 1_000
    assert inflate(packed, text) == b"Nou. " + text


def grown(versions: int) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """A text that three authors add words to in turn, anywhere."""
    chance = Random(4)
    text = ""
    runs: tuple[Run, ...] = ()
    for number in range(versions):
        added = " ".join(chance.choices(WORDS, k=9))
        at = chance.randint(0, len(text))
        runs = splice(runs, (Retain(at), Insert(added)), (Run(len(added), AUTHORS[number % 3]),))
        text = text[:at] + added + text[at:]
        yield text, runs


def test_many_versions_need_little_and_each_is_one_hop_away() -> None:
    stored: list[tuple[bytes, bytes]] = []
    keyframe: tuple[str, bytes] = ("", b"")
    alone = 0
    for number, (text, runs) in enumerate(grown(1_000), 1):
        whole = is_keyframe(number)
        packed = pack_runs(runs, None if whole else keyframe[1])
        stored.append((pack(text, None if whole else keyframe[0]), packed))
        keyframe = (text, packed) if whole else keyframe
        alone += len(deflate(text.encode(), None)) + len(deflate(encode_runs(runs), None))
    together = sum(len(blob) + len(authorship) for blob, authorship in stored)
    assert together < alone / 6
    blob, authorship = stored[-1]
    base = stored[keyframe_of(len(stored)) - 1]
    assert unpack(blob, unpack(base[0], None)) == text
    assert unpack_runs(authorship, base[1]) == runs
