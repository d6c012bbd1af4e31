"""A comparison as HTML: blocks as the text has them, changes inside as `ins` and `del`, Markdown rendered around them.

The head's Markdown is rendered with signs at the edges of each change; the signs become elements afterwards, closed and
opened again wherever an element begins or ends, so that they nest. Deleted text goes in without its marks, which would
upset the head's. Where a change cuts through a link's address, code or the like, the block is shown as its source; so is
a block that fails to be rendered, with the class `as-source`: one passage never takes the others with it.

A block that moved stands at its new place (`#moved-1`); a mark stands at its old one (`#left-1`); each links to the other.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

import structlog
from markdown_it.common.utils import escapeHtml

from positions.blocks import Block, blocks
from positions.changes import Change, ChangeKind
from positions.comparison import BlockChange, Comparison
from positions.markup import MarkupChange, MarkupKind
from positions.publishing.html import block_html, inline, number_mark
from positions.wording import plain, unmarked

_log = structlog.get_logger(__name__)

_AWAY, _AS_SOURCE = "moved-away", "as-source"
_QUOTED = 60
"""How many characters of a block that moved away are shown at its old place."""

# Private characters that stand for the edges of changes while Markdown is rendered.
INS, DEL, END = "\ue000", "\ue001", "\ue002"
_SIGNS = re.compile("[\ue000-\ue002]")
_ELEMENTS = {INS: "ins", DEL: "del"}

_PIECES = re.compile("(<[^>]*>|[\ue000-\ue002])")
_EMPTY = re.compile(r"<(ins|del)></\1>")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ESCAPE = r"\\\1"
_LOOSE_MARKS = re.compile(r"(?<!\w)[*_~`]{1,3}(?=\w|$)|(?<=\w)[*_~`]{1,3}(?!\w)")
_FRAGILE = re.compile(
    r"!?\[[^\[\]\n]*\]\([^()\n]*\)|(`+)[^`\n]+\1|<[^<>\s]+>|\[\^[^\]\s]*\]|\\[!-/:-@\[-`{-~]|&\w+;"
)
_OPENINGS = {
    "heading": re.compile(r"[ \t]*(?:#{1,6}(?:[ \t]+|$))?", re.MULTILINE),
    "list_item": re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)", re.MULTILINE),
    "quote": re.compile(r"[ \t]*(?:>[ \t]?)+"),
    "footnote": re.compile(r"[ \t]*\[\^[^\]\s]+\]:[ \t]*"),
}
_INDENT = re.compile(r"\s*")
_UNDERLINE = re.compile("\n[ \t\ue000-\ue002]*(?:=+|-+)[ \t\ue000-\ue002]*$")
_CLOSING_HASHES = re.compile("[ \t]+#+(?=[ \t\ue000-\ue002]*$)")
_QUOTE_MARKS = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
_DELIMITER_ROW = re.compile("[|: \t\ue000-\ue002-]*-[|: \t\ue000-\ue002-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[.)]")


@dataclass(frozen=True)
class Shown:
    """One block on its way to HTML: the block it is shown as, its text there, its class, its pieces, and its Markdown
    with signs (None where only the source can show the change)."""

    block: Block
    text: str
    classes: str
    changes: Sequence[Change]
    signed: str | None
    move: int = 0
    """Which move it is, from 1; 0 for a block that stayed."""
    numbers: tuple[str, str] = ("", "")
    """What it was and is cited by, where it is a numbered paragraph."""


Numbers = tuple[Mapping[int, str], Mapping[int, str]]
"""The numbers of the earlier and of the later text's paragraphs, by their start."""
UNNUMBERED: Numbers = ({}, {})


def shown_blocks(comparison: Comparison, base: str, head: str, numbers: Numbers = UNNUMBERED) -> list[Shown]:
    """The blocks of a comparison in reading order, ready to be written in some form."""
    base_blocks = {block.start: block for block in blocks(base)}
    head_blocks = {block.start: block for block in blocks(head)}
    shown = []
    for change in comparison.blocks:
        old = None if change.base_start is None else base_blocks[change.base_start]
        new = None if change.head_start is None else head_blocks[change.head_start]
        cited = numbers[0].get(old.start, "") if old else "", numbers[1].get(new.start, "") if new else ""
        made = _shown(change, (old, _text(base, old)), (new, _text(head, new)))
        shown.append(replace(made, numbers=cited))
    moves = count(1)
    return [replace(one, move=next(moves)) if one.classes.startswith("moved") else one for one in shown]


