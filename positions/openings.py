"""What opening a round will do, and what to think of before: who is called, who is left out, what could surprise."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from positions.electors import Elector, Weight, weigh
from positions.rules import Count, Rule, passes

USUAL_PERIOD = 10
"""In working days, for a round that no route says a period for."""


class Outcome(StrEnum):
    """What a pass leads to: the text is adopted, the next step is due, or the text is cleared without being adopted."""

    ADOPTED = "ADOPTED"
    NEXT_STEP = "NEXT_STEP"
    CLEARED = "CLEARED"


class Surprise(StrEnum):
    """What somebody who opens a round should know; none of it prevents opening."""

    SHORT_PERIOD = "SHORT_PERIOD"
    CLOSES_ON_DAY_OFF = "CLOSES_ON_DAY_OFF"
    CLOSES_AFTER_DEADLINE = "CLOSES_AFTER_DEADLINE"
    LOCAL_HOLIDAYS = "LOCAL_HOLIDAYS"
    DAYS_OFF_UNKNOWN = "DAYS_OFF_UNKNOWN"
    STALE_TRANSLATION = "STALE_TRANSLATION"
    TABLED_AMENDMENTS = "TABLED_AMENDMENTS"
    OPEN_DISCUSSIONS = "OPEN_DISCUSSIONS"
    WITHOUT_DELEGATE = "WITHOUT_DELEGATE"
    ONE_CAN_PREVENT = "ONE_CAN_PREVENT"
    RULE_NEEDS_EVERYBODY = "RULE_NEEDS_EVERYBODY"


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning with what it is about: codes of organizations, languages, or a number."""

    kind: Surprise
    organizations: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class Circumstances:
    """What is known of a round before it opens, as far as it could surprise; codes are those of organizations."""

    rule: Rule
    electors: Sequence[Elector]
    is_by_silence: bool = False
    working_days: int = USUAL_PERIOD
    usual_days: int = USUAL_PERIOD
    closes_on_day_off: bool = False
    closes_after_deadline: bool = False
    days_off_unknown: bool = False
    on_local_holiday: Collection[str] = ()
    stale_languages: Collection[str] = ()
    tabled_amendments: int = 0
    open_threads: int = 0
    without_delegate: Collection[str] = field(default_factory=tuple)


def preventers(rule: Rule, electors: Sequence[Elector]) -> tuple[str, ...]:
    """Who alone, by objecting while everybody else approves, prevents the round from passing."""
    everybody = weigh(electors)
    verdicts: dict[Weight, bool] = {}
    found = []
    for elector in electors:
        against = Weight(1, elector.population, elector.seats)
        if against not in verdicts:
            count = Count(everybody - against, against, Weight(), everybody)
            verdicts[against] = passes(rule, count)
        if not verdicts[against]:
            found.append(elector.organization)
    return tuple(found)


def cautions(known: Circumstances) -> list[Caution]:
    """What to think of before opening, in a fixed order."""
    told = {
        Surprise.SHORT_PERIOD: known.working_days < known.usual_days,
        Surprise.CLOSES_ON_DAY_OFF: known.closes_on_day_off,
        Surprise.CLOSES_AFTER_DEADLINE: known.closes_after_deadline,
        Surprise.DAYS_OFF_UNKNOWN: known.days_off_unknown,
    }
    found = [
        Caution(kind, count=known.working_days if kind is Surprise.SHORT_PERIOD else 0)
        for kind, holds in told.items()
        if holds
    ]
    for kind, number in (
        (Surprise.TABLED_AMENDMENTS, known.tabled_amendments),
        (Surprise.OPEN_DISCUSSIONS, known.open_threads),
    ):
        if number:
            found.append(Caution(kind, count=number))
    if known.stale_languages:
        languages = tuple(sorted(known.stale_languages))
        found.append(Caution(Surprise.STALE_TRANSLATION, languages=languages, count=len(languages)))
    for kind, codes in (
        (Surprise.LOCAL_HOLIDAYS, known.on_local_holiday),
        (Surprise.WITHOUT_DELEGATE, known.without_delegate),
    ):
        if codes:
            found.append(Caution(kind, tuple(sorted(codes)), count=len(codes)))
    return found + _of_rule(known)


def _of_rule(known: Circumstances) -> list[Caution]:
    """One objection always breaks a silence procedure: that is no surprise."""
    if known.is_by_silence or len(known.electors) < 2:
        return []
    codes = preventers(known.rule, known.electors)
    if not codes:
        return []
    if len(codes) == len(known.electors):
        return [Caution(Surprise.RULE_NEEDS_EVERYBODY, count=len(codes))]
    return [Caution(Surprise.ONE_CAN_PREVENT, codes, count=len(codes))]
