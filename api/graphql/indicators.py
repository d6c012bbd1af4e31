"""How the joint work goes, as clients read it: exact shares over papers, towns and years."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization
from api.graphql.tallies import Fraction
from positions import indicators
from positions.indicators import Act, Facts, Tier, Town, by_year, comarca_of, grouped, summarise, tier_of
from positions.queries.access import Access
from positions.queries.indicators import count_papers, facts_of, towns_on
from positions.queries.organizations import organizations_by_code
from positions.uptakes import UptakeStatus

strawberry.enum(
    Tier, name="SizeTier", description="Municipalities by inhabitants, in the bands that give seats."
)


@strawberry.type(description="So many of so many.")
class Share:
    """An exact share."""

    count: int = strawberry.field(description="How many.")
    of: int = strawberry.field(description="Of how many.")
    fraction: Fraction | None = strawberry.field(description="The share in lowest terms; null of none.")

    @classmethod
    def of_counts(cls, share: indicators.Share) -> "Share":
        """The share of a count."""
        fraction = share.fraction
        return cls(
            count=share.hits, of=share.of, fraction=Fraction.of(fraction) if fraction is not None else None
        )


@strawberry.type(
    description="How often towns took part of all the times they could: pairs of a town and a paper. "
    "What the reader may not know of a paper is not counted; the public knows of votes alone."
)
class Turnout:
    """Participation."""

    commented: Share = strawberry.field(
        description="Wrote in a discussion open to all participants; a town's internal ones never count."
    )
    amended: Share = strawberry.field(description="Tabled an amendment, alone or with others.")
    voted: Share = strawberry.field(description="Voted in a round that has an outcome; silence is no vote.")

    @classmethod
    def of(cls, shares: Mapping[Act, indicators.Share]) -> "Turnout":
        """The participation of a count."""
        return cls(
            commented=Share.of_counts(shares[Act.COMMENTED]),
            amended=Share.of_counts(shares[Act.AMENDED]),
            voted=Share.of_counts(shares[Act.VOTED]),
        )


@strawberry.type(description="The participation of one town.")
class TownTurnout:
    """A town's participation."""

    organization: Organization = strawberry.field(description="The town.")
    tier: Tier = strawberry.field(description="Its size.")
    turnout: Turnout = strawberry.field(description="Its participation.")


@strawberry.type(description="The participation of the towns of one size.")
class TierTurnout:
    """A band's participation."""

    tier: Tier = strawberry.field(description="The size.")
    towns: int = strawberry.field(description="How many towns have it.")
    turnout: Turnout = strawberry.field(description="Their participation.")


@strawberry.type(description="The participation of the towns of one comarca.")
class ComarcaTurnout:
    """A county's participation."""

    comarca: str = strawberry.field(description="The comarca.")
    towns: int = strawberry.field(description="How many of its towns belong to the metropolitan area.")
    turnout: Turnout = strawberry.field(description="Their participation.")


@strawberry.type(description="How many asks got so far.")
class AskOutcome:
    """A number of asks."""

    status: UptakeStatus | None = strawberry.field(
        description="How far they got with the institution that went furthest; null where nothing is known yet."
    )
    asks: int = strawberry.field(description="How many.")


@strawberry.type(description="What papers come to together.")
class IndicatorSummary:
    """Sums and shares."""

    papers: int = strawberry.field(description="How many papers are counted.")
    adopted: int = strawberry.field(description="How many of them were adopted.")
    median_days_to_adoption: float | None = strawberry.field(
        description="Half of the adopted papers took at most so many days from proposal to adoption."
    )
    rounds: int | None = strawberry.field(
        description="Rounds held and ended; null when the reader may not know of them."
    )
    rounds_repeated: int | None = strawberry.field(
        description="Those that took a step again that had been taken before."
    )
    ask_outcomes: list[AskOutcome] = strawberry.field(
        description="The asks of submitted papers by how far they got."
    )
    asks_taken_up: Share = strawberry.field(
        description="Asks of submitted papers that an institution took up in whole or in part."
    )
    submitted_in_time: Share = strawberry.field(
        description="Institutions sent a paper before its deadline, of those sent one that had a deadline."
    )
    turnout: Turnout = strawberry.field(description="The participation of all towns.")

    @classmethod
    def of(cls, found: indicators.Summary) -> "IndicatorSummary":
        """The summary of a count."""
        return cls(
            papers=found.papers,
            adopted=found.adopted,
            median_days_to_adoption=float(found.median_days) if found.median_days is not None else None,
            rounds=found.rounds,
            rounds_repeated=found.repeated,
            ask_outcomes=[AskOutcome(status=status, asks=asks) for status, asks in found.asks.items()],
            asks_taken_up=Share.of_counts(found.taken_up),
            submitted_in_time=Share.of_counts(found.submitted_in_time),
            turnout=Turnout.of(found.participation),
        )


