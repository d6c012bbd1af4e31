"""A comparison as a Word file and back: our own reading of it, and LibreOffice's accepting, rejecting and recording."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from positions.comparison import compare
from positions.hunks import Hunk, apply_hunks
from positions.numbering import Citations, first_numbers, numbered
from positions.papers import Review
from positions.publishing.archives import pack_archive
from positions.publishing.tracked import tracked_docx
from positions.publishing.word import convert
from positions.publishing.word_changes import read_changes
from tests.support.libreoffice import by_libreoffice, needs_libreoffice
from tests.support.word_files import paragraph, word_file

REVIEW = Review("AMB-PP-2026-001", "ca", "v0.9", "v1.0", "Badalona", date(2026, 11, 20))
BASE = """# Aigua

## Abast

El riu és un, amb una llei.[^1]

Un paràgraf que es mou cap avall.

Un altre paràgraf, més llarg, que es queda on és.

- primer punt
- segon punt

| A | B |
|---|---:|
| un | 1 |
| dos | 2 |

Un paràgraf que passa a ser un punt.

El darrer paràgraf.

[^1]: Padró de 2017.
"""
HEAD = """# Aigua i riu

### Abast

El gran riu és un, amb una llei.[^1]

Un altre paràgraf, més llarg, que es queda on és.

Un paràgraf que es mou cap avall.

## Un títol nou

- primer punt
- segon punt ampliat
- tercer punt

| A | B |
|---|---:|
| un | 1 |
| tres | 3 |

- Un paràgraf que passa a ser un punt.

El darrer paràgraf.

[^1]: Padró de 2025.
"""


def tracked(base: str, head: str) -> bytes:
    """The comparison with its paragraphs' numbers, those of the later text carried on from the earlier."""
    numbers = first_numbers(base), Citations(numbered((base, head)), head).by_start
    return tracked_docx(compare(base, head), base, head, replace(REVIEW, numbers=numbers))


@pytest.mark.parametrize(("base", "head"), [(BASE, HEAD), (HEAD, BASE), (BASE, BASE)])
def test_a_comparison_comes_back_as_the_changes_that_it_showed(base: str, head: str) -> None:
    file = read_changes("tracked.docx", tracked(base, head))
    assert file.base == base
    edits = [Hunk(one.start, one.end, one.proposed) for one in file.suggestions]
    assert apply_hunks(base, edits).split() == head.split()
    assert (file.left, file.formats) == ((), 0)
    assert {one.written.author for one in file.suggestions} <= {"Badalona"}


def test_each_piece_that_came_carries_who_wrote_it() -> None:
    base, head = "El riu baixa.\n", "El gran riu baixa molt ple i sec.\n\nUn **paràgraf** de més.\n"
    first, second = head.index("gran"), head.index("i sec")
    hands = ((first, "AMB"), (second - first, "Barcelona"), (len(head) - second, "Badalona"))
    file = read_changes("a.docx", tracked_docx(compare(base, head), base, head, replace(REVIEW, hands=hands)))
    texts = {
        author: "".join(one.proposed for one in file.suggestions if one.written.author == author)
        for author in ("Barcelona", "Badalona", "AMB")
    }
    assert "gran riu baixa molt ple" in texts["Barcelona"]
    assert "i sec" in texts["Badalona"]
    assert "Un **paràgraf** de més." in texts["Badalona"]
    assert texts["AMB"] == ""


def test_numbers_are_read_as_no_words_and_what_is_typed_behind_one_is() -> None:
    base, head = "Un.\n\nDos.\n", "Un.\n\nNou.\n\nDos i mig.\n"
    content = tracked(base, head)
    members = dict(_members(content).items())
    document = members["word/document.xml"].decode()
    assert list(re.findall(r'PositionsNumber" ?/></w:rPr><w:t>(\w+)<', document)) == ["1", "1a", "2"]
    typed = document.replace("<w:t>2</w:t><w:tab/>", "<w:t>2</w:t><w:tab/><w:t>30 i </w:t>").replace(
        "<w:t>2</w:t><w:tab />", "<w:t>2</w:t><w:tab /><w:t>30 i </w:t>"
    )
    assert convert("a.docx", pack_archive({**members, "word/document.xml": typed.encode()})).split() == [
        "Un.",
        "Nou.",
        "30",
        "i",
        "Dos",
        "i",
        "mig.",
    ]


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert tracked(BASE, HEAD) == tracked(BASE, HEAD)


@needs_libreoffice
@pytest.mark.parametrize(("act", "text"), [("Accept", HEAD), ("Reject", BASE)])
def test_libreoffice_accepts_to_the_later_text_and_rejects_to_the_earlier(
    act: str, text: str, tmp_path: Path
) -> None:
    resolved = convert("resolved.docx", by_libreoffice(tracked(BASE, HEAD), act, tmp_path))
    # The paragraph behind one that goes takes over its style in LibreOffice; the words are what counts.
    assert re.findall(r"\w+", resolved) == re.findall(r"\w+", text)


@needs_libreoffice
def test_what_libreoffice_recorded_is_read_and_what_it_saved_keeps_the_changes(tmp_path: Path) -> None:
    given = word_file(paragraph("Aigua", style="Ttol1"), paragraph("El riu baixa ple."), paragraph("Últim."))
    file = read_changes("recorded.docx", by_libreoffice(given, "Record", tmp_path))
    assert file.base == "# Aigua\n\nEl riu baixa ple.\n\nÚltim.\n"
    assert [(file.base[one.start : one.end], one.proposed) for one in file.suggestions] == [
        ("ple", "sec"),
        ("", " Fi."),
    ]
    assert all(one.written.at for one in file.suggestions)
    saved = read_changes("saved.docx", by_libreoffice(tracked(BASE, HEAD), "Save", tmp_path))
    assert saved.base.split() == BASE.split()
