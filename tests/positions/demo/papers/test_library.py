"""The demo papers hold together before any player touches them."""

import re
from datetime import datetime

import pytest

from positions.data.institutions import read_institutions
from positions.data.municipalities import read_municipalities
from positions.data.subjects import read_subjects
from positions.demo.papers.library import PAPERS
from positions.demo.papers.steps import (
    Amend,
    Answer,
    Decide,
    Discuss,
    OpenRound,
    Paper,
    Resolve,
    Save,
    Vote,
    Write,
)
from positions.demo.papers.towns import ALL_TOWNS, AMB, GENERALITAT
from positions.documents import normalise

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)


def saved_texts(paper: Paper) -> dict[str, str]:
    """The text of each version by its label."""
    draft, texts = "", {}
    for step in paper.steps:
        if isinstance(step, Write):
            draft = step.applied(draft)
        elif isinstance(step, Save):
            texts[step.label] = draft
    return texts


@every_paper
def test_steps_follow_each_other_in_time(paper: Paper) -> None:
    moments = [paper.created.at, *(step.at for step in paper.steps)]
    assert moments == sorted(moments)
    assert all(datetime.fromisoformat(at).weekday() < 5 for at in moments)


@every_paper
def test_everyone_and_everything_named_exists(paper: Paper) -> None:
    members = {*ALL_TOWNS, AMB, GENERALITAT}
    assert {paper.lead, *paper.participants} <= members
    assert {step.by for step in paper.steps} <= {*paper.participants, AMB, GENERALITAT}
    assert set(paper.subjects) <= {subject.code for subject in read_subjects()}
    assert set(paper.addressees) <= {institution.code for institution in read_institutions()}
    assert set(paper.titles) == set(paper.summaries) == {"ca", "es", "en"}


def test_the_towns_are_the_36() -> None:
    assert set(ALL_TOWNS) == {town.code for town in read_municipalities()}


@every_paper
def test_every_quote_stands_once_in_the_version_it_names(paper: Paper) -> None:
    texts = saved_texts(paper)
    for step in paper.steps:
        if isinstance(step, Discuss | Amend) and step.quote is not None:
            assert texts[step.version].count(step.quote) == 1, step.quote


@every_paper
def test_texts_are_normal_and_asks_unique(paper: Paper) -> None:
    for text in saved_texts(paper).values():
        assert normalise(text) == text
        keys = re.findall(r"^\*\*(D\d+)\.\*\*", text, re.MULTILINE)
        assert keys
        assert len(keys) == len(set(keys))


@every_paper
def test_headings_are_numbered_without_gaps(paper: Paper) -> None:
    for text in saved_texts(paper).values():
        numbers = re.findall(r"^## (\d+)\. ", text, re.MULTILINE)
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


@every_paper
def test_what_is_answered_was_begun(paper: Paper) -> None:
    threads: set[str] = set()
    amendments: set[str] = set()
    rounds: dict[str, OpenRound] = {}
    for step in paper.steps:
        match step:
            case Discuss():
                threads.add(step.thread)
            case Answer() | Resolve():
                assert step.thread in threads
            case Amend():
                assert set(step.replaces) <= amendments
                amendments.add(step.amendment)
            case Decide():
                assert step.amendment in amendments
                assert (step.text is not None) == (step.decision == "INCORPORATE_PARTLY")
            case OpenRound():
                rounds[step.round] = step
            case Vote():
                assert rounds[step.round].at < step.at < rounds[step.round].closes
                assert step.mandated_on <= step.at[:10]
            case _:
                pass
