"""The cohesion paper from its zero draft to v0.2: who wrote which passage, and what was discussed on the way."""

from positions.demo.papers.steps import Answer, Discuss, Move, Replacement, Resolve, Save, Step, Write, after
from positions.demo.papers.towns import (
    AMB,
    BARCELONA,
    CASTELLDEFELS,
    CORNELLA,
    RIPOLLET,
    SANT_FELIU,
    TIANA,
)

_PROOF = (
    " La participació ha de ser acreditable: convocatòria, documents, aportacions rebudes i resposta raonada."
)

_SUMMARY_OF_SOLIDARITY = """

La clàusula de solidaritat interna reserva una part de la dotació per als municipis de renda més baixa i per als de menys de vint \
mil habitants, que no tenen equips per concórrer sols. Una metròpoli cohesionada és també una condició de la competitivitat europea."""

_FORMALITY = """
- **Que la participació sigui un tràmit.** Consultar quan el text ja és tancat no és associar. Sense un rastre que es pugui \
comprovar, ningú no sap què s'hi va dir ni què se'n va fer."""

_ASK_PROOF = """ L'associació s'ha d'acreditar amb la convocatòria, els documents, les aportacions rebudes i una resposta \
raonada."""

_INNER_SOLIDARITY = """La solidaritat també és interna. Una metròpoli que demana confiança a Europa ha de començar per repartir bé el \
que rep: primer on la renda és més baixa i on no hi ha equips per demanar-ho.

A canvi del que demanem"""

_ASK_SOLIDARITY = """

**D4.** *Una clàusula de solidaritat interna.* Demanem que una part de la dotació es reservi per als municipis de renda més baixa i \
per als de menys de vint mil habitants, i que es reparteixi segons la mida del municipi."""

_SMALL_PROJECTS = """Segons la nostra experiència, un projecte petit costa gairebé tant de justificar com un de gran. Agrupats, els projectes petits poden canviar \
barris sencers; un per un, no surten a compte.

La solidaritat també és interna."""

_ASK_SMALL_PROJECTS = """

**D5.** *Costos simplificats per als projectes petits agrupats.* Demanem que diversos municipis puguin presentar junts projectes petits \
en una sola sol·licitud i justificar-los amb costos simplificats."""

_CHARTER = ", sense perjudici del règim especial que la Carta Municipal reconeix a Barcelona"

_FIRST_COMMENTS: tuple[Step, ...] = (
    Discuss(
        "2026-02-11 10:20",
        BARCELONA,
        thread="charter",
        version="v0.1",
        quote="redactat amb les autoritats metropolitanes i amb els seus municipis",
        body="Cal esmentar el règim de la Carta Municipal de Barcelona, perquè no s'entengui que el capítol metropolità el modifica.",
    ),
    Answer(
        "2026-02-11 12:45",
        AMB,
        thread="charter",
        body="D'acord. Ho afegim a la mateixa demanda amb una fórmula de salvaguarda.",
    ),
    Discuss(
        "2026-02-12 09:35",
        CASTELLDEFELS,
        thread="figure",
        version="v0.1",
        quote="no inferior al 8 % dels recursos territorials del pla",
        body="D'on surt aquest percentatge? Sense una font, el primer que ens preguntaran és per què no el 5 o el 12.",
    ),
    Answer(
        "2026-02-12 13:10",
        CORNELLA,
        thread="figure",
        body="És una proposta política, no un càlcul. Una xifra concreta obliga més que un adjectiu, però cal explicar-ho al text.",
    ),
)

_WRITTEN: tuple[Step, ...] = (
    Write(
        "2026-02-13 11:05",
        SANT_FELIU,
        (
            Replacement(
                "Hi veiem dos riscos:",
                "Hi veiem tres riscos:",
            ),
            after("d'una altra cosa per trobar finançament.", _FORMALITY),
            after("associades des del disseny i seguiment públic.", _PROOF),
            after("siguin associades des del disseny fins a l'avaluació.", _ASK_PROOF),
        ),
    ),
    Write(
        "2026-02-16 10:40",
        TIANA,
        (
            after("aportacions rebudes i resposta raonada.", _SUMMARY_OF_SOLIDARITY),
            Replacement("A canvi del que demanem", _INNER_SOLIDARITY),
            after("les aportacions rebudes i una resposta raonada.", _ASK_SOLIDARITY),
        ),
    ),
    Write(
        "2026-02-17 16:15",
        RIPOLLET,
        (
            Replacement("La solidaritat també és interna.", _SMALL_PROJECTS),
            after("es reparteixi segons la mida del municipi.", _ASK_SMALL_PROJECTS),
        ),
    ),
    Write(
        "2026-02-18 09:50",
        BARCELONA,
        (after("redactat amb les autoritats metropolitanes i amb els seus municipis", _CHARTER),),
    ),
    Resolve("2026-02-18 10:05", BARCELONA, thread="charter"),
)

TO_V02: tuple[Step, ...] = (
    *_FIRST_COMMENTS,
    *_WRITTEN,
    Save(
        "2026-02-24 13:00",
        AMB,
        label="v0.2",
        note="Aportacions del grup de redacció: Sant Feliu, Tiana i Ripollet. El text s'obre a esmenes.",
    ),
    Move("2026-02-24 13:05", AMB, action="OPEN_AMENDING"),
)
