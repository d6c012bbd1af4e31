"""Keep the files that prove mandates and ratifications, each for the organization that gave it; and find them again."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from positions.actors import Actor, Membership
from positions.attachments import check_size, file_name
from positions.errors import Invalid, LimitExceeded, NotFound
from positions.events import Tag
from positions.mandates import MAX_CERTIFICATES, Covers, mandate_of
from positions.models.rounds import Certificate, Round, Vote
from positions.models.versions import Version
from positions.permissions import Permission
from positions.publishing.recognition import recognise
from positions.queries.access import Access, see_position
from positions.queries.lookups import equals
from positions.services.record import record
from positions.services.unit_of_work import Database, UnitOfWork
from positions.versions import sha256_of


@dataclass(frozen=True)
class AddCertificate:
    """A file that proves what an organization's body decided about a position."""

    reference: str
    name: str
    content: bytes
    organization_code: str | None = None


@dataclass(frozen=True)
class CheckedCertificate:
    """A file that was looked into."""

    request: AddCertificate
    name: str
    media_type: str


async def check_certificate_file(
    database: Database, actor: Actor, request: AddCertificate
) -> CheckedCertificate:
    """Look into a file before any lock is taken; whoever may not vote is told first."""
    async with database.read() as session:
        access = await see_position(session, actor, request.reference)
        access.demand(Permission.VOTE, request.organization_code)
    name = file_name(request.name)
    check_size(request.content)
    return CheckedCertificate(request, name, await asyncio.to_thread(recognise, name, request.content))


async def add_certificate(work: UnitOfWork, actor: Actor, checked: CheckedCertificate) -> Certificate:
    """Keep the file; a vote then names it."""
    request = checked.request
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = access.demand(Permission.VOTE, request.organization_code)
    if await _kept(work, access, membership) >= MAX_CERTIFICATES:
        raise LimitExceeded("certificates_full", ["file"], limit=MAX_CERTIFICATES)
    row = Certificate(
        id=work.new_id("cer"),
        position_id=access.position.id,
        organization_id=membership.organization_id,
        name=checked.name,
        media_type=checked.media_type,
        size=len(request.content),
        sha256=hashlib.sha256(request.content).hexdigest(),
        content=request.content,
        membership_id=membership.id,
        added_at=work.now,
    )
    work.session.add(row)
    body = told_of_certificate(row, membership.organization_code)
    await record(work, access.position, Tag.CERTIFICATE_ADDED, membership, body)
    return row


async def find_certificate(
    work: UnitOfWork, access: Access, certificate_id: str | None, path: Sequence[str]
) -> Certificate | None:
    """The certificate named, if one is; NotFound when this position has none such."""
    if certificate_id is None:
        return None
    statement = select(Certificate).where(
        equals(Certificate.id, certificate_id), Certificate.position_id == access.position.id
    )
    found = await work.session.scalar(statement)
    if found is None:
        raise NotFound("certificate_unknown", path)
    return found


def check_owner(certificate: Certificate | None, organization_id: str, path: Sequence[str]) -> None:
    """Invalid for a certificate of another organization."""
    if certificate is not None and certificate.organization_id != organization_id:
        raise Invalid("certificate_of_another", path)


async def check_certificate(
    work: UnitOfWork,
    row: Round,
    certificate: Certificate | None,
    *,
    membership: Membership,
    path: Sequence[str],
) -> None:
    """Invalid for a certificate of another organization, or of a mandate that was given for one version, which this is not."""
    check_owner(certificate, membership.organization_id, path)
    if certificate is None:
        return
    statement = (
        select(Vote.mandate)
        .join(Round, Round.id == Vote.round_id)
        .join(Version, Version.id == Round.version_id)
        .where(Vote.certificate_id == certificate.id, Version.sha256 != row.version.sha256)
    )
    for mandate in await work.session.scalars(statement):
        if mandate and mandate_of(mandate).covers is Covers.VERSION:
            raise Invalid("certificate_for_other_version", path)


async def _kept(work: UnitOfWork, access: Access, membership: Membership) -> int:
    statement = (
        select(func.count())
        .select_from(Certificate)
        .where(
            Certificate.position_id == access.position.id,
            Certificate.organization_id == membership.organization_id,
        )
    )
    return await work.session.scalar(statement) or 0


def told_of_certificate(row: Certificate, code: str) -> dict[str, object]:
    """A certificate as the record keeps it: its hash, not its name."""
    return {
        "certificate": row.id,
        "organization": code,
        "name_sha256": sha256_of(row.name),
        "media_type": row.media_type,
        "bytes": row.size,
        "sha256": row.sha256,
    }
