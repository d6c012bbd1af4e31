"""A paper as Word or OpenDocument: cover, text, signatories, statements, verification, all under styles of our own.

What is not the text stands under styles whose names begin with `Positions`: an import leaves them out, so that a file that was
written here, worked on and brought back gives the text and nothing else.
"""

from collections.abc import Iterable, Sequence

from positions.papers import Paper, PaperStatement
from positions.publishing.furniture import counted, listed, word
from positions.publishing.manuscript import Node, manuscript, walk
from positions.publishing.office import OfficeForm, office_file
from positions.publishing.office_styles import FURNITURE
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
    shortened,
    standing_signatories,
    statement_title,
    support_of,
)
from positions.publishing.running import Running


def paper_office(paper: Paper, form: OfficeForm) -> bytes:
    """The paper in an office form."""
    text = manuscript(paper.text, paper.numbers)
    _write_numbers(text)
    running = Running(
        left=f"{shortened(paper.title)} · {word('version', paper.language)} {paper.imprint.name}",
        right=paper.reference,
        page_of=word("page-of", paper.language),
        notice=word("fiction", paper.language) if paper.is_fiction else "",
        language=paper.language,
    )
    return office_file(document(_blocks(paper, text), paper.language), form, day=paper.date, running=running)


def _write_numbers(text: list[Node]) -> None:
    """No word processor counts as people cite (12, 12a, 14): numbers are written, and left out by an import."""
    for block in text:
        if block.kind == "paragraph" and block.number:
            block.parts.insert(0, Node("mark", block.number))


def furniture(style: str, words: str, language: str | None = None) -> Element:
    """A paragraph that is not the text."""
    return styled(f"{FURNITURE}{style}", [paragraph(words)], language)


def furniture_table(head: Sequence[str], rows: Iterable[Sequence[str]], shares: list[float]) -> Element:
    """A table that is not the text."""
    cells = [
        [[furniture("Head", cell)] for cell in head],
        *([[furniture("Cell", cell)] for cell in row] for row in rows),
    ]
    return table(cells, ["left"] * len(shares), shares=shares)


def facts_table(pairs: Iterable[tuple[str, str]]) -> Element:
    """Names and values, without a head."""
    rows = [[[furniture("Strong Cell", name)], [furniture("Cell", value)]] for name, value in pairs]
    return table(rows, ["left", "left"], shares=[0.28, 0.72], has_head=False)


def _blocks(paper: Paper, text: list[Node]) -> list[Element]:
    has_title = bool(text) and is_title(text[0], paper.title)
    if has_title:
        _raise(text[1:])
    title = {"t": "Para", "c": pandoc_inlines(text[0].parts)} if has_title else paragraph(paper.title)
    body = text[1:] if has_title else text
    return [
        *_above(paper),
        styled("Title" if has_title else f"{FURNITURE}Title", [title]),
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
    return [*summary, facts_table(facts_of(paper)), furniture("Break", "\u00a0")]


def _signatories(paper: Paper) -> list[Element]:
    if not paper.signatories:
        return []
    said = paper.language
    head = (word("number", said), word("organization", said), word("support", said))
    rows = [(str(number), one.name, support_of(one, said)) for number, one in enumerate(paper.signatories, 1)]
    return [
        furniture("Heading", word("signatories", said)),
        furniture("Note", counted("signatories", len(standing_signatories(paper.signatories)), said)),
        furniture_table(head, rows, [0.1, 0.38, 0.52]),
    ]


def _statement(statement: PaperStatement, said: str) -> list[Element]:
    inner = pandoc_blocks(_bare(manuscript(statement.text)))
    return [
        furniture("Heading", statement_title(statement, said)),
        furniture("Note", word("stated-by", said, names=listed(statement.signed_by, said))),
        styled(f"{FURNITURE}Statement", inner, statement.language),
    ]


def _bare(text: list[Node]) -> list[Node]:
    for node in walk(text):
        node.number, node.key = "", None
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
        facts_table(rows),
    ]
