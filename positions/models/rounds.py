"""Rounds with their frozen electorate, votes and reservations."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.members import Membership
from positions.models.organizations import Organization
from positions.models.versions import Version


class Round(Base):
    """One approval step on one frozen version; while it is sealed nobody sees how others voted before it has closed.

    `repeats_id`: the tied round whose second vote this is. `urgency`: why its period is shorter than usual."""

    __tablename__ = "rounds"
    __table_args__ = (UniqueConstraint("position_id", "number"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"))
    number: Mapped[int]
    version_id: Mapped[str] = mapped_column(ForeignKey("versions.id"))
    name: Mapped[str]
    step_key: Mapped[str | None]
    rule: Mapped[dict[str, object]] = mapped_column(JSON)
    silence: Mapped[str]
    is_last: Mapped[bool]
    is_sealed: Mapped[bool] = mapped_column(default=False)
    repeats_id: Mapped[str | None] = mapped_column(ForeignKey("rounds.id"))
    urgency: Mapped[str | None]
    status: Mapped[str]
    created_at: Mapped[datetime | None]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    extended_from: Mapped[datetime | None]
    extension_reason: Mapped[str | None]
    recalled_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    version: Mapped[Version] = relationship(lazy="raise")
    electors: Mapped[list["Elector"]] = relationship(lazy="raise")
    votes: Mapped[list["Vote"]] = relationship(lazy="raise", order_by="Vote.id")


class Elector(Base):
    """An organization called to vote, with its population and seats of the opening day."""

    __tablename__ = "electors"
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    population: Mapped[int]
    seats: Mapped[int]
    organization: Mapped[Organization] = relationship(lazy="raise")


COUNTS = "replaced_at IS NULL AND NOT is_awaiting"
AWAITS = "replaced_at IS NULL AND is_awaiting"


class Vote(Base):
    """What an organization said; a vote that was replaced stays, with `replaced_at`.

    One that is `is_awaiting` does not count before a second person has confirmed it. `renews_id`: the earlier vote that was
    confirmed on a newer text."""

    __tablename__ = "votes"
    __table_args__ = (
        Index(
            "uq_votes_current",
            "round_id",
            "organization_id",
            unique=True,
            sqlite_where=text(COUNTS),
            postgresql_where=text(COUNTS),
        ),
        Index(
            "uq_votes_awaiting",
            "round_id",
            "organization_id",
            unique=True,
            sqlite_where=text(AWAITS),
            postgresql_where=text(AWAITS),
        ),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"))
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    choice: Mapped[str]
    is_tacit: Mapped[bool] = mapped_column(default=False)
    is_awaiting: Mapped[bool] = mapped_column(default=False)
    is_substitute: Mapped[bool] = mapped_column(default=False)
    renews_id: Mapped[str | None] = mapped_column(ForeignKey("votes.id"))
    statement: Mapped[str | None]
    mandate: Mapped[dict[str, str | None] | None] = mapped_column(JSON)
    certificate_id: Mapped[str | None] = mapped_column(ForeignKey("certificates.id"))
    act: Mapped[dict[str, str] | None] = mapped_column(JSON)
    except_ask_keys: Mapped[list[str]] = mapped_column(JSON, default=list)
    ratification_due_on: Mapped[date | None]
    ratification_status: Mapped[str | None]
    ratification_act: Mapped[dict[str, str] | None] = mapped_column(JSON)
    ratification_settled_at: Mapped[datetime | None]
    ratification_certificate_id: Mapped[str | None] = mapped_column(ForeignKey("certificates.id"))
    membership_id: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    cast_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    organization: Mapped[Organization] = relationship(lazy="raise")
    membership: Mapped[Membership | None] = relationship(lazy="raise")
    reservations: Mapped[list["Reservation"]] = relationship(lazy="raise", order_by="Reservation.id")
    certificate: Mapped["Certificate | None"] = relationship(lazy="raise", foreign_keys=[certificate_id])
    ratification_certificate: Mapped["Certificate | None"] = relationship(
        lazy="raise", foreign_keys=[ratification_certificate_id]
    )
    confirmations: Mapped[list["Confirmation"]] = relationship(lazy="raise", order_by="Confirmation.id")


class Reservation(Base):
    """A condition held with a vote: on the whole text, an ask, or a passage of the round's version."""

    __tablename__ = "reservations"
    id: Mapped[str] = mapped_column(primary_key=True)
    vote_id: Mapped[str] = mapped_column(ForeignKey("votes.id"), index=True)
    kind: Mapped[str]
    state: Mapped[str]
    ask_key: Mapped[str | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    reason: Mapped[str]
    wish: Mapped[str | None]
    lifted_at: Mapped[datetime | None]


class Confirmation(Base):
    """A confirmation that a vote waits for: of a second person of the town (then it does not count before), or of a new
    government that a coordinator asks (it counts meanwhile)."""

    __tablename__ = "confirmations"
    id: Mapped[str] = mapped_column(primary_key=True)
    vote_id: Mapped[str] = mapped_column(ForeignKey("votes.id"), index=True)
    kind: Mapped[str]
    reason: Mapped[str | None]
    asked_by: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    asked_at: Mapped[datetime]
    confirmed_by: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    confirmed_at: Mapped[datetime | None]
    asker: Mapped[Membership] = relationship(lazy="raise", foreign_keys=[asked_by])


class Certificate(Base):
    """The file that proves a mandate or a ratification, kept for the organization that gave it; never public."""

    __tablename__ = "certificates"
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), index=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    added_at: Mapped[datetime]
