"""Which amendments collide: those that change the same words, and no others."""

from positions.collisions import by_number, colliding_pairs, collision_sets
from positions.proposals import Proposal, edits_of

TEXT = "Els municipis demanen deu milions per al transport públic.\n\nL'aigua és de tothom.\n"


def pairs(*changes: tuple[str, str]) -> tuple[tuple[int, int], ...]:
    edits = {}
    for number, (passage, text) in enumerate(changes, 1):
        start = TEXT.index(passage)
        edits[number] = edits_of(TEXT, Proposal(number, start, start + len(passage), text))
    return colliding_pairs(TEXT, edits)


def test_two_that_change_the_same_word_collide() -> None:
    assert pairs(("deu milions", "cent milions"), ("deu", "onze")) == ((1, 2),)


def test_openslides_client_1012_no_collision_where_only_the_ranges_overlap() -> None:
    sentence = TEXT.split("\n\n", maxsplit=1)[0]
    assert (
        pairs((sentence, sentence.replace("deu", "cent")), (sentence, sentence.replace("públic", "net")))
        == ()
    )


def test_two_that_want_the_same_do_not_collide() -> None:
    assert pairs(("deu milions", "cent milions"), ("deu", "cent")) == ()


def test_paragraphs_added_at_one_place_have_a_slot_each() -> None:
    point = TEXT.index("L'aigua")
    edits = {number: edits_of(TEXT, Proposal(number, point, point, f"Nou {number}.")) for number in (1, 2)}
    assert colliding_pairs(TEXT, edits) == ()


def test_words_added_at_one_place_collide() -> None:
    point = TEXT.index("demanen")
    edits = {number: edits_of(TEXT, Proposal(number, point, point, f"mot{number} ")) for number in (1, 2)}
    assert colliding_pairs(TEXT, edits) == ((1, 2),)


def test_sets_are_what_hangs_together() -> None:
    found = ((1, 2), (2, 3), (5, 6))
    assert collision_sets(found) == ((1, 2, 3), (5, 6))
    assert by_number(found)[2] == (1, 3)
