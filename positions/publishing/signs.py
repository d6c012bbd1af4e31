"""The Markdown of a changed block with signs at the edges of what came and went, so that it can be rendered with them in it.

Deleted words go in without their marks, which would upset the later text's. What a sign must not stand inside of (a link's address,
code, an escape) comes and goes whole, and so does nothing beyond a cell of a table: a reader never meets a raw mark.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, zip_longest
from operator import or_

from positions.alignment import Alphabet, matches, unmatched
from positions.blocks import Block
from positions.changes import Change, ChangeKind, changes_between
from positions.tokens import Lexicon, Tokens
from positions.wording import unmarked
from positions.words import readable_edits

# Private characters that stand for the edges of changes while Markdown is rendered.
INS, DEL, END = "\ue000", "\ue001", "\ue002"
SIGNS = re.compile("[\ue000-\ue002]")

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ESCAPE = r"\\\1"
_LOOSE_MARKS = re.compile(r"^[*_~`]{1,3}(?=\S)|(?<!\w)[*_~`]{1,3}(?=\w|$)|(?<=\w)[*_~`]{1,3}(?!\w)")
_MARKS = re.compile(r"[*_~]{1,3}")
_EDGE_MARKS = re.compile(
    "(?<![\\s\ue000-\ue002])\ue000([*_~]{1,3}\\s*)|\ue000([*_~]{1,3})(?![\\s\ue000-\ue002])"
    "|(?<![\\s\ue000-\ue002])([*_~]{1,3})\ue002|(\\s*[*_~]{1,3})\ue002(?![\\s\ue000-\ue002])"
)
_FRAGILE = re.compile(
    r"(?<=[-+*.)] )\[[ xX]\](?= )|!?\[[^\[\]\n]*\]\([^()\n]*\)|(`+)[^`\n]+\1|<[^<>\s]+>|\[\^[^\]\s]*\]|\\[!-/:-@\[-`{-~]|&\w+;"
)
_OPENINGS = {
    "heading": re.compile(r"[ \t]*(?:#{1,6}(?:[ \t]+|$))?", re.MULTILINE),
    "list_item": re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)", re.MULTILINE),
    "quote": re.compile(r"[ \t]*(?:>[ \t]?)+"),
    "footnote": re.compile(r"[ \t]*\[\^[^\]\s]+\]:[ \t]*"),
}
_INDENT = re.compile(r"\s*")
_DELIMITER_ROW = re.compile("[|: \t\ue000-\ue002-]*-[|: \t\ue000-\ue002-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")


def opening_length(block: Block | None, text: str) -> int:
    """The length of what makes a block what it is: indent, hashes, bullet, quote mark."""
    if block is None:
        return 0
    found = _OPENINGS.get(block.kind, _INDENT).match(text)
    return found.end() if found else 0


def signed(changes: Sequence[Change], old_opening: int = 0, new_opening: int = 0) -> str:
    """The head's Markdown without its opening mark, signs at the edges of changes, deleted words in their place."""
    skip = {
        ChangeKind.DELETE: old_opening,
        ChangeKind.INSERT: new_opening,
        ChangeKind.EQUAL: max(old_opening, new_opening),
    }
    pieces = []
    for change in changes:
        dropped = min(len(change.text), skip[change.kind])
        for kind in skip if change.kind is ChangeKind.EQUAL else (change.kind,):
            skip[kind] = max(0, skip[kind] - dropped)
        skip[ChangeKind.EQUAL] = max(skip[ChangeKind.DELETE], skip[ChangeKind.INSERT])
        text = SIGNS.sub("\ufffd", change.text[dropped:])
        pieces.append(text if change.kind is ChangeKind.EQUAL else _signed_piece(change.kind, text))
    return _EDGE_MARKS.sub(_outside, "".join(pieces))


def _outside(found: re.Match[str]) -> str:
    """A mark of emphasis at the edge of what came stands outside of its sign: beside one it would be a character."""
    mark = found[1] or found[2]
    return f"{mark}{INS}" if mark else f"{END}{found[3] or found[4]}"


def _signed_piece(kind: ChangeKind, text: str) -> str:
    """Words that came or went between their signs; white space at their ends and mere marks are not shown as changes."""
    core = text.strip("\n") if "\n" in text else text
    before, _, after = text.partition(core) if core else (text, "", "")
    if not core.strip():
        return "" if kind is ChangeKind.DELETE else text
    if kind is ChangeKind.INSERT and _MARKS.fullmatch(core):
        return text
    if kind is ChangeKind.INSERT:
        return f"{before}{INS}{core}{END}{after}"
    words = _LOOSE_MARKS.sub("", unmarked(_LINK.sub(r"\1", core)))
    words = " " * (before == "\n") + words + " " * (after == "\n") if words else ""
    return f"{DEL}{_PUNCTUATION.sub(_ESCAPE, words)}{END}" if words else ""


def side_of(changes: Sequence[Change], kind: ChangeKind) -> str:
    """The earlier text of a block (DELETE) or the later one (INSERT)."""
    return "".join(change.text for change in changes if change.kind in {ChangeKind.EQUAL, kind})


