import pytest
from hypothesis import given

from positions.parallels import passages
from positions.publishing.passages import passage_html
from tests.strategies import any_text


def shown(text: str, at: int = 0) -> str:
    return passage_html(passages(text)[at]).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "at", "html"),
    [
        ("## Context **nou**\n", 0, "<h2>Context <strong>nou</strong></h2>"),
        ("- una\n  - dues\n", 1, "<ul><li>dues</li></ul>"),
        ("3. tres\n", 0, '<ol start="3"><li>tres</li></ol>'),
        ("[^1]: Una nota.\n", 0, "<p>(1) Una nota.</p>"),
        ("<script>x</script>\n", 0, "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_a_passage_is_shown_as_the_page_shows_it(text: str, at: int, html: str) -> None:
    assert shown(text, at) == html


def test_a_row_of_a_table_is_a_row() -> None:
    table = "| Any | Cabal |\n| --- | ---: |\n| 2025 | <th> |\n"
    assert shown(table, 0).startswith("<table><thead><tr><th>Any</th>")
    assert shown(table, 1) == "<table><tbody><tr><td>2025</td><td>&lt;th&gt;</td></tr></tbody></table>"


@given(any_text)
def test_no_passage_brings_an_id(text: str) -> None:
    assert all(' id="' not in passage_html(passage) for passage in passages(text))
