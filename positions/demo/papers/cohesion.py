"""AMB-PP-2026-001, the cohesion paper: from the invitation to the institutions' answers. A fiction with real towns."""

from positions.demo.papers.cohesion_amendments import TO_V09, TO_V10
from positions.demo.papers.cohesion_drafting import TO_V02
from positions.demo.papers.cohesion_followup import ANSWERED, SUBMITTED, TRANSLATED
from positions.demo.papers.cohesion_rounds import BROKEN_ROUND, CLEARED_ROUND, LIFTED, MAYORS_ROUND
from positions.demo.papers.steps import Accept, Milestone, Move, Paper, Relation, Save, Step, Write
from positions.demo.papers.texts import text
from positions.demo.papers.towns import ALL_TOWNS, AMB, CORNELLA

_ACCEPTED: tuple[Step, ...] = tuple(
    Accept(f"2026-01-{20 + place // 9:02} {9 + place % 9:02}:{7 * (place % 8):02}", town)
    for place, town in enumerate(ALL_TOWNS)
)

_BEGUN: tuple[Step, ...] = (
    Move("2026-02-02 09:00", AMB, action="START_DRAFTING"),
    Write("2026-02-10 11:30", CORNELLA, text=text("cohesion")),
    Save("2026-02-10 12:00", AMB, label="v0.1", note="Esborrany zero, per al grup de redacció."),
)

COHESION = Paper(
    key="cohesion",
    created=Step("2026-01-19 10:00", AMB),
    titles={
        "ca": "Una política de cohesió post-2027 amb les metròpolis a dins",
        "es": "Una política de cohesión posterior a 2027 con las metrópolis dentro",
        "en": "A post-2027 cohesion policy with metropolises inside",
    },
    summaries={
        "ca": "Els municipis metropolitans demanen que els plans europeus per al període 2028-2034 tinguin un capítol per a les grans "
        "àrees urbanes, amb diners propis, una participació que es pugui comprovar i una part reservada per als municipis amb menys "
        "recursos.",
        "es": "Los municipios metropolitanos piden que los planes europeos para el periodo 2028-2034 tengan un capítulo para las grandes "
        "áreas urbanas, con dinero propio, una participación que se pueda comprobar y una parte reservada para los municipios con "
        "menos recursos.",
        "en": "The metropolitan municipalities ask for European plans for 2028-2034 to have a chapter for large urban areas, with "
        "money of its own, participation that can be checked, and a share reserved for the towns with the fewest resources.",
    },
    lead=AMB,
    participants=ALL_TOWNS,
    subjects=("10", "16", "24"),
    addressees=("DG_REGIO", "EP_REGI", "EP_BUDG", "COR_COTER", "CONSIL_PRES", "EMA"),
    relations=(Relation("COM", "COM(2025) 565"), Relation("CELEX", "52025XR3109")),
    milestones=(
        Milestone("TABLING_DEADLINE", "2026-03-20 14:00"),
        Milestone("CLEARANCE", "2026-05-13 14:00"),
        Milestone("ADOPTION", "2026-05-21 14:00"),
        Milestone("TRANSLATION", "2026-05-29 14:00"),
        Milestone("SUBMISSION", "2026-06-05 14:00"),
    ),
    target=None,
    route="mayors",
    steps=(
        *_ACCEPTED,
        *_BEGUN,
        *TO_V02,
        *TO_V09,
        *BROKEN_ROUND,
        *sorted((*TO_V10, *LIFTED), key=lambda step: step.at),
        *CLEARED_ROUND,
        *MAYORS_ROUND,
        *TRANSLATED,
        *SUBMITTED,
        *ANSWERED,
    ),
)
