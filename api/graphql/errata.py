"""Corrections of the adopted text, each a version of its own."""

from datetime import datetime

import strawberry

from api.graphql.comparisons import Comparison
from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.versions import Version, load_version
from positions.publishing.differences import Numbers
from positions.queries.access import Access
from positions.queries.documents import VersionRow, compare_versions
from positions.queries.errata import Correction, corrections_of
from positions.queries.numbering import citations_of
from positions.services.errata import CorrectText, correct_text, prepare_correction
from positions.services.idempotency import key


@strawberry.type(description="A correction of the adopted text: shown as such, never a silent change.")
class Erratum:
    """What was corrected, when and why."""

    version: Version = strawberry.field(description="The text as corrected.")
    corrects: Version = strawberry.field(description="The text that it corrects.")
    reason: str = strawberry.field(description="Why.")
    corrected_at: datetime = strawberry.field(description="When.")
    sides: strawberry.Private[tuple[VersionRow, VersionRow]]

    @classmethod
    def of(cls, found: Correction) -> "Erratum":
        """The correction as it was found."""
        return cls(
            version=Version.of(found.version),
            corrects=Version.of(found.corrects),
            reason=found.version.erratum_reason or "",
            corrected_at=found.version.created_at,
            sides=(found.corrects, found.version),
        )

    @strawberry.field(description="What it changed.")
    async def comparison(self, info: Info) -> Comparison:
        """The difference to the text before."""
        comparisons = info.context.database.comparisons
        made = await info.context.read(compare_versions, comparisons, *self.sides)

        async def numbers() -> Numbers:
            found = [await info.context.read(citations_of, side) for side in self.sides]
            return found[0].by_start, found[1].by_start

        return Comparison.of(*made, numbers=numbers)


@strawberry.type
class PositionErrata:
    """How a position's adopted text was corrected."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The corrections of the adopted text, in order; for the public from publication on."
    )
    async def errata(self, info: Info) -> list[Erratum]:
        """Every correction."""
        return [Erratum.of(found) for found in await info.context.read(corrections_of, self.access)]


@strawberry.input(description="A correction of the adopted original text; its asks stay as they are.")
class CorrectTextInput:
    """The whole text as it should read, and why."""

    document_id: strawberry.ID = strawberry.field(description="The original document.")
    text: str = strawberry.field(description="The whole corrected text, Markdown.")
    reason: str = strawberry.field(description="Why it is corrected; public with the text.")
    expected_version: int = strawberry.field(description="The number of the adopted version it was made on.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.type(description="What correctText answers.")
class CorrectTextPayload(Payload):
    """The version that is adopted from now on."""

    version: Version | None = strawberry.field(default=None, description="The corrected text.")


@strawberry.type
class ErratumMutations:
    """Mutations of adopted texts."""

    @mutation("Correct the adopted text by an erratum: a new version with a reason, shown as such.")
    async def correct_text(self, info: Info, input: CorrectTextInput) -> CorrectTextPayload:
        """Record an erratum."""
        context = info.context
        request = CorrectText(
            document_id=input.document_id,
            text=input.text,
            reason=input.reason,
            expected_version=input.expected_version,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "correctText", input.idempotency_key, strawberry.asdict(input))
        prepared = await prepare_correction(context.database, context.actor, request, used)
        async with context.write() as work:
            version = await correct_text(work, context.actor, prepared, used)
        return CorrectTextPayload(version=await load_version(context, version.id))
