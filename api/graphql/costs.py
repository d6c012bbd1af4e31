"""What an operation may cost: the number of objects it touches at worst, computed before execution from its page sizes.

A fragment counts at every place it is used and is computed once for each page size it is used under.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from api.graphql.limits import refusal

MAX_COST = 25_000
MAX_PAGE = 100

LIST_LENGTH = 10
"""What a list without pages counts for; the longest, an electorate of 36 towns, is seldom nested."""

WEIGHTS: dict[str, int] = {
    "agenda": 50,
    "comparison": 50,
    "preview": 50,
    "reading": 50,
    "excerpt": 20,
    "viewerEarlierVote": 50,
    "viewerLastWord": 50,
    "viewerBaselines": 5,
    "translation": 20,
    "asks": 5,
    "indicators": 200,
    "report": 300,
    "html": 5,
}
"""Fields that cost more than the objects they show."""


class PageSizeRefused(Exception):
    """A page size that is no number from 1 to MAX_PAGE."""


@dataclass
class _Walk:
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, object]
    known: dict[tuple[str, int], int] = field(default_factory=dict)

    def selections(self, node: SelectionSetNode | None, parent: GraphQLNamedType | None, page: int) -> int:
        if node is None:
            return 0
        total = 0
        for selection in node.selections:
            if isinstance(selection, FieldNode):
                total += self.field(selection, parent, page)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inner = self.schema.type_map.get(condition.name.value) if condition else parent
                total += self.selections(selection.selection_set, inner, page)
            elif isinstance(selection, FragmentSpreadNode):
                total += self.fragment(selection.name.value, page)
        return total

    def fragment(self, name: str, page: int) -> int:
        if (name, page) not in self.known:
            fragment = self.fragments[name]
            parent = self.schema.type_map.get(fragment.type_condition.name.value)
            self.known[name, page] = self.selections(fragment.selection_set, parent, page)
        return self.known[name, page]

    def field(self, node: FieldNode, parent: GraphQLNamedType | None, page: int) -> int:
        weight = WEIGHTS.get(node.name.value, 0)
        definition = _definition(parent, node.name.value)
        if definition is None or not is_composite_type(get_named_type(definition.type)):
            return weight
        size = self.page_size(node)
        below = self.selections(node.selection_set, get_named_type(definition.type), size)
        # A connection's own lists are as long as its page; any other list is of ordinary length.
        length = (page or LIST_LENGTH) if is_list_type(get_nullable_type(definition.type)) else 1
        return weight + length * (1 + below)

    def page_size(self, node: FieldNode) -> int:
        for argument in node.arguments or ():
            if argument.name.value == "first":
                return self.size_of(argument.value)
        return 0

    def size_of(self, value: ValueNode) -> int:
        size: object = None
        if isinstance(value, IntValueNode):
            size = int(value.value)
        elif isinstance(value, VariableNode):
            size = self.variables.get(value.name.value, MAX_PAGE)
        if not isinstance(size, int) or not 1 <= size <= MAX_PAGE:
            raise PageSizeRefused
        return size


def check_cost(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, object],
) -> list[GraphQLError]:
    """The refusal of an operation that costs too much or asks for a page of a wrong size; the document is valid."""
    root = schema.get_root_type(operation.operation)
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    walk = _Walk(schema, fragments, {**_defaults(operation), **variables})
    try:
        cost = walk.selections(operation.selection_set, root, 0)
    except PageSizeRefused:
        return [
            refusal(f"A page has 1 to {MAX_PAGE} nodes: give `first` as a number in that range.", "INVALID")
        ]
    if cost <= MAX_COST:
        return []
    return [
        refusal(
            f"The operation may touch {cost} objects; at most {MAX_COST} are allowed. Ask for smaller pages."
        )
    ]


def _defaults(operation: OperationDefinitionNode) -> dict[str, object]:
    return {
        definition.variable.name.value: int(definition.default_value.value)
        for definition in operation.variable_definitions or ()
        if isinstance(definition.default_value, IntValueNode)
    }


def _definition(parent: GraphQLNamedType | None, name: str) -> GraphQLField | None:
    if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
        definition: GraphQLField | None = parent.fields.get(name)
        return definition
    return None
