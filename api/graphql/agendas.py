"""The private address of one's own agenda."""

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from positions.services.agendas import end_calendar_link, renew_calendar_link


@strawberry.input(description="A wish about one's own calendar.")
class CalendarLinkInput:
    """For whom the member acts."""

    organization_code: str | None = strawberry.field(
        default=None, description="The organization you act for; the calendar is of all your roles anyway."
    )


@strawberry.type(description="What renewCalendarLink answers.")
class RenewCalendarLinkPayload(Payload):
    """The address."""

    path: str | None = strawberry.field(
        default=None,
        description="The path of the calendar on this server, `/calendari/SECRET.ics`; shown this once.",
    )


@strawberry.type(description="What endCalendarLink answers.")
class EndCalendarLinkPayload(Payload):
    """Whether it ended."""

    is_ended: bool | None = strawberry.field(
        default=None, description="True when the address no longer works."
    )


@strawberry.type
class AgendaMutations:
    """Mutations of one's own agenda."""

    @mutation(
        "Give yourself a private address at which calendars read your deadlines: closings of your towns' rounds, dates of "
        "your papers, ratifications due. It shows what you may see at the time, and the address before stops working."
    )
    async def renew_calendar_link(self, info: Info, input: CalendarLinkInput) -> RenewCalendarLinkPayload:
        """A new address."""
        async with info.context.write() as work:
            secret = await renew_calendar_link(work, info.context.actor, input.organization_code)
        return RenewCalendarLinkPayload(path=f"/calendari/{secret}.ics")

    @mutation("Let the private address of your deadlines stop working.")
    async def end_calendar_link(self, info: Info, input: CalendarLinkInput) -> EndCalendarLinkPayload:
        """No address."""
        async with info.context.write() as work:
            await end_calendar_link(work, info.context.actor, input.organization_code)
        return EndCalendarLinkPayload(is_ended=True)
