from collections.abc import Callable

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
Convert = Callable[[str, int], int]
PAIRS: list[tuple[Convert, Convert, str, int]] = [
    (offsets.code_point_to_byte, offsets.byte_to_code_point, "utf-8", 1),
    (offsets.code_point_to_utf16, offsets.utf16_to_code_point, "utf-16-le", 2),
]


@pytest.mark.parametrize(("there", "back", "encoding", "width"), PAIRS)
@given(text=TEXTS)
def test_every_code_point_offset_goes_there_and_back(
    *, there: Convert, back: Convert, encoding: str, width: int, text: str
) -> None:
    for offset in range(len(text) + 1):
        foreign = there(text, offset)
        assert foreign * width == len(text[:offset].encode(encoding))
        assert back(text, foreign) == offset


@pytest.mark.parametrize(("there", "back", "encoding", "width"), PAIRS)
@given(text=TEXTS)
def test_an_offset_inside_a_character_is_refused(
    *, there: Convert, back: Convert, encoding: str, width: int, text: str
) -> None:
    boundaries = {there(text, offset) for offset in range(len(text) + 1)}
    for foreign in set(range(len(text.encode(encoding)) // width)) - boundaries:
        with pytest.raises(Invalid, match="offset_out_of_range"):
            back(text, foreign)


@pytest.mark.parametrize(
    "convert",
    [
        offsets.code_point_to_byte,
        offsets.code_point_to_utf16,
        offsets.byte_to_code_point,
        offsets.utf16_to_code_point,
    ],
)
@pytest.mark.parametrize("offset", [-1, 100])
def test_an_offset_outside_the_text_is_refused(convert: Convert, offset: int) -> None:
    with pytest.raises(Invalid, match="offset_out_of_range"):
        convert("col·lecció 😀", offset)


def test_the_three_countings_differ() -> None:
    text = "col·lecció 😀!"
    assert offsets.code_point_to_byte(text, 4) == 5
    assert offsets.code_point_to_utf16(text, 12) == 13
    assert (len(text), offsets.utf16_length(text), offsets.byte_length(text)) == (13, 14, 18)


@given(TEXTS, st.data())
def test_many_offsets_in_one_walk(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    expected = [offsets.code_point_to_byte(text, place) for place in places]
    assert list(offsets.code_points_to_bytes(text, places)) == expected


@pytest.mark.parametrize("places", [[2, 1], [-1], [0, 4]])
def test_a_walk_goes_forward_and_stays_inside(places: list[int]) -> None:
    with pytest.raises(Invalid, match="offset_out_of_range"):
        list(offsets.code_points_to_bytes("abc", places))


@given(TEXTS)
def test_low_surrogates_are_the_offsets_that_no_code_point_has(text: str) -> None:
    boundaries = {offsets.code_point_to_utf16(text, offset) for offset in range(len(text) + 1)}
    inner = set(range(offsets.utf16_length(text))) - boundaries
    assert list(offsets.low_surrogates(text)) == sorted(inner)
