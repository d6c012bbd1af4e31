"""The wastewater paper from its zero draft to v0.9: who wrote which passage, and what was discussed on the way."""

from positions.demo.papers.steps import Answer, Discuss, Move, Replacement, Resolve, Save, Step, Write, after
from positions.demo.papers.towns import (
    AMB,
    BADALONA,
    BEGUES,
    GENERALITAT,
    MONTCADA,
    PRAT,
    SANT_BOI,
    TORRELLES,
)

_REUSE = """

Un sobreeiximent a Montcada i Reixac s'acaba notant a Sant Adrià de Besòs. El que baixa pel Llobregat condiciona el delta, \
els regants i les platges. I l'aigua que es tracta bé es pot tornar a fer servir: en anys de sequera, la regeneració ha \
estat el riu que no plovia."""

_REUSE_PLAIN = """

Un sobreeiximent a Montcada i Reixac s'acaba notant a Sant Adrià de Besòs. El que baixa pel Llobregat condiciona el delta, \
els regants i les platges. I l'aigua ben tractada es pot tornar a fer servir, cosa que en anys de sequera ha estat decisiva."""

_COMPETENCE = """

Reconèixer l'autoritat metropolitana no treu competències a ningú. El clavegueram continua sent municipal. El que es comparteix \
és la diagnosi, l'ordre de les prioritats i el retiment de comptes."""

_SMALL_TOWNS = """## 5. Municipis petits

Catorze municipis metropolitans tenen menys de 20.000 habitants i tres no arriben als 5.000. Tenen xarxes extenses i pocs \
contribuents: sovint, la longitud de clavegueram per habitant és diverses vegades la d'una ciutat densa, i les urbanitzacions \
de muntanya encara l'allarguen més.

Un objectiu calculat terme a terme els demanaria més inversió per veí justament on l'efecte sobre el riu és més petit. Mesurat \
per conca, el mateix esforç s'aplica allà on millora més l'aigua de tothom.

Separar les xarxes no sempre és possible. On els carrers són estrets, els pendents forts o les cases molt disperses, les basses \
de retenció, els paviments que deixen passar l'aigua i la restauració de rieres poden reduir els sobreeiximents abans i a menys \
cost.

## 6. Demandes"""

_SUMMARY_OF_SMALL_TOWNS = """

Els municipis petits tenen xarxes extenses i pocs contribuents. Demanem que els objectius sobre sobreeiximents es mesurin per \
conca i no per municipi, i que es financin solucions basades en la natura allà on separar xarxes no és viable abans de 2039."""

_ASK_NATURE = """

**D5.** *Solucions basades en la natura.* Demanem que es financin solucions basades en la natura allà on separar xarxes no sigui \
viable abans de 2039.

## Annex"""

_ASK_CATCHMENT = """

**D4.** *Objectius per conca.* Demanem que els objectius sobre sobreeiximents es fixin i es mesurin per conca i no per municipi."""

_BEACHES = """

Els sobreeiximents també es veuen a la platja. La taula següent recull els dies amb avís o tancament del bany després de pluja \
durant una temporada.

| Municipi | Dies amb avís | Dies de tancament |
|---|---:|---:|
| Badalona | 9 | 3 |
| Sant Adrià de Besòs | 8 | 3 |
| Barcelona | 6 | 1 |
| Montgat | 5 | 1 |
| El Prat de Llobregat | 4 | 1 |
| Viladecans | 3 | 0 |
| Gavà | 3 | 0 |
| Castelldefels | 2 | 0 |

*Dades fictícies"""

_ADVANCE = """

Proposem un mecanisme transitori senzill: un fons públic avança el cost a l'operador, l'obra comença quan toca i el fons es \
recupera a mesura que arriben les aportacions dels productors. No és una subvenció nova; és posar els diners en l'ordre en què \
es necessiten."""

_CATCHMENT_RIVERS = """

Al Besòs, el riu que arriba a la ciutat porta sobretot aigua depurada. Quan hi cau una tempesta, el que surt en pocs minuts dels \
sobreeixidors pesa més que tot el que les plantes han estalviat durant setmanes."""

TO_V02: tuple[Step, ...] = (
    Discuss(
        "2026-03-10 10:12",
        SANT_BOI,
        thread="competence",
        version="v0.1",
        quote="les autoritats metropolitanes com a responsables de redactar, coordinar i avaluar el pla integrat",
        body="Tal com està redactat, es podria entendre que el clavegueram deixa de ser municipal. Cal dir que els "
        "ajuntaments en mantenen la titularitat.",
    ),
    Write(
        "2026-03-10 16:40",
        PRAT,
        (
            after("sobreeixidors cap al Llobregat, el Besòs, les rieres i les platges.", _REUSE),
            after("ordenada per l'efecte sobre la massa d'aigua", ", i no pel terme on s'executen"),
        ),
    ),
    Answer(
        "2026-03-11 09:05",
        AMB,
        thread="competence",
        body="D'acord. El pla es fa conjuntament i la xarxa continua sent de cada ajuntament. Podeu proposar la redacció "
        "directament al text?",
    ),
    Write(
        "2026-03-12 12:31",
        SANT_BOI,
        (
            after("no es reparteix en trenta-sis documents.", _COMPETENCE),
            after(
                "el pla integrat de gestió de les aigües residuals urbanes",
                ", d'acord amb els ajuntaments, que mantenen la titularitat del clavegueram",
            ),
        ),
    ),
    Resolve("2026-03-13 09:20", SANT_BOI, thread="competence"),
    Write(
        "2026-03-16 11:02",
        MONTCADA,
        (
            after("ha estat el riu que no plovia.", _CATCHMENT_RIVERS),
            after("es retorni amb les aportacions dels productors.", _ASK_CATCHMENT),
        ),
    ),
    Write(
        "2026-03-18 17:25",
        TORRELLES,
        (
            Replacement("## 5. Demandes", _SMALL_TOWNS),
            after(
                "un mecanisme transitori que avanci recursos als operadors públics.", _SUMMARY_OF_SMALL_TOWNS
            ),
            Replacement("\n\n## Annex", _ASK_NATURE),
        ),
    ),
    Save(
        "2026-03-24 13:00",
        AMB,
        label="v0.2",
        note="Aportacions del grup de redacció: el Prat, Sant Boi, Montcada i Reixac i Torrelles.",
    ),
)

