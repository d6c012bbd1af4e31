"""Letterheads: few short lines, and a mark that is what it says."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, LimitExceeded, Refusal, Unsupported
from positions.letterheads import MAX_LOGO_BYTES, check_logo, letterhead_lines
from tests.support.pictures import PNG, chunk, png


def test_lines_are_trimmed_and_empty_ones_left_out() -> None:
    assert letterhead_lines(["  Carrer   62 ", "", "08040 Barcelona"]) == ["Carrer 62", "08040 Barcelona"]


@pytest.mark.parametrize("lines", [["a"] * 7, ["a" * 121], ["a\x00"]])
def test_too_many_too_long_or_impossible_lines_are_refused(lines: list[str]) -> None:
    with pytest.raises((LimitExceeded, Invalid)):
        letterhead_lines(lines)


def test_a_small_png_is_a_mark() -> None:
    check_logo(PNG)
    check_logo(png(200, 80))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "logo_not_png"),
        (b"<svg onload='x'/>", "logo_not_png"),
        (b"GIF89a", "logo_not_png"),
        (b"x" * (MAX_LOGO_BYTES + 1), "logo_too_large"),
        (PNG[:-1], "logo_damaged"),
        (PNG[:40] + bytes([PNG[40] ^ 1]) + PNG[41:], "logo_damaged"),
        (PNG[:8], "logo_damaged"),
        (PNG[:8] + chunk(b"IEND", b""), "logo_damaged"),
        (png(100, 100, claims=(40_000, 40_000)), "logo_too_many_pixels"),
        (png(0, 1), "logo_too_many_pixels"),
    ],
)
def test_what_is_no_small_png_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises((Unsupported, Invalid, LimitExceeded), match=reason):
        check_logo(content)


def test_a_picture_that_unpacks_beyond_its_size_is_refused() -> None:
    bomb = zlib.compress(b"\0" * 50_000_000, 9)
    content = PNG[:33] + chunk(b"IDAT", bomb) + chunk(b"IEND", b"")
    with pytest.raises(Invalid, match="logo_damaged"):
        check_logo(content)


@given(st.binary(max_size=200), st.integers(0, 60))
def test_any_bytes_are_a_mark_or_a_refusal(content: bytes, kept: int) -> None:
    try:
        check_logo(PNG[:kept] + content)
    except Refusal:
        return
    assert PNG[:kept] + content == PNG
