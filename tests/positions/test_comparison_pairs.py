"""Comparisons of texts made to be hard, and of what went wrong for users of other systems."""

import random
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import alignment, pairing
from positions.changes import ChangeKind
from positions.comparison import BlockKind, Comparison, compare
from positions.documents import normalise
from tests.support.rebuilding import rebuilt_base, rebuilt_head
from tests.support.sources import ROOT

PROSE = "Els municipis metropolitans demanen que la directiva reconegui el paper de les ciutats en la gestió de l'aigua."
PARAGRAPHS = [f"Paràgraf {number}: {PROSE}" for number in range(12)]
SEED = 5


def compared(base: str, head: str) -> Comparison:
    """The comparison, once both texts were rebuilt from it."""
    comparison = compare(base, head)
    assert rebuilt_base(comparison, base) == base
    assert rebuilt_head(comparison, head) == head
    return comparison


def kinds(base: str, head: str) -> list[str]:
    return [block.kind.value for block in compared(base, head).blocks]


def touched(base: str, head: str) -> list[tuple[str, str]]:
    """What went and came, in order."""
    return [
        (change.kind.value, change.text)
        for block in compared(base, head).blocks
        for change in block.changes
        if change.kind is not ChangeKind.EQUAL
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_unicode_is_rebuilt(base: str, head: str) -> None:
    compared(base, head)


def test_another_process_with_another_hash_seed_compares_alike() -> None:
    code = "from tests.positions.test_comparison_pairs import told_twice; print(told_twice())"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{told_twice()}\n".encode()}


def told_twice() -> int:
    """A comparison as a number that any difference would change."""
    chance = random.Random(SEED)
    words = PROSE.split()
    base, head = ("\n\n".join(" ".join(chance.choices(words, k=9)) for _ in range(60)) for _ in range(2))
    comparison = compare(base, head)
    return sum(place * ord(sign) for place, sign in enumerate(repr(comparison)))


def test_shuffled_paragraphs_are_moved() -> None:
    shuffled = PARAGRAPHS.copy()
    random.Random(SEED).shuffle(shuffled)
    base, head = ("".join(f"{one}\n\n" for one in parts) for parts in (PARAGRAPHS, shuffled))
    assert set(kinds(base, head)) == {"UNCHANGED", "MOVED"}


def test_a_shuffled_table_of_20_000_rows_has_moved_rows() -> None:
    rows = [f"| r{number} | {number * 7} |\n" for number in range(20_000)]
    shuffled = rows.copy()
    random.Random(SEED).shuffle(shuffled)
    head = "| Nom | Xifra |\n|---|---|\n"
    assert set(kinds(head + "".join(rows), head + "".join(shuffled))) == {"UNCHANGED", "MOVED"}


def test_unrelated_texts_are_removed_and_added() -> None:
    base, head = (
        "\n\n".join(f"mot{n} paraula{n}" for n in range(50)),
        "\n\n".join(f"w{n} x{n}" for n in range(50)),
    )
    assert set(kinds(base, head)) == {"REMOVED", "ADDED"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("👩‍👩‍👧", "👩‍👩‍👦"), ("🇪🇸", "🇫🇷"), ("👍🏽", "👍🏿"), ("e\u0301s", "e\u0300s"), ("נָא", "נֵא"), ("العربية", "العبرية"),
     ("col·laborar", "col·laboren"), ("intel·ligent", "inteligent")],
)  # fmt: skip
def test_no_change_begins_inside_a_character(old: str, new: str) -> None:
    for _, text in touched(f"{PROSE} {old}!", f"{PROSE} {new}!"):
        assert not unicodedata.combining(text[0])
        assert text[0] not in "\u200d·"


def test_line_ends_of_windows_change_nothing_once_a_text_is_ours() -> None:
    text = "\n\n".join(PARAGRAPHS)
    assert set(kinds(text, normalise(text.replace("\n", "\r\n")))) == {"UNCHANGED"}
    compared(text, text.replace("\n", "\r\n"))


def test_a_table_of_a_megabyte_shows_the_one_cell_that_changed() -> None:
    rows = [f"| Municipi {number} | {number * 37} habitants | {PROSE[:40]} |" for number in range(15_000)]
    base = "\n".join(["| Nom | Xifra | Nota |", "|---|--:|---|", *rows])
    head = base.replace("| Municipi 7000 | 259000 ", "| Municipi 7000 | 259001 ")
    assert len(base) > 1_000_000
    assert touched(base, head) == [("DELETE", "0"), ("INSERT", "1")]


