"""The register's rules: who keeps it, and when a dated role holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from positions.actors import Actor, Membership, Role, Scope
from positions.errors import Forbidden, Invalid, Refusal

FIRST_YEAR, LAST_YEAR = 1979, 2200
"""Since the first democratic town halls, and before the typing errors."""


class Presence(StrEnum):
    """Where a day stands to a dated role."""

    TO_COME = "TO_COME"
    PRESENT = "PRESENT"
    ENDED = "ENDED"


@dataclass(frozen=True)
class Term:
    """A dated role: from its first day to its last, without end when that is None."""

    role: Role
    since: date
    until: date | None = None

    def presence(self, day: date) -> Presence:
        """Whether it holds on a day, and if not, why."""
        if day < self.since:
            return Presence.TO_COME
        return Presence.PRESENT if self.until is None or day <= self.until else Presence.ENDED

    def overlaps(self, other: "Term") -> bool:
        """Whether both are the same role and share a day."""
        return (
            self.role is other.role
            and self.since <= (other.until or date.max)
            and other.since <= (self.until or date.max)
        )


def check_term(term: Term) -> None:
    """Refuse a term that ends before it begins, or at a time when nobody here held office."""
    for path, day in (("from", term.since), ("until", term.until)):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise Invalid("term_out_of_range", [path])
    if term.until is not None and term.until < term.since:
        raise Invalid("term_reversed", ["until"], since=term.since, until=term.until)


def check_substitute(role: Role, *, is_substitute: bool) -> None:
    """Invalid for anybody but a delegate: only a delegate is stood in for."""
    if is_substitute and role is not Role.DELEGATE:
        raise Invalid("substitute_not_delegate", ["isSubstitute"])


def demand_administrator(actor: Actor, organization_code: str | None = None) -> Membership:
    """The membership under which somebody keeps the register, acting for the organization named; or the refusal."""
    actor.signed_in()
    for membership in actor.memberships:
        is_meant = organization_code in (None, membership.organization_code)
        if is_meant and membership.role is Role.ADMINISTRATOR:
            if not actor.has_scope(Scope.ADMINISTER):
                raise Forbidden("scope_missing", scope=Scope.ADMINISTER.value)
            return membership
    raise Forbidden("administrator_only")


def absence(terms: Iterable[Term], day: date) -> Refusal | None:
    """Why somebody who is on the register may not come in on a day; None when they may."""
    known = list(terms)
    presences = {term.presence(day) for term in known}
    if Presence.PRESENT in presences:
        return None
    if Presence.TO_COME in presences:
        begins = min(term.since for term in known if term.presence(day) is Presence.TO_COME)
        return Forbidden("membership_to_come", since=begins)
    if presences:
        return Forbidden("membership_over", until=max(term.until for term in known if term.until))
    return Forbidden("no_membership")