_TABLE_INTRO = """## Annex. Cabals

La taula recull, per a cada depuradora metropolitana, el cabal mitjà d'un any i la punta registrada en dies de pluja. La \
diferència entre totes dues columnes és, aproximadament, el que hi afegeix la pluja."""

_NOTES = (
    "\n\n[^1]: Directiva (UE) 2024/3019 del Parlament Europeu i del Consell, de 27 de novembre de 2024, sobre el tractament de "
    "les aigües residuals urbanes (refosa). La proposta de la Comissió és el document COM(2022) 541.\n\n"
    "[^2]: Padró municipal d'habitants, xifres de 2017."
)

TO_V09: tuple[Step, ...] = (
    Discuss(
        "2026-03-27 09:48",
        BADALONA,
        thread="beaches",
        version="v0.2",
        quote="Dades fictícies, preparades per a aquesta demostració.",
        body="Als cabals els falta el que veu la gent: els dies que s'ha de tancar el bany. Tenim el recompte de la temporada "
        "i el podem compartir.",
    ),
    Answer(
        "2026-03-27 12:15",
        AMB,
        thread="beaches",
        body="Molt útil. Afegiu una segona taula a l'annex, si us plau, amb el mateix criteri per a tots els municipis de costa.",
    ),
    Write(
        "2026-04-02 10:30",
        BADALONA,
        (Replacement("\n\n*Dades fictícies", _BEACHES),),
    ),
    Resolve("2026-04-08 09:00", AMB, thread="beaches"),
    Write(
        "2026-04-14 15:10",
        PRAT,
        (
            Replacement(_REUSE, _REUSE_PLAIN),
            after("no poden avançar sols tot el que falta.", _ADVANCE),
            after(
                "amb dades obertes",
                " i actualitzades almenys cada quinze minuts durant els episodis de pluja",
            ),
        ),
    ),
    Write(
        "2026-04-21 11:40",
        SANT_BOI,
        (
            Replacement(
                "un augment igual per a tothom seria injust per a les llars que menys poden pagar.",
                "un augment igual per a tothom seria injust per a les llars que menys poden pagar, i castigaria justament els "
                "municipis que més han d'invertir.",
            ),
        ),
    ),
    Write(
        "2026-04-28 16:05",
        AMB,
        (
            Replacement(
                ", de 27 de novembre de 2024, és en vigor des de",
                ",[^1] de 27 de novembre de 2024, és en vigor des de",
            ),
            after("tres no arriben als 5.000.", "[^2]"),
            after(
                "4. un seguiment anual i públic",
                ", amb la veu de tots els ajuntaments, també dels més petits",
            ),
            Replacement(
                "Demanem que la transposició reconegui les autoritats",
                "Demanem que la transposició reconegui, abans del 31 de juliol de 2027, les autoritats",
            ),
            Replacement(
                "Demanem un mecanisme europeu i estatal que avanci",
                "Demanem un mecanisme transitori, europeu i estatal, que avanci",
            ),
            after(
                "es retorni amb les aportacions dels productors.",
                " Els recursos s'han de repartir segons la càrrega tractada.",
            ),
            Replacement(
                "*Solucions basades en la natura.* Demanem que es financin",
                "*Solucions basades en la natura.* Demanem que els fons europeus i estatals financin",
            ),
            Replacement("## Annex. Cabals", _TABLE_INTRO),
            after("No són mesures oficials.*", _NOTES),
        ),
    ),
    Save(
        "2026-04-30 12:00",
        AMB,
        label="v0.9",
        note="Text consolidat que s'obre a esmenes i a la primera ronda.",
    ),
    Move("2026-04-30 12:05", AMB, action="OPEN_AMENDING"),
)

ON_V09: tuple[Step, ...] = (
    Discuss(
        "2026-05-05 10:20",
        BEGUES,
        thread="estates",
        version="v0.9",
        quote="es fixin i es mesurin per conca i no per municipi",
        body="Hi estem d'acord, però a les urbanitzacions disseminades no hi ha clavegueram i no n'hi haurà. El text no en diu res.",
    ),
    Discuss(
        "2026-05-07 13:30",
        GENERALITAT,
        thread="water-authority",
        version="v0.9",
        quote="responsables de redactar, coordinar i avaluar el pla integrat",
        body="Cal comprovar com encaixa aquesta funció amb les competències de l'Agència Catalana de l'Aigua sobre el domini públic "
        "hidràulic i les autoritzacions d'abocament.",
    ),
    Answer(
        "2026-05-08 09:10",
        AMB,
        thread="estates",
        body="Teniu raó. És un canvi de fons: si la primera ronda no tanca el text, proposeu-ho com a esmena a la demanda D4.",
    ),
    Answer(
        "2026-05-08 09:40",
        AMB,
        thread="water-authority",
        body="Ho consultarem amb l'Agència. Deixem el comentari obert fins que tinguem la resposta.",
    ),
)
