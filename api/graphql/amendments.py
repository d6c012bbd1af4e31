"""Amendments: what is proposed, how it fits the draft as it is now, and what was decided."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry.types.lazy_type import LazyType

from api.graphql.anchors import Anchor, TextRange
from api.graphql.authors import Author, organization_of
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from api.graphql.pagination import Connection, connect
from api.graphql.versions import Version
from positions import amendments as core
from positions.anchors import AnchorState as State
from positions.errors import NotFound
from positions.numbering import Citations
from positions.queries import amendments as queries
from positions.queries.access import Access, see_document
from positions.queries.amendments import AmendmentRow
from positions.queries.numbering import citations_in
from positions.queries.pages import Window
from positions.queries.versions import version_by_number

if TYPE_CHECKING:
    from api.graphql.documents import Document

Decision = core.Decision
strawberry.enum(Decision, name="Decision", description="What may be decided about an amendment.")
AmendmentStatus = core.AmendmentStatus
strawberry.enum(AmendmentStatus, name="AmendmentStatus", description="What has become of an amendment.")
AmendmentOperation = core.AmendmentOperation
strawberry.enum(
    AmendmentOperation, name="AmendmentOperation", description="What an amendment does to its passage."
)
Fit = core.Fit
strawberry.enum(Fit, name="Fit", description="How an amendment fits the draft as it is now.")


@strawberry.enum(
    description="In which order amendments are listed: as they were tabled, or by their place in the draft as it is now."
)
class AmendmentOrder(StrEnum):
    """By number as they were tabled, or as they stand in the text."""

    NUMBER = "NUMBER"
    TEXT = "TEXT"


_DOCUMENT: LazyType[Any, Any] = LazyType("Document", "api.graphql.documents")
"""A document shows its amendments, so its module knows this one."""

_STATES = {
    core.Fit.APPLIES: State.UNCHANGED,
    core.Fit.MOVED: State.MOVED,
    core.Fit.COLLIDES: State.ORPHANED,
    core.Fit.ORPHANED: State.ORPHANED,
}


@strawberry.type(description="What was decided about an amendment.")
class AmendmentDecision:
    """A decision with its reason."""

    reason: str | None = strawberry.field(description="Why.")
    at: datetime = strawberry.field(description="When.")
    membership_id: strawberry.Private[str | None]

    @strawberry.field(description="Who decided; null when its own authors withdrew it.")
    def by(self) -> Author | None:
        """Whoever decided."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


