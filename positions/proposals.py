"""What an amendment changes, exactly: edits of a text that know whole blocks from words.

An amendment says "put this text in place of that range"; what it changes is less: the words that differ. Edits are in one
canonical form, so that two amendments that want the same are seen to want the same:
- blocks that go are edits of one block each, with the blank lines behind it; of a list or table only with its line end;
- blocks that come stand in a slot: behind a list item or table row of their kind, else before the block that follows, with
  the blank lines that keep paragraphs apart, whatever white space the amendment brought along;
- all else is words, as small as `hunks` finds them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from positions.blocks import blocks
from positions.errors import Invalid
from positions.hunks import Hunk, apply_hunks, hunks
from positions.layouts import TIGHT, Layout, layout
from positions.tokens import cuts_word

_BEFORE, _WORDS, _BEHIND = range(3)

_ENDS = frozenset('.:;!?…»”")]|*_`')
"""What a finished paragraph ends with."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text for a range of a version, by the number of its amendment."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A change of a range; whole blocks that come or go leave the words around them alone.

    At one place come first blocks that stand before it, then words, then blocks that stand behind it; equals by number.
    """

    start: int
    end: int
    rank: int
    number: int
    replacement: str
    is_block: bool = False

    @property
    def is_slot(self) -> bool:
        """Whether it puts whole blocks between two others."""
        return self.is_block and self.start == self.end

    @property
    def growth(self) -> int:
        """By how much it makes the text longer."""
        return len(self.replacement) - (self.end - self.start)

    def does(self, other: "Edit") -> bool:
        """Whether it does just what another one does."""
        return (self.start, self.end, self.replacement) == (other.start, other.end, other.replacement)


def edits_of(text: str, proposal: Proposal) -> tuple[Edit, ...]:
    """What a proposal changes in the text it was made for; Invalid when its range is not in the text."""
    if not 0 <= proposal.start <= proposal.end <= len(text):
        raise Invalid("anchor_out_of_range", start=proposal.start, end=proposal.end, length=len(text))
    found = layout(text)
    start, end, proposed = _trimmed(found, proposal.start, proposal.end, proposal.text)
    number = proposal.number
    edits = sorted(
        edit
        for hunk in _word_edits(text[start:end], proposed)
        for edit in canonical(found, Hunk(start + hunk.start, start + hunk.end, hunk.replacement), number)
    )
    if any(later.start < earlier.end for earlier, later in pairwise(edits)):
        # Seldom: a block that goes reaches over one that comes.
        return (_words(start, end, number, proposed),)
    return tuple(edits)


def block_edit(found: Layout, slot: int, text: str, number: int) -> Edit:
    """The edit that puts blocks behind the block of a number, -1 for the beginning, and keeps them apart from their neighbours."""
    core = text.strip("\n")
    inner = blocks(core)
    before = found.blocks[slot] if slot >= 0 else None
    after = found.blocks[slot + 1] if slot + 1 < len(found.blocks) else None
    if before and inner[0].kind in TIGHT and inner[0].kind == before.kind:
        end = found.content_end(slot)
        has_line_end = found.text[end : end + 1] == "\n"
        return _slot(found, end + has_line_end, number, core + "\n" if has_line_end else f"\n{core}")
    place = after.start if after else len(found.text)
    if after and inner[-1].kind in TIGHT and inner[-1].kind == after.kind:
        return _slot(found, place, number, _apart(found.text[:place]) + core + "\n")
    behind = "\n\n" if after else "\n" * found.text.endswith("\n")
    return _slot(found, place, number, _apart(found.text[:place]) + core + behind)


def united(sets: Sequence[Sequence[Edit]]) -> tuple[Edit, ...]:
    """The edits of several amendments as one set; what two of them do alike is done once."""
    found: dict[tuple[int, int, str], Edit] = {}
    for edit in sorted(edit for edits in sets for edit in edits):
        found.setdefault((edit.start, edit.end, edit.replacement), edit)
    return tuple(found.values())


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text after edits that ascend."""
    return apply_hunks(text, as_hunks(edits))


def as_hunks(edits: Sequence[Edit]) -> tuple[Hunk, ...]:
    """The edits without whose they are."""
    return tuple(Hunk(edit.start, edit.end, edit.replacement) for edit in edits)


