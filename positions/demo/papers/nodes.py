"""The paper on urban nodes, still in drafting: a short text to write on, with comments waiting for an answer."""

from positions.demo.papers.steps import (
    Accept,
    Answer,
    Discuss,
    Milestone,
    Move,
    Paper,
    Relation,
    Replacement,
    Resolve,
    Save,
    Step,
    Write,
    after,
)
from positions.demo.papers.texts import text
from positions.demo.papers.towns import (
    AMB,
    BARCELONA,
    CASTELLDEFELS,
    CORBERA,
    CORNELLA,
    GAVA,
    HOSPITALET,
    MOLINS,
    MONTCADA,
    PRAT,
    RIPOLLET,
    SANT_ANDREU,
    SANT_FELIU,
    SANT_VICENC,
)

_TOWNS = (
    BARCELONA,
    CASTELLDEFELS,
    CORBERA,
    CORNELLA,
    GAVA,
    HOSPITALET,
    MOLINS,
    MONTCADA,
    PRAT,
    RIPOLLET,
    SANT_ANDREU,
    SANT_FELIU,
    SANT_VICENC,
)

_COMMUTER_RAIL = """

**D4.** *Els trens de rodalia dins del node.* Demanem que la fiabilitat dels trens de rodalia compti en l'avaluació del node, perquè \
és el que decideix si la gent pot deixar el cotxe a casa."""

_DATA = """## 4. Dades

Les dades que els estats han d'aportar per node han de ser obertes, comparables i desagregades per municipi. Oferim un conjunt comú \
d'indicadors i un calendari de millora; a canvi, demanem que aquesta feina compti en l'avaluació dels projectes.

## 5. Demandes"""

_FREIGHT = """

**D5.** *L'última milla de les mercaderies.* Demanem que els ajuts cobreixin també els accessos als polígons i els centres de \
distribució compartits entre municipis."""

_WRITTEN: tuple[Step, ...] = (
    Move("2026-10-19 09:30", AMB, action="START_DRAFTING"),
    Write("2026-10-26 12:40", HOSPITALET, text=text("nodes")),
    Save("2026-10-26 13:00", HOSPITALET, label="v0.1", note="Primer text de la ponència."),
    Discuss(
        "2026-10-29 10:15",
        CASTELLDEFELS,
        thread="beach-season",
        version="v0.1",
        quote="la major part d'aquests viatges comencen o acaben fora del municipi que dona nom al node",
        body="A l'estiu la mobilitat de platja canvia tot el mapa. Caldria dir que el pla ha de mirar l'any sencer i no un dia feiner.",
    ),
    Write("2026-11-03 11:20", MONTCADA, (after("comparables i desagregades per municipi.", _COMMUTER_RAIL),)),
    Answer("2026-11-04 09:10", HOSPITALET, thread="beach-season", body="Afegit a l'apartat 3, gràcies."),
    Write(
        "2026-11-04 09:25",
        HOSPITALET,
        (
            after(
                "aportar les necessitats del seu terme",
                ", tant les d'un dia feiner com les de la temporada de platja",
            ),
            Replacement("## 4. Demandes", _DATA),
        ),
    ),
    Resolve("2026-11-05 08:50", CASTELLDEFELS, thread="beach-season"),
    Write("2026-11-10 17:35", SANT_ANDREU, (after("si la gent pot deixar el cotxe a casa.", _FREIGHT),)),
    Save("2026-11-12 13:00", HOSPITALET, label="v0.2", note="Amb les aportacions del grup de redacció."),
)

_OPEN: tuple[Step, ...] = (
    Discuss(
        "2026-11-16 12:05",
        RIPOLLET,
        thread="line-works",
        version="v0.2",
        quote="la fiabilitat dels trens de rodalia",
        body="Caldria anomenar les obres de la línia: mentre durin, qualsevol indicador de fiabilitat sortirà malament.",
    ),
    Answer(
        "2026-11-17 09:30",
        MONTCADA,
        thread="line-works",
        body="Hi estem d'acord. Proposem comptar-ho a part, perquè no desaparegui de les dades.",
    ),
    Discuss(
        "2026-11-18 10:40",
        BARCELONA,
        thread="freight",
        version="v0.2",
        quote="els centres de distribució compartits entre municipis",
        body="Podem aportar l'experiència de l'ordenança de distribució urbana. Hi afegim un paràgraf?",
    ),
    Discuss(
        "2026-11-19 16:20",
        HOSPITALET,
        thread="own-notes",
        version="v0.2",
        quote="una taula estable, amb calendari públic i actes obertes",
        body="Nota interna: confirmar amb l'alcaldia qui ens hi representarà.",
        visibility="ORGANIZATION",
    ),
    Write(
        "2026-11-20 13:15",
        SANT_VICENC,
        (
            after(
                "sol·licituds conjuntes de projectes petits",
                ", com ara els intercanviadors d'autobús i tren de les viles del Llobregat",
            ),
        ),
    ),
)

NODES = Paper(
    key="nodes",
    created=Step("2026-10-05 10:00", AMB),
    titles={
        "ca": "Nodes urbans que funcionin: mobilitat metropolitana i xarxa transeuropea",
        "es": "Nodos urbanos que funcionen: movilidad metropolitana y red transeuropea",
        "en": "Urban nodes that work: metropolitan mobility and the trans-European network",
    },
    summaries={
        "ca": "Perquè el pla de mobilitat del node urbà es governi entre tots els municipis que hi generen viatges, i perquè els "
        "projectes petits també arribin als fons europeus.",
        "es": "Para que el plan de movilidad del nodo urbano se gobierne entre todos los municipios que generan viajes, y para que "
        "los proyectos pequeños también lleguen a los fondos europeos.",
        "en": "So that the mobility plan of the urban node is governed by all the towns where journeys begin, and small projects reach "
        "European funds too.",
    },
    lead=HOSPITALET,
    participants=_TOWNS,
    subjects=("48", "52"),
    addressees=("DG_MOVE", "EP_TRAN", "COR_COTER", "POLIS", "METROPOLIS"),
    relations=(
        Relation("ELI", "http://data.europa.eu/eli/reg/2024/1679/oj"),
        Relation("PROCEDURE", "2021/0420(COD)"),
        Relation("COM", "COM(2021) 812"),
    ),
    milestones=(
        Milestone("TABLING_DEADLINE", "2027-01-15 14:00"),
        Milestone("CLEARANCE", "2027-01-29 14:00"),
        Milestone("ADOPTION", "2027-02-18 12:00"),
    ),
    target="2027-03-12",
    steps=(
        *(
            Accept(f"2026-10-{6 + place // 4:02} {9 + place % 4:02}:30", town)
            for place, town in enumerate(_TOWNS)
        ),
        *_WRITTEN,
        *_OPEN,
    ),
)
