"""The cohesion paper from v0.2 to v0.9: comments and five amendments; then the compromise that the broken silence led to, and v1.0."""

from positions.demo.papers.steps import (
    Amend,
    Answer,
    Decide,
    Discuss,
    Replacement,
    Resolve,
    Save,
    Step,
    Withdraw,
    Write,
    after,
)
from positions.demo.papers.towns import (
    AMB,
    BADALONA,
    BADIA,
    BEGUES,
    CASTELLDEFELS,
    CORNELLA,
    DIBA,
    SANT_CUGAT,
    SANTA_COLOMA_GRAMENET,
    VILADECANS,
)

_SHARED_BY_SIZE = "que es reparteixi segons la mida del municipi"
_SOLIDARITY = (
    "**D4.** *Una clàusula de solidaritat interna.* Demanem que una part de la dotació es reservi per als municipis de renda més baixa "
    f"i per als de menys de vint mil habitants, i {_SHARED_BY_SIZE}.\n\n"
)
_PROOF = "L'associació s'ha d'acreditar amb la convocatòria, els documents, les aportacions rebudes i una resposta raonada."
_SIXTY_DAYS = " La resposta s'ha de donar per escrit en un termini de 60 dies."
_FORTY_FIVE_DAYS = " La resposta s'ha de donar per escrit en un termini de 45 dies i s'ha de publicar."

_EXAMPLE = """ Una coberta solar en una escola, un camí escolar segur o la reforma d'un mercat municipal en són bons exemples: cap no \
justifica per si sol mesos de tràmits."""

_INDICATOR = " L'indicador de renda ha de ser públic i el mateix per a tots els municipis."

_WHY_A_FIGURE = """El percentatge que demanem a D2 és una proposta nostra i no el resultat d'un càlcul oficial. El mantenim perquè una xifra \
obliga més que un adjectiu, i el revisarem quan hi hagi dades comparables de totes les àrees urbanes funcionals.

A canvi del que demanem"""

_REGIONS = """no hi té cap lloc assegurat.

El Comitè Europeu de les Regions s'ha pronunciat sobre aquesta proposta amb una resolució.[^2] Les autoritats metropolitanes europees, \
que treballen en xarxa des de la declaració de Barcelona de 13 de març de 2015, poden aportar al debat la pràctica de cada dia: \
planificar i gestionar junts el que cap municipi no pot fer sol."""

_LEGAL_TEXT = """

## 5. Esmenes al text legal

Oferim aquestes redaccions als colegisladors com a punt de partida. No reprodueixen l'articulat de la proposta: diuen què hi hauria de \
constar i on.

| Part de la proposta | Redacció que proposem afegir | Demanda |
|---|---|---|
| Contingut dels plans | «Cada pla inclou un capítol metropolità per a les àrees urbanes funcionals de més d'un milió d'habitants.» | D1 |
| Recursos dels plans | «El capítol metropolità té una dotació reservada, que no es pot traspassar a altres capítols.» | D2 |
| Associació amb el territori | «L'associació s'acredita amb la convocatòria, els documents, les aportacions rebudes i una resposta \
raonada.» | D3 |
| Repartiment dins de l'àrea | «Una part de la dotació es reserva per als municipis de renda més baixa i per als de menys de vint mil \
habitants.» | D4 |
| Costos simplificats | «Els projectes petits que diversos municipis presenten en una sola sol·licitud es poden justificar amb costos \
simplificats.» | D5 |

## Annex. La metròpoli en xifres

La taula agrupa els trenta-sis municipis segons els trams d'habitants amb què la llei reparteix els membres del Consell \
Metropolità.[^3] La meitat de la població viu en un sol municipi i catorze municipis no arriben, junts, al 5 %: per això una part de la \
dotació s'ha de reservar."""

