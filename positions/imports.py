"""What a Word file with tracked changes and comments brings: each author's changes as suggestions on the file's own base
text, and the comments as discussions; `placing.py` says where that stands in a paper's text.

The base is the file with every change rejected. A suggestion is what one author's changes alone make of one passage: several
in one block are one suggestion. What no suggestion shows is counted or named, never dropped.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate, pairwise

from positions.changes import ChangeKind
from positions.comparison import BlockChange, BlockKind, Comparison, compare
from positions.hunks import Hunk, apply_hunks, hunks

_YEARS = range(1980, 3000)
"""Programs that forget who wrote something write the beginning of their calendar."""
_NEAR = 8
"""A change that stands so many code points beside a suggestion is in it: marks of Markdown lie between."""
NAME_LENGTH = 200
MOST_CHANGES = 500
"""How many changes one file may bring, all hands together; each is looked at by a person, and may become an amendment."""
MOST_COMMENTS = 1_000


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote something in Word, as the file names them, and when; no name where the file has none."""

    author: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Trace:
    """One tracked change of the file: what it is, its words, and where it stands in the base."""

    written: Written
    kind: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one author made of a range of the base, and of which kinds the changes are."""

    start: int
    end: int
    proposed: str
    written: Written
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and its answers; no range where the file or its text has none."""

    said: tuple[tuple[Written, str], ...]
    is_resolved: bool
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file as it was read: its base, what was changed in it, what was said, and what no text shows."""

    base: str
    suggestions: tuple[Suggestion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left: tuple[Trace, ...] = ()
    formats: int = 0
    outside: int = 0
    formatted: tuple[Written, ...] = ()
    """Who changed looks alone, each with the last moment of it."""


def moment_of(date: str) -> datetime | None:
    """A date as Word writes it; None when it is none or says that it is unknown."""
    try:
        found = datetime.fromisoformat(date)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year in _YEARS else None


def suggestions(base: str, theirs: str, traces: Sequence[Trace]) -> tuple[Suggestion, ...]:
    """What one author's text suggests, each with the name and the latest moment of the changes that it holds."""
    placed = _Placed(traces)
    return tuple(_told(edit, placed) for edit in _passages(base, theirs))


def left_out(found: Sequence[Suggestion], traces: Sequence[Trace]) -> tuple[Trace, ...]:
    """The changes that their author's suggestions do not show: of looks alone, or within words that the base does not have."""
    return tuple(
        trace for trace in traces if not any(_shows(one, trace) for one in found) and _is_told(trace)
    )


def last_of_each(traces: Sequence[Trace]) -> tuple[Written, ...]:
    """Who wrote changes, each once with the latest moment that the file has."""
    found: dict[str, Written] = {}
    for one in (trace.written for trace in traces):
        known = found.get(one.author)
        if known is None or known.at is None or (one.at is not None and one.at > known.at):
            found[one.author] = one
    return tuple(found[name] for name in sorted(found))


def _shows(found: Suggestion, trace: Trace) -> bool:
    words = trace.text.strip()
    return _gap(trace, found.start, found.end) <= _NEAR or bool(words and words in found.proposed)


def _is_told(trace: Trace) -> bool:
    """Words that stand in the base are in a suggestion, unless what came is what went."""
    return trace.kind == "FORMAT" or bool(trace.start is None and trace.text.strip())


def _passages(base: str, theirs: str) -> Iterator[Hunk]:
    """The edits that make one text of the other, a passage at a time: what changed inside a block is one edit, blocks that
    came or went side by side are another; white space alone goes with what stands beside it."""
    found = sorted(_edits(base, compare(base, theirs)), key=lambda edit: (edit[0].start, edit[0].end))
    joined: list[tuple[Hunk, bool]] = []
    for edit, is_whole in found:
        last, was_whole = joined[-1] if joined else (Hunk(-1, -1, ""), False)
        is_blank = _is_blank(base, edit) or _is_blank(base, last)
        if last.end == edit.start and (is_blank or (is_whole and was_whole)):
            joined[-1] = _joined(base, last, edit), is_whole and was_whole
        elif _carries_over(base, last, edit):
            joined[-1] = _joined(base, last, edit), False
        else:
            joined.append((edit, is_whole))
    edits = [edit for edit, _ in joined]
    is_crossing = any(after.start < before.end for before, after in pairwise(edits))
    if is_crossing or apply_hunks(base, edits) != theirs:
        edits = list(hunks(base, theirs))
    yield from (edit for edit in edits if not _is_blank(base, edit))


def _joined(base: str, one: Hunk, other: Hunk) -> Hunk:
    return Hunk(one.start, other.end, one.replacement + base[one.end : other.start] + other.replacement)


