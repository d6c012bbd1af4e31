"""What changed between two texts word by word.

The white space behind a token belongs to it but does not count when tokens are matched, so a paragraph that was only
re-wrapped matches word for word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from positions.alignment import Match, common_prefix, common_suffix, matches
from positions.tokens import Tokens, count, is_single_word, may_cut, tokenise

__all__ = [
    "Edit",
    "Tokens",
    "count",
    "exact_edits",
    "letters_of",
    "may_cut",
    "readable_edits",
    "refine",
    "tokenise",
]

_NO_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w")

# How good a place is for an edit to begin at, by what stands before it: a line end, a sentence end, another mark.
_SENTENCE_ENDS = frozenset(".:;!?")
_MARKS = frozenset("*_~`#|>")
_MAX_SLIDE = 200

# Of a word this many letters may have changed for the letters to be shown, of a number one digit in four.
_MOST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """A replaced stretch: its code-point range in the old text and in the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def exact_edits(base: Tokens, head: Tokens) -> list[Edit]:
    """The smallest word edits that turn one text into the other: for merging, not for reading."""
    return _edits(base, head, _gaps(matches(base.letters, head.letters), base, head))


def readable_edits(base: Tokens, head: Tokens) -> list[Edit]:
    """Word edits for a reader: what survives by chance inside a rewritten passage counts as rewritten."""
    return _edits(base, head, _gaps(_meaningful(base, head), base, head))


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
    weights, head_weights = _weights(base), _weights(head)
    runs = matches(base.letters, head.letters)
    while True:
        kept: list[Match] = []
        at = head_at = 0
        for index, run in enumerate(runs):
            following = (
                runs[index + 1] if index + 1 < len(runs) else Match(len(base.words), len(head.words), 0)
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


def _weights(tokens: Tokens) -> list[int]:
    """The letters before each token, with their total as last; Markdown's marks weigh nothing."""
    if _MARKS.isdisjoint(tokens.text):
        return [0, *accumulate(map(len, tokens.words))]
    return [0, *accumulate([0 if word in _MARKS else len(word) for word in tokens.words])]


def _gaps(runs: Sequence[Match], base: Tokens, head: Tokens) -> list[Edit]:
    """The stretches of tokens between shared runs; a mere insertion or deletion slides to where it reads best."""
    gaps: list[Edit] = []
    ends = [*runs, Match(len(base.words), len(head.words), 0)]
    at = head_at = 0
    for index, run in enumerate(ends):
        gap = Edit(at, run.base, head_at, run.head)
        room_before = gap.start - gaps[-1].end if gaps else at
        room_after = run.length if index < len(ends) - 1 else 0
        at, head_at = run.base + run.length, run.head + run.length
        if (gap.start < gap.end) != (gap.new_start < gap.new_end):
            gap = _slid(gap, base, head, room_before, room_after)
        if gap.start < gap.end or gap.new_start < gap.new_end:
            gaps.append(gap)
    return gaps


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
    if index == 0 or "\n" in side.spaces[index - 1]:
        return 3
    word = side.words[index - 1]
    if word in _SENTENCE_ENDS:
        return 2
    return int(not word or not _WORD.match(word))


def _edits(base: Tokens, head: Tokens, gaps: Sequence[Edit]) -> list[Edit]:
    """Token gaps as code-point edits, with the white space that differs behind matched tokens; touching ones joined."""
    edits: list[Edit] = []
    at = head_at = 0
    for gap in [*gaps, Edit(len(base.words), len(base.words), len(head.words), len(head.words))]:
        if base.spaces[at : gap.start] != head.spaces[head_at : gap.new_start]:
            for offset in range(gap.start - at):
                _add_space_edit(edits, base, head, at + offset, head_at + offset)
        _add(
            edits,
            Edit(
                base.starts[gap.start],
                base.starts[gap.end],
                head.starts[gap.new_start],
                head.starts[gap.new_end],
            ),
        )
        at, head_at = gap.end, gap.new_end
    return [_trimmed(base.text, head.text, edit) for edit in edits]


def _add_space_edit(edits: list[Edit], base: Tokens, head: Tokens, index: int, head_index: int) -> None:
    old, new = base.spaces[index], head.spaces[head_index]
    if old != new:
        end, new_end = base.starts[index + 1], head.starts[head_index + 1]
        _add(edits, Edit(end - len(old), end, new_end - len(new), new_end))


def _trimmed(old: str, new: str, edit: Edit) -> Edit:
    """An edit without the white space that both its sides end with, or begin with if they are nothing else."""
    before, after = old[edit.start : edit.end], new[edit.new_start : edit.new_end]
    if not before.strip() and not after.strip():
        shared = common_prefix(before, after)
        return Edit(edit.start + shared, edit.end, edit.new_start + shared, edit.new_end)
    shared = min(common_suffix(before, after), *(len(side) - len(side.rstrip()) for side in (before, after)))
    return Edit(edit.start, edit.end - shared, edit.new_start, edit.new_end - shared)


def _add(edits: list[Edit], edit: Edit) -> None:
    if edit.start == edit.end and edit.new_start == edit.new_end:
        return
    if edits and edits[-1].end == edit.start and edits[-1].new_end == edit.new_start:
        edit = Edit(edits[-1].start, edit.end, edits.pop().new_start, edit.new_end)
    edits.append(edit)
