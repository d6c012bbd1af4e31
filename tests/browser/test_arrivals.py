"""What programs save, decisions take over, restores bring back and Word files change appears under whoever writes, and their cursor stays."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.browser.conftest import SignIn
from tests.browser.lives import amend, decide
from tests.browser.papers import COORDINATOR, Desk, Paper, drafted, tell
from tests.browser.people import Person
from tests.support.word_files import paragraph, plain, word_file

PASSAGE, CHANGED = "La riera baixa molt neta avui.", "La gran riera 🌊 baixa neta sempre."
BEFORE = f"Primer paràgraf.\n\n{PASSAGE}\n\nTercer paràgraf.\n"
AFTER = BEFORE.replace(PASSAGE, CHANGED)

_RESTORE = """mutation($input: RestoreVersionInput!) { restoreVersion(input: $input) {
  draft { sequence } userErrors { path code message } } }"""


@dataclass(frozen=True)
class Way:
    """How a paper comes to say BEFORE, and how it is changed from elsewhere to say AFTER."""

    make: Callable[[Person], Paper]
    change: Callable[[Person, Paper], None]


def _saved(coordinator: Person, paper: Paper) -> None:
    paper.edit(coordinator, AFTER)


def _in_amending(coordinator: Person) -> Paper:
    paper = drafted(coordinator, BEFORE)
    paper.save(coordinator, "v1")
    paper.move(coordinator, "OPEN_AMENDING")
    return paper


def _accepted(coordinator: Person, paper: Paper) -> None:
    decide(coordinator, amend(coordinator, paper, PASSAGE, CHANGED, "Més precís"), "INCORPORATE", "D'acord")


def _with_a_version(coordinator: Person) -> Paper:
    paper = drafted(coordinator, AFTER)
    paper.save(coordinator, "v1")
    paper.edit(coordinator, BEFORE)
    return paper


def _restored(coordinator: Person, paper: Paper) -> None:
    tell(coordinator, _RESTORE, documentId=paper.document_id, number=1)


def _imported(coordinator: Person, paper: Paper) -> None:
    sequence, _ = paper.draft(coordinator)
    paragraphs = [paragraph(plain(words)) for words in AFTER.strip().split("\n\n")]
    answer = coordinator.context.request.post(
        f"{paper.path}/ca/import?base={sequence}",
        data=word_file(*paragraphs),
        headers={"X-Positions": "1", "X-Filename": "text.docx", "content-type": "application/octet-stream"},
    )
    assert answer.ok, answer.text()


WAYS = {
    "a save": Way(lambda coordinator: drafted(coordinator, BEFORE), _saved),
    "an accepted amendment": Way(_in_amending, _accepted),
    "a restore": Way(_with_a_version, _restored),
    "a Word file": Way(lambda coordinator: drafted(coordinator, BEFORE), _imported),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_appears_as_an_edit_and_the_cursor_stays_before_inside_and_after_it(
    sign_in: SignIn, way: str
) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = WAYS[way].make(coordinator)
    before, inside, after = (Desk(sign_in(COORDINATOR), paper) for _ in range(3))
    before.place("Primer")
    inside.place("La riera")
    inside.press("Home", *["ArrowRight"] * len("La riera bai"))
    after.place("Tercer")
    WAYS[way].change(coordinator, paper)
    for desk in (before, inside, after):
        desk.shows(CHANGED)
    before.write("1")
    inside.write("2")
    after.write("3")
    written = AFTER.replace("Primer paràgraf.", "Primer paràgraf.1").replace("baixa", "bai2xa")
    for desk in (before, inside, after):
        desk.holds(written.replace("Tercer paràgraf.", "Tercer paràgraf.3"))
        desk.shows("bai2xa neta sempre.\n\nTercer paràgraf.3")
        assert desk.person.complaints == []
