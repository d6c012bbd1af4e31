import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import comparison as comparisons
from positions.changes import Change, ChangeKind
from positions.comparison import BlockKind, compare
from positions.hunks import apply_hunks, hunks
from tests.strategies import any_text, text_pairs
from tests.support.rebuilding import rebuilt_base, rebuilt_head
from tests.support.splits import needs_pairs, read_pairs


def marked(base: str, head: str) -> list[str]:
    """The changed blocks as one readable line each."""
    signs = {ChangeKind.EQUAL: "{}", ChangeKind.INSERT: "[+{}]", ChangeKind.DELETE: "[-{}]"}
    return [
        f"{block.kind} " + "".join(signs[change.kind].format(change.text) for change in block.changes)
        for block in compare(base, head).blocks
        if block.kind is not BlockKind.UNCHANGED
    ]


@given(text_pairs())
def test_both_texts_are_rebuilt_exactly(pair: tuple[str, str]) -> None:
    base, head = pair
    comparison = compare(base, head)
    assert rebuilt_base(comparison, base) == base
    assert rebuilt_head(comparison, head) == head


@given(text_pairs())
def test_the_same_texts_give_the_same_comparison(pair: tuple[str, str]) -> None:
    assert compare(*pair) == compare(*pair)


@given(text_pairs())
def test_unchanged_blocks_are_unchanged_and_markup_is_no_wording(pair: tuple[str, str]) -> None:
    base, head = pair
    for block in compare(base, head).blocks:
        if block.kind is BlockKind.UNCHANGED:
            assert base[block.base_start : block.base_end] == head[block.head_start : block.head_end]
        assert not block.markup_only or block.kind in {BlockKind.CHANGED, BlockKind.MOVED}


@given(text_pairs(), st.integers(1, 4))
def test_few_blocks_rebuild_both_texts_as_many_do(pair: tuple[str, str], most: int) -> None:
    base, head = pair
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparisons, "MAX_BLOCKS", most)
        few = compare(base, head)
    many = compare(base, head)
    assert len(few.blocks) <= most or few == many
    assert rebuilt_base(few, base) == base
    assert rebuilt_head(few, head) == head
    assert (few.inserted_words, few.deleted_words) == (many.inserted_words, many.deleted_words)


def test_neighbours_of_one_kind_are_joined_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparisons, "MAX_BLOCKS", 4)
    kinds = [
        block.kind for block in compare("A.\n\nB.\n\nC.\n\n", "A.\n\nB.\n\nX y.\n\nZ t.\n\nC.\n\n").blocks
    ]
    assert kinds == [BlockKind.UNCHANGED, BlockKind.ADDED, BlockKind.UNCHANGED]


@given(any_text)
def test_a_text_against_itself_has_no_changes(text: str) -> None:
    comparison = compare(text, text)
    assert {block.kind for block in comparison.blocks} <= {BlockKind.UNCHANGED}
    assert (comparison.inserted_words, comparison.deleted_words) == (0, 0)


PROSE = "Els municipis metropolitans demanen que la directiva reconegui el paper de les ciutats en la gestió de l'aigua."

READABLE = [
    ("a word", PROSE, PROSE.replace("reconegui", "valori"), "la directiva [-reconegui][+valori] el paper"),
    ("a word more", PROSE, PROSE.replace("ciutats", "grans ciutats"), "de les [+grans ]ciutats"),
    ("a letter", PROSE, PROSE.replace("directiva", "directives"), "la directiv[-a][+es] reconegui"),
    ("a number", PROSE + " L'any 2025.", PROSE + " L'any 2026.", "202[-5][+6]."),
    ("a short number", PROSE + " Són 16.", PROSE + " Són 17.", "Són [-16][+17]."),
    ("an amount", PROSE + " 1.240 €", PROSE + " 980 €", "[-1.240][+980] €"),
    ("l·l", PROSE + " Una col·lecció.", PROSE + " Una col·lectivitat.", "Una [-col·lecció][+col·lectivitat]."),
    ("an emoji", PROSE + " 👩‍👩‍👧!", PROSE + " 👩‍👩‍👦!", " [-👩‍👩‍👧][+👩‍👩‍👦]!"),
    ("an accent", PROSE + " Un camí.", PROSE + " Un cami\u0301.", "Un cam[-í][+i\u0301]."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "head", "expected"), [case[1:] for case in READABLE], ids=[case[0] for case in READABLE]
)
def test_words_are_shown_whole_and_letters_where_only_they_changed(
    base: str, head: str, expected: str
) -> None:
    (line,) = marked(base, head)
    assert expected in line


def test_a_rewritten_sentence_is_one_replacement() -> None:
    before = "El finançament ha de ser estable i previsible per a tots els municipis de l'àrea."
    after = "Cal que els recursos arribin cada any, sense sorpreses, a totes les ciutats de la Unió."
    base, head = f"{PROSE} {before} {PROSE}", f"{PROSE} {after} {PROSE}"
    (line,) = marked(base, head)
    assert line.count("[-") <= 2
    assert "".join(marked(before, after)).count("[-") == 1


