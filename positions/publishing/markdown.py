"""Markdown out: a text, or the comparison of two, as sanitised HTML. Headings have ids that links can name."""

from positions.comparison import Comparison
from positions.publishing.differences import comparison_markup
from positions.publishing.html import block_html, clean


def render(text: str) -> str:
    """A Markdown text as HTML, harmless whatever it says."""
    return clean(block_html(text))


def comparison_html(comparison: Comparison, base: str, head: str) -> str:
    """A comparison as HTML: the head's blocks with `ins` and `del`, their kind as class, removed ones in their place."""
    return clean(comparison_markup(comparison, base, head))
