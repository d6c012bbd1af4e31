import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import lib0
from positions.errors import Invalid


def reader(encoded: bytes) -> lib0.Reader:
    return lib0.Reader(encoded, "malformed")


@given(st.lists(st.integers(0, lib0.MAX_NUMBER)))
def test_numbers_come_back(numbers: list[int]) -> None:
    source = reader(b"".join(map(lib0.number, numbers)))
    assert [source.number() for _ in numbers] == numbers
    source.finish()


@given(st.text(), st.binary())
def test_strings_and_chunks_come_back(text: str, content: bytes) -> None:
    source = reader(lib0.string(text) + lib0.chunk(content))
    assert (source.string(), source.chunk()) == (text, content)
    source.finish()


@pytest.mark.parametrize("value", [-1, lib0.MAX_NUMBER + 1])
def test_a_number_beyond_javascript_is_never_written(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        lib0.number(value)


@pytest.mark.parametrize(
    "encoded",
    [b"", b"\x80", b"\xff" * 7, b"\xff" * 20, b"\xff\xff\xff\xff\xff\xff\xff\x1f", b"\x80" * 8 + b"\x01"],
)
def test_a_number_that_runs_on_is_refused(encoded: bytes) -> None:
    with pytest.raises(Invalid, match="malformed"):
        reader(encoded).number()


def test_the_largest_number_is_eight_bytes() -> None:
    assert reader(b"\xff\xff\xff\xff\xff\xff\xff\x0f").number() == lib0.MAX_NUMBER


def test_a_number_over_the_stated_maximum_is_refused() -> None:
    assert reader(b"\x05").number(5) == 5
    with pytest.raises(Invalid):
        reader(b"\x06").number(5)


@pytest.mark.parametrize("encoded", [b"\x02a", b"\x01", b"\xff\xff\xff\xff\xff\xff\xff\x0fabc"])
def test_a_length_past_the_end_is_refused(encoded: bytes) -> None:
    with pytest.raises(Invalid):
        reader(encoded).chunk()


@pytest.mark.parametrize("content", [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf0\x9f\x98"])
def test_a_string_that_is_not_utf8_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid):
        reader(lib0.chunk(content)).string()


def test_bytes_left_over_are_refused_and_located() -> None:
    source = reader(b"\x01\x02")
    source.byte()
    with pytest.raises(Invalid) as refusal:
        source.finish()
    assert refusal.value.fields == {"offset": 1}


@given(st.binary())
def test_reading_never_passes_the_end(encoded: bytes) -> None:
    source = reader(encoded)
    for read in (source.number, source.byte, source.chunk, source.string):
        with contextlib.suppress(Invalid):
            read()
        assert source.offset <= len(encoded)
