"""A manuscript as Typst source: every sign that Typst reads is escaped, and nothing of the text is ever code."""

import re
from collections.abc import Callable, Iterable, Mapping

from positions.publishing.manuscript import Node, words_of

_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
_BLANKS = re.compile(r"[ \t\n]+")
_LONG_WORD = re.compile(r"\S{36,}")
_BREAKS = re.compile(r"([/.?&=_-]+|[^\s/.?&=_-]{24})(?=\S)")
_MANY_COLUMNS = 6
_LONG_ASK = 1500
"""Characters of an ask that may be torn by the end of a page."""


def typst_text(blocks: Iterable[Node]) -> str:
    """Typst source that calls the template's functions for the blocks."""
    return "\n\n".join(_WRITERS[block.kind](block) for block in blocks)


def escape(words: str) -> str:
    """Words as Typst markup that says just them."""
    return _SIGNS.sub(r"\\\1", _LONG_WORD.sub(_breakable, _BLANKS.sub(" ", words)))


def quote(words: str) -> str:
    """Words as a Typst string."""
    return (
        '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    )


def _breakable(word: re.Match[str]) -> str:
    """A word as long as an address, with places where a line may end that nobody sees."""
    return _BREAKS.sub("\\1\u200b", word[0])


def _inside(node: Node) -> str:
    return "".join(_WRITERS[part.kind](part) for part in node.parts)


def _wrapped(function: str) -> Callable[[Node], str]:
    return lambda node: f"#{function}[{_inside(node)}]"


def _text(node: Node) -> str:
    return escape(node.words)


def _code(node: Node) -> str:
    return f"#inline-code({quote(_LONG_WORD.sub(_breakable, node.words))})"


def _link(node: Node) -> str:
    if node.href.startswith("#"):
        return f"#link(label({quote(node.href[1:])}))[{_inside(node)}]"
    return f"#link({quote(node.href)})[{_inside(node)}]" if node.href else _inside(node)


def _box(node: Node) -> str:
    return f"#tick-box(is-done: {'true' if node.is_done else 'false'})"


def _note(node: Node) -> str:
    inner = "#linebreak()".join(_as_lines(node.parts))
    return f"#footnote[{inner}]"


def _as_lines(blocks: Iterable[Node]) -> list[str]:
    """The blocks of a note or a cell, each on lines of its own."""
    return [_inside(block) if block.kind == "paragraph" else _WRITERS[block.kind](block) for block in blocks]


def _paragraph(node: Node) -> str:
    if node.key is not None:
        is_long = ", is-long: true" if len(words_of(node)) > _LONG_ASK else ""
        return f"#ask({quote(node.key)}{is_long})[{_inside(_without_key(node))}]"
    if node.number:
        return f"#numbered({quote(node.number)})[{_inside(node)}]"
    return f"#par[{_inside(node)}]"


def _without_key(node: Node) -> Node:
    return Node("group", parts=node.parts[1:])


def _heading(node: Node) -> str:
    label = f" #label({quote(node.name)})" if node.name else ""
    return f"#heading(level: {node.level})[{_inside(node)}]{label}"


def _list(node: Node) -> str:
    entries = ", ".join(f"[{_entry(entry)}]" for entry in node.parts)
    if node.is_ordered:
        return f"#enum(start: {node.first}, {entries})"
    return f"#list({entries})"


def _entry(node: Node) -> str:
    if node.key is not None:
        first = Node("group", parts=node.parts[0].parts[1:])
        rest = typst_text(node.parts[1:])
        return f"#ask-entry({quote(node.key)})[{_inside(first)}]\n\n{rest}"
    return "\n\n".join(_as_lines(node.parts))


def _table(node: Node) -> str:
    head, *body = node.parts
    aligns = ", ".join(cell.align or "left" for cell in head.parts)
    is_dense = "true" if len(head.parts) > _MANY_COLUMNS else "false"
    return f"#data-table(({aligns},), ({_row(head)}), ({''.join(map(_row, body))}), is-dense: {is_dense})"


def _row(node: Node) -> str:
    return "".join(f"[{_inside(cell)}], " for cell in node.parts)


def _listing(node: Node) -> str:
    return f"#listing({quote(node.words)})"


_WRITERS: Mapping[str, Callable[[Node], str]] = {
    "text": _text,
    "code": _code,
    "link": _link,
    "box": _box,
    "note": _note,
    "group": _inside,
    "break": lambda _node: "#linebreak()",
    "emph": _wrapped("emph"),
    "strong": _wrapped("strong"),
    "strike": _wrapped("strike"),
    "paragraph": _paragraph,
    "heading": _heading,
    "list": _list,
    "quote": lambda node: f"#quote(block: true)[{typst_text(node.parts)}]",
    "table": _table,
    "listing": _listing,
    "rule": lambda _node: "#divider()",
}
