import orjson
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message

from api.app import create_app
from api.limits import is_too_deep
from api.settings import Settings
from positions.services.unit_of_work import Database


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


@given(
    st.recursive(
        st.integers() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    ),
    st.integers(0, 6),
)
def test_depth_is_counted_as_recursion_would(value: object, limit: int) -> None:
    assert is_too_deep(value, limit) is (depth(value) > limit)


def test_what_cannot_be_recursed_is_counted_too() -> None:
    assert is_too_deep(orjson.loads("[" * 1000 + "]" * 1000))


async def test_whoever_leaves_before_the_question_is_whole_is_no_fault_of_the_server(
    database: Database,
) -> None:
    told: list[Message] = []

    async def leave() -> Message:
        return {"type": "http.disconnect"}

    async def hear(message: Message) -> None:
        told.append(message)

    headers = [(b"content-type", b"application/json"), (b"content-length", b"9")]
    scope = {"type": "http", "method": "POST", "path": "/graphql", "query_string": b"", "headers": headers}
    await create_app(Settings(), database)(scope, leave, hear)
    assert told[0]["status"] == 400
