"""A published paper with everything that may follow an adoption, in the small world; and one that is as far but not public.

paper = await publish(world)        # Barcelona and L'Hospitalet approved, Badalona objected
"""

from datetime import date, timedelta

from sqlalchemy import select

from positions.headings import LanguageText
from positions.lifecycle import Action, Stage
from positions.models.institutions import Institution
from positions.models.members import Membership
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.statements import Statement, StatementSignature
from positions.models.submissions import Reply, Submission, SubmissionVersion
from positions.models.uptakes import Uptake
from positions.rules import Choice
from positions.services.covers import CoverGiven
from positions.services.unit_of_work import UnitOfWork
from tests.support.rounds import TEXT, cast, end, open_on
from tests.support.states import step
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    PARTICIPANT,
    START,
    Paper,
    World,
    bring_to,
    move,
    propose,
)

SENT_AT = START + timedelta(days=20)
DIGEST = "a" * 64


def cover(title: str = "Aigües residuals") -> CoverGiven:
    """A cover in two languages, filed and addressed."""
    return CoverGiven(
        titles=[LanguageText("ca", title), LanguageText("en", f"{title} (en)")],
        summaries=[LanguageText("ca", f"Resum de {title}.")],
        subject_codes=["52"],
        addressee_codes=["EC"],
        target_deadline="2027-03-28",
    )


@step
async def adopt(world: World, title: str = "Aigües residuals", text: str = TEXT) -> Paper:
    """A paper that two towns approved and one objected to."""
    paper = await propose(world, participants=(PARTICIPANT, OTHER_PARTICIPANT), cover=cover(title))
    await bring_to(world, paper, Stage.AMENDING, text)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD, except_ask_keys=("D2",))
    await cast(world, row.id, PARTICIPANT)
    await cast(world, row.id, OTHER_PARTICIPANT, Choice.OBJECT)
    await end(world, row.id)
    return paper


@step
async def publish(world: World, title: str = "Aigües residuals", text: str = TEXT) -> Paper:
    """The same, made public, with a statement, a submission with its receipt, and an uptake."""
    paper = await adopt(world, title, text)
    await move(world, paper, Action.PUBLISH)
    await follow(world, paper)
    return paper


@step
async def follow(world: World, paper: Paper) -> None:
    """Rows as the verbs that follow an adoption write them."""
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        institution = (await work.session.scalars(select(Institution).where(Institution.code == "EC"))).one()
        membership = (await work.session.scalars(select(Membership))).first()
        assert membership is not None
        assert position.adopted_version_id is not None
        await _annex(work, paper, membership.id)
        submission = Submission(
            id=work.new_id("sub"),
            position_id=paper.id,
            institution_id=institution.id,
            channel="LETTER",
            sent_at=SENT_AT,
            external_reference="Ares(2026)123",
            manifest_sha256=DIGEST,
            chain_sequence=1,
            chain_head=DIGEST,
            membership_id=membership.id,
            recorded_at=SENT_AT,
        )
        submission.versions = [SubmissionVersion(language="ca", version_id=position.adopted_version_id)]
        submission.files = []
        submission.replies = [_receipt(work, membership.id)]
        work.session.add_all([submission, _uptake(work, paper, institution.id, membership.id)])


async def _annex(work: UnitOfWork, paper: Paper, membership_id: str) -> None:
    badalona = (
        await work.session.scalars(select(Organization).where(Organization.code == OTHER_PARTICIPANT))
    ).one()
    round_id = (await work.session.scalars(select(Round.id).where(Round.position_id == paper.id))).one()
    statement = Statement(
        id=work.new_id("stm"),
        position_id=paper.id,
        round_id=round_id,
        number=1,
        kind="DISSENT",
        language="ca",
        text="No hi estem d'acord.",
        membership_id=membership_id,
        annexed_at=SENT_AT,
    )
    statement.signatures = [
        StatementSignature(organization_id=badalona.id, membership_id=membership_id, signed_at=SENT_AT)
    ]
    work.session.add(statement)


def _receipt(work: UnitOfWork, membership_id: str) -> Reply:
    return Reply(
        id=work.new_id("rep"),
        kind="RECEIPT",
        at=SENT_AT,
        reference="R-1",
        body="Rebut.",
        url=None,
        membership_id=membership_id,
        recorded_at=SENT_AT,
    )


def _uptake(work: UnitOfWork, paper: Paper, institution_id: str, membership_id: str) -> Uptake:
    return Uptake(
        id=work.new_id("upt"),
        position_id=paper.id,
        ask_key="D1",
        institution_id=institution_id,
        status="TAKEN_UP",
        evidence="Article 3",
        evidence_url="https://example.org/act",
        observed_on=date(2027, 1, 15),
        membership_id=membership_id,
        recorded_at=SENT_AT,
    )
