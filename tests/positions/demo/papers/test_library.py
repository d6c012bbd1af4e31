"""The demo papers hold together before any player touches them."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest

from positions.data.institutions import read_institutions
from positions.data.municipalities import read_municipalities
from positions.data.subjects import read_subjects
from positions.demo.papers.calendar import moment
from positions.demo.papers.library import PAPERS
from positions.demo.papers.steps import (
    Amend,
    Answer,
    Decide,
    Discuss,
    Lift,
    OpenRound,
    Paper,
    Resolve,
    Vote,
    Withdraw,
)
from positions.demo.papers.towns import ALL_TOWNS, AMB, DIBA, GENERALITAT
from positions.documents import normalise
from tests.support.stories import told_text

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)


@every_paper
def test_steps_follow_each_other_in_time(paper: Paper) -> None:
    moments = [paper.created.at, *(step.at for step in paper.steps)]
    assert moments == sorted(moments)
    assert all(datetime.fromisoformat(at).weekday() < 5 for at in moments)


@pytest.mark.parametrize("weekday", range(7))
@every_paper
def test_nothing_is_told_of_the_future(paper: Paper, weekday: int) -> None:
    present = date(2027, 3, 1) + timedelta(days=weekday)
    last = max(moment(step.at, present) for step in paper.steps)
    assert last < datetime.combine(present, time(), UTC)


@every_paper
def test_everyone_and_everything_named_exists(paper: Paper) -> None:
    members = {*ALL_TOWNS, AMB, DIBA, GENERALITAT}
    assert {paper.lead, *paper.participants} <= members
    assert {step.by for step in paper.steps} <= {*paper.participants, AMB, DIBA, GENERALITAT}
    assert set(paper.subjects) <= {subject.code for subject in read_subjects()}
    assert set(paper.addressees) <= {institution.code for institution in read_institutions()}
    assert set(paper.titles) == set(paper.summaries) == {"ca", "es", "en"}


def test_the_towns_are_the_36() -> None:
    assert set(ALL_TOWNS) == {town.code for town in read_municipalities()}


@every_paper
def test_every_quote_stands_once_in_the_version_it_names(paper: Paper) -> None:
    texts = told_text(paper).versions
    for step in paper.steps:
        if isinstance(step, Discuss | Amend) and step.quote is not None:
            assert texts[step.version].count(step.quote) == 1, step.quote


@every_paper
def test_texts_are_normal_and_asks_unique(paper: Paper) -> None:
    for text in told_text(paper).versions.values():
        assert normalise(text) == text
        keys = re.findall(r"^\*\*(D\d+)\.\*\*", text, re.MULTILINE)
        assert keys
        assert len(keys) == len(set(keys))


@every_paper
def test_headings_are_numbered_without_gaps(paper: Paper) -> None:
    for text in told_text(paper).versions.values():
        numbers = re.findall(r"^## (\d+)\. ", text, re.MULTILINE)
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


@every_paper
def test_what_is_answered_was_begun(paper: Paper) -> None:
    threads: set[str] = set()
    amendments: set[str] = set()
    conditions: set[str] = set()
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
            case Withdraw():
                assert step.amendment in amendments
            case Decide():
                assert step.amendment in amendments
                assert (step.text is not None) == (step.decision == "INCORPORATE_PARTLY")
            case OpenRound():
                rounds[step.round] = step
            case Vote():
                assert rounds[step.round].at < step.at < rounds[step.round].closes
                assert step.mandated_on <= step.at[:10]
                conditions |= {one.name for one in step.conditions}
            case Lift():
                assert step.condition in conditions
            case _:
                pass
