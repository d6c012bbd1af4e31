"""The PDF of a paper: what it declares, what its structure says, and that nothing of the text is lost."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from positions.papers import Letterhead, PaperStatus
from positions.publishing.paper_pdf import paper_pdf
from tests.support.pictures import PNG
from tests.support.printing import TEXT, paper


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The structure's elements, each before its parts."""
    found: list[str] = []
    waiting: list[Any] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting.extend(element)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found.append(str(element.S))
            if "/K" in element:
                waiting.append(element.K)
    return found


def elements(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == tag]


def words_in(pdf: bytes) -> str:
    """The text layer without blanks and hyphens, as lines break anywhere."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return squeezed(done.stdout.decode())


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad‐-]+", "", text)


@pytest.fixture(scope="module")
def made() -> bytes:
    typeset = paper_pdf(paper(is_fiction=True))
    assert typeset.shortfall is None
    return typeset.pdf


def test_it_declares_pdf_a_and_pdf_ua(made: bytes) -> None:
    with opened(made) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Aigües residuals a escala metropolitana"
    with opened(made) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("ca")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert len(pdf.Root.OutputIntents) == 1


def test_its_structure_is_that_of_the_text(made: bytes) -> None:
    with opened(made) as pdf:
        found = tags(pdf)
        for tag in (
            "/H1",
            "/H2",
            "/L",
            "/LI",
            "/Table",
            "/TR",
            "/TH",
            "/TD",
            "/Link",
            "/Note",
            "/BlockQuote",
        ):
            assert tag in found, tag
        assert found.count("/Table") == 2
        assert {str(one.get("/Lang")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)} >= {
            "ca-ES",
            "es-ES",
        }


def test_every_font_is_embedded(made: bytes) -> None:
    with opened(made) as pdf:
        fonts = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_qpdf_finds_no_fault(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made)
    checked = subprocess.run(
        [shutil.which("qpdf") or "qpdf", "--check", path], capture_output=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_the_same_paper_gives_the_same_bytes(made: bytes) -> None:
    assert paper_pdf(paper(is_fiction=True)).pdf == made


def test_cover_and_end_say_what_the_paper_is(made: bytes) -> None:
    text = words_in(made)
    for said in (
        "ÀreaMetropolitanadeBarcelona", "AMBPP2026001", "20denovembrede2026", "Textaprovat", "català(textoriginal)",
        "3organitzacions", "TotllevatdeD1iD3", "pendentderatificaciófinsal31degenerde2027",
        "Signaturaretiradael1dedesembrede2026", "Annex1.Declaracióperal'acta", "PresentadaperGavàiBegues.",
        "Elfondorespetalaautonomía.", paper().imprint.sha256, "Dadesfictícies", "Article5delaDirectiva.",
    ):  # fmt: skip
        assert squeezed(said) in text, said


def test_a_logo_has_its_alternative_text() -> None:
    typeset = paper_pdf(paper(letterhead=Letterhead("Ajuntament de Tiana", (), PNG)))
    assert typeset.shortfall is None
    with opened(typeset.pdf) as pdf:
        figures = elements(pdf, "/Figure")
        assert [str(figure.Alt) for figure in figures] == ["Logotip: Ajuntament de Tiana"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# A\n\n### B\n", "skipped from heading level 1 to 3"),
        ("x\n\n### A\n\n## B\n", "first heading must be of level 1"),
        ("un emoji 😀\n", "😀"),
    ],
)
def test_what_cannot_declare_the_standards_is_tagged_all_the_same(text: str, why: str) -> None:
    typeset = paper_pdf(paper(text))
    assert typeset.shortfall is not None
    assert why in typeset.shortfall
    with opened(typeset.pdf) as pdf:
        assert "/P" in tags(pdf)


def test_a_language_we_have_no_words_for_gets_english_furniture() -> None:
    typeset = paper_pdf(paper("# T\n\nLe texte.\n", language="fr", title="T", status=PaperStatus.TRANSLATION))
    with opened(typeset.pdf) as pdf:
        assert str(pdf.Root.Lang).startswith("fr")
    assert "Signatories" in words_in(typeset.pdf)


@settings(max_examples=30)
@given(
    st.text(
        alphabet=st.characters(codec="latin-1", exclude_categories=("Cc", "Cf")), min_size=1, max_size=200
    )
)
@example('#set text(size: 1pt)\n#include "/etc/passwd" $ \\ @x <y> ~ -- ... `#x` \'\'\' """')
@example("l·l L·L “cometes” — ‘x’ … € № ≥ → Œ ŀ")
def test_any_text_survives_in_the_text_layer(words: str) -> None:
    text = "".join(
        f"\\{sign}" if not sign.isalnum() and sign.isascii() and not sign.isspace() else sign
        for sign in words
    )
    typeset = paper_pdf(paper(f"x{text}x\n", statements=(), signatories=()))
    assert typeset.shortfall is None
    assert squeezed(f"x{words}x") in words_in(typeset.pdf)


def test_the_words_of_a_whole_text_are_there() -> None:
    text = words_in(paper_pdf(paper()).pdf)
    for line in re.findall(r"[\w·]{3,}", re.sub(r"\]\([^)]*\)|\[\^1\]|#", " ", TEXT)):
        assert line in text
