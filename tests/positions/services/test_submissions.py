"""An adopted text is sent: sealed as it was made, once, in languages that the addressee takes."""

import hashlib
import json
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from positions.errors import (
    AlreadyDone,
    Conflict,
    Forbidden,
    Invalid,
    LimitExceeded,
    NotFound,
    Refusal,
    StageForbids,
    Stale,
    Unauthenticated,
    Unsupported,
)
from positions.institutions import ChannelKind
from positions.lifecycle import Action, Stage
from positions.models.documents import Document
from positions.models.institutions import Channel
from positions.models.positions import Position
from positions.models.submissions import Attachment, Submission, SubmissionFile
from positions.publishing.dossiers import faults, pack
from positions.queries.access import see_position
from positions.queries.submissions import see_submission, submissions_of
from positions.services import submissions
from positions.services.idempotency import Key, key
from positions.services.stages import MoveStage, move_stage
from positions.services.submissions import (
    ChosenVersion,
    RecordSubmission,
    prepare_submission,
    record_submission,
)
from tests.support.dossiers import ENGLISH, adopted_in_english, asked, files_of, send, tags_of
from tests.support.world import Paper, World, bring_to, propose

PRINTED = submissions.FORMS


pytestmark = pytest.mark.usefixtures("nothing_printed")


async def stage_of(world: World, paper: Paper) -> str:
    async with world.database.read() as session:
        return (await session.get_one(Position, paper.id)).stage


async def test_the_first_submission_moves_the_position_on_and_later_ones_do_not(world: World) -> None:
    paper = await adopted_in_english(world)
    first = await send(world, paper, external_reference=" S/2026 \n 14 ", registered_on=date(2026, 11, 23))
    assert await stage_of(world, paper) == "SUBMITTED"
    await send(world, paper, institution_code="EP")
    assert await stage_of(world, paper) == "SUBMITTED"
    assert (await tags_of(world, paper))[-3:] == ["submission:recorded", "stage:moved", "submission:recorded"]
    assert (first.external_reference, first.registered_on) == ("S/2026 14", date(2026, 11, 23))


async def test_what_is_sealed_proves_itself(world: World) -> None:
    paper = await adopted_in_english(world)
    row = await send(world, paper, ("ca", "en"), cover_text="Dear Director-General", cover_language="en")
    files = await files_of(world, row)
    assert faults(pack(files)) == ()
    manifest = json.loads(files["manifest.json"])
    assert hashlib.sha256(files["manifest.json"]).hexdigest() == row.manifest_sha256
    assert (manifest["chain"]["sequence"], manifest["chain"]["hash"]) == (row.chain_sequence, row.chain_head)
    assert [(one["language"], one["is_courtesy"]) for one in manifest["versions"]] == [
        ("ca", True),
        ("en", False),
    ]
    assert files[f"texts/{paper.reference}-en.md"].decode() == ENGLISH
    assert files["cover-en.txt"] == b"Dear Director-General"
    assert b"08019,Barcelona" in files["votes.csv"]


async def test_nothing_internal_leaves_the_house(world: World) -> None:
    paper = await adopted_in_english(world)
    files = await files_of(world, await send(world, paper))
    record = json.loads(files["record.json"])
    tags = {entry.get("tag") for entry in record["entries"]}
    assert tags == {None, "round:closed", "translation:approved"}
    everything = b"".join(files.values())
    assert b"@" not in everything
    assert b"Delegate de Barcelona" not in everything


async def test_each_text_is_printed_as_it_is_read_and_signed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submissions, "FORMS", PRINTED)
    paper = await adopted_in_english(world)
    files = await files_of(world, await send(world, paper))
    assert files[f"texts/{paper.reference}-en.pdf"].startswith(b"%PDF-")
    assert files[f"texts/{paper.reference}-en.docx"].startswith(b"PK")
    assert faults(pack(files)) == ()


@pytest.mark.parametrize(
    ("languages", "terms", "refusal", "reason"),
    [
        ((), {}, Invalid, "submission_without_text"),
        (("ca",), {}, Unsupported, "language_not_taken"),
        (
            ("ca", "en"),
            {"versions": [ChosenVersion("en", 1), ChosenVersion("EN", 1)]},
            Invalid,
            "language_twice",
        ),
        (("en", "fr"), {}, Unsupported, "language_not_taken"),
        (("en",), {"versions": [ChosenVersion("en", 7)]}, Stale, "text_not_approved"),
        (("en",), {"institution_code": "NOBODY"}, Invalid, "institution_unknown"),
        (("en",), {"channel": ChannelKind.PETITION}, Invalid, "channel_unknown"),
        (("en",), {"registered_on": date(2026, 12, 24)}, Invalid, "registered_in_future"),
        (("en",), {"external_reference": "x" * 201}, LimitExceeded, "text_too_long"),
        (("en",), {"cover_text": "a\x00b"}, Invalid, "text_has_nul"),
    ],
)
async def test_what_cannot_be_sent_is_refused_and_changes_nothing(
    world: World, languages: tuple[str, ...], terms: dict[str, Any], refusal: type[Refusal], reason: str
) -> None:
    paper = await adopted_in_english(world)
    before = await tags_of(world, paper)
    with pytest.raises(refusal, match=f"^{reason}$"):
        await send(world, paper, languages, **terms)
    assert (await tags_of(world, paper), await stage_of(world, paper)) == (before, "ADOPTED")


async def test_tomorrow_nothing_was_sent(world: World) -> None:
    paper = await adopted_in_english(world)
    with pytest.raises(Invalid, match="sent_in_future"):
        await send(world, paper, sent_at=world.clock.now + timedelta(days=1))


