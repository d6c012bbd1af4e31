"""The pieces of a changed block as a reader wants them: words, letters where hardly any changed, a rewritten sentence whole."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from positions.words import Edit, refine

# Below this share of equal text a block is shown as one replacement.
_LEAST_EQUAL = 0.25
# Of a sentence with several changes at least this share has to be equal; else it is shown as rewritten.
_LEAST_EQUAL_OF_SENTENCE = 0.4
_SENTENCE_END = re.compile(r"[.!?…][)\]\"'»”’*_]{0,3}\s+(?=[^\s\da-zß-öø-ÿ])")


class ChangeKind(StrEnum):
    """What happened to a piece of text."""

    EQUAL = "EQUAL"
    INSERT = "INSERT"
    DELETE = "DELETE"


class Change(NamedTuple):
    """A piece of text that stayed, came or went."""

    kind: ChangeKind
    text: str


def changes_between(old: str, new: str, edits: Sequence[Edit]) -> tuple[Change, ...]:
    """The pieces of a changed block, refined to letters where a single word hardly changed."""
    equal = sum(len(piece.strip()) for piece in _kept(old, edits))
    if equal < _LEAST_EQUAL * max(len(old.strip()), len(new.strip())):
        edits = [Edit(0, len(old.rstrip()), 0, len(new.rstrip())), *_tail(old, new)]
    else:
        edits = list(_by_sentence(old, edits))
    pieces: list[Change] = []
    at = 0
    for edit in edits:
        pieces.append(Change(ChangeKind.EQUAL, old[at : edit.start]))
        pieces += _replacement(old[edit.start : edit.end], new[edit.new_start : edit.new_end])
        at = edit.end
    pieces.append(Change(ChangeKind.EQUAL, old[at:]))
    return tuple(piece for piece in _joined(pieces) if piece.text)


def _kept(old: str, edits: Sequence[Edit]) -> Iterator[str]:
    at = 0
    for edit in edits:
        yield old[at : edit.start]
        at = edit.end
    yield old[at:]


def _tail(old: str, new: str) -> Iterator[Edit]:
    """The edit for the blank lines behind a block that was replaced whole, if they differ."""
    start, new_start = len(old.rstrip()), len(new.rstrip())
    if old[start:] != new[new_start:]:
        yield Edit(start, len(old), new_start, len(new))


def _replacement(old: str, new: str) -> Iterator[Change]:
    kept = refine(old, new)
    prefix, suffix = kept or (0, 0)
    yield Change(ChangeKind.EQUAL, old[:prefix])
    yield Change(ChangeKind.DELETE, old[prefix : len(old) - suffix])
    yield Change(ChangeKind.INSERT, new[prefix : len(new) - suffix])
    yield Change(ChangeKind.EQUAL, old[len(old) - suffix :])


def _joined(pieces: Sequence[Change]) -> Iterator[Change]:
    """Neighbouring equal pieces made one; empty ones are left to the caller."""
    held = ""
    for piece in pieces:
        if piece.kind is ChangeKind.EQUAL:
            held += piece.text
        elif piece.text:
            yield Change(ChangeKind.EQUAL, held)
            held = ""
            yield piece
    yield Change(ChangeKind.EQUAL, held)


def _by_sentence(old: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, those of a sentence as one where little of the sentence stayed."""
    group: list[Edit] = []
    begin = 0
    for index, edit in enumerate(edits):
        group.append(edit)
        following = edits[index + 1].start if index + 1 < len(edits) else len(old)
        ends = [found.end() for found in _SENTENCE_END.finditer(old, edit.end, following)]
        if ends or following == len(old):
            yield from _joined_if_rewritten(group, (begin, ends[0] if ends else len(old)))
            group, begin = [], ends[-1] if ends else len(old)


def _joined_if_rewritten(group: Sequence[Edit], sentence: tuple[int, int]) -> Sequence[Edit]:
    """The edits of one sentence (its range in the old text), or one edit in their place."""
    if len(group) < 2:
        return group
    begin, end = sentence
    first, last = group[0], group[-1]
    went = sum(edit.end - edit.start for edit in group)
    came = sum(edit.new_end - edit.new_start for edit in group)
    equal = end - begin - went
    if equal >= _LEAST_EQUAL_OF_SENTENCE * (equal + max(went, came)):
        return group
    return [Edit(first.start, last.end, first.new_start, last.new_end)]
