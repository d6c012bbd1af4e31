"""Akoma Ntoso: valid by the published schema, whatever the text, and with what the paper says of itself."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from positions.papers import PaperStatus
from positions.publishing.akoma_ntoso import akoma_ntoso
from tests.strategies import texts
from tests.support.printing import TEXT, paper

SCHEMA = Path(__file__).parents[2] / "files" / "akomantoso" / "akomantoso30.xsd"
NAMES = {"akn": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


def faults(content: bytes) -> list[str]:
    validator = schema()
    validator.validate(etree.fromstring(content))
    return [f"{fault.line}: {fault.message}" for fault in validator.error_log]


def found(content: bytes, path: str) -> list[str]:
    return [str(value) for value in etree.fromstring(content).xpath(path, namespaces=NAMES)]


def test_an_adopted_paper_with_everything_is_valid() -> None:
    assert faults(akoma_ntoso(paper(is_fiction=True))) == []


def test_a_draft_is_valid() -> None:
    draft = paper(status=PaperStatus.DRAFT, adopted_on=None, signatories=(), statements=(), relations=())
    assert faults(akoma_ntoso(draft)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# T\n",
        "> # x\n>\n> - a\n",
        "- ```\n  c\n  ```\n- | a |\n  |---|\n",
        "a\\\nb\n",
        "[^1]\n\n[^1]: - x\n",
    ],
)
def test_odd_texts_are_valid(text: str) -> None:
    assert faults(akoma_ntoso(paper(text))) == []


def test_work_expression_and_manifestation_are_named() -> None:
    made = akoma_ntoso(paper())
    work = "/akn/es-ct/doc/position/amb/2026/AMB-PP-2026-001"
    assert found(made, "/akn:akomaNtoso/akn:doc/akn:meta//akn:FRBRuri/@value") == [
        work, f"{work}/cat@2026-11-20", f"{work}/cat@2026-11-20.akn",
    ]  # fmt: skip
    aliases = found(made, "/akn:akomaNtoso/akn:doc/akn:meta//akn:FRBRalias/@value")
    assert aliases == ["32024L3019", "COM(2022) 541 final"]


def test_paragraphs_and_asks_are_named_by_their_numbers_and_statements_are_attached() -> None:
    made = akoma_ntoso(paper())
    assert found(made, "//akn:mainBody//akn:blockContainer/@eId")[:2] == ["par_1", "ask_D1"]
    assert found(made, "//akn:blockContainer[@eId='ask_D1']/akn:p/text()") == [
        " Una autoritat metropolitana per al pla."
    ]
    assert found(made, "//akn:attachment/akn:heading/text()") == ["Annex 1. Declaració per a l'acta"]
    assert found(made, "//akn:attachment//akn:FRBRlanguage/@language") == ["spa"]
    assert found(made, "//akn:signature/akn:organization/text()") == [
        "Badalona",
        "Barcelona",
        "Begues",
        "Gavà",
    ]
    assert found(made, "//akn:authorialNote/akn:p/text()") == ["Article 5 de la Directiva."]


def test_nothing_of_the_text_is_lost() -> None:
    words = "".join(etree.fromstring(akoma_ntoso(paper())).itertext())
    for said in (
        "El riu és ",
        "trenta-sis",
        "l·l",
        "codi",
        "un inventari comú;",
        "Qui contamina, paga.",
        "341.000",
        "Dades",
    ):
        assert said in words
    assert TEXT.count("\n## ") == 1


@settings(max_examples=60)
@given(texts())
def test_any_text_is_valid(text: str) -> None:
    assert faults(akoma_ntoso(paper(text))) == []
