"""By what the public finds positions: subjects, addressees, signatories, years."""

import strawberry

from api.graphql.context import Info
from api.graphql.institutions import Institution, Subject
from api.graphql.organizations import Organization
from positions.queries.facets import public_facets


@strawberry.type(description="A subject and how many published positions are filed under it.")
class SubjectCount:
    """A subject and a number."""

    subject: Subject = strawberry.field(description="The subject.")
    count: int = strawberry.field(description="How many positions.")


@strawberry.type(description="An institution and how many published positions are addressed to it.")
class InstitutionCount:
    """An institution and a number."""

    institution: Institution = strawberry.field(description="The institution.")
    count: int = strawberry.field(description="How many positions.")


@strawberry.type(description="An organization and how many published positions it signed.")
class OrganizationCount:
    """An organization and a number."""

    organization: Organization = strawberry.field(description="The organization.")
    count: int = strawberry.field(description="How many positions.")


@strawberry.type(description="A year and how many of the published positions were adopted in it.")
class YearCount:
    """A year and a number."""

    year: int = strawberry.field(description="The year.")
    count: int = strawberry.field(description="How many positions.")


@strawberry.type(description="What published positions can be chosen by; nothing that would find none.")
class PublicFacets:
    """Every choice with its number."""

    subjects: list[SubjectCount] = strawberry.field(description="The commonest first.")
    institutions: list[InstitutionCount] = strawberry.field(description="The commonest first.")
    organizations: list[OrganizationCount] = strawberry.field(description="By name.")
    years: list[YearCount] = strawberry.field(description="The newest first.")


@strawberry.type
class FacetQueries:
    """Root fields about what can be found."""

    @strawberry.field(description="What published positions can be chosen by.")
    async def public_facets(self, info: Info) -> PublicFacets:
        """The choices."""
        found = await info.context.read(public_facets)
        return PublicFacets(
            subjects=[SubjectCount(subject=Subject.of(row), count=count) for row, count in found.subjects],
            institutions=[
                InstitutionCount(institution=Institution.of(row), count=count)
                for row, count in found.institutions
            ],
            organizations=[
                OrganizationCount(organization=Organization.of(row), count=count)
                for row, count in found.organizations
            ],
            years=[YearCount(year=year, count=count) for year, count in found.years],
        )
