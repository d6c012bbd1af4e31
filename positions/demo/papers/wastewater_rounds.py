"""The wastewater paper's two rounds: the first fails among the small towns, the second adopts."""

from positions.demo.papers.steps import (
    Annex,
    Choice,
    CloseRound,
    Mandate,
    MinutedVote,
    OpenRound,
    RecordVotes,
    Step,
    Vote,
)
from positions.demo.papers.towns import (
    ALL_TOWNS,
    AMB,
    BADALONA,
    BADIA,
    BARBERA,
    BARCELONA,
    BEGUES,
    CASTELLBISBAL,
    CASTELLDEFELS,
    CERDANYOLA,
    CERVELLO,
    CORBERA,
    CORNELLA,
    ESPLUGUES,
    GAVA,
    HOSPITALET,
    MOLINS,
    MONTCADA,
    MONTGAT,
    PALLEJA,
    PALMA,
    PAPIOL,
    PRAT,
    RIPOLLET,
    SANT_ADRIA,
    SANT_ANDREU,
    SANT_BOI,
    SANT_CLIMENT,
    SANT_CUGAT,
    SANT_FELIU,
    SANT_JOAN,
    SANT_JUST,
    SANT_VICENC,
    SANTA_COLOMA_CERVELLO,
    SANTA_COLOMA_GRAMENET,
    TIANA,
    TORRELLES,
    VILADECANS,
)

_FIRST, _SECOND = "first", "second"
_WRITTEN_YES: tuple[tuple[str, str, Mandate, str], ...] = (
    ("2026-05-11 11:20", PRAT, "GOVERNMENT_BOARD", "2026-05-06"),
    ("2026-05-11 12:45", SANT_BOI, "GOVERNMENT_BOARD", "2026-05-07"),
    ("2026-05-12 10:10", MONTCADA, "MAYOR_DECREE", "2026-05-11"),
    ("2026-05-12 13:05", HOSPITALET, "GOVERNMENT_BOARD", "2026-05-12"),
    ("2026-05-13 09:30", CORNELLA, "GOVERNMENT_BOARD", "2026-05-12"),
    ("2026-05-13 12:00", SANT_JOAN, "MAYOR_DECREE", "2026-05-12"),
    ("2026-05-14 10:40", VILADECANS, "GOVERNMENT_BOARD", "2026-05-13"),
    ("2026-05-14 16:15", GAVA, "MAYOR_DECREE", "2026-05-14"),
    ("2026-05-15 09:25", BADALONA, "GOVERNMENT_BOARD", "2026-05-11"),
    ("2026-05-15 12:30", SANT_ADRIA, "MAYOR_DECREE", "2026-05-14"),
    ("2026-05-18 10:00", SANTA_COLOMA_GRAMENET, "GOVERNMENT_BOARD", "2026-05-12"),
    ("2026-05-18 13:10", CASTELLDEFELS, "MAYOR_DECREE", "2026-05-15"),
    ("2026-05-19 09:50", ESPLUGUES, "MAYOR_DECREE", "2026-05-18"),
    ("2026-05-19 11:35", SANT_FELIU, "GOVERNMENT_BOARD", "2026-05-18"),
    ("2026-05-19 17:05", CERDANYOLA, "MAYOR_DECREE", "2026-05-18"),
    ("2026-05-20 09:15", RIPOLLET, "MAYOR_DECREE", "2026-05-19"),
    ("2026-05-20 12:20", BARCELONA, "GOVERNMENT_BOARD", "2026-05-20"),
    ("2026-05-21 10:30", BARBERA, "MAYOR_DECREE", "2026-05-20"),
    ("2026-05-21 13:40", SANT_CUGAT, "GOVERNMENT_BOARD", "2026-05-18"),
)
_WRITTEN_NO: tuple[tuple[str, str, Mandate, str, str], ...] = (
    (
        "2026-05-13 18:20",
        TORRELLES,
        "PLENARY",
        "2026-05-12",
        "Compartim l'objectiu, però el repartiment per càrrega tractada ens deixa fora.",
    ),
    (
        "2026-05-14 12:10",
        BEGUES,
        "MAYOR_DECREE",
        "2026-05-13",
        "El text no preveu res per a les urbanitzacions sense clavegueram.",
    ),
    (
        "2026-05-15 10:55",
        CERVELLO,
        "GOVERNMENT_BOARD",
        "2026-05-14",
        "Sense solidaritat entre municipis, la demanda D3 no és assumible.",
    ),
    ("2026-05-15 13:30", PALMA, "MAYOR_DECREE", "2026-05-15", "Ens adherim als motius de Cervelló."),
    (
        "2026-05-18 11:15",
        SANT_CLIMENT,
        "MAYOR_DECREE",
        "2026-05-15",
        "Demanem més temps per valorar el cost per al municipi.",
    ),
    (
        "2026-05-18 17:45",
        CORBERA,
        "GOVERNMENT_BOARD",
        "2026-05-18",
        "Cal tenir en compte els metres de xarxa.",
    ),
    ("2026-05-19 10:25", PAPIOL, "MAYOR_DECREE", "2026-05-18", ""),
    ("2026-05-19 12:50", SANTA_COLOMA_CERVELLO, "MAYOR_DECREE", "2026-05-18", ""),
    ("2026-05-20 10:05", PALLEJA, "MAYOR_DECREE", "2026-05-19", ""),
    (
        "2026-05-20 13:15",
        CASTELLBISBAL,
        "GOVERNMENT_BOARD",
        "2026-05-19",
        "Hi trobem a faltar els abocaments industrials.",
    ),
    ("2026-05-20 17:30", TIANA, "MAYOR_DECREE", "2026-05-20", ""),
    ("2026-05-21 09:40", MONTGAT, "MAYOR_DECREE", "2026-05-20", ""),
    ("2026-05-21 11:50", SANT_JUST, "GOVERNMENT_BOARD", "2026-05-20", ""),
    ("2026-05-21 16:20", BADIA, "MAYOR_DECREE", "2026-05-21", "Cal ponderar també la renda dels municipis."),
    ("2026-05-22 09:30", MOLINS, "GOVERNMENT_BOARD", "2026-05-19", ""),
    ("2026-05-22 10:45", SANT_VICENC, "MAYOR_DECREE", "2026-05-21", ""),
    ("2026-05-22 12:35", SANT_ANDREU, "GOVERNMENT_BOARD", "2026-05-20", ""),
)

