"""Relay connections over keyset pages: `first` is mandatory, 1 to 100; cursors are opaque; the total is counted when asked."""

import base64
import binascii
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Generic, TypeVar

import orjson
import strawberry

from positions.errors import Invalid
from positions.queries.pages import Key, Page, Window

MAX_PAGE = 100

NodeT = TypeVar("NodeT")
Row = TypeVar("Row")

First = Annotated[int, strawberry.argument(description="How many, from 1 to 100.")]
After = Annotated[
    str | None, strawberry.argument(description="The cursor they come after; null for the beginning.")
]


def window(first: int, after: str | None) -> Window:
    """The page a client asks for; Invalid when it cannot be. (The limit rules refuse a bad `first` before this runs.)"""
    if not 1 <= first <= MAX_PAGE:
        raise Invalid("page_size_out_of_range", ["first"], limit=MAX_PAGE)
    return Window(first, decode_cursor(after) if after else None)


def encode_cursor(key: Key) -> str:
    """A key as clients keep it."""
    return base64.urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")


def decode_cursor(cursor: str) -> Key:
    """The key of a cursor we made; Invalid for anything else."""
    try:
        key = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError):
        key = None
    if not isinstance(key, list) or not all(isinstance(part, str | int) for part in key):
        raise Invalid("cursor_invalid", ["after"])
    return tuple(key)


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """The Relay page information; lists are read forwards only."""

    has_next_page: bool = strawberry.field(description="Whether more follow.")
    has_previous_page: bool = strawberry.field(description="Whether the page was asked for after a cursor.")
    start_cursor: str | None = strawberry.field(description="The first node's cursor.")
    end_cursor: str | None = strawberry.field(description="The last node's cursor: the next page's `after`.")


@strawberry.type(description="A node and its cursor.")
class Edge(Generic[NodeT]):
    """One entry of a list."""

    cursor: str = strawberry.field(description="The place in the list.")
    node: NodeT = strawberry.field(description="What stands there.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[NodeT]):
    """A page of nodes; build it with `connect`."""

    nodes: list[NodeT] = strawberry.field(description="What is on the page, in order.")
    keys: strawberry.Private[list[Key]]
    is_continued: strawberry.Private[bool]
    has_next: strawberry.Private[bool]
    count: strawberry.Private[Callable[[], Awaitable[int]]]

    @strawberry.field(description="The nodes with their cursors.")
    def edges(self) -> list[Edge[NodeT]]:
        """The page as edges."""
        return [
            Edge(cursor=encode_cursor(key), node=node)
            for key, node in zip(self.keys, self.nodes, strict=True)
        ]

    @strawberry.field(description="Where the page stands.")
    def page_info(self) -> PageInfo:
        """The page information."""
        return PageInfo(
            has_next_page=self.has_next,
            has_previous_page=self.is_continued,
            start_cursor=encode_cursor(self.keys[0]) if self.keys else None,
            end_cursor=encode_cursor(self.keys[-1]) if self.keys else None,
        )

    @strawberry.field(description="How many there are in all pages.")
    async def total_count(self) -> int:
        """The number of all nodes, counted now."""
        return await self.count()


def connect(
    page: Page[Row],
    asked: Window,
    *,
    node: Callable[[Row], NodeT],
    count: Callable[[], Awaitable[int]],
) -> Connection[NodeT]:
    """A connection of a page's rows; `node` makes each row's type, `count` counts all pages when that is asked for."""
    return Connection(
        nodes=[node(row) for row in page.rows],
        keys=page.keys,
        is_continued=asked.after is not None,
        has_next=page.has_next,
        count=count,
    )


def connect_loaded(
    rows: Sequence[Row], asked: Window, *, key: Callable[[Row], str], node: Callable[[Row], NodeT]
) -> Connection[NodeT]:
    """A connection of rows that are loaded already and ordered by a text; Invalid for a cursor of another list."""
    after = asked.after
    if after is not None and not (len(after) == 1 and isinstance(after[0], str)):
        raise Invalid("cursor_invalid", ["after"])
    rest = [row for row in rows if after is None or key(row) > str(after[0])]
    shown = rest[: asked.limit]

    async def count() -> int:
        return len(rows)

    page = Page(shown, [(key(row),) for row in shown], len(rest) > asked.limit)
    return connect(page, asked, node=node, count=count)
