"""One paper from the first idea to the institution's answer, through the API alone.

    pip install "gql[httpx]"
    positions token create --email coordinator@amb.demo --scopes read,comment,write,vote
    python examples/whole_chain.py http://localhost:8000 TOKEN

The token is a coordinator's: it proposes, decides, enters a council's votes from its minutes, submits and follows up. A
town's own program would hold a delegate's token and use castVote, proposeAmendment and annexStatement for itself.
"""

import sys
from datetime import UTC, datetime, timedelta
from typing import Any

from gql import Client, gql
from gql.transport.httpx import HTTPXTransport

TOWNS = ["08019", "08101", "08015", "08205"]  # Barcelona, l'Hospitalet, Badalona, Sant Cugat
TEXT = """# Trens que arriben

Set de cada deu desplaçaments de la metròpoli creuen un terme municipal.

**D1.** Que el pla de rodalies tingui indicadors públics de puntualitat.
"""
ENGLISH = """# Trains that arrive

Seven in ten trips in the metropolis cross a municipal boundary.

**D1.** That the commuter rail plan have public, monthly punctuality indicators.
"""


class Refused(Exception):
    """The API said no, and why."""


class Positions:
    """The API as one function for queries and one for mutations."""

    def __init__(self, address: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
        transport = HTTPXTransport(url=f"{address}/graphql", headers=headers, timeout=60)
        self._client = Client(transport=transport)

    def ask(self, document: str, **variables: object) -> Any:
        """A query's data."""
        request = gql(document)
        request.variable_values = variables
        return self._client.execute(request)

    def do(self, field: str, selection: str = "", **given: object) -> Any:
        """What a mutation answers to its one `input`; Refused when there are user errors."""
        kind = field[0].upper() + field[1:] + "Input!"
        answers = f"{selection} userErrors {{ path code message }}"
        answer = self.ask(
            f"mutation ($input: {kind}) {{ {field}(input: $input) {{ {answers} }} }}", input=given
        )
        if answer[field]["userErrors"]:
            raise Refused(f"{field}: {answer[field]['userErrors']}")
        return answer[field]

    def save(self, document: str, text: str) -> int:
        """Write a whole text and save it; the version's number."""
        sequence = "query ($id: ID!) { node(id: $id) { ... on Document { draft { sequence } } } }"
        base = self.ask(sequence, id=document)["node"]["draft"]["sequence"]
        self.do("editDraft", documentId=document, baseSequence=base, text=text)
        return int(self.do("saveVersion", "version { number }", documentId=document)["version"]["number"])


def draft(api: Positions) -> tuple[str, str]:
    """Propose a paper and write its text; its reference and its document's id."""
    position = api.do(
        "createPosition",
        "position { reference documents { id } }",
        titles=[{"language": "ca", "text": "Trens que arriben"}],
        originalLanguage="ca",
        leadCode=TOWNS[0],
        participantCodes=TOWNS[1:],
        addresseeCodes=["DG_MOVE"],
        relations=[{"kind": "COM", "value": "COM(2021) 812"}],
    )["position"]
    reference, document = position["reference"], position["documents"][0]["id"]
    api.do("moveStage", reference=reference, action="START_DRAFTING")
    api.save(document, TEXT)
    api.do("startThread", documentId=document, body="Falta la font?", visibility="PARTICIPANTS")
    return reference, document


def amend(api: Positions, reference: str, document: str) -> int:
    """Take one amendment in; the number of the version that towns will vote on."""
    api.do("moveStage", reference=reference, action="OPEN_AMENDING")
    start = TEXT.index("públics")
    tabled = api.do(
        "proposeAmendment",
        "amendment { id }",
        documentId=document,
        versionNumber=1,
        start=start,
        end=start + len("públics"),
        proposedText="públics i mensuals",
        justification="Un indicador anual arriba tard.",
    )["amendment"]
    api.do("decideAmendment", amendmentId=tabled["id"], decision="INCORPORATE", reason="Hi ha acord.")
    return int(api.do("saveVersion", "version { number }", documentId=document)["version"]["number"])


def approve(api: Positions, reference: str, number: int) -> None:
    """Hold the round, enter the council's votes from its minutes, and annex what one town states."""
    now = datetime.now(UTC)
    opened = api.do(
        "openRound",
        "round { id }",
        reference=reference,
        versionNumber=number,
        closesAt=(now + timedelta(days=10)).isoformat(),
        name="Consell d'Alcaldes",
        rule={"preset": "DOUBLE_MAJORITY"},
        electorateCodes=TOWNS,
    )["round"]["id"]
    choices = ["APPROVE", "APPROVE", "APPROVE", "ABSTAIN"]
    votes = [
        {"organizationCode": town, "choice": choice} for town, choice in zip(TOWNS, choices, strict=True)
    ]
    act = {"body": "Consell d'Alcaldes", "date": now.date().isoformat(), "reference": "Acta 7"}
    api.do("recordVotes", roundId=opened, votes=votes, act=act)
    closed = api.do("closeRound", "round { status } position { stage }", roundId=opened, outcome="CLOSE")
    print(f"the round: {closed['round']['status']}, the paper: {closed['position']['stage']}")
    statement = {"kind": "MINUTES", "text": "El nostre terme no té estació."}
    api.do("annexStatement", roundId=opened, organizationCodes=TOWNS[3:], **statement)


def translate(api: Positions, reference: str, source: int) -> int:
    """Add the English text and have it approved against the adopted version; the number of its version."""
    added = api.do(
        "addTranslation", "document { id }", reference=reference, language="en", sourceVersion=source
    )
    english = added["document"]["id"]
    number = api.save(english, ENGLISH)
    api.do("approveTranslation", documentId=english, number=number, sourceVersion=source)
    return number


def submit(api: Positions, reference: str, versions: dict[str, int]) -> None:
    """Publish, seal and send the dossier, and write down what came back and what came of the ask."""
    api.do("moveStage", reference=reference, action="PUBLISH")
    now = datetime.now(UTC).isoformat()
    sent = api.do(
        "recordSubmission",
        "submission { id manifestSha256 files { name } }",
        reference=reference,
        versions=[{"language": language, "number": number} for language, number in versions.items()],
        institutionCode="DG_MOVE",
        channel="LETTER",
        sentAt=now,
        externalReference="S-2026-1234",
    )["submission"]
    print(f"{len(sent['files'])} files sent, sealed as {sent['manifestSha256']}")
    api.do("recordReply", submissionId=sent["id"], kind="RECEIPT", at=now, reference="Ares(2026)99")
    seen = {"status": "PARTLY_TAKEN_UP", "evidence": "Draft report, recital 14"}
    api.do("recordUptake", reference=reference, askKey="D1", institutionCode="DG_MOVE", **seen)


def main() -> None:
    """Do the whole chain on the server and print where the public can read it."""
    api = Positions(*sys.argv[1:3])
    reference, document = draft(api)
    number = amend(api, reference, document)
    approve(api, reference, number)
    submit(api, reference, {"ca": number, "en": translate(api, reference, number)})
    found = "query ($reference: String!) { position(reference: $reference) { url stage asks { uptakes { status } } } }"
    position = api.ask(found, reference=reference)["position"]
    print(position["stage"], position["url"], position["asks"])


if __name__ == "__main__":
    main()
