"""What changed between two texts word by word.

The white space behind a token belongs to it but does not count when tokens are matched, so a paragraph that was only
re-wrapped matches word for word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from positions.alignment import Match, common_prefix, common_suffix, matches, unmatched
from positions.tokens import Tokens, is_single_word, may_cut

_NO_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w")

# How good a place is for an edit to begin at, by what stands before it: a line end, a sentence end, another mark.
_SENTENCE_ENDS = frozenset(".:;!?")
_MAX_SLIDE = 200

# Of a word this many letters may have changed for the letters to be shown, of a number one digit in four.
_MOST_LETTERS = 3


class Edit(NamedTuple):
    """A replaced stretch: its code-point range in the old text and in the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def exact_edits(base: Tokens, head: Tokens) -> list[Edit]:
    """The smallest word edits that turn one text into the other: for merging, not for reading."""
    return _edits(base, head, matches(base.letters, head.letters))


def readable_edits(base: Tokens, head: Tokens) -> list[Edit]:
    """Word edits for a reader: what survives by chance inside a rewritten passage counts as rewritten."""
    return _edits(base, head, _meaningful(base, head))


def refine(old: str, new: str) -> tuple[int, int] | None:
    """How much of a word's beginning and end stays, when only a letter or a digit or two of it changed."""
    if not (is_single_word(old) and is_single_word(new)):
        return None
    longest = max(len(old), len(new))
    is_number = old[0].isdigit() or new[0].isdigit()
    allowed = longest // 4 if is_number else min(_MOST_LETTERS, longest // 2)
    prefix = common_prefix(old, new)
    suffix = common_suffix(old[prefix:], new[prefix:])
    while prefix and not (_may_part(old, prefix) and _may_part(new, prefix)):
        prefix -= 1
    while suffix and not (_may_part(old, len(old) - suffix) and _may_part(new, len(new) - suffix)):
        suffix -= 1
    changed = longest - prefix - suffix
    return (prefix, suffix) if 0 < changed <= allowed else None


def _may_part(word: str, offset: int) -> bool:
    """Whether a word may be cut at an offset: not inside a combined character, and not inside `l·l`."""
    return may_cut(word, offset) and "·" not in word[max(0, offset - 1) : offset + 1]


def letters_of(text: str) -> str:
    """The letters and digits of a text alone."""
    return _NO_LETTERS.sub("", text)


def _meaningful(base: Tokens, head: Tokens) -> list[Match]:
    """The shared runs that say something: diff-match-patch's semantic clean-up, with words for characters.

    A run goes when it is no longer than what changed before it and what changed after it; letters are counted, so a
    long word holds where an article does not, and no word is ever cut.
    """
    weights, head_weights = base.starts, head.starts
    runs = matches(base.letters, head.letters)
    while True:
        kept: list[Match] = []
        at = head_at = 0
        for index, run in enumerate(runs):
            following = (
                runs[index + 1] if index + 1 < len(runs) else Match(len(base.letters), len(head.letters), 0)
            )
            end, head_end = run.base + run.length, run.head + run.length
            weight = weights[end] - weights[run.base]
            before = max(weights[run.base] - weights[at], head_weights[run.head] - head_weights[head_at])
            after = max(
                weights[following.base] - weights[end], head_weights[following.head] - head_weights[head_end]
            )
            if run.base == 0 or weight > min(before, after) or not (before and after):
                kept.append(run)
                at, head_at = end, head_end
        if len(kept) == len(runs):
            return kept
        runs = kept


def _gaps(base: Tokens, head: Tokens, runs: Sequence[Match]) -> Iterator[Edit]:
    """The stretches of tokens between shared runs; a mere insertion or deletion slides to where it reads best."""
    last = 0
    lengths = [*(run.length for run in runs), 0]
    stretches = unmatched(runs, len(base.letters), len(head.letters))
    for (went, came), room_after in zip(stretches, lengths, strict=True):
        gap = Edit(went.start, went.stop, came.start, came.stop)
        if bool(went) != bool(came):
            gap = _slid(gap, base, head, gap.start - last, room_after)
        if went or came:
            yield gap
            last = gap.end


