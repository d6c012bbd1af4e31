"""A paper's life through the API, for tests that are about something else: amended, voted, adopted, published."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.browser.papers import TOWNS, Paper, tell
from tests.browser.people import Person

_THREAD = """mutation($input: StartThreadInput!) { startThread(input: $input) {
  thread { id } userErrors { path code message } } }"""
_AMEND = """mutation($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) {
  amendment { id number } userErrors { path code message } } }"""
_DECIDE = """mutation($input: DecideAmendmentInput!) { decideAmendment(input: $input) {
  amendment { status } userErrors { path code message } } }"""
_OPEN = """mutation($input: OpenRoundInput!) { openRound(input: $input) {
  round { id number } userErrors { path code message } } }"""
_RECORD = """mutation($input: RecordVotesInput!) { recordVotes(input: $input) {
  round { status } userErrors { path code message } } }"""
_CLOSE = """mutation($input: CloseRoundInput!) { closeRound(input: $input) {
  round { status } position { stage } userErrors { path code message } } }"""


def today() -> date:
    """The day that the offices live in."""
    return datetime.now(ZoneInfo("Europe/Brussels")).date()


def comment(person: Person, paper: Paper, body: str, passage: str = "") -> None:
    """Comment on these words of the draft, or on the whole paper."""
    sequence, text = paper.draft(person)
    start = text.index(passage)
    place = {"draftSequence": sequence, "start": start, "end": start + len(passage)} if passage else {}
    tell(person, _THREAD, documentId=paper.document_id, body=body, **place)


def amend(person: Person, paper: Paper, passage: str, proposed: str, why: str) -> str:
    """Table an amendment on these words of the newest version, which the draft still says; its id."""
    _, text = paper.draft(person)
    start = text.index(passage)
    payload = tell(
        person,
        _AMEND,
        documentId=paper.document_id,
        versionNumber=paper.newest(person),
        start=start,
        end=start + len(passage),
        proposedText=proposed,
        justification=why,
    )
    return str(payload["amendment"]["id"])  # type: ignore[index]  # JSON has no shape


def decide(person: Person, amendment_id: str, decision: str, reason: str) -> None:
    """Decide an amendment."""
    tell(person, _DECIDE, amendmentId=amendment_id, decision=decision, reason=reason)


def open_round(person: Person, paper: Paper, *, name: str, preset: str = "UNANIMITY", **terms: object) -> str:
    """Open a round of the two towns, unless told otherwise, on the newest version; its id."""
    closes_at = (datetime.now(UTC) + timedelta(days=30)).isoformat()
    payload = tell(
        person,
        _OPEN,
        reference=paper.reference,
        versionNumber=paper.newest(person),
        name=name,
        rule={"preset": preset},
        closesAt=closes_at,
        **{"electorateCodes": list(TOWNS), **terms},
    )
    return str(payload["round"]["id"])  # type: ignore[index]  # JSON has no shape


def adopt(person: Person, round_id: str, statement: str = "") -> None:
    """Enter both towns' approval from the minutes and close the round."""
    decide_round(person, round_id, ("APPROVE", "APPROVE"), statement)


def decide_round(person: Person, round_id: str, choices: Sequence[str], statement: str = "") -> None:
    """Enter what the two towns said from the minutes and close the round."""
    votes = [
        {"organizationCode": code, "choice": choice, "statement": statement or None}
        for code, choice in zip(TOWNS, choices, strict=True)
    ]
    act = {"body": "Consell", "date": today().isoformat(), "reference": "1/2026"}
    tell(person, _RECORD, roundId=round_id, votes=votes, act=act)
    tell(person, _CLOSE, roundId=round_id, outcome="CLOSE")
