"""Days off are open to everybody and kept by administrators."""

from typing import Any

from tests.support.clients import Client

ADMINISTRATOR = "admin@amb.demo"
COORDINATOR = "coordinator@amb.demo"
HOLIDAYS = """
query ($from: Date!, $to: Date!, $calendars: [String!]) {
  holidays(from: $from, to: $to, calendars: $calendars) { calendar day isVerified name(language: "ca") names { language } }
}
"""
SET = """
mutation ($input: SetHolidaysInput!) {
  setHolidays(input: $input) { holidays { calendar day name(language: "ca") isVerified } userErrors { path code } }
}
"""
IMPORT = """
mutation ($input: ImportHolidaysInput!) {
  importHolidays(input: $input) { holidays { calendar day } userErrors { path code message } }
}
"""
YEAR: dict[str, object] = {
    "calendar": "08015",
    "year": 2026,
    "days": [{"day": "2026-05-11", "names": [{"language": "ca", "text": "Sant Anastasi"}]}],
}


async def known(client: Client, *calendars: str) -> list[dict[str, object]]:
    asked = {"from": "2026-01-01", "to": "2026-12-31", "calendars": list(calendars) or None}
    found: Any = await client.ask(HOLIDAYS, asked)
    return list(found["holidays"])


async def test_anybody_reads_them_by_day_and_calendar(client: Client) -> None:
    days = await known(client, "CT", "08019")
    assert [day["day"] for day in days][:2] == ["2026-04-06", "2026-05-25"]
    assert days[1]["name"] == "Dia de la Pasqua Granada"
    assert {day["calendar"] for day in await known(client)} == {"ES", "CT", "EU", "08019"}


async def test_an_administrator_sets_a_year_and_nobody_else(client: Client) -> None:
    refused: Any = await client.ask(SET, {"input": YEAR}, as_email=COORDINATOR)
    assert refused["setHolidays"] == {"holidays": None, "userErrors": [{"path": [], "code": "FORBIDDEN"}]}
    done: Any = await client.ask(SET, {"input": YEAR}, as_email=ADMINISTRATOR)
    assert done["setHolidays"]["holidays"] == [
        {"calendar": "08015", "day": "2026-05-11", "name": "Sant Anastasi", "isVerified": True}
    ]
    assert len(await known(client, "08015")) == 1


async def test_a_table_is_taken_in_whole_or_not_at_all(client: Client) -> None:
    table = "calendar,day,name_ca\n08015,2026-05-11,Sant Anastasi\n08101,dema,La Mercè\n"
    refused: Any = await client.ask(IMPORT, {"input": {"csv": table}}, as_email=ADMINISTRATOR)
    (error,) = refused["importHolidays"]["userErrors"]
    assert (error["path"], error["code"]) == (["csv"], "INVALID")
    assert "3" in error["message"]
    assert await known(client, "08015") == []
    table = table.replace("dema", "2026-09-24")
    done: Any = await client.ask(IMPORT, {"input": {"csv": table}}, as_email=ADMINISTRATOR)
    assert [day["calendar"] for day in done["importHolidays"]["holidays"]] == ["08015", "08101"]


async def test_the_usual_closing_leaves_out_days_off(client: Client) -> None:
    asked = "query ($at: DateTime, $days: Int!) { usualClosing(opensAt: $at, workingDays: $days) }"
    found: Any = await client.ask(asked, {"at": "2026-12-04T08:00:00Z", "days": 3})
    assert found["usualClosing"] == "2026-12-09T13:00:00Z"  # Friday, Monday, Wednesday
    assert (await client.ask(asked, {"at": "2026-12-04T08:00:00Z", "days": 0}))["usualClosing"]
