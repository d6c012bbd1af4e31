"""What has a global id: `node(id)` finds it by the id's prefix in the table NODES of schema.py."""

from collections.abc import Awaitable, Callable

import strawberry

from api.graphql.context import Context


@strawberry.interface(description="Whatever has a global id.")
class Node:
    """The base of every type with an id of its own."""

    id: strawberry.ID = strawberry.field(description="Opaque and global; matches `[A-Za-z0-9_-]+`.")


Loader = Callable[[Context, str], Awaitable[Node | None]]
"""Finds a node by id for whoever asks; None when it does not exist for them."""
