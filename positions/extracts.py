"""An extract of a position's record that travels: every hash of the chain, and in full the entries that are for the addressee.

Entries in full are recomputed from their own words and the hash before them. The others are known by their hash alone, so
that nothing internal leaves the house; whoever holds the record can open them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from positions.events import GENESIS, Sealed, canonical, moment, seal


def full_entry(event: Sealed) -> dict[str, object]:
    """An entry with all that its hash covers."""
    return {
        "chain": event.chain,
        "sequence": event.sequence,
        "tag": event.tag,
        "at": moment(event.at),
        "actor": event.actor,
        "body": json.loads(event.body),
        "previous_hash": event.previous_hash,
        "hash": event.hash,
    }


def extract(events: Iterable[Sealed], shown: Iterable[int]) -> list[dict[str, object]]:
    """The chain's entries; those with a shown sequence in full."""
    in_full = frozenset(shown)
    return [
        full_entry(event) if event.sequence in in_full else {"sequence": event.sequence, "hash": event.hash}
        for event in events
    ]


def holds(entries: Sequence[Mapping[str, Any]], head: str) -> bool:
    """Whether an extract is gapless, ends at the head, and each entry in full has the hash it says."""
    previous = GENESIS
    for sequence, entry in enumerate(entries, start=1):
        if entry.get("sequence") != sequence:
            return False
        if "body" in entry and (entry.get("previous_hash") != previous or not proves_itself(entry)):
            return False
        previous = str(entry.get("hash"))
    return previous == head


def proves_itself(entry: Mapping[str, Any]) -> bool:
    """Whether an entry in full has the hash that its words give."""
    try:
        again = seal(
            chain=entry["chain"],
            sequence=entry["sequence"],
            tag=entry["tag"],
            at=datetime.fromisoformat(entry["at"]),
            actor=entry["actor"],
            body=entry["body"],
            previous_hash=entry["previous_hash"],
        )
        return canonical(full_entry(again)) == canonical(entry)
    except (KeyError, TypeError, ValueError):
        return False
