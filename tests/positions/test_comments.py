"""What a comment may be, and that a thread is settled and reopened only once."""

import pytest

from positions.comments import BODY_LENGTH, check_open, check_resolved, comment_body
from positions.errors import AlreadyDone, Invalid, LimitExceeded


def test_a_comment_is_trimmed_text_of_some_length() -> None:
    assert comment_body("  Cal precisar-ho.\r\n") == "Cal precisar-ho."
    with pytest.raises(Invalid):
        comment_body(" \n ")
    with pytest.raises(LimitExceeded):
        comment_body("a" * (BODY_LENGTH + 1))


def test_a_thread_is_not_settled_twice_nor_reopened_while_open() -> None:
    check_open(is_resolved=False)
    check_resolved(is_resolved=True)
    with pytest.raises(AlreadyDone):
        check_open(is_resolved=True)
    with pytest.raises(AlreadyDone):
        check_resolved(is_resolved=False)
