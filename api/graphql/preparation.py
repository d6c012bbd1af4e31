"""A document made ready: parsed, held against the limits, validated; remembered by its text.

The rules are built once, when this module is imported; a known text costs a dictionary look-up.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)
from prometheus_client import Counter
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from api.graphql.context import Context
from api.graphql.costs import check_cost
from api.graphql.limits import MAX_TOKENS, check_structure, field_names

RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
REMEMBERED = 512
REMEMBERED_LONG = 4
LONG = 20_000
"""Documents over this many characters carry whole texts: they hardly come again, and many would fill the memory."""

MAX_ERRORS = 5

_LOOKUPS = Counter("graphql_documents", "GraphQL documents looked up", ["outcome"])


@dataclass(frozen=True)
class Prepared:
    """A parsed document, what is wrong with it, and the names of every field it mentions."""

    document: DocumentNode
    errors: tuple[GraphQLError, ...]
    mentioned: frozenset[str]

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation to run; None when it is not clear which."""
        return get_operation_ast(self.document, name)


_short: OrderedDict[tuple[int, str], Prepared] = OrderedDict()
_long: OrderedDict[tuple[int, str], Prepared] = OrderedDict()


def prepare(schema: GraphQLSchema, text: str) -> Prepared:
    """A document's text made ready; GraphQLSyntaxError when it does not parse."""
    remembered, most = (_long, REMEMBERED_LONG) if len(text) > LONG else (_short, REMEMBERED)
    key = (id(schema), text)
    known = remembered.get(key)
    _LOOKUPS.labels("miss" if known is None else "hit").inc()
    if known is None:
        document = parse(text, max_tokens=MAX_TOKENS)
        known = Prepared(document, tuple(_errors(schema, document)), field_names(document))
        remembered[key] = known
        if len(remembered) > most:
            remembered.popitem(last=False)
    else:
        remembered.move_to_end(key)
    return known


def _errors(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    return check_structure(document) or validate(schema, document, RULES, max_errors=MAX_ERRORS)


class Preparation(SchemaExtension):
    """Strawberry's hooks for parsing and validating, answered from here; adds the check of cost."""

    def on_parse(self) -> Iterator[None]:
        """Give the known document; one that does not parse is left to Strawberry, which reports it on every door."""
        execution = self.execution_context
        execution.parse_options = {"max_tokens": MAX_TOKENS}
        if execution.query:
            try:
                execution.graphql_document = self._prepared(execution.query).document
            except GraphQLError:
                execution.graphql_document = None
        yield

    def on_validate(self) -> Iterator[None]:
        """Give the errors of the document, or of this operation's cost."""
        execution = self.execution_context
        prepared = self._prepared(execution.query or "")
        # Strawberry would run the first of several operations when no name is given; that is never right.
        operation = prepared.operation(execution._provided_operation_name)  # noqa: SLF001  # the name as it came
        errors = list(prepared.errors)
        if operation is None:
            errors = [GraphQLError("A document with several operations needs `operationName`.")]
        elif not errors:
            schema = execution.schema._schema  # noqa: SLF001  # Strawberry offers no public name for it
            errors = check_cost(schema, prepared.document, operation, execution.variables or {})
        if isinstance(execution.context, Context):
            execution.context.mentioned = prepared.mentioned
        execution.pre_execution_errors = errors
        yield

    def _prepared(self, text: str) -> Prepared:
        return prepare(self.execution_context.schema._schema, text)  # noqa: SLF001  # as above
