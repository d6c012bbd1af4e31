"""Send an adopted text: make the dossier's files, and record in one act that it was sealed and sent.

The files are made before the unit of work. Inside it their sources are read again: what is sealed is what was made, or
nothing is.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.checklist import Check, Finding, Plan, State, checklist, courtesy, forbidding
from positions.deadlines import day_of
from positions.enclosures import (
    Sources,
    annex_files,
    cover_file,
    sent_version,
    table_files,
    text_files,
    text_name,
)
from positions.errors import AlreadyDone, Conflict, Invalid, LimitExceeded, Refusal, Stale, Unsupported
from positions.headings import plain_text
from positions.institutions import ChannelKind
from positions.languages import language_tag
from positions.lifecycle import Action
from positions.manifests import Cover, DossierFile
from positions.models.institutions import Institution
from positions.models.submissions import Submission, SubmissionVersion
from positions.papers import Paper
from positions.permissions import Permission
from positions.publishing.papers import Form, paper_file
from positions.publishing.press import Press
from positions.queries.access import Access, see_position
from positions.queries.dossiers import annex_contents, sources_of
from positions.queries.plans import Wish, plan_of
from positions.services.idempotency import Key, is_answered, recall, remember
from positions.services.sealing import Sealing, seal_dossier
from positions.services.stages import advance_position
from positions.services.unit_of_work import Database, UnitOfWork
from positions.submissions import check_registered, check_sent, register_number

FORMS = tuple(form for form in Form if form not in {Form.MD, Form.HTML, Form.ODT})
"""How a text is printed into a dossier; its Markdown is there as it was hashed."""

MAX_VERSIONS = 30
MAX_COVER = 50_000
MAX_DOSSIER = 200 * 1024 * 1024
"""Bytes of all files together."""


@dataclass(frozen=True)
class ChosenVersion:
    """A version to send."""

    language: str
    number: int


@dataclass(frozen=True)
class RecordSubmission:
    """What was sent, where, how and when; the covering text as it went into the channel's own form."""

    reference: str
    versions: Sequence[ChosenVersion]
    institution_code: str
    channel: ChannelKind
    sent_at: datetime
    external_reference: str | None = None
    registered_on: date | None = None
    cover_text: str | None = None
    cover_language: str | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class PreparedSubmission:
    """A submission whose files are made, and what they were made from; nothing where it was answered before."""

    request: RecordSubmission
    sources: Sources | None = None
    files: tuple[DossierFile, ...] = ()
    is_fiction: bool = False


async def prepare_submission(
    database: Database,
    actor: Actor,
    request: RecordSubmission,
    key: Key | None = None,
    *,
    is_fiction: bool = False,
    press: Press | None = None,
) -> PreparedSubmission:
    """Check what is to be sent and make the dossier's files, before any lock is taken; a demo's say that they are fiction.

    A press that is given prints the same text once for several addressees.
    """
    async with database.read() as session:
        access = await see_position(session, actor, request.reference)
        if await is_answered(session, key):
            return PreparedSubmission(request)
        access.demand(Permission.RECORD_SUBMISSION, request.organization_code)
        checked = _checked(request, database.clock())
        institution, plan = await plan_of(session, access, _wish(checked))
        _refuse(plan)
        await _demand_unrecorded(session, access, checked, institution)
        sources = await sources_of(session, access, list(plan.texts), is_fiction=is_fiction)
        contents = await annex_contents(session, sources.annexes)
    printed = await _printed(press or Press(), checked.reference, sources.papers)
    files = await asyncio.to_thread(_files, checked, sources, contents, printed)
    return PreparedSubmission(checked, sources, files, is_fiction)