def comparison_markup(comparison: Comparison, base: str, head: str, numbers: Numbers = UNNUMBERED) -> str:
    """The comparison's HTML, not yet cleaned."""
    shown = _with_marks(comparison, shown_blocks(comparison, base, head, numbers))
    body = "\n".join(_contained(container, group) for container, group in groupby(shown, key=_container))
    return f'<div class="comparison">\n{body}\n</div>'


def _with_marks(comparison: Comparison, shown: Sequence[Shown]) -> list[Shown]:
    """The blocks, and before each that comes after it in the earlier text a mark for the block that moved away."""
    pairs = list(zip(comparison.blocks, shown, strict=True))
    moved = sorted((change.base_start or 0, one.move) for change, one in pairs if one.move)
    by_move = {one.move: replace(one, classes=_AWAY) for _, one in pairs if one.move}
    found: list[Shown] = []
    for change, one in pairs:
        while moved and not one.move and change.base_start is not None and moved[0][0] < change.base_start:
            found.append(by_move[moved.pop(0)[1]])
        found.append(one)
    return [*found, *(by_move[move] for _, move in moved)]


def _text(text: str, block: Block | None) -> str:
    return "" if block is None else text[block.start : block.end]


def _shown(change: BlockChange, old: tuple[Block | None, str], new: tuple[Block | None, str]) -> Shown:
    (old_block, old_text), (new_block, new_text) = old, new
    block = new_block or old_block
    assert block is not None
    changes = change.changes or (Change(ChangeKind.EQUAL, new_text),)
    classes = "unchanged" if change.is_untouched else " ".join(_classes(change))
    shown = Shown(block, new_text or old_text, classes, changes, None)
    try:
        if not _cuts_through(changes, old_text, new_text):
            openings = _opening_length(old_block, old_text), _opening_length(new_block, new_text)
            return replace(shown, signed=_signed(changes, *openings))
    except Exception:  # noqa: BLE001  # whatever it was, the passage is shown as its source
        _tell_failure(block)
        return replace(shown, classes=f"{classes} {_AS_SOURCE}")
    return shown


def _classes(change: BlockChange) -> Iterator[str]:
    """What happened to the block, then each change of its marks once: `m-bold-added`, `m-block-heading`, `m-wrapping`."""
    yield change.kind.lower()
    if change.markup_only:
        yield "markup-only"
    yield from dict.fromkeys(f"m-{_MARKUP[one.kind](one)}" for one in change.markup)


def _became(change: MarkupChange) -> str:
    return f"{change.kind.lower()}-{change.after}"


def _mark(change: MarkupChange) -> str:
    turn = "added" if change.before is None else "removed" if change.after is None else "changed"
    return f"{change.kind.lower()}-{turn}"


def _named(change: MarkupChange) -> str:
    return change.kind.lower()


_MARKUP: Mapping[MarkupKind, Callable[[MarkupChange], str]] = {
    MarkupKind.BLOCK: _became,
    MarkupKind.HEADING_LEVEL: _became,
    MarkupKind.DEPTH: _became,
    MarkupKind.LIST_STYLE: _became,
    MarkupKind.LIST_NUMBER: _became,
    MarkupKind.BOLD: _mark,
    MarkupKind.ITALIC: _mark,
    MarkupKind.STRUCK: _mark,
    MarkupKind.CODE: _mark,
    MarkupKind.LINK: _mark,
    MarkupKind.ALIGNMENT: _named,
    MarkupKind.WRAPPING: _named,
    MarkupKind.NOTATION: _named,
}


def _tell_failure(block: Block) -> None:
    _log.exception("comparison_passage_failed", kind=block.kind, start=block.start)


def _container(shown: Shown) -> tuple[str, str]:
    """The element around neighbouring blocks of one kind, and its class."""
    match shown.block.kind:
        case "table_row":
            return "table", ""
        case "list_item":
            return "ol" if _NUMBER.match(shown.text) else "ul", f"level-{shown.block.level}"
        case _:
            return "", ""


def _contained(container: tuple[str, str], group: Iterator[Shown]) -> str:
    tag, classes = container
    inside = "\n".join(_element(shown) for shown in group)
    if tag == "table":
        return f"<table><tbody>\n{inside}\n</tbody></table>"
    return f'<{tag} class="{classes}">\n{inside}\n</{tag}>' if tag else inside