def _carries_over(base: str, one: Hunk, other: Hunk) -> bool:
    """Whether words went from one edit into the one beside it, as when a paragraph is cut in two or joined to the next."""
    if one.start < 0 or base[one.end : other.start].strip():
        return False
    gone = base[one.start : one.end].strip(), base[other.start : other.end].strip()
    came = other.replacement, one.replacement
    return any(words and words in text for words, text in zip(gone, came, strict=True))


def _edits(base: str, made: Comparison) -> Iterator[tuple[Hunk, bool]]:
    """The edits of a comparison, and whether each is of whole blocks."""
    at = 0
    for block in made.blocks:
        start, end = block.base_start, block.base_end
        inserted = "".join(change.text for change in block.changes if change.kind is not ChangeKind.DELETE)
        if block.kind is BlockKind.ADDED:
            yield Hunk(at, at, inserted), True
        elif start is not None and end is not None:
            if block.kind in (BlockKind.REMOVED, BlockKind.MOVED):
                yield Hunk(start, end, ""), True
            if block.kind is BlockKind.MOVED:
                yield Hunk(at, at, inserted), True
                continue
            if block.kind is BlockKind.CHANGED:
                yield _whole_words(base, _inside(block, start)), False
            at = max(at, end)


def _inside(block: BlockChange, start: int) -> Hunk:
    """The one edit of a changed block: from its first changed word to its last."""
    changes = list(block.changes)
    while changes and changes[-1].kind is ChangeKind.EQUAL:
        changes.pop()
    first = next((place for place, one in enumerate(changes) if one.kind is not ChangeKind.EQUAL), 0)
    start += sum(len(one.text) for one in changes[:first])
    old = "".join(one.text for one in changes[first:] if one.kind is not ChangeKind.INSERT)
    new = "".join(one.text for one in changes[first:] if one.kind is not ChangeKind.DELETE)
    return Hunk(start, start + len(old), new)


def _whole_words(base: str, edit: Hunk) -> Hunk:
    """An edit that cuts into no word: of a number, all its digits are quoted, or another number would be changed for it."""
    start, end, new = edit.start, edit.end, edit.replacement
    while _is_in_word(base[start - 1 : start]) and (
        _is_in_word(base[start : start + 1]) or _is_in_word(new[:1])
    ):
        start -= 1
        new = base[start] + new
    while _is_in_word(base[end : end + 1]) and (_is_in_word(base[end - 1 : end]) or _is_in_word(new[-1:])):
        new += base[end]
        end += 1
    return Hunk(start, end, new)


def _is_in_word(sign: str) -> bool:
    return sign.isalnum() or (sign != "" and unicodedata.combining(sign) > 0)


def _is_blank(base: str, edit: Hunk) -> bool:
    return edit.start >= 0 and not (base[edit.start : edit.end] + edit.replacement).strip()


class _Placed:
    """Changes by where they stand, so that those near a passage are found without looking at all."""

    def __init__(self, traces: Sequence[Trace]) -> None:
        self._all = traces
        found = [(one.start, one.end, one) for one in traces if one.start is not None and one.end is not None]
        found.sort(key=lambda one: one[:2])
        self._traces = [one for _, _, one in found]
        self._starts = [start for start, _, _ in found]
        self._reach = list(accumulate((end for _, end, _ in found), max))

    def nearest(self, start: int, end: int) -> Sequence[Trace]:
        """Those in a range or right beside it, else those that stand nearest; all where nobody knows where any stands."""
        if not self._starts:
            return self._all
        after = bisect_right(self._starts, end)
        gaps = [self._starts[after] - end] if after < len(self._starts) else []
        gaps += [start - self._reach[after - 1]] if after else []
        gap = max(1, min(gaps))
        first, last = bisect_left(self._reach, start - gap), bisect_right(self._starts, end + gap)
        return [one for one in self._traces[first:last] if _gap(one, start, end) <= gap]


def _told(edit: Hunk, placed: _Placed) -> Suggestion:
    inside = placed.nearest(edit.start, edit.end)
    authors = ", ".join(dict.fromkeys(trace.written.author for trace in inside if trace.written.author))
    at = max((trace.written.at for trace in inside if trace.written.at), default=None)
    kinds = tuple(sorted({trace.kind for trace in inside}))
    return Suggestion(edit.start, edit.end, edit.replacement, Written(authors[:NAME_LENGTH], at), kinds)


def _gap(trace: Trace, start: int, end: int) -> int:
    """How far a change stands from a range; very far when nobody knows where it stands."""
    if trace.start is None or trace.end is None:
        return 1 << 30
    return max(0, trace.start - end, start - trace.end)
