"""What changed since I last read: in one click, in one column or two, by keyboard, and read once it was seen."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Paper, drafted, tell, until
from tests.browser.people import Person

MOVED = "El passatge que es mou parla de la reutilització de l'aigua a les ciutats del litoral."
STILL = "\n\n".join(f"El paràgraf {number} no canvia gens ni mica en tot el text." for number in range(8))
BEFORE = f"# Aigües\n\n{MOVED}\n\nEl termini és de deu anys.\n\n{STILL}\n\n## Demandes\n\n- **D1.** Un pla.\n- **D2.** Recursos.\n"
AFTER = f"# Aigües\n\nEl termini és de quinze anys.\n\n{STILL}\n\n{MOVED}\n\n### Demandes\n\n- **D1.** Un bon pla.\n- **D2.** Recursos.\n"

MARK_READ = (
    "mutation($input: MarkReadInput!) { markRead(input: $input) { userErrors { path code message } } }"
)
BASELINES = "query($id: ID!) { node(id: $id) { ... on Document { viewerBaselines { kind unseen } } } }"


def changed(coordinator: Person, gava: Person, montgat: Person) -> Paper:
    """A paper that Gavà read before Montgat wrote in it."""
    paper = drafted(coordinator, BEFORE, title="Canvis per llegir")
    tell(gava, MARK_READ, documentId=paper.document_id)
    paper.edit(montgat, AFTER)
    return paper


def unseen(person: Person, paper: Paper) -> int:
    (read,) = person.graphql(BASELINES, id=paper.document_id)["node"]["viewerBaselines"]
    return int(read["unseen"])


def is_in_view(page: Page) -> bool:
    return bool(
        page.evaluate(
            "(({ top }) => top >= 0 && top < window.innerHeight)(document.activeElement.getBoundingClientRect())"
        )
    )


def in_one_column(gava: Person) -> None:
    """One click from my work: what came, whose it is, by key, said as it is."""
    page = gava.page
    text = page.locator(".compared")
    expect(page.get_by_role("heading", name="Qui ho ha escrit")).to_be_visible()
    expect(page.get_by_role("region", name="Qui ho ha escrit").get_by_text("Montgat")).to_be_visible()
    assert page.get_by_role("heading", level=1).count() == 1
    expect(text.get_by_role("heading", name="Aigües", level=3)).to_be_visible()
    expect(text.get_by_text("Ara és un títol de nivell 3")).to_be_visible()
    expect(text.locator("ins", has_text="quinze")).to_have_text(re.compile("afegit: quinze fi del canvi"))
    page.keyboard.press("j")
    expect(page.get_by_text("Canvi 1 de 4")).to_be_visible()
    expect(text.locator("[data-stop='0']")).to_be_focused()
    page.keyboard.press("k")
    expect(text.locator("[data-stop='3']")).to_be_focused()
    assert is_in_view(page)
    text.get_by_role("link", name=re.compile("^Mogut més avall")).click()
    expect(text.locator("#moved-1")).to_be_focused()
    text.get_by_role("link", name=re.compile("^Mogut: abans")).click()
    expect(text.locator("#left-1")).to_be_focused()
    gava.look("changes-inline", "phone")


def folded(page: Page) -> None:
    """What did not change is folded, and opens for who wants all of it, and on paper."""
    fold = page.locator(".compared details")
    expect(fold).to_have_count(1)
    expect(fold.get_by_text("El paràgraf 3 no canvia")).not_to_be_visible()
    show = page.get_by_role("button", name="Mostra-ho tot")
    show.click()
    expect(fold.get_by_text("El paràgraf 3 no canvia")).to_be_visible()
    show.click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(fold).to_have_attribute("open", "")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(fold).not_to_have_attribute("open", "")


def in_two_columns(gava: Person) -> None:
    """The choice stands in the address and in this browser."""
    page = gava.page
    page.get_by_role("button", name="De costat").click()
    expect(page).to_have_url(re.compile("vista=costat"))
    pair = page.locator(".pair[data-stop]").filter(has_text="El termini")
    expect(pair.locator(".before")).to_contain_text("deu")
    expect(pair.locator(".before")).not_to_contain_text("quinze")
    expect(pair.locator(".after")).to_contain_text("quinze")
    expect(pair.locator(".after")).not_to_contain_text("deu")
    tops = pair.locator("p").evaluate_all("found => found.map(one => one.getBoundingClientRect().top)")
    assert max(tops) - min(tops) < 2, tops
    page.keyboard.press("j")
    expect(page.locator(".pair[data-stop='0']")).to_be_focused()
    gava.look("changes-sides")
    page.goto(page.url.replace("vista=costat", ""))
    expect(page.locator(".compared.sides")).to_be_visible()


def test_what_is_new_is_one_click_away_and_read_once_it_was_seen(sign_in: SignIn) -> None:
    coordinator, gava, montgat = sign_in(COORDINATOR), sign_in(GAVA), sign_in(MONTGAT)
    paper = changed(coordinator, gava, montgat)
    page = gava.go("/")
    page.locator(f"a[href*='{paper.reference}/canvis']", has_text="Mira els canvis").click()
    expect(page).to_have_url(re.compile("des=lectura"))
    in_one_column(gava)
    folded(page)
    page.keyboard.press("End")
    until(page, lambda: unseen(gava, paper) == 0)
    expect(page.get_by_text("Llegit fins aquí")).to_be_visible()
    expect(page.locator(".compared").get_by_text("quinze").first).to_be_visible()
    in_two_columns(gava)
    page = gava.go(f"{paper.path}/canvis")
    expect(page.get_by_text("Res de nou des de la meva última lectura")).to_be_visible()
    assert gava.complaints == []


def test_one_passage_that_fails_never_empties_the_page_openslides_5834(sign_in: SignIn) -> None:
    coordinator, gava, montgat = sign_in(COORDINATOR), sign_in(GAVA), sign_in(MONTGAT)
    paper = changed(coordinator, gava, montgat)
    gava.page.add_init_script(
        """const prepend = Element.prototype.prepend;
        Element.prototype.prepend = function (...given) {
          if (this.matches("ins") && this.textContent.includes("quinze")) throw new Error("no");
          return prepend.apply(this, given);
        };"""
    )
    page = gava.go(f"{paper.path}/canvis?des=lectura")
    text = page.locator(".compared")
    expect(text.get_by_text("Aquest passatge no s'ha pogut mostrar amb format")).to_be_visible()
    expect(text.locator(".as-source")).to_contain_text("quinze anys")
    expect(text.locator("ins").filter(has_text="bon")).to_be_visible()
    assert len(gava.complaints) == 1


MARKED = f"""# Mobilitat

