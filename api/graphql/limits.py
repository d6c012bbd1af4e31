"""How large a document may be: checked before validation, in one pass that is linear in the document's size, so that
the quadratic rules of validation only ever see small documents.
"""

from collections import Counter
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

MAX_TOKENS = 2000
MAX_DEPTH = 12
MAX_FIELDS = 600
MAX_ALIASES = 30
MAX_FRAGMENTS = 40
MAX_SPREADS = 100
MAX_REPEATED = 20


def refusal(message: str, code: str = "LIMIT_EXCEEDED") -> GraphQLError:
    """A limit's error, with its code where programs look for it."""
    return GraphQLError(message, extensions={"code": code})


_WITH_SELECTIONS = (OperationDefinitionNode, FragmentDefinitionNode)


@dataclass
class _Structure:
    """What one pass over a document counts. A level's names are those of its fields, its fragments' included."""

    fragments: dict[str, FragmentDefinitionNode]
    known: dict[str, tuple[int, Counter[str]]] = field(default_factory=dict)
    fields: int = 0
    aliases: int = 0
    spreads: int = 0
    repeated: int = 0

    def depth(self, selections: SelectionSetNode | None) -> int:
        if selections is None:
            return 0
        names: Counter[str] = Counter()
        deepest = self._level(selections, names)
        self.repeated += names.total() - len(names)
        return deepest

    def _level(self, selections: SelectionSetNode, names: Counter[str]) -> int:
        deepest = 0
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                self.fields += 1
                self.aliases += selection.alias is not None
                names[(selection.alias or selection.name).value] += 1
                deepest = max(deepest, self._field_depth(selection))
            elif isinstance(selection, InlineFragmentNode):
                deepest = max(deepest, self._level(selection.selection_set, names))
            elif isinstance(selection, FragmentSpreadNode):
                self.spreads += 1
                below, inner = self.fragment(selection.name.value)
                names.update(inner)
                deepest = max(deepest, below)
        return deepest

    def _field_depth(self, node: FieldNode) -> int:
        # Introspection is deep by nature, the same for everyone, and bounded by a rule of graphql-core.
        below = self.depth(node.selection_set)
        return 0 if node.name.value in {"__schema", "__type"} else 1 + below

    def fragment(self, name: str) -> tuple[int, Counter[str]]:
        """A fragment's depth and the names of its level."""
        if name not in self.known:
            self.known[name] = (0, Counter())  # a cycle ends here; validation refuses it
            fragment = self.fragments.get(name)
            if fragment is not None:
                names: Counter[str] = Counter()
                self.known[name] = (self._level(fragment.selection_set, names), names)
        return self.known[name]


def field_names(document: DocumentNode) -> frozenset[str]:
    """The names of every field anywhere in a document, whatever it belongs to."""
    names: set[str] = set()
    waiting = [node.selection_set for node in document.definitions if isinstance(node, _WITH_SELECTIONS)]
    while waiting:
        for selection in waiting.pop().selections:
            if isinstance(selection, FieldNode):
                names.add(selection.name.value)
            if isinstance(selection, FieldNode | InlineFragmentNode) and selection.selection_set is not None:
                waiting.append(selection.selection_set)
    return frozenset(names)


def check_structure(document: DocumentNode) -> list[GraphQLError]:
    """The limits a document exceeds by its form alone."""
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    structure = _Structure(fragments)
    depth = max((structure.depth(operation.selection_set) for operation in operations), default=0)
    for name in fragments:
        structure.fragment(name)
    found = {
        "levels": (depth, MAX_DEPTH),
        "fields": (structure.fields, MAX_FIELDS),
        "aliases": (structure.aliases, MAX_ALIASES),
        "fragments": (len(fragments), MAX_FRAGMENTS),
        "fragment spreads": (structure.spreads, MAX_SPREADS),
        "repeated fields": (structure.repeated, MAX_REPEATED),
    }
    return [
        refusal(f"The document has {number} {what}; at most {limit} are allowed.")
        for what, (number, limit) in found.items()
        if number > limit
    ]
