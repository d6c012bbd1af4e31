"""A paper of sixty pages with three hundred amendments: the size that OpenSlides needed years for, the same each time."""

from dataclasses import dataclass
from random import Random

from positions.lifecycle import Action
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.versions import SaveVersion, save_version
from tests.support.world import LEAD, TOWNS, Paper, World, move, propose, write

PARAGRAPHS, WORDS, AMENDMENTS = 500, 60, 300
"""Thirty thousand words are sixty pages of five hundred."""
_SEED = 20261128
_SECTION = 10  # paragraphs under a heading
_WORDS = """l'aigua municipi territori finançament europeu cohesió mobilitat metropolità habitatge energia transició
depuració reutilització pobles ciutadania serveis públics inversió col·laboració governança regional ambiental industrial
digital residus ocupació recerca pressupost directiva termini càrregues competència instrument fons subsidiarietat platges
transport ferroviari xarxa local comarca proximitat equitat indicador avaluació participació transparència acord conca"""
_VOCABULARY = _WORDS.split()


@dataclass(frozen=True)
class Change:
    """An amendment on a range of the text."""

    start: int
    end: int
    proposed: str


def long_text(paragraphs: int = PARAGRAPHS, words: int = WORDS) -> str:
    """A text in numbered sections; no two paragraphs alike."""
    chance = Random(_SEED)
    lines = ["# Una posició llarga"]
    for number in range(paragraphs):
        if number % _SECTION == 0:
            lines.append(f"## {number // _SECTION + 1}. {' '.join(chance.choices(_VOCABULARY, k=4))}")
        lines.append(" ".join(_sentence(chance, 20) for _ in range(words // 20)))
    return "\n\n".join(lines) + "\n"


def changes(text: str, number: int = AMENDMENTS) -> list[Change]:
    """Words replaced, sentences struck, paragraphs added or written anew; one in five on a passage that has one already."""
    chance = Random(_SEED + 1)
    ranges = [(start, start + len(block)) for start, block in _blocks(text) if not block.startswith("#")]
    chosen = sorted(chance.sample(ranges, min(len(ranges), number * 4 // 5)))
    places = chosen + chance.sample(chosen, number - len(chosen))
    return [_change(chance, text, start, end, kind) for kind, (start, end) in enumerate(places)]


async def amended(world: World, text: str, wished: list[Change]) -> Paper:
    """A paper in amending with this text and these amendments, tabled by the towns in turn."""
    paper = await propose(world, "Una posició llarga", participants=[code for code in TOWNS if code != LEAD])
    await move(world, paper, Action.START_DRAFTING)
    await write(world, paper, text)
    async with world.database.write() as work:
        await save_version(work, world.coordinator, SaveVersion(paper.document_id, "Per esmenar"))
    await move(world, paper, Action.OPEN_AMENDING)
    actors = [world.actors[code] for code in TOWNS]
    for number, change in enumerate(wished):
        request = ProposeAmendment(
            paper.document_id,
            1,
            change.start,
            change.end,
            change.proposed,
            "Més clar per als municipis petits.",
        )
        async with world.database.write() as work:
            await propose_amendment(work, actors[number % len(actors)], request)
    return paper


def _sentence(chance: Random, words: int) -> str:
    return " ".join(chance.choices(_VOCABULARY, k=words)).capitalize() + "."


def _blocks(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for block in text.rstrip("\n").split("\n\n"):
        found.append((start, block))
        start += len(block) + 2
    return found


def _change(chance: Random, text: str, start: int, end: int, kind: int) -> Change:
    passage = text[start:end]
    if kind % 10 < 6:
        words = passage.split(" ")
        at = chance.randrange(len(words) - 4)
        begin = start + len(" ".join(words[:at])) + (at > 0)
        return Change(begin, begin + len(" ".join(words[at : at + 3])), "els governs locals")
    if kind % 10 == 6:
        return Change(end, end, " " + _sentence(chance, 20))
    if kind % 10 == 7:
        return Change(start, start + passage.index(".") + 1, "")
    return Change(start, end, f"{_sentence(chance, 20)} {passage[passage.index('.') + 2 :]}")
