"""The pieces of a changed block as a reader wants them: words, letters where hardly any changed, a rewritten sentence whole."""

import re
from bisect import bisect_left
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
    end, new_end = len(old.rstrip()), len(new.rstrip())
    kept = zip((0, *(edit.end for edit in edits)), (*(edit.start for edit in edits), len(old)), strict=True)
    equal = sum(len(old[at:until].strip()) for at, until in kept)
    if equal < _LEAST_EQUAL * max(len(old.strip()), len(new.strip())) and not _is_slight(old, new, edits):
        edits = Edit(0, end, 0, new_end), Edit(end, len(old), new_end, len(new))
    elif len(edits) > 1:
        edits = [*_by_sentence(old, edits)]
    pieces: list[Change] = []
    at = 0
    for edit in edits:
        went, came = old[edit.start : edit.end], new[edit.new_start : edit.new_end]
        if went == came:
            continue
        prefix, suffix = refine(went, came) or (0, 0)
        found = (
            (ChangeKind.EQUAL, old[at : edit.start + prefix]),
            (ChangeKind.DELETE, went[prefix : len(went) - suffix]),
            (ChangeKind.INSERT, came[prefix : len(came) - suffix]),
        )
        pieces += [Change(kind, text) for kind, text in found if text]
        at = edit.end - suffix
    if at < len(old):
        pieces.append(Change(ChangeKind.EQUAL, old[at:]))
    return tuple(pieces)


def _is_slight(old: str, new: str, edits: Sequence[Edit]) -> bool:
    """Whether words only came or only went at one place, or nothing but a letter or a digit of one word changed."""
    if len(edits) != 1:
        return False
    ((start, end, new_start, new_end),) = edits
    return start == end or new_start == new_end or refine(old[start:end], new[new_start:new_end]) is not None


def _by_sentence(old: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, those of a sentence as one where little of the sentence stayed."""
    spans = [found.span() for found in _SENTENCE_END.finditer(old)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    group: list[Edit] = []
    begin = 0
    for index, edit in enumerate(edits):
        group.append(edit)
        following = edits[index + 1].start if index + 1 < len(edits) else len(old)
        first, last = bisect_left(starts, edit.end), bisect_left(ends, following)
        if first < last or following == len(old):
            yield from _joined_if_rewritten(group, (begin, ends[first] if first < last else len(old)))
            group, begin = [], ends[last - 1] if first < last else len(old)


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
