from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.authorship import Delete, Insert, Retain, Run, merge_runs
from positions.drafts import Draft, LogRow
from positions.errors import Invalid, Stale
from positions.hunks import Hunk
from positions.replicas import Replica
from positions.updates import inspect
from tests.support.typists import (
    CHANCES,
    SCRIPTS,
    ServerTypist,
    Stroke,
    play,
    written,
)


def rows(*updates: tuple[bytes, str]) -> list[LogRow]:
    return [LogRow(n, update, author) for n, (update, author) in enumerate(updates, 1)]


def character_by_character(log: list[tuple[bytes, str]]) -> list[str]:
    """The author of each character, kept the slow way."""
    replica, authors = Replica(), list[str]()
    for update, author in log:
        place = 0
        for change in replica.apply(update):
            match change:
                case Retain(length):
                    place += length
                case Insert(text):
                    authors[place:place] = [author] * len(text)
                    place += len(text)
                case Delete(length):
                    del authors[place : place + length]
    return authors


class TestFold:
    """A draft is its log, folded."""

    @given(SCRIPTS, CHANCES)
    def test_authorship_tiles_the_text(self, script: list[Stroke], chance: Random) -> None:
        typists = [ServerTypist(1), ServerTypist(2)]
        heard = Replica()
        log: list[tuple[bytes, str]] = []
        for update in play(script, typists, chance):
            try:
                heard.apply(update)
            except Stale:
                continue
            log.append((update, str(max(inspect(update).clients, default=0))))
        draft, slowly = Draft.fold(rows(*log)), Draft(Replica())
        for row in rows(*log):
            slowly.append(row)
        assert (draft.text, draft.runs, draft.sequence) == (slowly.text, slowly.runs, len(log))
        assert draft.text == heard.text
        assert [run.author for run in draft.runs for _ in range(run.length)] == character_by_character(log)
        assert draft.runs == merge_runs(draft.runs)

    def test_each_row_counts_for_its_author(self) -> None:
        anna = written("Aigua neta", 1)
        first = anna.update_since()
        second = anna.fork(2).edit([Hunk(5, 5, " molt 😀")])
        draft = Draft.fold(rows((first, "msh_anna"), (second, "msh_biel")))
        assert draft.runs == (Run(5, "msh_anna"), Run(7, "msh_biel"), Run(5, "msh_anna"))

    @given(st.lists(st.text("a😀é", min_size=1, max_size=4), min_size=2, max_size=6))
    def test_rows_that_say_again_what_earlier_ones_said(self, words: list[str]) -> None:
        anna = Replica(1)
        log = []
        for word in words:
            anna.edit([Hunk(0, 0, word)])
            log.append((anna.update_since(), "msh_anna"))
        draft = Draft.fold(rows(*log))
        assert (draft.text, draft.runs) == (anna.text, (Run(len(anna.text), "msh_anna"),))
        assert draft.replica.state() == anna.state()

    def test_what_was_written_where_a_character_had_been_is_folded_from_every_beginning(self) -> None:
        """Whoever loads a checkpoint knows nothing of the characters deleted before it, and admits what others would refuse."""
        anna = Replica(10)
        log = rows((anna.edit([Hunk(0, 0, "x😀y")]), "msh_anna"), (anna.edit([Hunk(1, 2, "")]), "msh_anna"))
        checkpoint = Draft.fold(log).replica.update_since()
        between = bytes(
            (1, 1, 11, 0, 0xC4, 10, 1, 10, 2, 1, *b"Z", 0)
        )  # behind the first half of the character
        drafts = [
            Draft.fold(log),
            Draft(Replica.from_updates([checkpoint], known=True), (Run(2, "msh_anna"),), 2),
        ]
        drafts[1].replica.admit(inspect(between))
        log += [LogRow(3, between, "msh_anna")]
        for draft in drafts:
            draft.extend(log[2:])
        drafts.append(Draft.fold(log))
        assert {(draft.text, draft.runs, draft.sequence) for draft in drafts} == {
            ("xZy", (Run(3, "msh_anna"),), 3)
        }

    @pytest.mark.parametrize("sequences", [(2, 3), (1, 3), (1, 2, 2)])
    def test_a_log_with_a_gap_is_not_folded(self, sequences: tuple[int, ...]) -> None:
        update = written("abc").update_since()
        with pytest.raises(Stale, match="log_has_gap"):
            Draft.fold(LogRow(sequence, update, "msh_anna") for sequence in sequences)

    def test_an_attribution_divides_the_inserted_text(self) -> None:
        parts = (Run(2, "msh_anna"), Run(1, "msh_biel"))
        draft = Draft.fold([LogRow(1, written("abc").update_since(), "msh_carla", parts)])
        assert draft.runs == parts

    def test_an_attribution_that_does_not_add_up_is_refused(self) -> None:
        row = LogRow(1, written("abc").update_since(), "msh_anna", (Run(2, "msh_anna"),))
        with pytest.raises(Invalid, match="attribution_does_not_add_up"):
            Draft.fold([row])

    @pytest.mark.parametrize("sequence", [0, 2])
    def test_a_gap_is_refused_and_changes_nothing(self, sequence: int) -> None:
        draft = Draft(Replica())
        with pytest.raises(Stale, match="log_has_gap"):
            draft.append(LogRow(sequence, written("abc").update_since(), "msh_anna"))
        assert (draft.text, draft.runs, draft.sequence) == ("", (), 0)
