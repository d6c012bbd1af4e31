"""Roles, as clients see them."""

import strawberry

from positions import actors

Role = strawberry.enum(actors.Role, description="What a member does for an organization.")
