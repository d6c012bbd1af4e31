"""What a batch of decisions would make of a draft, with every refusal that would come: the same for a preview and for deciding."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from positions.amendments import AmendmentStatus, Decision, Fit, advance
from positions.consolidation import MOST_DECISIONS, Consolidated, consolidate, fallers
from positions.courses import Placed
from positions.documents import normalise
from positions.errors import Conflict, Invalid, LimitExceeded, NotFound, Refusal
from positions.models.amendments import Amendment
from positions.permissions import Permission
from positions.proposals import Proposal, edits_of
from positions.queries.access import Access
from positions.queries.consolidations import Docket, docket, replaced
from positions.queries.documents import DocumentRow
from positions.queries.drafts import Drafts


@dataclass(frozen=True)
class Given:
    """What is decided about one amendment; the text is the wording of a partial incorporation."""

    amendment_id: str
    decision: Decision
    text: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Ruling:
    """A decision that can be carried out: the status it leads to, and the text that goes in, if any."""

    row: Amendment
    given: Given
    status: AmendmentStatus
    decided_text: str | None


@dataclass(frozen=True)
class Refused:
    """A decision that cannot, and why; without a number where the amendment is unknown."""

    number: int | None
    refusal: Refusal


@dataclass(frozen=True)
class Verdict:
    """What decisions would do to a draft at a sequence; nothing is done while anything is refused."""

    sequence: int
    made: Consolidated
    rulings: tuple[Ruling, ...]
    refused: tuple[Refused, ...]


async def preview(
    session: AsyncSession, drafts: Drafts, access: Access, document: DocumentRow, given: Sequence[Given]
) -> Verdict | None:
    """What decisions would lead to; None for those who may not read the draft."""
    if not access.holds(Permission.READ):
        return None
    found = await docket(session, drafts, document.id)
    return await asyncio.to_thread(consider, found, given)


def consider(found: Docket, given: Sequence[Given]) -> Verdict:
    """The verdict on decisions; its text does not depend on their order."""
    rulings: list[Ruling] = []
    refused: list[Refused] = []
    known = {row.id: row for row in found.rows}
    seen: set[str] = set()
    for one in given[:MOST_DECISIONS]:
        row = known.get(one.amendment_id)
        try:
            rulings.append(_ruling(row, one, is_again=one.amendment_id in seen))
        except Refusal as refusal:
            refused.append(Refused(row.number if row else None, refusal))
        seen.add(one.amendment_id)
    if len(given) > MOST_DECISIONS:
        refused.append(Refused(None, LimitExceeded("list_too_long", ["decisions"], limit=MOST_DECISIONS)))
    rulings.sort(key=lambda ruling: ruling.row.number)
    chosen, unfit = _chosen(found, rulings)
    made = consolidate(found.head, chosen, tuple(_falling(found, rulings, chosen)))
    return Verdict(found.sequence, made, tuple(rulings), (*refused, *unfit, *_collided(made, rulings)))


def _ruling(row: Amendment | None, given: Given, *, is_again: bool) -> Ruling:
    if row is None:
        raise NotFound("amendment_unknown", ["decisions"])
    if is_again:
        raise Invalid("amendment_decided_twice", ["decisions"], number=row.number)
    decided = None
    if given.decision is Decision.INCORPORATE:
        decided = row.proposed_text
    elif given.decision is Decision.INCORPORATE_PARTLY:
        if given.text is None:
            raise Invalid("decided_text_required", ["text"])
        decided = normalise(given.text, ["text"])
    return Ruling(row, given, advance(AmendmentStatus(row.status), given.decision), decided)


def _chosen(found: Docket, rulings: Sequence[Ruling]) -> tuple[list[Placed], list[Refused]]:
    """Where the texts that go in stand; refused are those that fit nowhere, or where others have written."""
    chosen: list[Placed] = []
    unfit: list[Refused] = []
    going_in = [ruling for ruling in rulings if ruling.decided_text is not None]
    for ruling, placed in zip(going_in, found.placed([one.row for one in going_in]), strict=True):
        number = ruling.row.number
        if placed.placement.fit is Fit.ORPHANED:
            unfit.append(Refused(number, Conflict("amendment_no_longer_fits", ["decisions"], number=number)))
        elif ruling.given.decision is Decision.INCORPORATE_PARTLY:
            chosen.append(_settled(found.head, placed, ruling.decided_text or ""))
        elif not placed.is_applicable:
            unfit.append(Refused(number, Conflict("amendment_collides", ["decisions"], number=number)))
        else:
            chosen.append(placed)
    return chosen, unfit


def _settled(head: str, placed: Placed, text: str) -> Placed:
    """A wording made for the draft as it is takes the place of what stands there now."""
    start, end = placed.placement.start, placed.placement.end
    assert start is not None
    assert end is not None
    there = Proposal(placed.proposal.number, start, end, text)
    return Placed(there, placed.placement, edits_of(head, there))


def _falling(found: Docket, rulings: Sequence[Ruling], chosen: Sequence[Placed]) -> Iterator[int]:
    """The undecided amendments that fall with those that go in."""
    decided = {ruling.row.number for ruling in rulings}
    numbers = {placed.proposal.number for placed in chosen}
    others = [row for row in found.tabled if row.number not in decided]
    compromises = {number: made for number, made in replaced(found.rows).items() if number in numbers}
    falls = fallers([*chosen, *found.placed(others)], compromises)
    open_numbers = {row.number for row in others}
    return (number for number, with_ in falls.items() if number in open_numbers and numbers & set(with_))


def _collided(made: Consolidated, rulings: Sequence[Ruling]) -> Iterator[Refused]:
    """Of amendments that change the same words, or of a compromise and what it replaces, only one can go in."""
    going_in = {ruling.row.number: ruling.row for ruling in rulings if ruling.decided_text is not None}
    sets = [collision.numbers for collision in made.collisions]
    for number, row in going_in.items():
        others = [other.number for other in row.replaces if other.number in going_in]
        sets += [(number, *others)] if others else []
    for numbers in sets:
        told = ", ".join(str(number) for number in sorted(numbers))
        yield Refused(min(numbers), Conflict("amendments_collide", ["decisions"], numbers=told))
