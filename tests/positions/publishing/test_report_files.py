"""The report in every form: tagged PDF that declares its standards, Word and OpenDocument, web page; the same bytes each time."""

import io
import zipfile

import pikepdf
import pytest

from positions.errors import Unsupported
from positions.publishing.papers import Form
from positions.publishing.report_files import report_file
from tests.support.reports import EMPTY, FULL


def test_the_pdf_is_tagged_titled_and_declares_its_standards() -> None:
    made = report_file(FULL, Form.PDF)
    assert (made.name, made.media_type, made.remark) == (
        "AMB-PP-2026-001-report-ca.pdf",
        "application/pdf",
        None,
    )
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        metadata = pdf.open_metadata()
        assert metadata["dc:title"] == FULL.title
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang).startswith("ca")
        assert pdf.Root.MarkInfo.Marked


@pytest.mark.parametrize("form", [Form.DOCX, Form.ODT])
def test_office_forms_hold_the_sections(form: Form) -> None:
    made = report_file(FULL, form)
    inner = {Form.DOCX: "word/document.xml", Form.ODT: "content.xml"}[form]
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        content = archive.read(inner).decode()
    for told in ("Informe de tancament", "Recollida en part", "Municipis que han votat", "Cal insistir"):
        assert told in content.replace("\xa0", " "), told


def test_a_report_is_no_akoma_ntoso_document() -> None:
    with pytest.raises(Unsupported, match="export_form_unknown"):
        report_file(EMPTY, Form.XML)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.XML])
def test_the_same_report_gives_the_same_file(form: Form) -> None:
    assert report_file(EMPTY, form).content == report_file(EMPTY, form).content


def test_the_page_is_whole_and_says_that_it_is_fiction_only_when_it_is() -> None:
    html = report_file(FULL, "html").content.decode()
    assert '<html lang="ca">' in html
    assert "Dades fictícies" not in html


def test_other_forms_are_not_offered() -> None:
    with pytest.raises(Unsupported):
        report_file(FULL, "exe")