@strawberry.type(description="A proposed change to a passage of a version.")
class Amendment(Node):
    """An amendment as its reader may see it."""

    number: int = strawberry.field(description="Its number in the position.")
    status: AmendmentStatus = strawberry.field(description="What has become of it.")
    operation: AmendmentOperation = strawberry.field(description="What it does to the passage.")
    original: str = strawberry.field(description="The passage as the version has it; empty for an addition.")
    proposed_text: str = strawberry.field(description="What is to stand there; empty for a deletion.")
    justification: str = strawberry.field(description="Why.")
    decided_text: str | None = strawberry.field(description="What went into the draft.")
    created_at: datetime = strawberry.field(description="When it was tabled.")
    imported_author: str | None = strawberry.field(
        description="Who wrote it in Word, when it came out of a Word file; empty where the file has no name."
    )
    imported_at: datetime | None = strawberry.field(description="When it was written in Word.")
    row: strawberry.Private[AmendmentRow]
    proposed_now: str | None = strawberry.field(
        description="Its passage in the draft as it would read with it: what a wording for a part begins with. As proposed "
        "where others have written in its words; null where the passage is gone."
    )
    placement: strawberry.Private[core.Placement]
    collisions: strawberry.Private[tuple[int, ...]]

    @strawberry.field(description="The passage.")
    async def anchor(self, info: Info) -> Anchor:
        """Where it stands."""
        version = await info.context.read_once(
            version_by_number, self.row.document_id, self.row.version_number
        )
        start, end = self.placement.start, self.placement.end
        return Anchor(
            version=Version.of(version) if version else None,
            draft_sequence=None,
            start=self.row.start,
            end=self.row.end,
            exact=self.row.original,
            prefix=self.row.prefix,
            suffix=self.row.suffix,
            state=_STATES[self.placement.fit],
            current=None if start is None or end is None else TextRange(start=start, end=end),
        )

    @strawberry.field(description="Who proposes it, the organization that tabled it first.")
    async def authors(self, info: Info) -> list[Organization]:
        """The author organizations."""
        return [await organization_of(info, author.organization_id) for author in self.row.authors]

    @strawberry.field(description="The decision; null while it is tabled.")
    def decision(self) -> AmendmentDecision | None:
        """What was decided."""
        row = self.row
        if row.decided_at is None:
            return None
        return AmendmentDecision(
            reason=row.decision_reason, at=row.decided_at, membership_id=row.decided_by_id
        )

    @strawberry.field(
        description="The numbers of the paragraphs it is about, as they are cited: `12a`, or the key of an ask. Empty where it adds"
        " something between two, or is about a heading, a list or a table."
    )
    async def paragraphs(self, info: Info) -> list[str]:
        """What it is about."""
        row = self.row
        return list((await self._citations(info)).changed(row.start, row.end, row.proposed_text))

    @strawberry.field(
        description="The number of the last paragraph before it, for an amendment that is about none; null before the first."
    )
    async def after_paragraph(self, info: Info) -> str | None:
        """What it stands below."""
        if await self.paragraphs(info):
            return None
        return (await self._citations(info)).above(self.row.start) or None

    async def _citations(self, info: Info) -> Citations:
        return await info.context.read_once(citations_in, self.row.document_id, self.row.version_number)

    @strawberry.field(description="How it fits the draft as it is now.")
    def fit(self) -> Fit:
        """Whether it still applies."""
        return self.placement.fit

    @strawberry.field(description="The undecided amendments that change the same words of the draft.")
    def collides_with(self) -> list["AmendmentNumber"]:
        """The amendments it collides with."""
        return [AmendmentNumber(number=number) for number in self.collisions]

    @strawberry.field(description="The amendments that fall when this one is incorporated.")
    def replaces(self) -> list["AmendmentNumber"]:
        """What a compromise replaces."""
        return [AmendmentNumber(number=other.number) for other in self.row.replaces]

    @strawberry.field(description="The document it would change.")
    async def document(self, info: Info) -> Annotated["Document", strawberry.lazy("api.graphql.documents")]:
        """The document."""
        access, row = await info.context.read_once(see_document, info.context.actor, self.row.document_id)
        found: Document = _DOCUMENT.resolve_type().of(row, access)
        return found


@strawberry.type(description="An amendment named by its number.")
class AmendmentNumber:
    """Another amendment of the same position."""

    number: int = strawberry.field(description="Its number in the position.")


async def amendments_of(
    context: Context, access: Access, asked: Window, order: AmendmentOrder
) -> Connection[Amendment]:
    """One page of a position's amendments."""
    drafts = context.database.drafts
    if order is AmendmentOrder.TEXT:
        page, standing = await context.read(queries.amendments_in_text, drafts, access, asked)
    else:
        page = await context.read(queries.amendments, access, asked)
        standing = await context.read(queries.standing, drafts, page.rows)
    return connect(
        page,
        asked,
        node=lambda row: _shown(row, standing),
        count=partial(context.read, queries.count_amendments, access),
    )


async def load_amendment(context: Context, identifier: str) -> Amendment | None:
    """The amendment with this id, for whoever asks."""
    try:
        _, row = await context.read(queries.see_amendment, context.actor, identifier)
    except NotFound:
        return None
    return (await seen(context, [row]))[0]


async def load_amendments(context: Context, identifiers: Sequence[str]) -> list[Amendment]:
    """The amendments with these ids, in this order, for whoever asks."""
    rows = await context.read(queries.see_amendments, context.actor, identifiers)
    return await seen(context, rows)


async def seen(context: Context, rows: list[AmendmentRow]) -> list[Amendment]:
    """Amendments as clients see them."""
    found = await context.read(queries.standing, context.database.drafts, rows)
    return [_shown(row, found) for row in rows]


def _shown(row: AmendmentRow, found: queries.Standing) -> Amendment:
    return Amendment(
        id=strawberry.ID(row.id),
        number=row.number,
        status=core.AmendmentStatus(row.status),
        operation=core.AmendmentOperation(row.operation),
        original=row.original,
        proposed_text=row.proposed_text,
        justification=row.justification,
        decided_text=row.decided_text,
        created_at=row.created_at,
        imported_author=row.imported_author,
        imported_at=row.imported_at,
        proposed_now=found.wordings.get(row.id),
        row=row,
        placement=found.placements[row.id],
        collisions=found.collisions.get(row.id, ()),
    )
