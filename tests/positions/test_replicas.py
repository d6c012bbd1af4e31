from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import replicas
from positions.authorship import Delete, Insert, Retain
from positions.errors import Invalid, Refusal, Stale
from positions.hunks import Hunk
from positions.replicas import EDITS_PER_TRANSACTION, SERVER_CLIENT_BASE, Replica, ReplicaUnusable, merged
from positions.updates import decode_state_vector, encode_state_vector, inspect
from tests.support.typists import (
    CHANCES,
    PHRASES,
    SCRIPTS,
    BrowserTypist,
    ServerTypist,
    Stroke,
    Typist,
    play,
    written,
)
from tests.support.yjs import Yjs

NOTHING = b"\0\0"


def changed(text: str, delta: tuple[Retain | Insert | Delete, ...]) -> str:
    after, place = "", 0
    for change in delta:
        match change:
            case Insert(inserted):
                after += inserted
            case Retain(length):
                after, place = after + text[place : place + length], place + length
            case Delete(length):
                place += length
    return after + text[place:]


def test_two_people_typing() -> None:
    anna, biel = written("Aigua neta.", 1), Replica(2)
    biel.apply(anna.update_since())
    hers, his = anna.edit([Hunk(0, 5, "L'aigua")]), biel.edit([Hunk(10, 10, " 😀 i col·lectiva")])
    anna.apply(his), biel.apply(hers)
    assert anna.text == biel.text == "L'aigua neta 😀 i col·lectiva."


@given(SCRIPTS, CHANCES)
def test_replicas_converge_whatever_arrives_when(script: list[Stroke], chance: Random) -> None:
    typists = [ServerTypist(SERVER_CLIENT_BASE + 1), ServerTypist(3), ServerTypist(2**31)]
    play(script, typists, chance)
    assert len({typist.text for typist in typists}) == 1
    assert not any(typist.is_waiting() for typist in typists)
    assert typists[0].clocks() == typists[1].clocks() == typists[2].clocks()


@given(SCRIPTS, CHANCES)
def test_replicas_and_browsers_converge(yjs: Yjs, script: list[Stroke], chance: Random) -> None:
    typists: list[Typist] = [ServerTypist(SERVER_CLIENT_BASE + 1), BrowserTypist(yjs.document(2**32 - 1))]
    typists += [ServerTypist(SERVER_CLIENT_BASE), BrowserTypist(yjs.document(2))]
    play(script, typists, chance)
    assert len({typist.text for typist in typists}) == 1
    assert not any(typist.is_waiting() for typist in typists)
    assert all(typist.clocks() == typists[0].clocks() for typist in typists)


@given(SCRIPTS, CHANCES)
def test_each_side_reads_the_other_sides_whole_state(yjs: Yjs, script: list[Stroke], chance: Random) -> None:
    server, browser = ServerTypist(SERVER_CLIENT_BASE), BrowserTypist(yjs.document(5))
    play(script, [server, browser], chance)
    copy, fresh = Replica.from_updates([browser.document.encode()]), yjs.document(6)
    fresh.apply(server.replica.update_since())
    assert copy.text == fresh.text == server.text
    assert copy.state() == fresh.state == server.replica.state()


@given(SCRIPTS, CHANCES, st.integers(1, 9))
def test_updates_sent_as_one_say_what_they_said_one_by_one(
    yjs: Yjs, script: list[Stroke], chance: Random, size: int
) -> None:
    typists = [BrowserTypist(yjs.document(client)) for client in (5, 6)]
    updates = play(script, typists, chance)
    whole, fresh, writer = Replica(), yjs.document(7), yjs.document(8)
    for start in range(0, len(updates), size):
        some = updates[start : start + size]
        fresh.apply(merged(some))
        own = some[:: chance.randint(1, 3)]  # what its writer has already is left out for the writer
        writer.apply(*own)
        writer.apply(
            *[merged(others)] if (others := [update for update in some if update not in own]) else ()
        )
        whole.apply(yjs.merge(some))
    assert fresh.text == writer.text == whole.text == typists[0].text
    assert fresh.state == writer.state == whole.state()


