"""Random schedules of people at one paper: they type, lose the line and find it again, by sockets and by requests, while scripts save whole texts."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from positions.queries.drafts import fold
from positions.services.drafts import EditDraft, edit_draft, prepare_edit
from positions.services.verification import verify
from tests.support.peers import Peer, all_agree
from tests.support.world import Paper, World

PHRASES = (
    "a",
    "l·l",
    " ",
    "à",
    "e\u0301",
    "😀",
    "👩‍👩‍👧",
    "🇪🇸",
    "\n\n",
    "- punt\n",
    "aigua ",
    "مياه",
    "\u200d",
)
STEPS = 40


@dataclass
class Schedule:
    """One paper, those who have it open, and the chance that says what comes next."""

    world: World
    paper: Paper
    peers: Sequence[Peer]
    chance: Random
    _saves: list[asyncio.Task[None]] = field(default_factory=list)

    async def run(self) -> str:
        """Play it to its end, where everybody has the same text and everything holds; that text."""
        acts: dict[Callable[[Peer], Awaitable[None]], int] = {self._type: 8, self._drop: 1, self._save: 1}
        for peer in self.peers:
            await peer.open()
        for _ in range(STEPS):
            (act,) = self.chance.choices(list(acts), list(acts.values()))
            await act(self.chance.choice(self.peers))
            await self._let_pass()
        await asyncio.gather(*self._saves)
        for peer in self.peers:
            await peer.close()
            await peer.open()
        text = await all_agree(*self.peers)
        await self._check(text)
        for peer in self.peers:
            await peer.close()
        return text

    async def _type(self, peer: Peer) -> None:
        length = len(peer.text)
        start = self.chance.randint(0, length)
        gone = self.chance.choice((0, 0, 0, 1, 6))
        await peer.type(start, min(length, start + gone), self.chance.choice(PHRASES))

    async def _drop(self, peer: Peer) -> None:
        """The line is lost; what is typed meanwhile waits."""
        await peer.close()
        for _ in range(self.chance.randint(0, 4)):
            await self._type(peer)
        await self._let_pass()
        await peer.open()

    async def _save(self, _: Peer) -> None:
        """A script reads the draft, takes its time, and saves a whole text."""
        database, document_id = self.world.database, self.paper.document_id
        async with database.read() as session:
            draft = await fold(session, document_id)
        at = self.chance.randint(0, len(draft.text))
        text = draft.text[:at] + self.chance.choice(PHRASES) + draft.text[at + self.chance.randint(0, 5) :]
        request = EditDraft(document_id, text, base_sequence=draft.sequence)

        async def act() -> None:
            await self._let_pass()
            prepared = await prepare_edit(database, self.world.lead, request)
            async with database.write() as work:
                await edit_draft(work, self.world.lead, prepared)

        self._saves.append(asyncio.create_task(act()))

    async def _let_pass(self) -> None:
        for _ in range(self.chance.choice((0, 0, 1, 20, 200))):
            await asyncio.sleep(0)

    async def _check(self, text: str) -> None:
        async with self.world.database.read() as session:
            draft = await fold(session, self.paper.document_id)
        assert draft.text == text
        assert sum(run.length for run in draft.runs) == len(text)
        assert [one async for one in verify(self.world.database)] == []
