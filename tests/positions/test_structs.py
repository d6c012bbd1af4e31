from hypothesis import given
from hypothesis import strategies as st

from positions.structs import Deletion, Struct, StructKind, Unit, is_integrable

UNITS = st.none() | st.builds(Unit, st.integers(0, 3), st.integers(0, 6))


@st.composite
def clocks(draw: st.DrawFn, client: int) -> tuple[Struct, ...]:
    clock, structs = draw(st.integers(0, 3)), []
    for _ in range(draw(st.integers(1, 4))):
        origins = [
            None if unit and unit.client == client and unit.clock >= clock else unit
            for unit in (draw(UNITS), draw(UNITS))
        ]
        kind = draw(st.sampled_from([StructKind.DELETED, StructKind.DELETED, StructKind.GAP]))
        structs.append(Struct(kind, clock, draw(st.integers(1, 3)), origins[0], origins[1]))
        clock = structs[-1].end
    return tuple(structs)


CLIENTS = st.fixed_dictionaries({}, optional={client: clocks(client) for client in range(3)})
STATES = st.dictionaries(st.integers(0, 3), st.integers(0, 6))
DELETIONS = st.lists(
    st.builds(lambda c, s: Deletion(c, s, s + 1), st.integers(0, 3), st.integers(0, 6)), max_size=1
)


def by_patience(structs: dict[int, tuple[Struct, ...]], state: dict[int, int]) -> dict[int, int] | None:
    """Try every client's next struct again and again until nothing moves."""
    reached, left = dict(state), {client: list(queue) for client, queue in structs.items()}
    while any(left.values()):
        moved = False
        for client, queue in left.items():
            known = reached.get(client, 0)
            if (
                queue
                and queue[0].clock <= known
                and all(
                    unit is None or unit.clock < reached.get(unit.client, 0)
                    for unit in (queue[0].origin, queue[0].right_origin)
                )
            ):
                struct, moved = queue.pop(0), True
                if struct.kind is not StructKind.GAP:
                    reached[client] = max(known, struct.end)
        if not moved:
            return None
    return reached


@given(CLIENTS, STATES, DELETIONS)
def test_it_agrees_with_trying_again_and_again(
    structs: dict[int, tuple[Struct, ...]], state: dict[int, int], deletions: list[Deletion]
) -> None:
    reached = by_patience(structs, state)
    expected = reached is not None and all(d.end <= reached.get(d.client, 0) for d in deletions)
    assert is_integrable(structs, deletions, state=state) == expected


def test_a_ring_of_origins_is_never_integrable() -> None:
    ring = {
        1: (Struct(StructKind.DELETED, 0, 1, Unit(2, 0)),),
        2: (Struct(StructKind.DELETED, 0, 1, Unit(1, 0)),),
    }
    assert not is_integrable(ring, (), state={})
    assert is_integrable(ring, (), state={1: 1})


def test_a_long_zigzag_between_clients_takes_no_longer_than_its_length() -> None:
    length = 20_000
    zigzag = {
        client: tuple(
            Struct(StructKind.DELETED, n, 1, Unit(1 - client, n - 1 + client) if n + client else None)
            for n in range(length)
        )
        for client in (0, 1)
    }
    assert is_integrable(zigzag, (), state={})
