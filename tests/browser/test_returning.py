"""Who comes back from offline to a text that was closed meanwhile keeps what they wrote, tables it, or gives it up; nothing loops."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import SignIn
from tests.browser.lives import open_round
from tests.browser.papers import COORDINATOR, GAVA, Desk, Paper, Wire, drafted, tell
from tests.browser.people import Person
from tests.browser.test_offline import NOTHING, cut_off, kept, reload

TEXT = "La reunió\n\nÉs avui.\n\nFi.\n"
_TABLED = """query($reference: String!) { position(reference: $reference) { amendments(first: 9) { nodes {
  original proposedText authors { code } } } } }"""
_REMOVE = """mutation($input: SetParticipationInput!) { setParticipation(input: $input) {
  position { reference } userErrors { path code message } } }"""


def closed_meanwhile(sign_in: SignIn, coordinator: Person, **how: object) -> tuple[Desk, Wire, Paper]:
    """A town's delegate who wrote in two paragraphs while the network was away and drafting was closed."""
    paper = drafted(coordinator, TEXT)
    person = sign_in(GAVA, **how)
    desk, wire = cut_off(person, paper, " de Gavà")
    desk.place("És avui.")
    desk.write(" A les deu.")
    paper.move(coordinator, "OPEN_AMENDING")
    return desk, wire, paper


def panel(desk: Desk) -> Locator:
    """What is said about the words that did not arrive."""
    return desk.page.get_by_role("region", name="El que s'ha escrit aquí no s'ha perdut")


def table_first(desk: Desk, *, expected: str, number: int) -> None:
    """Table the first of one's changes as an amendment."""
    panel(desk).get_by_role("button", name="Presenta-ho com a esmena").first.click()
    expect(desk.page.get_by_label("Text proposat")).to_have_value(expected)
    desk.page.get_by_role("button", name="Presenta l'esmena").click()
    expect(desk.page.get_by_text(f"Esmena {number} presentada").first).to_be_visible()


@pytest.mark.parametrize(("size", "dark"), [("desktop", False), ("phone", True)])
def test_what_did_not_arrive_is_tabled_paragraph_by_paragraph(sign_in: SignIn, size: str, dark: bool) -> None:
    coordinator = sign_in(COORDINATOR)
    desk, wire, paper = closed_meanwhile(sign_in, coordinator, size=size, dark=dark)
    before = wire.lines
    wire.mend()
    desk.status("readOnly")
    expect(panel(desk).get_by_role("listitem")).to_have_count(2)
    expect(panel(desk)).to_contain_text("Cada canvi es pot presentar com a esmena.")
    desk.shows("La reunió de Gavà")
    desk.person.look(f"tornada-{size}")
    table_first(desk, expected="La reunió de Gavà", number=1)
    expect(panel(desk).get_by_role("listitem")).to_have_count(1)
    reload(desk)
    expect(panel(desk).get_by_role("listitem")).to_have_count(1)
    table_first(desk, expected="És avui. A les deu.", number=2)
    expect(panel(desk)).to_have_count(0)
    assert kept(desk) == NOTHING
    paper.edit(coordinator, TEXT.replace("Fi.", "Final."))
    desk.shows("Final.")
    assert desk.read() == TEXT.replace("Fi.", "Final.")
    # On return, after the reload, when the copy was given up; by requests also where rights were looked up anew.
    assert wire.lines - before < 10
    position = coordinator.graphql(_TABLED, reference=paper.reference)["position"]
    assert [(one["original"], one["proposedText"]) for one in position["amendments"]["nodes"]] == [
        ("La reunió", "La reunió de Gavà"),
        ("És avui.", "És avui. A les deu."),
    ]
    assert {one["code"] for each in position["amendments"]["nodes"] for one in each["authors"]} == {"08089"}


