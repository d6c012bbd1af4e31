"""Institutions, their channels, and what we do not know about them."""

import pytest

from positions.data.institutions import EU_LANGUAGES, accepted_languages, read_institutions
from positions.data.subjects import read_subjects


def test_the_table_is_whole() -> None:
    institutions = read_institutions()
    codes = [institution.code for institution in institutions]
    assert len(codes) == len(set(codes)) == 86
    for place, institution in enumerate(institutions):
        assert set(institution.names) == {"ca", "es", "en"}
        assert institution.channels
        assert institution.parent_code is None or institution.parent_code in codes[:place]


def test_no_limit_is_invented() -> None:
    for institution in read_institutions():
        for channel in institution.channels:
            assert not channel.is_verified
            assert (channel.max_characters, channel.max_bytes, channel.formats) == (None, None, None)
            assert channel.kind == channel.kind.upper()


def test_languages_are_codes() -> None:
    for institution in read_institutions():
        for channel in institution.channels:
            assert all(len(code) == 2 and code.islower() for code in channel.languages)


@pytest.mark.parametrize(
    ("cell", "languages"),
    [
        ("EU-24", EU_LANGUAGES),
        ("EU-24 (Catalan by administrative arrangement)", EU_LANGUAGES),
        ("es|en", ("es", "en")),
        ("", ()),
    ],
)
def test_groups_are_spelled_out(cell: str, languages: tuple[str, ...]) -> None:
    assert accepted_languages(cell) == languages


def test_subjects_of_institutions_exist() -> None:
    known = {subject.code for subject in read_subjects()}
    for institution in read_institutions():
        assert set(institution.subject_codes) <= known


def test_there_are_24_official_languages_without_catalan() -> None:
    assert len(set(EU_LANGUAGES)) == 24
    assert "ca" not in EU_LANGUAGES
