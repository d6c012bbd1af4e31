"""What was adopted and what came of it, in short: what a list of published positions and a town's page tell."""

from collections import Counter
from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.enums import Choice, UptakeStatus
from api.graphql.institutions import Language
from api.graphql.scalars import in_language
from positions import publications as public
from positions.queries.access import Access


@strawberry.type(description="What one organization said in the round that adopted.")
class Voice:
    """An organization and its vote."""

    code: str = strawberry.field(description="The organization's code.")
    name: str = strawberry.field(description="Its own name.")
    choice: Choice | None = strawberry.field(description="What it said; null when it said nothing.")
    is_tacit: bool = strawberry.field(description="Whether its silence stood for consent.")
    except_ask_keys: list[str] = strawberry.field(description="The asks it did not approve with the rest.")
    has_withdrawn: bool = strawberry.field(description="Whether it took its signature back since.")

    @classmethod
    def of(cls, vote: public.Vote, adoption: public.Adoption) -> "Voice":
        """The voice of a vote."""
        withdrawn = {one.organization.code for one in adoption.withdrawals}
        return cls(
            code=vote.organization.code,
            name=vote.organization.name,
            choice=vote.choice,
            is_tacit=vote.is_tacit,
            except_ask_keys=list(vote.except_ask_keys),
            has_withdrawn=vote.organization.code in withdrawn,
        )


@strawberry.type(description="That the adopted text went to an institution.")
class Sending:
    """To whom, and when."""

    code: str = strawberry.field(description="The institution's code.")
    sent_at: datetime = strawberry.field(description="When it was sent.")
    languages: list[str] = strawberry.field(description="In which languages.")
    has_answer: bool = strawberry.field(description="Whether anything came back.")
    names: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, row: public.Submission) -> "Sending":
        """The sending of a submission."""
        return cls(
            code=row.institution.code,
            sent_at=row.sent_at,
            languages=list(row.languages),
            has_answer=bool(row.replies),
            names=dict(row.institution.names),
        )

    @strawberry.field(description="The institution's name in a language, else in the nearest there is.")
    def name(self, language: Language) -> str:
        """The name."""
        return in_language(self.names, language, fallback=True) or self.code


@strawberry.type(description="How many asks got how far, over all institutions.")
class UptakeCount:
    """A status and a number."""

    status: UptakeStatus = strawberry.field(description="How far.")
    count: int = strawberry.field(description="How many findings say so.")


@strawberry.type(description="A published position's adoption and what came of it.")
class Adoption:
    """In figures and names."""

    adopted_at: datetime = strawberry.field(description="When the last round passed.")
    called: int = strawberry.field(description="How many organizations were called to vote.")
    population_share: float | None = strawberry.field(
        description="The signatories' share of the population called; null when nobody was."
    )
    signatories: list[Voice] = strawberry.field(description="Who stands behind the text today, by code.")
    sendings: list[Sending] = strawberry.field(description="To whom it went, the earliest first.")
    uptakes: list[UptakeCount] = strawberry.field(description="What came of its asks.")
    languages: list[str] = strawberry.field(
        description="The languages it can be read in, the original first."
    )
    loaded: strawberry.Private[public.Adoption]

    @classmethod
    def of(cls, adoption: public.Adoption) -> "Adoption":
        """The adoption as it was loaded."""
        population = sum(vote.population for vote in adoption.votes)
        counts = Counter(one.status for one in adoption.uptakes)
        return cls(
            adopted_at=adoption.adopted_at,
            called=len(adoption.votes),
            population_share=sum(vote.population for vote in adoption.signatories) / population
            if population
            else None,
            signatories=[Voice.of(vote, adoption) for vote in adoption.signatories],
            sendings=[Sending.of(one) for one in adoption.submissions],
            uptakes=[UptakeCount(status=one, count=counts[one]) for one in UptakeStatus if one in counts],
            languages=[text.language for text in adoption.texts],
            loaded=adoption,
        )

    @strawberry.field(description="What one organization said; null when it was not called.")
    def voice(self, code: str) -> Voice | None:
        """Its voice."""
        vote = self.loaded.vote_of(code)
        return Voice.of(vote, self.loaded) if vote else None


@strawberry.type
class PositionAdoption:
    """What came of a position."""

    access: strawberry.Private[Access]

    @strawberry.field(description="Its adoption and what came of it; null while it is not published.")
    async def adoption(self, info: Info) -> Adoption | None:
        """The adoption, gathered for a whole list at once."""
        if not self.access.is_published:
            return None
        found = await info.context.loaders.adoptions.load(self.access.position.id)
        return Adoption.of(found) if found else None
