"""What was said of a text, in the Word file of a comparison: threads with their answers, at words that can carry them."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from positions.comparison import compare
from positions.imports import Remark
from positions.papers import Review, ReviewRemark, Said
from positions.publishing.tracked import tracked_docx
from positions.publishing.word_changes import read_changes
from tests.support.libreoffice import by_libreoffice, needs_libreoffice

REVIEW = Review("AMB-PP-2026-001", "ca", "v0.9", "v1.0", "Badalona", date(2026, 11, 20))
AT = datetime(2026, 11, 12, 10, 3, tzinfo=UTC)
HEAD = """# Aigua

El riu és un, amb una llei.[^1]

```
codi
```

Una nota que ningú crida.

El darrer paràgraf.

[^1]: Padró de 2025.
"""
BASE = HEAD.replace("El riu és un", "El riu era un").replace("2025", "2017")


def exported(*remarks: ReviewRemark) -> bytes:
    return tracked_docx(compare(BASE, HEAD), BASE, HEAD, replace(REVIEW, remarks=remarks))


def remark(passage: str, *bodies: str, is_resolved: bool = False) -> ReviewRemark:
    towns = ("Gavà", "Tiana", "Begues")
    said = tuple(Said(town, AT, body) for town, body in zip(towns, bodies, strict=False))
    return ReviewRemark(HEAD.index(passage), passage, said, is_resolved)


def told(file: Remark) -> list[tuple[str, str]]:
    return [(who.author, body) for who, body in file.said]


THREADS = (
    remark("riu", "Per què?", "Perquè sí.\nI prou.", "Entesos.", is_resolved=True),
    remark("darrer", "I el final?", "Ja hi és."),
)


def test_answers_are_threads_and_what_is_settled_is_done() -> None:
    first, second = read_changes("a.docx", exported(*THREADS)).remarks
    assert told(first) == [
        ("Gavà", "«riu»\nPer què?"),
        ("Tiana", "Perquè sí.\nI prou."),
        ("Begues", "Entesos."),
    ]
    assert told(second) == [("Gavà", "«darrer»\nI el final?"), ("Tiana", "Ja hi és.")]
    assert (first.is_resolved, second.is_resolved) == (True, False)
    assert all(who.at == AT for who, _ in (*first.said, *second.said))


@pytest.mark.parametrize(
    ("passage", "carrier"), [("Padró", "El riu és un"), ("codi", "El riu és un"), ("# Aigua", "Aigua")]
)
def test_what_is_said_of_a_note_or_a_listing_stands_at_words_that_carry_it(
    passage: str, carrier: str
) -> None:
    (found,) = (file := read_changes("a.docx", exported(remark(passage, "Ull")))).remarks
    assert told(found)[0][1].endswith("Ull")
    assert found.start is not None
    assert found.end is not None
    assert carrier.rsplit(maxsplit=1)[-1] in file.base.replace("era", "és")[found.start : found.end]


def test_what_is_said_at_the_very_end_or_of_no_passage_is_not_lost() -> None:
    said = (Said("Gavà", AT, "Fi."),)
    found = read_changes(
        "a.docx", exported(ReviewRemark(len(HEAD), "", said), ReviewRemark(0, "", said))
    ).remarks
    assert [told(one) for one in found] == [[("Gavà", "Fi.")], [("Gavà", "Fi.")]]


@needs_libreoffice
def test_libreoffice_keeps_what_was_said_and_what_is_settled(tmp_path: Path) -> None:
    """LibreOffice 7.4 shows answers beside one another; later ones show threads."""
    saved = read_changes("saved.docx", by_libreoffice(exported(*THREADS), "Save", tmp_path)).remarks
    kept = {(who.author, body, one.is_resolved) for one in saved for who, body in one.said}
    wanted = read_changes("given.docx", exported(*THREADS)).remarks
    assert kept == {(who.author, body, one.is_resolved) for one in wanted for who, body in one.said}


@needs_libreoffice
@pytest.mark.parametrize(("act", "text"), [("Accept", HEAD), ("Reject", BASE)])
def test_libreoffice_accepts_and_rejects_beside_comments(act: str, text: str, tmp_path: Path) -> None:
    file = read_changes("a.docx", by_libreoffice(exported(*THREADS), act, tmp_path))
    assert re.findall(r"\w+", file.base) == re.findall(r"\w+", text)
    assert file.suggestions == ()
    assert sum(len(one.said) for one in file.remarks) == 5
