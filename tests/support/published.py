"""A publication with everything in it, made by hand: what the public forms are tried on without a database."""

from datetime import UTC, date, datetime

from positions.institutions import RelationKind
from positions.organizations import OrganizationKind
from positions.publications import (
    Addressee,
    Adoption,
    Body,
    Publication,
    Reply,
    Statement,
    Subject,
    Submission,
    Text,
    Uptake,
    Vote,
)
from positions.publishing.sites import Site
from positions.rules import Choice
from positions.uptakes import UptakeStatus

SITE = Site("https://posicions.example")
DEMO = Site("https://posicions.example", is_fiction=True)
ADOPTED_AT = datetime(2026, 3, 20, 11, tzinfo=UTC)
PUBLISHED_AT = datetime(2026, 3, 21, 9, tzinfo=UTC)
SENT_AT = datetime(2026, 4, 1, 9, tzinfo=UTC)

BARCELONA = Body("08019", "Barcelona", OrganizationKind.MUNICIPALITY)
TIANA = Body("08282", "Tiana", OrganizationKind.MUNICIPALITY)
AUTHORITY = Body("AMB", "Àrea Metropolitana de Barcelona", OrganizationKind.AUTHORITY)
COMMISSION = Addressee("EC", {"ca": "Comissió Europea", "en": "European Commission"}, "https://example.eu")


def vote(body: Body, choice: Choice | None) -> Vote:
    return Vote(body, 100, 1, choice, is_tacit=False, is_counted=True, except_ask_keys=("D2",))


def adoption() -> Adoption:
    return Adoption(
        ADOPTED_AT,
        PUBLISHED_AT,
        texts=(
            Text("ver_1", "ca", is_original=True, number=3, label="v1", sha256="ab" * 32, words=900),
            Text("ver_2", "en", is_original=False, number=1, label=None, sha256="cd" * 32, words=950),
        ),
        votes=(vote(BARCELONA, Choice.APPROVE), vote(TIANA, Choice.OBJECT)),
        statements=(Statement(1, "DISSENT", "ca", "No.", (TIANA,), SENT_AT),),
        submissions=(
            Submission(
                "sub_1",
                COMMISSION,
                "HAVE_YOUR_SAY",
                SENT_AT,
                "Ares(2026)1",
                ("en",),
                "ef" * 32,
                (Reply("RECEIPT", SENT_AT, "R-1", None, SENT_AT),),
                SENT_AT,
            ),
        ),
        uptakes=(
            Uptake(
                "D1",
                COMMISSION,
                UptakeStatus.NOTED,
                "Recital 5",
                "https://example.eu/act",
                date(2026, 5, 1),
                SENT_AT,
            ),
        ),
    )


def publication(reference: str = "AMB-PP-2026-001", title: str = "Aigües & <rius>") -> Publication:
    return Publication(
        reference=reference,
        stage="SUBMITTED",
        original_language="ca",
        titles={"ca": title, "en": "Waters"},
        summaries={"ca": "Un resum planer."},
        lead=AUTHORITY,
        subjects=(Subject("52", "http://eurovoc.europa.eu/100155", {"ca": "Medi ambient"}),),
        addressees=(COMMISSION,),
        relations=((RelationKind.CELEX, "32024L3019"), (RelationKind.PROCEDURE, "2021/0420(COD)")),
        deadline=datetime(2026, 3, 29, 22, tzinfo=UTC),
        adoption=adoption(),
    )
