"""A Word file with tracked changes and comments, read: its base text, each author's changes on it, and what was said.

The base is the file with every change rejected; each author's text is the file with that author's changes alone accepted.
Pandoc makes Markdown of each of them, as of any file (`word.py`), so that what is proposed is what an import would give.
Beyond MOST_HANDS authors the busiest are read one by one and the others together, under all their names.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import tostring

from defusedxml.ElementTree import fromstring

from positions.documents import normalise
from positions.errors import LimitExceeded
from positions.hunks import covering_image, hunks
from positions.imports import (
    MOST_CHANGES,
    MOST_COMMENTS,
    NAME_LENGTH,
    Remark,
    Suggestion,
    Trace,
    WordFile,
    Written,
    last_of_each,
    left_out,
    moment_of,
    suggestions,
)
from positions.placing import Held, hold
from positions.publishing.stripping import strip_furniture
from positions.publishing.word import convert, office_members, office_text
from positions.publishing.word_comments import WordComment, read_comments
from positions.publishing.word_marks import (
    MOST_MARKS,
    Accepts,
    Tracked,
    find_tracked,
    outside_text,
    resolve,
    take_marks,
)

MOST_HANDS = 12

_TEXT_PART = re.compile(r"word/(?:document\d*|footnotes\d*|endnotes\d*)\.xml")
_OUTSIDE_PART = re.compile(r"word/(?:header|footer)\d*\.xml")
Members = Mapping[str, bytes]


def read_changes(name: str, content: bytes) -> WordFile:
    """What a file proposes and says; a file of another kind, or without changes, is a base alone. Refusals as `convert` has them."""
    if not name.lower().endswith(".docx"):
        return WordFile(convert(name, content))
    members = strip_furniture(office_members(name, content))
    parts = [part for part in members if _TEXT_PART.fullmatch(part)]
    found = _found(members, parts)
    comments = read_comments(members)
    _bound(len(found) + len(comments), MOST_MARKS)
    _bound(len(comments), MOST_COMMENTS)
    outside = sum(
        outside_text(fromstring(members[part])) for part in members if _OUTSIDE_PART.fullmatch(part)
    )
    reading = _Reading(members, parts)
    base = reading.text(lambda _: False)
    if not found and not comments:
        return WordFile(base, outside=outside)
    numbers = {one.id: len(found) + place for place, one in enumerate(comments)}
    ranges = _ranges(reading.text(lambda _: False, numbers), base)
    made, left = _suggestions(reading, base, found, ranges)
    formats = [one for one in left if one.kind == "FORMAT"]
    return WordFile(
        base,
        made,
        _remarks(comments, numbers, ranges),
        tuple(one for one in left if one.kind != "FORMAT"),
        len(formats),
        outside,
        last_of_each(formats),
    )


def read_held(name: str, content: bytes, text: str) -> tuple[WordFile, Held]:
    """What a file proposes and says, and where that stands in a text."""
    file = read_changes(name, content)
    return file, hold(file, text)


def _bound(count: int, limit: int) -> None:
    if count > limit:
        raise LimitExceeded("file_too_many_changes", ["file"], limit=limit)


@dataclass(frozen=True)
class _Reading:
    """The archive, and which of its parts hold text."""

    members: Members
    parts: Sequence[str]

    def text(self, accepts: Accepts, marks: dict[str, int] | None = None) -> str:
        """The Markdown of the file with changes accepted or rejected."""
        members, first = dict(self.members), 0
        for name in self.parts:
            part = find_tracked(fromstring(members[name]), first)
            first += len(part.tracked)
            resolve(part, accepts, marks)
            members[name] = tostring(part.root)
        text = office_text(members)
        return normalise(text, ["file"]) if text.strip() else ""


def _found(members: Members, parts: Sequence[str]) -> list[Tracked]:
    found: list[Tracked] = []
    for name in parts:
        found += find_tracked(fromstring(members[name]), len(found)).tracked.values()
    return found


def _ranges(marked: str, base: str) -> dict[int, tuple[int, int]]:
    """Where changes and comments stand in the base, by number."""
    bare, ranges = take_marks(marked)
    if bare == base:
        return ranges
    edits = hunks(bare, base)
    return {number: covering_image(edits, *found) for number, found in ranges.items()}


def _suggestions(
    reading: _Reading, base: str, found: Sequence[Tracked], ranges: Mapping[int, tuple[int, int]]
) -> tuple[tuple[Suggestion, ...], tuple[Trace, ...]]:
    """Each hand's suggestions in the order of the text, and the changes that are in none."""
    made: list[Suggestion] = []
    left: list[Trace] = []
    for hand in _hands(found):
        traces = [_trace(one, ranges) for one in found if one.author in hand]
        theirs = reading.text(lambda change, hand=hand: change.author in hand)  # type: ignore[misc]  # a default binds the loop's value
        own = suggestions(base, theirs, traces)
        made += own
        _bound(len(made), MOST_CHANGES)
        left += left_out(own, traces)
    return tuple(sorted(made, key=lambda one: (one.start, one.end))), tuple(left)


def _hands(found: Sequence[Tracked]) -> list[frozenset[str]]:
    """The authors, the busiest first, each alone as far as the limit goes."""
    ranked = [author for author, _ in Counter(one.author for one in found).most_common()]
    alone = ranked if len(ranked) <= MOST_HANDS else ranked[: MOST_HANDS - 1]
    rest = frozenset(ranked[len(alone) :])
    return [frozenset({author}) for author in alone] + ([rest] if rest else [])


def _trace(one: Tracked, ranges: Mapping[int, tuple[int, int]]) -> Trace:
    start, end = ranges.get(one.number, (None, None))
    return Trace(_written(one.author, one.date), one.kind, one.text, start, end)


def _written(author: str, date: str) -> Written:
    return Written(author[:NAME_LENGTH], moment_of(date))


def _remarks(
    comments: Sequence[WordComment], numbers: Mapping[str, int], ranges: Mapping[int, tuple[int, int]]
) -> tuple[Remark, ...]:
    """The comments with their answers; those that say nothing are left out."""
    made: dict[str, Remark] = {}
    for one in comments:
        said = ((_written(one.author, one.date), one.text),) if one.text else ()
        head = made.get(one.answers or "")
        if head is not None and one.answers:
            made[one.answers] = replace(head, said=(*head.said, *said))
        else:
            start, end = ranges.get(numbers[one.id], (None, None))
            made[one.id] = Remark(said, one.is_done, start, end)
    return tuple(one for one in made.values() if one.said)
