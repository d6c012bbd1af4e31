"""The words that stand around a text in every printed form: `words/ca.json`, `es.json`, `en.json`; other languages get English.

Also how days, languages and lists of names are written there. A `{name}` is filled in by the caller.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

LANGUAGES = ("ca", "es", "en")
_FALLBACK = "en"

_FOLDER = Path(__file__).with_name("words")
_MONTHS = {
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "en": "January February March April May June July August September October November December",
}
_VOWELS = "aoeiuh"
_LANGUAGE_NAMES: dict[str, tuple[str, str, str]] = {
    "ca": ("català", "catalán", "Catalan"),
    "es": ("castellà", "castellano", "Spanish"),
    "en": ("anglès", "inglés", "English"),
    "fr": ("francès", "francés", "French"),
    "it": ("italià", "italiano", "Italian"),
    "de": ("alemany", "alemán", "German"),
    "pt": ("portuguès", "portugués", "Portuguese"),
    "oc": ("occità", "occitano", "Occitan"),
    "eu": ("basc", "euskera", "Basque"),
    "gl": ("gallec", "gallego", "Galician"),
    "ar": ("àrab", "árabe", "Arabic"),
}
_THOUSANDS = {"ca": ".", "es": ".", "en": ","}
_DECIMAL = {"ca": ",", "es": ",", "en": "."}
_PERCENT = {"ca": "\u00a0%", "es": "\u00a0%", "en": "%"}
_AND = {"ca": " i ", "es": " y ", "en": " and "}


def spoken(language: str) -> str:
    """The language in which the furniture of a text in `language` is written."""
    primary = language.partition("-")[0].lower()
    return primary if primary in LANGUAGES else _FALLBACK


def word(key: str, language: str, /, **fields: object) -> str:
    """One piece of furniture, its fields filled in."""
    wording = words(language)[key]
    return wording.format(**fields) if fields else wording


def words(language: str) -> Mapping[str, str]:
    """All furniture in one language, unfilled."""
    return _catalogue(spoken(language))


def counted(key: str, count: int, language: str) -> str:
    """Furniture that has a form for one and a form for many."""
    return word(f"{key}-one", language) if count == 1 else word(f"{key}-many", language, count=count)


def day(moment: date, language: str) -> str:
    """A day written out: `27 de novembre de 2026`, `27 November 2026`."""
    told = spoken(language)
    month = _MONTHS[told].split()[moment.month - 1]
    match told:
        case "ca":
            of = "d'" if month[0] in _VOWELS else "de "
            return f"{moment.day} {of}{month} de {moment.year}"
        case "es":
            return f"{moment.day} de {month} de {moment.year}"
        case _:
            return f"{moment.day} {month} {moment.year}"


def number(value: int, language: str) -> str:
    """A whole number with its thousands set apart."""
    return f"{value:,}".replace(",", _THOUSANDS[spoken(language)])


def percent(share: Fraction, language: str) -> str:
    """A share in per cent, two places, never rounded up: what was not reached must not look reached."""
    whole, rest = divmod(share.numerator * 10_000 // share.denominator, 100)
    return f"{whole}{_DECIMAL[spoken(language)]}{rest:02}{_PERCENT[spoken(language)]}"


def language_name(tag: str, language: str) -> str:
    """What a language is called in another; its tag where we have no word for it."""
    names = _LANGUAGE_NAMES.get(tag.partition("-")[0])
    return names[LANGUAGES.index(spoken(language))] if names else tag


def listed(names: Iterable[str], language: str) -> str:
    """Names in a sentence: `Tiana, Gavà i Begues`."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)}{_AND[spoken(language)]}{last}" if first else last


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    found: Mapping[str, str] = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return found
