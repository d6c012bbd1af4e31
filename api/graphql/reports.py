"""The closing report of a position, and writing its conclusions."""

from datetime import datetime
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from positions.errors import NotFound
from positions.publishing.furniture import spoken
from positions.publishing.markdown import render
from positions.publishing.report_text import report_text
from positions.queries.access import Access, see_position
from positions.queries.reports import ConclusionRow, Occasion, conclusions_of, report_of
from positions.services.offload import offload
from positions.services.reports import WriteConclusion, write_conclusion

Language = Annotated[
    str, strawberry.argument(description="Catalan, Spanish or English; English for any other.")
]


@strawberry.type(description="What a coordinator concludes, in one language.")
class Conclusion:
    """A text of the report."""

    language: str = strawberry.field(description="BCP 47 tag.")
    text: str = strawberry.field(description="The text, in Markdown.")
    written_at: datetime = strawberry.field(description="When it was last written.")

    @classmethod
    def of(cls, row: ConclusionRow) -> "Conclusion":
        """The conclusion of a row."""
        return cls(language=row.language, text=row.text, written_at=row.written_at)


@strawberry.type(description="The closing report, written out from what is known.")
class Report:
    """A report in one language."""

    language: str = strawberry.field(description="Its language.")
    is_final: bool = strawberry.field(description="Whether the follow-up is closed.")
    text: str = strawberry.field(description="The whole report in Markdown.")
    html: str = strawberry.field(description="The same as sanitised HTML.")


@strawberry.type
class PositionReports:
    """What a position's follow-up comes to in the end."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The closing report: for readers once it is submitted, for the public once it is published and closed."
    )
    async def report(self, info: Info, language: Language) -> Report | None:
        """The report, or null."""
        context = info.context
        occasion = Occasion(spoken(language), context.now, context.settings.is_demo)
        try:
            report = await context.read(report_of, self.access, occasion)
        except NotFound:
            return None
        text = report_text(report)
        html = await offload(render, text)
        return Report(language=report.language, is_final=report.is_final, text=text, html=html)

    @strawberry.field(description="The report's conclusions by language, for those who may read it.")
    async def conclusions(self, info: Info) -> list[Conclusion]:
        """Every language's."""
        return [Conclusion.of(row) for row in await info.context.read(conclusions_of, self.access)]


@strawberry.input(description="Conclusions for the closing report, in one language.")
class WriteConclusionInput:
    """A text."""

    reference: str = strawberry.field(description="The position.")
    language: str = strawberry.field(description="BCP 47 tag of the text.")
    text: str = strawberry.field(description="The conclusions, in Markdown.")
    expected_written_at: datetime | None = strawberry.field(
        default=None,
        description="`writtenAt` of the text it replaces, null when there was none: refused as STALE otherwise.",
    )
    organization_code: str | None = strawberry.field(
        default=None, description="Whom the member acts for; needed only with several organizations."
    )


@strawberry.type(description="What writeConclusion answers.")
class WriteConclusionPayload(Payload):
    """The conclusions as they stand."""

    conclusion: Conclusion | None = strawberry.field(default=None, description="What was written.")


@strawberry.type
class ReportMutations:
    """Mutations of the closing report."""

    @mutation("Write the closing report's conclusions in one language.")
    async def write_conclusion(self, info: Info, input: WriteConclusionInput) -> WriteConclusionPayload:
        """Write or replace them."""
        actor = info.context.actor
        request = WriteConclusion(
            input.reference, input.language, input.text, input.expected_written_at, input.organization_code
        )
        async with info.context.write() as work:
            language = (await write_conclusion(work, actor, request)).language
        access = await info.context.read(see_position, actor, input.reference)
        rows = await info.context.read(conclusions_of, access)
        return WriteConclusionPayload(
            conclusion=next((Conclusion.of(row) for row in rows if row.language == language), None)
        )
