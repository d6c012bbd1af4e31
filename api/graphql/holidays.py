"""Days off by calendar, and keeping them."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.scalars import LocalizedText, LocalizedTextInput, in_language, localized
from positions.headings import LanguageText
from positions.holidays import HolidayGiven, YearGiven
from positions.queries.holidays import HolidayRow, clock, holidays_between
from positions.services.holidays import ImportHolidays, import_holidays, set_holidays
from positions.working_days import MAX_WORKING_DAYS, usual_closing

_ACTING = "Whom the member acts for; needed only with several organizations."

Language = Annotated[str, strawberry.argument(description="BCP 47 tag; the nearest language answers.")]
Since = Annotated[date, strawberry.argument(name="from", description="The first day.")]
Until = Annotated[date, strawberry.argument(name="to", description="The last day.")]
Calendars = Annotated[
    list[str] | None, strawberry.argument(description="Only those of these calendars; of all without it.")
]


WorkingDays = Annotated[int, strawberry.argument(description=f"How many, from 1 to {MAX_WORKING_DAYS}.")]
OpensAt = Annotated[datetime | None, strawberry.argument(description="When it opens; now without it.")]


@strawberry.type(description="A day on which an administration does not work.")
class Holiday:
    """A day off."""

    calendar: str = strawberry.field(
        description="Whose: `ES` of Spain, `CT` of Catalonia, `EU` of the European institutions, or a municipality's code."
    )
    day: date = strawberry.field(description="The day.")
    is_verified: bool = strawberry.field(
        description="Whether it was compared with what was published; else it is foreseen by custom."
    )
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, row: HolidayRow) -> "Holiday":
        """The day off of a row."""
        return cls(calendar=row.calendar, day=row.day, is_verified=row.verified, texts=row.names)

    @strawberry.field(description="What it is called in a language, else in the nearest there is.")
    def name(self, language: Language) -> str:
        """The name."""
        return in_language(self.texts, language, fallback=True) or self.day.isoformat()

    @strawberry.field(description="What it is called, by language.")
    def names(self) -> list[LocalizedText]:
        """Every name."""
        return localized(self.texts)


@strawberry.type
class HolidayQueries:
    """Root fields about days off."""

    @strawberry.field(description="The days off from one day to another, both included, by day.")
    async def holidays(
        self, info: Info, since: Since, until: Until, calendars: Calendars = None
    ) -> list[Holiday]:
        """Days off."""
        return [Holiday.of(row) for row in await info.context.read(holidays_between, since, until, calendars)]

    @strawberry.field(
        description="When a round that gives so many working days would usually close; a number out of range counts as the nearest in it."
    )
    async def usual_closing(
        self, info: Info, working_days: WorkingDays, opens_at: OpensAt = None
    ) -> datetime:
        """The usual end of a period."""
        days = min(max(working_days, 1), MAX_WORKING_DAYS)
        return usual_closing(opens_at or info.context.now, days, await info.context.read_once(clock))


@strawberry.input(description="A day off.")
class HolidayInput:
    """A day off as clients send it."""

    day: date = strawberry.field(description="The day.")
    names: list[LocalizedTextInput] = strawberry.field(description="What it is called; one language will do.")


@strawberry.input(description="All the days off of a calendar in one year.")
class SetHolidaysInput:
    """A year."""

    calendar: str = strawberry.field(description="`ES`, `CT`, `EU`, or a municipality's code.")
    year: int = strawberry.field(description="The year.")
    days: list[HolidayInput] = strawberry.field(
        description="Its days off; they replace those that are known."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="Days off as a table.")
class ImportHolidaysInput:
    """A table."""

    csv: str = strawberry.field(
        description="CSV with the columns `calendar`, `day` and `name_ca` (also `name_es`, `name_en`). Every year of a "
        "calendar that it names is replaced."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What setHolidays and importHolidays answer.")
class HolidaysPayload(Payload):
    """The days off kept."""

    holidays: list[Holiday] | None = strawberry.field(
        default=None, description="The days off as they are now."
    )


@strawberry.type
class HolidayMutations:
    """Mutations of days off."""

    @mutation("Replace the days off of a calendar in one year. For administrators.")
    async def set_holidays(self, info: Info, input: SetHolidaysInput) -> HolidaysPayload:
        """Keep a year."""
        days = [
            HolidayGiven(each.day, [LanguageText(name.language, name.text) for name in each.names])
            for each in input.days
        ]
        given = YearGiven(input.calendar, input.year, days)
        async with info.context.write() as work:
            rows = await set_holidays(work, info.context.actor, given, input.organization_code)
        return HolidaysPayload(holidays=[Holiday.of(row) for row in rows])

    @mutation("Replace the days off of every year of a calendar that a CSV table names. For administrators.")
    async def import_holidays(self, info: Info, input: ImportHolidaysInput) -> HolidaysPayload:
        """Keep years."""
        wish = ImportHolidays(input.csv, input.organization_code)
        async with info.context.write() as work:
            rows = await import_holidays(work, info.context.actor, wish)
        return HolidaysPayload(holidays=[Holiday.of(row) for row in rows])
