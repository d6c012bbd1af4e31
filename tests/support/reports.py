"""A closing report with something in every section."""

from dataclasses import replace
from datetime import date

from positions.indicators import Facts, Share
from positions.lifecycle import Stage
from positions.papers import Letterhead, PaperSignatory
from positions.reports import (
    Report,
    ReportAsk,
    ReportReply,
    ReportRound,
    ReportStage,
    ReportSubmission,
    ReportUptake,
)
from positions.rounds import RoundStatus
from positions.signatories import Signatory
from positions.uptakes import UptakeStatus

FULL = Report(
    reference="AMB-PP-2026-001",
    language="ca",
    title="Una política de cohesió [post-2027] amb | les metròpolis",
    is_final=True,
    on=date(2026, 11, 20),
    lead="Àrea Metropolitana de Barcelona",
    letterhead=Letterhead("Àrea Metropolitana de Barcelona", ("Carrer 62, núm. 16",)),
    addressees=("Parlament Europeu",),
    facts=Facts(
        "AMB-PP-2026-001",
        2026,
        days=100,
        steps=("CLEARANCE", "CLEARANCE", "LAST"),
        asks=(UptakeStatus.PARTLY_TAKEN_UP, None),
        in_time=(True,),
    ),
    votes=Share(35, 36),
    asks=(ReportAsk("D1", "Un capítol *metropolità*."), ReportAsk("D2", "Dotació pròpia.")),
    stages=(ReportStage(Stage.PROPOSED, date(2026, 2, 10)), ReportStage(Stage.ADOPTED, date(2026, 5, 21))),
    rounds=(
        ReportRound(1, "Validació | tècnica", RoundStatus.BROKEN, date(2026, 4, 24), 1, 0, 1, 0),
        ReportRound(3, "Consell d'Alcaldes", RoundStatus.PASSED, date(2026, 5, 21), 33, 0, 1, 2),
    ),
    signatories=(PaperSignatory("Tiana", Signatory("08282", except_asks=("D2",))),),
    submissions=(
        ReportSubmission(
            "Parlament Europeu",
            date(2026, 6, 2),
            "E/2026/12",
            (ReportReply("RECEIPT", date(2026, 6, 9), "A-1"), ReportReply("MEETING", date(2026, 7, 1), None)),
        ),
    ),
    uptakes=(
        ReportUptake(
            "D1",
            "Parlament Europeu",
            UptakeStatus.PARTLY_TAKEN_UP,
            date(2026, 10, 14),
            "Esmena <14>\ndel projecte",
            "https://www.europarl.europa.eu/a_b",
        ),
    ),
    conclusions="L'escala **metropolitana** ja hi surt.\n\n- Cal insistir.",
)
PROVISIONAL = replace(FULL, is_final=False)
EMPTY = Report(
    reference="AMB-PP-2026-002",
    language="en",
    title="A title",
    is_final=False,
    on=date(2026, 11, 20),
    lead="AMB",
    letterhead=Letterhead("AMB"),
    addressees=(),
    facts=Facts("AMB-PP-2026-002", 2026),
    votes=Share(),
)
