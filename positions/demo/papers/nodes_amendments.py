"""The paper on urban nodes from v0.2 to v1.0: three remarks, five amendments and what became of each."""

from positions.demo.papers.steps import (
    Amend,
    Answer,
    Decide,
    Discuss,
    Replacement,
    Resolve,
    Save,
    Step,
    Write,
    after,
)
from positions.demo.papers.towns import (
    AMB,
    BARCELONA,
    CASTELLBISBAL,
    CORBERA,
    GAVA,
    HOSPITALET,
    MOLINS,
    MONTCADA,
    RIPOLLET,
    SANT_ANDREU,
    SANT_FELIU,
    SANT_VICENC,
)

_EVERY_TOWN = "amb participació acreditada de tots els municipis"
_SHARED_CENTRES = "els accessos als polígons i els centres de distribució compartits entre municipis"
_PUNCTUAL = (
    " La fiabilitat s'ha de mesurar amb un indicador públic: trens que arriben amb menys de 5 minuts de retard, línia per línia i mes "
    "a mes."
)
_ORDINANCES = " Les ordenances de distribució urbana que ja s'apliquen, com la de Barcelona, han de comptar com a mesura del pla."

_ANNEX = """## Annex. Intercanviadors

La taula recull els deu intercanviadors de la demanda D2, ordenats pel nombre de viatgers d'un dia feiner. Nou dels deu són en \
municipis de menys de cent mil habitants: agrupar-los en un sol expedient és el que els farà possibles."""

_MORE_INTERCHANGES = """| Sant Adrià | Sant Adrià de Besòs | 31.000 |
| Sant Boi | Sant Boi de Llobregat | 24.000 |
| Cerdanyola | Cerdanyola del Vallès | 19.000 |
| Sant Feliu | Sant Feliu de Llobregat | 17.000 |
| Molins de Rei | Molins de Rei | 14.000 |
| Montcada Bifurcació | Montcada i Reixac | 12.000 |
| Sant Andreu | Sant Andreu de la Barca | 11.000 |
| Sant Vicenç | Sant Vicenç dels Horts | 9.000 |"""

_NOTES = (
    "\n\n[^1]: Reglament (UE) 2024/1679 del Parlament Europeu i del Consell, de 13 de juny de 2024. La proposta de la Comissió és el "
    "document COM(2021) 812.\n\n"
    "[^2]: Padró municipal d'habitants, xifres d'1 de gener de 2017."
)

_ON_V02: tuple[Step, ...] = (
    Discuss(
        "2026-09-21 09:40",
        SANT_VICENC,
        thread="interchanges",
        version="v0.2",
        quote="sol·licituds conjuntes de projectes petits",
        body="Falta dir per quins intercanviadors començaríem. Sense una llista, cada convocatòria tornarà a obrir el debat.",
    ),
    Discuss(
        "2026-09-22 12:05",
        RIPOLLET,
        thread="line works",
        version="v0.2",
        quote="la fiabilitat dels trens de rodalia",
        body="Cal anomenar les obres de la línia: mentre durin, qualsevol indicador de fiabilitat sortirà malament.",
    ),
    Amend(
        "2026-09-22 13:30",
        MOLINS,
        amendment="A1",
        version="v0.2",
        operation="ADD",
        quote="si la gent pot deixar el cotxe a casa.",
        proposed=_PUNCTUAL,
        justification="Sense un indicador, la fiabilitat és una opinió. El que proposem es pot calcular amb dades que ja existeixen.",
        cosponsors=(SANT_FELIU,),
    ),
    Answer(
        "2026-09-23 09:30",
        MONTCADA,
        thread="line works",
        body="Hi estem d'acord. Proposem comptar-ho a part, perquè no desaparegui de les dades.",
    ),
    Amend(
        "2026-09-23 11:10",
        GAVA,
        amendment="A2",
        version="v0.2",
        operation="REPLACE",
        quote=_EVERY_TOWN,
        proposed=f"{_EVERY_TOWN}, i que reguli l'accés terrestre a l'aeroport, amb una quota mínima de viatges en tren i inversions a "
        "càrrec de l'operador aeroportuari",
        justification="L'aeroport és la porta del node i genera més viatges que moltes ciutats. Si el pla no en diu res, queda fora del "
        "que s'avalua.",
    ),
    Amend(
        "2026-09-25 10:20",
        SANT_VICENC,
        amendment="A3",
        version="v0.2",
        operation="ADD",
        quote="admeti sol·licituds conjuntes de projectes petits.",
        proposed=" Proposem començar per deu intercanviadors: La Torrassa, Cornellà Centre, Sant Adrià, Sant Boi, Cerdanyola, Sant Feliu, "
        "Molins de Rei, Montcada Bifurcació, Sant Andreu i Sant Vicenç.",
        justification="Una llista tancada permet preparar un sol expedient i que tothom sàpiga què s'hi demana.",
    ),
    Answer(
        "2026-09-25 10:25",
        SANT_VICENC,
        thread="interchanges",
        body="Ho hem presentat com a esmena a la demanda D2.",
    ),
    Discuss(
        "2026-09-28 10:40",
        BARCELONA,
        thread="logistics ordinance",
        version="v0.2",
        quote="els centres de distribució compartits entre municipis",
        body="Podem aportar l'experiència de l'ordenança de distribució urbana. Caldria que comptés com a mesura del pla.",
    ),
    Amend(
        "2026-09-29 12:45",
        CASTELLBISBAL,
        amendment="A4",
        version="v0.2",
        operation="REPLACE",
        quote=_SHARED_CENTRES,
        proposed="els accessos a les terminals de mercaderies que ja són planificades",
        justification="Els ajuts són limitats. Obrir-los a tots els polígons en dispersa l'efecte i promet més del que es podrà pagar.",
        cosponsors=(SANT_ANDREU,),
    ),
    Amend(
        "2026-10-01 17:15",
        CORBERA,
        amendment="A5",
        version="v0.2",
        operation="ADD",
        quote="Un sol expedient metropolità ha de poder aplegar-los.",
        proposed=" Hi ha de cabre també el transport a la demanda dels municipis amb urbanitzacions disperses, que cap línia regular no "
        "pot servir bé.",
        justification="En un municipi amb moltes urbanitzacions, el primer quilòmetre fins a l'intercanviador és el que fa agafar el cotxe.",
    ),
)

