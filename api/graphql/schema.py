"""The schema, assembled: each noun's module gives its part of the three roots; NODES finds whatever has a global id."""

import strawberry

from api.graphql.context import Info
from api.graphql.institutions import InstitutionQueries, load_institution
from api.graphql.masking import Masking
from api.graphql.nodes import Loader, Node
from api.graphql.organizations import OrganizationQueries, load_organization
from api.graphql.preparation import Preparation
from api.graphql.scalars import CONFIG
from api.graphql.subscriptions import Schema
from api.graphql.viewer import ViewerMutations, ViewerQueries
from positions.ids import kind_of

NODES: dict[str, Loader] = {
    "Organization": load_organization,
    "Institution": load_institution,
}
"""Type name → the function that finds one by id for whoever asks."""


@strawberry.type(description="Everything that can be asked.")
class Query(OrganizationQueries, InstitutionQueries, ViewerQueries):
    """The root of queries."""

    @strawberry.field(description="Whatever has this id; null when it does not exist for whoever asks.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """Anything by its global id."""
        load = NODES.get(kind_of(id) or "")
        return await load(info.context, id) if load else None


@strawberry.type(description="Everything that can be changed; each field is one unit of work.")
class Mutation(ViewerMutations):
    """The root of mutations."""


schema = Schema(query=Query, mutation=Mutation, extensions=[Preparation, Masking], config=CONFIG)


def write_sdl() -> str:
    """The schema in GraphQL's own language, as it is kept in schema.graphql and served."""
    return schema.as_str() + "\n"
