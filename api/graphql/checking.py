"""What the checklist says before something is sent, and the fields of a feedback, ready to copy."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.institutions import Language
from api.graphql.scalars import LocalizedText, localized
from positions import checklist
from positions.checklist import Check, State
from positions.data.presidencies import Presidency as PresidencyEntry
from positions.data.presidencies import following, presidencies, presiding
from positions.errors import Invalid
from positions.feedback import USUAL_CHARACTERS
from positions.institutions import ChannelKind
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.feedback import feedback_of
from positions.queries.plans import Wish, plan_of

strawberry.enum(Check, description="What is looked at before something is sent.")
strawberry.enum(
    State, name="CheckState", description="How a check stands; MISSING and REFUSED forbid to send."
)


@strawberry.type(description="One value of a finding, by name; a list is joined by commas.")
class FindingField:
    """A name and a value."""

    name: str = strawberry.field(description="Which value: `accepted`, `limit`, `at`, …")
    value: str | None = strawberry.field(description="The value; null where it is not known.")


@strawberry.type(description="What one check found.")
class Finding:
    """A check's outcome."""

    check: Check = strawberry.field(description="The check.")
    state: State = strawberry.field(description="How it stands.")
    language: str | None = strawberry.field(description="The text it is about; null for the whole.")
    fields: list[FindingField] = strawberry.field(description="What its wording needs.")

    @classmethod
    def of(cls, found: checklist.Finding) -> "Finding":
        """The finding as it was made."""
        return cls(
            check=found.check,
            state=found.state,
            language=found.language,
            fields=[FindingField(name=name, value=_shown(value)) for name, value in found.fields.items()],
        )


@strawberry.type(description="A field of a feedback form, in the order of the form.")
class FeedbackField:
    """A field, ready to copy."""

    key: str = strawberry.field(description="Which field.")
    value: str | None = strawberry.field(
        description="What goes in; null where the sender fills it in, empty where it stays empty."
    )


@strawberry.type(description="A feedback ready to copy into the portal's form.")
class Feedback:
    """The fields, and how long the text may be."""

    fields: list[FeedbackField] = strawberry.field(description="The fields.")
    usual_characters: int = strawberry.field(
        description="About what the portal takes: general knowledge, verified by nobody."
    )


@strawberry.type(description="A Member State in the chair of the Council of the European Union.")
class Presidency:
    """Half a year."""

    country_code: str = strawberry.field(description="The country.")
    since: date = strawberry.field(description="Its first day.")
    until: date = strawberry.field(description="The day on which the next one starts.")
    is_verified: bool = strawberry.field(description="Whether a public source was read.")
    names: list[LocalizedText] = strawberry.field(description="The country's name by language.")

    @classmethod
    def of(cls, entry: PresidencyEntry) -> "Presidency":
        """The half-year of an entry."""
        return cls(
            country_code=entry.country_code,
            since=entry.since,
            until=entry.until,
            is_verified=entry.is_verified,
            names=localized(entry.names),
        )


@strawberry.input(description="What is about to be sent.")
class SubmissionPlanInput:
    """An addressee, a channel, and the languages of the texts."""

    institution_code: str = strawberry.field(description="The addressee.")
    channel: ChannelKind = strawberry.field(description="The way.")
    languages: list[str] = strawberry.field(description="The texts, by language.")
    sent_at: datetime | None = strawberry.field(default=None, description="When; now without it.")
    cover_text: str | None = strawberry.field(
        default=None, description="What is to be written in the channel's own form."
    )


Plan = Annotated[SubmissionPlanInput, strawberry.argument(description="What is about to be sent.")]


@strawberry.type
class PositionChecking:
    """What a position shows of what may be sent."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="What forbids to send, what is worth knowing, and what nobody knows; null without such a channel."
    )
    async def checklist(self, info: Info, plan: Plan) -> list[Finding] | None:
        """Every finding; null for whoever does not read the position."""
        if not self.access.holds(Permission.READ):
            return None
        wish = Wish(
            institution_code=plan.institution_code,
            channel=plan.channel.value,
            numbers=dict.fromkeys(plan.languages),
            sent_at=plan.sent_at or info.context.now,
            cover_text=plan.cover_text,
        )
        try:
            _, made = await info.context.read(plan_of, self.access, wish)
        except Invalid:
            return None
        return [Finding.of(found) for found in checklist.checklist(made)]

    @strawberry.field(
        description="The fields of a feedback in a language, its text made of title, summary and asks."
    )
    async def feedback(self, info: Info, language: Language) -> Feedback | None:
        """The fields, for whoever reads the position."""
        if not self.access.holds(Permission.READ):
            return None
        fields = await info.context.read(feedback_of, self.access, language)
        return Feedback(
            fields=[FeedbackField(key=field.key, value=field.value) for field in fields],
            usual_characters=USUAL_CHARACTERS,
        )


@strawberry.type
class PresidencyQueries:
    """Root fields about the Council's presidency."""

    @strawberry.field(
        description="Who presides over the Council on a day, and who follows; empty where it is not known."
    )
    def presidencies(
        self,
        info: Info,
        on: Annotated[date | None, strawberry.argument(description="Today without it.")] = None,
    ) -> list[Presidency]:
        """The presidency and the incoming one."""
        present = presiding(on or info.context.today, presidencies())
        coming = following(present, presidencies()) if present else None
        return [Presidency.of(one) for one in (present, coming) if one is not None]


def _shown(value: object) -> str | None:
    if value is None:
        return None
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
