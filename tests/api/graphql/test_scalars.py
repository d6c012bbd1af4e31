import pytest

from api.graphql.scalars import in_language

TEXTS = {"ca": "Aigua", "en": "Water", "pt-BR": "Água"}


@pytest.mark.parametrize(
    ("language", "exact", "nearest"),
    [
        ("en", "Water", "Water"),
        ("EN", "Water", "Water"),  # tags are the same in any case
        ("pt-br", "Água", "Água"),
        ("en-GB", None, "Water"),
        ("fr", None, "Aigua"),
    ],
)
def test_a_text_in_a_language_or_the_nearest(language: str, exact: str | None, nearest: str) -> None:
    assert in_language(TEXTS, language) == exact
    assert in_language(TEXTS, language, fallback=True) == nearest


def test_no_text_at_all() -> None:
    assert in_language({}, "ca", fallback=True) is None
