"""Word and OpenDocument: what stands in the file, and that it comes back as the text it was, whoever saved it between."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from positions.publishing.office import OfficeForm
from positions.publishing.paper_office import paper_office
from positions.publishing.word import convert
from tests.support.libreoffice import needs_libreoffice, run_libreoffice
from tests.support.printing import paper

FOLDER = Path(__file__).parents[3] / "positions" / "demo" / "texts"
FORMS: tuple[OfficeForm, ...] = ("docx", "odt")
FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt"}


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def demo_text(name: str = "wastewater") -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def demo_paper(name: str = "wastewater") -> tuple[str, dict[OfficeForm, bytes]]:
    text = demo_text(name)
    printed = paper(text, title=text.split("\n", 1)[0].removeprefix("# "))
    return text, {form: paper_office(printed, form) for form in FORMS}


def saved_by_libreoffice(content: bytes, form: OfficeForm, folder: Path) -> bytes:
    path = folder / f"paper.{form}"
    path.write_bytes(content)
    run_libreoffice("--convert-to", FILTERS[form], "--outdir", str(folder / "saved"), str(path))
    return (folder / "saved" / path.name).read_bytes()


def test_word_has_numbered_paragraphs_running_lines_and_pages() -> None:
    content = paper_office(paper(), "docx")
    assert 'w:val="NumberedParagraph"' in part(content, "word/document.xml")
    assert re.search(
        r'w:val="PositionsNumber" ?/></w:rPr><w:t>1</w:t><w:tab ?/>', part(content, "word/document.xml")
    )
    header, footer = part(content, "word/header1.xml"), part(content, "word/footer1.xml")
    assert "AMB-PP-2026-001" in header
    assert "Versió v1.0" in header
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert re.search(r'<w:lang [^>]*w:val="ca"', part(content, "word/styles.xml"))


def test_opendocument_has_running_lines_and_pages() -> None:
    styles = part(paper_office(paper(), "odt"), "styles.xml")
    assert "AMB-PP-2026-001" in styles
    assert "text:page-count" in styles
    assert 'fo:language="ca"' in styles


@pytest.mark.parametrize("form", FORMS)
def test_the_same_paper_gives_the_same_words_and_says_who_signed(form: OfficeForm) -> None:
    content = paper_office(paper(is_fiction=True), form)
    body = part(content, "word/document.xml" if form == "docx" else "content.xml")
    words = " ".join(re.sub(r"<[^>]+>", " ", body).split())
    for said in (
        "Tot llevat de D1 i D3",
        "Signatura retirada",
        "Declaració per a l'acta",
        paper().imprint.sha256,
        "Dades fictícies",
    ):
        assert said in words.replace("&#39;", "'").replace("&apos;", "'"), said
    assert paper_office(paper(is_fiction=True), form) == content


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_ours_comes_back_as_its_text(form: OfficeForm) -> None:
    text, files = demo_paper()
    expected = (
        text if form == "docx" else text.replace("---:", "---")
    )  # OpenDocument keeps no alignment that pandoc reads
    assert convert(f"paper.{form}", files[form]) == expected


@needs_libreoffice
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["wastewater", "nodes"])
def test_a_file_of_ours_saved_by_libreoffice_comes_back_as_its_text(
    form: OfficeForm, name: str, tmp_path: Path
) -> None:
    text, files = demo_paper(name)
    saved = saved_by_libreoffice(files[form], form, tmp_path)
    assert saved != files[form]
    expected = text if form == "docx" else text.replace("---:", "---")
    assert convert(f"paper.{form}", saved) == expected


@pytest.mark.parametrize("form", FORMS)
def test_harmful_links_and_markup_stay_words(form: OfficeForm) -> None:
    text = "# T\n\n[a](javascript:alert(1)) <script>x</script> ![f](file:///etc/passwd)\n\n```{=openxml}\n<w:p/>\n```\n"
    content = paper_office(paper(text, title="T"), form)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    everything = b"".join(parts).decode()
    found = [sign for sign in ('="javascript', '="file:', "<script", "root:x:0") if sign in everything]
    assert found == []
    assert "&lt;script" in everything
