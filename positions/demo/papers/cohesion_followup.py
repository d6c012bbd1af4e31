"""The cohesion paper after its adoption: other languages, publication, four dossiers, and what came of two asks."""

from positions.demo.papers.steps import (
    ApproveTranslation,
    Move,
    Observe,
    Reply,
    Step,
    Submit,
    Translate,
)
from positions.demo.papers.texts import text
from positions.demo.papers.towns import AMB, CORNELLA

_VERSION = "v1.0"

TRANSLATED: tuple[Step, ...] = (
    Translate("2026-05-25 11:00", AMB, language="es", version=_VERSION, text=text("cohesion.es")),
    Translate("2026-05-26 16:30", CORNELLA, language="en", version=_VERSION, text=text("cohesion.en")),
    ApproveTranslation("2026-05-28 10:00", AMB, language="es", version=_VERSION),
    ApproveTranslation("2026-05-28 10:15", AMB, language="en", version=_VERSION),
    Move("2026-05-29 09:00", AMB, action="PUBLISH"),
)

_LETTER = """Please find enclosed the joint position of the thirty-six municipalities of the Barcelona metropolitan area on cohesion \
policy after 2027. It asks for a metropolitan chapter in every plan (D1), with an allocation of its own (D2), a partnership that can \
be proved (D3), an internal solidarity clause (D4) and simplified costs for grouped small projects (D5)."""

_SENT = (
    ("regio", "DG_REGIO", "LETTER", "S/2026/1042", "We would welcome a meeting with the unit in charge."),
    ("regi", "EP_REGI", "LETTER", "S/2026/1043", "Wording for possible amendments stands in section 5."),
    ("coter", "COR_COTER", "RAPPORTEUR_INPUT", "S/2026/1044", "We offer it as input for the rapporteur."),
    ("presidency", "CONSIL_PRES", "LETTER", "S/2026/1045", "A copy goes to the incoming Presidency."),
)

SUBMITTED: tuple[Step, ...] = tuple(
    Submit(
        f"2026-06-02 {10 + place}:00",
        AMB,
        submission=name,
        version=_VERSION,
        institution=institution,
        channel=channel,
        languages=("en", "ca"),
        register=register,
        cover=f"{_LETTER}\n\n{wish}",
    )
    for place, (name, institution, channel, register, wish) in enumerate(_SENT)
)

ANSWERED: tuple[Step, ...] = (
    Reply("2026-06-09 09:10", AMB, submission="regio", kind="RECEIPT", reference="Ares(2026)0000001"),
    Reply("2026-06-09 10:25", AMB, submission="regi", kind="RECEIPT", reference="REGI/2026/0117"),
    Reply("2026-06-09 11:40", AMB, submission="coter", kind="RECEIPT", reference="COTER/2026/0058"),
    Reply("2026-06-09 13:05", AMB, submission="presidency", kind="RECEIPT"),
    Observe(
        "2026-10-14 11:00",
        AMB,
        ask="D3",
        institution="EP_REGI",
        status="PARTLY_TAKEN_UP",
        evidence="El projecte d'informe (fictici) demana que es publiquin les aportacions de les autoritats locals, però no hi posa cap "
        "termini de resposta.",
    ),
    Observe(
        "2026-10-14 11:20",
        AMB,
        ask="D1",
        institution="EP_REGI",
        status="NOTED",
        evidence="El projecte d'informe (fictici) pren nota de la demanda d'un capítol metropolità, sense fer-la seva.",
    ),
)
