"""Adopted papers that may be sent, and short ways to send them.

paper = await adopted_in_english(world)           # Catalan original, English approved; addressed to EC and EP
row = await send(world, paper)                     # an English dossier to EC, by letter
"""

from typing import Any

from sqlalchemy import select

from positions.events import Tag
from positions.institutions import ChannelKind
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.submissions import Submission
from positions.queries.dossiers import chain_of
from positions.queries.submissions import sealed_files
from positions.services.drafts import EditDraft, edit_draft, prepare_edit
from positions.services.record import record
from positions.services.submissions import (
    ChosenVersion,
    RecordSubmission,
    prepare_submission,
    record_submission,
)
from positions.services.versions import SaveVersion, save_version
from tests.support.followups import adopted
from tests.support.states import step
from tests.support.world import Paper, World

ENGLISH = """# Waters

A paragraph about the river.

- **D1.** That there be a plan.
- **D2.** That it not be delayed.
"""


@step
async def adopted_in_english(world: World) -> Paper:
    """An adopted paper with an approved English translation."""
    paper = await adopted(world)
    document_id = await _add_english(world, paper)
    prepared = await prepare_edit(world.database, world.coordinator, EditDraft(document_id, ENGLISH, 0))
    async with world.database.write() as work:
        await edit_draft(work, world.coordinator, prepared)
    async with world.database.write() as work:
        version = await save_version(work, world.coordinator, SaveVersion(document_id))
        document = await work.session.get_one(Document, document_id)
        position = await work.session.get_one(Position, paper.id)
        document.approved_version_id, document.approved_source_id = version.id, position.adopted_version_id
        body = {
            "document": document_id,
            "version": version.id,
            "number": version.number,
            "sha256": version.sha256,
            "source": position.adopted_version_id,
        }
        await record(work, position, Tag.TRANSLATION_APPROVED, world.coordinator.memberships[0], body)
    return paper


async def _add_english(world: World, paper: Paper) -> str:
    async with world.database.write() as work:
        document = Document(
            id=work.new_id("doc"),
            position_id=paper.id,
            language="en",
            is_original=False,
            stage="ADOPTED",
            created_at=work.now,
            updated_at=work.now,
        )
        work.session.add(document)
        return document.id


def asked(world: World, paper: Paper, languages: tuple[str, ...] = ("en",), **terms: Any) -> RecordSubmission:
    """A wish to send the first version in these languages to EC by letter, unless told otherwise."""
    usual = {
        "reference": paper.reference,
        "versions": [ChosenVersion(language, 1) for language in languages],
        "institution_code": "EC",
        "channel": ChannelKind.LETTER,
        "sent_at": world.clock.now,
    }
    return RecordSubmission(**{**usual, **terms})


@step
async def send(world: World, paper: Paper, languages: tuple[str, ...] = ("en",), **terms: Any) -> Submission:
    """Record a submission as the coordinator."""
    request = asked(world, paper, languages, **terms)
    prepared = await prepare_submission(world.database, world.coordinator, request)
    async with world.database.write() as work:
        return await record_submission(work, world.coordinator, prepared)


async def files_of(world: World, row: Submission) -> dict[str, bytes]:
    """The files that were sealed, by name."""
    async with world.database.read() as session:
        return {file.name: file.content for file in await sealed_files(session, row.id)}


async def tags_of(world: World, paper: Paper) -> list[str]:
    """What the record says happened."""
    async with world.database.read() as session:
        position = (await session.scalars(select(Position).where(Position.id == paper.id))).one()
        return [event.tag for event in await chain_of(session, position)]
