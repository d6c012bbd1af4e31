"""Tables and lists without padding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.publishing.tidy import tidy


@pytest.mark.parametrize(
    ("padded", "tidied"),
    [
        ("| a    |   b |\n|------|----:|\n| 1 \\| x | 2 |\n", "| a | b |\n|---|---:|\n| 1 \\| x | 2 |\n"),
        ("| a |     |\n|:---:|:--|\n", "| a |  |\n|:---:|:---|\n"),
        ("1.  u\n2.  dos\n\nfi\n", "1. u\n2. dos\n\nfi\n"),
        ("1.  u\n\n    - dos\n\n2.  tres\n", "1.  u\n\n    - dos\n\n2. tres\n"),
        ("- u\n\n<!-- -->\n\n- dos\n", "- u\n\n- dos\n"),
        ("```\n1.  u\n| a   |\n```\n", "```\n1.  u\n| a   |\n```\n"),
        ("text\n\n\n", "text\n"),
    ],
)
def test_padding_goes(padded: str, tidied: str) -> None:
    assert tidy(padded) == tidied


@given(st.text(alphabet="a1.|-: \n`", max_size=60))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
