from positions.changes import Change, ChangeKind, changes_between
from positions.comparison import compare
from positions.words import Edit

PROSE = "Els municipis metropolitans demanen que la directiva reconegui el paper de les ciutats en la gestió de l'aigua."
KEPT = "El finançament ha de ser estable i previsible per a tots els municipis de l'àrea metropolitana."
REWRITTEN = (
    "El que demanem ha de quedar clar: recursos per a l'habitatge i per als serveis socials dels municipis."
)


def inserted(base: str, head: str) -> list[str]:
    return [
        change.text
        for block in compare(base, head).blocks
        for change in block.changes
        if change.kind is ChangeKind.INSERT
    ]


def test_a_rewritten_sentence_is_one_replacement_and_its_neighbours_stay() -> None:
    (came,) = inserted(f"{PROSE} {KEPT} {PROSE}", f"{PROSE} {REWRITTEN} {PROSE}")
    assert came in REWRITTEN


def test_a_small_change_beside_a_rewritten_sentence_stays_small() -> None:
    came = inserted(f"{PROSE} {KEPT}", f"{PROSE.replace('reconegui', 'valori')} {REWRITTEN}")
    assert len(came) == 2
    assert came[0] == "valori"


def test_an_abbreviation_ends_no_sentence() -> None:
    base = f"{PROSE} L'art. 5 de la llei diu una cosa."
    assert inserted(base, base.replace("art. 5", "art. 7")) == ["7"]


def test_what_was_added_to_a_short_paragraph_strikes_none_of_it() -> None:
    old, new = "Breu.", "Breu. I ara s'explica com cal, amb totes les paraules que hi fan falta."
    assert changes_between(old, new, [Edit(5, 5, 5, len(new))]) == (
        Change(ChangeKind.EQUAL, old),
        Change(ChangeKind.INSERT, new[5:]),
    )
