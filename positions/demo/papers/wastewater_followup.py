"""The wastewater paper after its adoption: publication, two other languages, and five dossiers that wait for an answer."""

from positions.demo.papers.steps import ApproveTranslation, Move, Reply, Step, Submit, Translate
from positions.demo.papers.texts import text
from positions.demo.papers.towns import AMB, PRAT

_VERSION = "v1.0"

PUBLISHED: tuple[Step, ...] = (
    Move("2026-07-22 10:00", AMB, action="PUBLISH"),
    Translate("2026-09-02 12:00", PRAT, language="en", version=_VERSION, text=text("wastewater.en")),
    Translate("2026-09-04 13:30", AMB, language="es", version=_VERSION, text=text("wastewater.es")),
    ApproveTranslation("2026-09-08 09:30", AMB, language="en", version=_VERSION),
    ApproveTranslation("2026-09-10 09:30", AMB, language="es", version=_VERSION),
)

_SENT = (
    ("env", "DG_ENV", "LETTER", ("en", "ca"), "S/2026/1631"),
    ("envi", "EP_ENVI", "LETTER", ("en", "ca"), "S/2026/1632"),
    ("enve", "COR_ENVE", "RAPPORTEUR_INPUT", ("en", "ca"), "S/2026/1633"),
    ("miteco", "ES_MITECO", "REGISTRY", ("es", "ca"), "S/2026/1634"),
    ("medcities", "MEDCITIES", "NETWORK_DRAFTING", ("en", "ca"), "S/2026/1635"),
)

SUBMITTED: tuple[Step, ...] = tuple(
    Submit(
        f"2026-09-15 {9 + place:02}:30",
        AMB,
        submission=name,
        version=_VERSION,
        institution=institution,
        channel=channel,
        languages=languages,
        register=register,
    )
    for place, (name, institution, channel, languages, register) in enumerate(_SENT)
)

RECEIVED: tuple[Step, ...] = tuple(
    Reply(f"2026-09-22 {9 + place:02}:15", AMB, submission=name, kind="RECEIPT")
    for place, (name, *_) in enumerate(_SENT)
)