def unbroken(changes: Sequence[Change]) -> list[Change]:
    """The changes, each wide enough to hold whatever it would break in two."""
    while True:
        changes = _joined(changes)
        went, came = (_broken(changes, kind) for kind in (ChangeKind.DELETE, ChangeKind.INSERT))
        if not any(went) and not any(came):
            return changes
        changes = [*_widened(changes, went, came)]


def is_broken(changes: Sequence[Change]) -> bool:
    """Whether a change breaks a link, code, an escape or the like in two."""
    if len(changes) < 2:
        return False
    joined = _joined(changes)
    return any(any(_broken(joined, kind)) for kind in (ChangeKind.DELETE, ChangeKind.INSERT))


def _joined(changes: Sequence[Change]) -> list[Change]:
    """The changes, between two pieces that stayed at most one that went and one that came."""
    made = []
    for is_equal, group in groupby(changes, key=lambda change: change.kind is ChangeKind.EQUAL):
        pieces = list(group)
        for kind in (ChangeKind.EQUAL,) if is_equal else (ChangeKind.DELETE, ChangeKind.INSERT):
            text = "".join(change.text for change in pieces if change.kind is kind)
            made += [Change(kind, text)] if text else []
    return made


def _broken(changes: Sequence[Change], kind: ChangeKind) -> bytearray:
    """For each character of a side a one where it stands in something that a change breaks."""
    text = side_of(changes, kind)
    if not _FRAGILE.search(text):
        return bytearray(len(text))
    pieces = [change for change in changes if change.kind in {ChangeKind.EQUAL, kind}]
    starts = [0, *accumulate(len(piece.text) for piece in pieces)]
    found = bytearray(len(text))
    for fragile in _FRAGILE.finditer(text):
        first, last = (bisect_right(starts, at) - 1 for at in (fragile.start(), fragile.end() - 1))
        link = _LINK.fullmatch(fragile[0])
        stays = pieces[first].kind is pieces[last].kind is ChangeKind.EQUAL
        is_around = (
            link is not None
            and stays
            and fragile.start() + link.start(1) <= starts[first + 1]
            and starts[last] <= fragile.start() + link.end(1)
        )
        if first != last and not is_around:
            found[fragile.start() : fragile.end()] = b"\1" * len(fragile[0])
    return found


def _widened(changes: Sequence[Change], went: bytearray, came: bytearray) -> Iterator[Change]:
    """The changes; what stayed goes and comes again where it is broken on either side."""
    at = new_at = 0
    for change in changes:
        length = len(change.text)
        if change.kind is ChangeKind.EQUAL:
            start = 0
            for is_torn, group in groupby(map(or_, went[at : at + length], came[new_at : new_at + length])):
                end = start + len(list(group))
                kinds = (ChangeKind.DELETE, ChangeKind.INSERT) if is_torn else (ChangeKind.EQUAL,)
                yield from (Change(kind, change.text[start:end]) for kind in kinds)
                start = end
        else:
            yield change
        at += length if change.kind is not ChangeKind.INSERT else 0
        new_at += length if change.kind is not ChangeKind.DELETE else 0


def row_cells(row: str, text: str) -> list[str]:
    """The Markdown of a table row's cells, with signs or without; `text` is the row as it is written."""
    lines = [line for line in row.strip().split("\n") if line.strip() and not _DELIMITER_ROW.fullmatch(line)]
    cells = [cell.strip() for cell in _PIPE.split(" ".join(lines))]
    if text.lstrip().startswith("|") and cells and not SIGNS.sub("", cells[0]):
        del cells[0]
    if text.rstrip().endswith("|") and cells and not SIGNS.sub("", cells[-1]):
        del cells[-1]
    return cells


def signed_cells(changes: Sequence[Change]) -> list[str]:
    """The signed Markdown of a table row's cells, each held against its own earlier words."""
    old, new = (side_of(changes, kind) for kind in (ChangeKind.DELETE, ChangeKind.INSERT))
    if old == new:
        return row_cells(new, new)
    return [
        _signed_cell(*pair)
        for pair in _cell_pairs(*(row_cells(row, row) if row else [] for row in (old, new)))
    ]


def _cell_pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The cells of a row before and after: by their place; where a column came or went, by what they say."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    alphabet = Alphabet()
    runs = matches(alphabet.encode(old), alphabet.encode(new))
    for (went, came), run in zip_longest(unmatched(runs, len(old), len(new)), runs):
        yield from zip_longest((old[at] for at in went), (new[at] for at in came), fillvalue="")
        yield from ((old[base], new[head]) for base, head in (run.pairs() if run else ()))


def _signed_cell(old: str, new: str) -> str:
    if old == new:
        return new
    lexicon = Lexicon()
    tokens = (Tokens(text, lexicon.encode(text)) for text in (old, new))
    return signed(unbroken(changes_between(old, new, readable_edits(*tokens))))
