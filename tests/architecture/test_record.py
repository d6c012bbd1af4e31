"""Every verb leaves its event: a service function that acts for somebody reaches the record."""

import ast

from tests.support.sources import Function, Source, product_sources

RECORDERS = {"record", "record_register"}
# Verbs that change nothing anybody could doubt later, with the reason.
UNRECORDED = {
    "confirm_block": "a translation being written is a draft; its versions and its approval are recorded",
    "mark_read": "what a person has looked at is nobody else's business",
    "send_again": "what became of a mail stands in the outbox; the act it tells of is recorded already",
    "translate_block": "a translation being written is a draft; its versions and its approval are recorded",
}

Place = tuple[str, str]
"""A function by its file and name: two files may each have a `_keep`."""


def _services() -> list[Source]:
    return [source for source in product_sources() if source.path.startswith("positions/services/")]


def _called(function: Function) -> set[str]:
    """The functions called by name: a method (`provider.load()`) is nobody's verb."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {call.id for call in calls if isinstance(call, ast.Name)}


def _calls(sources: list[Source]) -> dict[Place, set[Place]]:
    """What each function calls: its own file's function of that name, else any other file's that is not private."""
    own = {source.path: {function.name for function in source.functions()} for source in sources}

    def meant(path: str, name: str) -> set[Place]:
        if name in own[path]:
            return {(path, name)}
        return {(other, name) for other, names in own.items() if name in names and not name.startswith("_")}

    return {
        (source.path, function.name): {
            place for name in _called(function) for place in meant(source.path, name)
        }
        for source in sources
        for function in source.functions()
    }


def _recording(calls: dict[Place, set[Place]]) -> set[Place]:
    """The functions that reach the record, themselves or through others."""
    reached = {place for place in calls if place[1] in RECORDERS}
    fresh = reached
    while fresh:
        fresh = {place for place, called in calls.items() if called & reached} - reached
        reached |= fresh
    return reached


def _is_verb(function: Function) -> bool:
    annotations = {ast.unparse(argument.annotation) for argument in function.args.args if argument.annotation}
    return not function.name.startswith("_") and {"UnitOfWork", "Actor"} <= annotations


def test_every_verb_is_recorded() -> None:
    sources = _services()
    recording = _recording(_calls(sources))
    verbs = {(source.path, verb.name) for source in sources for verb in source.functions() if _is_verb(verb)}
    assert verbs, "no verb found: has the signature of services changed?"
    assert {name for _, name in verbs - recording} == set(UNRECORDED)


def test_which_votes_count_is_said_in_one_place() -> None:
    """A query that asked for `replaced_at` alone would count what nobody confirmed."""
    saying = {
        source.path
        for source in product_sources()
        if source.path.startswith("positions/queries/")
        and any(
            isinstance(node, ast.Attribute)
            and node.attr == "replaced_at"
            and isinstance(node.value, ast.Name)
            and node.value.id == "Vote"
            for node in ast.walk(source.tree)
        )
    }
    assert saying == {"positions/queries/votes.py"}  # it tells of votes that wait
