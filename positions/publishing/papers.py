"""A paper as a file in one of its forms.

`paper_file` starts pandoc or Typst and takes up to seconds: call it off the event loop and before a unit of work, best
through `Press` (`press.py`), which bounds how many run at a time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from positions.amendment_tables import AmendmentTable
from positions.certificates import Certificate
from positions.comparison import Comparison
from positions.errors import Unsupported
from positions.papers import (
    Imprint,
    Letterhead,
    Paper,
    PaperRelation,
    PaperSignatory,
    PaperStatement,
    PaperStatus,
    Review,
)
from positions.publishing.akoma_ntoso import akoma_ntoso
from positions.publishing.amendment_list import amendments_docx, amendments_pdf
from positions.publishing.apart import apart
from positions.publishing.certificate_pdf import certificate_pdf
from positions.publishing.markdown import render
from positions.publishing.pages import page
from positions.publishing.paper_office import paper_office
from positions.publishing.paper_pdf import paper_pdf
from positions.publishing.remarks import remark
from positions.publishing.tracked import tracked_docx

__all__ = [
    "MEDIA_TYPES",
    "Form",
    "Imprint",
    "Letterhead",
    "Paper",
    "PaperFile",
    "PaperRelation",
    "PaperSignatory",
    "PaperStatement",
    "PaperStatus",
    "paper_file",
]


class Form(StrEnum):
    """The forms of a file, by the ending of its name."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XML = "xml"


MEDIA_TYPES: Mapping[Form, str] = {
    Form.MD: "text/markdown; charset=utf-8",
    Form.HTML: "text/html; charset=utf-8",
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.XML: "application/akn+xml",
    Form.ODT: "application/vnd.oasis.opendocument.text",
}


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file; `remark` says what it lacks, as a PDF that cannot declare PDF/UA."""

    name: str
    media_type: str
    content: bytes
    remark: str | None = None


def form_of(ending: str) -> Form:
    """The form of a file's ending, or Unsupported."""
    try:
        return Form(ending)
    except ValueError:
        raise Unsupported("export_form_unknown", form=ending) from None


def paper_file(paper: Paper, form: Form | str) -> PaperFile:
    """The paper as a file: the same bytes for the same paper."""
    chosen = form_of(form)
    content, remark = _MAKERS[chosen](paper)
    return PaperFile(f"{paper.name}.{chosen}", MEDIA_TYPES[chosen], content, remark)


def comparison_file(comparison: Comparison, base: str, head: str, review: Review) -> PaperFile:
    """What changed between two versions as a Word file with tracked changes."""
    content = apart(tracked_docx, comparison, base, head, review)
    name = f"{review.reference}-{review.language}-{review.base}-{review.head}.docx"
    return PaperFile(name, MEDIA_TYPES[Form.DOCX], content)


def amendments_file(table: AmendmentTable, form: Form) -> PaperFile:
    """A paper's amendments as PDF or Word; Unsupported in any other form."""
    if form is Form.DOCX:
        return PaperFile(f"{table.name}.docx", MEDIA_TYPES[form], apart(amendments_docx, table))
    if form is not Form.PDF:
        raise Unsupported("export_form_unknown", form=form.value)
    made = apart(amendments_pdf, table)
    return PaperFile(f"{table.name}.pdf", MEDIA_TYPES[form], made.pdf, remark(made.shortfall, table.language))


def certificate_file(certificate: Certificate) -> PaperFile:
    """A closed round's certificate as PDF."""
    made = apart(certificate_pdf, certificate)
    name = f"{certificate.reference}-round-{certificate.number}.pdf"
    return PaperFile(name, MEDIA_TYPES[Form.PDF], made.pdf, remark(made.shortfall, certificate.language))


_Made = tuple[bytes, str | None]


def _markdown(paper: Paper) -> _Made:
    return paper.text.encode(), None


def _html(paper: Paper) -> _Made:
    title = f"{paper.reference} · {paper.imprint.name}"
    return page(
        title, paper.language, render(paper.text, paper.numbers), is_fiction=paper.is_fiction
    ).encode(), None


def _pdf(paper: Paper) -> _Made:
    made = apart(paper_pdf, paper)
    return made.pdf, remark(made.shortfall, paper.language)


_MAKERS: Mapping[Form, Callable[[Paper], _Made]] = {
    Form.MD: _markdown,
    Form.HTML: _html,
    Form.PDF: _pdf,
    Form.DOCX: lambda paper: (apart(paper_office, paper, "docx"), None),
    Form.ODT: lambda paper: (apart(paper_office, paper, "odt"), None),
    Form.XML: lambda paper: (apart(akoma_ntoso, paper), None),
}