def _element(shown: Shown) -> str:
    """The element of one block, as its source where it fails to be rendered."""
    if shown.classes == _AWAY:
        return _around(shown, f'id="left-{shown.move}"', f'<a href="#moved-{shown.move}">{_quote(shown)}</a>')
    if _AS_SOURCE not in shown.classes:
        try:
            return _rendered(shown)
        except Exception:  # noqa: BLE001  # whatever it was, the other passages are to be read
            _tell_failure(shown.block)
            shown = replace(shown, classes=f"{shown.classes} {_AS_SOURCE}")
    return _around(shown, "", f'<code class="source">{_source(shown.changes)}</code>')


def _around(shown: Shown, identity: str, content: str) -> str:
    """A block's content in a plain element that its container may hold."""
    attributes = f'class="{shown.classes}" {identity}'
    match shown.block.kind:
        case "table_row":
            return f"<tr {attributes}><td>{content}</td></tr>"
        case "list_item":
            return f"<li {attributes}>{content}</li>"
        case _:
            return f"<div {attributes}>{content}</div>"


def _quote(shown: Shown) -> str:
    """The first words of a block."""
    words = plain(shown.text)
    cut = words if len(words) <= _QUOTED else words[:_QUOTED].rpartition(" ")[0] + "…"
    return escapeHtml(cut or "…")


def _back(shown: Shown) -> str:
    """The way back to where a moved block stood."""
    return f'<a class="moved-from" href="#left-{shown.move}">↕</a> ' if shown.move else ""


def _rendered(shown: Shown) -> str:
    identity = f' id="moved-{shown.move}"' if shown.move else ""
    classes = f'class="{shown.classes}"{identity}'
    match shown.block.kind:
        case "table_row":
            return f"<tr {classes}>{_cells(shown)}</tr>"
        case "code":
            if shown.classes == "unchanged":
                return block_html(shown.text)
            return f"<pre {classes}>{_back(shown)}<code>{_source(shown.changes)}</code></pre>"
        case "rule":
            return f"<hr {classes}>"
        case "quote":
            return f"<blockquote {classes}><p>{_content(shown)}</p></blockquote>"
        case "list_item":
            number = _NUMBER.match(shown.text)
            value = f' value="{int(number[1])}"' if number else ""
            return f"<li {classes}{value}>{_content(shown)}</li>"
        case "heading":
            return f"<h{shown.block.level} {classes}>{_content(shown)}</h{shown.block.level}>"
        case "footnote":
            return f'<p class="footnote {shown.classes}"{identity}>{_content(shown)}</p>'
        case "paragraph":
            cited = shown.numbers[1] or shown.numbers[0]
            return f"<p {classes}>{number_mark(cited) if cited else ''}{_content(shown)}</p>"


def _content(shown: Shown) -> str:
    if shown.signed is None:
        return f'{_back(shown)}<code class="source">{_source(shown.changes)}</code>'
    return _back(shown) + _with_elements(inline(signed_line(shown, shown.signed)))[0]


def signed_line(shown: Shown, signed: str) -> str:
    """The signed Markdown of a block's words alone."""
    if shown.block.kind == "heading":
        signed = _CLOSING_HASHES.sub("", _UNDERLINE.sub("", signed.rstrip()))
    if shown.block.kind == "quote":
        signed = _QUOTE_MARKS.sub("\n", signed)
    return signed.strip()


def _cells(shown: Shown) -> str:
    """The cells of a table row; a change may run over several of them."""
    if shown.signed is None:
        return f'<td>{_back(shown)}<code class="source">{_source(shown.changes)}</code></td>'
    tag = "th" if is_header(shown) else "td"
    found, mark = [], ""
    for cell in signed_cells(shown, shown.signed):
        html, mark = _with_elements(inline(cell), mark)
        found.append(html)
    return "".join(f"<{tag}>{html}</{tag}>" for html in [_back(shown) + "".join(found[:1]), *found[1:]])


def is_header(shown: Shown) -> bool:
    """Whether a table row is the head: the only one with a delimiter row below it."""
    return len(shown.text.strip().split("\n")) > 1


