"""What goes into a dossier is written for people and for programs, under names that every system can write."""

import json

import pytest

from positions.enclosures import (
    Annex,
    Sources,
    Text,
    annex_files,
    cover_file,
    sent_version,
    table_files,
    text_files,
)

TEXT = Text("ver_1", "en", 2, "v1.0", "a" * 64, "b" * 64, "# Waters\n")


def test_a_text_is_kept_byte_for_byte() -> None:
    (file,) = text_files("AMB-PP-2026-001", [TEXT])
    assert (file.name, file.content) == ("texts/AMB-PP-2026-001-en.md", b"# Waters\n")
    assert sent_version("AMB-PP-2026-001", TEXT, is_courtesy=True).file == file.name


def test_tables_are_written_twice_and_empty_ones_not_at_all() -> None:
    row = (("code", "08019"), ("name", "=cmd()"), ("tacit", False), ("statement", None), ("text", '"a",\nb'))
    files = table_files(Sources((), (), (row,), (), (), ()))
    assert [file.name for file in files] == ["votes.csv", "votes.json"]
    assert files[0].content == b'code,name,tacit,statement,text\n08019,\'=cmd(),False,,"""a"",\nb"\n'
    assert json.loads(files[1].content) == [
        {"code": "08019", "name": "=cmd()", "tacit": False, "statement": None, "text": '"a",\nb'}
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("mapa.pdf", "annexes/01-mapa.pdf"),
        ("Mapa de l'àrea (1).PDF", "annexes/01-Mapa-de-l-rea-1-.PDF"),
        ("../../etc/passwd", "annexes/01-etc-passwd"),
        ("水.pdf", "annexes/01-pdf"),
        ("水", "annexes/01-file"),
        ("x" * 300 + ".pdf", f"annexes/01-{'x' * 80}.pdf"),
    ],
)
def test_annexes_are_numbered_under_plain_names(name: str, shown: str) -> None:
    annex = Annex("att_1", name, "application/pdf", 1, "0" * 64)
    (file,) = annex_files([annex], {"att_1": b"x"})
    assert file.name == shown
    assert file.name.isascii()


def test_the_covering_text_is_named_by_its_language() -> None:
    assert cover_file("Hola", "ca").name == "cover-ca.txt"
