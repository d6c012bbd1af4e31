"""Institutions and the channels that lead to them.

A limit nobody has confirmed is None and its channel is not `is_verified`: the interface says "not known", never a guess.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from positions.data.tables import FOLDER, by_language, listed, rows

# fmt: off
EU_LANGUAGES = (
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)
# fmt: on
"""The 24 official languages of Regulation 1/1958; Catalan is not one of them."""

LANGUAGE_GROUPS: dict[str, tuple[str, ...]] = {"EU-24": EU_LANGUAGES}
"""What a name for several languages stands for. Courtesy arrangements, told in brackets, add none."""

DEADLINE_RULES: dict[str, str] = {"have_your_say": "midnight_brussels", "consultation": "midnight_brussels"}
"""How a channel's last day ends; absent where nobody has written it down."""

_REMARK = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True)
class Channel:
    """One way to reach an institution; `kind` is the public word in capitals, sizes are in characters and bytes."""

    kind: str
    languages: tuple[str, ...]
    max_characters: int | None = None
    max_bytes: int | None = None
    formats: tuple[str, ...] | None = None
    deadline_rule: str | None = None
    is_verified: bool = False


@dataclass(frozen=True)
class Institution:
    """An addressee, or a body that one belongs to (`parent_code`)."""

    code: str
    parent_code: str | None
    kind: str
    scope: str
    names: dict[str, str]
    acronym: str | None
    authority_code: str | None
    seat: str | None
    notes: str
    languages_note: str | None
    window: str
    subject_codes: tuple[str, ...]
    regions: tuple[str, ...]
    url: str
    verification: str
    channels: tuple[Channel, ...]


def read_institutions(path: Path = FOLDER / "institutions.csv") -> tuple[Institution, ...]:
    """Every institution, a parent always before its children, else in the file's order."""
    waiting = [_institution(row) for row in rows(path)]
    told: dict[str, Institution] = {}
    while waiting:
        ready = [one for one in waiting if one.parent_code is None or one.parent_code in told]
        if not ready:
            raise ValueError(f"no such parent: {waiting[0].parent_code}")
        told.update((one.code, one) for one in ready)
        waiting = [one for one in waiting if one.code not in told]
    return tuple(told.values())


def accepted_languages(cell: str) -> tuple[str, ...]:
    """The language codes of a cell such as `EU-24 (en in practice)` or `es|en`, groups spelled out."""
    names = (_REMARK.sub("", name) for name in listed(cell))
    return tuple(code for name in names for code in LANGUAGE_GROUPS.get(name, (name,)))


def _institution(row: dict[str, str]) -> Institution:
    remark = _REMARK.search(row["languages_accepted"])
    return Institution(
        code=row["code"],
        parent_code=row["parent_code"] or None,
        kind=row["kind"],
        scope=row["scope"],
        names=by_language(row, "name"),
        acronym=row["acronym"] or None,
        authority_code=row["eu_authority_code"] or None,
        seat=row["seat"] or None,
        notes=row["submission_notes"],
        languages_note=remark[0].strip(" ()") if remark else None,
        window=row["typical_window"],
        subject_codes=listed(row["policy_areas"]),
        regions=listed(row["priority_region"]),
        url=row["url"],
        verification=row["verification"],
        channels=_channels(row),
    )


def _channels(row: dict[str, str]) -> tuple[Channel, ...]:
    languages = accepted_languages(row["languages_accepted"])
    return tuple(
        Channel(kind=word.upper(), languages=languages, deadline_rule=DEADLINE_RULES.get(word))
        for word in listed(row["submission_channel"])
    )
