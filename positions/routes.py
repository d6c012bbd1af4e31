"""Named lists of rounds, as data: who is asked, under which rule, for how long, what silence means.

A position that follows a route opens its steps in order, the next only when the one before passed; the last step's pass
adopts. The law names no body for international positions, so which route a position follows is the coordinator's choice,
and administrators keep the routes. Silence stands for consent in technical clearance only, and never adopts.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from positions.compositions import compose, rule_of
from positions.electors import Weight
from positions.errors import Conflict, Invalid, LimitExceeded
from positions.headings import plain_text
from positions.rules import Rule, Silence, check_rule

NAMED_IN = ("ca", "es", "en")
"""The languages a paper can be written in here: every route and step has a name in each."""

MAX_NAME = 200
"""In code points."""

MOST_STEPS = 10
LONGEST_PERIOD = 250
"""In working days: a year of them."""

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


class StepKind(StrEnum):
    """Among contact points, or by those who answer for the organization."""

    CLEARANCE = "CLEARANCE"
    DECISION = "DECISION"


class Electorate(StrEnum):
    """Who is called: every municipality, those that take part, or the authority alone."""

    MUNICIPALITIES = "MUNICIPALITIES"
    PARTICIPANTS = "PARTICIPANTS"
    AUTHORITY = "AUTHORITY"


@dataclass(frozen=True, slots=True)
class Step:
    """One round of a route; `working_days` is the usual period, `is_sealed` hides the votes until closing."""

    key: str
    names: Mapping[str, str]
    kind: StepKind
    electorate: Electorate
    rule: Rule
    silence: Silence = Silence.NONE
    working_days: int = 10
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Rounds in their order."""

    key: str
    names: Mapping[str, str]
    steps: tuple[Step, ...]


def compose_route(route: Route) -> dict[str, object]:
    """The route written out as JSON, its rules in full: what it meant when it was chosen can always be read."""
    return {
        "key": route.key,
        "names": dict(route.names),
        "steps": [
            {
                "key": step.key,
                "names": dict(step.names),
                "kind": step.kind.value,
                "electorate": step.electorate.value,
                "rule": compose(step.rule),
                "silence": step.silence.value,
                "workingDays": step.working_days,
                "sealed": step.is_sealed,
            }
            for step in route.steps
        ],
    }


def route_of(stored: Mapping[str, object]) -> Route:
    """The route behind its JSON; Invalid when it is none."""
    steps, key = stored.get("steps"), stored.get("key")
    if not isinstance(steps, list) or not isinstance(key, str):
        raise Invalid("route_malformed", ["steps"])
    read = tuple(_step(step, ["steps", str(number)]) for number, step in enumerate(steps))
    return Route(key, _names(stored.get("names")), read)


def check_route(route: Route) -> Route:
    """The route with its names in normal form; the refusal that says why no position could follow it."""
    if not _KEY.fullmatch(route.key):
        raise Invalid("route_key_malformed", ["key"])
    if not route.steps:
        raise Invalid("route_without_steps", ["steps"])
    if len(route.steps) > MOST_STEPS:
        raise LimitExceeded("list_too_long", ["steps"], limit=MOST_STEPS)
    steps = tuple(_checked(step, ["steps", str(number)]) for number, step in enumerate(route.steps))
    for number, step in enumerate(steps):
        if step.key in {earlier.key for earlier in steps[:number]}:
            raise Invalid("step_twice", ["steps", str(number), "key"], step=step.key)
    if steps[-1].kind is not StepKind.DECISION:
        raise Invalid("route_ends_without_decision", ["steps", str(len(steps) - 1), "kind"])
    return Route(route.key, _named(route.names, ["names"]), steps)


def step_of(route: Route, key: str | None) -> Step:
    """The route's step of this key; Invalid when it has none, or none was named."""
    if key is None:
        raise Invalid("step_required", ["stepKey"])
    found = next((step for step in route.steps if step.key == key), None)
    if found is None:
        raise Invalid("step_unknown", ["stepKey"], step=key)
    return found


def next_step(route: Route, passed: Collection[str]) -> Step | None:
    """The first step that has not passed on the present text; None when all have."""
    return next((step for step in route.steps if step.key not in passed), None)


def check_step(route: Route, key: str, passed: Collection[str]) -> Step:
    """The step to open; Invalid when the route has none of this key, Conflict when it is not its turn."""
    wanted, step = step_of(route, key), next_step(route, passed)
    if step is None or step.key != wanted.key:
        raise Conflict("step_not_next", ["stepKey"], step=key, next=step and step.key)
    return step


def is_last(route: Route, key: str) -> bool:
    """Whether this step's pass adopts."""
    return route.steps[-1].key == key


# As many as could ever be called: what nobody of these can reach, no electorate can.
_LARGEST: Mapping[Electorate, Weight] = MappingProxyType(
    {
        Electorate.MUNICIPALITIES: Weight(10_000, 100_000_000, 100_000),
        Electorate.PARTICIPANTS: Weight(10_000, 100_000_000, 100_000),
        Electorate.AUTHORITY: Weight(1),
    }
)


def _checked(step: Step, path: Sequence[str]) -> Step:
    if not _KEY.fullmatch(step.key):
        raise Invalid("route_key_malformed", [*path, "key"])
    if not 1 <= step.working_days <= LONGEST_PERIOD:
        raise Invalid("step_period_out_of_range", [*path, "workingDays"], limit=LONGEST_PERIOD)
    if step.silence is Silence.CONSENT and step.kind is not StepKind.CLEARANCE:
        raise Invalid("silence_only_for_clearance", [*path, "silence"])
    try:
        check_rule(step.rule, _LARGEST[step.electorate])
    except Invalid as refusal:
        raise Invalid(refusal.reason, [*path, *refusal.path], **refusal.fields) from None
    return Step(
        step.key,
        _named(step.names, [*path, "names"]),
        step.kind,
        step.electorate,
        step.rule,
        step.silence,
        step.working_days,
        step.is_sealed,
    )


def _named(names: Mapping[str, str], path: Sequence[str]) -> Mapping[str, str]:
    """The names on one line each, in the languages that papers are written in."""
    for language in NAMED_IN:
        if not names.get(language, "").strip():
            raise Invalid("route_name_missing", path, language=language)
    return {
        language: " ".join(plain_text(names[language], path, limit=MAX_NAME).split()) for language in NAMED_IN
    }


def _step(stored: object, path: Sequence[str]) -> Step:
    try:
        if not isinstance(stored, Mapping):
            raise TypeError
        key, days, rule = stored["key"], stored.get("workingDays", 10), stored["rule"]
        if not (isinstance(key, str) and isinstance(days, int) and isinstance(rule, Mapping)):
            raise TypeError
        return Step(
            key,
            _names(stored["names"]),
            StepKind(stored["kind"]),
            Electorate(stored["electorate"]),
            rule_of(rule),
            Silence(stored.get("silence", Silence.NONE)),
            days,
            bool(stored.get("sealed", False)),
        )
    except (KeyError, TypeError, ValueError):
        raise Invalid("route_malformed", path) from None


def _names(stored: object) -> Mapping[str, str]:
    if not isinstance(stored, Mapping) or not all(isinstance(name, str) for name in stored.values()):
        raise Invalid("route_malformed", ["names"])
    return {str(language): str(name) for language, name in stored.items()}
