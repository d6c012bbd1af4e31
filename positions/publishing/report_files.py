"""The closing report as a file in one of the forms a paper has, in the same dress."""

from collections.abc import Callable, Mapping

from positions.errors import Unsupported
from positions.publishing.apart import apart
from positions.publishing.furniture import day, word, words
from positions.publishing.manuscript import Node, manuscript, walk
from positions.publishing.markdown import render
from positions.publishing.office import OfficeForm, office_file
from positions.publishing.pages import page
from positions.publishing.pandoc_tree import document, pandoc_blocks, paragraph, styled
from positions.publishing.paper_office import facts_table, furniture
from positions.publishing.paper_pdf import tongue
from positions.publishing.papers import MEDIA_TYPES, Form, PaperFile, form_of
from positions.publishing.remarks import remark
from positions.publishing.report_text import report_text
from positions.publishing.running import Running
from positions.publishing.typesetting import Sheet, Typeset, typeset
from positions.publishing.typst_text import typst_text
from positions.reports import Report


def report_file(report: Report, form: Form | str) -> PaperFile:
    """The report as a file: the same bytes for the same report; Unsupported in a form that only a text has."""
    chosen = form_of(form)
    if chosen not in _MAKERS:
        raise Unsupported("export_form_unknown", form=chosen.value)
    content, lacking = _MAKERS[chosen](report)
    return PaperFile(f"{report.name}.{chosen}", MEDIA_TYPES[chosen], content, lacking)


def report_pdf(report: Report) -> Typeset:
    """The report set as PDF."""
    markup = f"#show: letter\n{typst_text(_body(report))}\n"
    return typeset(Sheet("paper", _content(report), markup, report.on, report.letterhead.logo))


def report_office(report: Report, form: OfficeForm) -> bytes:
    """The report in an office form."""
    head = [furniture("Letterhead", report.letterhead.name)]
    head += [furniture("Address", line) for line in report.letterhead.lines]
    if report.is_fiction:
        head.append(furniture("Fiction", word("fiction", report.language)))
    blocks = [
        *head,
        furniture("Kind", word("report-kind", report.language)),
        styled("Positions Title", [paragraph(report.title)]),
        facts_table(_facts(report)),
        *pandoc_blocks(_body(report)),
    ]
    running = Running(
        left=word("report-kind", report.language),
        right=report.reference,
        page_of=word("page-of", report.language),
        notice=word("fiction", report.language) if report.is_fiction else "",
        language=report.language,
    )
    return office_file(document(blocks, report.language), form, day=report.on, running=running)


def _body(report: Report) -> list[Node]:
    """The text below its title, headings from level 1; only a paper's own paragraphs have numbers."""
    text = manuscript(report_text(report))[1:]
    for node in walk(text):
        if node.kind == "heading":
            node.level = max(1, node.level - 1)
        node.number = ""
    return text


def _facts(report: Report) -> list[tuple[str, str]]:
    said = report.language
    return [
        (word("reference", said), report.reference),
        (word("report-closed-on" if report.is_final else "date", said), day(report.on, said)),
        (word("lead", said), report.lead),
    ]


def _content(report: Report) -> dict[str, object]:
    said = report.language
    kind = word("report-kind", said)
    return {
        **tongue(said),
        "words": {**words(said), "kind": kind},
        "title": report.title,
        "author": report.letterhead.name,
        "keywords": [report.reference],
        "date": {"year": report.on.year, "month": report.on.month, "day": report.on.day},
        "summary": None,
        "reference": report.reference,
        "running": kind,
        "letterhead": {
            "name": report.letterhead.name,
            "lines": list(report.letterhead.lines),
            "logo": report.letterhead.logo is not None,
        },
        "facts": _facts(report),
        "has_contents": False,
        "is_fiction": report.is_fiction,
        "signed_by": "",
        "signatories": [],
        "hashes": [],
    }


_Made = tuple[bytes, str | None]


def _markdown(report: Report) -> _Made:
    return report_text(report).encode(), None


def _html(report: Report) -> _Made:
    title = f"{report.reference} · {word('report-kind', report.language)}"
    body = render(report_text(report))
    return page(title, report.language, body, is_fiction=report.is_fiction).encode(), None


def _pdf(report: Report) -> _Made:
    made = apart(report_pdf, report)
    return made.pdf, remark(made.shortfall, report.language)


_MAKERS: Mapping[Form, Callable[[Report], _Made]] = {
    Form.MD: _markdown,
    Form.HTML: _html,
    Form.PDF: _pdf,
    Form.DOCX: lambda report: (apart(report_office, report, "docx"), None),
    Form.ODT: lambda report: (apart(report_office, report, "odt"), None),
}
