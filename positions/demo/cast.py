"""One paper on the stage: who acts in it, and what its names in the story are in the database."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from positions.actors import Actor
from positions.demo.papers import steps
from positions.publishing.press import Press
from positions.queries.versions import version_by_number, version_text
from positions.services.unit_of_work import Database


@dataclass
class Cast:
    """One paper on the stage: who acts, by organization, and what its names in the story are in the database."""

    database: Database
    actors: Mapping[str, Actor]
    paper: steps.Paper
    present: date
    reference: str
    document_id: str
    versions: dict[str, int] = field(default_factory=dict)
    threads: dict[str, str] = field(default_factory=dict)
    amendments: dict[str, str] = field(default_factory=dict)
    rounds: dict[str, str] = field(default_factory=dict)
    reservations: dict[str, str] = field(default_factory=dict)
    translations: dict[str, tuple[str, int]] = field(default_factory=dict)
    submissions: dict[str, str] = field(default_factory=dict)
    press: Press = field(default_factory=Press)

    def actor(self, step: steps.Step) -> Actor:
        """Whoever acts in a step."""
        return self.actors[step.by]

    async def text(self, label: str) -> str:
        """The text of a version by its label."""
        async with self.database.read() as session:
            version = await version_by_number(session, self.document_id, self.versions[label])
            assert version is not None
            return await version_text(session, version)


Acts = dict[type[steps.Step], Callable[[Cast, Any], Awaitable[None]]]
"""What a kind of step does."""
