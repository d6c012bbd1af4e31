"""What an organization says in a round: checked, counted once, never overwritten.

The vote is the organization's; a delegate casts it under a mandate, or a coordinator records it from a meeting's minutes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from positions.errors import Invalid, NotEligible
from positions.mandates import Mandate, RatificationStatus, check_mandate, check_ratification
from positions.rounds import Window, check_open
from positions.rules import Choice

NEEDS_MANDATE = frozenset({Choice.APPROVE, Choice.OBJECT, Choice.ABSTAIN})
"""What only a mandate lets a delegate say; to recuse oneself needs none."""


class VoteStanding(StrEnum):
    """What has become of a vote; LAPSED: nobody confirmed it before the round's time was over."""

    COUNTS = "COUNTS"
    AWAITING = "AWAITING"
    LAPSED = "LAPSED"
    REPLACED = "REPLACED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True)
class Vote:
    """What a delegate casts for the organization; `except_asks`: approval of all but these asks."""

    organization: str
    choice: Choice
    mandate: Mandate | None = None
    ratification_due_on: date | None = None
    except_asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """The minutes that votes are recorded from: the meeting's body, its day, the act's reference."""

    body: str
    held_on: date
    reference: str


@dataclass(frozen=True, slots=True)
class Poll:
    """What a vote is checked against: the round's time, the codes of its electorate, the keys of its version's asks."""

    window: Window
    electorate: Collection[str]
    asks: Collection[str] = ()


def check_vote(vote: Vote, poll: Poll, *, now: datetime, today: date) -> None:
    """Refuse a vote that may not be cast: Invalid, NotEligible or RoundClosed, in this order."""
    if vote.choice in NEEDS_MANDATE and vote.mandate is None:
        raise Invalid("mandate_required", ["mandate"])
    if vote.choice is Choice.RECUSE and vote.ratification_due_on is not None:
        raise Invalid("ratification_of_nothing", ["ratificationDueOn"])
    _check_grounds(vote.mandate, vote.ratification_due_on, today=today)
    _check_asks(vote, poll)
    _check_electorate([vote.organization], poll)
    check_open(poll.window, now)


def check_confirmed(
    mandate: Mandate | None, ratification_due_on: date | None, window: Window, *, now: datetime, today: date
) -> None:
    """Refuse to confirm what no longer holds: Invalid for a mandate that has run out meanwhile, RoundClosed."""
    _check_grounds(mandate, ratification_due_on, today=today)
    check_open(window, now)


def standing_of(
    *, is_awaiting: bool, is_replaced: bool, ratification: RatificationStatus | None, takes_votes: bool
) -> VoteStanding:
    """What has become of a vote. One withdrawn while its round was open stands no more; one withdrawn later was counted."""
    if is_replaced:
        is_withdrawn = ratification is RatificationStatus.WITHDRAWN
        return VoteStanding.WITHDRAWN if is_withdrawn else VoteStanding.REPLACED
    if is_awaiting:
        return VoteStanding.AWAITING if takes_votes else VoteStanding.LAPSED
    return VoteStanding.COUNTS


def check_recorded(
    organizations: Collection[str], act: Act, poll: Poll, *, now: datetime, today: date
) -> None:
    """Refuse votes from minutes that cannot be entered: Invalid, NotEligible or RoundClosed, in this order."""
    check_act(act, today=today)
    if not organizations:
        raise Invalid("votes_missing", ["votes"])
    if len(set(organizations)) < len(organizations):
        raise Invalid("vote_duplicate", ["votes"])
    _check_electorate(organizations, poll)
    check_open(poll.window, now)


def check_act(act: Act, *, today: date) -> None:
    """Invalid for minutes without their body or reference, or of a meeting still to come."""
    if not act.body.strip() or not act.reference.strip():
        raise Invalid("act_incomplete", ["act"])
    if act.held_on > today:
        raise Invalid("act_in_future", ["act", "date"])


def _check_grounds(mandate: Mandate | None, ratification_due_on: date | None, *, today: date) -> None:
    if mandate is not None:
        check_mandate(mandate, today=today)
    if ratification_due_on is not None:
        check_ratification(ratification_due_on, today=today)


def _check_asks(vote: Vote, poll: Poll) -> None:
    if not vote.except_asks:
        return
    if vote.choice is not Choice.APPROVE:
        raise Invalid("except_asks_without_approval", ["exceptAskKeys"])
    for key in vote.except_asks:
        if key not in poll.asks:
            raise Invalid("ask_unknown", ["exceptAskKeys"], ask=key)


def _check_electorate(organizations: Collection[str], poll: Poll) -> None:
    for organization in organizations:
        if organization not in poll.electorate:
            raise NotEligible("not_eligible", ["organizationCode"], organization=organization)
