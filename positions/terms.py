"""Terms of the glossary found in a passage, whatever their number or accents, with what the other language calls them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from positions.search import forms, words


@dataclass(frozen=True, slots=True)
class Hint:
    """A term as the glossary has it in the source's language and in the translation's, and what it means."""

    term: str
    translation: str
    definition: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A notion of the glossary: what each language calls it, and its definition."""

    labels: Mapping[str, str]
    definition: str


def hints(text: str, language: str, other: str, glossary: Iterable[Entry]) -> tuple[Hint, ...]:
    """The terms of the glossary that occur in a text, in order; of one term inside another only the longer."""
    spoken, wanted = _primary(language), _primary(other)
    heard = [forms(word, spoken) for word in words(text)]
    found: list[tuple[int, int, Hint]] = []
    for entry in glossary:
        if spoken in entry.labels and wanted in entry.labels and spoken != wanted:
            sought = [forms(word, spoken) for word in words(entry.labels[spoken])]
            start = _first(heard, sought)
            if start is not None:
                hint = Hint(entry.labels[spoken], entry.labels[wanted], entry.definition)
                found.append((start, start + len(sought), hint))
    return tuple(hint for start, end, hint in sorted(found, key=_place) if not _is_inside(start, end, found))


def _place(found: tuple[int, int, Hint]) -> tuple[int, int, str]:
    start, end, hint = found
    return start, end, hint.term


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _first(heard: list[frozenset[str]], sought: list[frozenset[str]]) -> int | None:
    """Where the words sought first stand in a row."""
    size = len(sought)
    places = range(len(heard) - size + 1) if size else ()
    return next(
        (at for at in places if all(map(frozenset.intersection, heard[at : at + size], sought))), None
    )


def _is_inside(start: int, end: int, found: Iterable[tuple[int, int, Hint]]) -> bool:
    return any(low <= start and end <= high and high - low > end - start for low, high, _ in found)
