"""What changed in a block besides its words: its kind, its level, its marks, its links, the alignment of its columns.

Words that are in both texts are compared mark by mark, so that a bold word is told from a new word that is bold. A change
of marks may come with one of words; where it comes alone, it has at least one name here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from positions.alignment import Alphabet, matches
from positions.blocks import Block
from positions.wording import styled_words


class MarkupKind(StrEnum):
    """What happened to a block's marks."""

    BLOCK = "BLOCK"
    HEADING_LEVEL = "HEADING_LEVEL"
    DEPTH = "DEPTH"
    LIST_STYLE = "LIST_STYLE"
    LIST_NUMBER = "LIST_NUMBER"
    BOLD = "BOLD"
    ITALIC = "ITALIC"
    STRUCK = "STRUCK"
    CODE = "CODE"
    LINK = "LINK"
    ALIGNMENT = "ALIGNMENT"
    WRAPPING = "WRAPPING"
    NOTATION = "NOTATION"


@dataclass(frozen=True, slots=True)
class MarkupChange:
    """One change of marks, what it was and what it is (None where there was or is nothing), and the words it is on."""

    kind: MarkupKind
    before: str | None
    after: str | None
    words: str = ""


Written = tuple[Block, str]

_LEVELS = {
    "heading": MarkupKind.HEADING_LEVEL,
    "list_item": MarkupKind.DEPTH,
    "quote": MarkupKind.DEPTH,
    "paragraph": MarkupKind.DEPTH,
}
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[.)]")
_ALIGNMENTS = {
    (False, False): "none",
    (True, False): "left",
    (False, True): "right",
    (True, True): "center",
}
_MARKS = re.compile(r"[*_~`\[]")


def markup_changes(
    before: Written, after: Written, touched: str, *, is_alone: bool
) -> tuple[MarkupChange, ...]:
    """What changed in the marks of a block, given all that came or went in it; alone when no words did."""
    found = (*_of_block(before[0], after[0]), *_of_list(before, after), *_of_table(before, after))
    has_marks = _MARKS.search(touched) or "](" in before[1]
    if has_marks and "code" not in {before[0].kind, after[0].kind}:
        found = (*found, *_of_words(before[1], after[1]))
    if found or not is_alone:
        return found
    is_wrapping = before[1].split() == after[1].split()
    return (MarkupChange(MarkupKind.WRAPPING if is_wrapping else MarkupKind.NOTATION, None, None),)


def is_restyled(before: Written, after: Written) -> bool:
    """Whether an item has a number where it had a bullet, or the other way round."""
    is_item = before[0].kind == after[0].kind == "list_item"
    return is_item and bool(_NUMBER.match(before[1])) != bool(_NUMBER.match(after[1]))


def unnumbered(text: str) -> str:
    """An item without the number it begins with."""
    return _NUMBER.sub("", text, count=1)


def _of_block(before: Block, after: Block) -> Iterator[MarkupChange]:
    if before.kind != after.kind:
        yield MarkupChange(MarkupKind.BLOCK, before.kind, after.kind)
    elif before.level != after.level and before.kind in _LEVELS:
        yield MarkupChange(_LEVELS[before.kind], str(before.level), str(after.level))


def _of_list(before: Written, after: Written) -> Iterator[MarkupChange]:
    if not before[0].kind == after[0].kind == "list_item":
        return
    old, new = _NUMBER.match(before[1]), _NUMBER.match(after[1])
    if is_restyled(before, after):
        yield MarkupChange(MarkupKind.LIST_STYLE, *("number" if one else "bullet" for one in (old, new)))
    elif old and new and int(old[1]) != int(new[1]):
        yield MarkupChange(MarkupKind.LIST_NUMBER, str(int(old[1])), str(int(new[1])))


def _of_table(before: Written, after: Written) -> Iterator[MarkupChange]:
    if before[0].kind == after[0].kind == "table_row":
        old, new = _alignment(before[1]), _alignment(after[1])
        # A column more or less is no other alignment.
        if old.count(" ") == new.count(" ") and old and new and old != new:
            yield MarkupChange(MarkupKind.ALIGNMENT, old, new)


def _alignment(row: str) -> str:
    """How the columns below a header row are aligned, or nothing for another row."""
    lines = row.strip().split("\n")
    if len(lines) == 1:
        return ""
    cells = [cell.strip() for cell in lines[-1].strip(" \t\r|").split("|")]
    return " ".join(_ALIGNMENTS[cell.startswith(":"), cell.endswith(":")] for cell in cells)


def _of_words(old: str, new: str) -> Iterator[MarkupChange]:
    """The changes on words that both texts have, neighbouring words with the same change together."""
    before, after = styled_words(old), styled_words(new)
    alphabet = Alphabet()
    runs = matches(
        alphabet.encode([word for word, _ in before]), alphabet.encode([word for word, _ in after])
    )
    pairs = [(before[run.base + step], after[run.head + step]) for run in runs for step in range(run.length)]
    for style, kind in _STYLES.items():
        changed = (((one[1].get(style), other[1].get(style)), one[0]) for one, other in pairs)
        for (was, became), group in groupby(changed, key=lambda pair: pair[0]):
            if was != became:
                yield MarkupChange(kind, was, became, " ".join(word for _, word in group))


_STYLES = {
    "bold": MarkupKind.BOLD,
    "italic": MarkupKind.ITALIC,
    "struck": MarkupKind.STRUCK,
    "code": MarkupKind.CODE,
    "link": MarkupKind.LINK,
}
