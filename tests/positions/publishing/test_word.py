"""Files brought in: what survives, what becomes plain, what is refused."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pypandoc
import pytest

from positions.documents import normalise
from positions.errors import Invalid, LimitExceeded, Refusal, Unsupported
from positions.publishing import word
from positions.publishing.word import convert

FILES = Path(__file__).parents[2] / "files"

RICH = """# Títol amb **força**

Un paràgraf amb **negreta**, *cursiva*, ~~ratllat~~, un [enllaç](https://www.amb.cat) i una nota[^1].

## Llistes

- u
- dos
  - dos i mig

1. primer
2. segon

- [ ] per fer
- [x] fet

> Una cita.

| Municipi | Dies |
|---|---:|
| Sant Adrià \\| Besòs | 8 |
| **Montgat** | 5 |

[^1]: La nota, amb *cursiva*.
"""


def written(text: str, kind: str, folder: Path, source: str = "markdown") -> bytes:
    """An office file of this Markdown, as pandoc writes it."""
    path = folder / f"written.{kind}"
    command = [pypandoc.get_pandoc_path(), "-f", source, "-o", str(path)]
    subprocess.run(command, input=text.encode(), check=True, timeout=60)
    return path.read_bytes()


def refusal_of(name: str, content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        convert(name, content)
    return caught.value.reason


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_staff_write_survives(kind: str, tmp_path: Path) -> None:
    text = convert(f"text.{kind}", written(RICH, kind, tmp_path))
    for passage in (
        "# Títol amb **força**",
        "**negreta**, *cursiva*, ~~ratllat~~, un [enllaç](https://www.amb.cat) i una nota[^1].",
        "## Llistes",
        "- u\n",
        "- dos\n",
        "  - dos i mig\n",
        "1. primer\n2. segon",
        "> Una cita.",
        "| Sant Adrià \\| Besòs | 8 |",
        "| **Montgat** | 5 |",
        "[^1]: La nota, amb *cursiva*.",
    ):
        assert passage in text


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_paper_comes_back_as_it_left(kind: str) -> None:
    text = convert(f"paper.{kind}", (FILES / f"aigues-residuals.{kind}").read_bytes())
    assert text.startswith("# Aplicar la Directiva d'aigües residuals urbanes a escala metropolitana\n")
    assert text.count("\n**D") == 5
    assert "| Besòs | mar | 341.000 | 525.000 |" in text
    assert "[Directiva (UE) 2024/3019](http://data.europa.eu/eli/dir/2024/3019/oj),[^1]" in text
    assert "\n[^2]: Padró municipal d'habitants, xifres de 2017.\n" in text


def test_the_same_text_twice_through_word_is_the_same(tmp_path: Path) -> None:
    once = convert("a.docx", (FILES / "aigues-residuals.docx").read_bytes())
    assert convert("b.docx", written(once, "docx", tmp_path, "gfm")) == once


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_nothing_harmful_comes_in(kind: str, tmp_path: Path) -> None:
    source = "[clic](javascript:alert(1)) i [fitxer](file:///etc/passwd) i [bo](mailto:a@b.cat)\n\n<b>brut</b> \\<script>\n"
    text = convert(f"x.{kind}", written(source, kind, tmp_path))
    assert "javascript" not in text
    assert "file:" not in text
    assert "[bo](mailto:a@b.cat)" in text
    assert "<b>" not in text
    assert "\\<script" in text


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_cells_with_lists_become_one_line(kind: str, tmp_path: Path) -> None:
    grid = "+---+-----+\n| a | - x |\n|   | - y |\n+---+-----+\n| b | c   |\n+---+-----+\n"
    text = convert(f"x.{kind}", written(grid, kind, tmp_path))
    assert "| a | x; y |\n|---|---|\n| b | c |" in text


def test_pictures_become_their_words(tmp_path: Path) -> None:
    dot = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
        "48afa4710000000049454e44ae426082"
    )
    picture = tmp_path / "dot.png"
    picture.write_bytes(dot)
    text = convert(
        "x.docx", written(f"Abans ![un mapa]({picture}) i ![]({picture}) després.", "docx", tmp_path)
    )
    assert text == "Abans *un mapa* i *(imatge)* després.\n"


def test_title_and_author_styles_are_not_lost(tmp_path: Path) -> None:
    source = "---\ntitle: El títol\nsubtitle: El subtítol\nauthor: Ajuntament\n---\n\n# Resum\n\nText.\n"
    text = convert("x.docx", written(source, "docx", tmp_path))
    assert text == "# El títol\n\n*El subtítol*\n\n*Ajuntament*\n\n## Resum\n\nText.\n"


def test_markdown_is_taken_as_it_is() -> None:
    assert convert("x.md", "\ufeff# Títol\r\n\r\ntext\r\n".encode()) == "# Títol\n\ntext\n"
    assert convert("X.MD", "e\u0301s".encode()) == "és"
    assert normalise(RICH) == convert("x.md", RICH.encode())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("paper.pdf", b"%PDF", "file_type_unknown"),
        ("paper.doc", b"x", "file_type_unknown"),
        ("paper", b"x", "file_type_unknown"),
        ("paper.docx", b"", "file_empty"),
        ("paper.md", b" \n", "file_empty"),
        ("paper.md", b"\xff\xfe\x00", "file_not_text"),
        ("paper.md", b"a\x00b", "text_has_nul"),
        ("paper.docx", b"words", "file_not_docx"),
        ("paper.odt", b"words", "file_not_odt"),
    ],
)
def test_refusals(name: str, content: bytes, reason: str) -> None:
    assert refusal_of(name, content) == reason


def test_refusals_are_of_their_kind() -> None:
    with pytest.raises(Unsupported):
        convert("x.rtf", b"x")
    with pytest.raises(LimitExceeded) as caught:
        convert("x.docx", bytes(word.MAX_FILE_BYTES + 1))
    assert (caught.value.reason, caught.value.fields) == ("file_too_large", {"megabytes": 20})
    with pytest.raises(LimitExceeded):
        convert("x.md", b"a" * 2_000_001)


def test_a_file_without_text_is_empty(tmp_path: Path) -> None:
    assert refusal_of("x.docx", written("", "docx", tmp_path)) == "file_empty"


def test_a_docx_whose_parts_make_no_document() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
        archive.writestr("_rels/.rels", "<Relationships/>")
    assert refusal_of("x.docx", content.getvalue()) == "file_conversion_failed"


def test_a_conversion_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "TIMEOUT_SECONDS", 0.001)
    with pytest.raises(Invalid) as caught:
        convert("x.docx", (FILES / "aigues-residuals.docx").read_bytes())
    assert caught.value.reason == "file_conversion_failed"
