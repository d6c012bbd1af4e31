"""A manuscript as Akoma Ntoso's blocks and inlines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from positions.publishing.manuscript import Node, words_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class Text:
    """One text on its way: the names given so far, and the number of its notes."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = f"{prefix}__" if prefix else ""
        self._taken: set[str] = set()
        self._notes = 0

    def fill(self, parent: Element, blocks: Sequence[Node]) -> None:
        """Put the blocks into a body, each heading's part within that of the heading above it; a body is never empty."""
        open_parts: list[tuple[int, Element]] = [(0, parent)]
        for block in blocks:
            if block.kind == "heading":
                while open_parts[-1][0] >= block.level:
                    _complete(open_parts.pop()[1])
                part = self._add(open_parts[-1][1], "tblock", eId=self._name("sec"))
                self._inlines(self._add(part, "heading"), block.parts)
                open_parts.append((block.level, part))
            else:
                self._block(open_parts[-1][1], block)
        for _, part in open_parts:
            _complete(part)

    def _block(self, parent: Element, block: Node) -> None:
        writers: Mapping[str, Callable[[Element, Node], None]] = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "list": self._list,
            "quote": self._quote,
            "table": self._table,
            "listing": self._listing,
            "rule": self._rule,
        }
        writers[block.kind](parent, block)

    def _paragraph(self, parent: Element, block: Node) -> None:
        number = block.key or block.number
        if not number:
            self._inlines(self._add(parent, "p"), block.parts)
            return
        kind = "ask" if block.key else "par"
        container = self._add(parent, "blockContainer", eId=self._name(kind, number), **{"class": kind})
        self._add(container, "num").text = number
        self._inlines(self._add(container, "p"), block.parts[1:] if block.key else block.parts)

    def _heading(self, parent: Element, block: Node) -> None:
        """A heading within a quote or a list is a line of its own."""
        self._inlines(self._add(self._add(parent, "p"), "b"), block.parts)

    def _list(self, parent: Element, block: Node) -> None:
        made = self._add(parent, "ol" if block.is_ordered else "ul")
        for place, entry in enumerate(block.parts):
            line = self._add(made, "li")
            if block.is_ordered and place == 0 and block.first != 1:
                line.set("value", str(block.first))
            for part in entry.parts:
                self._within_entry(line, part)

    def _within_entry(self, line: Element, part: Node) -> None:
        """An entry holds paragraphs and lists; of anything else it holds the words."""
        if part.kind == "list":
            self._list(line, part)
        elif part.kind == "paragraph":
            self._inlines(self._add(line, "p"), part.parts)
        else:
            self._add(line, "p").text = words_of(part)

    def _quote(self, parent: Element, block: Node) -> None:
        container = self._add(parent, "blockContainer", eId=self._name("quote"), **{"class": "quote"})
        for part in block.parts:
            self._block(container, part)
        _complete(container)

    def _table(self, parent: Element, block: Node) -> None:
        made = self._add(parent, "table")
        for row in block.parts:
            line = self._add(made, "tr")
            for cell in row.parts:
                self._inlines(self._add(self._add(line, "th" if cell.is_head else "td"), "p"), cell.parts)

    def _listing(self, parent: Element, block: Node) -> None:
        made = self._add(parent, "p", **{"class": "listing"})
        first, *rest = block.words.split("\n")
        made.text = first
        for written in rest:
            self._add(made, "eol").tail = written

    def _rule(self, parent: Element, _block: Node) -> None:
        self._add(parent, "p", **{"class": "rule"})

    def _inlines(self, parent: Element, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if node.kind in ("text", "box"):
                _append(parent, node.words if node.kind == "text" else "☑" if node.is_done else "☐")
            elif node.kind == "break":
                self._add(parent, "eol")
            elif node.kind == "note":
                self._note(parent, node)
            elif node.kind == "code":
                self._add(parent, "span", **{"class": "code"}).text = node.words
            else:
                self._inlines(self._wrapping(parent, node), node.parts)

    def _wrapping(self, parent: Element, node: Node) -> Element:
        if node.kind == "link" and node.href and not node.href.startswith("#"):
            return self._add(parent, "a", href=node.href)
        name = {"emph": "i", "strong": "b"}.get(node.kind, "span")
        return self._add(parent, name, **({"class": "strike"} if node.kind == "strike" else {}))

    def _note(self, parent: Element, node: Node) -> None:
        self._notes += 1
        made = self._add(
            parent, "authorialNote", marker=str(self._notes), placement="bottom", eId=self._name("note")
        )
        for part in node.parts:
            self._block(made, part)
        _complete(made)

    def _name(self, kind: str, number: str | None = None) -> str:
        """A name that nothing else in the document has."""
        tried = 1
        name = f"{self._prefix}{kind}_{number or tried}"
        while name in self._taken:
            tried += 1
            name = f"{self._prefix}{kind}_{number}-{tried}" if number else f"{self._prefix}{kind}_{tried}"
        self._taken.add(name)
        return name

    def _add(self, parent: Element, name: str, /, **attributes: str) -> Element:
        return SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _append(parent: Element, words: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def _complete(part: Element) -> None:
    """A part that has only its heading, or nothing, gets an empty paragraph: the schema wants one."""
    if all(child.tag.endswith(("}heading", "}num")) for child in part):
        SubElement(part, f"{{{NAMESPACE}}}p")