_cast: list[Vote] = [
    Vote(at, town, round=_FIRST, choice="APPROVE", mandate=mandate, mandated_on=on)
    for at, town, mandate, on in _WRITTEN_YES
]
_cast += [
    Vote(at, town, round=_FIRST, choice="OBJECT", mandate=mandate, mandated_on=on, statement=statement)
    for at, town, mandate, on, statement in _WRITTEN_NO
]

FIRST_ROUND: tuple[Step, ...] = (
    OpenRound(
        "2026-05-11 09:00",
        AMB,
        round=_FIRST,
        name="Aprovació política per escrit",
        version="v0.9",
        preset="DOUBLE_MAJORITY",
        closes="2026-05-22 14:00",
    ),
    *sorted(_cast, key=lambda vote: vote.at),
    CloseRound("2026-05-22 14:05", AMB, round=_FIRST),
)

_NOT_IN_FAVOUR: dict[str, tuple[Choice, str]] = {
    BEGUES: ("OBJECT", "El termini propi per a les urbanitzacions és un pas, però no n'hi ha prou."),
    TORRELLES: ("OBJECT", "El municipi presenta un vot particular."),
    SANT_CLIMENT: ("ABSTAIN", "El municipi no coneix encara el cost que li pertocarà."),
    PALMA: ("ABSTAIN", ""),
    CERVELLO: ("ABSTAIN", "El municipi demana que consti una declaració en acta."),
}
_IN_FAVOUR: tuple[Choice, str] = ("APPROVE", "")

SECOND_ROUND: tuple[Step, ...] = (
    OpenRound(
        "2026-07-09 09:00",
        AMB,
        round=_SECOND,
        name="Consell d'Alcaldes",
        version="v1.0",
        preset="DOUBLE_MAJORITY",
        closes="2026-07-16 14:00",
    ),
    RecordVotes(
        "2026-07-16 13:20",
        AMB,
        round=_SECOND,
        votes=tuple(MinutedVote(town, *_NOT_IN_FAVOUR.get(town, _IN_FAVOUR)) for town in ALL_TOWNS),
        body="Consell d'Alcaldes",
        held_on="2026-07-16",
        reference="Acta 2026/07",
    ),
    CloseRound("2026-07-16 14:05", AMB, round=_SECOND),
    Annex(
        "2026-07-20 10:00",
        TORRELLES,
        round=_SECOND,
        kind="DISSENT",
        text="L'Ajuntament de Torrelles de Llobregat comparteix la necessitat d'un pla metropolità, però considera que els "
        "objectius per conca s'han d'acompanyar d'un compromís escrit sobre el cost màxim per habitant als municipis de menys de "
        "10.000 habitants. Sense aquest compromís, hi vota en contra.",
    ),
    Annex(
        "2026-07-20 11:30",
        CERVELLO,
        round=_SECOND,
        kind="MINUTES",
        text="L'Ajuntament de Cervelló s'absté i fa constar que la ponderació per longitud de xarxa és un avenç respecte de la "
        "primera versió. Demana que la solidaritat en les tarifes s'estudiï al si del pla integrat.",
    ),
)
