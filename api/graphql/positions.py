"""Positions as clients see them: alone, in lists, and what the reader may do with each."""

from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Annotated, cast

import strawberry

from api.graphql.adoptions import PositionAdoption
from api.graphql.amendments import Amendment, AmendmentOrder, amendments_of
from api.graphql.asks import PositionAsks
from api.graphql.attachments import PositionAttachments
from api.graphql.checking import PositionChecking
from api.graphql.comments import Thread, threads_of
from api.graphql.context import Context, Info
from api.graphql.covers import PositionCover, parts_of
from api.graphql.documents import Document
from api.graphql.errata import PositionErrata
from api.graphql.events import PositionEvents
from api.graphql.indicators import PositionIndicators
from api.graphql.nodes import Node
from api.graphql.pagination import After, Connection, First, connect, window
from api.graphql.reports import PositionReports
from api.graphql.reservations import PositionReservations
from api.graphql.rounds import Round, round_of, rounds_of
from api.graphql.routes import PositionRoute
from api.graphql.signatories import PositionSignatories
from api.graphql.statements import PositionStatements
from api.graphql.submissions import PositionSubmissions
from positions.lifecycle import Stage
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.documents import documents_of
from positions.queries.excerpts import excerpt_of
from positions.queries.positions import (
    PositionField,
    PositionFilter,
    PositionOrder,
    count_positions,
    find_position,
    find_position_by_id,
    list_positions,
)
from positions.queries.rounds import may_vote_now
from positions.queries.stages import stage_dates

strawberry.enum(Stage, description="Where a position is in its life.")
strawberry.enum(Permission, description="Something a reader may do, or not.")
strawberry.enum(PositionField, name="PositionOrderField", description="What positions are ordered by.")


@strawberry.enum(description="Which way a list goes.")
class OrderDirection(StrEnum):
    """A direction."""

    ASC = "ASC"
    DESC = "DESC"


@strawberry.type(description="When a position entered a stage.")
class StageDate:
    """A stage entered."""

    stage: Stage = strawberry.field(description="The stage.")
    entered_at: datetime = strawberry.field(description="When it was entered.")


@strawberry.type(description="Where a search hits, with a few words around it.")
class Excerpt:
    """A piece of running text."""

    text: str = strawberry.field(description="The words around the hit.")
    start: int = strawberry.field(description="Where the hit starts in `text`, in code points.")
    end: int = strawberry.field(description="Where it ends, excluded.")


@strawberry.type(description="A joint position paper as a whole.")
class Position(
    PositionCover,
    PositionAsks,
    PositionAdoption,
    PositionIndicators,
    PositionReports,
    PositionEvents,
    PositionSignatories,
    PositionSubmissions,
    PositionAttachments,
    PositionStatements,
    PositionErrata,
    PositionChecking,
    PositionRoute,
    PositionReservations,
    Node,
):
    """A position as whoever asks stands to it."""

    reference: str = strawberry.field(description="Its human key: `AMB-PP-2026-001`.")
    stage: Stage = strawberry.field(description="Where it is in its life.")
    original_language: str = strawberry.field(description="The original document's language.")
    route_key: str | None = strawberry.field(description="The route of rounds it follows; null without one.")
    created_at: datetime = strawberry.field(description="When it was proposed.")
    updated_at: datetime = strawberry.field(description="When anything last happened to it.")
    published_at: datetime | None = strawberry.field(
        description="When it was made public; null when it is not."
    )
    is_published: bool = strawberry.field(description="Whether everybody may read it.")
    target_deadline: datetime | None = strawberry.field(
        description="Until when it must be with the institution."
    )
    tabling_deadline: datetime | None = strawberry.field(description="Until when amendments are taken.")
    access: strawberry.Private[Access]

    @classmethod
    def of(cls, access: Access) -> "Position":
        """The position behind an access."""
        row = access.position
        return cls(
            id=strawberry.ID(row.id),
            reference=row.reference,
            stage=access.stage,
            original_language=row.original_language,
            route_key=row.route_key,
            created_at=row.created_at,
            updated_at=row.updated_at,
            published_at=row.published_at,
            is_published=access.is_published,
            target_deadline=row.target_deadline,
            tabling_deadline=row.tabling_deadline,
            access=access,
        )

    @strawberry.field(description="Its address on this server.")
    def url(self, info: Info) -> str:
        """Where people read it."""
        return f"{info.context.settings.base_url}/positions/{self.reference}"

    @strawberry.field(
        description="What the reader may do with it now; VOTE only when called in an open round."
    )
    def viewer_can(self, info: Info) -> list[Permission]:
        """The permissions that a button may stand for."""
        held = [right for right in self.access.allowed() if right not in _idle(self.access)]
        if Permission.VOTE not in held:
            return held
        if self.access.stage is not Stage.APPROVING:
            return [right for right in held if right is not Permission.VOTE]
        return cast(list[Permission], _with_vote(info, self.access, held))  # the executor awaits it

    @strawberry.field(
        description="The text in each language, the original first; the public reads what was adopted."
    )
    async def documents(self, info: Info) -> list[Document]:
        """Every document."""
        return [Document.of(row, self.access) for row in await info.context.read(documents_of, self.access)]

    @strawberry.field(
        description="The stages entered so far, in order; the public sees those from adoption on."
    )
    async def stages(self, info: Info) -> list[StageDate]:
        """The way it went."""
        dates = await info.context.read(stage_dates, self.access)
        return [StageDate(stage=date.stage, entered_at=date.entered_at) for date in dates]

    @strawberry.field(
        description="The hit of a search in title, summary or text; null when only codes or references were found."
    )
    async def excerpt(self, info: Info, search: str) -> Excerpt | None:
        """The place found."""
        found = await info.context.read(excerpt_of, self.access, search)
        return Excerpt(text=found.text, start=found.start, end=found.end) if found else None

    @strawberry.field(description="The discussions that the reader may see, oldest first.")
    async def threads(self, info: Info, first: First, after: After = None) -> Connection[Thread]:
        """One page of threads."""
        return await threads_of(info.context, self.access, first, after)

    @strawberry.field(
        description="The amendments, by number or in the order of the text; none for the public."
    )
    async def amendments(
        self,
        info: Info,
        first: First,
        after: After = None,
        order_by: AmendmentOrder = AmendmentOrder.NUMBER,
    ) -> Connection[Amendment]:
        """One page of amendments."""
        return await amendments_of(info.context, self.access, window(first, after), order_by)

    @strawberry.field(
        description="The rounds that the reader may see, by number; the public sees those that decided."
    )
    async def rounds(self, info: Info, first: First, after: After = None) -> Connection[Round]:
        """One page of rounds."""
        return await rounds_of(info.context, self.access, first, after)

    @strawberry.field(description="One round by its number.")
    async def round(self, info: Info, number: int) -> Round | None:
        """The round, or null."""
        return await round_of(info.context, self.access, number)


