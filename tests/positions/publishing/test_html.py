import pytest

from positions.publishing.html import clean, inline


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p onclick=x>a</p>", "<p>a</p>"),
        ("a<script>b</script>c", "ac"),
        ('<a href="javascript:x">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="/x">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ("<ins>a</ins><del>b</del>", "<ins>a</ins><del>b</del>"),
        ("<img src=x><input>", ""),
    ],
)
def test_the_second_fence_holds_without_the_first(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned


def test_a_line_has_no_paragraph_around_it() -> None:
    assert inline("**a** <b>") == "<strong>a</strong> &lt;b&gt;"
