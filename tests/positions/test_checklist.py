"""The checklist says what forbids to send, what is worth knowing, and what nobody knows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from positions.checklist import (
    FORBIDDING,
    Check,
    Finding,
    Plan,
    State,
    Terms,
    TextState,
    checklist,
    courtesy,
    forbidding,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TERMS = Terms("LETTER", ("en", "es"), is_verified=True)
PLAN = Plan(TERMS, "ca", {"en": TextState.APPROVED}, NOW)


def states(plan: Plan, check: Check) -> list[tuple[str | None, State]]:
    return [(one.language, one.state) for one in checklist(plan) if one.check is check]


def one(plan: Plan, check: Check) -> Finding:
    (found,) = (finding for finding in checklist(plan) if finding.check is check)
    return found


LANGUAGES = ("ca", "en", "es", "fr")
CHOICES = [
    tuple(language for language, chosen in zip(LANGUAGES, bits, strict=True) if chosen)
    for bits in product([False, True], repeat=len(LANGUAGES))
]


@pytest.mark.parametrize("chosen", CHOICES, ids="+".join)
def test_every_choice_of_languages(chosen: tuple[str, ...]) -> None:
    """English and Spanish are taken; the Catalan original goes beside one of them; French goes nowhere."""
    plan = replace(PLAN, texts=dict.fromkeys(chosen, TextState.APPROVED))
    is_taken = bool({"en", "es"} & set(chosen))
    expected = {
        "en": State.OK,
        "es": State.OK,
        "ca": State.NOTE if is_taken else State.REFUSED,
        "fr": State.REFUSED,
    }
    nothing: list[tuple[str | None, State]] = [(None, State.MISSING)]
    wanted = [(language, expected[language]) for language in chosen] or nothing
    assert states(plan, Check.LANGUAGE) == wanted
    assert (forbidding(checklist(plan)) is None) is (is_taken and "fr" not in chosen)


def test_a_channel_of_unknown_languages_is_not_guessed() -> None:
    plan = replace(PLAN, terms=Terms("FORUM", ()))
    assert states(plan, Check.LANGUAGE) == [(None, State.UNKNOWN)]


def test_a_courtesy_copy_is_the_original_that_the_channel_does_not_take() -> None:
    assert courtesy("ca", PLAN)
    assert not courtesy("en", PLAN)
    assert not courtesy("ca", replace(PLAN, terms=Terms("LETTER", ("ca",))))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (TextState.APPROVED, State.OK),
        (TextState.STALE, State.REFUSED),
        (TextState.UNAPPROVED, State.MISSING),
        (TextState.ABSENT, State.MISSING),
    ],
)
def test_only_texts_that_stand_are_sent(text: TextState, state: State) -> None:
    assert states(replace(PLAN, texts={"en": text}), Check.TEXT) == [("en", state)]


LIMITS = [
    (None, False, 5, State.UNKNOWN),
    (None, True, 5, State.UNKNOWN),
    (5, True, 5, State.OK),
    (4, True, 5, State.REFUSED),
    (4, False, 5, State.NOTE),
    (5, False, 5, State.OK),
]


@pytest.mark.parametrize(("limit", "verified", "count", "state"), LIMITS)
def test_a_limit_refuses_only_when_it_is_verified(
    limit: int | None, verified: bool, count: int, state: State
) -> None:
    terms = replace(TERMS, max_characters=limit, max_bytes=limit, is_verified=verified)
    plan = replace(PLAN, terms=terms, cover_text="x" * count, sizes={"pdf": count})
    assert one(plan, Check.CHARACTERS).state is state
    assert one(plan, Check.CHARACTERS).fields == {"count": count, "limit": limit}
    assert one(plan, Check.SIZE).state is state


def test_without_a_covering_text_nothing_is_counted_and_without_files_no_size_is_known() -> None:
    assert states(PLAN, Check.CHARACTERS) == []
    assert states(PLAN, Check.SIZE) == [(None, State.UNKNOWN)]


def test_only_files_in_a_format_taken_are_measured() -> None:
    terms = replace(TERMS, formats=("pdf",), max_bytes=10)
    plan = replace(PLAN, terms=terms, formats=("pdf", "docx"), sizes={"pdf": 9, "docx": 99})
    assert one(plan, Check.SIZE).fields == {"largest": 9, "limit": 10}
    assert one(plan, Check.FORMAT) == Finding(
        Check.FORMAT, State.OK, fields={"taken": ["pdf"], "accepted": ["pdf"]}
    )


@pytest.mark.parametrize(
    ("taken", "state"),
    [(None, State.UNKNOWN), (("pdf",), State.OK), (("tiff",), State.REFUSED), ((), State.REFUSED)],
)
def test_formats(taken: tuple[str, ...] | None, state: State) -> None:
    plan = replace(PLAN, terms=replace(TERMS, formats=taken), formats=("pdf", "docx"))
    assert one(plan, Check.FORMAT).state is state


@pytest.mark.parametrize(
    ("deadline", "state"),
    [
        (None, State.UNKNOWN),
        (NOW + timedelta(seconds=1), State.OK),
        (NOW, State.NOTE),
        (NOW - timedelta(days=1), State.NOTE),
    ],
)
def test_a_deadline_that_has_passed_is_noted(deadline: datetime | None, state: State) -> None:
    assert one(replace(PLAN, deadline=deadline), Check.DEADLINE).state is state


def test_the_presidency_matters_to_the_council_only() -> None:
    assert states(PLAN, Check.PRESIDENCY) == []
    assert one(replace(PLAN, needs_presidency=True), Check.PRESIDENCY).state is State.UNKNOWN
    found = one(replace(PLAN, needs_presidency=True, presidency="IE"), Check.PRESIDENCY)
    assert (found.state, found.fields) == (State.OK, {"country": "IE"})


def test_an_addressee_of_the_paper_and_one_that_has_it_already() -> None:
    assert one(PLAN, Check.ADDRESSEE).state is State.OK
    assert one(replace(PLAN, is_addressee=False), Check.ADDRESSEE).state is State.NOTE
    assert states(PLAN, Check.REPEATED) == []
    sent = (NOW - timedelta(days=9), NOW - timedelta(days=2))
    found = one(replace(PLAN, earlier=sent), Check.REPEATED)
    assert (found.state, found.fields["times"], found.fields["last"]) == (
        State.NOTE,
        2,
        sent[1].isoformat(),
    )


def test_findings_come_in_the_order_of_the_checks_and_only_two_states_forbid() -> None:
    plan = replace(PLAN, cover_text="x", needs_presidency=True, earlier=(NOW,))
    assert [finding.check for finding in checklist(plan)] == list(Check)
    assert {state for state in State if forbidding([Finding(Check.TEXT, state)])} == FORBIDDING
