from hypothesis import given

from positions.authorship import Delete, Insert, Retain
from positions.deltas import ByteDelta, ByteEdit, follow, in_two_passes
from positions.hunks import hunks
from positions.offsets import code_points_to_bytes
from tests.strategies import text_pairs


def test_bytes_become_code_points() -> None:
    delta: ByteDelta = [{"retain": 3}, {"delete": 4}, {"insert": "l·l"}, {"retain": 1}]
    changes, after = follow(delta, "aà😀bc".encode())
    assert changes == (Retain(2), Delete(1), Insert("l·l"), Retain(1))
    assert after.decode() == "aàl·lbc"


def test_no_change_keeps_the_text() -> None:
    assert follow([], b"abc") == ((), b"abc")


@given(text_pairs())
def test_edits_in_two_passes_are_the_edits(pair: tuple[str, str]) -> None:
    base, head = pair
    edits: list[ByteEdit] = []
    for hunk in hunks(base, head):
        start, end = code_points_to_bytes(base, (hunk.start, hunk.end))
        edits.append((start, end, hunk.replacement))
    utf8 = base.encode()
    passes = in_two_passes(edits)
    for start, end, text in (edit for some in passes for edit in reversed(some)):
        utf8 = utf8[:start] + text.encode() + utf8[end:]
    assert utf8.decode() == head
    assert sum(map(len, passes)) == len(edits)
