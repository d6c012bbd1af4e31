"""Every table, imported once so that the metadata is whole."""

from positions.models import (
    amendments,
    comments,
    documents,
    events,
    institutions,
    members,
    organizations,
    positions,
    requests,
    rounds,
    statements,
    submissions,
    translations,
    uptakes,
    versions,
)
from positions.models.base import Base

metadata = Base.metadata
__all__ = [
    "amendments",
    "comments",
    "documents",
    "events",
    "institutions",
    "members",
    "metadata",
    "organizations",
    "positions",
    "requests",
    "rounds",
    "statements",
    "submissions",
    "translations",
    "uptakes",
    "versions",
]
