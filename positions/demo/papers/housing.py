"""The paper on housing, only proposed: a title, a summary, a calendar, and towns that have yet to answer the invitation."""

from positions.demo.papers.steps import Accept, Milestone, Paper, Relation, Step
from positions.demo.papers.towns import (
    AMB,
    BADALONA,
    BADIA,
    BARCELONA,
    CERDANYOLA,
    CORNELLA,
    ESPLUGUES,
    HOSPITALET,
    SANT_ADRIA,
    SANT_CUGAT,
    SANT_JUST,
    SANTA_COLOMA_GRAMENET,
)

HOUSING = Paper(
    key="housing",
    created=Step("2026-11-10 11:00", AMB),
    titles={
        "ca": "Habitatge assequible: fons europeus a l'escala de la metròpoli",
        "es": "Vivienda asequible: fondos europeos a escala de la metrópoli",
        "en": "Affordable housing: European funds at metropolitan scale",
    },
    summaries={
        "ca": "Una proposta perquè els fons europeus posteriors a 2027 financin habitatge públic i rehabilitació en àrees "
        "metropolitanes senceres, també als municipis que no tenen equips propis per demanar-los.",
        "es": "Una propuesta para que los fondos europeos posteriores a 2027 financien vivienda pública y rehabilitación en áreas "
        "metropolitanas enteras, también en los municipios que no tienen equipos propios para solicitarlos.",
        "en": "A proposal for European funds after 2027 to finance public housing and renovation across whole metropolitan areas, also "
        "in towns that have no teams of their own to apply.",
    },
    lead=SANTA_COLOMA_GRAMENET,
    participants=(
        BADALONA,
        BADIA,
        BARCELONA,
        CERDANYOLA,
        CORNELLA,
        ESPLUGUES,
        HOSPITALET,
        SANT_ADRIA,
        SANT_CUGAT,
        SANT_JUST,
        SANTA_COLOMA_GRAMENET,
    ),
    subjects=("28", "10"),
    addressees=("DG_REGIO", "EP_REGI", "COR_COTER", "EUROCITIES"),
    relations=(Relation("COM", "COM(2025) 565"),),
    milestones=(
        Milestone("TABLING_DEADLINE", "2027-02-26 14:00"),
        Milestone("ADOPTION", "2027-04-15 12:00"),
    ),
    target="2027-05-14",
    steps=(
        Accept("2026-11-11 09:40", SANTA_COLOMA_GRAMENET),
        Accept("2026-11-12 12:10", SANT_ADRIA),
        Accept("2026-11-13 10:30", BADIA),
        Accept("2026-11-17 13:00", BARCELONA),
        Accept("2026-11-19 09:15", CORNELLA),
    ),
)