_NOTES = (
    "\n\n[^1]: Document COM(2025) 565, de 16 de juliol de 2025.\n\n"
    "[^2]: Resolució COR 2025/03109, CELEX 52025XR3109, [DO C/2025/6318](http://data.europa.eu/eli/C/2025/6318/oj), de 3 de "
    "desembre de 2025.\n\n"
    "[^3]: Padró municipal d'habitants, xifres d'1 de gener de 2017, i Llei 31/2010, de l'Àrea Metropolitana de Barcelona. Els "
    "percentatges s'arrodoneixen a dos decimals."
)

_ON_V02: tuple[Step, ...] = (
    Discuss(
        "2026-02-27 09:30",
        BEGUES,
        thread="income",
        version="v0.2",
        quote="es reservi per als municipis de renda més baixa",
        body="Cal definir l'indicador de renda. Segons quin es triï, el mateix municipi queda a dins o a fora.",
    ),
    Answer(
        "2026-02-27 12:15",
        AMB,
        thread="income",
        body="Proposem la renda per habitant, amb una font pública única. Ho incorporem quan es decideixin les esmenes a D4.",
    ),
    Discuss(
        "2026-03-02 10:40",
        DIBA,
        thread="example",
        version="v0.2",
        quote="els projectes petits poden canviar barris sencers",
        body="Aniria bé un exemple: qui ho llegeixi a Brussel·les no sap de quina mena de projectes parlem.",
    ),
)

_TABLED: tuple[Step, ...] = (
    Amend(
        "2026-03-04 11:10",
        SANT_CUGAT,
        amendment="A1",
        version="v0.2",
        operation="DELETE",
        quote=_SOLIDARITY,
        proposed="",
        justification="El repartiment entre municipis és una qüestió interna que correspon als òrgans metropolitans. No cal que la "
        "fixi un reglament europeu ni que figuri en un document adreçat a les institucions.",
    ),
    Amend(
        "2026-03-06 12:30",
        SANTA_COLOMA_GRAMENET,
        amendment="A2",
        version="v0.2",
        operation="REPLACE",
        quote=_SHARED_BY_SIZE,
        proposed="que es reparteixi ponderant la renda per habitant, i no només segons la mida del municipi",
        justification="La mida no diu quanta necessitat hi ha. Hi ha ciutats grans amb barris de renda molt baixa i municipis petits "
        "amb una renda alta; si només compta la mida, la clàusula no és de solidaritat.",
        cosponsors=(BADIA,),
    ),
    Amend(
        "2026-03-10 09:50",
        BADALONA,
        amendment="A3",
        version="v0.2",
        operation="ADD",
        quote=_PROOF,
        proposed=" La resposta s'ha de donar per escrit en un termini de 30 dies.",
        justification="Una resposta sense termini pot arribar quan el pla ja és aprovat i no servir de res.",
    ),
    Amend(
        "2026-03-11 13:20",
        CASTELLDEFELS,
        amendment="A4",
        version="v0.2",
        operation="REPLACE",
        quote="una dotació reservada, no inferior al 8 % dels recursos territorials del pla",
        proposed="una dotació reservada i adequada a les necessitats de l'àrea",
        justification="El percentatge no té cap font. Si no el podem defensar amb dades, és preferible demanar una dotació adequada.",
    ),
    Answer(
        "2026-03-11 13:25",
        CASTELLDEFELS,
        thread="figure",
        body="Ho hem presentat com a esmena a la demanda D2.",
    ),
    Amend(
        "2026-03-13 10:15",
        VILADECANS,
        amendment="A5",
        version="v0.2",
        operation="ADD",
        quote="i justificar-los amb costos simplificats.",
        proposed=" L'assistència tècnica per preparar-los i justificar-los ha de ser una despesa subvencionable.",
        justification="El que frena els municipis no és l'obra, sinó la feina que hi ha abans i després. Si l'assistència tècnica no és "
        "subvencionable, els mateixos de sempre continuaran sense presentar-s'hi.",
    ),
)