def test_what_has_nothing_in_common_is_removed_and_added() -> None:
    assert marked("Una cosa.", "De tot altre parlem avui") == [
        "REMOVED [-Una cosa.]",
        "ADDED [+De tot altre parlem avui]",
    ]


def test_an_added_paragraph_is_added() -> None:
    base = "# Títol\n\nPrimer.\n\nÚltim.\n"
    assert marked(base, base.replace("Últim", "Nou paràgraf.\n\nÚltim")) == ["ADDED [+Nou paràgraf.\n\n]"]


@pytest.mark.parametrize("order", ["6543210", "3456012", "5106432"])
def test_shuffled_paragraphs_are_moved_not_rewritten(order: str) -> None:
    parts = [f"Paràgraf número {number}: {PROSE}\n\n" for number in range(7)]
    shuffled = [parts[int(number)] for number in order]
    kinds = {block.kind for block in compare("".join(parts), "".join(shuffled)).blocks}
    assert kinds == {BlockKind.UNCHANGED, BlockKind.MOVED}


def test_a_moved_and_changed_block_shows_its_changes() -> None:
    others = [f"{PROSE} {number}" for number in range(3)]
    moving = "El transport públic ha de ser assequible, accessible i net a tota la regió metropolitana."
    base = "\n\n".join([moving, *others])
    head = "\n\n".join([*others, moving.replace("net", "elèctric")])
    moved = [block for block in compare(base, head).blocks if block.kind is BlockKind.MOVED]
    assert Change(ChangeKind.INSERT, "elèctric") in moved[0].changes


@pytest.mark.parametrize(
    ("base", "head", "is_markup"),
    [
        (PROSE, f"## {PROSE}", True),
        (PROSE, PROSE.replace("municipis", "**municipis**"), True),
        (PROSE, PROSE.replace(" que ", "\nque "), True),
        (f"- {PROSE}", f"* {PROSE}", True),
        (f"1. {PROSE}", f"2. {PROSE}", False),
        (f"- {PROSE}", f"1. {PROSE}", True),
        ("Títol\n=====\n", "# Títol\n", True),
        (PROSE, PROSE.replace("municipis", "*municipi*"), False),
        ("```\nif a:\n  b\n```\n", "```\nif a:\n b\n```\n", False),
    ],
)
def test_markup_is_told_from_wording(base: str, head: str, *, is_markup: bool) -> None:
    (block,) = compare(base, head).blocks
    assert (block.kind, block.markup_only) == (BlockKind.CHANGED, is_markup)


def test_words_that_came_and_went_are_counted() -> None:
    comparison = compare(
        PROSE, PROSE.replace("directiva", "nova directiva europea").replace("el paper de ", "")
    )
    assert (comparison.inserted_words, comparison.deleted_words) == (2, 3)


def test_what_only_looks_different_counts_no_words() -> None:
    comparison = compare("- un punt\n- un altre punt\n", "1. un punt\n2. un altre punt\n")
    assert (comparison.inserted_words, comparison.deleted_words) == (0, 0)


def test_an_item_behind_which_a_list_goes_on_is_untouched_for_the_reader() -> None:
    item, added = compare("- un\n\n", "- un\n- dos\n\n").blocks
    assert (item.kind, item.is_untouched, added.is_untouched) == (BlockKind.CHANGED, True, False)
    (wrapped,) = compare("una frase\nllarga", "una\nfrase llarga").blocks
    assert not wrapped.is_untouched


def test_long_strangers_are_compared_by_rule_not_by_clock() -> None:
    base = "\n\n".join(f"paraula{n} altra{n + 1} {n}" for n in range(900))
    head = "\n\n".join(f"mot{n} diferent{n * 7 % 900} {n + 1}" for n in range(900))
    comparison = compare(base, head)
    assert rebuilt_base(comparison, base) == base
    assert rebuilt_head(comparison, head) == head


def test_one_paragraph_of_many_thousand_words_keeps_its_unchanged_words() -> None:
    tokens = [f"mot{number % 4999}" for number in range(20_000)]
    base = " ".join(tokens)
    head = " ".join(["nou" if number % 2000 == 1000 else token for number, token in enumerate(tokens)])
    (block,) = compare(base, head).blocks
    assert sum(change.kind is ChangeKind.INSERT for change in block.changes) == 10


@needs_pairs
def test_revisions_of_real_laws_are_rebuilt() -> None:
    for base, head in read_pairs():
        comparison = compare(base, head)
        assert rebuilt_base(comparison, base) == base
        assert rebuilt_head(comparison, head) == head
        assert apply_hunks(base, hunks(base, head)) == head