@strawberry.type(description="What the papers of a year come to; a paper's year is that of its reference.")
class YearIndicators:
    """A year."""

    year: int = strawberry.field(description="The year.")
    summary: IndicatorSummary = strawberry.field(description="What its papers come to.")


@strawberry.type(description="The indicators of one paper.")
class PaperIndicators:
    """A paper's own figures."""

    reference: str = strawberry.field(description="The position's reference.")
    days_to_adoption: int | None = strawberry.field(
        description="Days from proposal to adoption; null before it."
    )
    summary: IndicatorSummary = strawberry.field(description="The same figures as for many papers.")

    @classmethod
    def of(cls, facts: Facts, towns: Sequence[Town]) -> "PaperIndicators":
        """The figures of one paper's facts."""
        found = summarise([facts], [town.code for town in towns])
        return cls(reference=facts.reference, days_to_adoption=facts.days, summary=IndicatorSummary.of(found))


@strawberry.type(description="How the joint work goes, over the papers that the reader may see.")
class Indicators:
    """Indicators over papers and years."""

    counted: strawberry.Private[list[Facts]]
    every: strawberry.Private[list[Facts]]
    towns: strawberry.Private[tuple[Town, ...]]

    @strawberry.field(description="What the papers of the year, or of all years, come to.")
    def summary(self) -> IndicatorSummary:
        """All papers together."""
        return IndicatorSummary.of(summarise(self.counted, [town.code for town in self.towns]))

    @strawberry.field(description="The figures of each of those papers, by reference.")
    def papers(self) -> list[PaperIndicators]:
        """Every paper alone."""
        return [PaperIndicators.of(facts, self.towns) for facts in self.counted]

    @strawberry.field(description="What each year comes to, whatever year was asked for.")
    def years(self) -> list[YearIndicators]:
        """Every year."""
        years = by_year(self.every, [town.code for town in self.towns])
        return [
            YearIndicators(year=year, summary=IndicatorSummary.of(found)) for year, found in years.items()
        ]

    @strawberry.field(description="The participation of towns by size, the smallest first.")
    def tiers(self) -> list[TierTurnout]:
        """Every band."""
        groups = {group.key: group for group in grouped(self.counted, self.towns, tier_of)}
        return [
            TierTurnout(tier=tier, towns=groups[tier].towns, turnout=Turnout.of(groups[tier].participation))
            for tier in Tier
            if tier in groups
        ]

    @strawberry.field(description="The participation of towns by comarca.")
    def comarques(self) -> list[ComarcaTurnout]:
        """Every county."""
        return [
            ComarcaTurnout(comarca=group.key, towns=group.towns, turnout=Turnout.of(group.participation))
            for group in grouped(self.counted, self.towns, comarca_of)
        ]

    @strawberry.field(description="The participation of each town, by code.")
    async def by_town(self, info: Info) -> list[TownTurnout]:
        """Every town."""
        rows = await info.context.read(organizations_by_code, [town.code for town in self.towns])
        shares = {group.key: group for group in grouped(self.counted, self.towns, lambda town: town.code)}
        return [
            TownTurnout(
                organization=Organization.of(rows[town.code]),
                tier=Tier(tier_of(town)),
                turnout=Turnout.of(shares[town.code].participation),
            )
            for town in self.towns
        ]


Year = Annotated[int | None, strawberry.argument(description="Papers whose reference is of this year.")]
SubjectCode = Annotated[str | None, strawberry.argument(description="Papers filed under this domain.")]


@strawberry.type
class IndicatorQueries:
    """Root fields about how the work goes."""

    @strawberry.field(
        description="Indicators over the papers that have reached amending; the public's are over published ones."
    )
    async def indicators(self, info: Info, year: Year = None, subject_code: SubjectCode = None) -> Indicators:
        """Count."""
        context = info.context
        towns = await context.read_once(towns_on, context.today)
        papers = await context.read(count_papers, context.actor, towns, subject_code)
        every = [paper.facts for paper in papers]
        return Indicators(
            counted=[facts for facts in every if year in (None, facts.year)], every=every, towns=towns
        )


@strawberry.type
class PositionIndicators:
    """A position's own figures."""

    access: strawberry.Private[Access]

    @strawberry.field(description="How the work on this position went, in figures.")
    async def indicators(self, info: Info) -> PaperIndicators:
        """Count this paper alone."""
        towns = await info.context.read_once(towns_on, info.context.today)
        facts = await info.context.read(facts_of, self.access, towns)
        return PaperIndicators.of(facts, towns)