@given(SCRIPTS, CHANCES)
def test_deltas_say_how_the_text_changed(script: list[Stroke], chance: Random) -> None:
    listener, text = Replica(), ""
    for update in play(script, [ServerTypist(1), ServerTypist(2)], chance):
        try:
            delta = listener.apply(update)
        except Stale:
            continue
        text = changed(text, delta)
        assert text == listener.text
        assert listener.byte_length == len(text.encode())


@given(SCRIPTS, CHANCES)
def test_the_kept_state_is_the_engines(script: list[Stroke], chance: Random) -> None:
    typists = [ServerTypist(1), ServerTypist(2)]
    play(script, typists, chance)
    for replica in (typist.replica for typist in typists):
        assert decode_state_vector(replica._doc.get_state()) == replica.state()
        assert str(replica._shared) == replica.text
        assert decode_state_vector(replica.state_vector()) == replica.state()


@given(SCRIPTS, CHANCES)
def test_known_updates_are_noops_and_new_ones_are_not(script: list[Stroke], chance: Random) -> None:
    typist, listener = ServerTypist(1), Replica()
    for update in play(script, [typist, ServerTypist(2)], chance):
        inspection = inspect(update)
        try:
            listener.admit(inspection)
        except Stale:
            continue
        before = listener.update_since()
        is_noop = listener.is_noop(inspection)
        listener.apply(update)
        assert is_noop == (listener.update_since() == before)
        assert listener.is_noop(inspection)
    assert typist.replica.is_noop(inspect(typist.replica.update_since()))


@given(PHRASES, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3), PHRASES), max_size=5))
def test_an_edit_replaces_code_points(text: str, steps: list[tuple[int, int, str]]) -> None:
    hunks, place, expected = [], 0, ""
    for skip, gone, phrase in steps:
        start = min(len(text), place + skip)
        end = min(len(text), start + gone)
        hunks.append(Hunk(start, end, phrase))
        expected += text[place:start] + phrase
        place = end
    writer = written(text)
    reader = Replica.from_updates([writer.update_since()])
    reader.apply(writer.edit(hunks))
    assert writer.text == reader.text == expected + text[place:]


def test_a_long_edit_is_one_update_without_the_past() -> None:
    count = 2 * EDITS_PER_TRANSACTION + 7
    writer = written("à1" * count)
    writer.edit([Hunk(0, 2, "")])
    reader = Replica.from_updates([writer.update_since()])
    update = writer.edit([Hunk(2 * n, 2 * n + 1, "😀") for n in range(count - 1)])
    assert min(deletion.start for deletion in inspect(update).deletions) == len("à1")
    reader.apply(update)
    assert reader.text == writer.text == "😀1" * (count - 1)
    assert reader.is_noop(inspect(writer.update_since()))


def test_an_edit_of_nothing_is_an_empty_update() -> None:
    assert written("abc").edit([]) == written("abc").edit([Hunk(1, 1, "")]) == NOTHING


@pytest.mark.parametrize(
    ("hunks", "reason"),
    [
        ([Hunk(0, 4, "")], "offset_out_of_range"),
        ([Hunk(-1, 1, "")], "offset_out_of_range"),
        ([Hunk(2, 3, ""), Hunk(1, 2, "")], "offset_out_of_range"),
        ([Hunk(2, 1, "")], "offset_out_of_range"),
        ([Hunk(0, 0, "a\0")], "text_has_forbidden_characters"),
        ([Hunk(0, 1, ""), Hunk(1, 1, "\ud83d")], "text_has_forbidden_characters"),
    ],
)
def test_a_refused_edit_changes_nothing(hunks: list[Hunk], reason: str) -> None:
    replica = written("aà😀")
    before = replica.update_since()
    with pytest.raises(Invalid, match=reason):
        replica.edit(hunks)
    assert (replica.text, replica.update_since()) == ("aà😀", before)