async def test_a_translation_of_an_earlier_text_is_stale(world: World) -> None:
    paper = await adopted_in_english(world)
    async with world.database.write() as work:
        document = (await work.session.scalars(select(Document).where(Document.language == "en"))).one()
        document.approved_source_id = document.approved_version_id
    with pytest.raises(Stale, match="text_is_stale"):
        await send(world, paper)


@pytest.mark.parametrize(
    ("limits", "terms", "refusal", "reason"),
    [
        ({"max_characters": 3}, {"cover_text": "four"}, LimitExceeded, "cover_text_too_long"),
        ({"max_bytes": 3}, {}, LimitExceeded, "file_too_large_for_channel"),
        ({"formats": ["tiff"]}, {}, Unsupported, "format_not_taken"),
    ],
)
async def test_only_limits_that_somebody_verified_refuse(
    world: World, limits: dict[str, Any], terms: dict[str, Any], refusal: type[Refusal], reason: str
) -> None:
    paper = await adopted_in_english(world)
    async with world.database.write() as work:
        await work.session.execute(update(Channel).values(**limits, verified=True))
    with pytest.raises(refusal, match=reason):
        await send(world, paper, **terms)
    if "formats" not in limits:
        async with world.database.write() as work:
            await work.session.execute(update(Channel).values(verified=False))
        assert (await send(world, paper, **terms)).channel == "LETTER"


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.ADOPTED, Stage.SUBMITTED}))
async def test_nothing_is_sent_at_another_stage(world: World, stage: Stage) -> None:
    paper = await propose(world)
    await bring_to(world, paper, stage)
    with pytest.raises(StageForbids):
        await send(world, paper, ("ca",))


@pytest.mark.parametrize(
    ("who", "refusal"), [("ANONYMOUS", NotFound), ("08019", Forbidden), ("OBSERVER", Forbidden)]
)
async def test_only_a_coordinator_sends(world: World, who: str, refusal: type[Refusal]) -> None:
    paper = await adopted_in_english(world)
    with pytest.raises(refusal):
        await prepare_submission(world.database, world.actors[who], asked(world, paper))
    prepared = await prepare_submission(world.database, world.coordinator, asked(world, paper))
    with pytest.raises((refusal, Unauthenticated)):
        async with world.database.write() as work:
            await record_submission(work, world.actors[who], prepared)


async def test_what_changed_while_the_files_were_made_is_not_sealed(world: World) -> None:
    paper = await adopted_in_english(world)
    prepared = await prepare_submission(world.database, world.coordinator, asked(world, paper))
    async with world.database.write() as work:
        work.session.add(
            Attachment(
                id=work.new_id("att"),
                position_id=paper.id,
                name="annex.txt",
                media_type="text/plain",
                size=1,
                sha256="0" * 64,
                content=b"x",
                is_annex=True,
                membership_id=world.coordinator.memberships[0].id,
                added_at=work.now,
            )
        )
    with pytest.raises(Conflict, match="dossier_overtaken"):
        async with world.database.write() as work:
            await record_submission(work, world.coordinator, prepared)
    assert "annexes/01-annex.txt" in await files_of(world, await send(world, paper))


async def test_a_repeat_with_its_key_answers_the_same_even_after_the_stage_has_moved_on(world: World) -> None:
    paper = await adopted_in_english(world)
    request = asked(world, paper)
    used = key(world.coordinator, "recordSubmission", "once", {"reference": paper.reference})
    first = await record_with(world, request, used)
    async with world.database.write() as work:
        await move_stage(work, world.coordinator, MoveStage(paper.reference, Action.CLOSE))
    assert await record_with(world, request, used) == first
    async with world.database.read() as session:
        assert len(list(await session.scalars(select(Submission.id)))) == 1


async def test_two_coordinators_record_one_sending_once(world: World) -> None:
    """Both made their files before either had recorded it."""
    paper = await adopted_in_english(world)
    request = asked(world, paper)
    prepared = [await prepare_submission(world.database, world.coordinator, request) for _ in range(2)]
    async with world.database.write() as work:
        await record_submission(work, world.coordinator, prepared[0])
    with pytest.raises(AlreadyDone) as late:
        async with world.database.write() as work:
            await record_submission(work, world.coordinator, prepared[1])
    assert (late.value.reason, late.value.path) == ("submission_recorded", ("sentAt",))
    with pytest.raises(AlreadyDone):
        await prepare_submission(world.database, world.coordinator, request)
    async with world.database.read() as session:
        assert len(list(await session.scalars(select(Submission.id)))) == 1


async def record_with(world: World, request: RecordSubmission, used: Key | None) -> str:
    prepared = await prepare_submission(world.database, world.coordinator, request, used)
    async with world.database.write() as work:
        return (await record_submission(work, world.coordinator, prepared, used)).id


async def test_what_was_sent_can_not_be_changed(world: World) -> None:
    paper = await adopted_in_english(world)
    row = await send(world, paper)
    for statement in (
        update(Submission).where(Submission.id == row.id).values(channel="MEETING"),
        update(SubmissionFile).where(SubmissionFile.submission_id == row.id).values(content=b""),
    ):
        with pytest.raises(Exception, match="append-only"):
            async with world.database.write() as work:
                await work.session.execute(statement)


async def test_the_public_sees_submissions_once_the_position_is_published(world: World) -> None:
    paper = await adopted_in_english(world)
    row = await send(world, paper)
    anonymous = world.actors["ANONYMOUS"]
    async with world.database.read() as session:
        with pytest.raises(NotFound):
            await see_submission(session, anonymous, row.id)
    async with world.database.write() as work:
        await move_stage(work, world.coordinator, MoveStage(paper.reference, Action.PUBLISH))
    async with world.database.read() as session:
        access = await see_position(session, anonymous, paper.reference)
        assert [one.id for one in await submissions_of(session, access)] == [row.id]
