"""Positions made through the API, as a coordinator would."""

from typing import Any

from tests.support.clients import Client
from tests.support.states import step

CREATE = """
mutation ($input: CreatePositionInput!) {
  createPosition(input: $input) {
    position { reference stage documents { id language isOriginal } } userErrors { path code message }
  }
}
"""
MOVE = """
mutation ($input: MoveStageInput!) {
  moveStage(input: $input) { position { reference stage } userErrors { path code message } }
}
"""
COORDINATOR = "coordinator@amb.demo"


@step
async def propose(client: Client, **changes: object) -> str:
    """The reference of a new position, led by AMB, with Barcelona and Badalona invited."""
    wish = {
        "titles": [{"language": "ca", "text": "Aigües residuals urbanes"}],
        "summaries": [],
        "originalLanguage": "ca",
        "leadCode": "AMB",
        "participantCodes": ["08019", "08015"],
        **changes,
    }
    data = await client.ask(CREATE, {"input": wish}, as_email=COORDINATOR)
    assert data["createPosition"]["userErrors"] == []
    return str(data["createPosition"]["position"]["reference"])


@step
async def move(client: Client, reference: str, action: str) -> dict[str, Any]:
    """What moveStage answers a coordinator."""
    data = await client.ask(MOVE, {"input": {"reference": reference, "action": action}}, as_email=COORDINATOR)
    answer: dict[str, Any] = data["moveStage"]
    return answer
