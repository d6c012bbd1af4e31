"""After their adoption the two papers go where domain research says, on its days, in the languages the channels take."""

import pytest

from positions.data.institutions import read_institutions
from positions.demo.papers.cohesion import COHESION
from positions.demo.papers.steps import Annex, ApproveTranslation, Observe, Paper, Reply, Submit, Translate
from positions.demo.papers.towns import CERVELLO, SANT_CUGAT, TORRELLES
from positions.demo.papers.wastewater import WASTEWATER

PAPERS = [pytest.param(paper, id=paper.key) for paper in (COHESION, WASTEWATER)]
CHANNELS = {
    (institution.code, channel.kind): channel
    for institution in read_institutions()
    for channel in institution.channels
}


def submitted(paper: Paper) -> dict[str, Submit]:
    """What goes out, by addressee."""
    return {step.institution: step for step in paper.steps if isinstance(step, Submit)}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_dossier_goes_to_an_addressee_in_a_language_of_the_channel(paper: Paper) -> None:
    written = {
        paper.original_language,
        *(step.language for step in paper.steps if isinstance(step, Translate)),
    }
    for institution, step in submitted(paper).items():
        assert institution in paper.addressees
        assert set(step.languages) <= written
        assert step.languages[0] in CHANNELS[institution, step.channel].languages


def test_where_the_cohesion_paper_goes() -> None:
    assert set(submitted(COHESION)) == {"DG_REGIO", "EP_REGI", "COR_COTER", "CONSIL_PRES"}
    assert {step.at[:10] for step in submitted(COHESION).values()} == {"2026-06-02"}
    assert submitted(COHESION)["DG_REGIO"].channel == "LETTER"


def test_where_the_wastewater_paper_goes() -> None:
    assert set(submitted(WASTEWATER)) == {"DG_ENV", "EP_ENVI", "COR_ENVE", "ES_MITECO", "MEDCITIES"}
    assert {step.at[:10] for step in submitted(WASTEWATER).values()} == {"2026-09-15"}
    ministry = submitted(WASTEWATER)["ES_MITECO"]
    assert (ministry.channel, ministry.languages[0]) == ("REGISTRY", "es")


@pytest.mark.parametrize(
    ("paper", "days"),
    [
        (COHESION, {"es": "2026-05-28", "en": "2026-05-28"}),
        (WASTEWATER, {"en": "2026-09-08", "es": "2026-09-10"}),
    ],
    ids=["cohesion", "wastewater"],
)
def test_translations_are_approved_before_they_leave(paper: Paper, days: dict[str, str]) -> None:
    approved = {step.language: step.at[:10] for step in paper.steps if isinstance(step, ApproveTranslation)}
    assert approved == days


@pytest.mark.parametrize(
    ("paper", "day"), [(COHESION, "2026-06-09"), (WASTEWATER, "2026-09-22")], ids=["cohesion", "wastewater"]
)
def test_every_dossier_is_received(paper: Paper, day: str) -> None:
    replies = [step for step in paper.steps if isinstance(step, Reply)]
    assert {step.submission for step in replies} == {step.submission for step in submitted(paper).values()}
    assert {(step.kind, step.at[:10]) for step in replies} == {("RECEIPT", day)}


def test_what_came_of_the_asks() -> None:
    observed = [step for paper in (COHESION, WASTEWATER) for step in paper.steps if isinstance(step, Observe)]
    assert {(step.ask, step.status, step.at[:10]) for step in observed} == {
        ("D3", "PARTLY_TAKEN_UP", "2026-10-14"),
        ("D1", "NOTED", "2026-10-14"),
    }


def test_who_annexes_a_statement() -> None:
    annexed = [step for paper in (COHESION, WASTEWATER) for step in paper.steps if isinstance(step, Annex)]
    assert {(step.by, step.kind) for step in annexed} == {
        (SANT_CUGAT, "MINUTES"),
        (TORRELLES, "DISSENT"),
        (CERVELLO, "MINUTES"),
    }
