"""The wording of refusals in Catalan, Spanish and English: `ca.json`, `es.json`, `en.json` beside this file.

Each catalogue has `titles` and `labels` (pages that the server writes itself), `reasons` (one sentence or two per reason key: what happened, what was kept, what to do), `codes` (what is said
when a reason has no wording) and `words` (how the values of a field are called). A `{field}` stands for a refusal's field.
What members are told stands apart, in `notices.ca.json` and so on: `notices` (a sentence for each kind), `subjects` and `mails`.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from positions.deadlines import HOME_ZONE
from positions.errors import Refusal

DEFAULT_LANGUAGE = "ca"
LANGUAGES = ("ca", "es", "en")

_FOLDER = Path(__file__).parent
_THOUSANDS = {"ca": ".", "es": ".", "en": ","}
_MOMENTS = {"ca": "%d/%m/%Y, %H.%M", "es": "%d/%m/%Y, %H:%M", "en": "%d %B %Y, %H:%M"}
_DAYS = {"ca": "%d/%m/%Y", "es": "%d/%m/%Y", "en": "%d %B %Y"}
_WRITTEN_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_UNKNOWN = "…"

Words = Mapping[str, str]


class _Fields(dict[str, str]):
    """Fields by name; one that was not given is an ellipsis rather than an error."""

    def __missing__(self, name: str) -> str:
        return _UNKNOWN


def message(reason: str, language: str, /, **fields: object) -> str:
    """What a reason says in a language (Catalan where we do not speak it); a general sentence for an unknown reason."""
    told = spoken(language)
    wording = _section(told, "reasons").get(reason) or _section(told, "codes")["INVALID"]
    return _filled(wording, told, fields)


def refusal_message(refusal: Refusal, language: str) -> str:
    """What a refusal says: by its reason, else by its code."""
    told = spoken(language)
    wording = _section(told, "reasons").get(refusal.reason) or _section(told, "codes")[refusal.code.value]
    return _filled(wording, told, refusal.fields)


def title(reason: str, language: str) -> str:
    """The heading of a page that says why somebody could not sign in."""
    titles = _section(spoken(language), "titles")
    return titles.get(reason) or titles["sign_in"]


def label(name: str, language: str, /, **fields: object) -> str:
    """A few words on a page that the server writes itself."""
    told = spoken(language)
    return _filled(_section(told, "labels")[name], told, fields)


def notice(name: str, language: str, /, **fields: object) -> str:
    """What a notice says."""
    told = spoken(language)
    return _filled(_section(told, "notices")[name], told, fields)


def has_notice(name: str) -> bool:
    """Whether there is a wording of this name."""
    return name in _section(DEFAULT_LANGUAGE, "notices")


def subject(name: str, language: str, /, **fields: object) -> str | None:
    """The subject of a mail with this one notice: what is asked and by when; None for news."""
    told = spoken(language)
    wording = _section(told, "subjects").get(name)
    return None if wording is None else _filled(wording, told, fields)


def mail(name: str, language: str, /, **fields: object) -> str:
    """A few words of a mail."""
    told = spoken(language)
    return _filled(_section(told, "mails")[name], told, fields)


def spoken(language: str) -> str:
    """The language of the catalogue that answers for a language tag such as `es-ES`."""
    primary = language.partition("-")[0].lower()
    return primary if primary in LANGUAGES else DEFAULT_LANGUAGE


def reasons(language: str) -> Words:
    """Every reason with its wording."""
    return _section(language, "reasons")


def _filled(wording: str, language: str, fields: Mapping[str, object]) -> str:
    return wording.format_map(
        _Fields({name: _shown(name, value, language) for name, value in fields.items()})
    )


def _shown(name: str, value: object, language: str) -> str:
    """A field's value as a reader knows it: enum words by name, numbers and moments by locale."""
    match _read(value):
        case bool() | None:
            return str(value)
        case int(number):
            return f"{number:,}".replace(",", _THOUSANDS[language])
        case datetime() as moment:
            local = moment.astimezone(HOME_ZONE) if moment.tzinfo else moment
            return local.strftime(_MOMENTS[language])
        case date() as day:
            return day.strftime(_DAYS[language])
        case _:
            return _section(language, f"words.{name}").get(str(value), str(value))


def _read(value: object) -> object:
    """The value, a moment where one is written out."""
    if isinstance(value, str) and _WRITTEN_MOMENT.match(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value
    return value


def _section(language: str, section: str) -> Words:
    return _catalogue(language).get(section, {})


@cache
def _catalogue(language: str) -> Mapping[str, Words]:
    """One language's sections; the words of each field as `words.FIELD`."""
    sections: dict[str, Words] = {}
    for file in (f"notices.{language}.json", f"{language}.json"):
        content = json.loads((_FOLDER / file).read_text(encoding="utf-8"))
        sections |= {f"words.{field}": table for field, table in content.pop("words").items()}
        sections |= content
    return sections
