"""The paragraph styles of our Word and OpenDocument files, as one table that both reference documents are made from.

Whatever is not the paper's text has a style whose name begins with FURNITURE, by which an import knows it.
"""

from dataclasses import dataclass
from enum import StrEnum

FURNITURE = "Positions "
SERIF, SANS, MONO = "Source Serif Pro", "Source Sans Pro", "DejaVu Sans Mono"
INK, SOFT, ACCENT, LINE, WARN, SUN = "1C2526", "4D5A5C", "0B5A66", "C3CCCD", "6B4700", "FFF1D6"
NUMBERED = "Numbered Paragraph"
NUMBER = f"{FURNITURE}Number"
"""Of the number itself, a style of characters."""


def style_id(name: str) -> str:
    """The id that Word's parts refer to a style by."""
    return name.title().replace(" ", "")


class Rule(StrEnum):
    """A line beside or below a paragraph."""

    NONE = ""
    ASK = "ask"
    QUOTE = "quote"
    BELOW = "below"


@dataclass(frozen=True)
class Style:
    """A paragraph style; sizes in half points, distances in twentieths of a point."""

    name: str
    based_on: str = "Normal"
    following: str = ""
    font: str = ""
    size: int = 0
    colour: str = ""
    is_bold: bool = False
    before: int = 0
    after: int = 0
    indent: int = 0
    level: int = 0
    """The outline's, of a heading."""
    rule: Rule = Rule.NONE
    fill: str = ""
    keeps_next: bool = False
    breaks_page: bool = False
    has_tab: bool = False


def _heading(level: int, size: int, before: int) -> Style:
    return Style(
        f"heading {level}", following="Body Text", font=SANS, size=size, is_bold=True, before=before, after=120,
        level=level, keeps_next=True,
    )  # fmt: skip


def _furniture(name: str, **properties: object) -> Style:
    return Style(f"{FURNITURE}{name}", **{"font": SANS, **properties})  # type: ignore[arg-type]  # the fields of Style


STYLES: tuple[Style, ...] = (
    Style("Normal", font=SERIF, size=22, colour=INK),
    Style("Body Text", after=160),
    Style("First Paragraph", based_on="Body Text", following="Body Text"),
    Style("Compact", based_on="Body Text", after=60),
    Style(NUMBERED, based_on="Body Text", following=NUMBERED, after=160),
    Style("Ask", based_on="Body Text", before=120, after=200, indent=284, rule=Rule.ASK),
    Style("Block Text", based_on="Body Text", colour=SOFT, after=160, indent=284, rule=Rule.QUOTE),
    Style("Source Code", font=MONO, size=17, after=160),
    Style("Footnote Text", size=18, after=40),
    _heading(1, 30, 400),
    _heading(2, 25, 320),
    *(_heading(level, 22, 260) for level in (3, 4, 5, 6)),
    Style("Title", following="Body Text", size=52, is_bold=True, before=120, after=240, keeps_next=True),
    _furniture("Title", font=SERIF, size=52, is_bold=True, before=120, after=240, keeps_next=True),
    _furniture("Letterhead", size=26, is_bold=True, indent=142, rule=Rule.ASK),
    _furniture("Address", size=17, colour=SOFT, indent=142),
    _furniture("Fiction", size=19, colour=WARN, is_bold=True, before=240, fill=SUN),
    _furniture("Kind", size=21, colour=ACCENT, is_bold=True, before=2200, after=60),
    _furniture("Summary", font=SERIF, size=25, colour=SOFT, after=600),
    _furniture("Heading", size=30, is_bold=True, before=480, after=120, keeps_next=True),
    _furniture("Note", size=19, colour=SOFT, after=120),
    _furniture("Statement", font=SERIF, after=160),
    _furniture("Head", size=18, is_bold=True, before=40, after=40),
    _furniture("Cell", size=18, before=40, after=40),
    _furniture("Strong Cell", size=18, colour=SOFT, before=40, after=40),
    _furniture("Break", size=2, breaks_page=True),
    _furniture("Running", size=16, colour=SOFT, rule=Rule.BELOW, has_tab=True),
    _furniture("Page", size=16, colour=SOFT, has_tab=True),
)