_DECIDED: tuple[Step, ...] = (
    Decide(
        "2026-10-05 10:00",
        HOSPITALET,
        amendment="A1",
        decision="INCORPORATE",
        reason="Dona una mesura concreta al que la demanda ja deia.",
    ),
    Decide(
        "2026-10-05 10:30",
        AMB,
        amendment="A2",
        decision="INCORPORATE_PARTLY",
        text=f"{_EVERY_TOWN}, i que inclogui l'accés terrestre a l'aeroport",
        reason="L'accés a l'aeroport ha de ser al pla. La quota i qui paga les inversions depenen d'una altra norma i no es poden "
        "demanar en aquest document.",
    ),
    Decide(
        "2026-10-05 11:15",
        HOSPITALET,
        amendment="A3",
        decision="INCORPORATE",
        reason="La llista fa la demanda verificable. Les dades de cada intercanviador es recullen a l'annex.",
    ),
    Resolve("2026-10-05 11:20", SANT_VICENC, thread="interchanges"),
    Decide(
        "2026-10-06 09:30",
        AMB,
        amendment="A4",
        decision="REJECT",
        reason="L'última milla és justament el tram que cap terminal no resol. Limitar-la a les terminals planificades deixaria fora la "
        "majoria dels polígons.",
    ),
    Decide(
        "2026-10-06 09:50",
        HOSPITALET,
        amendment="A5",
        decision="INCORPORATE",
        reason="El transport a la demanda porta viatgers als intercanviadors i és un projecte petit com els altres.",
    ),
    Write(
        "2026-10-07 12:20",
        AMB,
        (
            after(
                "línia per línia i mes a mes.",
                " Els retards que causin les obres de la línia s'han de comptar a part i s'han de publicar.",
            ),
            after(_SHARED_CENTRES + ".", _ORDINANCES),
        ),
    ),
    Resolve("2026-10-07 12:30", RIPOLLET, thread="line works"),
    Resolve("2026-10-07 13:10", BARCELONA, thread="logistics ordinance"),
)

TO_V10: tuple[Step, ...] = (
    *_ON_V02,
    *_DECIDED,
    Write(
        "2026-10-08 16:40",
        AMB,
        (
            after("reconeix 431 nodes urbans.", "[^1]"),
            Replacement("## Annex. Intercanviadors", _ANNEX),
            Replacement(
                "| Sant Adrià | Sant Adrià de Besòs | 31.000 |\n| Montcada Bifurcació | Montcada i Reixac | 12.000 |",
                _MORE_INTERCHANGES,
            ),
            after(
                "comencen o acaben fora del municipi que dona nom al node.",
                " A la metròpoli viuen 3.247.281 persones, la meitat fora de Barcelona.[^2]",
            ),
            after("No són mesures oficials.*", _NOTES),
        ),
    ),
    Save(
        "2026-10-09 12:00",
        AMB,
        label="v0.9",
        note="Text consolidat amb les esmenes resoltes, per a una última lectura.",
    ),
    Write(
        "2026-10-14 10:30",
        HOSPITALET,
        (
            after("ordenada per l'efecte sobre els viatges de cada dia", ", amb criteris públics"),
            after(
                "els operadors ferroviaris. No substitueix les competències de ningú",
                ", ni les de l'autoritat del transport",
            ),
        ),
    ),
    Save(
        "2026-10-16 12:00",
        AMB,
        label="v1.0",
        note="Text per a la validació tècnica i el Consell d'Alcaldes.",
    ),
)
