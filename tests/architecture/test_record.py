"""Every verb leaves its event: a service function that acts for somebody reaches the record."""

import ast

from tests.support.sources import Function, Source, product_sources

RECORDERS = {"record", "record_register"}
# Verbs that change nothing anybody could doubt later, with the reason.
UNRECORDED = {"mark_read": "what a person has looked at is nobody else's business"}


def _services() -> list[Source]:
    return [source for source in product_sources() if source.path.startswith("positions/services/")]


def _called(function: Function) -> set[str]:
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    names = {call.id for call in calls if isinstance(call, ast.Name)}
    return names | {call.attr for call in calls if isinstance(call, ast.Attribute)}


def _recording(calls: dict[str, set[str]]) -> set[str]:
    """The functions that reach the record, themselves or through others."""
    reached = set(RECORDERS)
    fresh = reached
    while fresh:
        fresh = {name for name, called in calls.items() if called & reached} - reached
        reached |= fresh
    return reached


def _is_verb(function: Function) -> bool:
    annotations = {ast.unparse(argument.annotation) for argument in function.args.args if argument.annotation}
    return not function.name.startswith("_") and {"UnitOfWork", "Actor"} <= annotations


def test_every_verb_is_recorded() -> None:
    functions = [function for source in _services() for function in source.functions()]
    calls = {function.name: _called(function) for function in functions}
    verbs = {function.name for function in functions if _is_verb(function)}
    assert verbs, "no verb found: has the signature of services changed?"
    assert verbs - _recording(calls) == set(UNRECORDED)
