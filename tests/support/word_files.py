"""Word files with tracked changes and comments, as Word writes them: rsids, split runs, paraIds, people, threads.

content = word_file(
    paragraph("Títol", style="Ttol1"),
    paragraph(plain("El riu baixa "), deleted("ple", MARIA), inserted("sec", MARIA), plain(".")),
    comments=[Comment("0", MARIA, "Per què?"), Comment("1", JOAN, "Perquè sí.", answers="0", is_done=True)],
)
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MICROSOFT = "http://schemas.microsoft.com/office/word"
_SPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:w14="{_MICROSOFT}/2010/wordml" '
    f'xmlns:w15="{_MICROSOFT}/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="w14 w15"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_numbers = count(1)

_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Ttol1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ttol2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ttol3"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
"""


@dataclass(frozen=True)
class Hand:
    """Who writes, and when, as Word notes it."""

    author: str
    date: str = "2026-11-12T10:03:00Z"

    def __str__(self) -> str:
        return f'w:id="{next(_numbers)}" w:author="{self.author}" w:date="{self.date}"'


MARIA = Hand("Maria Puig")
JOAN = Hand("Joan Soler", "2026-11-14T16:20:00Z")


@dataclass(frozen=True)
class Comment:
    """A comment, the one it answers, and whether its thread is done."""

    id: str
    hand: Hand
    text: str
    answers: str | None = None
    is_done: bool = False

    @property
    def key(self) -> str:
        """The paragraph's id, by which Word ties threads."""
        return f"0000{int(self.id):04X}"


def plain(words: str, properties: str = "", tag: str = "t") -> str:
    """Words as Word splits them: two runs with different rsids, wherever it saved in between."""
    cut = len(words) // 2
    return "".join(
        f'<w:r w:rsidR="00{mark}C1"><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{piece}</w:{tag}></w:r>'
        for mark, piece in (("A4", words[:cut]), ("B7", words[cut:]))
        if piece
    )


def inserted(words: str, hand: Hand, tag: str = "ins") -> str:
    """Words that came; `moveTo` when they came from elsewhere."""
    return f"<w:{tag} {hand}>{plain(words)}</w:{tag}>"


def deleted(words: str, hand: Hand) -> str:
    """Words that went."""
    return f"<w:del {hand}>{plain(words, tag='delText')}</w:del>"


def moved_away(words: str, hand: Hand, name: str = "move1") -> str:
    """Words that went elsewhere, in their range."""
    start = f'<w:moveFromRangeStart {hand} w:name="{name}"/>'
    return f'{start}<w:moveFrom {hand}>{plain(words)}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>'


def moved_here(words: str, hand: Hand, name: str = "move1") -> str:
    """Words that came from elsewhere, in their range."""
    start = f'<w:moveToRangeStart {hand} w:name="{name}"/>'
    return f'{start}<w:moveTo {hand}>{plain(words)}</w:moveTo><w:moveToRangeEnd w:id="2"/>'


def bolder(words: str, hand: Hand) -> str:
    """Words whose colour alone was changed."""
    return (
        f'<w:r><w:rPr><w:color w:val="C00000"/><w:rPrChange {hand}><w:rPr/></w:rPrChange></w:rPr>'
        f'<w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def commented(number: str, content: str) -> str:
    """Content that a comment is about."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="Refdecomentari"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )


def paragraph(*content: str, style: str = "", mark: str = "", was: str = "") -> str:
    """A paragraph of plain words or runs; `mark` is what happened to its end, `was` to its properties."""
    runs = "".join(one if one.startswith("<") else plain(one) for one in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p w:rsidR="00A4C1" w:rsidRDefault="00A4C1"><w:pPr>{named}<w:rPr>{mark}</w:rPr>{was}</w:pPr>{runs}</w:p>'


def came(hand: Hand) -> str:
    """The mark of a paragraph that was inserted."""
    return f"<w:ins {hand}/>"


def went(hand: Hand) -> str:
    """The mark of a paragraph that was deleted."""
    return f"<w:del {hand}/>"


def restyled(hand: Hand, before: str = "") -> str:
    """A paragraph that had another style."""
    named = f'<w:pStyle w:val="{before}"/>' if before else ""
    return f"<w:pPrChange {hand}><w:pPr>{named}</w:pPr></w:pPrChange>"


def row(*cells: str, change: str = "") -> str:
    """A row of a table; `change` is what happened to it."""
    inside = "".join(
        f"<w:tc><w:tcPr/>{one if one.startswith('<') else paragraph(one)}</w:tc>" for one in cells
    )
    return f"<w:tr><w:trPr>{change}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def note(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def word_file(
    *body: str,
    comments: Sequence[Comment] = (),
    notes: Sequence[str] = (),
    more: dict[str, str] | None = None,
) -> bytes:
    """The .docx of a body."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("comments", "comments.xml")
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{_STYLES}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{''.join(_note(*one) for one in enumerate(notes, 2))}</w:footnotes>",
        "word/comments.xml": f"<w:comments {_SPACES}>{''.join(map(_comment, comments))}</w:comments>",
        "word/commentsExtended.xml": _extended(comments),
        "word/people.xml": _people(comments),
        **(more or {}),
    }
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, _HEAD + part)
    return content.getvalue()


def _types() -> str:
    names = {"document": "document.main", **{one: one for one in ("styles", "footnotes", "comments")}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in names.items()
    )
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    rels = f'<Default Extension="rels" ContentType="{kind}"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{overrides}</Types>'


def _relationships(*rows: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _note(number: int, content: str) -> str:
    inside = paragraph("<w:r><w:footnoteRef/></w:r>", content)
    return f'<w:footnote w:id="{number}">{inside}</w:footnote>'


def _comment(one: Comment) -> str:
    who = f'w:id="{one.id}" w:author="{one.hand.author}" w:date="{one.hand.date}" w:initials="X"'
    return f'<w:comment {who}><w:p w14:paraId="{one.key}">{plain(one.text)}</w:p></w:comment>'


def _extended(comments: Sequence[Comment]) -> str:
    by_id = {one.id: one for one in comments}
    rows = "".join(
        f'<w15:commentEx w15:paraId="{one.key}" w15:done="{int(one.is_done)}"'
        + (f' w15:paraIdParent="{by_id[one.answers].key}"/>' if one.answers else "/>")
        for one in comments
    )
    return f"<w15:commentsEx {_SPACES}>{rows}</w15:commentsEx>"


def _people(comments: Sequence[Comment]) -> str:
    names = dict.fromkeys(one.hand.author for one in comments)
    rows = "".join(f'<w15:person w15:author="{name}"/>' for name in names)
    return f"<w15:people {_SPACES}>{rows}</w15:people>"
