from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.live.protocol import (
    MAX_FRAME,
    MAX_PRESENCE,
    MAX_STATE_VECTOR,
    Ack,
    Frame,
    PermissionDenied,
    Presence,
    PresenceUpdate,
    QueryPresence,
    SyncStep1,
    SyncStep2,
    SyncUpdate,
    decode,
    decode_presence,
    encode,
    encode_presence,
    stamp,
)
from positions import lib0
from positions.errors import Invalid, LimitExceeded, Refusal
from positions.hunks import Hunk
from positions.replicas import Replica
from tests.support.yjs import Yjs

NUMBERS = st.integers(0, lib0.MAX_NUMBER)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
STATES = st.none() | st.dictionaries(st.text(max_size=5), JSON, max_size=3)
ENTRIES = st.lists(st.builds(Presence, NUMBERS, NUMBERS, STATES), max_size=4).map(tuple)
FRAMES = st.one_of(
    st.builds(SyncStep1, st.binary()),
    st.builds(SyncStep2, st.binary()),
    st.builds(SyncUpdate, st.binary()),
    st.builds(PresenceUpdate, ENTRIES),
    st.builds(PermissionDenied, st.text()),
    st.builds(QueryPresence),
    st.builds(Ack, NUMBERS, NUMBERS),
)
ANNA: Mapping[str, object] = {"name": "Anna Puig", "organization": "08019"}


class TestFrames:
    """Every message comes back, and nothing else comes in."""

    @given(FRAMES)
    def test_they_come_back(self, frame: Frame) -> None:
        assert decode(encode(frame)) == frame

    @given(FRAMES, st.binary(min_size=1))
    def test_bytes_too_many_or_too_few_are_refused(self, frame: Frame, rest: bytes) -> None:
        for wrong in (encode(frame) + rest, encode(frame)[:-1]):
            with pytest.raises(Invalid):
                decode(wrong)

    @given(st.binary(max_size=40))
    def test_noise_is_read_or_refused(self, noise: bytes) -> None:
        try:
            frame = decode(noise)
        except Refusal:
            return
        assert decode(encode(frame)) == frame

    @pytest.mark.parametrize(
        "frame", [b"", b"\5", b"\0", b"\0\3\0", b"\2\1\0", b"\4\1", b"\3\0", b"\xff" * 9]
    )
    def test_unknown_messages_are_refused(self, frame: bytes) -> None:
        with pytest.raises(Invalid, match="frame_malformed"):
            decode(frame)

    def test_frames_have_limits(self) -> None:
        presence = PresenceUpdate((Presence(1, 1, {"cursor": "x" * MAX_PRESENCE}),))
        state_vector = SyncStep1(bytes(MAX_STATE_VECTOR + 1))
        for frame in (encode(SyncUpdate(bytes(MAX_FRAME))), encode(presence), encode(state_vector)):
            with pytest.raises(LimitExceeded, match="frame_too_large"):
                decode(frame)

    def test_they_are_the_bytes_of_y_websocket(self, yjs: Yjs) -> None:
        document = yjs.document(9)
        document.edit((0, 0, "hé😀"))
        state: dict[str, object] = {"user": {"name": "Ç"}, "cursor": None}
        frames = document.ask("frames", state=state)
        update = document.encode()
        expected: dict[str, Frame] = {
            "step1": SyncStep1(Replica.from_updates([update]).state_vector()),
            "step2": SyncStep2(update),
            "update": SyncUpdate(update),
            "presence": PresenceUpdate((Presence(9, 1, state),)),
        }
        for name, frame in expected.items():
            assert decode(bytes.fromhex(frames[name])) == frame
        for name in ("step1", "step2", "update"):
            assert encode(expected[name]).hex() == frames[name]

    def test_lib0_reads_an_acknowledgement(self, yjs: Yjs) -> None:
        frame = encode(Ack(260_000, 17))
        assert yjs.ask("numbers", frame=frame.hex())["numbers"] == [4, 260_000, 17]


