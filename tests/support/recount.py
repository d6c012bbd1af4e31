"""A recount by hand, which shares no code with the product: the rule read aloud, organization by organization.

It knows only what the words of a rule say, walks through everybody for every question, and is asked what a round closed now
would be: PASSED, FAILED, TIED (to be voted again) or BROKEN (an objection to silence).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from positions.electors import Elector
from positions.rules import Quorum, Rule, Threshold


@dataclass(frozen=True)
class Case:
    """A round to recount: `is_repeat` is the second vote on a tie."""

    rule: Rule
    electors: Sequence[Elector]
    votes: Mapping[str, str]
    reservations: Mapping[str, int]
    by_silence: bool = False
    is_repeat: bool = False


def recount(case: Case) -> str:
    """What the round would be."""
    people: list[tuple[Elector, str | None, bool]] = []
    for elector in case.electors:
        said = case.votes.get(elector.organization)
        if said == "RECUSE":
            continue
        stands = case.reservations.get(elector.organization, 0) > 0
        if said is not None and stands and case.rule.maintained == "BLOCKS":
            people.append((elector, said, True))
            continue
        if said == "APPROVE" and stands and case.rule.maintained in ("ABSTAINS", "OBJECTS"):
            said = "ABSTAIN" if case.rule.maintained == "ABSTAINS" else "OBJECT"
        people.append((elector, said, False))
    if case.by_silence:
        if any(said == "OBJECT" for _, said, _ in people):
            return "BROKEN"
        people = [(elector, said or "TACIT", blocks) for elector, said, blocks in people]
    if any(blocks for _, _, blocks in people):
        return "FAILED"
    spoken = [(elector, said) for elector, said, _ in people]
    if case.rule.quorum is not None and not _is_quorate(case.rule.quorum, spoken):
        return "FAILED"
    decides = case.is_repeat or not case.rule.second_vote
    answers = [_answer(part, case.rule.casting if decides else None, spoken) for part in case.rule.thresholds]
    if all(answer == "met" for answer in answers):
        return "PASSED"
    may_repeat = case.rule.second_vote and not case.is_repeat
    return "TIED" if may_repeat and "unmet" not in answers else "FAILED"


def _amount(measure: str, elector: Elector) -> int:
    return {"ORGANIZATIONS": 1, "POPULATION": elector.population, "SEATS": elector.seats}[measure]


def _answer(part: Threshold, casting: str | None, people: list[tuple[Elector, str | None]]) -> str:
    yes = no = abstaining = silent = 0
    approvals = 0
    for elector, said in people:
        amount = _amount(part.of, elector)
        if said in ("APPROVE", "TACIT"):
            yes += amount
            approvals += 1
        elif said == "OBJECT":
            no += amount
        elif said == "ABSTAIN":
            abstaining += amount
        else:
            silent += amount
    if approvals and len(people) - approvals < part.opponents:
        return "met"
    base = {"EXPRESSED": yes + no, "CAST": yes + no + abstaining, "ELIGIBLE": yes + no + abstaining + silent}
    if yes == 0:
        return "unmet"
    share = Fraction(yes, base[part.basis])
    asked = Fraction(part.numerator, part.denominator)
    if share > asked or (share == asked and not part.strict):
        return "met"
    if part.basis == "EXPRESSED" and asked == Fraction(1, 2) and share == asked:
        leader = [said for elector, said in people if elector.organization == casting]
        return "met" if leader == ["APPROVE"] else "tied"
    return "unmet"


def _is_quorate(quorum: Quorum, people: list[tuple[Elector, str | None]]) -> bool:
    present = [elector for elector, said in people if said is not None]
    there = sum(_amount(quorum.of, elector) for elector in present)
    called = sum(_amount(quorum.of, elector) for elector, _ in people)
    return len(present) >= quorum.minimum and there >= Fraction(quorum.numerator, quorum.denominator) * called
