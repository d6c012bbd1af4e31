"""Routes as administrators keep them; a position has its own copy of the one it follows."""

from datetime import datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from positions.models.base import Base


class Route(Base):
    """A named list of rounds, as `positions.routes` reads it; a retired one is no longer offered."""

    __tablename__ = "routes"
    key: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    steps: Mapped[list[dict[str, object]]] = mapped_column(JSON)
    updated_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
