import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.authorship import Run, merge_runs
from positions.packing import decode_runs, deflate, encode_runs, inflate
from positions.versions import pack_runs, unpack_runs
from tests.strategies import AUTHORS

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
