"""The routes a new installation offers; from then on its administrators keep them."""

from collections.abc import Mapping
from types import MappingProxyType

from positions.electors import Measure
from positions.routes import Electorate, Route, Step, StepKind
from positions.rules import PRESETS, Basis, Rule, RulePreset, Silence, Threshold

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

USUAL_ROUTES: Mapping[str, Route] = MappingProxyType({route.key: route for route in _ROUTES})
"""By key, in the order they are offered."""
