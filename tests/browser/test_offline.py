"""Who loses the network goes on writing; what was never sent survives a reload and arrives on return."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.papers import (
    COORDINATOR,
    GAVA,
    MONTGAT,
    Desk,
    Paper,
    Wire,
    drafted,
    proposed,
    tell,
    until,
)
from tests.browser.people import Person

UNSENT = "encara no s'ha enviat; es guarda en aquest navegador"
_WRITERS = """query($id: ID!) { node(id: $id) { ... on Document { draft {
  contributors { organization { code } characters } } } } }"""


def cut_off(person: Person, paper: Paper, words: str) -> tuple[Desk, Wire]:
    """Somebody who wrote these words at the end of the text after the network had gone."""
    wire = Wire(person)
    desk = Desk(person, paper)
    wire.cut()
    desk.status("offline")
    desk.place("La reunió")
    desk.write(words)
    expect(desk.page.get_by_text(UNSENT).first).to_be_visible()
    return desk, wire


def reload(desk: Desk) -> None:
    """Load the page anew and wait for the text that this browser keeps."""
    desk.page.reload()
    desk.text.wait_for()


def test_what_was_written_offline_survives_a_reload_and_merges_with_what_others_wrote(
    sign_in: SignIn,
) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "La reunió\n\nÉs avui.")
    desk, wire = cut_off(sign_in(GAVA), paper, " de Gavà")
    reload(desk)
    desk.shows("La reunió de Gavà")
    desk.status("offline")
    expect(desk.page.get_by_text(UNSENT).first).to_be_visible()
    other = Desk(sign_in(MONTGAT), paper)
    other.place("És avui.")
    other.write(" A les deu.")
    other.holds("La reunió\n\nÉs avui. A les deu.")
    wire.mend()
    desk.holds("La reunió de Gavà\n\nÉs avui. A les deu.")
    other.shows("La reunió de Gavà")
    reload(desk)
    desk.status("saved")
    desk.shows("A les deu.")


def test_what_was_left_unsent_is_sent_from_whatever_page_one_comes_back_to(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "La reunió")
    person = sign_in(GAVA)
    _, wire = cut_off(person, paper, " de Gavà")
    wire.restore()
    person.go("/posicions")
    until(person.page, lambda: paper.draft(coordinator)[1] == "La reunió de Gavà")


@pytest.mark.parametrize(
    "breaking",
    [
        "indexedDB.open = () => { throw new DOMException('private', 'SecurityError'); }",
        """const put = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (...given) {
          const asked = put.apply(this, given);
          if (window.isFull) this.transaction.abort();
          return asked;
        }""",
    ],
    ids=["no storage", "a full disk"],
)
def test_a_browser_that_keeps_nothing_is_not_said_to_keep_anything(sign_in: SignIn, breaking: str) -> None:
    paper = drafted(sign_in(COORDINATOR), "La reunió")
    person = sign_in(GAVA)
    person.page.add_init_script(breaking)
    wire = Wire(person)
    desk = Desk(person, paper)
    desk.status("saved")
    person.page.evaluate("window.isFull = true")
    wire.cut()
    desk.status("offline")
    desk.place("La reunió")
    desk.write(" de Gavà")
    expect(desk.page.get_by_text("es guarda en aquesta finestra. No s'ha de tancar.").first).to_be_visible()
    wire.mend()
    desk.holds("La reunió de Gavà")


def test_leaving_is_warned_of_only_what_is_kept_nowhere(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "La reunió")
    saved = Desk(sign_in(MONTGAT), paper)
    saved.place("La reunió")
    saved.write(" de Montgat")
    saved.holds("La reunió de Montgat")
    kept, _ = cut_off(sign_in(GAVA), paper, " de Gavà")
    coordinator.page.add_init_script(
        "indexedDB.open = () => { throw new DOMException('', 'SecurityError'); }"
    )
    wire = Wire(coordinator)
    lost = Desk(coordinator, paper)
    lost.place("La reunió")
    wire.cut()
    lost.write(" de l'AMB")
    expect(lost.page.get_by_text("No s'ha de tancar.").first).to_be_visible()
    assert [warned(desk.page) for desk in (saved, kept, lost)] == [[], [], ["beforeunload"]]


def warned(page: Page) -> list[str]:
    """What is asked of who leaves for another page all the same."""
    asked: list[str] = []

    def go(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", go)
    page.goto("/posicions")
    return asked


def test_a_page_that_cannot_be_fetched_says_that_what_was_written_is_kept(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), "La reunió")
    desk, wire = cut_off(sign_in(GAVA), paper, " de Gavà")
    page = desk.page
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Sense connexió")).to_be_visible()
    desk.person.look("fora")
    wire.restore()
    page.context.set_offline(False)
    desk.text.wait_for()  # the page has tried again by itself
    desk.holds("La reunió de Gavà")


def kept(desk: Desk) -> dict[str, int]:
    """How many rows this browser keeps of drafts, by table."""
    rows: dict[str, int] = desk.page.evaluate(
        """async () => {
          const answer = (request) => new Promise((tell) => (request.onsuccess = () => tell(request.result)));
          const database = await answer(indexedDB.open("positions.drafts"));
          const tables = [...database.objectStoreNames];
          const doing = database.transaction(tables);
          const counts = await Promise.all(tables.map((table) => answer(doing.objectStore(table).count())));
          database.close();
          return Object.fromEntries(tables.map((table, at) => [table, counts[at]]));
        }"""
    )
    return rows


NOTHING = {"copies": 0, "unsent": 0, "updates": 0}


def test_each_counts_as_author_of_what_they_wrote_offline(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "La reunió")
    desk, wire = cut_off(sign_in(GAVA), paper, "12345")
    reload(desk)
    desk.place("La reunió12345")
    desk.write("678")
    other = Desk(sign_in(MONTGAT), paper)
    other.place("La reunió")
    other.write("ab")
    other.holds("La reunióab")
    wire.mend()
    desk.status("saved")
    found = coordinator.graphql(_WRITERS, id=paper.document_id)["node"]["draft"]["contributors"]
    assert {one["organization"]["code"]: one["characters"] for one in found} == {
        "AMB": 9,
        "08089": 8,
        "08126": 2,
    }


def test_two_tabs_write_one_text_and_each_answers_for_its_own_words(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), "La reunió")
    person = sign_in(GAVA)
    first, first_wire = cut_off(person, paper, " u")
    second, second_wire = cut_off(Person(person.context), paper, " dos")
    second.shows("La reunió u dos")
    first.shows("La reunió u dos")
    first_wire.mend()
    first.holds("La reunió u dos")
    assert kept(first)["unsent"] == 1  # the second tab has not heard of any acknowledgement
    first_wire.cut()
    reload(first)
    expect(first.page.get_by_text(UNSENT).first).to_be_visible()
    for wire, desk in ((second_wire, second), (first_wire, first)):
        wire.mend()
        desk.holds("La reunió u dos")
    assert kept(first)["unsent"] == 0


def test_what_a_tab_without_a_line_writes_is_sent_by_one_that_has_a_line(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), "La reunió")
    person = sign_in(GAVA)
    first, _ = cut_off(person, paper, " u")
    second = Desk(Person(person.context), paper)
    second.holds("La reunió u")
    first.place("La reunió u")
    first.write(" dos")
    first.page.close()
    second.holds("La reunió u dos")


def test_signing_out_asks_about_what_is_unsent_and_leaves_nothing_behind(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "La reunió")
    person = sign_in(GAVA)
    desk, _ = cut_off(person, paper, " secreta")
    page = desk.page
    page.get_by_role("button", name="Surt").click()
    expect(page.get_by_role("dialog")).to_contain_text("es perden")
    person.look("surt")
    page.get_by_role("button", name="Cancel·la").click()
    desk.shows("La reunió secreta")
    page.get_by_role("button", name="Surt").click()
    page.get_by_role("button", name="Surt i descarta-ho").click()
    expect(page.get_by_role("link", name="Entra")).to_be_visible()
    assert kept(desk) == NOTHING
    assert paper.draft(coordinator)[1] == "La reunió"


def test_somebody_else_at_the_same_browser_sees_nothing_and_sends_nothing(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "La reunió")
    person = sign_in(GAVA)
    desk, wire = cut_off(person, paper, " secreta")
    context = person.context
    context.request.post("/auth/demo", data={"email": MONTGAT}, headers={"X-Positions": "1"})
    other = Desk(Person(context), paper)
    other.status("saved")
    assert other.read() == "La reunió"
    desk.write(" de debò")
    expect(desk.page.get_by_text("es guarda en aquesta finestra. No s'ha de tancar.").first).to_be_visible()
    assert kept(other)["unsent"] == 0
    wire.mend()
    desk.status("readOnly")
    assert paper.draft(coordinator)[1] == "La reunió"


def test_the_browser_is_asked_once_to_keep_what_is_unsent(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), "La reunió")
    person = sign_in(GAVA)
    person.page.add_init_script(
        "window.asked = 0; StorageManager.prototype.persist = async () => { window.asked += 1; return false; }"
    )
    wire = Wire(person)
    desk = Desk(person, paper)
    desk.place("La reunió")
    desk.write(" de tots")
    desk.holds("La reunió de tots")
    assert person.page.evaluate("window.asked") == 0
    wire.cut()
    desk.write(" i totes")
    expect(desk.page.get_by_text(UNSENT).first).to_be_visible()
    assert person.page.evaluate("window.asked") == 1


_ROLE = "mutation($input: AddMembershipInput!) { addMembership(input: $input) { userErrors { path code message } } }"
PAPIOL, PALLEJA = "08158", "08157"


def test_what_was_written_for_one_organization_is_not_sent_for_another(sign_in: SignIn) -> None:
    coordinator, person = sign_in(COORDINATOR), sign_in(f"delegate@{PAPIOL}.demo")
    member = person.page.request.get("/session").json()["viewer"]["id"]
    tell(sign_in("admin@amb.demo"), _ROLE, memberId=member, forOrganizationCode=PALLEJA, role="DELEGATE")

    def act_for(code: str) -> None:
        given = {"data": {"organizationCode": code}, "headers": {"X-Positions": "1"}}
        assert person.page.request.post("/auth/acting", **given).ok  # type: ignore[arg-type]  # by their keys

    act_for(PAPIOL)
    paper = proposed(coordinator, towns=(PAPIOL, PALLEJA))
    paper.move(coordinator, "START_DRAFTING")
    paper.edit(coordinator, "La reunió")
    desk, wire = cut_off(person, paper, "12345")
    act_for(PALLEJA)
    wire.restore()
    reload(desk)
    desk.status("saved")
    assert desk.read() == "La reunió"
    desk.place("La reunió")
    desk.write("ab")
    desk.holds("La reunióab")
    act_for(PAPIOL)
    person.go("/posicions")
    until(person.page, lambda: "12345" in paper.draft(coordinator)[1])
    found = coordinator.graphql(_WRITERS, id=paper.document_id)["node"]["draft"]["contributors"]
    written = {one["organization"]["code"]: one["characters"] for one in found}
    assert written == {"AMB": 9, PAPIOL: 5, PALLEJA: 2}
