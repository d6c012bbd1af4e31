"""Corrections of an adopted text: they mend what is written, never what is asked."""

from dataclasses import dataclass

from positions.asks import asks
from positions.errors import Invalid


@dataclass(frozen=True, slots=True)
class Erratum:
    """A correction: what was wrong, and the number and hash of the version it corrects."""

    reason: str
    number: int
    sha256: str


def check_correction(adopted: str, corrected: str) -> None:
    """Invalid for a correction that says nothing, changes nothing, or adds, drops or moves an ask."""
    if not corrected.strip():
        raise Invalid("text_blank", ["text"])
    if corrected == adopted:
        raise Invalid("erratum_changes_nothing", ["text"])
    before, after = (tuple(ask.key for ask in asks(text)) for text in (adopted, corrected))
    if before != after:
        raise Invalid("erratum_changes_asks", ["text"], asks=", ".join(before) or "—")