def _idle(access: Access) -> frozenset[Permission]:
    """What the table allows but would change nothing."""
    return frozenset({Permission.PUBLISH if access.is_published else Permission.UNPUBLISH})


async def _with_vote(info: Info, access: Access, held: list[Permission]) -> list[Permission]:
    """The permissions, VOTE among them only when one of the reader's organizations is called."""
    is_called = await info.context.read(may_vote_now, access, info.context.now)
    return held if is_called else [permission for permission in held if permission is not Permission.VOTE]


@strawberry.input(
    name="PositionFilter", description="Which positions; what is given must all hold, of a list any one."
)
class PositionFilterInput:
    """A filter as clients send it."""

    search: str | None = strawberry.field(
        default=None,
        description="With these words in titles and texts; accents, plurals and `l·l` do not matter.",
    )
    stages: list[Stage] | None = strawberry.field(default=None, description="In these stages.")
    subject_codes: list[str] | None = strawberry.field(default=None, description="Filed under these.")
    participant_codes: list[str] | None = strawberry.field(
        default=None, description="With these taking part."
    )
    institution_codes: list[str] | None = strawberry.field(default=None, description="Addressed to these.")
    lead_code: str | None = strawberry.field(default=None, description="Led by this organization.")
    signatory_codes: list[str] | None = strawberry.field(
        default=None, description="Signed by one of these: approved aloud, and not taken back since."
    )
    voter_codes: list[str] | None = strawberry.field(
        default=None, description="Voted on by one of these in the round that adopted it, whatever it said."
    )
    adopted_in: int | None = strawberry.field(default=None, description="Adopted in this year.")
    is_published: bool | None = strawberry.field(default=None, description="Public, or not yet.")
    relation: str | None = strawberry.field(default=None, description="About this file: `2021/0420(COD)`.")
    updated_since: datetime | None = strawberry.field(
        default=None, description="Changed at or after this moment."
    )

    def chosen(self) -> PositionFilter:
        """The filter as queries know it."""
        return PositionFilter(
            search=self.search,
            stages=self.stages,
            subject_codes=self.subject_codes,
            participant_codes=self.participant_codes,
            institution_codes=self.institution_codes,
            lead_code=self.lead_code,
            signatory_codes=self.signatory_codes,
            voter_codes=self.voter_codes,
            adopted_in=self.adopted_in,
            is_published=self.is_published,
            relation=self.relation,
            updated_since=self.updated_since,
        )


@strawberry.input(name="PositionOrder", description="The order; positions without the field come last.")
class PositionOrderInput:
    """An order as clients send it."""

    field: PositionField = strawberry.field(description="What to order by.")
    direction: OrderDirection = strawberry.field(default=OrderDirection.DESC, description="Which way.")


Filter = Annotated[PositionFilterInput | None, strawberry.argument(description="Which ones; all without it.")]
OrderBy = Annotated[
    PositionOrderInput | None,
    strawberry.argument(description="The order; the last changed first without it."),
]


@strawberry.type
class PositionQueries:
    """Root fields about positions."""

    @strawberry.field(
        description="One position by its reference; null when it does not exist for whoever asks."
    )
    async def position(self, info: Info, reference: str) -> Position | None:
        """The position, or null."""
        return await position_of(info, reference)

    @strawberry.field(description="The positions that whoever asks may see.")
    async def positions(
        self, info: Info, first: First, after: After = None, filter: Filter = None, order_by: OrderBy = None
    ) -> Connection[Position]:
        """One page of positions."""
        context, asked = info.context, window(first, after)
        wanted = filter.chosen() if filter else PositionFilter()
        order = (
            PositionOrder(order_by.field, is_descending=order_by.direction is OrderDirection.DESC)
            if order_by
            else PositionOrder()
        )
        page = await context.read(
            list_positions,
            context.actor,
            wanted=wanted,
            order=order,
            window=asked,
            parts=parts_of(info),
        )
        return connect(
            page, asked, node=Position.of, count=partial(context.read, count_positions, context.actor, wanted)
        )


async def position_of(info: Info, reference: str) -> Position | None:
    """The position with this reference, loaded with what the operation names below the present field."""
    access = await info.context.read(find_position, info.context.actor, reference, parts_of(info))
    return Position.of(access) if access else None


async def load_position(context: Context, identifier: str) -> Position | None:
    """The position with this id, for whoever asks."""
    access = await context.read(find_position_by_id, context.actor, identifier)
    return Position.of(access) if access else None
