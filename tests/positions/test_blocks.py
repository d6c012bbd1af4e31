import pytest
from hypothesis import given

from positions.blocks import blocks
from tests.strategies import any_text

CASES = [
    ("", []),
    ("\n\n", ["paragraph 0 \n\n"]),
    ("\n\nText", ["paragraph 0 \n\nText"]),
    ("# Títol\nText\n", ["heading 1 # Títol\n", "paragraph 0 Text\n"]),
    ("#hashtag\n", ["paragraph 0 #hashtag\n"]),
    ("Títol\n===\n\nText", ["heading 1 Títol\n===\n\n", "paragraph 0 Text"]),
    ("Títol\n---\nText", ["heading 2 Títol\n---\n", "paragraph 0 Text"]),
    ("a\n\n---\nb", ["paragraph 0 a\n\n", "rule 0 ---\n", "paragraph 0 b"]),
    ("una\nfrase\n\n\naltra", ["paragraph 0 una\nfrase\n\n\n", "paragraph 0 altra"]),
    ("- a\n  b\n- c", ["list_item 1 - a\n  b\n", "list_item 1 - c"]),
    ("- a\n  - b\n    - c\n- d", ["list_item 1 - a\n", "list_item 2   - b\n", "list_item 3     - c\n", "list_item 1 - d"]),
    ("1. a\n\n   més\n2. b", ["list_item 1 1. a\n\n", "paragraph 1    més\n", "list_item 1 2. b"]),
    ("1. a\n   - b\n2. c", ["list_item 1 1. a\n", "list_item 2    - b\n", "list_item 1 2. c"]),
    ("El maig de\n1989. Fou", ["paragraph 0 El maig de\n1989. Fou"]),
    ("Llista:\n- a", ["paragraph 0 Llista:\n", "list_item 1 - a"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\nText", ["table_row 0 | a | b |\n|---|---|\n", "table_row 0 | 1 | 2 |\n\n", "paragraph 0 Text"]),
    ("Abans\na | b\n--|--\n1 | 2", ["paragraph 0 Abans\n", "table_row 0 a | b\n--|--\n", "table_row 0 1 | 2"]),
    ("a | b\n---\n", ["heading 2 a | b\n---\n"]),
    ("> a\n> b\nmandra\n\nText", ["quote 1 > a\n> b\nmandra\n\n", "paragraph 0 Text"]),
    ("> a\n>\n> b\n>> c", ["quote 1 > a\n>\n", "quote 1 > b\n", "quote 2 >> c"]),
    ("```py\na\n\n# b\n```\nText", ["code 0 ```py\na\n\n# b\n```\n", "paragraph 0 Text"]),
    ("~~~\n```\n~~~\n", ["code 0 ~~~\n```\n~~~\n"]),
    ("```\nmai tancat\n\n- a", ["code 0 ```\nmai tancat\n\n- a"]),
    ("- ```\n  - no\n  ```\n- b", ["list_item 1 - ```\n  - no\n  ```\n", "list_item 1 - b"]),
    ("    codi\n\n    més\nText", ["code 0     codi\n\n    més\n", "paragraph 0 Text"]),
    ("[^1]: Nota\n    llarga\n[^2]: Altra", ["footnote 0 [^1]: Nota\n    llarga\n", "footnote 0 [^2]: Altra"]),
    ("***\n**fort** text\n* a", ["rule 0 ***\n", "paragraph 0 **fort** text\n", "list_item 1 * a"]),
    ("a\r\n\r\nb", ["paragraph 0 a\r\n\r\n", "paragraph 0 b"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_texts_are_cut_where_markdown_cuts_them(text: str, expected: list[str]) -> None:
    found = [f"{block.kind} {block.level} {text[block.start : block.end]}" for block in blocks(text)]
    assert found == expected


@given(any_text)
def test_blocks_tile_the_text(text: str) -> None:
    found = blocks(text)
    assert "".join(text[block.start : block.end] for block in found) == text
    assert all(block.start < block.end for block in found)


@given(any_text)
def test_blank_lines_belong_to_the_block_before(text: str) -> None:
    for block in blocks(text)[1:]:
        assert text[block.start : block.end].split("\n", maxsplit=1)[0].strip(" \t\r")
