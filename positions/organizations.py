"""What an organization can be."""

from enum import StrEnum


class OrganizationKind(StrEnum):
    """Municipalities vote; the authority coordinates; partners read and comment."""

    MUNICIPALITY = "MUNICIPALITY"
    AUTHORITY = "AUTHORITY"
    PARTNER = "PARTNER"
