"""Write the closing report's conclusions, in each language by itself."""

from dataclasses import dataclass
from datetime import datetime

from positions.actors import Actor
from positions.errors import Stale
from positions.events import Tag
from positions.languages import language_tag
from positions.models.uptakes import Conclusion
from positions.permissions import Permission
from positions.queries.access import see_position
from positions.reports import conclusions_text
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of


@dataclass(frozen=True)
class WriteConclusion:
    """The text in a language; `expected_written_at` is that of the text it replaces, None when there was none."""

    reference: str
    language: str
    text: str
    expected_written_at: datetime | None = None
    organization_code: str | None = None


async def write_conclusion(work: UnitOfWork, actor: Actor, request: WriteConclusion) -> Conclusion:
    """Write or replace a conclusion; Stale when somebody else has written in the meantime."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = access.demand(Permission.WRITE_REPORT, request.organization_code)
    language = language_tag(request.language, ["language"])
    text = conclusions_text(request.text, ["text"])
    row = await work.session.get(Conclusion, (access.position.id, language))
    if request.expected_written_at != (row.written_at if row else None):
        raise Stale("conclusion_changed", ["expectedWrittenAt"])
    if row is None:
        row = Conclusion(position_id=access.position.id, language=language)
        work.session.add(row)
    row.text, row.membership_id, row.written_at = text, membership.id, work.now
    await record(work, access.position, Tag.REPORT_WRITTEN, membership, told_of_conclusion(row))
    return row


def told_of_conclusion(row: Conclusion) -> dict[str, object]:
    """What the record says of a conclusion."""
    return {"language": row.language, "sha256": sha256_of(row.text)}
