"""Recorded writing of several people, played through the live endpoint: each writes what they wrote when they had seen what they had seen."""

import asyncio
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from api.live.protocol import Frame, SyncUpdate
from positions.hunks import Hunk
from positions.replicas import Replica
from positions.updates import inspect, with_deletions
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.yjs import Yjs

Seat = tuple[str, str, str]
"""Where somebody sits: the server's address, the document, their session."""

FIRST_CLIENT = 2**31
UNSAVED = 5_000
"""How far a writer may run ahead of the acknowledgements, in UTF-16 units."""


class Stroke(NamedTuple):
    """One edit, and the strokes of others that its writer took in right before it."""

    writer: int
    taken_in: tuple[int, ...]
    start: int
    end: int
    phrase: str

    @property
    def client(self) -> int:
        """The client id of whoever wrote it."""
        return FIRST_CLIENT + self.writer


def read_trace(file: Path) -> list[Stroke]:
    """A recording in the format of josephg/editing-traces; what one person wrote alone is a recording too."""
    content = file.read_bytes()
    steps = json.loads(gzip.decompress(content) if file.suffix == ".gz" else content)["txns"]
    strokes: list[Stroke] = []
    known: dict[int, set[int]] = defaultdict(set)
    parents_of: list[list[int]] = []
    last_of: list[int] = []  # of each step
    for number, step in enumerate(steps):
        writer, patches = step.get("agent", 0), step["patches"]
        before = [last_of[parent] for parent in step.get("parents", [number - 1] if number else [])]
        for start, gone, phrase in patches:
            assert max(phrase, default="") <= "\uffff", "places are code points there and UTF-16 units in yjs"
            lacking = _lacking(before, parents_of, known[writer])
            strokes.append(Stroke(writer, lacking, start, start + gone, phrase))
            parents_of.append(before)
            before = [len(strokes) - 1]
            known[writer].update((*lacking, *before))
        last_of.append(before[0])
    return strokes


def _lacking(heads: Sequence[int], parents_of: Sequence[Sequence[int]], known: set[int]) -> tuple[int, ...]:
    """All that leads to the heads and is not known, in an order in which it can be taken in."""
    found, waiting = set[int](), list(heads)
    while waiting:
        stroke = waiting.pop()
        if stroke not in known and stroke not in found:
            found.add(stroke)
            waiting += parents_of[stroke]
    return tuple(sorted(found))


def play_in_yjs(yjs: Yjs, strokes: Sequence[Stroke]) -> tuple[str, dict[int, int]]:
    """What browsers make of the same strokes without any server: the text, and how much of it each client wrote."""
    steps = [[one.client, one.taken_in, one.start, one.end - one.start, one.phrase] for one in strokes]
    answer = yjs.ask("replay", steps=steps)
    return answer["text"], {int(client): length for client, length in answer["written"].items()}


class Player(Peer):
    """Somebody who takes in what others wrote when the recording says so, though the server told it before."""

    def __init__(self, play: "Play", writer: int, address: str, document_id: str, secret: str) -> None:
        super().__init__(address, document_id, secret, FIRST_CLIENT + writer)
        self._play = play
        self._writer = writer
        self._said = self.replica.state_vector()
        self._told = Replica()  # all that the server has told, and what was written here

    async def write(self) -> None:
        """Write one's part."""
        unsaid: list[bytes] = []
        for number, stroke in enumerate(self._play.strokes):
            if stroke.writer == self._writer:
                await self._take_in(stroke.taken_in)
                update = self.replica.edit([Hunk(stroke.start, stroke.end, stroke.phrase)])
                self._play.updates[number] = update
                self._told.apply(update)
                unsaid.append(update)
                if len(unsaid) == self._play.at_once:
                    await self._say(unsaid)
        await self._say(unsaid)

    async def _say(self, unsaid: list[bytes]) -> None:
        """Send what was written, as one update; then let the others have the loop."""
        if unsaid:
            deletions = [deletion for update in unsaid for deletion in inspect(update).deletions]
            whole = unsaid[0] if len(unsaid) == 1 else self.replica.update_since(self._said)
            await self.send(SyncUpdate(with_deletions(whole, deletions)))
            self._said = self.replica.state_vector()
            unsaid.clear()
            await self._wait(lambda: self.unsaved < UNSAVED)
            await asyncio.sleep(0)

    async def take_in_the_rest(self) -> None:
        """Hear, at the end, what the recording does not tell that this writer has seen."""
        others = [number for number, stroke in enumerate(self._play.strokes) if stroke.writer != self._writer]
        await self._take_in(others)

    async def _take_in(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            await self._wait(lambda number=number: self._is_told(number))  # type: ignore[misc]  # bound in the loop
            self.replica.apply(self._play.updates[number])

    def _is_told(self, number: int) -> bool:
        """Whether the server has told what a stroke did; two people who delete the same are told once."""
        update = self._play.updates.get(number)
        if update is None:
            return False
        inspection = inspect(update)
        return not inspection.adds_to(self._told.state()) and self._told.is_noop(inspection)

    async def _wait(self, condition: Callable[[], bool]) -> None:
        """Wait for what comes, however long it takes; whoever plays sets the limit."""
        while not condition():
            assert self.close_code is None, self.close_reason
            self._news.clear()
            await self._news.wait()

    async def _hear(self, frame: Frame) -> None:
        if isinstance(frame, SyncUpdate):
            self._told.apply(frame.update)
            self._news.set()
        else:
            await super()._hear(frame)


class Play:
    """A recording, and what has been played of it: the update that each stroke made.

    What one person wrote alone may be sent several strokes at once, as a page does that comes back.
    """

    def __init__(self, strokes: Sequence[Stroke], at_once: int = 1) -> None:
        self.strokes = strokes
        self.at_once = at_once
        self.writers = sorted({stroke.writer for stroke in strokes})
        self.updates: dict[int, bytes] = {}

    async def run(self, seats: Sequence[Seat], *readers: Peer) -> str:
        """Have everybody write their part at once, each at a seat; the text in which all end."""
        players = [Player(self, writer, *seat) for writer, seat in zip(self.writers, seats, strict=True)]
        async with at_the_table(*players, *readers):
            await asyncio.gather(*(player.write() for player in players))
            for player in players:
                await player.take_in_the_rest()
            return await all_agree(*players, *readers)
