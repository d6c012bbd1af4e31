"""Decide amendments, one or many at once: what is incorporated becomes edits of the draft by its first authors.

A batch is carried out whole or not at all, in the order of the amendments' numbers whatever the order of the request. Two
that change the same words cannot both go in: such a batch is refused by name.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.actors import Actor, Membership
from positions.amendments import AmendmentAct, AmendmentStatus, Decision, advance
from positions.authorship import Run
from positions.errors import Code, Invalid, NotFound, Refusal, Stale
from positions.events import Tag
from positions.models.amendments import Amendment
from positions.models.documents import Document
from positions.models.positions import Position
from positions.permissions import Permission
from positions.proposals import Edit, as_hunks, moved_by
from positions.queries.access import see_document
from positions.queries.amendments import see_amendment
from positions.queries.consolidations import docket
from positions.queries.verdicts import Given, Verdict, consider
from positions.services.amendments import optional_text, told_of_amendment
from positions.services.drafts import DraftText, Step, rewrite
from positions.services.idempotency import Key, recall, remember
from positions.services.record import record
from positions.services.unit_of_work import Database, UnitOfWork
from positions.services.versions import save_before

_TOLD_FIRST = (Code.NOT_FOUND, Code.INVALID, Code.LIMIT_EXCEEDED, Code.ALREADY_DONE)
"""What is told before that the draft has moved on, in this order."""


@dataclass(frozen=True)
class DecideAmendment:
    """What the coordinator decides, on which state of the draft."""

    amendment_id: str
    decision: Decision
    text: str | None = None
    reason: str | None = None
    expected_draft_sequence: int | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class DecideAmendments:
    """Decisions on amendments of one document, and the state of the draft they were previewed on."""

    document_id: str
    decisions: Sequence[Given]
    expected_draft_sequence: int | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class Decided:
    """The decided amendments by number, those that fell with them, and the draft after all."""

    amendments: tuple[Amendment, ...]
    fallen: tuple[Amendment, ...]
    draft: DraftText

    @property
    def amendment(self) -> Amendment:
        """The decided one, where there is one."""
        return self.amendments[0]


@dataclass(frozen=True)
class _Bench:
    """Who decides, about which paper."""

    work: UnitOfWork
    position: Position
    document: Document
    membership: Membership


async def prepare_decisions(database: Database, actor: Actor, request: DecideAmendments) -> None:
    """Compare texts before any lock is taken: what deciding needs is then known, unless the draft moves meanwhile."""
    async with database.read() as session:
        access, document = await see_document(session, actor, request.document_id)
        if not access.holds(Permission.READ):
            return
        found = await docket(session, database.drafts, document.id)
    await asyncio.to_thread(consider, found, request.decisions)


async def prepare_decision(database: Database, actor: Actor, request: DecideAmendment) -> None:
    """The same for one amendment."""
    async with database.read() as session:
        _, amendment = await see_amendment(session, actor, request.amendment_id)
        document_id = amendment.document_id
    given = Given(request.amendment_id, request.decision, request.text)
    await prepare_decisions(database, actor, DecideAmendments(document_id, [given]))


async def decide_amendments(
    work: UnitOfWork, actor: Actor, request: DecideAmendments, key: Key | None = None
) -> tuple[str, ...]:
    """Carry decisions out, all or none; the ids of the amendments decided, then of those that fell."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    if not access.holds(Permission.READ):
        raise NotFound("document_unknown", ["documentId"])
    known = await recall(work, key)
    if known is not None:
        return tuple(str(known["amendments"]).split())
    membership = access.demand(Permission.DECIDE_AMENDMENT, request.organization_code)
    if not request.decisions:
        raise Invalid("decisions_missing", ["decisions"])
    bench = _Bench(work, access.position, document, membership)
    decided = await _decide(bench, request.decisions, request.expected_draft_sequence)
    ids = tuple(amendment.id for amendment in (*decided.amendments, *decided.fallen))
    remember(work, key, {"amendments": " ".join(ids)})
    return ids


async def decide_amendment(work: UnitOfWork, actor: Actor, request: DecideAmendment) -> Decided:
    """Decide one amendment."""
    access, amendment = await see_amendment(work.session, actor, request.amendment_id, lock=True)
    _, document = await see_document(work.session, actor, amendment.document_id, lock=True)
    membership = access.demand(Permission.DECIDE_AMENDMENT, request.organization_code)
    given = Given(amendment.id, request.decision, request.text, request.reason)
    try:
        bench = _Bench(work, access.position, document, membership)
        return await _decide(bench, [given], request.expected_draft_sequence)
    except Refusal as refusal:
        if refusal.path == ("decisions",):
            refusal.path = ("amendmentId",)
        raise


async def _decide(bench: _Bench, given: Sequence[Given], expected: int | None) -> Decided:
    work, document = bench.work, bench.document
    reasons = {one.amendment_id: optional_text(one.reason, "reason") for one in given}
    found = await docket(work.session, work.drafts, document.id)
    verdict = await asyncio.to_thread(consider, found, given)
    _refuse(verdict, document, expected)
    steps = list(_steps(verdict))
    if any(step.changes for step in steps):
        await save_before(work, document, bench.membership)
    texts = await rewrite(work, document, steps, bench.membership.id)
    for ruling, text in zip(verdict.rulings, texts, strict=True):
        row = ruling.row
        row.status, row.decided_text = ruling.status.value, ruling.decided_text
        row.decision_reason = reasons[row.id]
        row.decided_at, row.decided_by_id = work.now, bench.membership.id
        row.decided_sequence = text.sequence if ruling.decided_text is not None else None
        body = {**told_of_amendment(row), **text.told}
        await record(work, bench.position, Tag.AMENDMENT_DECIDED, bench.membership, body)
    fallen = tuple(row for row in found.rows if row.number in verdict.made.falling)
    for row in fallen:
        await _fell(bench, row)
    return Decided(tuple(ruling.row for ruling in verdict.rulings), fallen, texts[-1])


def _refuse(verdict: Verdict, document: Document, expected: int | None) -> None:
    """Raise what stands in the way, in the order in which refusals are told."""
    refusals = [refused.refusal for refused in verdict.refused]
    for code in _TOLD_FIRST:
        for refusal in refusals:
            if refusal.code is code:
                raise refusal
    if expected not in (None, document.sequence):
        raise Stale("draft_moved", ["expectedDraftSequence"], sequence=document.sequence)
    if refusals:
        raise refusals[0]


def _steps(verdict: Verdict) -> Iterator[Step]:
    """The edits of each decision by its first author, on the text that the decisions before it led to."""
    made: list[Edit] = []
    for ruling in verdict.rulings:
        own = [
            edit
            for edit in verdict.made.edits.get(ruling.row.number, ())
            if not any(edit.does(known) for known in made)
        ]
        hunks = as_hunks(
            [moved_by(edit, sum(known.growth for known in made if known < edit)) for edit in own]
        )
        made += own
        author = ruling.row.membership_id
        yield Step(hunks, (Run(sum(len(hunk.replacement) for hunk in hunks), author),))


async def _fell(bench: _Bench, row: Amendment) -> None:
    """An amendment that falls with what was incorporated."""
    row.status = advance(AmendmentStatus.TABLED, AmendmentAct.FALL).value
    row.decided_at, row.decided_by_id = bench.work.now, bench.membership.id
    await record(bench.work, bench.position, Tag.AMENDMENT_FELL, bench.membership, told_of_amendment(row))