def test_two_replicas_shake_hands() -> None:
    ours, theirs = Replica(1), Replica(2)
    ours.edit([Hunk(0, 0, "Aigua")])
    theirs.edit([Hunk(0, 0, "neta")])
    for asker, answerer in ((ours, theirs), (theirs, ours)):
        question = decode(encode(SyncStep1(asker.state_vector())))
        assert isinstance(question, SyncStep1)
        answer = decode(encode(SyncStep2(answerer.update_since(question.state_vector))))
        assert isinstance(answer, SyncStep2)
        asker.apply(answer.update)
    assert ours.text == theirs.text
    assert sorted(ours.text) == sorted("Aiguaneta")


class TestPresence:
    """Presence carries the session's identity only."""

    @pytest.mark.parametrize(
        "json", ["", "1", "[]", '"a"', "{", "NaN", '{"a":Infinity}', "[" * 9000, '{"a":' * 9000, "1" * 5000]
    )
    def test_a_state_that_is_no_object_is_refused(self, json: str) -> None:
        with pytest.raises(Invalid, match="presence_malformed"):
            decode_presence(b"\1\1\1" + lib0.string(json))

    def test_a_lone_surrogate_in_a_state_does_no_harm(self) -> None:
        (entry,) = decode_presence(b"\1\1\1" + lib0.string('{"a":"\\ud83d"}'))
        assert decode_presence(encode_presence([entry])) == (entry,)

    @given(ENTRIES, st.frozensets(NUMBERS))
    def test_identity_is_the_sessions_and_others_are_not_spoken_for(
        self, entries: tuple[Presence, ...], owned: frozenset[int]
    ) -> None:
        owned |= {entry.client for entry in entries[::2]}
        stamped = stamp(entries, owned=owned, identity=ANNA)
        assert [(e.client, e.clock) for e in stamped] == [
            (e.client, e.clock) for e in entries if e.client in owned
        ]
        assert all(
            e.state is None or (e.state["user"] == ANNA and e.state.keys() == {"user", "cursor"})
            for e in stamped
        )

    def test_who_leaves_leaves(self) -> None:
        gone = Presence(3, 4, None)
        assert stamp([gone], owned={3}, identity=ANNA) == (gone,)

    def test_a_caret_passes_and_a_claimed_name_does_not(self) -> None:
        end = {"type": None, "tname": "text", "item": {"client": 3, "clock": 7}, "assoc": -1}
        start = {"type": None, "tname": "text", "item": None, "assoc": 0}
        entry = Presence(3, 1, {"user": {"name": "Mayor"}, "cursor": {"anchor": start, "head": end}, "x": 1})
        (stamped,) = stamp([entry], owned={3}, identity=ANNA)
        assert stamped.state == {"user": ANNA, "cursor": {"anchor": start, "head": end}}

    @pytest.mark.parametrize(
        "place",
        [
            None,
            "text",
            {"item": {"client": "3", "clock": 7}},
            {"item": {"client": 3}},
            {"item": {"client": 3, "clock": True}},
            {"item": {"client": 3, "clock": -1}},
            {"item": [3, 7]},
            {"item": None, "assoc": 5},
            {"item": None, "assoc": "0"},
        ],
    )
    def test_a_caret_that_browsers_could_stumble_over_is_left_out(self, place: object) -> None:
        cursor = {"anchor": {"item": None}, "head": place}
        (stamped,) = stamp([Presence(3, 1, {"cursor": cursor})], owned={3}, identity=ANNA)
        assert stamped.state == {"user": ANNA, "cursor": None}

    def test_the_root_and_the_type_of_a_caret_are_ours(self) -> None:
        place = {"item": None, "tname": "elsewhere", "type": {"client": 1, "clock": 1}}
        (stamped,) = stamp(
            [Presence(3, 1, {"cursor": {"anchor": place, "head": place}})], owned={3}, identity=ANNA
        )
        ours = {"type": None, "tname": "text", "item": None, "assoc": 0}
        assert stamped.state == {"user": ANNA, "cursor": {"anchor": ours, "head": ours}}

    def test_a_browser_meets_who_was_stamped(self, yjs: Yjs) -> None:
        document = yjs.document(9)
        update = encode_presence(stamp([Presence(3, 1, {"user": "?"})], owned={3}, identity=ANNA))
        states = document.ask("meet", update=update.hex())["states"]
        assert states["3"] == {"user": ANNA, "cursor": None}
