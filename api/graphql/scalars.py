"""Custom scalars, and the plain types many nouns share."""

from datetime import UTC, date, datetime

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition

YEARS = range(1901, 3000)
"""The years a moment may lie in: calendars and databases stumble near the ends of theirs."""


def write_moment(moment: datetime) -> str:
    """RFC 3339 in UTC, whole seconds without a fraction."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_moment(text: object) -> datetime:
    """A moment with its zone; a time without one could mean anything."""
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or "T" not in str(text).upper():
        raise GraphQLError("A time is written as RFC 3339 with its zone: 2026-11-23T09:30:00Z.")
    if moment.year not in YEARS:
        raise GraphQLError(f"A time lies between the years {YEARS[0]} and {YEARS[-1]}.")
    return moment.astimezone(UTC)


def read_day(text: object) -> date:
    """A calendar day."""
    try:
        if isinstance(text, str) and len(text) == len("2026-11-23"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise GraphQLError("A day is written as ISO 8601: 2026-11-23.")


SCALARS: dict[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment, RFC 3339 with its zone.",
        serialize=write_moment,
        parse_value=read_moment,
    ),
    date: strawberry.scalar(
        name="Date", description="A calendar day, ISO 8601.", serialize=date.isoformat, parse_value=read_day
    ),
}

CONFIG = StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True)


@strawberry.type(description="A text in one language.")
class LocalizedText:
    """A text and its language."""

    language: str = strawberry.field(description="BCP 47 tag.")
    text: str = strawberry.field(description="The text.")


@strawberry.input(description="A text in one language.")
class LocalizedTextInput:
    """A text and its language, as clients send it."""

    language: str = strawberry.field(description="BCP 47 tag.")
    text: str = strawberry.field(description="The text.")


def in_language(texts: dict[str, str], language: str, *, fallback: bool = False) -> str | None:
    """The text in a language; with `fallback` the nearest there is (Catalan, Spanish, English, any)."""
    wanted = language.lower()  # tags are the same in any case
    found = next((text for one, text in texts.items() if one.lower() == wanted), None)
    if found is not None or not fallback:
        return found
    order = [wanted.partition("-")[0], "ca", "es", "en", *texts]
    return next((texts[one] for one in order if one in texts), None)


def localized(texts: dict[str, str]) -> list[LocalizedText]:
    """Texts by language as clients read them, in the order of the tags."""
    return [LocalizedText(language=language, text=texts[language]) for language in sorted(texts)]
