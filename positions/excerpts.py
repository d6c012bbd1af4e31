"""The place where a search hits, with a few words around it."""

import re
from dataclasses import dataclass

from positions.search import fold, patterns

BEFORE = 60
AFTER = 120
"""How many code points stand around the hit at most."""

_WORD = re.compile(r"[^\W_]+(?:(?<=[lL])[·•∙‧⋅・.\-](?=[lL])[^\W_]+)*")


@dataclass(frozen=True)
class Excerpt:
    """A piece of running text; `start` and `end` are the hit's code points in it."""

    text: str
    start: int
    end: int


def excerpt(query: str, text: str, language: str = "") -> Excerpt | None:
    """A word of a text that a query asks for, in its surroundings: the first written as asked, else the first of a kin; or None."""
    asked = patterns(query)
    as_written = [each[0].strip("%") for each in asked]
    akin = [pattern.strip("%") for each in asked for pattern in each]
    return _first(as_written, text, "") or _first(akin, text, language)


def _first(asked: list[str], text: str, language: str) -> Excerpt | None:
    known: dict[str, bool] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if word not in known:
            index = fold(word, language)
            known[word] = any(pattern in index for pattern in asked)
        if known[word]:
            return _around(text, match.start(), match.end())
    return None


def _around(text: str, start: int, end: int) -> Excerpt:
    """The hit with whole words on both sides, an ellipsis where the text goes on."""
    first, last = max(0, start - BEFORE), min(len(text), end + AFTER)
    if first > 0:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    head, tail = "… " if first > 0 else "", " …" if last < len(text) else ""
    shift = len(head) - first
    return Excerpt(f"{head}{text[first:last]}{tail}", start + shift, end + shift)
