import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import offsets
from positions.errors import Invalid

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from([*"aeil·L\n #*", "à", "ç", "ü", "\u0301", "😀", "👩", "\u200d", "🇪", "🇸", "\ufffd"]),
        st.characters(exclude_categories=["Cs"]),
    )
)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_lengths_are_those_of_the_encodings(text: str) -> None:
    assert (offsets.utf16_length(text), offsets.byte_length(text)) == (utf16(text), len(text.encode()))


def test_the_three_countings_differ() -> None:
    text = "col·lecció 😀!"
    assert (len(text), offsets.utf16_length(text), offsets.byte_length(text)) == (13, 14, 18)


@given(TEXTS, st.data())
def test_many_offsets_in_one_walk(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    expected = [len(text[:place].encode()) for place in places]
    assert list(offsets.code_points_to_bytes(text, places)) == expected


@pytest.mark.parametrize("places", [[2, 1], [-1], [0, 4]])
def test_a_walk_goes_forward_and_stays_inside(places: list[int]) -> None:
    with pytest.raises(Invalid, match="offset_out_of_range"):
        list(offsets.code_points_to_bytes("abc", places))


@given(TEXTS)
def test_low_surrogates_are_the_offsets_that_no_code_point_has(text: str) -> None:
    boundaries = {utf16(text[:offset]) for offset in range(len(text) + 1)}
    assert list(offsets.low_surrogates(text)) == sorted(set(range(utf16(text))) - boundaries)