def test_without_a_client_id_nothing_is_edited() -> None:
    with pytest.raises(ValueError, match="client id"):
        Replica().edit([])


def test_a_fork_edits_under_its_own_id_and_merges_back() -> None:
    replica = written("u dos tres")
    fork = replica.fork(SERVER_CLIENT_BASE + 9)
    update = fork.edit([Hunk(2, 5, "2")])
    replica.edit([Hunk(6, 10, "3")])
    replica.apply(update)
    assert (fork.text, replica.text) == ("u 2 tres", "u 2 3")
    assert inspect(update).clients == {SERVER_CLIENT_BASE + 9}


def test_a_client_id_forks_only_once() -> None:
    with pytest.raises(ValueError, match="1"):
        written("a", 1).fork(1)


def test_an_early_update_is_refused_and_leaves_no_trace() -> None:
    writer = written("a")
    late = writer.edit([Hunk(1, 1, "b")])
    reader = Replica()
    with pytest.raises(Stale, match="update_dependencies_missing"):
        reader.apply(late)
    assert (reader.text, reader.state(), reader.update_since()) == ("", {}, NOTHING)


def test_a_character_is_never_cut_in_two(yjs: Yjs) -> None:
    replica = written("x😀y")
    before = replica.update_since()
    for at, length, inserted in [(2, 0, "Z"), (1, 1, ""), (2, 1, ""), (2, 2, "")]:
        browser = yjs.document(7)
        browser.apply(before)
        cut = bytes.fromhex(browser.ask("edit", edits=[(at, length, inserted)])["update"])
        with pytest.raises(Invalid, match="update_splits_character"):
            replica.apply(cut)
    assert (replica.text, replica.update_since()) == ("x😀y", before)


def test_a_state_vector_that_ends_inside_a_character_gets_the_whole_one() -> None:
    update = written("x😀y").update_since(encode_state_vector({1: 2}))
    assert "😀y" in update.decode(errors="replace")


@pytest.mark.parametrize("state_vector", [b"\x01", b"\x05\x01", b"\x01\x01\x01\x01"])
def test_a_malformed_state_vector_is_refused_without_harm(state_vector: bytes) -> None:
    replica = written("a")
    with pytest.raises(Invalid, match="state_vector_malformed"):
        replica.update_since(state_vector)
    assert replica.update_since(replica.state_vector()) == NOTHING


class PanicException(BaseException):
    """Stands for the engine's own, which cannot be imported."""


def test_a_panic_makes_the_replica_unusable(monkeypatch: pytest.MonkeyPatch) -> None:
    replica, update = Replica(), written("a").update_since()

    def panic(_: bytes) -> None:
        raise PanicException

    monkeypatch.setattr(replica._doc, "apply_update", panic)
    with pytest.raises(ReplicaUnusable):
        replica.apply(update)
    monkeypatch.undo()
    with pytest.raises(ReplicaUnusable):
        replica.apply(update)
    with pytest.raises(ReplicaUnusable):
        replica.update_since()


def test_a_panic_while_updates_are_joined_is_an_ordinary_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(*_: bytes) -> bytes:
        raise PanicException

    monkeypatch.setattr(replicas, "merge_updates", panic)
    with pytest.raises(ReplicaUnusable):
        merged([b"\0\0", b"\0\0"])


def test_a_real_panic_is_caught() -> None:
    replica = written("à")
    with pytest.raises(ReplicaUnusable), replica._guard():
        del replica._shared[0:9]


@given(st.binary(max_size=40))
def test_noise_is_refused_and_leaves_the_replica_as_it_was(noise: bytes) -> None:
    replica = written("à😀")
    try:
        replica.apply(noise)
    except Refusal:
        assert replica.text == "à😀"
