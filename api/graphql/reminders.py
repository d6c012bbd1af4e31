"""Who is missing in a round and how they were told: the pending towns, the proof of notice, one-click reminders."""

from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization
from positions.mails import STALE_AFTER, MailCourse, best_course, course_of
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.notices import Reached, reached
from positions.queries.reminders import pending_towns
from positions.queries.rounds import ElectorRow, RoundRow

strawberry.enum(
    MailCourse,
    description="What became of telling somebody by mail; UNNEEDED: settled before it went, UNWANTED: they want none, "
    "NO_SERVER: this server sends no mail.",
)


@strawberry.type(description="An organization whose vote is missing in an open round.")
class PendingTown:
    """A town that may be reminded."""

    organization: Organization = strawberry.field(description="Who.")
    population: int = strawberry.field(description="Its inhabitants on the opening day.")
    is_reachable: bool = strawberry.field(description="Whether any delegate of its is on the register.")
    last_activity_at: datetime | None = strawberry.field(
        description="When its members last did or read anything in this paper; null for never."
    )
    last_reminded_at: datetime | None = strawberry.field(
        description="When it was last reminded of this round."
    )
    may_be_reminded: bool = strawberry.field(description="Whether remindOrganizations takes it now.")


@strawberry.type(description="How an organization called was told of a round's opening.")
class RoundNotice:
    """The proof of notice to one organization."""

    organization: Organization = strawberry.field(description="Who.")
    member_count: int = strawberry.field(description="How many of its members were told; 0: nobody can be.")
    told_at: datetime | None = strawberry.field(description="When, in the application.")
    seen_at: datetime | None = strawberry.field(description="When the first of them saw it.")
    seen_count: int = strawberry.field(description="How many have seen it.")
    mailed_at: datetime | None = strawberry.field(description="When the first mail was accepted.")
    mail: MailCourse | None = strawberry.field(description="What became of telling them by mail, at best.")

    @classmethod
    def of(cls, elector: ElectorRow, members: list[Reached], mailed_from: datetime | None) -> "RoundNotice":
        """What is known of those who were told; mails due before that moment will not come any more, none without it."""
        seen = [one.seen_at for one in members if one.seen_at]
        courses = (
            course_of(
                one.mail_state,
                is_wanted=one.mail_at is not None,
                is_settled=one.is_settled,
                is_coming=_is_coming(one.mail_at, mailed_from),
            )
            for one in members
        )
        return cls(
            organization=Organization.of(elector.organization),
            member_count=len(members),
            told_at=min((one.told_at for one in members), default=None),
            seen_at=min(seen, default=None),
            seen_count=len(seen),
            mailed_at=min((one.mailed_at for one in members if one.mailed_at), default=None),
            mail=best_course(courses),
        )


def _is_coming(mail_at: datetime | None, mailed_from: datetime | None) -> bool:
    return mail_at is not None and mailed_from is not None and mail_at > mailed_from


@strawberry.type
class RoundReminders:
    """What a coordinator needs to get the missing votes in."""

    row: strawberry.Private[RoundRow]
    access: strawberry.Private[Access]

    @strawberry.field(
        description="The organizations whose vote is missing, the largest first; none for whoever may not remind them, and "
        "while the round takes no votes."
    )
    async def pending_towns(self, info: Info) -> list[PendingTown]:
        """Who is missing."""
        if not self.access.holds(Permission.REMIND):
            return []
        found = await info.context.read(pending_towns, self.access, self.row, info.context.now)
        return [
            PendingTown(
                organization=Organization.of(one.elector.organization),
                population=one.elector.population,
                is_reachable=one.is_reachable,
                last_activity_at=one.last_activity_at,
                last_reminded_at=one.last_reminded_at,
                may_be_reminded=one.may_be_reminded,
            )
            for one in found
        ]

    @strawberry.field(
        description="How each organization called was told of the opening, by code; none for whoever may not remind them, and "
        "before it has opened."
    )
    async def notices(self, info: Info) -> list[RoundNotice]:
        """The proof of notice."""
        if not self.access.holds(Permission.REMIND) or info.context.now < self.row.opens_at:
            return []
        found = await info.context.read(reached, self.row.id)
        mailed_from = info.context.now - STALE_AFTER if info.context.settings.smtp else None
        return [
            RoundNotice.of(
                elector,
                [one for one in found if one.organization_id == elector.organization_id],
                mailed_from,
            )
            for elector in sorted(self.row.electors, key=lambda one: one.organization.code)
        ]
