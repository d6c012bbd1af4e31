"""Enumerations that several nouns show; told to the schema before any of them is read."""

import strawberry

from positions.rules import Choice
from positions.uptakes import UptakeStatus

strawberry.enum(Choice, description="What an organization says in a round.")
strawberry.enum(UptakeStatus, description="How far an ask got with one institution.")

__all__ = ["Choice", "UptakeStatus"]
