"""What institutions did with the asks, and what is concluded at the end."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.institutions import Institution


class Uptake(Base):
    """One institution's treatment of one ask, as seen on a day; what was replaced stays, with `replaced_at`."""

    __tablename__ = "uptakes"
    __table_args__ = (
        Index(
            "uq_uptakes_current",
            "position_id",
            "ask_key",
            "institution_id",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"))
    ask_key: Mapped[str]
    institution_id: Mapped[str] = mapped_column(ForeignKey("institutions.id"))
    status: Mapped[str]
    evidence: Mapped[str | None]
    evidence_url: Mapped[str | None]
    observed_on: Mapped[date]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    recorded_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    institution: Mapped[Institution] = relationship(lazy="raise")


class Conclusion(Base):
    """What a coordinator concludes in a position's closing report, in one language."""

    __tablename__ = "conclusions"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    written_at: Mapped[datetime]
