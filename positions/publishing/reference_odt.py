"""The OpenDocument text that pandoc takes styles, header and footer from, made anew for each paper from pandoc's own."""

import re
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pypandoc

from positions.publishing.office_styles import (
    ACCENT,
    LINE,
    MONO,
    NUMBER,
    SANS,
    SERIF,
    SOFT,
    STYLES,
    Rule,
    Style,
)
from positions.publishing.running import Running

_NAMES = {
    "Normal": "Standard",
    "Body Text": "Text_20_body",
    "First Paragraph": "First_20_paragraph",
    "Block Text": "Quotations",
    "Source Code": "Preformatted_20_Text",
    "Footnote Text": "Footnote",
    **{f"heading {level}": f"Heading_20_{level}" for level in range(1, 7)},
}
"""What pandoc's OpenDocument calls the styles that Word calls otherwise."""
_BORDERS = {
    Rule.ASK: f'fo:border-left="2.25pt solid #{ACCENT}" fo:padding-left="8pt" ',
    Rule.QUOTE: f'fo:border-left="1pt solid #{LINE}" fo:padding-left="8pt" ',
    Rule.BELOW: f'fo:border-bottom="0.5pt solid #{LINE}" fo:padding-bottom="4pt" ',
    Rule.NONE: "",
}
_PAGE = {
    False: 'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait"',
    True: 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"',
}
_HEADER_SPACE = (
    '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.6cm" '
    'style:dynamic-spacing="false"/></style:header-style>'
)
_MEASURE = {False: "15.4cm", True: "24.1cm"}


def reference_odt(running: Running) -> bytes:
    """The reference document for one paper; the same bytes each time."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _default_parts():
            changed = _styles(content.decode(), running).encode() if name == "styles.xml" else content
            archive.writestr(zipfile.ZipInfo(name), changed)
    return packed.getvalue()


def style_name(name: str) -> str:
    """The name that OpenDocument's parts refer to a style by."""
    return _NAMES.get(name, name.replace(" ", "_20_"))


@cache
def _default_parts() -> tuple[tuple[str, bytes], ...]:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.odt"]
    packed = subprocess.run(command, capture_output=True, check=True, timeout=30).stdout  # noqa: S603 (a fixed program)
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def _styles(default: str, running: Running) -> str:
    text = default
    for style in STYLES:
        name = re.escape(style_name(style.name))
        text = re.sub(
            rf'<style:style style:name="{name}"(?:[^>]*/>|.*?</style:style>)', "", text, flags=re.DOTALL
        )
    ours = "".join(_style(style, _MEASURE[running.is_landscape]) for style in STYLES) + _number()
    text = text.replace("</office:font-face-decls>", f"{_faces()}</office:font-face-decls>")
    text = text.replace("</office:styles>", f"{ours}</office:styles>")
    text = re.sub(r'fo:language="\w+"\s+fo:country="\w+"', _language(running.language), text)
    text = re.sub(
        r'fo:page-width="8.5in"\s+fo:page-height="11in"(.*?)style:print-orientation="portrait"', rf"{_PAGE[running.is_landscape]}\1", text,
        flags=re.DOTALL,
    )  # fmt: skip
    text = text.replace("<style:header-style />", _HEADER_SPACE)
    start, end = text.index("<office:master-styles>"), text.index("</office:document-styles>")
    return text[:start] + _pages(running) + text[end:]


def _style(style: Style, measure: str) -> str:
    name = style_name(style.name)
    parent = "" if style.name == "Normal" else f'style:parent-style-name="{style_name(style.based_on)}" '
    outline = f'style:default-outline-level="{style.level}" ' if style.level else ""
    paragraph = "".join(
        [
            f'fo:margin-top="{style.before / 20}pt" fo:margin-bottom="{style.after / 20}pt" ',
            f'fo:margin-left="{style.indent / 20}pt" ' if style.indent else "",
            'fo:keep-with-next="always" ' if style.keeps_next else "",
            'fo:break-before="page" ' if style.breaks_page else "",
            f'fo:background-color="#{style.fill}" ' if style.fill else "",
            _BORDERS[style.rule],
            'fo:line-height="120%" ' if style.name == "Normal" else "",
        ]
    )
    tab = (
        f'<style:tab-stops><style:tab-stop style:position="{measure}" style:type="right"/></style:tab-stops>'
    )
    text = "".join(
        [
            f'style:font-name="{style.font}" ' if style.font else "",
            f'fo:font-size="{style.size / 2}pt" ' if style.size else "",
            f'fo:color="#{style.colour}" ' if style.colour else "",
            f'fo:font-weight="{"bold" if style.is_bold else "normal"}" '
            if style.font or style.is_bold
            else "",
        ]
    )
    return (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" style:family="paragraph" '
        f"{parent}{outline}><style:paragraph-properties {paragraph}>{tab if style.has_tab else ''}"
        f"</style:paragraph-properties><style:text-properties {text}/></style:style>"
    )


def _faces() -> str:
    return "".join(
        f'<style:font-face style:name="{name}" svg:font-family="&apos;{name}&apos;" style:font-family-generic="{family}"/>'
        for name, family in ((SERIF, "roman"), (SANS, "swiss"), (MONO, "modern"))
    )


def _number() -> str:
    """The quiet number before a paragraph: OpenDocument numbers no paragraph outside a list."""
    name = NUMBER.replace(" ", "_20_")
    return (
        f'<style:style style:name="{name}" style:display-name="{NUMBER}" style:family="text"><style:text-properties '
        f'style:font-name="{SANS}" fo:font-size="7.5pt" fo:font-style="normal" fo:color="#{SOFT}"/></style:style>'
    )


def _language(tag: str) -> str:
    primary, _, rest = tag.partition("-")
    return f'fo:language="{escape(primary)}" fo:country="{rest if len(rest) == len("ES") else "none"}"'


def _pages(running: Running) -> str:
    """The running lines of every page; a cover has only its foot."""
    before, _, rest = escape(running.page_of).partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    total = "<text:page-count>1</text:page-count>"
    foot = f"{escape(running.notice)}<text:tab/>{before}{number}{between}{total}{after}"
    footer = f'<text:p text:style-name="Positions_20_Page">{foot}</text:p>'
    head = f"{escape(running.left)}<text:tab/>{escape(running.right)}"
    header = f'<text:p text:style-name="Positions_20_Running">{head}</text:p>'
    first = (
        f"<style:header-first><text:p/></style:header-first><style:footer-first>{footer}</style:footer-first>"
        if running.has_cover
        else ""
    )
    headers, footers = f"<style:header>{header}</style:header>", f"<style:footer>{footer}</style:footer>"
    if first:
        one, two = first.split("</style:header-first>")
        headers, footers = f"{headers}{one}</style:header-first>", f"{footers}{two}"
    return (
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Mpm1">'
        f"{headers}{footers}</style:master-page></office:master-styles>"
    )
