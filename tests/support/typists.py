"""People typing at once: two kinds of peer, and generated scripts of what they do and when they hear of it."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import NamedTuple, Protocol

from hypothesis import strategies as st

from positions.errors import Stale
from positions.hunks import Hunk
from positions.replicas import Replica
from tests.support.yjs import YjsDocument

CHARACTERS = st.sampled_from(
    [*"aeil·L\n #*-", "à", "ç", "ü", "ß", "\u0301", "😀", "👩", "\u200d", "🇪", "🇸", "\ufeff", "中"]
)
PHRASES = st.text(CHARACTERS, max_size=6)


def written(text: str, client_id: int = 1) -> Replica:
    """A replica in which one client has written a text."""
    replica = Replica(client_id)
    replica.edit([Hunk(0, 0, text)])
    return replica


class Stroke(NamedTuple):
    """Who types, where (as a share of the text), how much goes and what comes."""

    typist: int
    share: float
    gone: int
    phrase: str


STROKES = st.builds(Stroke, st.integers(0, 3), st.floats(0, 1), st.integers(0, 4), PHRASES)
SCRIPTS = st.lists(STROKES, max_size=25)
CHANCES = st.randoms(use_true_random=False)


class Typist(Protocol):
    """A peer that edits its own copy and hears of the others' edits."""

    @property
    def text(self) -> str: ...
    def type(self, start: int, end: int, phrase: str) -> bytes: ...
    def hear(self, update: bytes) -> None: ...
    def clocks(self) -> dict[int, int]: ...
    def is_waiting(self) -> bool: ...


class ServerTypist:
    """Our replica; what it refuses as too early it is told again later."""

    def __init__(self, client_id: int) -> None:
        self.replica = Replica(client_id)
        self._early: list[bytes] = []

    @property
    def text(self) -> str:
        return self.replica.text

    def type(self, start: int, end: int, phrase: str) -> bytes:
        return self.replica.edit([Hunk(start, end, phrase)])

    def hear(self, update: bytes) -> None:
        waiting = [*self._early, update]
        while len(waiting) != len(self._early):
            self._early, waiting = waiting, [u for u in waiting if not self._takes(u)]

    def _takes(self, update: bytes) -> bool:
        try:
            self.replica.apply(update)
        except Stale:
            return False
        return True

    def clocks(self) -> dict[int, int]:
        return self.replica.state()

    def is_waiting(self) -> bool:
        return bool(self._early)


class BrowserTypist:
    """A yjs document."""

    def __init__(self, document: YjsDocument) -> None:
        self.document = document

    @property
    def text(self) -> str:
        return self.document.text

    def type(self, start: int, end: int, phrase: str) -> bytes:
        return self.document.edit((start, end - start, phrase))

    def hear(self, update: bytes) -> None:
        self.document.apply(update)

    def clocks(self) -> dict[int, int]:
        return self.document.state

    def is_waiting(self) -> bool:
        return self.document.is_pending


def play(script: Iterable[Stroke], typists: Sequence[Typist], chance: Random) -> list[bytes]:
    """Let everybody type and hear the others in any order; at the end everybody has heard everything."""
    updates: list[bytes] = []
    unheard: list[tuple[int, bytes]] = []
    for stroke in script:
        who = stroke.typist % len(typists)
        length = len(typists[who].text)
        start = round(stroke.share * length)
        update = typists[who].type(start, min(length, start + stroke.gone), stroke.phrase)
        updates.append(update)
        unheard += [(other, update) for other in range(len(typists)) if other != who]
        chance.shuffle(unheard)
        for _ in range(chance.randint(0, len(unheard))):
            listener, heard = unheard.pop()
            typists[listener].hear(heard)
    for listener, heard in unheard:
        typists[listener].hear(heard)
    return updates