def test_what_cannot_be_tabled_is_downloaded_and_given_up(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    desk, wire, paper = closed_meanwhile(sign_in, coordinator)
    open_round(coordinator, paper, name="Consell")
    wire.mend()
    expect(panel(desk)).to_contain_text("Ara no s'hi poden presentar esmenes")
    expect(panel(desk).get_by_role("button", name="Presenta-ho com a esmena")).to_have_count(0)
    expect(panel(desk).get_by_role("listitem")).to_have_count(2)
    with desk.page.expect_download() as download:
        panel(desk).get_by_role("button", name="Baixa el meu text").click()
    assert "La reunió de Gavà\n\nÉs avui. A les deu." in download.value.path().read_text(encoding="utf-8")
    panel(desk).get_by_role("button", name="Descarta el que no s'ha enviat").click()
    desk.person.look("descarta")
    desk.page.get_by_role("dialog").get_by_role("button", name="Descarta el que no s'ha enviat").click()
    expect(panel(desk)).to_have_count(0)
    desk.status("readOnly")
    desk.shows("És avui.")
    assert desk.read() == TEXT
    assert kept(desk) == NOTHING


def test_what_others_write_while_a_passage_is_being_tabled_leaves_the_rest_as_it_was(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    desk, wire, paper = closed_meanwhile(sign_in, coordinator)
    wire.mend()
    panel(desk).get_by_role("button", name="Presenta-ho com a esmena").nth(1).click()
    expect(desk.page.get_by_label("Text proposat")).to_have_value("És avui. A les deu.")
    paper.edit(coordinator, f"Un avís de tothom per a la premsa\n\n{TEXT}")
    desk.shows("Un avís de tothom")
    desk.page.get_by_role("button", name="Presenta l'esmena").click()
    expect(panel(desk).get_by_role("listitem")).to_have_count(1)
    desk.shows("La reunió de Gavà")
    assert desk.read() == "Un avís de tothom per a la premsa\n\n" + TEXT.replace("reunió", "reunió de Gavà")
    tabled = coordinator.graphql(_TABLED, reference=paper.reference)["position"]["amendments"]["nodes"]
    assert [(one["original"], one["proposedText"]) for one in tabled] == [("És avui.", "És avui. A les deu.")]


def test_a_text_that_is_opened_again_takes_what_had_not_arrived(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    desk, wire, paper = closed_meanwhile(sign_in, coordinator)
    wire.mend()
    expect(panel(desk)).to_be_visible()
    paper.move(coordinator, "REOPEN_DRAFTING")
    desk.holds(TEXT.replace("reunió", "reunió de Gavà").replace("avui.", "avui. A les deu."))
    expect(panel(desk)).to_have_count(0)


def test_nothing_stays_in_the_browser_of_who_may_not_see_the_text_any_more(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, TEXT)
    desk, wire = cut_off(sign_in(GAVA), paper, " de Gavà")
    tell(coordinator, _REMOVE, reference=paper.reference, organizationCode="08089", participates=False)
    wire.mend()
    expect(panel(desk)).to_contain_text("Aquest text ja no es pot veure")
    expect(panel(desk).get_by_role("button", name="Baixa el meu text")).to_be_visible()
    expect(desk.page.locator(".notice", has_text="cal seleccionar un passatge")).to_have_count(0)
    assert kept(desk) == NOTHING


def test_who_was_signed_out_is_led_to_sign_in_and_loses_nothing(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, TEXT)
    desk, wire = cut_off(sign_in(GAVA), paper, " de Gavà")
    desk.page.context.clear_cookies()
    wire.mend()
    expect(desk.page.locator(".notice", has_text="cal seleccionar un passatge")).to_have_count(0)
    desk.person.look("returning-signed-out")
    expect(desk.page.get_by_text("No s'ha trobat")).to_have_count(0)
    panel(desk).get_by_role("link", name="Entra").click()
    desk.page.get_by_label("Cerca").fill("Gavà")
    desk.page.get_by_role("button", name="Gavà").click()
    desk.holds(TEXT.replace("reunió", "reunió de Gavà"))


_LOSE_FIRST_ROW = """async () => {
  const answer = (request) => new Promise((tell) => (request.onsuccess = () => tell(request.result)));
  const database = await answer(indexedDB.open("positions.drafts"));
  const doing = database.transaction(["updates"], "readwrite");
  const rows = doing.objectStore("updates");
  const keys = await answer(rows.getAllKeys());
  rows.delete(keys.at(-3));
  await new Promise((tell) => (doing.oncomplete = tell));
  database.close();
}"""


def test_a_damaged_copy_is_offered_and_then_set_aside(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, TEXT)
    desk, wire = cut_off(sign_in(GAVA), paper, " de Gavà")
    desk.page.evaluate(_LOSE_FIRST_ROW)
    wire.restore()
    reload(desk)
    expect(panel(desk)).to_contain_text("s'ha fet malbé en aquest navegador")
    expect(panel(desk).get_by_role("button", name="Baixa el meu text")).to_be_visible()
    desk.person.look("malmesa")
    panel(desk).get_by_role("button", name="Descarta el que no s'ha enviat").click()
    desk.page.get_by_role("dialog").get_by_role("button", name="Descarta el que no s'ha enviat").click()
    desk.status("saved")
    assert desk.read() == TEXT
    desk.place("És avui.")
    desk.write(" A les deu.")
    desk.holds(TEXT.replace("avui.", "avui. A les deu."))
