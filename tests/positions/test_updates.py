import contextlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import lib0
from positions.errors import Invalid, LimitExceeded
from positions.hunks import Hunk
from positions.replicas import Replica
from positions.structs import Deletion, Struct, StructKind, Unit
from positions.updates import (
    MAX_CLOCK,
    decode_state_vector,
    encode_state_vector,
    inspect,
    with_deletions,
)
from tests.support.typists import CHANCES, SCRIPTS, BrowserTypist, ServerTypist, Stroke, play
from tests.support.yjs import Yjs

STATES = st.dictionaries(st.integers(0, lib0.MAX_NUMBER), st.integers(0, MAX_CLOCK))


def bytes_of(*parts: int | bytes) -> bytes:
    return b"".join(part if isinstance(part, bytes) else lib0.number(part) for part in parts)


ROOT = bytes_of(4, 1, lib0.string("text"))
"""A struct of text that begins the root type, up to its content."""


class TestReading:
    """What an update says."""

    def test_text_and_deletions(self) -> None:
        replica = Replica(1)
        first = inspect(replica.edit([Hunk(0, 0, "hé😀")]))
        second = inspect(replica.edit([Hunk(1, 3, "ee")]))
        assert first.structs == {1: (Struct(StructKind.TEXT, 0, 4, text="hé😀"),)}
        assert second.structs == {1: (Struct(StructKind.TEXT, 4, 2, Unit(1, 3), None, "ee"),)}
        assert (first.deletions, second.deletions) == ((), (Deletion(1, 1, 4),))
        assert (first.inserted_bytes, first.clients) == (7, frozenset({1}))
        assert list(first.units_inside_characters()) == [Unit(1, 3)]

    def test_no_more_structs_or_deletions_are_read_than_asked_for(self) -> None:
        """Each takes a hundred times the memory of its two bytes: a frame of eight megabytes took 600."""
        structs = bytes_of(2, 3, 9, 0, 0, 1, 0, 1, 0, 1, 2, 8, 0, 0, 1, 0, 1, 0)
        deletions = bytes_of(0, 2, 9, 3, 0, 1, 2, 1, 4, 1, 8, 2, 0, 1, 2, 1)
        for update in (structs, deletions):
            assert inspect(update, 5) == inspect(update)
            with pytest.raises(LimitExceeded, match="frame_too_large"):
                inspect(update, 4)

    def test_garbage_gaps_and_deleted_text(self) -> None:
        structs = bytes_of(3, 9, 0, 0, 2, 10, 3, b"\x81", 8, 0, 4)
        assert inspect(bytes_of(1, structs, 0)).structs[9] == (
            Struct(StructKind.GARBAGE, 0, 2),
            Struct(StructKind.GAP, 2, 3),
            Struct(StructKind.DELETED, 5, 4, Unit(8, 0)),
        )

    @given(SCRIPTS, CHANCES)
    def test_everything_both_engines_write_is_read(
        self, yjs: Yjs, script: list[Stroke], chance: Random
    ) -> None:
        server, browser = ServerTypist(2**32), BrowserTypist(yjs.document(1))
        updates = play(script, [server, browser], chance)
        for update in (*updates, server.replica.update_since(), browser.document.encode()):
            inspection = inspect(update)
            assert inspection.inserted_bytes <= len(update)
        if updates:
            inspect(yjs.merge(updates[::2]))

    @given(SCRIPTS, CHANCES)
    def test_the_whole_state_holds_the_text(self, script: list[Stroke], chance: Random) -> None:
        typist = ServerTypist(1)
        play(script, [typist], chance)
        inspection = inspect(typist.replica.update_since())
        assert inspection.inserted_bytes == len(typist.text.encode())
        assert inspection.state_after({}) == typist.clocks()


