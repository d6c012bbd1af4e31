"""How much a request may carry: bodies are counted while they arrive, and 413 is answered as soon as there is too much."""

from starlette.requests import Request

GRAPHQL_BODY = 256 * 1024
EDIT_BODY = 16 * 1024 * 1024
MAX_JSON_DEPTH = 64


class BodyTooLarge(Exception):
    """The body has more bytes than the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body, at most `limit` bytes; BodyTooLarge as soon as it is known to be longer."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limit:
        raise BodyTooLarge(limit)
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise BodyTooLarge(limit)
        parts.append(part)
    return b"".join(parts)


def is_too_deep(value: object, limit: int = MAX_JSON_DEPTH) -> bool:
    """Whether JSON nests objects and lists more than `limit` deep; itself without recursion."""
    level = [value]
    depth = 0
    while containers := [one for one in level if isinstance(one, dict | list)]:
        depth += 1
        if depth > limit:
            return True
        level = [inner for one in containers for inner in (one.values() if isinstance(one, dict) else one)]
    return False
