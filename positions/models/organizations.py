"""Organizations, with population and seats as dated rows."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base


class Organization(Base):
    """A municipality, the metropolitan authority, or a partner."""

    __tablename__ = "organizations"
    id: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    comarca: Mapped[str | None]
    search: Mapped[str] = mapped_column(default="")
    populations: Mapped[list["Population"]] = relationship(lazy="raise", order_by="Population.since")
    seat_counts: Mapped[list["SeatCount"]] = relationship(lazy="raise", order_by="SeatCount.since")


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
