"""Markdown out: a text, or the comparison of two, as sanitised HTML. Headings have ids that links can name."""

from collections.abc import Mapping

from positions.comparison import Comparison
from positions.publishing.differences import UNNUMBERED, Numbers, comparison_markup
from positions.publishing.html import block_html, clean


def render(text: str, numbers: Mapping[int, str] | None = None) -> str:
    """A Markdown text as HTML, harmless whatever it says; its paragraphs with their numbers, where these are given by start."""
    return clean(block_html(text, numbers))


def comparison_html(comparison: Comparison, base: str, head: str, numbers: Numbers = UNNUMBERED) -> str:
    """A comparison as HTML: the head's blocks with `ins` and `del`, their kind as class, removed ones in their place."""
    return clean(comparison_markup(comparison, base, head, numbers))
