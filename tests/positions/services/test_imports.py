"""What a Word file brings stands in the record without a name, and is proved with the rest."""

from datetime import datetime, timedelta, timezone

from sqlalchemy import select

from positions.imports import Written
from positions.models.amendments import Amendment
from positions.models.events import Event
from positions.services.imports import (
    ImportChanges,
    ImportedChange,
    ImportedComment,
    ImportedThread,
    import_changes,
)
from positions.services.verification import verify
from tests.support.rounds import ready
from tests.support.world import World

MARIA = Written("Maria  Puig", datetime(2026, 11, 12, 10, 3, tzinfo=timezone(timedelta(hours=1))))


async def test_an_imported_amendment_is_proved_and_no_event_names_who_wrote_it(world: World) -> None:
    paper = await ready(world)
    wish = ImportChanges(
        paper.document_id,
        changes=[ImportedChange(2, 2, "Les ", MARIA)],
        threads=[ImportedThread([ImportedComment("Segur?", MARIA)], 2, 8)],
        version_number=1,
    )
    async with world.database.write() as work:
        await import_changes(work, world.lead, wish)
    async with world.database.read() as session:
        (kept,) = await session.scalars(select(Amendment))
        bodies = list(await session.scalars(select(Event.body)))
    assert (kept.imported_author, kept.imported_at) == ("Maria Puig", MARIA.at)
    assert any('"imported":"2026-11-12T09:03:00+00:00"' in body for body in bodies)
    assert not any("Maria" in body for body in bodies)
    assert [one async for one in verify(world.database)] == []
