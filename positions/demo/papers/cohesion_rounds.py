"""The cohesion paper's three rounds: a silence that is broken, the same step again on the new text, and the Council of Mayors."""

from positions.demo.papers.steps import (
    Annex,
    Choice,
    CloseRound,
    Condition,
    Lift,
    MinutedVote,
    OpenRound,
    RecordVotes,
    RunOut,
    Step,
    Vote,
)
from positions.demo.papers.towns import (
    ALL_TOWNS,
    AMB,
    BADALONA,
    BEGUES,
    CASTELLDEFELS,
    SANT_CUGAT,
    VILADECANS,
)

_BROKEN, _CLEARED, _MAYORS = "clearance", "clearance again", "mayors"

BROKEN_ROUND: tuple[Step, ...] = (
    OpenRound(
        "2026-04-13 09:00",
        AMB,
        round=_BROKEN,
        version="v0.9",
        step="clearance",
        closes="2026-04-24 14:00",
    ),
    Vote(
        "2026-04-16 11:40",
        VILADECANS,
        round=_BROKEN,
        choice="APPROVE",
        mandate="DELEGATION",
        mandated_on="2026-04-15",
        conditions=(
            Condition(
                "scrutiny",
                "SCRUTINY",
                "La comissió informativa del Ple encara no ha examinat el document; ho farà a primers de maig.",
            ),
        ),
    ),
    Vote(
        "2026-04-22 17:10",
        BADALONA,
        round=_BROKEN,
        choice="OBJECT",
        mandate="DELEGATION",
        mandated_on="2026-04-21",
        statement="Un termini de 60 dies fa inútil la resposta: quan arriba, el pla ja és aprovat.",
        conditions=(
            Condition(
                "deadline",
                "SUBSTANTIVE",
                "La resposta ha d'arribar a temps de canviar el pla.",
                ask="D3",
                wish="Un termini inferior a 60 dies i una resposta pública.",
            ),
        ),
    ),
    RunOut("2026-04-24 14:00", AMB),
)

LIFTED: tuple[Step, ...] = (Lift("2026-05-06 10:30", VILADECANS, condition="scrutiny"),)

CLEARED_ROUND: tuple[Step, ...] = (
    Lift("2026-05-08 13:45", BADALONA, condition="deadline"),
    OpenRound(
        "2026-05-11 09:00",
        AMB,
        round=_CLEARED,
        version="v1.0",
        step="clearance",
        closes="2026-05-13 14:00",
    ),
    Vote(
        "2026-05-11 12:25",
        BADALONA,
        round=_CLEARED,
        choice="APPROVE",
        mandate="DELEGATION",
        mandated_on="2026-05-11",
        statement="El termini de 45 dies i la publicació de la resposta recullen el que demanàvem.",
    ),
    Vote(
        "2026-05-12 10:05",
        VILADECANS,
        round=_CLEARED,
        choice="APPROVE",
        mandate="DELEGATION",
        mandated_on="2026-05-11",
    ),
    RunOut("2026-05-13 14:00", AMB),
)

_NOT_IN_FAVOUR: dict[str, tuple[Choice, str]] = {
    SANT_CUGAT: (
        "OBJECT",
        "El municipi comparteix la resta del document i demana que consti una declaració en acta.",
    ),
    CASTELLDEFELS: ("ABSTAIN", "El municipi manté el dubte sobre el percentatge de la demanda D2."),
    BEGUES: ("ABSTAIN", ""),
}
_IN_FAVOUR: tuple[Choice, str] = ("APPROVE", "")

MAYORS_ROUND: tuple[Step, ...] = (
    OpenRound(
        "2026-05-14 09:00",
        AMB,
        round=_MAYORS,
        version="v1.0",
        step="mayors",
        closes="2026-05-21 14:00",
    ),
    RecordVotes(
        "2026-05-21 13:10",
        AMB,
        round=_MAYORS,
        votes=tuple(MinutedVote(town, *_NOT_IN_FAVOUR.get(town, _IN_FAVOUR)) for town in ALL_TOWNS),
        body="Consell d'Alcaldes",
        held_on="2026-05-21",
        reference="Acta 2026/05",
    ),
    CloseRound("2026-05-21 13:20", AMB, round=_MAYORS),
    Annex(
        "2026-05-22 10:00",
        SANT_CUGAT,
        round=_MAYORS,
        kind="MINUTES",
        text="L'Ajuntament de Sant Cugat del Vallès fa constar que comparteix les demandes D1, D2, D3 i D5. Ha votat en contra perquè "
        "considera que la clàusula de la demanda D4 regula una qüestió interna que correspon als òrgans metropolitans, i demana que el "
        "criteri de repartiment s'aprovi al Consell Metropolità abans de presentar cap projecte.",
    ),
)
