"""Who stands behind an adopted text: organizations that approved it, all of it or all but some asks, until they take it back.

A route may ask more than once about the same text: what an organization said last counts. Silence signs nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from positions.errors import AlreadyDone, Invalid, NotEligible
from positions.mandates import RatificationStatus
from positions.rules import Choice
from positions.votes import Act, check_act


@dataclass(frozen=True, slots=True)
class Said:
    """What an organization said about the adopted text, in a round that passed."""

    organization: str
    choice: Choice
    is_tacit: bool = False
    except_asks: tuple[str, ...] = ()
    ratification_due_on: date | None = None
    ratification: RatificationStatus | None = None

    @property
    def signs(self) -> bool:
        """Whether it was an approval, spoken, and not undone by the body that was to ratify it."""
        return (
            self.choice is Choice.APPROVE
            and not self.is_tacit
            and self.ratification is not RatificationStatus.WITHDRAWN
        )


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A signature taken back: since which day, by which act of the organization, and why if it says so."""

    withdrawn_on: date
    act: Act
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """An organization under the adopted text; `except_asks`: it signs all but these."""

    organization: str
    except_asks: tuple[str, ...] = ()
    ratification_due_on: date | None = None
    ratification: RatificationStatus | None = None
    withdrawal: Withdrawal | None = None


def signatories(said: Iterable[Said], withdrawals: Mapping[str, Withdrawal]) -> tuple[Signatory, ...]:
    """The signatories by code, from what was said in the rounds' order; who withdrew stays, with the withdrawal."""
    last = {one.organization: one for one in said}
    return tuple(
        Signatory(
            organization=code,
            except_asks=one.except_asks,
            ratification_due_on=one.ratification_due_on,
            ratification=one.ratification,
            withdrawal=withdrawals.get(code),
        )
        for code, one in sorted(last.items())
        if one.signs
    )


def standing(found: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """Those that still stand behind the text."""
    return tuple(signatory for signatory in found if signatory.withdrawal is None)


def check_withdrawal(
    withdrawal: Withdrawal, signatory: Signatory | None, *, adopted_on: date, today: date
) -> None:
    """Refuse a withdrawal that cannot be: Invalid dates or act, NotEligible without a signature, AlreadyDone the second time."""
    check_act(withdrawal.act, today=today)
    if withdrawal.withdrawn_on > today:
        raise Invalid("withdrawal_in_future", ["withdrawnOn"])
    if withdrawal.withdrawn_on < adopted_on:
        raise Invalid("withdrawal_before_adoption", ["withdrawnOn"], adopted=adopted_on)
    if signatory is None:
        raise NotEligible("not_a_signatory", ["organizationCode"])
    if signatory.withdrawal is not None:
        raise AlreadyDone("signature_withdrawn", ["organizationCode"])
