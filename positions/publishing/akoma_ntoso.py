"""A paper as Akoma Ntoso 1.0 (`doc`): metadata after FRBR, preface, numbered text, signatories, annexed statements.

Headings become nested `tblock`s, numbered paragraphs and asks `blockContainer`s with their numbers, so that a paragraph is named
by the number that every other form prints. Names follow Akoma Ntoso's convention: `/akn/es-ct/doc/…/AMB-PP-2026-001`.
"""

from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from positions.papers import Paper, PaperStatement
from positions.publishing.akoma_text import NAMESPACE, Text
from positions.publishing.furniture import day, listed, word
from positions.publishing.manuscript import manuscript
from positions.publishing.paper_pdf import body_of, statement_title, support_of

_OURS = "https://positions.example/ns/imprint"
_AUTHORITY = "amb"
_MAIN = "main"
_COUNTRY = "es"
_FORMAT = "application/akn+xml"
_LANGUAGES = {
    "ca": "cat",
    "es": "spa",
    "en": "eng",
    "fr": "fra",
    "it": "ita",
    "de": "deu",
    "pt": "por",
    "oc": "oci",
}

register_namespace("", NAMESPACE)
register_namespace("imprint", _OURS)


def akoma_ntoso(paper: Paper) -> bytes:
    """The paper as an XML document."""
    root = Element(_tag("akomaNtoso"))
    document = SubElement(root, _tag("doc"), {"name": "positionPaper"})
    _meta(document, paper, _MAIN, paper.language)
    _preface(document, paper)
    Text().fill(SubElement(document, _tag("mainBody")), body_of(paper))
    _conclusions(document, paper)
    _attachments(document, paper)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: Element, name: str, words: str = "", /, **attributes: str) -> Element:
    made = SubElement(parent, _tag(name), attributes)
    made.text = words or None
    return made


def _meta(document: Element, paper: Paper, component: str, language: str) -> None:
    meta = _add(document, "meta")
    identification = _add(meta, "identification", source=f"#{_AUTHORITY}")
    work = f"/akn/{_COUNTRY}-ct/doc/position/{_AUTHORITY}/{paper.date.year}/{paper.reference}"
    expression = f"{work}/{_language(language)}@{paper.date.isoformat()}"
    _frbr_work(_add(identification, "FRBRWork"), paper, work, component)
    made = _add(identification, "FRBRExpression")
    _named(made, f"{expression}/!{component}", expression, paper)
    _add(made, "FRBRversionNumber", value=str(paper.imprint.number))
    _add(made, "FRBRlanguage", language=_language(language))
    manifestation = _add(identification, "FRBRManifestation")
    _named(manifestation, f"{expression}/!{component}.akn", f"{expression}.akn", paper)
    _add(manifestation, "FRBRformat", value=_FORMAT)
    if component == _MAIN:
        _references(_add(meta, "references", source=f"#{_AUTHORITY}"), paper)
    _imprint(_add(meta, "proprietary", source=f"#{_AUTHORITY}"), paper)


def _frbr_work(work: Element, paper: Paper, uri: str, component: str) -> None:
    _add(work, "FRBRthis", value=f"{uri}/!{component}")
    _add(work, "FRBRuri", value=uri)
    for relation in paper.relations:
        _add(work, "FRBRalias", name=relation.kind, value=relation.value)
    _add(work, "FRBRdate", date=paper.date.isoformat(), name="adoption" if paper.adopted_on else "version")
    _add(work, "FRBRauthor", href=f"#{_AUTHORITY}", **{"as": "#author"})
    _add(work, "FRBRcountry", value=_COUNTRY)
    _add(work, "FRBRsubtype", value="position")
    _add(work, "FRBRnumber", value=paper.reference)
    _add(work, "FRBRname", value=paper.title)


def _named(level: Element, this: str, uri: str, paper: Paper) -> None:
    _add(level, "FRBRthis", value=this)
    _add(level, "FRBRuri", value=uri)
    _add(level, "FRBRdate", date=paper.imprint.written_on.isoformat(), name="version")
    _add(level, "FRBRauthor", href=f"#{_AUTHORITY}", **{"as": "#editor"})


def _references(references: Element, paper: Paper) -> None:
    base = f"/akn/ontology/organization/{_COUNTRY}"
    _add(
        references,
        "TLCOrganization",
        eId=_AUTHORITY,
        href=f"{base}/{_AUTHORITY}",
        showAs=paper.letterhead.name,
    )
    for one in paper.signatories:
        code = one.signature.organization
        _add(references, "TLCOrganization", eId=_organization(code), href=f"{base}/{code}", showAs=one.name)
    for role in ("author", "editor"):
        _add(references, "TLCRole", eId=role, href=f"/akn/ontology/role/{role}", showAs=role)


def _imprint(proprietary: Element, paper: Paper) -> None:
    """What proves the text: its hash and that of the chain it ends."""
    for name, value in (
        ("sha256", paper.imprint.sha256),
        ("chainSha256", paper.imprint.chain_sha256),
        ("status", paper.status.value),
        ("label", paper.imprint.name),
    ):
        SubElement(proprietary, f"{{{_OURS}}}{name}").text = value


def _preface(document: Element, paper: Paper) -> None:
    said = paper.language
    preface = _add(document, "preface")
    _add(_add(preface, "p"), "docProponent", paper.letterhead.name)
    if paper.is_fiction:
        _add(preface, "p", word("fiction", said))
    _add(_add(preface, "p"), "docType", word("kind", said))
    _add(_add(preface, "p"), "docTitle", paper.title)
    _add(_add(preface, "p"), "docNumber", paper.reference)
    _add(_add(preface, "p"), "docDate", day(paper.date, said), date=paper.date.isoformat())
    _add(_add(preface, "p"), "docStatus", word(paper.status, said))
    if paper.summary:
        _add(preface, "p", paper.summary, **{"class": "summary"})
    for addressee in paper.addressees:
        _add(preface, "p", addressee, **{"class": "addressee"})


def _conclusions(document: Element, paper: Paper) -> None:
    if not paper.signatories:
        return
    conclusions = _add(document, "conclusions")
    for one in paper.signatories:
        signature = _add(_add(conclusions, "p"), "signature")
        named = _add(
            signature, "organization", one.name, refersTo=f"#{_organization(one.signature.organization)}"
        )
        named.tail = f": {support_of(one, paper.language)}"


def _attachments(document: Element, paper: Paper) -> None:
    if not paper.statements:
        return
    attachments = _add(document, "attachments")
    for statement in paper.statements:
        _attachment(_add(attachments, "attachment"), paper, statement)


def _attachment(attachment: Element, paper: Paper, statement: PaperStatement) -> None:
    prefix = f"att_{statement.number}"
    _add(attachment, "heading", statement_title(statement, paper.language))
    inner = _add(attachment, "doc", name="statement")
    _meta(inner, paper, f"statement_{statement.number}", statement.language)
    body = _add(inner, "mainBody")
    _add(body, "p", word("stated-by", paper.language, names=listed(statement.signed_by, paper.language)))
    Text(prefix).fill(body, manuscript(statement.text))


def _organization(code: str) -> str:
    return f"org_{code.lower()}"


def _language(tag: str) -> str:
    primary = tag.partition("-")[0]
    return _LANGUAGES.get(primary, primary)
