"""The fields of a Have Your Say feedback, ready to copy, and the covering text that goes into a channel's own form."""

from collections.abc import Sequence
from dataclasses import dataclass

from positions.asks import Ask

USUAL_CHARACTERS = 4_000
"""About what the portal takes; from general knowledge, not verified: a hint beside the counter, never a rule."""

USER_TYPE = "Public authority"
SCOPE = "Regional"
COUNTRY = "Spain"
"""As the portal's form names them, in English."""


@dataclass(frozen=True)
class FeedbackField:
    """A field of the form: `value` is None where the sender fills it in, and empty where it stays empty."""

    key: str
    value: str | None


def count_characters(text: str) -> int:
    """How long a browser's form finds a text: UTF-16 units, with a line end as one."""
    return len(text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")) // 2


def feedback_fields(language: str, organization: str, text: str) -> tuple[FeedbackField, ...]:
    """The fields published with a feedback, in the order of the form."""
    return (
        FeedbackField("language", language),
        FeedbackField("country", COUNTRY),
        FeedbackField("user_type", USER_TYPE),
        FeedbackField("organisation", organization),
        FeedbackField("scope", SCOPE),
        FeedbackField("company_size", ""),
        FeedbackField("first_name", None),
        FeedbackField("surname", None),
        FeedbackField("tr_number", None),
        FeedbackField("text", text),
    )


def covering_text(title: str | None, summary: str | None, asks: Sequence[Ask]) -> str:
    """Title, plain summary and the asks, as plain text: where an editor starts from."""
    demands = "\n".join(f"{ask.key}. {' '.join(ask.text.split())}" for ask in asks)
    return "\n\n".join(part for part in (title, summary, demands) if part)
