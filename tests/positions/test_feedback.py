"""A feedback's fields are those of the portal's form, its text is counted as a browser counts."""

import pytest

from positions.asks import Ask
from positions.feedback import count_characters, covering_text, feedback_fields


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("abc", 3), ("a\r\nb", 3), ("à", 1), ("a\u0300", 2), ("𝄞", 2), ("\ud800", 1)]
)
def test_characters_are_counted_as_a_form_counts_them(text: str, count: int) -> None:
    assert count_characters(text) == count


def test_the_fields_are_those_that_the_portal_publishes() -> None:
    fields = {field.key: field.value for field in feedback_fields("en", "AMB", "Hello")}
    assert list(fields) == [
        "language",
        "country",
        "user_type",
        "organisation",
        "scope",
        "company_size",
        "first_name",
        "surname",
        "tr_number",
        "text",
    ]
    assert (fields["organisation"], fields["text"]) == ("AMB", "Hello")
    assert fields["first_name"] is fields["surname"] is fields["tr_number"] is None


def test_the_covering_text_starts_from_title_summary_and_asks() -> None:
    asks = [Ask("D1", "That there\nbe a plan.", 0, 1), Ask("D2", "No delay.", 1, 2)]
    assert covering_text("Waters", "We ask.", asks) == (
        "Waters\n\nWe ask.\n\nD1. That there be a plan.\nD2. No delay."
    )
    assert covering_text(None, None, []) == ""
