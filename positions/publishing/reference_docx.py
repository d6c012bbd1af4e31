"""The Word document that pandoc takes styles, numbering, headers and footers from, made anew for each paper.

It is pandoc's own reference document with our parts in place of its own, so that a new pandoc brings its new parts along.
"""

import subprocess
import zipfile
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import pypandoc

from positions.publishing.office_styles import (
    ACCENT,
    INK,
    LINE,
    MONO,
    NUMBER,
    NUMBERED,
    SANS,
    SERIF,
    SOFT,
    STYLES,
    Rule,
    Style,
    style_id,
)
from positions.publishing.running import Running

_INSTEAD = {
    SERIF: ("Cambria", "roman", "variable"),
    SANS: ("Calibri", "swiss", "variable"),
    MONO: ("Consolas", "modern", "fixed"),
}
"""What Word uses where a font is not installed."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MEASURE = {False: 8732, True: 13664}
"""The width of the text, upright and on its side."""

_BORDERS = {
    Rule.ASK: f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{ACCENT}"/></w:pBdr>',
    Rule.QUOTE: f'<w:pBdr><w:left w:val="single" w:sz="8" w:space="8" w:color="{LINE}"/></w:pBdr>',
    Rule.BELOW: f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LINE}"/></w:pBdr>',
    Rule.NONE: "",
}


def _style(style: Style, measure: int) -> str:
    """A style as WordprocessingML, its properties in the schema's order."""
    is_default = style.name == "Normal"
    hanging = '<w:ind w:left="0" w:hanging="567"/>' if style.name == NUMBERED else ""
    paragraph = [
        "<w:keepNext/><w:keepLines/>" if style.keeps_next else "",
        "<w:pageBreakBefore/>" if style.breaks_page else "",
        _BORDERS[style.rule],
        f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>' if style.fill else "",
        f'<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>' if style.has_tab else "",
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
        if style.before or style.after
        else "",
        f'<w:ind w:left="{style.indent}"/>' if style.indent else hanging,
        f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "",
    ]
    run = [
        f'<w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:cs="{style.font}"/>'
        if style.font
        else "",
        "<w:b/>" if style.is_bold else "",
        f'<w:color w:val="{style.colour}"/>' if style.colour else "",
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else "",
    ]
    head = "".join(
        [
            ' w:default="1"' if is_default else "",
            f' w:styleId="{style_id(style.name)}"><w:name w:val="{style.name}"/>',
            "" if is_default else f'<w:basedOn w:val="{style_id(style.based_on)}"/>',
            f'<w:next w:val="{style_id(style.following)}"/>' if style.following else "",
        ]
    )
    return (
        f'<w:style w:type="paragraph"{head}<w:qFormat/><w:pPr>{"".join(paragraph)}</w:pPr>'
        f"<w:rPr>{''.join(run)}</w:rPr></w:style>"
    )


_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
    f'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="Footnote Reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    f'<w:style w:type="character" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/>'
    f'<w:rPr><w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}"/><w:sz w:val="18"/></w:rPr></w:style>'
    f'<w:style w:type="character" w:styleId="{style_id(NUMBER)}"><w:name w:val="{NUMBER}"/><w:rPr>'
    f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}"/><w:color w:val="{SOFT}"/><w:sz w:val="15"/></w:rPr></w:style>'
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/>'
    f'<w:rPr><w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}"/><w:sz w:val="18"/></w:rPr><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="4" w:color="{LINE}"/><w:bottom w:val="single" w:sz="4" w:color="{LINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:color="{LINE}"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    f'<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
)


def reference_docx(running: Running) -> bytes:
    """The reference document for one paper; the same bytes each time."""
    parts = dict(_default_parts())
    parts["word/styles.xml"] = _styles(running)
    parts["word/fontTable.xml"] = _fonts()
    parts["word/header1.xml"] = _header(running)
    parts["word/footer1.xml"] = _footer(running)
    parts["word/document.xml"] = _document(running)
    parts["word/_rels/document.xml.rels"] = _with_relations(parts["word/_rels/document.xml.rels"])
    parts["[Content_Types].xml"] = _with_types(parts["[Content_Types].xml"])
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


@cache
def _default_parts() -> tuple[tuple[str, str], ...]:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"]
    packed = subprocess.run(command, capture_output=True, check=True, timeout=30).stdout  # noqa: S603 (a fixed program)
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        return tuple((name, archive.read(name).decode()) for name in archive.namelist())


def _styles(running: Running) -> str:
    language = quoteattr(running.language)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:cs="{SERIF}"/>'
        f'<w:lang w:val={language} w:eastAsia={language} w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    styles = "".join(_style(style, _MEASURE[running.is_landscape]) for style in STYLES)
    return f"{_HEAD}<w:styles {_W}>{defaults}{styles}{_CHARACTERS}{_TABLE}</w:styles>"


def _fonts() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, (instead, family, pitch) in _INSTEAD.items()
    )
    return f"{_HEAD}<w:fonts {_W}>{fonts}</w:fonts>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def _header(running: Running) -> str:
    words = f"{_run(running.left)}<w:r><w:tab/></w:r>{_run(running.right)}"
    return f'{_HEAD}<w:hdr {_W} {_R}><w:p><w:pPr><w:pStyle w:val="PositionsRunning"/></w:pPr>{words}</w:p></w:hdr>'


def _footer(running: Running) -> str:
    before, _, rest = running.page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    pages = _run(before) + _field("PAGE") + _run(between) + _field("NUMPAGES") + _run(after)
    words = f"{_run(running.notice)}<w:r><w:tab/></w:r>{pages}"
    return (
        f'{_HEAD}<w:ftr {_W} {_R}><w:p><w:pPr><w:pStyle w:val="PositionsPage"/></w:pPr>{words}</w:p></w:ftr>'
    )


def _document(running: Running) -> str:
    size = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        if running.is_landscape
        else '<w:pgSz w:w="11906" w:h="16838"/>'
    )
    first = "<w:titlePg/>" if running.has_cover else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId901"/><w:footerReference w:type="default" r:id="rId902"/>'
        f'<w:footerReference w:type="first" r:id="rId902"/>{size}<w:pgMar w:top="1701" w:right="1474" w:bottom="1588" w:left="1700" '
        f'w:header="850" w:footer="737" w:gutter="0"/>{first}</w:sectPr>'
    )
    return f"{_HEAD}<w:document {_W} {_R}><w:body><w:p/>{section}</w:body></w:document>"


def _with_relations(default: str) -> str:
    added = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{kind}1.xml"/>'
        for number, kind in ((901, "header"), (902, "footer"))
    )
    return default.replace("</Relationships>", f"{added}</Relationships>")


def _with_types(default: str) -> str:
    added = "".join(
        f'<Override PartName="/word/{kind}1.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for kind in ("header", "footer")
    )
    return default.replace("</Types>", f"{added}</Types>")
