"""What stands above and below every page of an office file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Running:
    """The header's two ends, the footer's, the language, and whether the pages lie on their side or begin with a cover."""

    left: str
    right: str
    page_of: str
    notice: str
    language: str
    is_landscape: bool = False
    has_cover: bool = True
