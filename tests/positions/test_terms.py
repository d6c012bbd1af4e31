import pytest

from positions.data.glossary import read_glossary
from positions.terms import Entry, hints

GLOSSARY = [Entry(term.names, term.definition) for term in read_glossary()]


def terms(text: str, language: str = "ca", other: str = "en") -> list[tuple[str, str]]:
    return [(hint.term, hint.translation) for hint in hints(text, language, other, GLOSSARY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Els textos consolidats es voten.", [("text consolidat", "consolidated text")]),
        ("Un ESBORRANY ZERO", [("esborrany zero", "zero draft")]),
        ("Cap terme aquí.", []),
        ("", []),
    ],
)
def test_terms_are_found_whatever_their_number_case_and_accents(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [hint for hint in terms(text) if hint in expected] == expected


def test_of_a_term_inside_another_only_the_longer_is_told() -> None:
    assert ("esborrany", "draft") not in terms("L'esborrany zero")
    assert ("esborrany", "draft") in terms("L'esborrany")


def test_a_language_the_glossary_has_not_gets_no_hints() -> None:
    assert terms("Un esborrany", "ca", "fr") == []
    assert terms("Un esborrany", "ca", "ca-valencia") == []
    assert ("borrador", "draft") in terms("El borrador", "es-ES", "en-GB")
