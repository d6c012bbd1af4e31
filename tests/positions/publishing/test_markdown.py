import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.comparison import compare
from positions.publishing.markdown import comparison_html, render
from tests.strategies import any_text, text_pairs

VOID = {"br", "hr"}
HARMFUL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b onclick=alert(1)>a</b>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&#58;alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:x)",
    "[a](//evil.example)",
    "[a](\\\\evil.example)",
    "<javascript:alert(1)>",
    "![a](https://evil.example/pixel.png)",
    "[a]: javascript:alert(1)\n\n[a]",
    '[a](https://a.cat "x\\" onmouseover=\\"alert(1)")',
    "</div></body><iframe src=https://evil.example>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "<style>*{display:none}</style>",
    "| <svg onload=alert(1)> | b |\n|---|---|\n| 1 | 2 |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


class Page(HTMLParser):
    """What a browser would see: elements in order, whether they nest, links and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def assert_harmless(html: str) -> Page:
    page = Page(html)
    assert page.open == []
    assert page.tags.isdisjoint(
        {"script", "style", "iframe", "img", "svg", "input", "form", "object", "base", "meta"}
    )
    assert page.attributes <= {"id", "class", "href", "title", "rel", "start", "value"}
    assert all(re.match(r"https?://[^\s]|mailto:|#", link, re.IGNORECASE) for link in page.links)
    return page


@pytest.mark.parametrize("text", HARMFUL)
def test_smuggled_markup_is_text(text: str) -> None:
    assert_harmless(render(text))
    assert_harmless(comparison_html(compare(text, f"{text} i"), text, f"{text} i"))
    assert_harmless(comparison_html(compare("", text), "", text))


@given(st.one_of(any_text, st.lists(st.sampled_from(HARMFUL)).map("\n\n".join)))
def test_any_text_renders_harmless(text: str) -> None:
    assert_harmless(render(text))


@given(text_pairs())
def test_any_comparison_renders_harmless_and_leaves_no_sign_behind(pair: tuple[str, str]) -> None:
    html = comparison_html(compare(*pair), *pair)
    assert_harmless(html)
    if not re.search("[\ue000-\ue002]", "".join(pair)):
        assert not re.search("[\ue000-\ue002]", html)


def test_documents_keep_their_shape() -> None:
    html = render(
        "# L'aigua\n\n# L'aigua\n\n- [x] fet\n- [ ] **per** fer\n\n| a | b |\n|:--|--:|\n| ~~c~~ | d |\n\nNota[^1].\n\n[^1]: Al peu.\n"
    )
    for piece in (
        '<h1 id="s-l-aigua">',
        '<h1 id="s-l-aigua-2">',
        "☑ fet",
        "☐ <strong>per</strong> fer",
        '<td class="align-right">d</td>',
        "<s>c</s>",
        'href="#fn1"',
        'id="fn1"',
    ):
        assert piece in html


@pytest.mark.parametrize("link", ["https://amb.cat/a?b=c", "http://amb.cat", "mailto:a@amb.cat", "#s-resum"])
def test_good_links_stay(link: str) -> None:
    assert Page(render(f"[enllaç]({link})")).links == [link]


@pytest.mark.parametrize("link", ["/relatiu", "fitxer.html", "ftp://amb.cat", "tel:112", "https:amb.cat"])
def test_other_links_are_words(link: str) -> None:
    assert Page(render(f"[enllaç]({link})")).links == []


def test_an_image_is_its_alternative_text() -> None:
    assert render("![Mapa de l'àrea](https://amb.cat/mapa.png)") == "<p>Mapa de l'àrea</p>\n"


CHANGES = [
    ("Els municipis volen aigua.", "Els municipis volen aire.", '<p class="changed">Els municipis volen <del>aigua</del><ins>aire</ins>.</p>'),
    ("# Títol\n", "## Títol\n", '<h2 class="changed markup-only m-heading_level-2">Títol</h2>'),
    ("- un punt més\n", "- un punt menys\n", '<li class="changed">un punt <del>més</del><ins>menys</ins></li>'),
    ("3. un punt més\n", "3. un punt menys\n", '<li class="changed" value="3">un punt'),
    ("> una cita\n> llarga\n", "> una cita\n> molt llarga\n", "<blockquote class=\"changed\"><p>una cita\n<ins>molt </ins>llarga"),
    ("Molt **bo i** barat", "Molt **bo, bonic i** barat", "Molt <strong>bo<ins>, bonic</ins> i</strong> barat"),
    ("Tots volen la pau", "Tots volen **la** pau", '<p class="changed markup-only m-bold-added">Tots volen <strong>'),
    ("[web](https://a.cat) nostra", "[web](https://b.cat) nostra", "<del>web</del><a href=\"https://b.cat\" rel=\"noopener noreferrer\"><ins>web</ins></a> nostra</p>"),
    ("Vegeu [el pla](https://a.cat) d'ara", "Vegeu [el bon pla](https://a.cat) d'ara", ">el <ins>bon </ins>pla</a> d'ara</p>"),
    ("Fora [web](https://a.cat)\n\nFi", "Fi", '<p class="removed"><del>Fora web</del></p>'),
    ("Un pla amb `codi` per a tothom i text", "Un pla amb **codi** per a tothom i bon text", "Un pla amb <del>codi</del><strong><ins>codi</ins></strong> per a tothom i <ins>bon </ins>text</p>"),
    ("Tots volen la pau", "Tots volen `la` pau", '<p class="changed markup-only m-code-added">Tots volen <code>la</code> pau</p>'),
    ("volen la pau d'aquí i d'allà", "volen _la_ bona pau d'aquí i d'allà", 'volen <em>la</em> <ins>bona</ins> pau'),
    ("- [ ] una cosa per fer", "- [x] una cosa per fer", "<del>☐</del><ins>☑</ins> una cosa per fer</li>"),
    ("| a | b |\n|---|---|\n| 3 | 4 |", "| a | b | c |\n|---|---|---|\n| 5 | 4 | y |", "<tr class=\"changed\"><td><del>3</del><ins>5</ins></td><td>4</td><td><ins>y</ins></td></tr>"),
    ("| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |", "| a | c |\n|---|---|\n| 1 | 3 |", "<th>a</th><th><del>b</del></th><th>c</th></tr>\n<tr class=\"changed\"><td>1</td><td><del>2</del></td><td>3</td></tr>"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 3 |", "<td>1</td><td><del>2</del><ins>3</ins></td>"),
    ("```\na = 1\n```\n", "```\na = 2\n```\n", "<code>a = <del>1</del><ins>2</ins></code>"),
    ("", "Nou **text**.", '<p class="added"><ins>Nou </ins><strong><ins>text</ins></strong><ins>.</ins></p>'),
    ("Vell.", "", '<p class="removed"><del>Vell.</del></p>'),
    ("una frase\nllarga", "una\nfrase llarga", '<p class="changed markup-only m-wrapping">una\nfrase llarga</p>'),
    ("- tres\n\nFi", "- tres\n- quatre\n\nFi", '<li class="unchanged">tres</li>\n<li class="added"><ins>quatre</ins></li>'),
    ("2 * 3 * 4 fan", "2 * 3 fan", "<del>* 4 </del>"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "head", "expected"), CHANGES)
def test_changes_are_marked_inside_their_blocks(base: str, head: str, expected: str) -> None:
    assert expected in comparison_html(compare(base, head), base, head)


def test_moved_blocks_are_shown_once_at_their_new_place() -> None:
    parts = [f"Un paràgraf prou llarg per ser trobat arreu, número {number}.\n\n" for number in range(4)]
    base, head = "".join(parts), "".join([*parts[1:], parts[0]])
    html = comparison_html(compare(base, head), base, head)
    assert html.count("<p") == len(parts)
    assert "<ins>" not in html
    _, away, *_, here, _ = html.splitlines()
    assert away.startswith('<div class="moved-away" id="left-1"><a href="#moved-1"')
    assert here.startswith('<p class="moved" id="moved-1"><a class="moved-from" href="#left-1"')


PLACES = [
    ("- ", "\n", "<li"),
    ("| ", " | a |\n", "<tr"),
    ("[^{}]: ", "\n\n", "<div"),
    ("> ", "\n\n", "<div"),
    ("## ", "\n\n", "<div"),
]


@pytest.mark.parametrize(("before", "after", "tag"), PLACES)
def test_every_kind_of_block_that_moved_is_linked_both_ways(before: str, after: str, tag: str) -> None:
    head_row = "| a | b |\n|---|---|\n" if before == "| " else ""
    parts = [
        f"{before.format(number)}Una part prou llarga per ser trobada arreu, número {number}{after}"
        for number in range(5)
    ]
    base, head = head_row + "".join(parts), head_row + "".join([*parts[1:], parts[0]])
    html = comparison_html(compare(base, head), base, head)
    assert f'{tag} class="moved-away" id="left-1"' in html
    assert ' id="moved-1"' in html
    assert 'href="#left-1"' in html


def test_an_ask_can_be_named_by_a_link() -> None:
    shown = render(
        "**D1.** Una.\n\n- **D2.** Dues.\n- [ ] **D4.** Quatre.\n\nEl **D3.** no.\n\n## **D5.** no\n\n**D1.** Repetida.\n"
    )
    assert '<p id="D1"><strong>D1.</strong> Una.</p>' in shown
    assert '<li id="D2">' in shown
    assert '<li class="task-list-item" id="D4">' in shown
    assert shown.count('id="D') == 3
