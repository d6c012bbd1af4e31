"""Notices through the API: one's own, in one's language; reminders, the proof of notice, and the outbox."""

from typing import Any

from positions.mails import MailKind, MailState
from positions.models.members import Member
from positions.models.notices import Mail
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, propose

DELEGATE = "delegate@08019.demo"
NOTICES = """
query($unseen: Boolean = false) {
  viewer { unseenCount cadence isMailSent notices(first: 10, unseen: $unseen) {
    totalCount nodes { id kind urgency sentence path seenAt organization { code } position { reference } }
  } }
}
"""
SEEN = """
mutation($input: MarkNoticesSeenInput!) {
  markNoticesSeen(input: $input) { unseenCount userErrors { code } }
}
"""
CADENCE = "mutation($input: SetCadenceInput!) { setCadence(input: $input) { cadence userErrors { code } } }"
OUTBOX = """
{ register { outbox { isSending waiting sent review { id state recipient fault mayBeSentAgain } } } }
"""
AGAIN = """
mutation($input: SendMailAgainInput!) {
  sendMailAgain(input: $input) { mail { state } userErrors { code } }
}
"""


async def viewer(client: Client, language: str = "ca", **variables: object) -> Any:
    data = await client.ask(NOTICES, variables, as_email=DELEGATE, language=language)
    return data["viewer"]


async def test_a_member_reads_their_notices_in_their_language(client: Client) -> None:
    reference = await propose(client)
    told = await viewer(client)
    (notice,) = told["notices"]["nodes"]
    assert (told["unseenCount"], told["cadence"], told["isMailSent"]) == (1, "DAILY", False)
    assert (notice["kind"], notice["urgency"]) == ("PARTICIPATION_ASKED", "ASKED")
    assert notice["sentence"] == "Barcelona: invitació a participar en «Aigües residuals urbanes»."
    assert notice["path"] == f"/positions/{reference}"
    (same,) = (await viewer(client, "en"))["notices"]["nodes"]
    assert same["sentence"] == "Barcelona: an invitation to take part in “Aigües residuals urbanes”."


async def test_what_was_seen_is_not_counted(client: Client) -> None:
    for _ in range(2):
        await propose(client)
    first = (await viewer(client))["notices"]["nodes"][0]
    data = await client.ask(SEEN, {"input": {"noticeIds": [first["id"]]}}, as_email=DELEGATE)
    assert data["markNoticesSeen"] == {"unseenCount": 1, "userErrors": []}
    assert (await viewer(client, unseen=True))["notices"]["totalCount"] == 1
    data = await client.ask(SEEN, {"input": {}}, as_email=DELEGATE)
    assert data["markNoticesSeen"]["unseenCount"] == 0


async def test_notices_of_others_are_out_of_reach(client: Client) -> None:
    await propose(client)
    (notice,) = (await viewer(client))["notices"]["nodes"]
    await client.ask(SEEN, {"input": {"noticeIds": [notice["id"]]}}, as_email="delegate@08101.demo")
    assert (await viewer(client))["unseenCount"] == 1
    node = "query($id: ID!) { node(id: $id) { id } }"
    assert (await client.ask(node, {"id": notice["id"]}, as_email=COORDINATOR))["node"] is None
    assert (await client.ask(node, {"id": notice["id"]}, as_email=DELEGATE))["node"] is not None


async def test_a_member_chooses_how_often_mail_comes(client: Client) -> None:
    data = await client.ask(CADENCE, {"input": {"cadence": "WEEKLY"}}, as_email=DELEGATE)
    assert data["setCadence"]["cadence"] == "WEEKLY"
    assert (await viewer(client))["cadence"] == "WEEKLY"
    nobody = await client.ask(CADENCE, {"input": {"cadence": "WEEKLY"}})
    assert nobody["setCadence"]["userErrors"] == [{"code": "UNAUTHENTICATED"}]


async def doubtful(client: Client) -> str:
    async with client.database.write() as work:
        member = Member(id=work.new_id("mem"), email="x@y.test", name="Ningú", created_at=work.now)
        mail = Mail(
            id=work.new_id("mai"),
            member_id=member.id,
            kind=MailKind.ASKED.value,
            state=MailState.DOUBTFUL.value,
            fault="UNACKNOWLEDGED",
            due_at=work.now,
            created_at=work.now,
        )
        work.session.add_all([member, mail])
    return mail.id


async def test_administrators_alone_see_the_outbox_and_send_again(client: Client) -> None:
    mail_id = await doubtful(client)
    admin = "admin@amb.demo"
    assert (await client.ask(OUTBOX, as_email=COORDINATOR))["register"] is None
    (shown,) = (await client.ask(OUTBOX, as_email=admin))["register"]["outbox"]["review"]
    assert (shown["recipient"], shown["state"], shown["mayBeSentAgain"]) == ("Ningú", "DOUBTFUL", True)
    for email in (COORDINATOR, DELEGATE):
        data = await client.ask(AGAIN, {"input": {"mailId": mail_id}}, as_email=email)
        assert data["sendMailAgain"]["userErrors"] == [{"code": "FORBIDDEN"}]
    data = await client.ask(AGAIN, {"input": {"mailId": mail_id}}, as_email=admin)
    assert data["sendMailAgain"]["mail"] == {"state": "WAITING"}
    data = await client.ask(AGAIN, {"input": {"mailId": mail_id}}, as_email=admin)
    assert data["sendMailAgain"]["userErrors"] == [{"code": "CONFLICT"}]
