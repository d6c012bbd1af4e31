"""Titles and plain summaries by language, and what any short text must be."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from positions.errors import Invalid, LimitExceeded
from positions.languages import language_tag

MAX_TITLE = 300
MAX_SUMMARY = 5_000
MAX_REASON = 2_000
"""Limits in code points."""


@dataclass(frozen=True)
class LanguageText:
    """A text in one language, as clients give it."""

    language: str
    text: str


def plain_text(text: str, path: Sequence[str] = (), *, limit: int) -> str:
    """A short text in NFC, trimmed; Invalid when nothing is left or it has signs that no text has, LimitExceeded over `limit`."""
    if "\x00" in text:
        raise Invalid("text_has_nul", path, at=text.index("\x00"))
    if not text.isprintable() and any(unicodedata.category(sign) == "Cs" for sign in text):
        raise Invalid("text_has_lone_surrogate", path)
    found = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not found:
        raise Invalid("text_blank", path)
    if len(found) > limit:
        raise LimitExceeded("text_too_long", path, limit=limit)
    return found


def reason_of(text: str, path: Sequence[str] = ("reason",)) -> str:
    """Why something is done, as everybody will read it; Invalid when it is blank."""
    return plain_text(text, path, limit=MAX_REASON)


def reason_if_given(text: str | None, path: Sequence[str] = ("reason",)) -> str | None:
    """Why something is done, where that may be left open."""
    return reason_of(text, path) if text and text.strip() else None


def titles(given: Sequence[LanguageText], original_language: str) -> dict[str, str]:
    """Titles by language tag, on one line each; the original language must have one."""
    found = {
        language: " ".join(text.split())
        for language, text in _by_language(given, "titles", MAX_TITLE).items()
    }
    if original_language not in found:
        raise Invalid("title_missing", ["titles"], language=original_language)
    return found


def summaries(given: Sequence[LanguageText]) -> dict[str, str]:
    """Summaries by language tag."""
    return _by_language(given, "summaries", MAX_SUMMARY)


def _by_language(given: Sequence[LanguageText], field: str, limit: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, entry in enumerate(given):
        path = [field, str(number)]
        language = language_tag(entry.language, [*path, "language"])
        if language in found:
            raise Invalid("language_twice", [*path, "language"], language=language)
        found[language] = plain_text(entry.text, [*path, "text"], limit=limit)
    return found
