"""A document's amendments on its draft as it is: what was incorporated since their versions, and where they stand now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.amendments import WENT_IN, AmendmentStatus, Fit, Placement
from positions.collisions import Pairs, colliding_pairs
from positions.consolidation import touched
from positions.courses import Course, Placed, course
from positions.models.amendments import Amendment
from positions.models.versions import Version
from positions.proposals import Edit, Proposal
from positions.queries.drafts import Drafts
from positions.queries.versions import version_text

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Base:
    """A version that amendments speak about."""

    number: int
    sequence: int
    text: str


@dataclass(frozen=True)
class Docket:
    """The amendments of a document by number, the versions they speak about, and the draft they would change."""

    sequence: int
    head: str
    rows: tuple[Amendment, ...]
    bases: Mapping[int, Base]
    _ways: dict[tuple[int, int], Course] = field(default_factory=dict)

    def placed(self, rows: Sequence[Amendment]) -> tuple[Placed, ...]:
        """Where amendments stand in the draft; one that cannot be placed stands nowhere and hinders no other."""
        bases = [self.bases[number] for number in sorted({row.version_number for row in rows})]
        ways = {base.number: course(base.text, self.head, self._since(base)) for base in bases}
        return tuple(_carried(ways[row.version_number], row) for row in rows)

    @property
    def tabled(self) -> tuple[Amendment, ...]:
        """The undecided ones."""
        return tuple(row for row in self.rows if row.status == AmendmentStatus.TABLED.value)

    @cached_property
    def colliding(self) -> Pairs:
        """The pairs of undecided amendments that collide in the draft, by number."""
        return colliding_pairs(self.head, touched(self.placed(self.tabled)))

    def _since(self, base: Base, until: int | None = None) -> tuple[tuple[Edit, ...], ...]:
        """What was incorporated after a version, and up to a sequence, as edits of that version."""
        found = []
        for row in self.rows:
            known = self.bases[row.version_number]
            decided = row.decided_sequence if row.status in WENT_IN else None
            if decided is None or decided <= base.sequence or (until is not None and decided > until):
                continue
            if known.sequence <= base.sequence:
                found.append(_carried(self._way(known, base), row).edits)
        return tuple(found)

    def _way(self, known: Base, base: Base) -> Course:
        """From an earlier version to a later one; remembered, as each asks for those before it."""
        pair = (known.number, base.number)
        if pair not in self._ways:
            self._ways[pair] = course(known.text, base.text, self._since(known, base.sequence))
        return self._ways[pair]


def proposal_of(row: Amendment) -> Proposal:
    """What an amendment puts in place of its range: what was decided, else what is proposed."""
    text = row.decided_text if row.status in WENT_IN and row.decided_text is not None else row.proposed_text
    return Proposal(row.number, row.start, row.end, text)


async def docket(session: AsyncSession, drafts: Drafts, document_id: str) -> Docket:
    """The amendments of a document, and its draft."""
    statement = select(Amendment).where(Amendment.document_id == document_id).order_by(Amendment.number)
    options = selectinload(Amendment.authors), selectinload(Amendment.replaces)
    rows = tuple(await session.scalars(statement.options(*options)))
    numbers = sorted({row.version_number for row in rows})
    versions = await session.scalars(
        select(Version).where(Version.document_id == document_id, Version.number.in_(numbers))
    )
    bases = {
        version.number: Base(version.number, version.sequence, await version_text(session, version))
        for version in list(versions)
    }
    draft = await drafts.read(session, document_id)
    return Docket(draft.sequence, draft.text, rows, bases)


def replaced(rows: Sequence[Amendment]) -> dict[int, tuple[int, ...]]:
    """By the number of a compromise, the numbers it replaces."""
    return {row.number: tuple(other.number for other in row.replaces) for row in rows if row.replaces}


def _carried(way: Course, row: Amendment) -> Placed:
    proposal = proposal_of(row)
    try:
        return way.carry(proposal)
    except Exception:  # noqa: BLE001  # whatever one amendment does must not empty the list of all
        _log.exception("amendment_not_placed", amendment=row.id)
        return Placed(proposal, Placement(Fit.ORPHANED, None, None))
