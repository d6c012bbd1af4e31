"""What external clients send stays valid: names, arguments and meaning of the contract are never changed or removed."""

from pathlib import Path

import pytest
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    parse,
    print_ast,
    validate,
)

from api.graphql.limits import check_structure
from api.graphql.schema import schema

DOCUMENT = parse((Path(__file__).parent / "operations.graphql").read_text(encoding="utf-8"))
FRAGMENTS = {
    node.name.value: node for node in DOCUMENT.definitions if isinstance(node, FragmentDefinitionNode)
}
OPERATIONS = {
    node.name.value: node
    for node in DOCUMENT.definitions
    if isinstance(node, OperationDefinitionNode) and node.name is not None
}


def standing_alone(operation: OperationDefinitionNode) -> DocumentNode:
    """The operation with the fragments it uses."""
    text = print_ast(operation)
    used = [node for name, node in FRAGMENTS.items() if f"...{name}" in text]
    assert not any(isinstance(node, FragmentSpreadNode) for node in used)
    return DocumentNode(definitions=(operation, *used))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_the_operation_is_valid_and_within_the_limits(name: str) -> None:
    document = standing_alone(OPERATIONS[name])
    assert check_structure(document) == []
    assert [error.message for error in validate(schema.core, document)] == []
