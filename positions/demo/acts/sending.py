"""From the adopted text to the institution's answer: one function a kind of step."""

from positions.actors import Actor
from positions.demo.acts.drafting import rewrite
from positions.demo.cast import Acts, Cast
from positions.demo.papers import steps
from positions.demo.papers.calendar import day, moment
from positions.institutions import ChannelKind
from positions.queries.documents import see_document_of
from positions.queries.translations import beside_draft
from positions.services import replies, submissions, translations, uptakes, versions
from positions.services.drafts import EditDraft
from positions.submissions import ReplyKind
from positions.translations import PassageState
from positions.uptakes import UptakeStatus
from positions.versions import sha256_of


async def translate(cast: Cast, step: steps.Translate) -> None:
    """The text is begun in another language, given whole, and saved."""
    actor = await cast.actor(step)
    begun = translations.AddTranslation(cast.reference, step.language, cast.versions[step.version])
    async with cast.database.write() as work:
        document_id = (await translations.add_translation(work, actor, begun)).id
    await rewrite(cast, actor, EditDraft(document_id, step.text))
    await _confirm_alike(cast, actor, document_id)
    async with cast.database.write() as work:
        saved = await versions.save_version(work, actor, versions.SaveVersion(document_id, step.version))
    cast.translations[step.language] = document_id, saved.number
