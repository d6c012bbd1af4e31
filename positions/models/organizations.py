"""Organizations, with population and seats as dated rows."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base


class Organization(Base):
    """A municipality, the metropolitan authority, or a partner.

    One that merged into another has a last day and a successor; `confirms_votes`: a second person confirms its votes."""

    __tablename__ = "organizations"
    id: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    comarca: Mapped[str | None]
    search: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    successor_id: Mapped[str | None] = mapped_column(ForeignKey("organizations.id"))
    confirms_votes: Mapped[bool] = mapped_column(default=False)
    populations: Mapped[list["Population"]] = relationship(lazy="raise", order_by="Population.since")
    seat_counts: Mapped[list["SeatCount"]] = relationship(lazy="raise", order_by="SeatCount.since")
    suspensions: Mapped[list["Suspension"]] = relationship(lazy="raise", order_by="Suspension.since")


class Population(Base):
    """Inhabitants from a day on; the newest row not after a day holds on that day."""

    __tablename__ = "populations"
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]


class SeatCount(Base):
    """Seats in the Metropolitan Council from a day on."""

    __tablename__ = "seat_counts"
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]


class Suspension(Base):
    """Days on which an organization is not called to vote; without `until` the end is not known yet."""

    __tablename__ = "suspensions"
    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    since: Mapped[date]
    until: Mapped[date | None]
    reason: Mapped[str]


class Letterhead(Base):
    """What stands at the head of an organization's papers: address lines and a mark (PNG or SVG)."""

    __tablename__ = "letterheads"
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    lines: Mapped[list[str]] = mapped_column(JSON)
    logo_media_type: Mapped[str | None]
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    updated_at: Mapped[datetime]
