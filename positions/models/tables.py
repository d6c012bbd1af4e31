"""Every table, imported once so that the metadata is whole."""

from positions.models import (
    amendments,
    comments,
    documents,
    events,
    holidays,
    institutions,
    members,
    notices,
    organizations,
    positions,
    requests,
    rounds,
    routes,
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
    "holidays",
    "institutions",
    "members",
    "metadata",
    "notices",
    "organizations",
    "positions",
    "requests",
    "rounds",
    "routes",
    "statements",
    "submissions",
    "translations",
    "uptakes",
    "versions",
]