async def record_submission(
    work: UnitOfWork, actor: Actor, prepared: PreparedSubmission, key: Key | None = None
) -> Submission:
    """Seal the dossier and record that it was sent; the first submission makes the position a submitted one."""
    request = prepared.request
    access = await see_position(work.session, actor, request.reference, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await work.session.get_one(Submission, str(known["submission"]))
    membership = access.demand(Permission.RECORD_SUBMISSION, request.organization_code)
    institution, plan = await plan_of(work.session, access, _wish(request), _sizes(prepared.files))
    _refuse(plan)
    await _demand_unrecorded(work.session, access, request, institution)
    again = await sources_of(work.session, access, list(plan.texts), is_fiction=prepared.is_fiction)
    if prepared.sources is None or again != prepared.sources:
        raise Conflict("dossier_overtaken", ["versions"])
    row = _row(work, access, request, prepared.sources)
    row.institution_id, row.membership_id = institution.id, membership.id
    cover = Cover(
        reference=access.position.reference,
        submission=row.id,
        institution=institution.code,
        channel=row.channel,
        sent_at=row.sent_at,
        external_reference=row.external_reference,
        registered_on=row.registered_on,
        cover_language=request.cover_language,
    )
    versions = [
        sent_version(cover.reference, text, is_courtesy=courtesy(text.language, plan))
        for text in prepared.sources.texts
    ]
    await seal_dossier(work, access.position, row, Sealing(cover, versions, prepared.files, membership))
    await advance_position(work, access.position, Action.SUBMIT, membership=membership)
    remember(work, key, {"submission": row.id})
    return row


async def _demand_unrecorded(
    session: AsyncSession, access: Access, request: RecordSubmission, institution: Institution
) -> None:
    """AlreadyDone when this sending is on record: two coordinators may both have noted it."""
    statement = select(Submission.id).where(
        Submission.position_id == access.position.id,
        Submission.institution_id == institution.id,
        Submission.channel == request.channel.value,
        Submission.sent_at == request.sent_at,
    )
    if await session.scalar(statement.limit(1)) is not None:
        raise AlreadyDone("submission_recorded", ["sentAt"], institution=institution.code)


def _row(work: UnitOfWork, access: Access, request: RecordSubmission, sources: Sources) -> Submission:
    return Submission(
        id=work.new_id("sub"),
        position_id=access.position.id,
        channel=request.channel.value,
        sent_at=request.sent_at,
        external_reference=request.external_reference,
        registered_on=request.registered_on,
        recorded_at=work.now,
        versions=[SubmissionVersion(language=text.language, version_id=text.id) for text in sources.texts],
    )


def _checked(request: RecordSubmission, now: datetime) -> RecordSubmission:
    """The request with its texts in order; Invalid for what cannot be."""
    check_sent(request.sent_at, now)
    if request.registered_on is not None:
        check_registered(request.registered_on, day_of(now))
    versions = _versions(request.versions)
    text = language = None
    if (request.cover_text or "").strip():
        text = plain_text(request.cover_text or "", ["coverText"], limit=MAX_COVER)
        language = language_tag(request.cover_language or next(iter(versions), "ca"), ["coverLanguage"])
    return RecordSubmission(
        reference=request.reference,
        versions=[ChosenVersion(tag, number) for tag, number in versions.items()],
        institution_code=request.institution_code,
        channel=request.channel,
        sent_at=request.sent_at,
        external_reference=register_number(request.external_reference, ["externalReference"]),
        registered_on=request.registered_on,
        cover_text=text,
        cover_language=language,
        organization_code=request.organization_code,
    )


def _versions(chosen: Sequence[ChosenVersion]) -> dict[str, int]:
    if len(chosen) > MAX_VERSIONS:
        raise LimitExceeded("list_too_long", ["versions"], limit=MAX_VERSIONS)
    found: dict[str, int] = {}
    for place, version in enumerate(chosen):
        path = ["versions", str(place), "language"]
        language = language_tag(version.language, path)
        if language in found:
            raise Invalid("language_twice", path, language=language)
        found[language] = version.number
    return found


def _wish(request: RecordSubmission) -> Wish:
    return Wish(
        institution_code=request.institution_code,
        channel=request.channel.value,
        numbers={version.language: version.number for version in request.versions},
        sent_at=request.sent_at,
        cover_text=request.cover_text,
    )


def _files(
    request: RecordSubmission, sources: Sources, contents: Mapping[str, bytes], printed: Sequence[DossierFile]
) -> tuple[DossierFile, ...]:
    files = [
        *text_files(request.reference, sources.texts),
        *printed,
        *table_files(sources),
        *annex_files(sources.annexes, contents),
    ]
    if request.cover_text is not None and request.cover_language is not None:
        files.append(cover_file(request.cover_text, request.cover_language))
    if sum(len(file.content) for file in files) > MAX_DOSSIER:
        raise LimitExceeded("dossier_too_large", ["versions"], limit=MAX_DOSSIER)
    return tuple(files)


async def _printed(press: Press, reference: str, papers: Sequence[Paper]) -> list[DossierFile]:
    """The texts as they are read and signed."""
    printed = []
    for paper in papers:
        made = await asyncio.gather(*(press.make(paper_file, paper, form) for form in FORMS))
        printed += [
            DossierFile(text_name(reference, paper.language, form), file.media_type, file.content)
            for form, file in zip(FORMS, made, strict=True)
        ]
    return printed


def _sizes(files: Sequence[DossierFile]) -> dict[str, int]:
    """The largest file of each form."""
    sizes: dict[str, int] = {}
    for file in files:
        form = file.name.rpartition(".")[2]
        sizes[form] = max(sizes.get(form, 0), len(file.content))
    return sizes


_REFUSALS: Mapping[tuple[Check, State], tuple[type[Refusal], str, str]] = {
    (Check.LANGUAGE, State.MISSING): (Invalid, "submission_without_text", "versions"),
    (Check.LANGUAGE, State.REFUSED): (Unsupported, "language_not_taken", "versions"),
    (Check.TEXT, State.MISSING): (Stale, "text_not_approved", "versions"),
    (Check.TEXT, State.REFUSED): (Stale, "text_is_stale", "versions"),
    (Check.CHARACTERS, State.REFUSED): (LimitExceeded, "cover_text_too_long", "coverText"),
    (Check.FORMAT, State.REFUSED): (Unsupported, "format_not_taken", "channel"),
    (Check.SIZE, State.REFUSED): (LimitExceeded, "file_too_large_for_channel", "channel"),
}
"""What each finding that forbids is as a refusal: its kind, its reason, and the input it is about."""


def _refuse(plan: Plan) -> None:
    found = forbidding(checklist(plan))
    if found is not None:
        raise _refusal(found, plan)


def _refusal(found: Finding, plan: Plan) -> Refusal:
    kind, reason, path = _REFUSALS[found.check, found.state]
    told = {key: _told(value) for key, value in found.fields.items()}
    return kind(reason, [path], language=found.language, channel=plan.terms.kind, **told)


def _told(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
