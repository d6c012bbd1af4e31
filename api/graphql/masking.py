"""What of an error a client may read: GraphQL's own errors and expected refusals; a bug only as a reference to our log."""

import secrets
from collections.abc import Iterator, Sequence

import structlog
from graphql import GraphQLError
from strawberry.extensions import SchemaExtension
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.execution import ExecutionResult, StreamExecutionResult

from api.graphql.context import Context
from positions.errors import Refusal
from positions.messages.catalogue import message

INTERNAL = "INTERNAL"
_ABOUT_THE_REQUEST = (CannotGetOperationTypeError, InvalidOperationTypeError)
_log = structlog.get_logger(__name__)


def is_internal(errors: Sequence[GraphQLError]) -> bool:
    """Whether any of these masked errors stands for a bug."""
    return any((error.extensions or {}).get("code") == INTERNAL for error in errors)


def mask(error: GraphQLError, language: str) -> GraphQLError:
    """The error as a client may read it."""
    original = error.original_error
    while isinstance(original, GraphQLError):
        original = original.original_error
    if original is None or isinstance(original, _ABOUT_THE_REQUEST):
        return error
    if isinstance(original, Refusal):
        text = message(original.reason, language, **original.fields)
        return _retold(error, text, {"code": original.code.value, "inputPath": list(original.path)})
    reference = secrets.token_hex(6)
    _log.error("graphql_bug", reference=reference, path=error.path, exc_info=original)
    return _retold(
        error, message("internal", language, reference=reference), {"code": INTERNAL, "reference": reference}
    )


def _retold(error: GraphQLError, text: str, extensions: dict[str, object]) -> GraphQLError:
    return GraphQLError(text, error.nodes, error.source, error.positions, error.path, extensions=extensions)


class Masking(SchemaExtension):
    """Strawberry's hook for streamed answers; the HTTP view masks its own."""

    def on_stream_result(self, result: StreamExecutionResult) -> Iterator[None]:
        """Mask before the answer leaves."""
        context = self.execution_context.context
        if isinstance(result, ExecutionResult) and result.errors and isinstance(context, Context):
            result.errors = [mask(error, context.language) for error in result.errors]
        yield
