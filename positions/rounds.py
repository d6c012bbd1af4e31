"""One approval step: when it takes votes, when it may close, and as what.

A round takes votes from its opening up to, and not at, its closing time; from then on it may be closed. It closes earlier
when nobody is pending, or when an objection has broken the silence. Voiding ends it at any time before its outcome has led further. Times are aware.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from positions.electors import Elector, check_electorate, weigh
from positions.errors import AlreadyDone, Conflict, Invalid, RoundClosed, Stale
from positions.lifecycle import Action
from positions.rules import Choice, Rule, Silence, check_rule
from positions.tallies import Tally

RECALL_TIME = timedelta(minutes=30)
"""After somebody opened or scheduled a round, so long it can be recalled while nobody has voted."""


class RoundStatus(StrEnum):
    """Where a round is in its life; BROKEN: somebody objected to a silence procedure."""

    SCHEDULED = "SCHEDULED"
    OPEN = "OPEN"
    PASSED = "PASSED"
    FAILED = "FAILED"
    BROKEN = "BROKEN"
    VOID = "VOID"


TRANSITIONS: Mapping[RoundStatus, frozenset[RoundStatus]] = MappingProxyType(
    {
        RoundStatus.SCHEDULED: frozenset({RoundStatus.OPEN, RoundStatus.VOID}),
        RoundStatus.OPEN: frozenset(
            {RoundStatus.PASSED, RoundStatus.FAILED, RoundStatus.BROKEN, RoundStatus.VOID}
        ),
        # Between the rounds of a route only voiding leads back to the text.
        RoundStatus.PASSED: frozenset({RoundStatus.VOID}),
        RoundStatus.FAILED: frozenset(),
        RoundStatus.BROKEN: frozenset(),
        RoundStatus.VOID: frozenset(),
    }
)
"""Where each status may lead."""


@dataclass(frozen=True, slots=True)
class Window:
    """A round's stored status and the time in which it takes votes."""

    status: RoundStatus
    opens_at: datetime
    closes_at: datetime


def status_at(window: Window, now: datetime) -> RoundStatus:
    """The status as of now: a scheduled round is open from its time on, whether or not anyone has noted it."""
    if window.status is RoundStatus.SCHEDULED and now >= window.opens_at:
        return RoundStatus.OPEN
    return window.status


def may_vote(window: Window, now: datetime) -> bool:
    """Whether the round takes votes now."""
    return status_at(window, now) is RoundStatus.OPEN and now < window.closes_at


def check_open(window: Window, now: datetime) -> None:
    """RoundClosed unless the round takes votes now."""
    if may_vote(window, now):
        return
    is_early = status_at(window, now) is RoundStatus.SCHEDULED
    raise RoundClosed("round_not_yet_open" if is_early else "round_closed", ["roundId"])


def check_period(opens_at: datetime, closes_at: datetime, *, now: datetime) -> None:
    """Invalid for a round that would close before it opens, or has closed already."""
    if closes_at <= opens_at:
        raise Invalid("round_closes_before_it_opens", ["closesAt"])
    if closes_at <= now:
        raise Invalid("round_closes_in_the_past", ["closesAt"])


def check_opening(rule: Rule, electors: Sequence[Elector], *, silence: Silence, is_clearance: bool) -> None:
    """Invalid for an electorate of nobody, a rule it cannot decide by, or silence outside technical clearance."""
    check_electorate(electors)
    check_rule(rule, weigh(electors))
    if rule.casting is not None and rule.casting not in {elector.organization for elector in electors}:
        raise Invalid("casting_not_eligible", ["rule"], organization=rule.casting)
    if silence is Silence.CONSENT and not is_clearance:
        raise Invalid("silence_only_for_clearance", ["silence"])


def close(window: Window, tally: Tally, *, now: datetime) -> RoundStatus:
    """The outcome of closing the round on this tally.

    RoundClosed when it has ended; Conflict when it has not opened, or somebody is pending before the deadline and no
    objection has broken the silence.
    """
    status = status_at(window, now)
    if status is RoundStatus.SCHEDULED:
        raise Conflict("round_not_yet_open", ["roundId"])
    if status is not RoundStatus.OPEN:
        raise RoundClosed("round_closed", ["roundId"], status=status.value)
    if now < window.closes_at and not (tally.has_everyone_voted or tally.is_objected):
        raise Conflict("round_still_open", ["roundId"], pending=tally.pending.organizations)
    if tally.is_broken:
        return RoundStatus.BROKEN
    return RoundStatus.PASSED if tally.would_pass else RoundStatus.FAILED


def void(status: RoundStatus, reason: str | None, *, is_tied: bool = False) -> RoundStatus:
    """The status VOID; Invalid without a reason, RoundClosed when the round has led back to the text already.

    A tie that awaits its second vote (`is_tied`) has not, and can be given up.
    """
    if not (reason or "").strip():
        raise Invalid("reason_required", ["reason"])
    if RoundStatus.VOID not in TRANSITIONS[status] and not is_tied:
        raise RoundClosed("round_closed", ["roundId"], status=status.value)
    return RoundStatus.VOID


def recallable_until(window: Window, created_at: datetime | None, *, has_votes: bool) -> datetime | None:
    """Until when, excluded, a round can be recalled; None when it no longer can, whatever the time."""
    is_running = window.status in {RoundStatus.SCHEDULED, RoundStatus.OPEN}
    if created_at is None or has_votes or not is_running:
        return None
    return min(created_at + RECALL_TIME, window.closes_at)


def check_recall(window: Window, created_at: datetime | None, *, has_votes: bool, now: datetime) -> None:
    """RoundClosed when the round is over, Conflict when somebody voted, Stale when the time for it is."""
    if RoundStatus.VOID not in TRANSITIONS[window.status] or window.status is RoundStatus.PASSED:
        raise RoundClosed("round_closed", ["roundId"], status=window.status.value)
    if has_votes:
        raise Conflict("recall_after_votes", ["roundId"])
    until = recallable_until(window, created_at, has_votes=False)
    if until is None or now >= until:
        raise Stale("recall_too_late", ["roundId"], minutes=int(RECALL_TIME.total_seconds()) // 60)


def check_extension(
    window: Window, silence: Silence, closes_at: datetime, *, is_extended: bool, now: datetime
) -> None:
    """A silence procedure is extended once, while it is open, to a later time; else the refusal that says why not."""
    if silence is not Silence.CONSENT:
        raise Invalid("extension_only_of_silence", ["roundId"])
    if closes_at <= window.closes_at:
        raise Invalid("extension_not_later", ["closesAt"])
    check_open(window, now)
    if is_extended:
        raise AlreadyDone("round_extended", ["roundId"])


def check_objection(silence: Silence, choice: Choice, *, is_reasoned: bool, path: Sequence[str]) -> None:
    """Invalid when somebody breaks a silence procedure without saying why."""
    if silence is Silence.CONSENT and choice is Choice.OBJECT and not is_reasoned:
        raise Invalid("objection_without_reason", path)


def leads_to(outcome: RoundStatus, *, is_last: bool) -> Action:
    """What an outcome does to the position: only passing leads on, and the last step's pass adopts."""
    if outcome is not RoundStatus.PASSED:
        return Action.FAIL_ROUND
    return Action.ADOPT if is_last else Action.PASS_STEP
