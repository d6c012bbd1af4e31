"""What a publication says of itself: who stands behind it today, when it last changed, in which words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from positions.organizations import OrganizationKind
from positions.publications import Adoption, Body, Statement, Text, Vote, Withdrawal, said_in
from positions.rules import Choice

AT = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def body(code: str) -> Body:
    return Body(code, f"Town {code}", OrganizationKind.MUNICIPALITY)


def vote(code: str, choice: Choice | None, **more: bool) -> Vote:
    told = {"is_tacit": False, "is_withdrawn": False, **more}
    return Vote(body(code), 10, 1, choice, told["is_tacit"], True, (), told["is_withdrawn"])


def text(language: str, *, is_original: bool = False) -> Text:
    return Text(f"ver_{language}", language, is_original, 1, None, "0" * 64, 10)


def test_signatories_approved_aloud_and_did_not_take_it_back() -> None:
    adoption = Adoption(
        AT,
        AT,
        votes=(
            vote("A", Choice.APPROVE),
            vote("B", Choice.OBJECT),
            vote("C", Choice.APPROVE, is_tacit=True),
            vote("D", Choice.APPROVE, is_withdrawn=True),
            vote("E", None),
            vote("F", Choice.APPROVE),
        ),
        withdrawals=(Withdrawal(body("F"), date(2027, 1, 1), AT),),
    )
    assert [one.organization.code for one in adoption.signatories] == ["A"]


def test_the_day_of_adoption_is_the_metropolis_day() -> None:
    assert Adoption(AT, AT).adopted_on == date(2027, 1, 1)


def test_the_public_face_changes_with_what_is_added() -> None:
    later = AT + timedelta(days=3)
    statement = Statement(1, "DISSENT", "ca", "No.", (body("B"),), later)
    assert Adoption(AT, AT).changed_at == AT
    assert Adoption(AT, AT, statements=(statement,)).changed_at == later


@pytest.mark.parametrize(
    ("asked", "found"), [(("en",), "en"), (("fr", "en"), "en"), (("fr",), "ca"), ((), "ca")]
)
def test_a_text_is_found_in_the_language_asked_for_else_the_original(
    asked: tuple[str, ...], found: str
) -> None:
    adoption = Adoption(AT, AT, texts=(text("ca", is_original=True), text("en")))
    chosen = adoption.text_in(*asked)
    assert chosen is not None
    assert chosen.language == found


def test_words_fall_back_to_a_language_there_is() -> None:
    texts = {"es": "hola", "en": "hello"}
    assert said_in(texts, "en") == "hello"
    assert said_in(texts, "fr") == "hola"
    assert said_in({}, "ca") is None
