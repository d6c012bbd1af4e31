from positions.authorship import Delete, Insert, Retain
from positions.deltas import ByteDelta, follow


def test_bytes_become_code_points() -> None:
    delta: ByteDelta = [{"retain": 3}, {"delete": 4}, {"insert": "l·l"}, {"retain": 1}]
    changes, after = follow(delta, "aà😀bc".encode())
    assert changes == (Retain(2), Delete(1), Insert("l·l"), Retain(1))
    assert after.decode() == "aàl·lbc"


def test_no_change_keeps_the_text() -> None:
    assert follow([], b"abc") == ((), b"abc")