def signed_cells(shown: Shown, signed: str) -> list[str]:
    """The signed Markdown of a table row's cells."""
    rows = [row for row in signed.strip().split("\n") if row.strip() and not _DELIMITER_ROW.fullmatch(row)]
    cells = [cell.strip() for cell in _PIPE.split(" ".join(rows))]
    if shown.text.lstrip().startswith("|") and cells and not _SIGNS.sub("", cells[0]):
        del cells[0]
    if shown.text.rstrip().endswith("|") and cells and not _SIGNS.sub("", cells[-1]):
        del cells[-1]
    return cells


def _source(changes: Sequence[Change]) -> str:
    """The block as it is written, with its changes."""
    pieces = []
    for change in changes:
        text = escapeHtml(change.text if change is not changes[-1] else change.text.rstrip())
        tag = {ChangeKind.INSERT: "ins", ChangeKind.DELETE: "del"}.get(change.kind)
        pieces.append(f"<{tag}>{text}</{tag}>" if tag and text else text)
    return "".join(pieces)


def _signed(changes: Sequence[Change], old_opening: int, new_opening: int) -> str:
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
        text = _SIGNS.sub("\ufffd", change.text[dropped:])
        pieces.append(text if change.kind is ChangeKind.EQUAL else _signed_piece(change.kind, text))
    return "".join(pieces)


def _signed_piece(kind: ChangeKind, text: str) -> str:
    """Words that came or went between their signs; white space at their ends and mere marks are not shown as changes."""
    core = text.strip("\n") if "\n" in text else text
    before, _, after = text.partition(core) if core else (text, "", "")
    if not core.strip():
        return "" if kind is ChangeKind.DELETE else text
    if kind is ChangeKind.INSERT:
        return f"{before}{INS}{core}{END}{after}"
    words = _LOOSE_MARKS.sub("", unmarked(core))
    words = " " * (before == "\n") + words + " " * (after == "\n") if words else ""
    return f"{DEL}{_PUNCTUATION.sub(_ESCAPE, words)}{END}" if words else ""


def bare(block: Block, text: str) -> str:
    """A block's words without what makes it what it is."""
    return text[_opening_length(block, text) :].strip()


def _opening_length(block: Block | None, text: str) -> int:
    """The length of what makes a block what it is: indent, hashes, bullet, quote mark."""
    if block is None:
        return 0
    found = _OPENINGS.get(block.kind, _INDENT).match(text)
    return found.end() if found else 0


def _cuts_through(changes: Sequence[Change], old: str, new: str) -> bool:
    """Whether a change cuts a link, code, an escape or the like in two, so that it cannot be shown rendered."""
    spans = {
        ChangeKind.DELETE: [found.span() for found in _FRAGILE.finditer(old)],
        ChangeKind.INSERT: [found.span() for found in _FRAGILE.finditer(new)],
    }
    if not any(spans.values()):
        return False
    at = {ChangeKind.DELETE: 0, ChangeKind.INSERT: 0}
    for change in changes:
        length = len(change.text)
        kinds = at if change.kind is ChangeKind.EQUAL else (change.kind,)
        if change.kind is not ChangeKind.EQUAL and change.text.strip():
            start, end = at[change.kind], at[change.kind] + length
            if any(
                first < end and start < last and not start <= first < last <= end
                for first, last in spans[change.kind]
            ):
                return True
            place = at[ChangeKind.INSERT]
            if any(first < place < last for first, last in spans[ChangeKind.INSERT]):
                return True
        for kind in kinds:
            at[kind] += length
    return False


def _with_elements(html: str, mark: str = "") -> tuple[str, str]:
    """HTML with its signs turned into elements that nest, and the sign that is still open at its end."""
    pieces = [f"<{_ELEMENTS[mark]}>"] if mark else []
    for piece in _PIECES.split(html):
        if piece in _ELEMENTS or piece == END:
            pieces.append(f"</{_ELEMENTS[mark]}>" if mark else "")
            mark = piece if piece in _ELEMENTS else ""
            pieces.append(f"<{_ELEMENTS[mark]}>" if mark else "")
        elif piece.startswith("<") and mark:
            pieces.append(f"</{_ELEMENTS[mark]}>{_SIGNS.sub('', piece)}<{_ELEMENTS[mark]}>")
        else:
            pieces.append(_SIGNS.sub("", piece))
    if mark:
        pieces.append(f"</{_ELEMENTS[mark]}>")
    return _EMPTY.sub("", "".join(pieces)), mark
