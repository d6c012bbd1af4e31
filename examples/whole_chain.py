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

Set de cada deu desplaçaments de la metròpoli en creuen un terme municipal.

## Demandes

**D1.** Que el pla de rodalies tingui indicadors públics de puntualitat.

**D2.** Que els intercanviadors es financin com un sol projecte.
"""
ENGLISH = """# Trains that arrive

Seven in ten trips in the metropolis cross a municipal boundary.

## Demands

**D1.** That the commuter rail plan have public punctuality indicators.

**D2.** That interchanges be funded as one project.
"""


class Refused(Exception):
    """The API said no, and why."""


class Positions:
    """The API as one function for mutations and one for queries."""

    def __init__(self, address: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
        self._client = Client(transport=HTTPXTransport(url=f"{address}/graphql", headers=headers, timeout=60))

    def ask(self, document: str, **variables: object) -> Any:
        """A query's data."""
        request = gql(document)
        request.variable_values = variables
        return self._client.execute(request)

    def do(self, field: str, selection: str, **given: object) -> Any:
        """What a mutation changed; Refused with its user errors. Every mutation takes one `input` named after it."""
        kind = f"{field[0].upper()}{field[1:]}Input!"
        document = f"mutation ($input: {kind}) {{ {field}(input: $input) {{ {selection} userErrors {{ path code message }} }} }}"
        answer = self.ask(document, input=given)[field]
        if answer["userErrors"]:
            raise Refused(f"{field}: {answer['userErrors']}")
        return answer


def draft(api: Positions) -> tuple[str, str]:
    """Propose a paper and write its text; its reference and its document's id."""
    created = api.do(
        "createPosition",
        "position { reference documents { id } }",
        titles=[
            {"language": "ca", "text": "Trens que arriben"},
            {"language": "en", "text": "Trains that arrive"},
        ],
        originalLanguage="ca",
        leadCode="08019",
        participantCodes=TOWNS[1:],
        subjectCodes=["48"],
        addresseeCodes=["DG_MOVE"],
        relations=[{"kind": "COM", "value": "COM(2021) 812"}],
    )["position"]
    reference, document = created["reference"], created["documents"][0]["id"]
    api.do("moveStage", "position { stage }", reference=reference, action="START_DRAFTING")
    api.do("editDraft", "draft { sequence }", documentId=document, baseSequence=0, text=TEXT)
    api.do("saveVersion", "version { number }", documentId=document, label="v0.9")
    api.do(
        "startThread", "thread { id }", documentId=document, body="Falta la font?", visibility="PARTICIPANTS"
    )
    return reference, document


def amend(api: Positions, reference: str, document: str) -> int:
    """Take one amendment in; the number of the version that towns will vote on."""
    api.do("moveStage", "position { stage }", reference=reference, action="OPEN_AMENDING")
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
    api.do(
        "decideAmendment",
        "amendment { status }",
        amendmentId=tabled["id"],
        decision="INCORPORATE",
        reason="Hi ha acord.",
    )
    return int(
        api.do("saveVersion", "version { number }", documentId=document, label="v1.0")["version"]["number"]
    )


def approve(api: Positions, reference: str, number: int) -> str:
    """Hold the round and enter the council's votes from its minutes; the round's id."""
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
    votes = [{"organizationCode": code, "choice": "APPROVE"} for code in TOWNS[:3]]
    api.do(
        "recordVotes",
        "round { tally { wouldPass } }",
        roundId=opened,
        votes=[*votes, {"organizationCode": TOWNS[3], "choice": "ABSTAIN"}],
        act={"body": "Consell d'Alcaldes", "date": now.date().isoformat(), "reference": "Acta 7"},
    )
    closed = api.do("closeRound", "round { status } position { stage }", roundId=opened, outcome="CLOSE")
    print(f"the round: {closed['round']['status']}, the paper: {closed['position']['stage']}")
    api.do(
        "annexStatement",
        "statement { id }",
        roundId=opened,
        organizationCodes=[TOWNS[3]],
        kind="MINUTES",
        text="El nostre terme no té estació.",
    )
    return str(opened)


def translate(api: Positions, reference: str, source: int) -> int:
    """Add the English text and have it approved against the adopted version; the number of its version."""
    added = api.do(
        "addTranslation", "document { id }", reference=reference, language="en", sourceVersion=source
    )
    english = added["document"]["id"]
    present = api.ask(
        "query ($id: ID!) { node(id: $id) { ... on Document { draft { sequence } } } }", id=english
    )["node"]["draft"]
    text = ENGLISH.replace("public punctuality", "public monthly punctuality")
    api.do("editDraft", "draft { sequence }", documentId=english, baseSequence=present["sequence"], text=text)
    number = api.do("saveVersion", "version { number }", documentId=english)["version"]["number"]
    api.do(
        "approveTranslation", "document { isStale }", documentId=english, number=number, sourceVersion=source
    )
    return int(number)


def submit(api: Positions, reference: str, versions: dict[str, int]) -> None:
    """Publish, seal and send the dossier, and write down what came back and what came of each ask."""
    api.do("moveStage", "position { publishedAt }", reference=reference, action="PUBLISH")
    sent = api.do(
        "recordSubmission",
        "submission { id manifestSha256 files { name url } }",
        reference=reference,
        versions=[{"language": language, "number": number} for language, number in versions.items()],
        institutionCode="DG_MOVE",
        channel="LETTER",
        sentAt=datetime.now(UTC).isoformat(),
        externalReference="S-2026-1234",
    )["submission"]
    print(f"{len(sent['files'])} files sent, sealed as {sent['manifestSha256']}")
    now = datetime.now(UTC).isoformat()
    api.do(
        "recordReply",
        "submission { replies { kind } }",
        submissionId=sent["id"],
        kind="RECEIPT",
        at=now,
        reference="Ares(2026)99",
    )
    uptake = {"status": "PARTLY_TAKEN_UP", "evidence": "Draft report, recital 14"}
    api.do(
        "recordUptake",
        "uptake { status }",
        reference=reference,
        askKey="D1",
        institutionCode="DG_MOVE",
        **uptake,
    )


def main() -> None:
    """Do the whole chain on the server and print where the public can read it."""
    api = Positions(*sys.argv[1:3])
    reference, document = draft(api)
    number = amend(api, reference, document)
    approve(api, reference, number)
    submit(api, reference, {"ca": number, "en": translate(api, reference, number)})
    found = api.ask(
        "query ($reference: String!) { position(reference: $reference) { url stage asks { key uptakes { status } } } }",
        reference=reference,
    )["position"]
    print(found["stage"], found["url"], found["asks"])


if __name__ == "__main__":
    main()
