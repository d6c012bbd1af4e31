"""One passage that fails to be shown never takes the others with it."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from positions import comparison
from positions.comparison import compare
from positions.publishing import differences
from positions.publishing.markdown import comparison_html
from tests.positions.publishing.test_markdown import assert_harmless

BASE = "# Aigües\n\nUn paràgraf.\n\n- un punt\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEl final <b>vell</b>.\n"
HEAD = "# Aigües\n\nUn bon paràgraf.\n\n- un bon punt\n\n| a | b |\n|---|---|\n| 1 | 3 |\n\nEl final <b>nou</b>.\n"

FAILING = [
    ("bon paràgraf", '<div class="changed as-source"><code class="source">Un <ins>bon </ins>paràgraf.</code></div>'),
    ("bon punt", '<li class="changed as-source"><code class="source">- un <ins>bon </ins>punt</code></li>'),
    ("nou", '<div class="changed as-source"><code class="source">El final &lt;b&gt;<del>vell</del><ins>nou</ins>'),
]  # fmt: skip


@pytest.mark.parametrize(("words", "shown"), FAILING)
@pytest.mark.parametrize("function", ["inline", "signed"])
def test_one_failing_diff_never_empties_the_others_openslides_5834(
    monkeypatch: pytest.MonkeyPatch, function: str, words: str, shown: str
) -> None:
    works = getattr(differences, function)

    def fails(given: Any, *more: object) -> object:
        text = given if isinstance(given, str) else "".join(change.text for change in given)
        if words.rsplit(maxsplit=1)[-1] in text.replace("\ue000", ""):
            raise RuntimeError("no")
        return works(given, *more)

    monkeypatch.setattr(differences, function, fails)
    with capture_logs() as logs:
        html = comparison_html(compare(BASE, HEAD), BASE, HEAD)
    assert_harmless(html)
    assert shown in html
    assert html.count("as-source") == 1
    assert html.count("changed") > html.count("as-source")
    assert [(one["event"], one["log_level"]) for one in logs] == [("comparison_passage_failed", "error")]


def test_a_field_that_is_no_text_does_not_crash_the_page_decidim_5522() -> None:
    odd = "```\n\x00\n```\n\n&#xD800; &#0;\n\n[a](<b c>)\n"
    html = comparison_html(compare(odd, f"{odd}\nNou.\n"), odd, f"{odd}\nNou.\n")
    assert_harmless(html)
    assert "<ins>Nou.</ins>" in html


def test_of_too_many_blocks_what_changed_is_shown_as_written_and_the_rest_rendered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(comparison, "MAX_BLOCKS", 2)
    html = comparison_html(compare(BASE, HEAD), BASE, HEAD)
    assert_harmless(html)
    assert '<div class="changed as-source"><code class="source"># Aigües' in html
    assert "Un <ins>bon </ins>paràgraf." in html
    assert "| 1 | <del>2</del><ins>3</ins> |" in html
    monkeypatch.setattr(comparison, "MAX_BLOCKS", 3)
    head = BASE + "\nUn **afegit**.\n"
    html = comparison_html(compare(BASE, head), BASE, head)
    assert "<td>1</td>" in html
    assert "<ins>Un <strong>afegit</strong>.</ins>" in html.replace(
        "</ins><strong><ins>", "<strong>"
    ).replace("</ins></strong><ins>", "</strong>")
