"""From the adopted text to the institution's answer: one function a kind of step."""

from positions.actors import Actor
from positions.demo.acts.drafting import rewrite
from positions.demo.cast import Acts, Cast
from positions.demo.papers import steps
from positions.demo.papers.calendar import moment
from positions.institutions import ChannelKind
from positions.queries.access import see_document
from positions.queries.translations import beside_draft
from positions.services import replies, submissions, translations, uptakes, versions
from positions.services.drafts import EditDraft
from positions.submissions import ReplyKind
from positions.translations import PassageState
from positions.uptakes import UptakeStatus
from positions.versions import sha256_of


async def translate(cast: Cast, step: steps.Translate) -> None:
    """The text is begun in another language, given whole, and saved."""
    actor = cast.actor(step)
    begun = translations.AddTranslation(cast.reference, step.language, cast.versions[step.version])
    async with cast.database.write() as work:
        document = await translations.add_translation(work, actor, begun)
        document_id, sequence = document.id, document.sequence
    await rewrite(cast, actor, EditDraft(document_id, step.text, base_sequence=sequence))
    await _confirm_alike(cast, actor, document_id)
    async with cast.database.write() as work:
        saved = await versions.save_version(work, actor, versions.SaveVersion(document_id, step.version))
    cast.translations[step.language] = document_id, saved.number


async def _confirm_alike(cast: Cast, actor: Actor, document_id: str) -> None:
    """Let stand what both languages say with the same words: towns and figures of a table."""
    async with cast.database.read() as session:
        _, document = await see_document(session, actor, document_id)
        rows = (await beside_draft(session, cast.database.drafts, document)).rows
    for number, row in enumerate(row for row in rows if row.source is not None):
        if row.state is PassageState.UNTRANSLATED and row.source and row.target:
            alike = translations.Place(document_id, number, sha256_of(row.source.text), row.target.text)
            async with cast.database.write() as work:
                await translations.confirm_block(work, actor, alike)


async def approve_translation(cast: Cast, step: steps.ApproveTranslation) -> None:
    """A translation is approved."""
    actor = cast.actor(step)
    document_id, number = cast.translations[step.language]
    request = translations.ApproveTranslation(document_id, number, cast.versions[step.version])
    async with cast.database.write() as work:
        await translations.approve_translation(work, actor, request)


async def submit(cast: Cast, step: steps.Submit) -> None:
    """A dossier is sealed and sent."""
    actor = cast.actor(step)
    sent_at = moment(step.at, cast.present)
    request = submissions.RecordSubmission(
        cast.reference,
        [submissions.ChosenVersion(language, _number(cast, step, language)) for language in step.languages],
        step.institution,
        ChannelKind(step.channel),
        sent_at,
        step.register,
        sent_at.date(),
        step.cover or None,
        step.languages[0] if step.cover else None,
    )
    prepared = await submissions.prepare_submission(
        cast.database, actor, request, is_fiction=True, press=cast.press
    )
    async with cast.database.write() as work:
        cast.submissions[step.submission] = (await submissions.record_submission(work, actor, prepared)).id


def _number(cast: Cast, step: steps.Submit, language: str) -> int:
    """The number of the version that goes out in a language."""
    if language == cast.paper.original_language:
        return cast.versions[step.version]
    return cast.translations[language][1]


async def reply(cast: Cast, step: steps.Reply) -> None:
    """What came back is recorded."""
    actor = cast.actor(step)
    request = replies.RecordReply(
        cast.submissions[step.submission],
        ReplyKind(step.kind),
        moment(step.at, cast.present),
        step.reference or None,
        step.body or None,
    )
    async with cast.database.write() as work:
        await replies.record_reply(work, actor, request)


async def observe(cast: Cast, step: steps.Observe) -> None:
    """What an institution did with an ask is recorded."""
    actor = cast.actor(step)
    request = uptakes.RecordUptake(
        cast.reference, step.ask, step.institution, UptakeStatus(step.status), step.evidence
    )
    async with cast.database.write() as work:
        await uptakes.record_uptake(work, actor, request)


ACTS: Acts = {
    steps.Translate: translate,
    steps.ApproveTranslation: approve_translation,
    steps.Submit: submit,
    steps.Reply: reply,
    steps.Observe: observe,
}
"""What each kind of step does."""
