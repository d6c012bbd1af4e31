"""An extract shows some entries whole and the rest by hash, and every change to it shows."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest

from positions.events import GENESIS, Sealed, Tag, seal
from positions.extracts import extract, full_entry, holds, proves_itself

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def chain(length: int) -> list[Sealed]:
    made: list[Sealed] = []
    for sequence in range(1, length + 1):
        previous = made[-1].hash if made else GENESIS
        body = {"number": sequence, "note": "only for the house"}
        made.append(
            seal(
                chain="pos_1",
                sequence=sequence,
                tag=Tag.VERSION_SAVED,
                at=AT,
                actor=None,
                body=body,
                previous_hash=previous,
            )
        )
    return made


CHAIN = chain(5)


@pytest.mark.parametrize("shown", [(), (1,), (5,), (1, 2, 3, 4, 5), (2, 4)])
def test_an_extract_holds_whichever_entries_it_shows(shown: tuple[int, ...]) -> None:
    entries = extract(CHAIN, shown)
    assert holds(entries, CHAIN[-1].hash)
    assert [entry["sequence"] for entry in entries if "body" in entry] == list(shown)
    assert ("only for the house" in str(entries)) is bool(shown)


def test_an_empty_record_leads_to_its_beginning() -> None:
    assert holds([], GENESIS)
    assert not holds([], CHAIN[-1].hash)


@pytest.mark.parametrize("key", ["chain", "tag", "at", "actor", "body", "previous_hash", "hash"])
def test_a_changed_entry_shows(key: str) -> None:
    entries: list[dict[str, Any]] = deepcopy(extract(CHAIN, [3]))
    entries[2][key] = {"number": 9} if key == "body" else "2026-11-23T09:00:00.000001Z"
    assert not holds(entries, CHAIN[-1].hash)


@pytest.mark.parametrize("place", range(5))
def test_a_missing_entry_shows(place: int) -> None:
    entries = extract(CHAIN, [2, 4])
    del entries[place]
    assert not holds(entries, CHAIN[-1].hash)


def test_another_head_shows() -> None:
    assert not holds(extract(CHAIN, [2]), CHAIN[0].hash)
    assert not holds(extract(CHAIN[:-1], [2]), CHAIN[-1].hash)


@pytest.mark.parametrize("change", [{"at": "yesterday"}, {"body": 1.5}, {"sequence": "3"}, {"more": 1}])
def test_what_is_no_entry_does_not_prove_itself(change: dict[str, Any]) -> None:
    assert proves_itself(full_entry(CHAIN[2]))
    assert not proves_itself({**full_entry(CHAIN[2]), **change})
