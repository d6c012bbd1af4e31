"""What a reservation speaks about, the whole text, an ask or a passage, and what became of it in a later text.

A passage is never smaller than the blocks it touches: where its paragraph reads otherwise, it was touched too.
"""

import unicodedata
from dataclasses import dataclass

from positions.anchors import anchor, resolve
from positions.asks import Ask, asks
from positions.blocks import blocks
from positions.hunks import covering_image, hunks
from positions.search import words
from positions.wording import plain, wording


@dataclass(frozen=True, slots=True)
class Scope:
    """An ask by its key, or a passage in code points, or (both absent) the whole text."""

    ask_key: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def passage(self) -> tuple[int, int] | None:
        """The passage's range, when it is one."""
        return None if self.start is None or self.end is None else (self.start, self.end)


def untouched(scope: Scope, base: str, head: str) -> Scope | None:
    """The scope in its place in a later text, or nothing when its words are not there as they were."""
    if base == head:
        return scope
    if scope.ask_key is not None:
        before, after = _ask(base, scope.ask_key), _ask(head, scope.ask_key)
        is_same = before and after and _read(base, before) == _read(head, after)
        return scope if is_same else None
    if scope.passage is None:
        return None
    start, end = scope.passage
    around, until = neighbourhood(base, start, end)
    place = resolve(anchor(base, around, until), base, head)
    if place.start is None:
        return None
    return Scope(None, place.start + start - around, place.start + end - around)


def is_reached(wish: str | None, scope: Scope, base: str, head: str) -> bool:
    """Whether the later text says in this scope what was wished for: its words, one after the other.

    Case, white space, quotation marks, Markdown marks and the ways to write `l·l` do not count.
    """
    wished = _folded(wish or "")
    return bool(wished.strip()) and wished in _folded(words_of(scope, base, head))


def words_of(scope: Scope, base: str, head: str) -> str:
    """What a later text says where the scope of an earlier one was; nothing where the ask is gone."""
    if scope.ask_key is not None:
        found = _ask(head, scope.ask_key)
        return head[found.start : found.end] if found else ""
    if scope.passage is None:
        return head
    carried = covering_image(hunks(base, head), *neighbourhood(base, *scope.passage))
    start, end = neighbourhood(head, *carried)
    return head[start:end]


def neighbourhood(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the blocks that a range touches, without the blank lines around them."""
    touched = [block for block in blocks(text) if block.start < max(end, start + 1) and start < block.end]
    if not touched:
        return start, end
    first, last = touched[0].start, touched[-1].end
    piece = text[first:last]
    return last - len(piece.lstrip()), first + len(piece.rstrip())


def _ask(text: str, key: str) -> Ask | None:
    """The ask with this key; of several nobody can say which is meant."""
    found = [ask for ask in asks(text) if ask.key == key]
    return found[0] if len(found) == 1 else None


def _read(text: str, ask: Ask) -> str:
    return unicodedata.normalize("NFC", wording(text[ask.start : ask.end]))


def _folded(text: str) -> str:
    """The words of a text between blanks."""
    return f" {' '.join(words(plain(text)))} "