def moved_by(edit: Edit, offset: int) -> Edit:
    """The same edit further on."""
    return replace(edit, start=edit.start + offset, end=edit.end + offset)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """A range with the words that it cuts into."""
    while cuts_word(text, start):
        start -= 1
    while cuts_word(text, end):
        end += 1
    return start, end


def _word_edits(original: str, proposed: str) -> tuple[Hunk, ...]:
    """What differs between a passage and its new text; of an addition or a deletion that is all."""
    if original and proposed:
        return hunks(original, proposed)
    return (Hunk(0, len(original), proposed),) if original or proposed else ()


def _trimmed(found: Layout, start: int, end: int, proposed: str) -> tuple[int, int, str]:
    """A range without the blank lines around its blocks, and the text for it: those stay as they are."""
    if start == end:
        return start, end, proposed
    first, last = found.at(start), found.at(end - 1)
    inner_start, inner_end = start, end
    if start >= found.content_end(first) and first + 1 < len(found.blocks):
        inner_start = found.blocks[first + 1].start
    if end > found.content_end(last):
        inner_end = found.content_end(last)
    if inner_start >= inner_end:
        return start, end, proposed
    if inner_start != start or found.is_boundary(start):
        proposed = proposed.lstrip("\n")
    return inner_start, inner_end, proposed.rstrip("\n") if inner_end != end else proposed


def canonical(found: Layout, hunk: Hunk, number: int) -> Iterator[Edit]:
    """An edit in its one form: of one block each where blocks go."""
    if hunk.start == hunk.end:
        slot = _slot_of(found, hunk.start, hunk.replacement)
        if slot is None:
            yield _words(hunk.start, hunk.end, number, hunk.replacement)
        else:
            yield block_edit(found, slot, hunk.replacement, number)
        return
    whole = None if hunk.replacement.strip() else _whole_blocks(found, hunk.start, hunk.end)
    if whole is None:
        yield _words(hunk.start, hunk.end, number, hunk.replacement)
        return
    for index in whole:
        yield Edit(found.blocks[index].start, found.cut_end(index), _WORDS, number, "", is_block=True)


def _whole_blocks(found: Layout, start: int, end: int) -> range | None:
    """The blocks that a range is, blank lines left aside; None when it cuts into one."""
    first, last = found.at(start), found.at(end - 1)
    if found.blocks[first].start != start:
        if start < found.content_end(first):
            return None
        first += 1
    if end <= found.blocks[last].start or end < found.content_end(last) or first > last:
        return None
    return range(first, last + 1)


def _slot_of(found: Layout, point: int, text: str) -> int | None:
    """The number of the block behind which an addition stands as blocks of its own; None when it is words in a block."""
    core = text.strip("\n")
    if not core.strip() or not found.blocks:
        return None
    index = found.at(point)
    end = found.content_end(index)
    if "\n" in found.text[end:point]:
        return index
    if point >= end and (text[0] == "\n" or _stands_alone(found.text[end - 1 : end], core)):
        return index
    if point == found.blocks[index].start and (text[-1] == "\n" or _stands_before(core, found.text[point])):
        return index - 1
    return None


def _stands_alone(before: str, core: str) -> bool:
    """Whether a text behind a block's last character would be glued to it."""
    if core[0].isspace():
        return False
    return before in _ENDS and (core[0].isupper() or blocks(core)[0].kind != "paragraph")


def _stands_before(core: str, after: str) -> bool:
    """Whether a text before a block's first character would be glued to it."""
    if core[-1].isspace():
        return False
    return (
        core[-1] in _ENDS or blocks(core)[0].kind != "paragraph" or (core[-1].isalnum() and after.isupper())
    )


def _words(start: int, end: int, number: int, text: str) -> Edit:
    return Edit(start, end, _WORDS, number, text)


def _slot(found: Layout, place: int, number: int, text: str) -> Edit:
    is_at_line = not place or found.text[place - 1] == "\n"
    return Edit(place, place, _BEFORE if is_at_line else _BEHIND, number, text, is_block=True)


def _apart(before: str) -> str:
    """The line ends that are missing for a new block behind a text."""
    if not before or before.endswith("\n\n"):
        return ""
    return "\n" if before.endswith("\n") else "\n\n"
