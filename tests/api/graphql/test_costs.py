import pytest
from graphql import build_schema, parse
from hypothesis import given
from hypothesis import strategies as st

from api.graphql.costs import MAX_COST, MAX_PAGE, check_cost
from api.graphql.preparation import prepare
from api.graphql.schema import schema

SCHEMA = build_schema(
    """
    type Query { things(first: Int!): ThingConnection! thing: Thing plain: [Thing!]! }
    type ThingConnection { nodes: [Thing!]! pageInfo: PageInfo! totalCount: Int! }
    type PageInfo { endCursor: String }
    type Thing { name: String things(first: Int!): ThingConnection! plain: [Thing!]! }
    """
)


def refused(text: str, **variables: object) -> list[str]:
    document = parse(text)
    operation = next(node for node in document.definitions if node.kind == "operation_definition")
    return [error.message for error in check_cost(SCHEMA, document, operation, variables)]  # type: ignore[arg-type]  # found by its kind


@pytest.mark.parametrize("size", [0, -1, 101, 100_000])
def test_a_page_has_1_to_100_nodes(size: int) -> None:
    assert refused(f"{{ things(first: {size}) {{ nodes {{ name }} }} }}")
    assert refused("query ($n: Int!) { things(first: $n) { nodes { name } } }", n=size)
    assert refused(f"query ($n: Int! = {size}) {{ things(first: $n) {{ nodes {{ name }} }} }}")


@given(st.integers(1, MAX_PAGE))
def test_one_list_is_always_allowed(size: int) -> None:
    assert not refused(
        f"{{ things(first: {size}) {{ totalCount pageInfo {{ endCursor }} nodes {{ name }} }} }}"
    )


def test_lists_in_lists_multiply() -> None:
    inner = "things(first: 100) { nodes { name } }"
    assert not refused(f"{{ things(first: 100) {{ nodes {{ {inner} }} }} }}")
    assert refused(f"{{ things(first: 100) {{ nodes {{ things(first: 20) {{ nodes {{ {inner} }} }} }} }} }}")
    assert refused("{ plain { plain { plain { plain { plain { name } } } } } }")


def test_fragments_count_wherever_they_are_used() -> None:
    fragments = "fragment F0 on Thing { name }" + "".join(
        f" fragment F{n} on Thing {{ a: plain {{ ...F{n - 1} }} b: plain {{ ...F{n - 1} }} }}"
        for n in range(1, 20)
    )
    assert refused("{ thing { ...F19 } } " + fragments)


def test_circular_lists_of_the_real_schema_are_bounded() -> None:
    assert MAX_COST < 100**3
    assert prepare(schema.core, "{ organizations(first: 100) { nodes { code } } }").errors == ()
