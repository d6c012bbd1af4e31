"""The texts in Spanish and English say block by block what the last Catalan says: structure, asks, figures, links."""

import re

import pytest

from positions.asks import asks
from positions.blocks import blocks
from positions.demo.papers.cohesion import COHESION
from positions.demo.papers.nodes import NODES
from positions.demo.papers.steps import Paper
from positions.demo.papers.texts import text as told_in
from positions.demo.papers.wastewater import WASTEWATER
from positions.documents import normalise
from tests.support.stories import told_text

TRANSLATED = [
    pytest.param(paper, language, id=f"{paper.key}-{language}")
    for paper, languages in ((COHESION, ("es", "en")), (WASTEWATER, ("es", "en")), (NODES, ("en",)))
    for language in languages
]


def last(paper: Paper, language: str) -> str:
    """The last text in a language."""
    if language == "ca":
        return told_text(paper).versions["v1.0"]
    return told_in(f"{paper.key}.{language}")


def pieces(text: str) -> list[str]:
    """The text of each block."""
    return [text[block.start : block.end] for block in blocks(text)]


def shape(text: str) -> list[tuple[str, int, int]]:
    """What each block is, and how many columns its row has."""
    return [(block.kind, block.level, text.count("|", block.start, block.end)) for block in blocks(text)]


def figures(text: str) -> list[list[str]]:
    """The numbers of each block, however a language separates thousands and decimals."""
    return [sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", piece))) for piece in pieces(text)]


@pytest.mark.parametrize(("paper", "language"), TRANSLATED)
class TestTexts:
    """Each translation beside the original."""

    def test_blocks_stand_beside_each_other(self, paper: Paper, language: str) -> None:
        text = last(paper, language)
        assert normalise(text) == text
        assert shape(text) == shape(last(paper, "ca"))

    def test_asks_are_the_same(self, paper: Paper, language: str) -> None:
        keys = [ask.key for ask in asks(last(paper, language))]
        assert keys == [ask.key for ask in asks(last(paper, "ca"))] == ["D1", "D2", "D3", "D4", "D5"]

    def test_figures_and_links_are_the_same(self, paper: Paper, language: str) -> None:
        text, original = last(paper, language), last(paper, "ca")
        assert figures(text) == figures(original)
        assert re.findall(r"\]\((\S+)\)", text) == re.findall(r"\]\((\S+)\)", original)
