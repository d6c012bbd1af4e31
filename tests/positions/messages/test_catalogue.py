"""Every refusal can be said, in all three languages, with the fields it really has."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from positions import errors
from positions.errors import Code, Invalid, NotFound, Refusal
from positions.lifecycle import Action, Stage
from positions.messages.catalogue import LANGUAGES, message, reasons, refusal_message, spoken
from positions.permissions import Permission

ROOT = Path(__file__).parents[3]
REFUSALS = {
    cls.__name__ for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, Refusal)
}
KINDS_OF_CODE = {"organization_unknown", "institution_unknown", "subject_unknown"}
"""Reasons that a table holds and a single line raises."""
every_language = pytest.mark.parametrize("language", LANGUAGES)


def calls() -> Iterator[ast.Call]:
    """Every call in the sources."""
    for folder in ("positions", "api"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield node


def name_of(call: ast.Call) -> str:
    """The called name, without what it belongs to."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def literals(node: ast.expr) -> Iterator[str]:
    """The strings an argument may be."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from literals(body)
            yield from literals(other)
        case _:
            pass


@cache
def raised() -> dict[str, set[str]]:
    """Every reason in the sources with the fields it is given anywhere."""
    found: dict[str, set[str]] = {}
    for call in calls():
        name = name_of(call)
        arguments = (
            call.args[:1] if name in REFUSALS or name == "message" else call.args[1:2] * (name == "Reader")
        )
        for argument in arguments:
            for reason in literals(argument):
                found.setdefault(reason, set()).update(keyword.arg or "" for keyword in call.keywords)
    return found


def placeholders(wording: str) -> set[str]:
    """The fields a wording asks for."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


@every_language
def test_every_reason_in_the_sources_has_its_wording(language: str) -> None:
    assert sorted((set(raised()) | KINDS_OF_CODE) - set(reasons(language))) == []


def test_the_catalogues_say_the_same_things() -> None:
    catalan, spanish, english = (reasons(language) for language in LANGUAGES)
    assert set(catalan) == set(spanish) == set(english)
    for reason, wording in catalan.items():
        assert placeholders(wording) == placeholders(spanish[reason]) == placeholders(english[reason]), reason


@every_language
def test_placeholders_are_fields_that_the_sources_give(language: str) -> None:
    given = raised()
    for reason, wording in reasons(language).items():
        if reason in given:
            assert placeholders(wording) <= given[reason], reason


@every_language
def test_wordings_are_calm_sentences(language: str) -> None:
    for reason, wording in reasons(language).items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", reason)
        assert "!" not in wording
        assert wording.endswith(".")
        assert wording == wording.strip()


@every_language
@pytest.mark.parametrize("code", Code)
def test_an_unknown_reason_is_said_by_its_code(code: Code, language: str) -> None:
    (kind,) = (cls for cls in Refusal.__subclasses__() if cls.code is code)
    assert refusal_message(kind("nobody_wrote_this"), language).endswith(".")


@every_language
@pytest.mark.parametrize("stage", Stage)
def test_stages_and_actions_are_said_in_words(stage: str, language: str) -> None:
    for action in sorted({*Action} | {*Permission}):
        told = message("stage_forbids", language, stage=str(stage), action=str(action))
        assert not re.search(r"[A-Z]{3}|…", told), action


def test_numbers_and_moments_by_locale() -> None:
    assert "2.000.000" in message("text_too_long", "ca", limit=2_000_000)
    assert "2,000,000" in message("text_too_long", "en", limit=2_000_000)
    deadline = datetime(2026, 6, 12, 12, 0, tzinfo=UTC)
    assert "12/06/2026, 14.00" in message("tabling_closed", "ca", deadline=deadline)
    assert "12 June 2026, 14:00" in message("tabling_closed", "en", deadline=deadline.isoformat())
    assert "2026-99-99T" in message("deadline_invalid", "en", deadline="2026-99-99T")


def test_a_field_may_bear_any_name() -> None:
    assert "«xx»" in message("language_twice", "es", language="xx")
    assert "…" in message("version_unknown", "ca")


def test_an_unknown_language_hears_catalan() -> None:
    assert spoken("es-ES") == "es"
    assert spoken("zz") == spoken("") == "ca"
    assert refusal_message(NotFound("position_unknown"), "fr") == message("position_unknown", "ca")
    assert message("nobody_wrote_this", "en") == refusal_message(Invalid("nobody_wrote_this"), "en")
