"""The certificate and the amendments in two columns: what they say, as PDF by the standards and as Word."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from positions.amendment_tables import AmendmentTable, TableAmendment
from positions.certificates import Certificate, CertifiedReservation, CertifiedVote, Condition, Entry
from positions.electors import Weight
from positions.publishing.amendment_list import amendments_docx, amendments_pdf
from positions.publishing.certificate_pdf import certificate_pdf
from tests.support.pictures import PNG
from tests.support.printing import paper

PAPER = paper()
AT = datetime(2026, 11, 20, 14, 5, tzinfo=ZoneInfo("Europe/Madrid"))
CERTIFICATE = Certificate(
    reference=PAPER.reference, language="ca", title=PAPER.title, letterhead=PAPER.letterhead, imprint=PAPER.imprint,
    number=2, name="Consell d'Alcaldes", status="PASSED", silence="NONE", preset="DOUBLE_MAJORITY",
    opened_at=AT, closes_at=AT, closed_at=AT, closed_by=None,
    conditions=(Condition("POPULATION", "ELIGIBLE", Fraction(65, 100), False, 3_100_000, 3_360_000, True),),
    has_quorum=True,
    totals=(("APPROVE", Weight(34, 3_100_000, 80)), ("OBJECT", Weight(1, 260_000, 5))),
    votes=(
        CertifiedVote("Badalona", 225_957, 6, "APPROVE", ("D1",), mandate=("PLENARY", date(2026, 11, 3))),
        CertifiedVote("Gavà", 46_538, 2, "OBJECT", act=("Ple", date(2026, 11, 4), "2026/9"), statement="No <ens> convenç #eval."),
        CertifiedVote("Tiana", 9_271, 1, "APPROVE", ratification="PENDING", ratification_due_on=date(2027, 1, 31)),
    ),
    reservations=(CertifiedReservation("Badalona", "SUBSTANTIVE", "MAINTAINED", "Cal un fons.", "D1", "Voluntari."),),
    entry=Entry(112, "c3" * 32),
)  # fmt: skip
TABLE = AmendmentTable(
    reference=PAPER.reference, language="ca", title=PAPER.title, letterhead=PAPER.letterhead, day=date(2026, 11, 10),
    amendments=(
        TableAmendment(1, "INCORPORATED", ("Badalona",), "3. Pla", ("12a", "13", "D1"), "", "v0.9", "un sol pla", "un únic pla", "Cal <b>concretar</b> #x.", "D'acord."),
        TableAmendment(2, "TABLED", ("Gavà", "Tiana"), "", (), "13", "v0.9", "", "Una frase nova", "", replaces=(1,)),
        TableAmendment(3, "WITHDRAWN", ("Tiana",), "Annex", (), "", "v0.9", "sobra", "", ""),
    ),
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", done.stdout.decode())


def test_a_certificate_says_what_was_voted_how_and_what_proves_it() -> None:
    made = certificate_pdf(replace(CERTIFICATE, is_fiction=True))
    assert made.shortfall is None
    text = text_of(made.pdf)
    for said in (
        "S'ha aprovat", "2. Consell d'Alcaldes", "20 de novembre de 2026, 14.05 (hora de Madrid)",
        "3.100.000 de 3.360.000 = 155/168 (92,26 %)", "almenys 65 % (13/20) dels convocats", "Es compleix",
        "A favor, llevat de D1", "Acord del ple, 3 de novembre de 2026", "Ple, 4 de novembre de 2026 (2026/9)",
        "Subjecte a ratificació fins al 31 de gener de 2027", "Reserva de fons (D1), mantinguda", "No <ens> convenç #eval.",
        "número 112", "c3" * 32, CERTIFICATE.imprint.sha256, "Signatura de qui ho certifica", "Dades fictícies",
    ):  # fmt: skip
        assert said in text.replace("\u00a0", " "), said


def test_minutes_that_all_votes_come_from_are_named_once() -> None:
    act = ("Consell d'Alcaldes", date(2026, 7, 16), "Acta 2026/07")
    votes = tuple(replace(vote, act=act, mandate=None) for vote in CERTIFICATE.votes)
    text = text_of(certificate_pdf(replace(CERTIFICATE, votes=votes)).pdf)
    assert text.count("Consell d'Alcaldes, 16 de juliol de 2026 (Acta 2026/07)") == 1
    assert text_of(certificate_pdf(CERTIFICATE).pdf).count("2026/9") == 1


@pytest.mark.parametrize("status", ["FAILED", "BROKEN"])
@pytest.mark.parametrize("language", ["ca", "es", "en", "fr"])
def test_a_certificate_in_each_language_declares_the_standards(status: str, language: str) -> None:
    letterhead = replace(PAPER.letterhead, logo=PNG)
    made = certificate_pdf(
        replace(CERTIFICATE, status=status, language=language, preset=None, has_quorum=False, silence="CONSENT", letterhead=letterhead, closed_by="AMB")
    )  # fmt: skip
    assert made.shortfall is None
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert str(pdf.Root.Lang).startswith(language)


def test_many_paragraphs_are_told_by_the_first_and_the_last() -> None:
    many = replace(TABLE.amendments[0], paragraphs=("1", "2", "2a", "3", "D1", "D2"))
    assert "Paràgrafs 1–3 · Demandes D1 i D2" in text_of(
        amendments_pdf(replace(TABLE, amendments=(many,))).pdf
    )


def test_amendments_are_in_two_columns_with_what_changes_in_bold_italics() -> None:
    made = amendments_pdf(TABLE)
    assert made.shortfall is None
    text = text_of(made.pdf)
    for said in ("Esmena 1", "Text proposat", "un sol pla", "un únic pla", "Incorporada", "Cal <b>concretar</b> #x.", "D'acord.", "Presentada per Gavà i Tiana", "Substitueix les esmenes 1", "(no hi ha text)", "Paràgrafs 12a i 13 · Demanda D1 · 3. Pla · versió v0.9", "Després del paràgraf 13 · versió v0.9", "Annex · versió v0.9"):  # fmt: skip
        assert said in text, said
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        strong = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") in ("/Strong", "/Em", "/Span")
        ]
        assert strong


def test_the_word_file_sets_off_the_same_words() -> None:
    with zipfile.ZipFile(io.BytesIO(amendments_docx(TABLE))) as archive:
        document = archive.read("word/document.xml").decode()
    marked = re.findall(
        r"<w:r><w:rPr>(?:(?!</w:rPr>).)*<w:b ?/>(?:(?!</w:rPr>).)*<w:i ?/>.*?<w:t[^>]*>([^<]*)</w:t>",
        document,
    )
    assert {"sol", "únic", "Una frase nova", "sobra"} <= {words.strip() for words in marked}
    assert "un " not in {words.strip() for words in marked}


def test_a_paper_without_amendments_says_so() -> None:
    assert "No s'ha presentat cap esmena." in text_of(amendments_pdf(replace(TABLE, amendments=())).pdf)
