"""Text folded so that accents, plurals and `l·l` do not matter to whoever searches.

An index is one line of distinct tokens between blanks: every word without its accents, its singulars, and its stem. A query asks
for each of its words; a word is found by any of its own forms, or as the beginning of an indexed one. Tokens hold letters
and digits only, so they need no escaping in a LIKE pattern and mean the same in every database.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

STEMMED = {"ca": "catalan", "es": "spanish", "en": "english"}
"""The languages whose words are also indexed by stem."""

MAX_STEMMED = 20_000
"""How many distinct words of one text are stemmed; a text of pathological size keeps its plain words."""

MAX_WORDS = 12
"""How many words of a query count."""

MAX_LETTERS = 64
"""How much of one word counts: databases refuse long patterns, and no word of a language is longer."""

MIN_STEM = 4
"""A shorter stem belongs to too many words: "acció" would find every "acte"."""

PLURALS = (
    ("ques", ("ca", "qua", "que")),
    ("gues", ("ga", "gua", "gue")),
    ("ges", ("ja", "ge")),
    ("ces", ("ca", "ce", "z")),
    ("ies", ("ia", "y")),
    ("ns", ("", "n")),
    ("os", ("", "o")),
    ("es", ("a", "e", "")),
    ("s", ("",)),
)
"""Plural endings without accents, longest first, each with the singular endings it may stand for."""

_COMMON = {
    "ca": "a al als amb d de del dels e el els en entre es i la les o per pel pels que qu s sa se sense ses si sobre son "
    "t u un una uns unes",
    "es": "a al con de del e el en entre es la las lo los o para por que se sin sobre su sus un una unos unas y",
    "en": "a an and as at by for from in is of on or than the to with",
}
FUNCTION_WORDS = frozenset(word for common in _COMMON.values() for word in (*common.split(), "l", "n"))
"""Words too common to ask for, unless a query has no others."""

_WORD = re.compile(r"[^\W_]+")
_ELA_GEMINADA = re.compile(r"(?<=l)[·•∙‧⋅・.\-](?=l)")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, in lower case, `l·l` written `ll`, accents kept, the end of a monster left out."""
    found = _WORD.findall(_ELA_GEMINADA.sub("", unicodedata.normalize("NFKC", text).lower()))
    return tuple(word[:MAX_LETTERS] for word in found)


def fold(text: str, language: str = "") -> str:
    """The index of a text in a language (a tag; empty or unknown: no stems): distinct tokens, each between blanks."""
    primary = language.partition("-")[0].lower()
    tokens: dict[str, None] = {}
    for number, word in enumerate(dict.fromkeys(words(text))):
        tokens.update(dict.fromkeys(_forms(word, (primary,) if number < MAX_STEMMED else ())))
    return f" {' '.join(tokens)} " if tokens else ""


def forms(word: str, language: str) -> frozenset[str]:
    """What a word of a language is found by: itself without accents, its singulars and its stem."""
    return frozenset(_forms(word, (language.partition("-")[0].lower(),)))


def patterns(query: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query, the LIKE patterns of which one must match an index; empty without any word."""
    found = tuple(dict.fromkeys(words(query)))
    telling = tuple(word for word in found if word not in FUNCTION_WORDS) or found
    return tuple(_patterns(word) for word in telling[:MAX_WORDS])


def matches(query: str, index: str) -> bool:
    """Whether a query finds an index: what the database does with `patterns`, said in Python."""
    asked = patterns(query)
    return bool(asked) and all(any(pattern.strip("%") in index for pattern in each) for each in asked)


def unaccented(word: str) -> str:
    """A word without its diacritics."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _patterns(word: str) -> tuple[str, ...]:
    forms = _forms(word, tuple(STEMMED))
    return (f"% {unaccented(word)}%", *(f"% {form} %" for form in forms))


def _forms(word: str, languages: Iterable[str]) -> tuple[str, ...]:
    plain = unaccented(word)
    stems = (_stem(word, language) for language in languages if language in STEMMED)
    return tuple(dict.fromkeys([plain, *_singulars(plain), *filter(None, stems)]))


def _singulars(plain: str) -> tuple[str, ...]:
    for ending, singulars in PLURALS:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            stem = plain.removesuffix(ending)
            return tuple(stem + singular for singular in singulars)
    return ()


@lru_cache(maxsize=65_536)
def _stem(word: str, language: str) -> str:
    # One for each word: a stemmer keeps the word it is at work on in itself, and long texts are folded in threads.
    stem = unaccented(str(snowballstemmer.stemmer(STEMMED[language]).stemWord(word)))
    return stem if len(stem) >= MIN_STEM else ""
