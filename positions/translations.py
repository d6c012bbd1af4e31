"""A translation beside its source: what is done, and what fell behind.

A *wording* is what somebody gave, or confirmed, for a passage of the source; it is kept, so that a passage whose source
changed is known to be behind, together with the source it was translated from. A passage without letters, and code, needs
no translation. What was never given a wording counts as translated as soon as it differs from its source, whoever wrote
it and by whatever way.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Self

from positions.parallels import Passage, align, known_wordings, passages
from positions.wording import plain


class PassageState(StrEnum):
    """How a passage and its translation stand to each other."""

    UNTRANSLATED = "UNTRANSLATED"  # It still says the source's words.
    TRANSLATED = "TRANSLATED"
    STALE = "STALE"  # The source changed since.
    MISSING = "MISSING"  # The translation has nothing in its place.
    WORDLESS = "WORDLESS"  # There is nothing to translate.
    EXTRA = "EXTRA"  # The source has nothing in its place.


OPEN = frozenset({PassageState.UNTRANSLATED, PassageState.STALE, PassageState.MISSING})
"""The states that leave something to do."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage of the source and what was given for it."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Parallel:
    """A passage of the source, its translation, and their state; of a stale one the source it was translated from."""

    state: PassageState
    source: Passage | None
    target: Passage | None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the passages that need a translation have one, and what the others lack."""

    total: int
    translated: int
    untranslated: int
    stale: int
    missing: int

    @property
    def share(self) -> Fraction:
        """The share that is translated; a text with nothing to translate is done."""
        return Fraction(self.translated, self.total) if self.total else Fraction(1)


def parallels(
    source: str, target: str, wordings: Sequence[Wording], earlier: str = ""
) -> tuple[Parallel, ...]:
    """The source's passages in order, each with its translation; what is extra follows the passage that it stands after.

    Later wordings count before earlier ones. `earlier` is the source that the translation began from, where that is
    another: what still says its words is no translation.
    """
    left, right = passages(source), passages(target)
    memory = _Memory.of(wordings, earlier)
    pairs = dict(align(left, right, known_wordings([(each.source, each.target) for each in wordings])))
    rows: list[Parallel] = []
    shown = 0
    for number, passage in enumerate(left):
        if number not in pairs:
            rows.append(Parallel(PassageState.MISSING, passage, None))
            continue
        at = pairs[number]
        rows += [Parallel(PassageState.EXTRA, None, extra) for extra in right[shown:at]]
        rows.append(memory.pair(passage, right[at]))
        shown = at + 1
    return (*rows, *(Parallel(PassageState.EXTRA, None, extra) for extra in right[shown:]))


def needs_translation(passage: Passage) -> bool:
    """Whether a passage has words to translate."""
    return passage.shape.kind not in {"code", "rule"} and any(map(str.isalpha, plain(passage.text)))


def progress(rows: Iterable[Parallel]) -> Progress:
    """How far the translation is."""
    counts = Counter(row.state for row in rows)
    return Progress(
        total=counts[PassageState.TRANSLATED] + sum(counts[state] for state in OPEN),
        translated=counts[PassageState.TRANSLATED],
        untranslated=counts[PassageState.UNTRANSLATED],
        stale=counts[PassageState.STALE],
        missing=counts[PassageState.MISSING],
    )


def implied(rows: Iterable[Parallel]) -> tuple[Wording, ...]:
    """What the translation says for each passage that it does not leave open."""
    return tuple(
        Wording(row.source.text, row.target.text)
        for row in rows
        if row.state not in OPEN and row.source is not None and row.target is not None
    )


@dataclass(frozen=True)
class _Memory:
    """What is known of passages that were translated: pairs given, the newest source of each wording, copied sources."""

    given: frozenset[Wording]
    origins: Mapping[str, str]
    copied: frozenset[str]

    @classmethod
    def of(cls, wordings: Sequence[Wording], earlier: str) -> Self:
        sources = {passage.text for passage in passages(earlier)} | {each.source for each in wordings}
        origins = {each.target: each.source for each in wordings}
        return cls(frozenset(wordings), origins, frozenset(sources))

    def pair(self, source: Passage, target: Passage) -> Parallel:
        origin = self.origins.get(target.text)
        done = PassageState.TRANSLATED if needs_translation(source) else PassageState.WORDLESS
        if Wording(source.text, target.text) in self.given:
            return Parallel(done, source, target)
        if source.text == target.text:
            is_open = done is PassageState.TRANSLATED
            return Parallel(PassageState.UNTRANSLATED if is_open else done, source, target)
        if origin is not None:
            return Parallel(PassageState.STALE, source, target, origin)
        return Parallel(PassageState.UNTRANSLATED if target.text in self.copied else done, source, target)
