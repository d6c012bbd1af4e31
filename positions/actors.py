"""Who acts: a detached identity, loaded once and used alike by the API and by live editing.

It holds no database row, so a long-lived connection may keep it and the rules may be tested without one.
"""

from dataclasses import dataclass
from enum import StrEnum

from positions.errors import Forbidden, Invalid, Unauthenticated
from positions.ids import MemberId, MembershipId, OrganizationId


class Role(StrEnum):
    """What a member does for an organization."""

    DELEGATE = "DELEGATE"
    COORDINATOR = "COORDINATOR"
    OBSERVER = "OBSERVER"
    ADMINISTRATOR = "ADMINISTRATOR"


class Scope(StrEnum):
    """What a token may be used for; never more than its member may do."""

    READ = "READ"
    COMMENT = "COMMENT"
    WRITE = "WRITE"
    VOTE = "VOTE"
    ADMINISTER = "ADMINISTER"


@dataclass(frozen=True)
class Membership:
    """A member's present role for one organization."""

    id: MembershipId
    organization_id: OrganizationId
    organization_code: str
    role: Role
    is_substitute: bool = False


@dataclass(frozen=True)
class Actor:
    """Whoever asks: anonymous, a signed-in member, or a member through a token (then `scopes` is set)."""

    member_id: MemberId | None = None
    name: str = ""
    locale: str = "ca"
    memberships: tuple[Membership, ...] = ()
    scopes: frozenset[Scope] | None = None
    session_hash: str | None = None

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody is signed in."""
        return self.member_id is None

    @property
    def roles(self) -> frozenset[Role]:
        """Every role held in any organization."""
        return frozenset(membership.role for membership in self.memberships)

    @property
    def organization_ids(self) -> frozenset[OrganizationId]:
        """Every organization this member belongs to."""
        return frozenset(membership.organization_id for membership in self.memberships)

    def has_scope(self, scope: Scope) -> bool:
        """Whether the door used (session or token) admits this kind of act."""
        return self.scopes is None or scope in self.scopes

    def signed_in(self) -> MemberId:
        """The member, or Unauthenticated."""
        if self.member_id is None:
            raise Unauthenticated("sign_in_required")
        return self.member_id

    def acting(self, organization_code: str | None = None) -> Membership:
        """The membership this actor acts under.

        Without a code there must be just one to choose from; a code must name one of the member's own.
        """
        self.signed_in()
        if organization_code is not None:
            for membership in self.memberships:
                if membership.organization_code == organization_code:
                    return membership
            raise Forbidden("not_your_organization", ["organizationCode"], organization=organization_code)
        if not self.memberships:
            raise Forbidden("no_membership")
        if len({membership.organization_id for membership in self.memberships}) > 1:
            raise Invalid("organization_required", ["organizationCode"])
        return self.memberships[0]


ANONYMOUS = Actor()
