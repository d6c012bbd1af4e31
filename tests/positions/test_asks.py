import pytest
from hypothesis import given

from positions.asks import Ask, asks, duplicate_keys
from tests.strategies import any_text

PAPER = """# Demandes

**D1.** Que la directiva **reconegui** els municipis.

- **D2.** Que hi hagi [recursos](https://amb.cat)
  suficients.
  - **D3.** I terminis clars.
1. [ ] __D10.__ Una de marcada.

El **D4.** al mig no compta, ni D5. sense marques.

> **D6.** citada
"""


def test_asks_are_paragraphs_and_entries_that_begin_with_their_key() -> None:
    found = asks(PAPER)
    assert [(ask.key, ask.text) for ask in found] == [
        ("D1", "Que la directiva reconegui els municipis."),
        ("D2", "Que hi hagi recursos suficients."),
        ("D3", "I terminis clars."),
        ("D10", "Una de marcada."),
    ]
    assert PAPER[found[1].start : found[1].end].startswith("**D2.** Que")
    assert PAPER[found[1].start : found[1].end].endswith("suficients.")


def test_a_text_may_begin_with_an_ask() -> None:
    assert asks("\n**D1.** Sí.\n") == (Ask("D1", "Sí.", 1, 12),)


@pytest.mark.parametrize(
    "text", ["**D1** Sense punt.", "**d1.** Minúscula.", "**1.** Sense lletra.", "## **D1.** Títol"]
)
def test_what_looks_nearly_like_an_ask_is_none(text: str) -> None:
    assert asks(text) == ()


def test_duplicate_keys_are_named_once() -> None:
    assert duplicate_keys("**D2.** a\n\n**D1.** b\n\n**D2.** c\n\n**D2.** d") == ("D2",)


@given(any_text)
def test_the_range_of_an_ask_holds_its_key(text: str) -> None:
    for ask in asks(text):
        assert text[ask.start : ask.end][2:].startswith(ask.key)
