"""Named lists of rounds, as data: who is asked, under which rule, for how long, what silence means.

A position that follows a route opens its steps in order, the next only when the one before passed; the last step's pass
adopts. The law names no body for international positions, so which route a position follows is the coordinator's choice.
Silence stands for consent in technical clearance only.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from positions.electors import Measure
from positions.errors import Conflict, Invalid
from positions.rules import PRESETS, Basis, Rule, RulePreset, Silence, Threshold


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


ADHESION = Rule((Threshold(Measure.ORGANIZATIONS, Basis.ELIGIBLE, 0, 1, strict=True),))
"""Whoever wants to signs; it takes one."""


def _named(ca: str, es: str, en: str) -> Mapping[str, str]:
    return MappingProxyType({"ca": ca, "es": es, "en": en})


_CLEARANCE = Step(
    key="clearance",
    names=_named("Validació tècnica", "Validación técnica", "Technical clearance"),
    kind=StepKind.CLEARANCE,
    electorate=Electorate.MUNICIPALITIES,
    rule=PRESETS[RulePreset.CONSENSUS],
    silence=Silence.CONSENT,
)
_MAYORS = Step(
    key="mayors",
    names=_named("Consell d'Alcaldes", "Consejo de Alcaldes", "Council of Mayors"),
    kind=StepKind.DECISION,
    electorate=Electorate.MUNICIPALITIES,
    rule=PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING],
)
_COUNCIL = Step(
    key="council",
    names=_named("Consell Metropolità", "Consejo Metropolitano", "Metropolitan Council"),
    kind=StepKind.DECISION,
    electorate=Electorate.MUNICIPALITIES,
    rule=PRESETS[RulePreset.WEIGHTED_SEATS],
)
_BOARD = Step(
    key="board",
    names=_named("Junta de Govern", "Junta de Gobierno", "Government Board"),
    kind=StepKind.DECISION,
    electorate=Electorate.AUTHORITY,
    rule=PRESETS[RulePreset.SIMPLE_MAJORITY],
)
_ADHESION = Step(
    key="adhesion",
    names=_named("Adhesió dels municipis", "Adhesión de los municipios", "Signatures of the municipalities"),
    kind=StepKind.DECISION,
    electorate=Electorate.MUNICIPALITIES,
    rule=ADHESION,
)
_LETTER = Step(
    key="letter",
    names=_named("Carta de la presidència", "Carta de la presidencia", "Letter of the presidency"),
    kind=StepKind.DECISION,
    electorate=Electorate.AUTHORITY,
    rule=PRESETS[RulePreset.SIMPLE_MAJORITY],
)

_ROUTES = (
    Route(
        "mayors",
        _named(
            "Validació tècnica i Consell d'Alcaldes",
            "Validación técnica y Consejo de Alcaldes",
            "Technical clearance and Council of Mayors",
        ),
        (_CLEARANCE, _MAYORS),
    ),
    # The optional resolution is a route of its own: whether a pass adopts is then known before the round opens.
    Route(
        "mayors_and_council",
        _named(
            "Validació tècnica, Consell d'Alcaldes i Consell Metropolità",
            "Validación técnica, Consejo de Alcaldes y Consejo Metropolitano",
            "Technical clearance, Council of Mayors and Metropolitan Council",
        ),
        (_CLEARANCE, _MAYORS, _COUNCIL),
    ),
    Route(
        "government_board",
        _named(
            "Junta de Govern, per delegació",
            "Junta de Gobierno, por delegación",
            "Government Board, by delegation",
        ),
        (_BOARD,),
    ),
    Route(
        "presidency_letter",
        _named(
            "Carta de la presidència amb alcaldies adherides",
            "Carta de la presidencia con alcaldías adheridas",
            "Letter of the presidency with adhering mayors",
        ),
        (_ADHESION, _LETTER),
    ),
    Route(
        "signatories",
        _named("Llista oberta de signants", "Lista abierta de signatarios", "Open list of signatories"),
        (_ADHESION,),
    ),
)

ROUTES: Mapping[str, Route] = MappingProxyType({route.key: route for route in _ROUTES})
"""The routes ready to choose, by key."""


def route_of(key: str) -> Route:
    """The route with this key; Invalid when there is none."""
    if key not in ROUTES:
        raise Invalid("route_unknown", ["routeKey"], route=key)
    return ROUTES[key]


def next_step(route: Route, passed: Collection[str]) -> Step | None:
    """The first step that has not passed on the present text; None when all have."""
    return next((step for step in route.steps if step.key not in passed), None)


def check_step(route: Route, key: str, passed: Collection[str]) -> Step:
    """The step to open; Invalid when the route has none of this key, Conflict when it is not its turn."""
    if key not in {step.key for step in route.steps}:
        raise Invalid("step_unknown", ["stepKey"], step=key)
    step = next_step(route, passed)
    if step is None or step.key != key:
        raise Conflict("step_not_next", ["stepKey"], step=key, next=step and step.key)
    return step


def is_last(route: Route, key: str) -> bool:
    """Whether this step's pass adopts."""
    return route.steps[-1].key == key
