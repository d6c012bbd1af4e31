"""Payloads of mutations: what was changed, or the expected refusals as data.

    @strawberry.type(description="What saveVersion answers.")
    class SaveVersionPayload(Payload):
        version: Version | None = None

    @mutation("Save the draft's text as a version.")
    async def save_version(self, info: Info, input: SaveVersionInput) -> SaveVersionPayload:
        async with info.context.write() as work:
            saved = await versions.save_version(work, info.context.actor, ...)
        return SaveVersionPayload(version=Version.of(saved))

A refusal raised anywhere in the resolver becomes `userErrors`, the payload's objects are null, and nothing was written.
"""

import functools
from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec, TypeVar

import strawberry

from api.errors import user_error
from api.graphql.context import Info
from api.graphql.surrogates import refuse_surrogates
from positions.errors import Code, Refusal

P = ParamSpec("P")
Answer = TypeVar("Answer", bound="Payload")

strawberry.enum(Code, name="ErrorCode", description="Why something was refused.")


@strawberry.type(description="An expected refusal: nothing was changed.")
class UserError:
    """One refusal as clients read it."""

    path: list[str] = strawberry.field(description="The input field it is about; empty for the whole input.")
    code: Code = strawberry.field(description="The kind of refusal, for programs.")
    message: str = strawberry.field(description="The refusal in the reader's language.")


@strawberry.interface(description="What every mutation answers.")
class Payload:
    """The base of all payloads: its subclasses' own fields default to None."""

    user_errors: list[UserError] = strawberry.field(
        default_factory=list, description="Expected refusals; empty when it was done."
    )


def as_user_error(refusal: Refusal, language: str) -> UserError:
    """A refusal as GraphQL data."""
    told = user_error(refusal, language)
    return UserError(path=list(refusal.path), code=refusal.code, message=str(told["message"]))


def mutation(description: str) -> Callable[[Callable[P, Awaitable[Answer]]], Any]:
    """Make a mutation field of a resolver `(self, info, input)`, whose refusals become its payload's user errors."""

    def decorate(resolver: Callable[P, Awaitable[Answer]]) -> Any:
        payload: type[Answer] = resolver.__annotations__["return"]

        @functools.wraps(resolver)
        async def guarded(*args: P.args, **kwargs: P.kwargs) -> Answer:
            try:
                refuse_surrogates(kwargs.get("input"))
                return await resolver(*args, **kwargs)
            except Refusal as refusal:
                info: Info = kwargs["info"]  # type: ignore[assignment]  # every resolver here takes it by this name
                return payload(user_errors=[as_user_error(refusal, info.context.language)])

        return strawberry.mutation(resolver=guarded, description=description)

    return decorate
