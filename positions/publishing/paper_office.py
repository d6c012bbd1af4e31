"""A paper as Word or OpenDocument: cover, text, signatories, statements, verification, all under styles of our own.

What is not the text stands under styles whose names begin with `Positions`: an import leaves them out, so that a file that was
written here, worked on and brought back gives the text and nothing else.
"""

from positions.papers import Paper, PaperStatement
from positions.publishing.furniture import counted, listed, word
from positions.publishing.manuscript import Node, manuscript, walk
from positions.publishing.office import OfficeForm, office_file
from positions.publishing.pandoc_tree import (
    Element,
    document,
    pandoc_blocks,
    pandoc_inlines,
    paragraph,
    styled,
    table,
)
from positions.publishing.paper_pdf import (
    facts_of,
    is_title,
    standing_signatories,
    statement_title,
    support_of,
)


def paper_office(paper: Paper, form: OfficeForm) -> bytes:
    """The paper in an office form."""
    text = manuscript(paper.text)
    return office_file(document(_blocks(paper, text), paper.language), form, day=paper.date)


def furniture(style: str, words: str, language: str | None = None) -> Element:
    """A paragraph that is not the text."""
    return styled(f"Positions {style}", [paragraph(words)], language)


def furniture_table(rows: list[tuple[str, ...]], shares: list[float]) -> Element:
    """A table that is not the text, its first row the head."""
    cells = [[[furniture("Head" if row is rows[0] else "Cell", cell)] for cell in row] for row in rows]
    return table(cells, ["left"] * len(shares), shares)


def _blocks(paper: Paper, text: list[Node]) -> list[Element]:
    has_title = bool(text) and is_title(text[0], paper.title)
    if has_title:
        _raise(text[1:])
    title = {"t": "Para", "c": pandoc_inlines(text[0].parts)} if has_title else paragraph(paper.title)
    body = text[1:] if has_title else text
    return [
        *_above(paper),
        styled("Title" if has_title else "Positions Title", [title]),
        *_cover(paper),
        *pandoc_blocks(body),
        *_signatories(paper),
        *(block for one in paper.statements for block in _statement(one, paper.language)),
        *_verification(paper),
    ]


def _raise(nodes: list[Node]) -> None:
    """The title has a style of its own, so the headings below it begin at level 1."""
    for node in walk(nodes):
        if node.kind == "heading":
            node.level = max(1, node.level - 1)


def _above(paper: Paper) -> list[Element]:
    head = [furniture("Letterhead", paper.letterhead.name)]
    head += [furniture("Address", line) for line in paper.letterhead.lines]
    if paper.is_fiction:
        head.append(furniture("Fiction", word("fiction", paper.language)))
    return [*head, furniture("Kind", word("kind", paper.language))]


def _cover(paper: Paper) -> list[Element]:
    summary = [furniture("Summary", paper.summary)] if paper.summary else []
    return [*summary, furniture_table([("", ""), *facts_of(paper)], [0.28, 0.72])]


def _signatories(paper: Paper) -> list[Element]:
    if not paper.signatories:
        return []
    said = paper.language
    head = (word("number", said), word("organization", said), word("support", said))
    rows = [(str(number), one.name, support_of(one, said)) for number, one in enumerate(paper.signatories, 1)]
    return [
        furniture("Heading", word("signatories", said)),
        furniture("Note", counted("signatories", len(standing_signatories(paper.signatories)), said)),
        furniture_table([head, *rows], [0.1, 0.38, 0.52]),
    ]


def _statement(statement: PaperStatement, said: str) -> list[Element]:
    inner = pandoc_blocks(_bare(manuscript(statement.text)))
    return [
        furniture("Heading", statement_title(statement, said)),
        furniture("Note", word("stated-by", said, names=listed(statement.signed_by, said))),
        styled("Positions Statement", inner, statement.language),
    ]


def _bare(text: list[Node]) -> list[Node]:
    for node in walk(text):
        node.number = node.key = None
    return text


def _verification(paper: Paper) -> list[Element]:
    said = paper.language
    rows = [
        (word("sha256", said), paper.imprint.sha256),
        (word("chain-sha256", said), paper.imprint.chain_sha256),
    ]
    return [
        furniture("Heading", word("verification", said)),
        furniture("Note", word("verification-note", said)),
        furniture_table([("", ""), *rows], [0.28, 0.72]),
    ]
