"""The paper on urban nodes from its zero draft to v0.2: what the drafting group wrote, and what was discussed on the way."""

from positions.demo.papers.steps import Answer, Discuss, Move, Replacement, Resolve, Save, Step, Write, after
from positions.demo.papers.texts import text
from positions.demo.papers.towns import AMB, CASTELLDEFELS, HOSPITALET, MONTCADA, SANT_ANDREU

_DATA_IN_SHORT = """

Les dades que els estats han d'aportar per node han de ser obertes, comparables i desagregades per municipi. Oferim un conjunt comú \
d'indicadors i un calendari de millora; a canvi, demanem que aquesta feina compti en l'avaluació dels projectes."""

_DATA = """## 5. Dades

Un node que no es mesura sencer es governa a cegues. Avui cada operador compta els seus viatgers, cada ajuntament els seus vehicles i \
ningú els transbordaments, que és on la gent perd el temps.

Oferim un conjunt comú d'indicadors: viatges per municipi d'origen, temps porta a porta, regularitat dels trens i dels autobusos, i \
mercaderies que entren i surten de cada polígon. Les sèries es publicaran amb el mètode al costat, perquè qualsevol les pugui refer.

## 6. Demandes"""

_COMMUTER_RAIL = """

**D4.** *Els trens de rodalia dins del node.* Demanem que la fiabilitat dels trens de rodalia compti en l'avaluació del node, perquè \
és el que decideix si la gent pot deixar el cotxe a casa."""

_FREIGHT = """

**D5.** *L'última milla de les mercaderies.* Demanem que els ajuts cobreixin també els accessos als polígons i els centres de \
distribució compartits entre municipis."""

_LORRIES = """

Amb les mercaderies passa el mateix. El camió que surt d'un polígon del Baix Llobregat cap al port travessa cinc termes i dos plans de \
mobilitat que no es coneixen."""

BEGUN: tuple[Step, ...] = (
    Move("2026-08-31 09:30", AMB, action="START_DRAFTING"),
    Write("2026-09-02 12:40", HOSPITALET, text=text("nodes")),
    Save("2026-09-02 13:00", HOSPITALET, label="v0.1", note="Esborrany zero de la ponència."),
)

TO_V02: tuple[Step, ...] = (
    Discuss(
        "2026-09-04 10:15",
        CASTELLDEFELS,
        thread="beach season",
        version="v0.1",
        quote="s'aprovi a escala de l'àrea urbana funcional",
        body="A l'estiu la mobilitat de platja canvia tot el mapa. El pla ha de mirar l'any sencer i no un dia feiner de novembre.",
    ),
    Answer(
        "2026-09-04 12:30",
        HOSPITALET,
        thread="beach season",
        body="Hi estem d'acord. Escriviu-ho a l'apartat 3 i ho recollim a la demanda.",
    ),
    Write(
        "2026-09-08 11:20",
        MONTCADA,
        (
            after("evita que només hi accedeixin les ciutats amb equips propis.", _DATA_IN_SHORT),
            Replacement("## 5. Demandes", _DATA),
            after(
                "aporten per node siguin obertes, comparables i desagregades per municipi.", _COMMUTER_RAIL
            ),
        ),
    ),
    Write(
        "2026-09-10 09:50",
        CASTELLDEFELS,
        (
            after(
                "aportar les necessitats del seu terme",
                ", tant les d'un dia feiner com les de la temporada de platja",
            ),
            after("s'aprovi a escala de l'àrea urbana funcional", " i per a l'any sencer"),
        ),
    ),
    Resolve("2026-09-10 10:05", CASTELLDEFELS, thread="beach season"),
    Write(
        "2026-09-14 17:35",
        SANT_ANDREU,
        (
            after("en travessen uns quants cada dia, i els horaris també.", _LORRIES),
            after("si la gent pot deixar el cotxe a casa.", _FREIGHT),
        ),
    ),
    Save(
        "2026-09-18 13:00",
        HOSPITALET,
        label="v0.2",
        note="Aportacions del grup de redacció: Montcada, Castelldefels i Sant Andreu. El text s'obre a esmenes.",
    ),
    Move("2026-09-18 13:05", AMB, action="OPEN_AMENDING"),
)
