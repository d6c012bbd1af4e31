"""AMB-PP-2026-003, the paper on urban nodes: cleared in silence, and now before the Council of Mayors. A fiction with real towns."""

from positions.demo.papers.nodes_amendments import TO_V10
from positions.demo.papers.nodes_drafting import BEGUN, TO_V02
from positions.demo.papers.nodes_rounds import CLEARED_ROUND, OPEN_ROUND, TRANSLATED
from positions.demo.papers.steps import Accept, Milestone, Paper, Relation, Step
from positions.demo.papers.towns import ALL_TOWNS, AMB, HOSPITALET

_ACCEPTED: tuple[Step, ...] = tuple(
    Accept(f"2026-07-{21 + place // 9:02} {9 + place % 9:02}:{7 * (place % 8):02}", town)
    for place, town in enumerate(ALL_TOWNS)
)

NODES = Paper(
    key="nodes",
    created=Step("2026-07-20 10:00", AMB),
    titles={
        "ca": "Nodes urbans que funcionin: mobilitat metropolitana i xarxa transeuropea",
        "es": "Nodos urbanos que funcionen: movilidad metropolitana y red transeuropea",
        "en": "Urban nodes that work: metropolitan mobility and the trans-European network",
    },
    summaries={
        "ca": "Perquè el pla de mobilitat del node urbà es governi entre tots els municipis que hi generen viatges, i perquè els "
        "projectes petits també arribin als fons europeus. Respon a una convocatòria d'aportacions fictícia.",
        "es": "Para que el plan de movilidad del nodo urbano se gobierne entre todos los municipios que generan viajes, y para que "
        "los proyectos pequeños también lleguen a los fondos europeos. Responde a una convocatoria de aportaciones ficticia.",
        "en": "So that the mobility plan of the urban node is governed by all the towns where journeys begin, and small projects reach "
        "European funds too. It answers a fictional call for evidence.",
    },
    lead=HOSPITALET,
    participants=ALL_TOWNS,
    subjects=("48", "52"),
    addressees=("DG_MOVE", "EP_TRAN", "COR_COTER", "POLIS", "METROPOLIS"),
    relations=(
        Relation("ELI", "http://data.europa.eu/eli/reg/2024/1679/oj"),
        Relation("PROCEDURE", "2021/0420(COD)"),
        Relation("COM", "COM(2021) 812"),
    ),
    milestones=(
        Milestone("TABLING_DEADLINE", "2026-10-02 14:00"),
        Milestone("CLEARANCE", "2026-10-30 14:00"),
        Milestone("ADOPTION", "2026-12-04 14:00"),
        Milestone("TRANSLATION", "2026-12-14 14:00"),
        Milestone("SUBMISSION", "2026-12-17 14:00"),
    ),
    target="2026-12-18",
    route="mayors",
    steps=(
        *_ACCEPTED,
        *BEGUN,
        *TO_V02,
        *TO_V10,
        *CLEARED_ROUND,
        *TRANSLATED,
        *OPEN_ROUND,
    ),
)