def _slid(gap: Edit, base: Tokens, head: Tokens, room_before: int, room_after: int) -> Edit:
    """The same insertion or deletion where the text before it ends best, the last such place of all."""
    is_insertion = gap.start == gap.end
    side = head if is_insertion else base
    first, last = (gap.new_start, gap.new_end) if is_insertion else (gap.start, gap.end)
    left = right = 0
    # One token must stay before the gap (the empty first one), so that leading white space keeps its place.
    while (
        left < min(room_before - 1, _MAX_SLIDE)
        and side.letters[first - left - 1] == side.letters[last - left - 1]
    ):
        left += 1
    while right < min(room_after, _MAX_SLIDE) and side.letters[first + right] == side.letters[last + right]:
        right += 1
    shift = max(range(-left, right + 1), key=lambda step: (_rest_before(side, first + step), step))
    return Edit(gap.start + shift, gap.end + shift, gap.new_start + shift, gap.new_end + shift)


def _rest_before(side: Tokens, index: int) -> int:
    """How well a text rests before a token: at a line's end, a sentence's, another mark's, or not."""
    before = side.stretch(index - 1, index) if index else "\n"
    if "\n" in before:
        return 3
    word = before.rstrip()
    return 2 if word in _SENTENCE_ENDS else int(not _WORD.match(word))


def _edits(base: Tokens, head: Tokens, runs: Sequence[Match]) -> list[Edit]:
    """The edits between shared runs, with the white space that differs behind matched tokens; touching ones joined."""
    edits: list[Edit] = []
    for edit in _untidy_edits(base, head, runs):
        if edits and edits[-1].end == edit.start and edits[-1].new_end == edit.new_start:
            last = edits.pop()
            edits.append(Edit(last.start, edit.end, last.new_start, edit.new_end))
        else:
            edits.append(edit)
    return [_trimmed(base.text, head.text, edit) for edit in edits]


def _untidy_edits(base: Tokens, head: Tokens, runs: Sequence[Match]) -> Iterator[Edit]:
    at = head_at = 0
    for gap in _gaps(base, head, runs):
        if base.stretch(at, gap.start) != head.stretch(head_at, gap.new_start):
            yield from _space_edits(base, head, Match(at, head_at, gap.start - at))
        at, head_at = gap.end, gap.new_end
        start, new_start = base.starts[gap.start], head.starts[gap.new_start]
        yield Edit(start, base.starts[at], new_start, head.starts[head_at])
    yield from _space_edits(base, head, Match(at, head_at, len(base.letters) - at))


def _space_edits(base: Tokens, head: Tokens, run: Match) -> Iterator[Edit]:
    """The edits of the white space behind tokens that both sides have."""
    starts = base.starts[run.base : run.base + run.length + 1]
    head_starts = head.starts[run.head : run.head + run.length + 1]
    for (start, end), (new_start, new_end) in zip(pairwise(starts), pairwise(head_starts), strict=True):
        old, new = base.text[start:end], head.text[new_start:new_end]
        if old != new:
            kept = len(old.rstrip())
            yield Edit(start + kept, end, new_start + kept, new_end)


def _trimmed(old: str, new: str, edit: Edit) -> Edit:
    """An edit without the white space that both its sides end with, or begin with if they are nothing else."""
    before, after = old[edit.start : edit.end], new[edit.new_start : edit.new_end]
    if before[:1] != after[:1] and before[-1:] != after[-1:]:
        return edit
    if not before.strip() and not after.strip():
        shared = common_prefix(before, after)
        return Edit(edit.start + shared, edit.end, edit.new_start + shared, edit.new_end)
    shared = min(common_suffix(before, after), *(len(side) - len(side.rstrip()) for side in (before, after)))
    return Edit(edit.start, edit.end - shared, edit.new_start, edit.new_end - shared)
