"""The report's one text: every section that has something to tell, in the reader's language; words are never marks."""

from dataclasses import replace

import pytest

from positions.publishing.furniture import LANGUAGES, words
from positions.publishing.markdown import render
from positions.publishing.report_text import escaped, report_text
from tests.support.reports import EMPTY, FULL, PROVISIONAL


def test_everything_known_is_told() -> None:
    text = report_text(FULL)
    for told in (
        r"# Una política de cohesió \[post-2027\] amb \| les metròpolis",
        "Demandes adreçades a: Parlament Europeu.",
        r"- **D1.** Un capítol \*metropolità\*.",
        "- **Tot llevat de D2** (1): Tiana.",
        "- 10 de febrer de 2026: proposta",
        r"| 1. Validació \| tècnica | 24 d'abril de 2026 | silenci trencat | 1 | 0 | 1 | 0 |",
        "| Parlament Europeu | 2 de juny de 2026 | E/2026/12 | justificant de recepció, 9 de juny de 2026 (A-1); reunió, 1 de juliol de 2026 |",
        r"- Parlament Europeu: **Recollida en part**, 14 d'octubre de 2026. Esmena \<14\> del projecte <https://www.europarl.europa.eu/a_b>",
        "- Encara no en consta res.",
        "| Municipis que han votat | 35 de 36 |",
        "| Rondes repetides | 1 |",
        "| Demandes recollides, del tot o en part | 1 de 2 |",
        "| Trameses dins del termini de la institució | 1 de 1 |",
        "## Conclusions\n\nL'escala **metropolitana** ja hi surt.",
    ):
        assert told in text, told
    assert "provisional" not in text


def test_while_it_goes_on_it_says_so() -> None:
    assert "*Informe provisional del 20 de novembre de 2026: el seguiment continua obert.*" in report_text(
        PROVISIONAL
    )


def test_what_is_not_known_is_left_out() -> None:
    assert report_text(EMPTY) == (
        "# A title\n\n*Interim report of 20 November 2026: the follow-up is still open.*\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_in_each_language(language: str) -> None:
    text = report_text(replace(FULL, language=language))
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        words(language)[key]
        for key in (
            "report-asked",
            "signatories",
            "report-went",
            "report-sent",
            "report-came",
            "report-figures",
            "report-conclusions",
        )
    ]


def test_every_language_has_every_word() -> None:
    assert {frozenset(words(language)) for language in LANGUAGES} == {frozenset(words("ca"))}


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "| a | b |", "**fort** `codi` ~~no~~ &amp;"],
)
def test_words_are_shown_as_they_are(evil: str) -> None:
    shown = render(escaped(evil))
    assert "<script" not in shown
    assert "href" not in shown
    assert "<strong" not in shown
    assert "<code" not in shown
