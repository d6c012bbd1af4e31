"""Members, their memberships, and the doors they come through: sessions and tokens (both stored hashed)."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.organizations import Organization


class Member(Base):
    """A person who acts for an organization; `cadence` is how often mail may come, the secret opens a calendar of deadlines."""

    __tablename__ = "members"
    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    locale: Mapped[str] = mapped_column(default="ca")
    cadence: Mapped[str] = mapped_column(default="DAILY")
    calendar_secret_hash: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    memberships: Mapped[list["Membership"]] = relationship(lazy="raise", back_populates="member")


class Membership(Base):
    """A dated role of a member for an organization; a role that ended keeps its row. A substitute stands in for the delegate."""

    __tablename__ = "memberships"
    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    role: Mapped[str]
    is_substitute: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]
    member: Mapped[Member] = relationship(lazy="raise", back_populates="memberships")
    organization: Mapped[Organization] = relationship(lazy="raise")


class Session(Base):
    """A signed-in browser; only the hash of its secret is kept. `id` is what its member sees and ends.

    `issuer` vouched for the member (none in a demo); `organization_id` is whom the browser acts for, where its member
    belongs to several."""

    __tablename__ = "sessions"
    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    last_seen_at: Mapped[datetime | None]
    user_agent: Mapped[str | None]
    issuer: Mapped[str | None]
    organization_id: Mapped[str | None] = mapped_column(ForeignKey("organizations.id"))
    revoked_at: Mapped[datetime | None]


class Identity(Base):
    """Somebody an identity provider vouches for (issuer, and the hash of its subject), and the member that is.

    Providers may tell a national identity number as subject, so only its hash is kept."""

    __tablename__ = "identities"
    issuer: Mapped[str] = mapped_column(primary_key=True)
    subject_hash: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    linked_at: Mapped[datetime]


class Invitation(Base):
    """A role offered to a person by an administrator, taken up at the first sign-in; only its secret's hash is kept."""

    __tablename__ = "invitations"
    id: Mapped[str] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    role: Mapped[str]
    is_substitute: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]
    invited_by: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    organization: Mapped[Organization] = relationship(lazy="raise")


class Token(Base):
    """A member's secret for a program; only its hash is kept."""

    __tablename__ = "tokens"
    id: Mapped[str] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    organization_id: Mapped[str | None] = mapped_column(ForeignKey("organizations.id"))
    name: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
