"""Random schedules of people at one paper: they type, lose the line and find it again, by sockets and by requests, while scripts save whole texts."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from positions.queries.drafts import fold, log_rows
from positions.services.drafts import EditDraft, edit_draft, prepare_edit
from positions.services.verification import verify
from tests.support.letters import check_authorship
from tests.support.peers import Peer, all_agree
from tests.support.world import Paper, World
from tests.support.yjs import Yjs

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
    """One paper, those who have it open and the actors they are, and the chance that says what comes next."""

    world: World
    paper: Paper
    peers: Sequence[Peer]
    owners: Sequence[str]
    yjs: Yjs
    chance: Random
    _away: set[int] = field(default_factory=set)
    _saves: list[asyncio.Task[None]] = field(default_factory=list)

    async def run(self) -> str:
        """Play it to its end, where everybody has the same text and everything holds; that text."""
        acts: dict[Callable[[Peer], Awaitable[None]], int] = {
            self._type: 16,
            self._drop: 2,
            self._leave_or_return: 2,
            self._save: 2,
        }
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
        self._away.discard(peer.client_id)

    async def _leave_or_return(self, peer: Peer) -> None:
        """Somebody writes on for long without a line, while the others write too."""
        if peer.client_id in self._away:
            self._away.remove(peer.client_id)
            await peer.open()
        else:
            self._away.add(peer.client_id)
            await peer.close()

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
            rows = await log_rows(session, self.paper.document_id, after=0)
        assert draft.text == text
        peers = zip(self.peers, self.owners, strict=True)
        owners = {peer.client_id: self.world.actors[name].memberships[0].id for peer, name in peers}
        check_authorship(self.yjs, draft, rows, owners)
        assert [one async for one in verify(self.world.database)] == []