def test_one_paragraph_of_200_kb_shows_the_words_that_changed() -> None:
    chance = random.Random(SEED)
    words = [f"mot{chance.randrange(9000)}" for _ in range(30_000)]
    head = words.copy()
    head[100], head[15_000:15_003] = "nou", []
    assert len(" ".join(words)) > 200_000
    assert touched(" ".join(words), " ".join(head)) == [
        ("DELETE", words[100]), ("INSERT", "nou"), ("DELETE", " ".join(words[15_000:15_003]) + " ")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "head"),
    [
        ("a" * 2_000_000, "a" * 1_999_990 + "b" * 10),
        ("ab " * 200_000, "ba " * 200_000),
        ("a|b\n-" + " " * 400_000 + "x|", "a|b\n-" + " " * 400_000 + "y|"),
        ("\n\n".join(["a b"] * 50_000), "\n\n".join(["a c"] * 50_000)),
        ("[" * 400_000, "[" * 400_000 + "x"),
        ("**a** [b](c) " * 20_000, "**a** _[b](c)_ " * 20_000),
        ("> a\n>\n" * 40_000, "> b\n>\n" * 40_000),
        ("e\u0301" * 400_000, "e\u0300" * 400_000),
    ],
    ids=[
        "one line",
        "one phrase",
        "a table's rule",
        "equal blocks",
        "brackets",
        "marks",
        "quotes",
        "accents",
    ],
)
def test_what_is_too_much_is_compared_more_coarsely(base: str, head: str) -> None:
    """Were any of it quadratic, this would take hours."""
    compared(base, head)


@pytest.mark.parametrize(
    ("module", "limit"),
    [(alignment, "FEW_CELLS"), (alignment, "MAX_DEPTH"), (alignment, "MAX_CELLS"), (pairing, "MAX_FREE"),
     (pairing, "MAX_PAIRS"), (pairing, "MAX_ALL_PAIRS"), (pairing, "MAX_MOVED_PAIRS"), (pairing, "MAX_CELLS")],
)  # fmt: skip
def test_just_over_each_limit_the_result_is_still_right(
    module: object, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = "\n\n".join(PARAGRAPHS)
    head = (
        "\n\n".join(reversed(PARAGRAPHS))
        .replace("demanen", "exigeixen que es faci i")
        .replace("Paràgraf 3", "Tres")
    )
    for most in (0, 1, 2, 11, 12, 13):
        monkeypatch.setattr(module, limit, most)
        compared(base, head)


LINES = [f"Línia {number} que ningú no ha tocat, amb la seva frase sencera." for number in range(8)]


def test_antragsgruen_577_1023_145_lines_that_nobody_touched_are_not_struck() -> None:
    base = "\n".join(LINES)
    head = base.replace("Línia 3 que", "Línia 3, corregida, que")
    assert touched(base, head) == [("INSERT", ", corregida,")]
    more = "\n\n".join([*LINES[:4], "Una línia de més.", *LINES[4:]])
    assert kinds("\n\n".join(LINES), more).count("UNCHANGED") == 8


def test_openslides_client_2970_a_change_in_a_list_stays_with_its_entry() -> None:
    base = "Demanem:\n" + "\n".join(
        f"- el punt {word} de la llista" for word in ("primer", "segon", "tercer")
    )
    head = base.replace("- el punt segon", "- un punt afegit entre dos\n- el punt segon i mig")
    blocks = [block for block in compared(base, head).blocks if block.kind is not BlockKind.UNCHANGED]
    assert [block.kind.value for block in blocks] == ["ADDED", "CHANGED"]
    assert base[blocks[1].base_start : blocks[1].base_end] == "- el punt segon de la llista\n"


@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", "| |\n|-|", "```", "[](", "\x0b\x1c", "{'ca': 'Hola'}", "{}"]
)
def test_decidim_5522_13397_and_openslides_5834_no_text_makes_a_comparison_fail(text: str) -> None:
    for other in ("", PROSE, text * 3, "# " + text):
        compared(text, other)
        compared(other, text)


def test_decidim_17587_16384_what_changed_is_shown_and_counted_alike() -> None:
    comparison = compared(PROSE, PROSE.replace("les ciutats", "tots els municipis"))
    assert (comparison.deleted_words, comparison.inserted_words) == (2, 3)


def test_openslides_1874_2172_235_any_two_texts_compare_in_both_directions() -> None:
    first, last = "\n\n".join(PARAGRAPHS[:6]), "\n\n".join(PARAGRAPHS[3:])
    there, back = compared(first, last), compared(last, first)
    assert (there.inserted_words, there.deleted_words) == (back.deleted_words, back.inserted_words)
