"""A long list is answered whole and in order, and others have their turn meanwhile."""

import asyncio
from collections.abc import Awaitable
from typing import cast

import pytest
import strawberry

from api.graphql.turns import AT_ONCE, in_turns

pytestmark = pytest.mark.anyio
COUNT = 5 * AT_ONCE + 7


@strawberry.type
class Item:
    """One of many."""

    number: int


@strawberry.type
class Query:
    """The list."""

    @strawberry.field
    async def items(self, count: int) -> list[Item]:
        """So many."""
        return in_turns([Item(number=number) for number in range(count)])


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, COUNT])
async def test_all_are_answered_in_order(count: int) -> None:
    found = await strawberry.Schema(Query).execute(f"{{ items(count: {count}) {{ number }} }}")
    assert found.errors is None
    assert found.data == {"items": [{"number": number} for number in range(count)]}


async def test_others_have_their_turn_between_the_first_and_the_last() -> None:
    promises = cast("list[Awaitable[int]]", in_turns(list(range(COUNT))))
    order: list[str] = []

    async def wait_for(promise: Awaitable[int], name: str) -> None:
        await promise
        order.append(name)

    async def other() -> None:
        await promises[0]
        await asyncio.sleep(0)
        order.append("other")

    await asyncio.gather(wait_for(promises[0], "first"), other(), wait_for(promises[-1], "last"))
    assert order == ["first", "other", "last"]


async def test_what_nobody_waits_for_any_more_is_left_out() -> None:
    promises = cast("list[asyncio.Future[int]]", in_turns(list(range(COUNT))))
    promises[3].cancel()
    assert await promises[-1] == COUNT - 1
