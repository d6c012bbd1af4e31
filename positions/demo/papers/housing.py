"""The paper on housing, still in drafting: a short text to write on, comments waiting for an answer, towns yet to accept."""

from positions.demo.papers.steps import (
    Accept,
    Answer,
    Discuss,
    Milestone,
    Move,
    Paper,
    Relation,
    Resolve,
    Save,
    Step,
    Write,
    after,
)
from positions.demo.papers.texts import text
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

_INCOMES = """

**D3.** *Qui hi té dret.* Demanem que els límits de renda per accedir-hi es fixin per àrea metropolitana, perquè una mateixa família no \
perdi l'ajut en canviar de carrer."""

_ACCEPTED: tuple[Step, ...] = (
    Accept("2026-10-06 09:40", SANTA_COLOMA_GRAMENET),
    Accept("2026-10-07 12:10", SANT_ADRIA),
    Accept("2026-10-08 10:30", BADIA),
    Accept("2026-10-08 13:00", BARCELONA),
    Accept("2026-10-09 09:15", CORNELLA),
    Accept("2026-10-13 11:45", HOSPITALET),
    Accept("2026-10-14 16:20", SANT_CUGAT),
)

_WRITTEN: tuple[Step, ...] = (
    Move("2026-10-19 09:30", AMB, action="START_DRAFTING"),
    Write("2026-10-26 12:40", SANTA_COLOMA_GRAMENET, text=text("housing")),
    Save("2026-10-26 13:00", SANTA_COLOMA_GRAMENET, label="v0.1", note="Primer text de la ponència."),
    Discuss(
        "2026-10-29 10:15",
        BADIA,
        thread="tenants",
        version="v0.1",
        quote="quan el mercat és un de sol",
        body="Caldria dir que el mercat és un de sol per a qui lloga, però no per a qui demana l'ajut: cada municipi té límits diferents.",
    ),
    Write("2026-11-03 11:20", SANT_ADRIA, (after("per barris i no només per edificis.", _INCOMES),)),
    Answer(
        "2026-11-04 09:10", SANTA_COLOMA_GRAMENET, thread="tenants", body="Recollit a la demanda D3, gràcies."
    ),
    Resolve("2026-11-05 08:50", BADIA, thread="tenants"),
    Write(
        "2026-11-10 17:35",
        CORNELLA,
        (
            after(
                "que prepari els expedients i els justifiqui", ", també per als municipis que no en tenen cap"
            ),
        ),
    ),
    Save(
        "2026-11-12 13:00",
        SANTA_COLOMA_GRAMENET,
        label="v0.2",
        note="Amb les aportacions del grup de redacció.",
    ),
)

_OPEN: tuple[Step, ...] = (
    Discuss(
        "2026-11-16 12:05",
        SANT_ADRIA,
        thread="rehabilitation",
        version="v0.2",
        quote="la rehabilitació es financi per barris",
        body="Caldria definir què és un barri. Si cada estat hi posa el límit que vol, tornarem a discutir edifici per edifici.",
    ),
    Answer(
        "2026-11-17 09:30",
        BADIA,
        thread="rehabilitation",
        body="Hi estem d'acord. Proposem les seccions censals, que tothom té i ningú no discuteix.",
    ),
    Discuss(
        "2026-11-18 10:40",
        BARCELONA,
        thread="sites",
        version="v0.2",
        quote="Una cartera comuna de solars i d'edificis",
        body="Podem aportar l'inventari de solars. Hi afegim un paràgraf?",
    ),
    Discuss(
        "2026-11-19 16:20",
        SANTA_COLOMA_GRAMENET,
        thread="own notes",
        version="v0.2",
        quote="una oficina compartida",
        body="Nota interna: confirmar amb l'alcaldia qui ens hi representarà.",
        visibility="ORGANIZATION",
    ),
    Write(
        "2026-11-20 13:15",
        HOSPITALET,
        (
            after(
                "cada vegada que algú signa un contracte",
                ", i encara menys quan se'n va perquè no l'hi renoven",
            ),
        ),
    ),
)

HOUSING = Paper(
    key="housing",
    created=Step("2026-10-05 11:00", AMB),
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
        Milestone("TABLING_DEADLINE", "2027-01-15 14:00"),
        Milestone("CLEARANCE", "2027-01-29 14:00"),
        Milestone("ADOPTION", "2027-02-18 12:00"),
    ),
    target="2027-03-12",
    steps=(*_ACCEPTED, *_WRITTEN, *_OPEN),
)
