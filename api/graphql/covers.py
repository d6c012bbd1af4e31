"""What stands on a position's cover, as clients read it.

A page of positions is loaded ahead with the parts that the operation names (`parts_of`); then these resolvers answer at
once. A position reached in another way loads its cover when the first field asks for it, together with its neighbours.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Annotated, TypeVar, cast

import strawberry
from strawberry.types.nodes import Selection

from api.graphql.context import Info
from api.graphql.institutions import Institution, Subject
from api.graphql.milestones import Milestone
from api.graphql.organizations import Organization
from api.graphql.scalars import LocalizedText, in_language, localized
from positions.institutions import RelationKind
from positions.lifecycle import Stage
from positions.milestones import standings
from positions.participation import ParticipationState
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.covers import (
    Part,
    ParticipationRow,
    PositionRow,
    RelationRow,
    dated,
    has_part,
)
from positions.queries.holidays import clock

T = TypeVar("T")

strawberry.enum(RelationKind, description="What kind of identifier relates a position to a file.")
strawberry.enum(ParticipationState, description="Where an organization stands.")

Language = Annotated[str, strawberry.argument(description="BCP 47 tag.")]
Fallback = Annotated[
    bool,
    strawberry.argument(description="Whether the nearest other language answers where this one is missing."),
]

PARTS: dict[str, Part] = {
    "titles": Part.HEADINGS,
    "title": Part.HEADINGS,
    "summaries": Part.HEADINGS,
    "summary": Part.HEADINGS,
    "lead": Part.LEAD,
    "participants": Part.PARTICIPATIONS,
    "participations": Part.PARTICIPATIONS,
    "subjects": Part.SUBJECTS,
    "addressees": Part.ADDRESSEES,
    "relations": Part.RELATIONS,
    "milestones": Part.MILESTONES,
}
"""The part of the cover that each field reads."""


def parts_of(info: Info) -> frozenset[Part]:
    """The parts that an operation names anywhere below the present field."""
    return frozenset(PARTS[name] for name in _names(info.selected_fields) if name in PARTS)


def _names(selections: Iterable[Selection]) -> Iterable[str]:
    for selection in selections:
        yield getattr(selection, "name", "")
        yield from _names(selection.selections)


@strawberry.type(description="An identifier of the file that a position is about.")
class Relation:
    """A related file."""

    kind: RelationKind = strawberry.field(description="What kind of identifier it is.")
    value: str = strawberry.field(description="The identifier: `2021/0420(COD)`.")

    @classmethod
    def of(cls, row: RelationRow) -> "Relation":
        """The relation of a row."""
        return cls(kind=RelationKind(row.kind), value=row.value)


@strawberry.type(description="An organization's part in a position.")
class Participation:
    """Who takes part, and how far."""

    organization: Organization = strawberry.field(description="The organization.")
    state: ParticipationState = strawberry.field(description="Invited, accepted or left.")
    since: datetime = strawberry.field(description="Since when.")

    @classmethod
    def of(cls, row: ParticipationRow) -> "Participation":
        """The participation of a row."""
        return cls(
            organization=Organization.of(row.organization),
            state=ParticipationState(row.state),
            since=row.since,
        )


@strawberry.type
class PositionCover:
    """The fields of the cover."""

    access: strawberry.Private[Access]

    @strawberry.field(description="The titles by language.")
    def titles(self, info: Info) -> list[LocalizedText]:
        """Every title."""
        return _read(self.access, info, Part.HEADINGS, lambda row: localized(_titles(row)))

    @strawberry.field(description="The title in a language; null where it is missing, unless `fallback`.")
    def title(self, info: Info, language: Language, fallback: Fallback = False) -> str | None:  # noqa: FBT002  # GraphQL names its arguments
        """One title."""
        return _read(
            self.access,
            info,
            Part.HEADINGS,
            lambda row: in_language(_titles(row), language, fallback=fallback),
        )

    @strawberry.field(description="The plain summaries by language.")
    def summaries(self, info: Info) -> list[LocalizedText]:
        """Every summary."""
        return _read(self.access, info, Part.HEADINGS, lambda row: localized(_summaries(row)))

    @strawberry.field(description="The summary in a language; null where it is missing, unless `fallback`.")
    def summary(self, info: Info, language: Language, fallback: Fallback = False) -> str | None:  # noqa: FBT002  # as above
        """One summary."""
        return _read(
            self.access,
            info,
            Part.HEADINGS,
            lambda row: in_language(_summaries(row), language, fallback=fallback),
        )

    @strawberry.field(description="The organization that leads the work on the text.")
    def lead(self, info: Info) -> Organization:
        """The lead."""
        return _read(self.access, info, Part.LEAD, lambda row: Organization.of(row.lead))

    @strawberry.field(description="The organizations that take part, invited ones too, by code.")
    def participants(self, info: Info) -> list[Organization]:
        """Whoever has not left."""
        return _read(self.access, info, Part.PARTICIPATIONS, _participants)

    @strawberry.field(description="Who was invited, accepted or left, by code; empty for the public.")
    def participations(self, info: Info) -> list[Participation]:
        """Every participation, for those who may read."""
        if not self.access.holds(Permission.READ):
            return []
        return _read(
            self.access, info, Part.PARTICIPATIONS, lambda row: list(map(Participation.of, _by_code(row)))
        )

    @strawberry.field(description="The domains it is filed under.")
    def subjects(self, info: Info) -> list[Subject]:
        """Every subject."""
        return _read(self.access, info, Part.SUBJECTS, lambda row: list(map(Subject.of, row.subjects)))

    @strawberry.field(description="The institutions it is addressed to.")
    def addressees(self, info: Info) -> list[Institution]:
        """Every addressee."""
        return _read(
            self.access, info, Part.ADDRESSEES, lambda row: list(map(Institution.of, row.addressees))
        )

    @strawberry.field(description="The files it is about.")
    def relations(self, info: Info) -> list[Relation]:
        """Every relation."""
        return _read(self.access, info, Part.RELATIONS, lambda row: list(map(Relation.of, row.relations)))

    @strawberry.field(description="The dates of its calendar, in order, and where each stands now.")
    async def milestones(self, info: Info) -> list[Milestone]:
        """Every milestone."""
        position = self.access.position
        if not has_part(position, Part.MILESTONES):
            position = await info.context.loaders.covers.load(position.id)
        holidays = await info.context.read_once(clock)
        found = standings(dated(position.milestones), Stage(position.stage), info.context.now, holidays)
        return [Milestone.of(each) for each in found]


def _read(access: Access, info: Info, part: Part, look: Callable[[PositionRow], T]) -> T:
    """What a loaded part says; where it was not loaded ahead, a promise of it, which the executor awaits."""
    if has_part(access.position, part):
        return look(access.position)
    return cast(T, _later(info, access.position.id, look))


async def _later(info: Info, position_id: str, look: Callable[[PositionRow], T]) -> T:
    return look(await info.context.loaders.covers.load(position_id))


def _titles(row: PositionRow) -> dict[str, str]:
    return {heading.language: heading.title for heading in row.headings if heading.title is not None}


def _summaries(row: PositionRow) -> dict[str, str]:
    return {heading.language: heading.summary for heading in row.headings if heading.summary is not None}


def _by_code(row: PositionRow) -> list[ParticipationRow]:
    return sorted(row.participations, key=lambda part: part.organization.code)


def _participants(row: PositionRow) -> list[Organization]:
    left = ParticipationState.LEFT
    return [Organization.of(part.organization) for part in _by_code(row) if part.state != left]
