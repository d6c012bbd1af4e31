"""Annex statements and sign them: a delegate for the own town, other named towns each by their own act.

A coordinator writes down what a meeting's minutes say: then all that are named count as having signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from positions.actors import Actor, Membership
from positions.deadlines import day_of
from positions.errors import Forbidden, Invalid
from positions.events import Tag
from positions.languages import language_tag
from positions.models.rounds import Round
from positions.models.statements import Statement, StatementSignature
from positions.permissions import Permission, Standing
from positions.queries.rounds import see_round
from positions.queries.signatories import act_of
from positions.queries.statements import hearing_of, newest_statement, see_statement
from positions.services.idempotency import Key, recall, remember
from positions.services.minutes import kept, sound_act, told
from positions.services.record import record
from positions.services.rounds import note_opening
from positions.services.unit_of_work import UnitOfWork
from positions.statements import StatementKind, check_signing, check_statement, statement_text
from positions.versions import sha256_of
from positions.votes import Act


@dataclass(frozen=True)
class AnnexStatement:
    """What is annexed: without codes it is the acting town's alone; `act` names the minutes it is recorded from."""

    round_id: str
    kind: StatementKind
    text: str
    organization_codes: Sequence[str] = ()
    language: str | None = None
    act: Act | None = None
    organization_code: str | None = None


async def annex_statement(
    work: UnitOfWork, actor: Actor, request: AnnexStatement, key: Key | None = None
) -> Statement:
    """Annex a statement to the text a round decides; it is numbered, and never changed."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await work.session.get_one(Statement, str(known["statement"]))
    membership = access.demand(Permission.ANNEX_STATEMENT, request.organization_code)
    is_recorded = access.standing(membership) is Standing.COORDINATOR
    codes = _named(request, membership, is_recorded=is_recorded)
    text = statement_text(request.text)
    act = _act(work, request, is_recorded=is_recorded)
    language = language_tag(request.language or access.position.original_language, ["language"])
    await note_opening(work, access.position, row)
    check_statement(request.kind, codes, hearing_of(row))
    statement = Statement(
        id=work.new_id("stm"),
        position_id=access.position.id,
        round_id=row.id,
        number=await newest_statement(work.session, access.position.id) + 1,
        kind=request.kind.value,
        language=language,
        text=text,
        act=act and kept(act),
        membership_id=membership.id,
        annexed_at=work.now,
    )
    signing = codes if is_recorded else [membership.organization_code]
    statement.signatures = _signatures(work, row, codes, signing=signing, membership=membership)
    work.session.add(statement)
    await work.session.flush()
    remember(work, key, {"statement": statement.id})
    body = {**told_of_statement(statement, codes), "signed": sorted(signing)}
    await record(work, access.position, Tag.STATEMENT_ANNEXED, membership, body)
    return statement


async def sign_statement(
    work: UnitOfWork, actor: Actor, statement_id: str, organization_code: str | None = None
) -> Statement:
    """Put the own town's name to a joint statement that names it."""
    found = await see_statement(work.session, actor, statement_id, lock=True)
    statement = found.annexed.row
    membership = found.access.demand(Permission.ANNEX_STATEMENT, organization_code)
    signatures = {one.organization.code: one for one in statement.signatures}
    check_signing(
        StatementKind(statement.kind),
        membership.organization_code,
        hearing_of(found.round),
        named=signatures.keys(),
        signed=[code for code, one in signatures.items() if one.signed_at is not None],
    )
    signature = signatures[membership.organization_code]
    signature.membership_id, signature.signed_at = membership.id, work.now
    body = {
        **told_of_statement(statement, list(signatures)),
        "organization": membership.organization_code,
    }
    await record(work, found.access.position, Tag.STATEMENT_SIGNED, membership, body)
    return statement


def _named(request: AnnexStatement, membership: Membership, *, is_recorded: bool) -> list[str]:
    """Whose statement it is, each once; a delegate's own town is among them."""
    own = membership.organization_code
    codes = list(dict.fromkeys(request.organization_codes)) or ([] if is_recorded else [own])
    if not is_recorded and own not in codes:
        raise Forbidden("statement_without_own", ["organizationCodes"], organization=own)
    return codes


def _act(work: UnitOfWork, request: AnnexStatement, *, is_recorded: bool) -> Act | None:
    if request.act is None:
        return None
    if not is_recorded:
        raise Invalid("act_not_yours", ["act"])
    return sound_act(request.act, today=day_of(work.now))


def _signatures(
    work: UnitOfWork, row: Round, codes: Sequence[str], *, signing: Sequence[str], membership: Membership
) -> list[StatementSignature]:
    ids = {elector.organization.code: elector.organization_id for elector in row.electors}
    return [
        StatementSignature(
            organization_id=ids[code],
            membership_id=membership.id if code in signing else None,
            signed_at=work.now if code in signing else None,
        )
        for code in codes
    ]


def told_of_statement(statement: Statement, codes: Sequence[str]) -> dict[str, object]:
    """A statement of these organizations as the record keeps it: no free text, but its hash."""
    return {
        "statement": statement.id,
        "number": statement.number,
        "round": statement.round_id,
        "kind": statement.kind,
        "language": statement.language,
        "sha256": sha256_of(statement.text),
        "organizations": sorted(codes),
        "act": told(act_of(statement.act)) if statement.act else None,
    }
