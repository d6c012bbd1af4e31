"""What goes into a dossier: the texts as they are kept, the tables of who agreed, the annexes; and the files made of them.

Everything here is a frozen value: two readings are equal when nothing that is sent has changed between them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.events import canonical
from positions.manifests import DossierFile, SentVersion
from positions.papers import Paper

CSV = "text/csv; charset=utf-8"
_FOREIGN = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 80
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SPECIAL = re.compile(r'[",\r\n]')


Row = tuple[tuple[str, str | int | bool | None], ...]
"""A line of a table, column by column."""


@dataclass(frozen=True)
class Text:
    """A version that goes out, with its text."""

    id: str
    language: str
    number: int
    label: str | None
    sha256: str
    chain_sha256: str
    text: str


@dataclass(frozen=True)
class Annex:
    """A file that goes out with the text; its content is read apart."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Sources:
    """Everything that a dossier is made from; papers are the texts as they are printed."""

    texts: tuple[Text, ...]
    papers: tuple[Paper, ...]
    votes: tuple[Row, ...]
    signatories: tuple[Row, ...]
    statements: tuple[Row, ...]
    annexes: tuple[Annex, ...]


def text_name(reference: str, language: str, form: str) -> str:
    """What a text's file is called in a dossier."""
    return f"texts/{reference}-{language}.{form}"


def sent_version(reference: str, text: Text, *, is_courtesy: bool) -> SentVersion:
    """A text as the manifest names it; its Markdown is the version's text, byte for byte."""
    return SentVersion(
        language=text.language,
        number=text.number,
        label=text.label,
        sha256=text.sha256,
        chain_sha256=text.chain_sha256,
        file=text_name(reference, text.language, "md"),
        is_courtesy=is_courtesy,
    )


def text_files(reference: str, texts: Sequence[Text]) -> list[DossierFile]:
    """The texts as they are kept and hashed."""
    return [
        DossierFile(
            text_name(reference, text.language, "md"), "text/markdown; charset=utf-8", text.text.encode()
        )
        for text in texts
    ]


def table_files(sources: Sources) -> list[DossierFile]:
    """Signatories, votes and statements, for people and for programs; a table without lines is left out."""
    tables: Mapping[str, tuple[Row, ...]] = {
        "signatories": sources.signatories,
        "votes": sources.votes,
        "statements": sources.statements,
    }
    return [file for name, rows in tables.items() if rows for file in _table(name, rows)]


def annex_files(annexes: Sequence[Annex], contents: Mapping[str, bytes]) -> list[DossierFile]:
    """The annexes, numbered, under names that every system can write."""
    return [
        DossierFile(f"annexes/{number:02}-{_ascii(annex.name)}", annex.media_type, contents[annex.id])
        for number, annex in enumerate(annexes, start=1)
    ]


def cover_file(text: str, language: str) -> DossierFile:
    """The covering text as it went into the channel's own form."""
    return DossierFile(f"cover-{language}.txt", "text/plain; charset=utf-8", text.encode())


def _table(name: str, rows: tuple[Row, ...]) -> list[DossierFile]:
    lines = [dict(row) for row in rows]
    written = [list(lines[0]), *(map(_cell, line.values()) for line in lines)]
    table = "".join(",".join(map(_quoted, cells)) + "\n" for cells in written)
    return [
        DossierFile(f"{name}.csv", CSV, table.encode()),
        DossierFile(f"{name}.json", "application/json", canonical(lines).encode()),
    ]


def _cell(value: object) -> str:
    """What a spreadsheet shows as it is: never a formula."""
    shown = "" if value is None else str(value)
    return f"'{shown}" if shown.startswith(_FORMULA) and isinstance(value, str) else shown


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def _ascii(name: str) -> str:
    stem, dot, form = _FOREIGN.sub("-", name).strip("-.").rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{form[:10]}" or "file"
