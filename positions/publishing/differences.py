"""A comparison as HTML: blocks as the text has them, changes inside as `ins` and `del`, Markdown rendered around them.

The head's Markdown is rendered with signs at the edges of each change (`signs.py`); the signs become elements afterwards,
closed and opened again wherever an element begins or ends, so that they nest. A block that fails to be rendered is shown as
its source, with the class `as-source`: one passage never takes the others with it.

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
from positions.publishing.signs import (
    DEL,
    END,
    INS,
    SIGNS,
    is_broken,
    opening_length,
    row_cells,
    signed,
    signed_cells,
    unbroken,
)
from positions.wording import plain

_log = structlog.get_logger(__name__)

_AWAY, _AS_SOURCE, _MARKUP_ONLY, _STRETCH = "moved-away", "as-source", "markup-only", "stretch"
_QUOTED = 60
"""How many characters of a block that moved away are shown at its old place."""

_ELEMENTS = {INS: "ins", DEL: "del"}

_PIECES = re.compile("(<[^>]*>|[\ue000-\ue002])")
_EMPTY = re.compile(r"<(ins|del)></\1>")
_UNDERLINE = re.compile("\n[ \t\ue000-\ue002]*(?:=+|-+)[ \t\ue000-\ue002]*$")
_CLOSING_HASHES = re.compile("[ \t]+#+(?=[ \t\ue000-\ue002]*$)")
_QUOTE_MARKS = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
_BOX = re.compile(r"(?:(?<=^)|(?<=^[\ue000-\ue002])|(?<=\ue002\ue000))\\?\[([ xX])\\?\](?=[\s\ue000-\ue002])")
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n]*(?:\n|\Z)", re.MULTILINE)
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[.)]")


@dataclass(frozen=True)
class Shown:
    """One block on its way to HTML: the block it is shown as, its text there, its class, its pieces, and its Markdown
    with signs (None where a change breaks a link or the like in two)."""

    block: Block
    text: str
    classes: str
    changes: Sequence[Change]
    signed: str | None
    openings: tuple[int, int] = (0, 0)
    """The lengths of what made it what it was and makes it what it is."""
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
        if (old and old.end != change.base_end) or (new and new.end != change.head_end):
            shown.append(_stretch(change, base, head))
            continue
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


def _stretch(change: BlockChange, base: str, head: str) -> Shown:
    """Several blocks that the comparison tells as one, being too many; only what nobody changed is rendered."""
    text, start, end = head, change.head_start, change.head_end
    if start is None or end is None:
        text, start, end = base, change.base_start or 0, change.base_end or 0
    said = text[start:end]
    changes = change.changes or (Change(ChangeKind.EQUAL, said),)
    classes = f"{change.kind.lower()} {_AS_SOURCE if change.changes else _STRETCH}"
    return Shown(Block("paragraph", 0, start, end), said, classes, changes, None)


def _shown(change: BlockChange, old: tuple[Block | None, str], new: tuple[Block | None, str]) -> Shown:
    (old_block, old_text), (new_block, new_text) = old, new
    block = new_block or old_block
    assert block is not None
    changes = change.changes or (Change(ChangeKind.EQUAL, new_text),)
    classes = "unchanged" if change.is_untouched else " ".join(_classes(change))
    openings = opening_length(old_block, old_text), opening_length(new_block, new_text)
    shown = Shown(block, new_text or old_text, classes, changes, None, openings)
    try:
        if not is_broken(changes):
            return replace(shown, signed=signed(changes, *openings))
    except Exception:  # noqa: BLE001  # whatever it was, the passage is shown as its source
        _tell_failure(block)
        return replace(shown, classes=f"{classes} {_AS_SOURCE}")
    return shown


def _classes(change: BlockChange) -> Iterator[str]:
    """What happened to the block, then each change of its marks once: `m-bold-added`, `m-block-heading`, `m-wrapping`."""
    yield change.kind.lower()
    if change.markup_only:
        yield _MARKUP_ONLY
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
            if _STRETCH in shown.classes:
                return _around(shown, "", block_html(shown.text))
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
            lines = [change._replace(text=_FENCE.sub("", change.text)) for change in shown.changes]
            return f"<pre {classes}>{_back(shown)}<code>{_source(lines)}</code></pre>"
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
    return _back(shown) + _with_elements(inline(signed_line(shown, _seen(shown))))


def _seen(shown: Shown) -> str:
    """The signed Markdown for the eye: a change that breaks a link or the like takes all of it, one of marks alone is only named."""
    if _MARKUP_ONLY in shown.classes:
        return signed((Change(ChangeKind.EQUAL, shown.text),), 0, shown.openings[1])
    return shown.signed if shown.signed is not None else signed(unbroken(shown.changes), *shown.openings)


def signed_line(shown: Shown, signed: str) -> str:
    """The signed Markdown of a block's words alone."""
    if shown.block.kind == "heading":
        signed = _CLOSING_HASHES.sub("", _UNDERLINE.sub("", signed.rstrip()))
    if shown.block.kind == "quote":
        signed = _QUOTE_MARKS.sub("\n", signed)
    if shown.block.kind == "list_item":
        signed = _BOX.sub(lambda found: "☐" if found[1] == " " else "☑", signed)
    return signed.strip()


def _cells(shown: Shown) -> str:
    tag = "th" if is_header(shown) else "td"
    is_markup = _MARKUP_ONLY in shown.classes
    cells = row_cells(shown.text, shown.text) if is_markup else signed_cells(shown.changes)
    html = [_with_elements(inline(cell)) for cell in cells]
    return "".join(f"<{tag}>{cell}</{tag}>" for cell in [_back(shown) + "".join(html[:1]), *html[1:]])


def is_header(shown: Shown) -> bool:
    """Whether a table row is the head: the only one with a delimiter row below it."""
    return len(shown.text.strip().split("\n")) > 1


def _source(changes: Sequence[Change]) -> str:
    """The block as it is written, with its changes."""
    pieces = []
    for change in changes:
        text = escapeHtml(change.text if change is not changes[-1] else change.text.rstrip())
        tag = {ChangeKind.INSERT: "ins", ChangeKind.DELETE: "del"}.get(change.kind)
        pieces.append(f"<{tag}>{text}</{tag}>" if tag and text else text)
    return "".join(pieces)


def bare(block: Block, text: str) -> str:
    """A block's words without what makes it what it is."""
    return text[opening_length(block, text) :].strip()


def _with_elements(html: str) -> str:
    """HTML with its signs turned into elements that nest."""
    mark, pieces = "", []
    for piece in _PIECES.split(html):
        if piece in _ELEMENTS or piece == END:
            pieces.append(f"</{_ELEMENTS[mark]}>" if mark else "")
            mark = piece if piece in _ELEMENTS else ""
            pieces.append(f"<{_ELEMENTS[mark]}>" if mark else "")
        elif piece.startswith("<") and mark:
            pieces.append(f"</{_ELEMENTS[mark]}>{SIGNS.sub('', piece)}<{_ELEMENTS[mark]}>")
        else:
            pieces.append(SIGNS.sub("", piece))
    if mark:
        pieces.append(f"</{_ELEMENTS[mark]}>")
    return _EMPTY.sub("", "".join(pieces))
