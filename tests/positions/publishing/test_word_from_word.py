"""Files as Word in Catalan and Spanish writes them: localised style ids, tracked changes, comments, merged cells."""

import zipfile
from io import BytesIO

from positions.publishing.word import convert

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {NAMESPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Ttol1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titol2x"><w:name w:val="Títol 2"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Ttulo3"><w:name w:val="Título 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Apartat"><w:name w:val="Apartat AMB"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cos"><w:name w:val="Cos del text"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Refdenotaapeudepgina"><w:name w:val="footnote reference"/></w:style>
</w:styles>"""


def paragraph(content: str, style: str | None = None) -> str:
    """A paragraph of runs, or of plain words."""
    runs = content if content.startswith("<") else f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def relationship(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relationships(*rows: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{"".join(rows)}</Relationships>'


def docx(body: str, main: str = "document") -> bytes:
    """A .docx around a body; Word on the web names the main part `document2`."""
    notes = paragraph("La nota al peu.").replace("<w:p>", "<w:p><w:r><w:footnoteRef/></w:r>", 1)
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/{main}.xml" ContentType="{TYPES}.document.main+xml"/></Types>',
        "_rels/.rels": relationships(relationship(1, "officeDocument", f"word/{main}.xml")),
        f"word/_rels/{main}.xml.rels": relationships(
            relationship(1, "styles", "styles.xml"), relationship(2, "footnotes", "footnotes.xml")
        ),
        f"word/{main}.xml": f'<?xml version="1.0"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>',
        "word/styles.xml": STYLES,
        "word/footnotes.xml": f'<?xml version="1.0"?><w:footnotes {NAMESPACES}>'
        f'<w:footnote w:id="2">{notes}</w:footnote></w:footnotes>',
    }
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def test_headings_by_localised_style() -> None:
    body = paragraph("Un", "Ttol1") + paragraph("Dos", "Titol2x") + paragraph("Tres", "Ttulo3")
    body += paragraph("Quatre", "Apartat") + paragraph("Text.", "Cos")
    assert convert("x.docx", docx(body)) == "# Un\n\n## Dos\n\n### Tres\n\n#### Quatre\n\nText.\n"


def test_the_main_part_may_have_another_name() -> None:
    assert convert("x.docx", docx(paragraph("Hola."), main="document2")) == "Hola.\n"


def test_tracked_changes_are_accepted_and_comments_left_out() -> None:
    body = paragraph(
        run("Demanem ")
        + f'<w:del w:id="1" w:author="A">{run("un fons").replace("w:t", "w:delText")}</w:del>'
        + f'<w:ins w:id="2" w:author="B">{run("un mecanisme")}</w:ins>'
        + '<w:commentRangeStart w:id="0"/>'
        + run(" europeu.")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    assert convert("x.docx", docx(body)) == "Demanem un mecanisme europeu.\n"


def test_bold_split_over_runs_and_a_footnote() -> None:
    body = paragraph(
        run("Molt ", "<w:b/>")
        + run("important", "<w:b/>")
        + run(" i ")
        + run("subratllat", '<w:u w:val="single"/>')
        + '<w:r><w:rPr><w:rStyle w:val="Refdenotaapeudepgina"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    )
    assert convert("x.docx", docx(body)) == "**Molt important** i subratllat[^1]\n\n[^1]: La nota al peu.\n"


def test_merged_cells_degrade_to_a_plain_table() -> None:
    wide, first, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        cell("Conca") + cell("Cabals", wide),
        cell("Besòs", first) + cell("1") + cell("2"),
        cell("", more) + cell("3") + cell("4"),
    ]
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="10"/><w:gridCol w:w="10"/></w:tblGrid>'
    table = f"<w:tbl>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    text = convert("x.docx", docx(paragraph("Abans.") + table + paragraph("Després.")))
    assert text == (
        "Abans.\n\n| Conca | Cabals |  |\n|---|---|---|\n| Besòs | 1 | 2 |\n|  | 3 | 4 |\n\nDesprés.\n"
    )
