import pickle

import pytest
from hypothesis import given

from positions import saves
from positions.errors import Conflict, LimitExceeded
from positions.hunks import Hunk, hunks
from positions.replicas import Replica
from positions.saves import Met, merged, written
from tests.strategies import text_forks, text_pairs

BASE = "Els municipis demanen recursos.\n"


def state_of(*texts: str) -> bytes:
    """The state of a draft that said one text after the other."""
    replica = Replica(1)
    for text in texts:
        replica.edit(hunks(replica.text, text))
    return replica.update_since()


@given(text_pairs())
def test_each_step_is_one_update_of_what_came_before(pair: tuple[str, str]) -> None:
    base, head = pair
    state = state_of(base)
    steps = written(state, 2, [hunks(base, head), hunks(head, base)])
    assert [text for _, text in steps] == [head, base]
    assert Replica.from_updates([state, *(update for update, _ in steps)]).text == base


@given(text_pairs())
def test_a_save_on_the_head_gives_the_text_that_was_saved(pair: tuple[str, str]) -> None:
    base, head = pair
    made = merged(state_of(base), None, 2, hunks(base, head), rejects=True)
    assert (made.text, made.met) == (head, ())


@given(text_forks())
def test_the_update_brings_a_draft_to_what_the_merge_said(fork: tuple[str, str, str]) -> None:
    base, theirs, yours = fork
    state, head = state_of(base), state_of(base, theirs)
    made = merged(state, head, 2, hunks(base, yours), rejects=False)
    updates = [head, made.payload] if made.edits else [head]
    assert Replica.from_updates(updates).text == made.text
    assert pickle.loads(pickle.dumps(made)) == made


def test_where_both_wrote_is_told_where_it_now_stands() -> None:
    head = "Tots els pobles demanen recursos.\n"
    yours = [Hunk(4, 13, "ajuntaments")]
    made = merged(state_of(BASE), state_of(BASE, head), 2, yours, rejects=False)
    (met,) = made.met
    assert isinstance(met, Met)
    assert "ajuntaments" in made.text[met.start : met.end]
    with pytest.raises(Conflict, match="edits_overlap"):
        merged(state_of(BASE), state_of(BASE, head), 2, yours, rejects=True)


def test_a_text_that_grew_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saves, "MAX_BYTES", len(BASE))
    with pytest.raises(LimitExceeded, match="text_too_long"):
        written(state_of(BASE), 2, [[Hunk(0, 0, "à")]])
    with pytest.raises(LimitExceeded, match="text_too_long"):
        merged(state_of(BASE), None, 2, [Hunk(0, 0, "à")], rejects=False)