class TestRefusing:
    """Nothing but plain text, and nothing malformed."""

    @pytest.mark.parametrize(
        "kind", ["format", "embed", "map", "array", "nested", "root", "nul", "attribute", "document"]
    )
    def test_content_other_than_plain_text(self, yjs: Yjs, kind: str) -> None:
        with pytest.raises(Invalid, match="update_unsupported_content"):
            inspect(yjs.foreign_update(kind))

    @pytest.mark.parametrize(
        "update",
        [
            b"",
            b"\0",
            b"\0\0\0",
            bytes_of(1, 1, 5, 0, ROOT, lib0.string("")),
            bytes_of(1, 1, 5, 0, ROOT, lib0.chunk(b"\xff")),
            bytes_of(1, 1, 5, 0, 4, 2, lib0.string("text"), lib0.string("a"), 0),
            bytes_of(2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0),
            bytes_of(1, 1, 5, 0, 0, 0, 0),
            bytes_of(1, 0, 5, 0, 0),
            bytes_of(1, 1, 5, 0, 0, MAX_CLOCK + 1, 0),
            bytes_of(1, 1, 5, MAX_CLOCK, 0, 1, 0),
            bytes_of(1, 2**50, 5, 0, 0, 1, 0),
            bytes_of(1, 1, 5, 3, b"\x84", 5, 3, lib0.string("a"), 0),
            bytes_of(1, 1, 5, 3, b"\x44", 5, 9, lib0.string("a"), 0),
            bytes_of(0, 1, 5, 1, 0, 0),
            bytes_of(0, 1, 5, 1, MAX_CLOCK, 1),
            bytes_of(0, 2, 5, 1, 0, 1, 5, 1, 4, 1),
        ],
    )
    def test_malformations(self, update: bytes) -> None:
        with pytest.raises(Invalid, match="update_malformed"):
            inspect(update)

    @pytest.mark.parametrize("flags", [4 | 0x20, 2, 3, 5, 6, 7, 8, 9, 11, 31, 0x80, 0xC0, 0x8A])
    def test_kinds_of_struct_that_a_text_never_has(self, flags: int) -> None:
        with pytest.raises(Invalid, match="update_unsupported_content"):
            inspect(bytes([1, 1, 5, 0, flags, 1, 1, 1, 1, 0]))

    @given(st.binary(max_size=60), SCRIPTS, CHANCES)
    def test_noise_is_read_or_refused(self, noise: bytes, script: list[Stroke], chance: Random) -> None:
        typist = ServerTypist(300)
        play(script, [typist], chance)
        update = bytearray(typist.replica.update_since())
        place = chance.randint(0, len(update))
        update[place : place + chance.randint(0, 3)] = noise[: chance.randint(0, len(noise))]
        for attempt in (noise, bytes(update)):
            with contextlib.suppress(Invalid):
                inspection = inspect(attempt)
                assert all(end <= MAX_CLOCK for end in inspection.state_after({}).values())


class TestIntegrating:
    """Whether yjs would take it whole."""

    @given(SCRIPTS, CHANCES, st.data())
    def test_yjs_leaves_something_pending_exactly_when_we_say_so(
        self, yjs: Yjs, script: list[Stroke], chance: Random, data: st.DataObject
    ) -> None:
        updates = play(script, [BrowserTypist(yjs.document(1)), ServerTypist(2**32)], chance)
        heard = yjs.document(9)
        for _ in range(data.draw(st.integers(0, len(updates)))):
            chosen = data.draw(st.lists(st.sampled_from(updates), min_size=1, max_size=4))
            update = yjs.merge(chosen)
            inspection, before = inspect(update), heard.state
            is_integrable, added = inspection.is_integrable(before), inspection.adds_to(before)
            heard.apply(update)
            assert heard.is_pending != is_integrable
            if heard.is_pending:
                return
            assert heard.state == inspection.state_after(before)
            assert {c for c in heard.state if heard.state[c] > before.get(c, 0)} == added

    @given(SCRIPTS, CHANCES)
    def test_what_is_known_is_a_noop_unless_it_deletes(self, script: list[Stroke], chance: Random) -> None:
        typist = ServerTypist(1)
        for update in play(script, [typist, ServerTypist(2)], chance):
            inspection = inspect(update)
            assert inspection.is_noop(typist.clocks()) == (not inspection.deletions)
            assert inspection.is_noop({}) == (update == b"\0\0")


class TestDeletions:
    """The set of deletions of an update, replaced."""

    def test_only_the_deletions_change(self) -> None:
        replica = Replica(1)
        update = replica.edit([Hunk(0, 0, "abc")])
        deletions = (Deletion(7, 4, 5), Deletion(1, 0, 2), Deletion(7, 0, 1))
        after = inspect(with_deletions(update, deletions))
        assert after.structs == inspect(update).structs
        assert sorted(after.deletions) == sorted(deletions)


class TestStateVectors:
    """State vectors, as both engines write them."""

    @given(STATES)
    def test_they_come_back(self, state: dict[int, int]) -> None:
        assert decode_state_vector(encode_state_vector(state)) == state

    @pytest.mark.parametrize(
        "encoded",
        [b"", b"\1", b"\1\1", b"\0\0", b"\2\1\1\1\2", b"\1\1\xff\xff\xff\xff\x7f", b"\xff\xff\xff\xff\x0f"],
    )
    def test_malformed_ones_are_refused(self, encoded: bytes) -> None:
        with pytest.raises(Invalid, match="state_vector_malformed"):
            decode_state_vector(encoded)
