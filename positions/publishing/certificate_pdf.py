"""A round's certificate as PDF."""

from datetime import date, datetime
from fractions import Fraction

from positions.certificates import Certificate, CertifiedReservation, CertifiedVote, Condition
from positions.publishing.furniture import day, listed, number, percent, word, words
from positions.publishing.paper_pdf import letterhead_content, tongue
from positions.publishing.typesetting import Sheet, Typeset, typeset

Minutes = tuple[str, date, str]
"""The meeting's body, its day, the act's reference."""


def certificate_pdf(certificate: Certificate) -> Typeset:
    """The certificate set as PDF, dated by the closing."""
    return typeset(
        Sheet(
            "certificate",
            _content(certificate),
            "",
            certificate.closed_at.date(),
            certificate.letterhead.logo,
        )
    )


def moment(at: datetime, language: str) -> str:
    """A local moment written out."""
    return word("local-time", language, moment=f"{day(at.date(), language)}, {at:%H.%M}")


def _content(one: Certificate) -> dict[str, object]:
    said = one.language
    title = word("certificate", said, number=one.number)
    closed = one.closed_at.date()
    return {
        **tongue(said),
        "words": dict(words(said)),
        "title": title,
        "subject": f"{one.reference} · {one.title}",
        "author": one.letterhead.name,
        "keywords": [one.reference],
        "date": {"year": closed.year, "month": closed.month, "day": closed.day},
        "reference": one.reference,
        "running": title,
        "letterhead": letterhead_content(one.letterhead),
        "is_fiction": one.is_fiction,
        "outcome": word(f"outcome-{one.status}", said),
        "has_passed": one.status == "PASSED",
        "facts": _facts(one),
        "conditions": [_condition(part, said) for part in one.conditions] + _quorum(one),
        "totals": [
            [
                word(f"choice-{choice}", said),
                *(number(amount, said) for amount in (weight.organizations, weight.population, weight.seats)),
            ]
            for choice, weight in one.totals
        ],
        "votes": [_vote(vote, said, _common_act(one)) for vote in one.votes],
        "reservations": [_reservation(held, said) for held in one.reservations],
        "statements": [(vote.name, vote.statement) for vote in one.votes if vote.statement],
        "record_note": word("record-note", said, sequence=number(one.entry.sequence, said)),
        "hashes": [(word("entry-hash", said), one.entry.hash), (word("sha256", said), one.imprint.sha256)],
    }


def _facts(one: Certificate) -> list[tuple[str, str]]:
    said = one.language
    rule = word(f"rule-{one.preset}" if one.preset else "rule-own", said)
    silence = f"; {word('silence-consent', said)}" if one.silence == "CONSENT" else ""
    pairs = (
        ("reference", one.reference),
        ("round-name", f"{one.number}. {one.name}"),
        ("text-voted", f"{word('version', said)} {one.imprint.name} · SHA-256 {one.imprint.short_hash}…"),
        ("rule", f"{rule}{silence}"),
        ("opened", moment(one.opened_at, said)),
        ("due", moment(one.closes_at, said)),
        ("closed", moment(one.closed_at, said)),
        ("closed-by", one.closed_by or word("closed-itself", said)),
    )
    common = _common_act(one)
    minutes = [(word("minutes", said), _minutes(common, said))] if common else []
    return [(word(key, said), value) for key, value in pairs] + minutes


def _condition(part: Condition, said: str) -> list[str]:
    needed = word(
        "more-than" if part.is_strict else "at-least",
        said,
        share=_required(part, said),
    )
    is_plain = part.reached.numerator == part.amount
    reached = word(
        "of-base-plain" if is_plain else "of-base",
        said,
        amount=number(part.amount, said),
        base=number(part.base, said),
        percent=percent(part.reached, said),
        share=_share(part.reached),
    )
    return [
        word(f"measure-{part.measure}", said),
        needed,
        reached,
        word("met" if part.is_met else "unmet", said),
    ]


def _required(part: Condition, said: str) -> str:
    told = percent(part.required, said).replace(",00", "").replace(".00", "")
    return f"{told} ({_share(part.required)}) {word(f'basis-{part.basis}', said)}"


def _quorum(one: Certificate) -> list[list[str]]:
    if one.has_quorum is None:
        return []
    met = word("met" if one.has_quorum else "unmet", one.language)
    return [[word("quorum", one.language), "—", "—", met]]


def _share(share: Fraction) -> str:
    return str(share.numerator) if share.denominator == 1 else f"{share.numerator}/{share.denominator}"


def _common_act(one: Certificate) -> Minutes | None:
    """The minutes that all votes were entered from: said once, not in each row."""
    acts = {vote.act for vote in one.votes if vote.choice != "PENDING"}
    return acts.pop() if len(acts) == 1 else None


def _minutes(act: Minutes, said: str) -> str:
    body, held, reference = act
    return word("act-of", said, body=body, date=day(held, said), reference=reference)


def _vote(vote: CertifiedVote, said: str, common: Minutes | None) -> list[str]:
    choice = word(f"choice-{vote.choice}", said)
    if vote.except_asks:
        choice = f"{choice}, {word('except-asks', said, asks=listed(vote.except_asks, said))}"
    return [
        vote.name,
        number(vote.population, said),
        number(vote.seats, said),
        choice,
        _grounds(vote, said, common),
    ]


def _grounds(vote: CertifiedVote, said: str, common: Minutes | None) -> str:
    """The mandate or the minutes, and what became of a ratification."""
    found = []
    if vote.mandate is not None:
        kind, given = vote.mandate
        found.append(word("mandate-of", said, kind=word(f"mandate-{kind}", said), date=day(given, said)))
    if vote.act is not None and vote.act != common:
        found.append(_minutes(vote.act, said))
    if vote.ratification is not None:
        due = day(vote.ratification_due_on, said) if vote.ratification_due_on else ""
        found.append(word(f"ratification-{vote.ratification}", said, date=due))
    return "; ".join(found) or "—"


def _reservation(held: CertifiedReservation, said: str) -> tuple[str, list[str]]:
    scope = f" ({held.ask_key})" if held.ask_key else ""
    head = (
        f"{held.name} · {word(f'reservation-{held.kind}', said)}{scope}, {word(f'state-{held.state}', said)}"
    )
    return head, [held.reason, *([word("wish", said, wish=held.wish)] if held.wish else [])]
