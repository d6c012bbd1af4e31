"""Days on which an administration does not work."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from positions.models.base import Base


class Holiday(Base):
    """A day off in one calendar: `ES`, `CT`, `EU` (the institutions), or a municipality's code; not `verified`: by custom only."""

    __tablename__ = "holidays"
    calendar: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    verified: Mapped[bool]
