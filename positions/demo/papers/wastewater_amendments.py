"""The wastewater paper after its first round: five amendments, one compromise, and the text they lead to."""

from positions.demo.papers.steps import Amend, Answer, Decide, Replacement, Resolve, Save, Step, Write, after
from positions.demo.papers.towns import (
    AMB,
    BEGUES,
    CASTELLBISBAL,
    CERVELLO,
    HOSPITALET,
    PALMA,
    PRAT,
    SANT_CLIMENT,
    TORRELLES,
)

_SHARE = "Els recursos s'han de repartir segons la càrrega tractada."

TABLED: tuple[Step, ...] = (
    Amend(
        "2026-05-26 11:30",
        CERVELLO,
        amendment="A1",
        version="v0.9",
        operation="REPLACE",
        quote=_SHARE,
        proposed="Els recursos s'han de repartir segons la càrrega tractada i s'han d'acompanyar d'una tarifa solidària, amb un "
        "mateix preu del sanejament a tots els municipis metropolitans.",
        justification="Amb el repartiment per càrrega, els municipis petits reben poc i paguen molt: tenen pocs habitants i "
        "una xarxa llarga. Una tarifa comuna reparteix l'esforç entre tothom que aboca a les mateixes plantes.",
        cosponsors=(PALMA,),
    ),
    Amend(
        "2026-05-27 10:05",
        BEGUES,
        amendment="A2",
        version="v0.9",
        operation="ADD",
        quote="es fixin i es mesurin per conca i no per municipi.",
        proposed=" Les urbanitzacions disseminades sense clavegueram queden exemptes d'aquests objectius.",
        justification="Portar el clavegueram a parcel·les disperses de muntanya no és viable ni millora el riu. Sense una "
        "exempció, l'objectiu seria impossible de complir.",
        cosponsors=(TORRELLES,),
    ),
    Answer(
        "2026-05-27 10:20",
        BEGUES,
        thread="estates",
        body="Ho hem presentat com a esmena, conjuntament amb Torrelles de Llobregat.",
    ),
    Amend(
        "2026-05-28 09:45",
        HOSPITALET,
        amendment="A3",
        version="v0.9",
        operation="ADD",
        quote="s'apliqui en els terminis de la Directiva i sense rebaixar-ne el percentatge.",
        proposed=" Demanem també que cobreixi els estudis sobre la presència de microplàstics a l'aigua tractada i als fangs.",
        justification="La Directiva obliga a mesurar els microplàstics. El cost d'aquests estudis no pot quedar fora del sistema que "
        "paga la resta del tractament.",
    ),
    Amend(
        "2026-06-01 12:50",
        CASTELLBISBAL,
        amendment="A4",
        version="v0.9",
        operation="ADD",
        quote="que mantenen la titularitat del clavegueram.",
        proposed=" El pla ha d'incloure un capítol sobre els abocaments industrials a la xarxa, amb un registre compartit "
        "d'autoritzacions i de controls.",
        justification="Als municipis amb polígons, una part important de la càrrega que arriba a la depuradora és industrial. "
        "Sense aquest capítol, el pla deixaria fora la meitat del problema.",
    ),
    Amend(
        "2026-06-03 18:15",
        SANT_CLIMENT,
        amendment="A5",
        version="v0.9",
        operation="REPLACE",
        quote=None,
        proposed="Els municipis metropolitans acorden ajornar aquest document fins que l'Estat presenti el projecte de "
        "transposició de la Directiva.",
        justification="Encara no es coneix el text de la transposició. És preferible pronunciar-se sobre una proposta concreta que "
        "comprometre ara recursos que el municipi no té.",
    ),
)

DECIDED: tuple[Step, ...] = (
    Decide(
        "2026-06-09 10:00",
        AMB,
        amendment="A5",
        decision="REJECT",
        reason="Esperar el projecte de l'Estat faria arribar el document quan ja no es pogués influir en la transposició. Les "
        "preocupacions sobre el cost es recullen a la demanda D3.",
    ),
    Decide(
        "2026-06-10 09:30",
        AMB,
        amendment="A3",
        decision="INCORPORATE",
        reason="Completa la demanda i és coherent amb l'obligació de mesurar que fixa la Directiva.",
    ),
    Decide(
        "2026-06-10 09:45",
        AMB,
        amendment="A4",
        decision="INCORPORATE",
        reason="El pla ha de tractar també els abocaments industrials; el registre compartit facilita el control.",
    ),
    Decide(
        "2026-06-11 11:20",
        AMB,
        amendment="A2",
        decision="INCORPORATE_PARTLY",
        text=" Per a les urbanitzacions disseminades sense clavegueram, el pla pot fixar un termini propi, no posterior a 2039, i "
        "sistemes individuals que garanteixin el mateix nivell de protecció.",
        reason="Una exempció general seria contrària a la Directiva. Es recull el fons de l'esmena amb un termini propi i amb "
        "sistemes individuals equivalents.",
    ),
    Resolve("2026-06-11 11:25", BEGUES, thread="estates"),
    Amend(
        "2026-06-12 10:10",
        AMB,
        amendment="C1",
        version="v0.9",
        operation="REPLACE",
        quote=_SHARE,
        proposed="Els recursos s'han de repartir segons la càrrega tractada i la longitud de xarxa per habitant, de manera que un "
        "municipi petit amb una xarxa llarga no pagui més que els altres per complir el mateix objectiu.",
        justification="Proposta de transacció de la ponència. Recull la preocupació de l'esmena A1 sense entrar en les tarifes, que "
        "són competència de cada administració i no d'aquest document.",
        cosponsors=(PRAT,),
        replaces=("A1",),
    ),
    Decide(
        "2026-06-15 12:00",
        AMB,
        amendment="C1",
        decision="INCORPORATE",
        reason="Els municipis autors de l'esmena A1 i la ponència han arribat a aquest text. L'esmena A1 decau.",
    ),
    Write(
        "2026-06-17 16:30",
        AMB,
        (
            after(
                "el mateix esforç s'aplica allà on millora més l'aigua de tothom.",
                " Pel mateix motiu, els recursos s'han de repartir tenint en compte els metres de xarxa i no sols els habitants.",
            ),
            Replacement("l'ordre de les prioritats", "l'ordre de prioritats"),
        ),
    ),
    Save(
        "2026-06-18 13:00",
        AMB,
        label="v1.0",
        note="Text amb les esmenes resoltes, per al Consell d'Alcaldes.",
    ),
)
