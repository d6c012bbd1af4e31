"""Whose words came and whose went between two texts: the pieces of a comparison, divided among those who wrote them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from positions.authorship import Run
from positions.changes import ChangeKind
from positions.comparison import BlockChange, Comparison
from positions.tokens import count


@dataclass
class Contribution:
    """What came from one author, and what went of theirs; a word is whose its first letter is."""

    inserted_words: int = 0
    inserted_characters: int = 0
    deleted_words: int = 0
    deleted_characters: int = 0

    def __add__(self, other: "Contribution") -> "Contribution":
        """Both together: of two members of one organization."""
        return Contribution(
            self.inserted_words + other.inserted_words,
            self.inserted_characters + other.inserted_characters,
            self.deleted_words + other.deleted_words,
            self.deleted_characters + other.deleted_characters,
        )


def contributions(
    comparison: Comparison, base_runs: Sequence[Run], head_runs: Sequence[Run]
) -> dict[str, Contribution]:
    """The share of every author in what came (by the later text's runs) and in what went (by the earlier one's)."""
    found: dict[str, Contribution] = defaultdict(Contribution)
    went, came = _Owners(base_runs), _Owners(head_runs)
    for block in comparison.blocks:
        for kind, start, text in _changed(block):
            for author, words, characters in (came if kind is ChangeKind.INSERT else went).of(start, text):
                share = found[author]
                if kind is ChangeKind.INSERT:
                    share.inserted_words += words
                    share.inserted_characters += characters
                else:
                    share.deleted_words += words
                    share.deleted_characters += characters
    return dict(found)


def _changed(block: BlockChange) -> Iterator[tuple[ChangeKind, int, str]]:
    """The pieces of a block that came or went, and where each begins in its own text."""
    old, new = block.base_start or 0, block.head_start or 0
    for change in block.changes:
        if change.kind is ChangeKind.INSERT:
            yield change.kind, new, change.text
        elif change.kind is ChangeKind.DELETE:
            yield change.kind, old, change.text
        old += 0 if change.kind is ChangeKind.INSERT else len(change.text)
        new += 0 if change.kind is ChangeKind.DELETE else len(change.text)


class _Owners:
    """Whose a stretch of a text is."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._authors = [run.author for run in runs]
        self._ends = list(accumulate(run.length for run in runs))

    def of(self, start: int, text: str) -> Iterator[tuple[str, int, int]]:
        """The authors of a stretch in order, with how many words begin in their part and how long it is."""
        at = 0
        run = bisect_right(self._ends, start)
        while at < len(text) and run < len(self._ends):
            end = min(len(text), self._ends[run] - start)
            yield self._authors[run], _words_begun(text, at, end), end - at
            at = end
            run += 1


def _words_begun(text: str, start: int, end: int) -> int:
    """How many words begin in a stretch; one that has begun before it is counted from the space before."""
    space = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    return count(text[space:end]) - count(text[space:start])
