"""Who an identity provider says somebody is, read without trusting more than it said; and where to go after signing in."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from positions.errors import Invalid

LONGEST_SUBJECT = 255
LONGEST_NAME = 200
LONGEST_ADDRESS = 2_000
_OUTSIDE = ("//", "/\\", "/auth/")


@dataclass(frozen=True)
class Fields:
    """How a provider calls what we read; a name may stand in several fields."""

    subject: str = "sub"
    name: tuple[str, ...] = ("name",)
    email: str = "email"


@dataclass(frozen=True)
class Claim:
    """What a provider vouches for. The subject may be a national identity number: it is only ever kept as a hash."""

    issuer: str
    subject: str
    name: str = ""
    email: str = ""
    is_email_verified: bool = False

    @property
    def trusted_email(self) -> str | None:
        """The address in the register's writing, if the provider verified it."""
        return self.email.strip().lower() if self.is_email_verified and self.email.strip() else None


def read_claim(issuer: str, told: Mapping[str, object], fields: Fields, *, trusts_email: bool) -> Claim:
    """The claim in what a provider told; Invalid without a subject. `email_verified` counts only as a plain true."""
    subject = told.get(fields.subject)
    if isinstance(subject, int) and not isinstance(subject, bool):
        subject = str(subject)
    if not isinstance(subject, str) or not 0 < len(subject.strip()) <= LONGEST_SUBJECT:
        raise Invalid("identity_without_subject")
    return Claim(
        issuer=issuer,
        subject=subject.strip(),
        name=" ".join(filter(None, (_text(told, field) for field in fields.name)))[:LONGEST_NAME],
        email=_text(told, fields.email),
        is_email_verified=trusts_email or told.get("email_verified") is True,
    )


def subject_hash(pepper: str, claim: Claim) -> str:
    """What is kept of a subject: without the pepper even all identity numbers tried in turn do not find it."""
    written = f"{claim.issuer}\x00{claim.subject}".encode()
    return hmac.new(pepper.encode(), written, hashlib.sha256).hexdigest()


def own_path(address: str | None) -> str:
    """The address if it is a path of this site, else its beginning: nobody is sent elsewhere after signing in."""
    found = address or "/"
    is_ours = found.startswith("/") and not found.startswith(_OUTSIDE) and "\\" not in found
    return found if is_ours and found.isprintable() and len(found) <= LONGEST_ADDRESS else "/"


def _text(told: Mapping[str, object], field: str) -> str:
    value = told.get(field)
    return " ".join(value.split()) if isinstance(value, str) else ""
