"""Names and sizes of files are looked at before their content is."""

import pytest

from positions import attachments
from positions.attachments import MEDIA_TYPES, check_size, ending_of, file_name
from positions.errors import Invalid, LimitExceeded, Unsupported


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" Acta del Consell.pdf ", "Acta del Consell.pdf"),
        ("C:\\Users\\clara\\acta.pdf", "acta.pdf"),
        ("../../etc/acta.pdf", "acta.pdf"),
        ("l'a\u0300rea.pdf", "l'àrea.pdf"),
    ],
)
def test_a_name_has_no_folders(given: str, kept: str) -> None:
    assert file_name(given) == kept


@pytest.mark.parametrize(
    "given", ["", " . ", "a/", 'a".pdf', "a\r\nb.pdf", "a\x00.pdf", "a\u202e.pdf", "a|b.pdf"]
)
def test_a_name_has_no_signs_that_headers_stumble_over(given: str) -> None:
    with pytest.raises(Invalid, match="file_name_invalid"):
        file_name(given)


def test_a_name_has_an_end() -> None:
    with pytest.raises(LimitExceeded):
        file_name("a" * 201)


@pytest.mark.parametrize("ending", sorted(MEDIA_TYPES))
def test_the_types_that_are_kept(ending: str) -> None:
    assert ending_of(f"a.b.{ending.upper()}") == ending


@pytest.mark.parametrize(
    "name", ["page.html", "image.svg", "run.exe", "script.js", "pdf", "macro.docm", "a."]
)
def test_other_types_are_not(name: str) -> None:
    with pytest.raises(Unsupported, match="file_type_not_kept"):
        ending_of(name)


def test_a_file_is_neither_empty_nor_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_BYTES", 3)
    check_size(b"abc")
    with pytest.raises(Invalid):
        check_size(b"")
    with pytest.raises(LimitExceeded):
        check_size(b"abcd")
