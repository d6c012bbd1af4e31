"""AMB-PP-2026-002, the wastewater paper: from the invitation to the dossiers that wait for an answer. A fiction with real towns."""

from positions.demo.papers.steps import Accept, Milestone, Move, Paper, Relation, Save, Step, Write
from positions.demo.papers.texts import text
from positions.demo.papers.towns import ALL_TOWNS, AMB
from positions.demo.papers.wastewater_amendments import DECIDED, TABLED
from positions.demo.papers.wastewater_drafting import ON_V09, TO_V02, TO_V09
from positions.demo.papers.wastewater_followup import PUBLISHED, RECEIVED, SUBMITTED
from positions.demo.papers.wastewater_rounds import FIRST_ROUND, SECOND_ROUND

_ACCEPTED: tuple[Step, ...] = tuple(
    Accept(f"2026-02-{17 + place // 9:02} {9 + place % 9:02}:{7 * (place % 8):02}", town)
    for place, town in enumerate(ALL_TOWNS)
)

_BEGUN: tuple[Step, ...] = (
    Move("2026-03-02 09:00", AMB, action="START_DRAFTING"),
    Write("2026-03-03 11:45", AMB, text=text("wastewater")),
    Save("2026-03-03 12:00", AMB, label="v0.1", note="Esborrany zero, per al grup de redacció."),
)

WASTEWATER = Paper(
    key="wastewater",
    created=Step("2026-02-16 10:00", AMB),
    titles={
        "ca": "Aplicar la Directiva d'aigües residuals urbanes a escala metropolitana",
        "es": "Aplicar la Directiva de aguas residuales urbanas a escala metropolitana",
        "en": "Applying the Urban Wastewater Directive at metropolitan scale",
    },
    summaries={
        "ca": "Els municipis metropolitans demanen que un sol pla integrat governi el sanejament de tota la metròpoli, que els "
        "productors paguin el que els correspon sense ajornaments i que els municipis petits tinguin objectius i recursos a la "
        "seva mida.",
        "es": "Los municipios metropolitanos piden que un solo plan integrado gobierne el saneamiento de toda la metrópoli, que los "
        "productores paguen lo que les corresponde sin aplazamientos y que los municipios pequeños tengan objetivos y recursos a "
        "su medida.",
        "en": "The metropolitan municipalities ask for one integrated plan for the wastewater of the whole metropolis, for producers "
        "to pay their share without delay, and for small towns to have targets and resources that fit them.",
    },
    lead=AMB,
    participants=ALL_TOWNS,
    subjects=("52", "24"),
    addressees=("DG_ENV", "EP_ENVI", "COR_ENVE", "ES_MITECO", "MEDCITIES"),
    relations=(
        Relation("ELI", "http://data.europa.eu/eli/dir/2024/3019/oj"),
        Relation("CELEX", "32024L3019"),
        Relation("COM", "COM(2022) 541"),
    ),
    milestones=(
        Milestone("TABLING_DEADLINE", "2026-06-12 14:00"),
        Milestone("ADOPTION", "2026-07-16 14:00"),
        Milestone("TRANSLATION", "2026-09-11 14:00"),
        Milestone("SUBMISSION", "2026-09-18 14:00"),
    ),
    target=None,
    steps=(
        *_ACCEPTED,
        *_BEGUN,
        *TO_V02,
        *TO_V09,
        *ON_V09,
        *FIRST_ROUND,
        *TABLED,
        *DECIDED,
        *SECOND_ROUND,
        *PUBLISHED,
        *SUBMITTED,
        *RECEIVED,
    ),
)