_DECIDED: tuple[Step, ...] = (
    Decide(
        "2026-03-24 10:00",
        AMB,
        amendment="A1",
        decision="REJECT",
        reason="La clàusula és el que fa creïble la resta del document: demanem a Europa que miri els territoris amb menys recursos i "
        "hem de fer el mateix a casa. El repartiment concret continua en mans dels òrgans metropolitans.",
    ),
    Decide(
        "2026-03-24 10:20",
        AMB,
        amendment="A2",
        decision="INCORPORATE",
        reason="Millora la clàusula: la renda hi compta al costat de la mida.",
    ),
    Decide(
        "2026-03-25 09:40",
        AMB,
        amendment="A5",
        decision="INCORPORATE",
        reason="Respon al problema que la mateixa demanda vol resoldre.",
    ),
    Decide(
        "2026-03-26 12:10",
        AMB,
        amendment="A3",
        decision="INCORPORATE_PARTLY",
        text=_SIXTY_DAYS,
        reason="Es recull que la resposta tingui un termini i sigui escrita. Trenta dies són pocs per respondre a totes les "
        "aportacions d'un pla d'estat; se'n proposen seixanta.",
    ),
    Write(
        "2026-03-27 11:30",
        AMB,
        (
            after("un per un, no surten a compte.", _EXAMPLE),
            after("i no només segons la mida del municipi.", _INDICATOR),
            Replacement("A canvi del que demanem", _WHY_A_FIGURE),
        ),
    ),
    Answer(
        "2026-03-27 11:40",
        AMB,
        thread="example",
        body="Afegit a l'apartat 3: una coberta solar, un camí escolar i un mercat municipal.",
    ),
    Resolve("2026-03-27 11:45", AMB, thread="example"),
    Resolve("2026-03-30 09:20", BEGUES, thread="income"),
    Withdraw(
        "2026-03-31 10:05",
        CASTELLDEFELS,
        amendment="A4",
        reason="El text ja explica que el percentatge és una proposta i es compromet a revisar-lo amb dades.",
    ),
    Resolve("2026-03-31 10:10", CASTELLDEFELS, thread="figure"),
)

TO_V09: tuple[Step, ...] = (
    *_ON_V02,
    *_TABLED,
    *_DECIDED,
    Write(
        "2026-04-07 16:20",
        AMB,
        (
            Replacement("la proposta COM(2025) 565 per al", "la proposta COM(2025) 565[^1] per al"),
            Replacement("no hi té cap lloc assegurat.", _REGIONS),
            after("publicar cada any què s'ha fet i amb quin resultat", ", municipi per municipi"),
            Replacement("\n\n## Annex. La metròpoli en xifres", _LEGAL_TEXT),
            after("Les xifres de la taula són públiques.*", _NOTES),
        ),
    ),
    Save(
        "2026-04-08 12:00",
        AMB,
        label="v0.9",
        note="Text consolidat amb les esmenes resoltes, per a la validació tècnica.",
    ),
)

TO_V10: tuple[Step, ...] = (
    Amend(
        "2026-05-04 10:30",
        AMB,
        amendment="C1",
        version="v0.9",
        operation="REPLACE",
        quote=_SIXTY_DAYS,
        proposed=_FORTY_FIVE_DAYS,
        justification="Proposta de transacció de la ponència, acordada amb Badalona. Substitueix el termini que havia quedat de l'esmena "
        "A3: un termini més curt i una resposta que tothom pugui llegir.",
        cosponsors=(BADALONA, CORNELLA),
    ),
    Decide(
        "2026-05-06 12:15",
        AMB,
        amendment="C1",
        decision="INCORPORATE",
        reason="Recull el motiu de l'objecció a la validació tècnica. Cap municipi no s'hi ha oposat.",
    ),
    Write(
        "2026-05-07 09:45",
        AMB,
        (
            Replacement(
                "les aportacions rebudes i una resposta raonada.»",
                "les aportacions rebudes i una resposta raonada, que es dona en 45 dies i es publica.»",
            ),
        ),
    ),
    Save(
        "2026-05-08 13:00",
        AMB,
        label="v1.0",
        note="Text amb la transacció sobre D3, per tornar a la validació tècnica i al Consell d'Alcaldes.",
    ),
)
