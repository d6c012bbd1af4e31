"""Two people at one table: its cells, rows and columns, and the paragraphs around it."""

from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, Wire, drafted

TABLE = "| Any | M€ |\n| --- | --- |\n| 2027 | 4 |"


def grid(desk: Desk) -> None:
    """Open the table."""
    desk.text.get_by_role("button", name="Edita la taula").click()


def fill(desk: Desk, **cells: str) -> None:
    """Write into cells: `fill(desk, a1="2027")` is the first column of the first row."""
    for place, words in cells.items():
        column = "ab".index(place[0]) + 1
        desk.page.get_by_label(f"Fila {place[1:]}, columna {column}").fill(words)


def save(desk: Desk) -> None:
    """Write the table into the text."""
    desk.page.get_by_role("button", name="Desa la taula").click()


def test_a_table_stays_whole_when_one_writes_beside_it(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), f"Abans.\n\n{TABLE}\n\nDesprés.")
    gava = sign_in(GAVA)
    wire = Wire(gava)
    mine, theirs = Desk(gava, paper), Desk(sign_in(MONTGAT), paper)
    grid(mine)
    fill(mine, a1="2030")
    theirs.place("Després.")
    theirs.write(" Fi.")
    theirs.place("Abans.")
    theirs.write(" Ara.")
    grid(theirs)
    fill(theirs, b1="5")
    theirs.page.get_by_role("button", name="Afegeix una fila").click()
    fill(theirs, a2="2031")
    save(theirs)
    mine.shows("Després. Fi.")
    expect(mine.text.get_by_role("cell", name="2031", include_hidden=True)).to_have_count(1)
    save(mine)
    for desk in (mine, theirs):
        desk.holds(f"Abans. Ara.\n\n{TABLE.replace('2027 | 4', '2030 | 5')}\n| 2031 |  |\n\nDesprés. Fi.")
    wire.cut()
    grid(mine)
    fill(mine, b2="7")
    mine.page.get_by_role("button", name="Afegeix una columna").click()
    save(mine)
    grid(theirs)
    fill(theirs, a1="2029")
    save(theirs)
    theirs.status("saved")
    wire.mend()
    rows = "| Any | M€ |  |\n| --- | --- | --- |\n| 2029 | 5 |  |\n| 2031 | 7 |  |"
    for desk in (mine, theirs):
        desk.holds(f"Abans. Ara.\n\n{rows}\n\nDesprés. Fi.")
        expect(desk.text.get_by_role("table")).to_have_count(1)
        expect(desk.text.get_by_role("cell")).to_contain_text(["2029", "5", "", "2031", "7", ""])
