import pytest
from hypothesis import given

from positions import pairing
from positions.pairing import MAX_CELLS, MAX_MOVED_PAIRS, MAX_PAIRS, Pairing, pair_blocks
from positions.sides import sides
from tests.strategies import text_pairs

PROSE = "Els municipis metropolitans demanen que la directiva reconegui el paper de les ciutats"


def paired(base: str, head: str, *, with_moves: bool = True) -> Pairing:
    return pair_blocks(*sides(base, head), with_moves=with_moves)


def paragraphs(*parts: str) -> str:
    return "\n\n".join(parts)


@given(text_pairs())
def test_every_block_is_in_one_pair_at_most_and_kept_ones_ascend(pair: tuple[str, str]) -> None:
    found = paired(*pair)
    both = (*found.kept, *found.moved)
    assert len({base for base, _ in both}) == len({head for _, head in both}) == len(both)
    assert sorted(found.kept, key=lambda kept: kept[1]) == sorted(found.kept)
    assert paired(*pair, with_moves=False).moved == ()


def test_blank_lines_behind_a_block_do_not_make_it_another() -> None:
    assert paired("a\n\nb\n", "a\n\n\nb\n\n").kept == ((0, 0), (1, 1))


def test_a_changed_block_is_paired_with_the_most_similar_one() -> None:
    base = paragraphs("Inici", PROSE, "Final")
    head = paragraphs("Inici", "Una frase nova que no hi era", PROSE + " i dels pobles", "Final")
    assert paired(base, head).kept == ((0, 0), (1, 2), (2, 3))


def test_a_short_heading_moves_with_its_section() -> None:
    sections = [
        paragraphs("# 1", f"{PROSE} en primer lloc"),
        *(f"{PROSE} {number} i {number}" for number in range(5)),
    ]
    base, head = paragraphs(*sections), paragraphs(*sections[1:], sections[0])
    assert paired(base, head).moved == ((0, 5), (1, 6))


@pytest.mark.parametrize("short", ["- Gavà", "| Gavà | 7 |", "## Aigua", "(derogat)"])
def test_a_short_text_that_both_sides_have_once_is_known_again(short: str) -> None:
    base = paragraphs(short, PROSE, "Un altre text")
    assert paired(base, paragraphs(PROSE, "Un altre text", "Més coses", short)).moved == ((0, 3),)


@pytest.mark.parametrize("short", ["---", "# 1", "(derogat)"])
def test_a_short_text_that_says_nothing_or_stands_there_several_times_is_no_move(short: str) -> None:
    base = paragraphs(short, PROSE, "Un altre text", "(derogat)")
    assert paired(base, paragraphs(PROSE, "Un altre text", "(derogat)", "Més coses", short)).moved == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("col·legi", "col.legi"),
        ("- aigua", "- aigües"),
        ("Títol\n=====", "# Títol"),
        ("## Conclusió", "## Conclusions"),
    ],
)
def test_a_short_block_is_known_by_its_letters(old: str, new: str) -> None:
    assert paired(paragraphs("Inici", old, "Final"), paragraphs("Inici", new, "Final")).kept[1] == (1, 1)


@pytest.mark.parametrize("limit", ["MAX_PAIRS", "MAX_ALL_PAIRS"])
def test_over_the_limit_rare_words_find_the_partner(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, limit, 1)
    base = paragraphs("Els residus de Badalona es recullen", "El soroll de Gavà augmenta")
    head = paragraphs("Els residus de Badalona es reciclen", "El soroll de Gavà disminueix")
    assert paired(base, head).kept == ((0, 0), (1, 1))


def test_over_the_limit_changed_blocks_are_not_sought_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [f"{PROSE} {number}" for number in range(3)]
    moving = "El transport públic ha de ser assequible, accessible i net a tota la regió"
    texts = paragraphs(moving, *others), paragraphs(*others, f"{moving} metropolitana")
    assert paired(*texts).moved == ((0, 3),)
    monkeypatch.setattr(pairing, "MAX_MOVED_PAIRS", 0)
    assert paired(*texts).moved == ()


@pytest.mark.parametrize("pairs", [0, 1, 2, 999, MAX_MOVED_PAIRS, MAX_PAIRS])
def test_comparing_blocks_never_looks_at_more_pairs_of_words_than_the_limit(pairs: int) -> None:
    reach = pairing._reach(pairs)
    assert pairs * reach * reach <= MAX_CELLS
    assert reach >= 500


def test_blocks_too_long_to_compare_whole_are_paired_by_their_beginnings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pairing, "MAX_CELLS", 16)
    base, head = "un dos tres quatre cinc sis", "un dos tres quatre set vuit nou deu"
    assert paired(base, head).kept == ((0, 0),)
    assert paired(base, f"set vuit nou deu {base}").kept == ()
