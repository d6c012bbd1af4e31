from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

from api.cli import SDL
from api.graphql.schema import NODES, schema, write_sdl
from positions.ids import KINDS

OURS = [
    kind
    for kind in schema.core.type_map.values()
    if not is_introspection_type(kind) and not is_specified_scalar_type(kind)
]


def test_the_snapshot_is_the_served_schema() -> None:
    assert SDL.read_text(encoding="utf-8") == write_sdl(), "run `positions schema`"


def test_everything_is_described() -> None:
    silent = [kind.name for kind in OURS if not kind.description]
    for kind in OURS:
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            silent += [f"{kind.name}.{name}" for name, field in kind.fields.items() if not field.description]
    assert silent == []


def test_every_list_that_can_grow_has_mandatory_pages() -> None:
    for kind in OURS:
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in kind.fields.items():
                if str(field.type).rstrip("!").endswith("Connection"):
                    assert str(field.args["first"].type) == "Int!", f"{kind.name}.{name}"
                    assert "after" in field.args, f"{kind.name}.{name}"


def test_every_payload_tells_its_refusals() -> None:
    mutation = schema.core.mutation_type
    assert mutation is not None
    for name, field in mutation.fields.items():
        payload = getattr(field.type, "of_type", field.type)
        assert str(payload.fields["userErrors"].type) == "[UserError!]!", name
        assert list(field.args) == ["input"], name


def test_nodes_are_types_with_ids() -> None:
    for name in NODES:
        assert name in KINDS.values()
        kind = schema.core.type_map[name]
        assert isinstance(kind, GraphQLObjectType)
        assert "Node" in {interface.name for interface in kind.interfaces}


def test_enums_are_written_in_capitals() -> None:
    for kind in OURS:
        if isinstance(kind, GraphQLEnumType):
            assert all(value.isupper() for value in kind.values), kind.name
