"""Institutions, the channels that reach them, subjects, and the glossary, as clients see them."""

from functools import partial
from typing import Annotated

import strawberry

from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.pagination import After, Connection, First, connect, window
from api.graphql.scalars import LocalizedText, in_language, localized
from positions.institutions import ChannelKind
from positions.queries.institutions import (
    ChannelRow,
    InstitutionRow,
    SubjectRow,
    TermRow,
    count_institutions,
    find_institution,
    institutions_by_id,
    list_institutions,
    list_subjects,
    list_terms,
)

strawberry.enum(ChannelKind, description="A way to reach an institution.")

Language = Annotated[
    str, strawberry.argument(description="BCP 47 tag; the nearest language there is answers.")
]


@strawberry.type(description="A way to reach an institution. A limit that nobody has verified is null.")
class Channel:
    """One channel."""

    kind: ChannelKind = strawberry.field(description="The channel's word: HAVE_YOUR_SAY, LETTER, REGISTRY, …")
    languages: list[str] = strawberry.field(description="Languages it takes.")
    max_characters: int | None = strawberry.field(description="The longest text it takes.")
    max_bytes: int | None = strawberry.field(description="The largest file it takes.")
    formats: list[str] | None = strawberry.field(description="File formats it takes.")
    deadline_rule: str | None = strawberry.field(description="How its last day ends.")
    verified: bool = strawberry.field(description="Whether somebody has confirmed these limits.")

    @classmethod
    def of(cls, row: ChannelRow) -> "Channel":
        """The channel of a row."""
        return cls(
            kind=ChannelKind(row.kind),
            languages=row.languages,
            max_characters=row.max_characters,
            max_bytes=row.max_bytes,
            formats=row.formats,
            deadline_rule=row.deadline_rule,
            verified=row.verified,
        )


@strawberry.type(description="An addressee of positions.")
class Institution(Node):
    """An institution with its channels."""

    code: str = strawberry.field(description="Its code in our register.")
    parent_code: str | None = strawberry.field(description="The body it belongs to.")
    kind: str = strawberry.field(description="What it is, in a word of the register.")
    acronym: str | None = strawberry.field(description="Its customary short name.")
    url: str | None = strawberry.field(description="Its page.")
    channels: list[Channel] = strawberry.field(description="The ways to reach it.")
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, row: InstitutionRow) -> "Institution":
        """The institution of a row that was loaded with its channels."""
        return cls(
            id=strawberry.ID(row.id),
            code=row.code,
            parent_code=row.parent_code,
            kind=row.kind,
            acronym=row.acronym,
            url=row.url,
            channels=[Channel.of(channel) for channel in row.channels],
            texts=row.names,
        )

    @strawberry.field(description="Its name in a language, else in the nearest there is.")
    def name(self, language: Language) -> str:
        """The name."""
        return in_language(self.texts, language, fallback=True) or self.code

    @strawberry.field(description="Its name in every language there is.")
    def names(self) -> list[LocalizedText]:
        """All names."""
        return localized(self.texts)


@strawberry.type(description="A EuroVoc domain that positions are filed under.")
class Subject:
    """A subject."""

    code: str = strawberry.field(description="Two digits.")
    uri: str = strawberry.field(description="Its persistent address in EuroVoc.")
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, row: SubjectRow) -> "Subject":
        """The subject of a row."""
        return cls(code=row.code, uri=row.uri, texts=row.labels)

    @strawberry.field(description="Its label in a language, else in the nearest there is.")
    def label(self, language: Language) -> str:
        """The label."""
        return in_language(self.texts, language, fallback=True) or self.code


@strawberry.type(description="A term of the glossary.")
class Term:
    """A term in the three languages of the interface."""

    code: str = strawberry.field(description="The English word that code uses.")
    domain: str = strawberry.field(description="What the term is about.")
    definition: str = strawberry.field(description="What it means, in English.")
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, row: TermRow) -> "Term":
        """The term of a row."""
        return cls(code=row.code, domain=row.domain, definition=row.definition, texts=row.labels)

    @strawberry.field(description="The term in a language, else in the nearest there is.")
    def label(self, language: Language) -> str:
        """The word."""
        return in_language(self.texts, language, fallback=True) or self.code


@strawberry.input(name="InstitutionFilter", description="Which institutions.")
class InstitutionFilterInput:
    """A filter as clients send it."""

    search: str | None = strawberry.field(
        default=None, description="With these words in a name, the acronym or the code."
    )


@strawberry.type
class InstitutionQueries:
    """Root fields about institutions, subjects and terms."""

    @strawberry.field(description="The institutions, by code.")
    async def institutions(
        self, info: Info, first: First, after: After = None, filter: InstitutionFilterInput | None = None
    ) -> Connection[Institution]:
        """One page of institutions."""
        asked, search = window(first, after), filter.search if filter else None
        return connect(
            await info.context.read(list_institutions, search, asked),
            asked,
            node=Institution.of,
            count=partial(info.context.read, count_institutions, search),
        )

    @strawberry.field(description="One institution by its code.")
    async def institution(self, info: Info, code: str) -> Institution | None:
        """The institution, or null."""
        row = await info.context.read(find_institution, code)
        return Institution.of(row) if row else None

    @strawberry.field(description="The 21 domains of EuroVoc.")
    async def subjects(self, info: Info) -> list[Subject]:
        """Every subject."""
        return [Subject.of(row) for row in await info.context.read(list_subjects)]

    @strawberry.field(description="The glossary of the interface.")
    async def terms(self, info: Info) -> list[Term]:
        """Every term."""
        return [Term.of(row) for row in await info.context.read(list_terms)]


async def load_institution(context: Context, identifier: str) -> Institution | None:
    """The institution with this id."""
    found = await context.read(institutions_by_id, [identifier])
    return Institution.of(found[identifier]) if identifier in found else None