Els municipis volen un **gran** pla de mobilitat amb una [agenda](https://a.cat) comuna i un fons propi per a `trens` i autobusos.

{STILL}

| Municipi | Línies |
|---|---|
| Gavà | 3 |

- **D1.** Un pla.
- **D2.** Recursos.

Fi.
"""
REMARKED = (
    MARKED.replace("**gran**", "gran")
    .replace("a.cat", "b.cat")
    .replace("`trens`", "**trens**")
    .replace("propi", "estable")
    .replace("Línies |\n|---|---|\n| Gavà | 3 |", "Línies | Nits |\n|---|---|---|\n| Gavà | 5 | 2 |")
    .replace("Recursos.\n", "Recursos.\n- **D3.** Una **oficina** de les ciutats.\n")
)


def compared_marks(sign_in: SignIn) -> Person:
    """Somebody who looks at what changed in words, marks, a table and a list at once."""
    coordinator, gava = sign_in(COORDINATOR), sign_in(GAVA)
    paper = drafted(coordinator, MARKED, title="Marques i paraules")
    paper.save(coordinator, "v0.1")
    paper.edit(coordinator, REMARKED)
    paper.save(coordinator, "v0.2")
    gava.go(f"{paper.path}/canvis?de=1&a=2")
    gava.page.locator(".compared table").wait_for()
    return gava


def test_nobody_meets_raw_markdown_where_marks_and_words_changed_together(sign_in: SignIn) -> None:
    gava = compared_marks(sign_in)
    text = gava.page.locator(".compared")
    tag = text.locator(".tag").first
    expect(tag).to_have_text("Negreta treta · Negreta afegida · Lletra de codi treta · Canvia l'enllaç")
    assert not re.search(r"\*\*|https?:|`|\||\]\(", text.inner_text())
    expect(text.locator("tr", has_text="Gavà").locator("td")).to_have_count(3)
    expect(text.get_by_text("Canvia l'alineació")).to_have_count(0)
    gava.look("changes-marks", "phone")
    assert gava.complaints == []


def test_a_new_last_item_leaves_the_one_before_it_alone(sign_in: SignIn) -> None:
    page = compared_marks(sign_in).page
    text = page.locator(".compared")
    expect(text.locator("li[data-stop]")).to_have_count(1)
    expect(text.get_by_text("es trenquen les línies")).to_have_count(0)
    expect(page.get_by_text("4 passatges amb canvis")).to_be_visible()


def test_a_screen_reader_hears_a_new_ask_once_with_its_key(sign_in: SignIn) -> None:
    item = compared_marks(sign_in).page.locator(".compared li[data-stop]")
    expect(item).to_have_text(re.compile(r"^\s*afegit: D3\. Una oficina de les ciutats\. fi del canvi\s*$"))


def test_a_printed_comparison_is_the_whole_text_and_says_how_to_read_it(sign_in: SignIn) -> None:
    page = compared_marks(sign_in).page
    page.emulate_media(media="print")
    expect(page.get_by_text("Des de v0.1 · versió 1 · Fins a v0.2 · versió 2")).to_be_visible()
    expect(page.get_by_text("Com es llegeix: afegit, suprimit")).to_be_visible()
    expect(page.get_by_text("paràgrafs sense canvis")).not_to_be_visible()
    expect(page.get_by_text("El paràgraf 3 no canvia")).to_be_visible()
    expect(page.get_by_text("Fitxa de la posició")).not_to_be_visible()


def test_one_column_or_two_never_takes_away_what_was_drawn(sign_in: SignIn) -> None:
    page = compared_marks(sign_in).page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or ""))
    page.get_by_role("button", name="De costat").click()
    expect(page.locator(".compared.sides").get_by_text("oficina")).to_be_visible()
    assert not [query for query in asked if "html" in query]
