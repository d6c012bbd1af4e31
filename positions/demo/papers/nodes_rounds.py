"""The rounds of the paper on urban nodes: a clearance in silence, and a Council of Mayors that votes in writing and is not over yet."""

from dataclasses import dataclass

from positions.demo.papers.steps import (
    Choice,
    Condition,
    Lift,
    Mandate,
    OpenRound,
    RunOut,
    Step,
    Translate,
    Vote,
)
from positions.demo.papers.texts import text
from positions.demo.papers.towns import (
    AMB,
    BADIA,
    BARBERA,
    CASTELLBISBAL,
    CASTELLDEFELS,
    CERDANYOLA,
    CERVELLO,
    CORNELLA,
    ESPLUGUES,
    GAVA,
    HOSPITALET,
    MONTCADA,
    PALMA,
    PRAT,
    RIPOLLET,
    SANT_ADRIA,
    SANT_BOI,
    SANT_CLIMENT,
    SANT_FELIU,
    SANT_JOAN,
    SANT_JUST,
    SANT_VICENC,
    SANTA_COLOMA_CERVELLO,
    SANTA_COLOMA_GRAMENET,
    TIANA,
    VILADECANS,
)

_CLEARANCE, MAYORS = "clearance", "mayors"

CLEARED_ROUND: tuple[Step, ...] = (
    OpenRound(
        "2026-10-19 09:00",
        AMB,
        round=_CLEARANCE,
        version="v1.0",
        step="clearance",
        closes="2026-10-30 14:00",
    ),
    Vote(
        "2026-10-22 11:50",
        GAVA,
        round=_CLEARANCE,
        choice="APPROVE",
        mandate="DELEGATION",
        mandated_on="2026-10-21",
        conditions=(
            Condition(
                "airport",
                "SCRUTINY",
                "Els serveis tècnics encara examinen si l'accés a l'aeroport de la demanda D1 és compatible amb el pla local.",
            ),
        ),
    ),
    Lift("2026-10-28 10:15", GAVA, condition="airport"),
    RunOut("2026-10-30 14:00", AMB),
)

TRANSLATED: tuple[Step, ...] = (
    Translate("2026-11-13 12:30", AMB, language="en", version="v1.0", text=text("nodes.en")),
)


@dataclass(frozen=True)
class _Said:
    """One town's answer in writing."""

    at: str
    town: str
    mandate: Mandate
    mandated_on: str
    choice: Choice = "APPROVE"
    statement: str = ""
    ratified_by: str | None = None


_ANSWERS = (
    _Said("2026-11-16 11:20", HOSPITALET, "GOVERNMENT_BOARD", "2026-11-10"),
    _Said("2026-11-16 12:45", MONTCADA, "GOVERNMENT_BOARD", "2026-11-11"),
    _Said("2026-11-16 16:30", CASTELLDEFELS, "MAYOR_DECREE", "2026-11-13"),
    _Said("2026-11-17 09:40", CORNELLA, "GOVERNMENT_BOARD", "2026-11-16"),
    _Said("2026-11-17 10:55", SANT_BOI, "GOVERNMENT_BOARD", "2026-11-16"),
    _Said("2026-11-17 12:10", PRAT, "GOVERNMENT_BOARD", "2026-11-11"),
    _Said(
        "2026-11-17 13:25",
        CERVELLO,
        "MAYOR_DECREE",
        "2026-11-16",
        statement="Vot pendent de la ratificació del Ple.",
        ratified_by="2026-12-01",
    ),
    _Said("2026-11-17 17:05", RIPOLLET, "MAYOR_DECREE", "2026-11-16"),
    _Said("2026-11-18 09:15", SANTA_COLOMA_GRAMENET, "GOVERNMENT_BOARD", "2026-11-17"),
    _Said("2026-11-18 10:30", SANT_VICENC, "GOVERNMENT_BOARD", "2026-11-16"),
    _Said(
        "2026-11-18 11:45",
        CASTELLBISBAL,
        "GOVERNMENT_BOARD",
        "2026-11-17",
        "OBJECT",
        "La demanda D5 promet ajuts a tots els polígons sense dir d'on sortiran. Hauríem votat a favor amb la nostra esmena.",
    ),
    _Said("2026-11-18 12:50", VILADECANS, "GOVERNMENT_BOARD", "2026-11-17"),
    _Said("2026-11-18 16:20", SANT_JOAN, "MAYOR_DECREE", "2026-11-18"),
    _Said("2026-11-19 09:05", ESPLUGUES, "GOVERNMENT_BOARD", "2026-11-17"),
    _Said("2026-11-19 10:10", CERDANYOLA, "GOVERNMENT_BOARD", "2026-11-18"),
    _Said(
        "2026-11-19 11:30",
        SANT_CLIMENT,
        "MAYOR_DECREE",
        "2026-11-18",
        statement="Vot pendent de la ratificació del Ple, que es reuneix cada tres mesos.",
        ratified_by="2026-12-10",
    ),
    _Said("2026-11-19 12:40", SANT_FELIU, "GOVERNMENT_BOARD", "2026-11-18"),
    _Said(
        "2026-11-19 13:35",
        TIANA,
        "MAYOR_DECREE",
        "2026-11-18",
        "ABSTAIN",
        "Compartim el document, però cap dels deu intercanviadors no és al Maresme.",
    ),
    _Said("2026-11-19 17:10", SANT_ADRIA, "MAYOR_DECREE", "2026-11-18"),
    _Said("2026-11-20 09:20", BADIA, "MAYOR_DECREE", "2026-11-19"),
    _Said("2026-11-20 10:05", BARBERA, "GOVERNMENT_BOARD", "2026-11-18"),
    _Said("2026-11-20 11:15", SANT_JUST, "MAYOR_DECREE", "2026-11-19"),
    _Said(
        "2026-11-20 12:25",
        PALMA,
        "MAYOR_DECREE",
        "2026-11-19",
        statement="Vot pendent de la ratificació del Ple.",
        ratified_by="2026-12-03",
    ),
    _Said("2026-11-20 13:30", SANTA_COLOMA_CERVELLO, "MAYOR_DECREE", "2026-11-19"),
)

OPEN_ROUND: tuple[Step, ...] = (
    OpenRound(
        "2026-11-16 09:00",
        AMB,
        round=MAYORS,
        version="v1.0",
        step="mayors",
        closes="2026-12-04 14:00",
    ),
    *(
        Vote(
            said.at,
            said.town,
            round=MAYORS,
            choice=said.choice,
            mandate=said.mandate,
            mandated_on=said.mandated_on,
            statement=said.statement,
            ratified_by=said.ratified_by,
        )
        for said in _ANSWERS
    ),
)
