"""Every reason of a refusal is said in all three languages, and nothing is worded that nobody says."""

import ast
from collections.abc import Iterator

import pytest

from positions import errors
from positions.messages.catalogue import LANGUAGES, reasons
from tests.support.sources import product_sources

REFUSALS = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.Refusal)
}
CARRIERS = {"reason", "refusal"}  # parameters and fields by which a reason is handed on to where it is raised


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _reasons_in(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in REFUSALS and call.args:
        yield from _literals(call.args[0])
    for keyword in call.keywords:
        if keyword.arg in CARRIERS:
            yield from (
                literal
                for literal in _literals(keyword.value)
                if literal.isidentifier() and literal.islower()
            )


def _calls() -> Iterator[ast.Call]:
    for source in product_sources():
        yield from (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def _strings() -> set[str]:
    constants = (
        node
        for source in product_sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
    )
    return {node.value for node in constants if isinstance(node.value, str)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_worded(language: str) -> None:
    given = {reason for call in _calls() for reason in _reasons_in(call)}
    assert given - set(reasons(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_belongs_to_a_reason(language: str) -> None:
    assert set(reasons(language)) - _strings() == set()
