"""Lone surrogates: JSON can spell them (`"\\ud800"`), but no text holds them and no database takes them.

Our JSON reader refuses such a body whole. It is then read once more, so that a mutation can name the field as it names any
other that is invalid; a query that holds one stays a request that cannot be read.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from strawberry.utils.str_converters import to_camel_case

from positions.errors import Invalid

_ESCAPED = re.compile(rb"\\u[dD][89a-fA-F]")
_LONE = re.compile("[\ud800-\udfff]")


def read_with_surrogates(body: bytes) -> object | None:
    """The JSON of a body whose variables hold lone surrogates; None when they are not what is wrong with it."""
    if _ESCAPED.search(body) is None:
        return None
    try:
        content = json.loads(body.decode(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or not isinstance(content.get("variables"), dict):
        return None
    elsewhere = {name: value for name, value in content.items() if name != "variables"}
    return content if holds_none(elsewhere) and not holds_none(content["variables"]) else None


def holds_none(value: object) -> bool:
    """Whether JSON values hold no lone surrogate; itself without recursion."""
    level = [value]
    while level:
        if any(isinstance(one, str) and _LONE.search(one) for one in level):
            return False
        mappings = [one for one in level if isinstance(one, Mapping)]
        lists = [one for one in level if isinstance(one, list)]
        level = [inner for one in mappings for pair in one.items() for inner in pair]
        level += [inner for one in lists for inner in one]
    return True


def refuse_surrogates(value: object, path: tuple[str, ...] = ()) -> None:
    """Invalid with the path of the first text in an input that holds a lone surrogate."""
    if isinstance(value, str):
        found = None if value.isascii() else _LONE.search(value)
        if found is not None:
            raise Invalid("text_has_lone_surrogate", path, at=found.start())
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            refuse_surrogates(entry, (*path, str(number)))
    elif is_dataclass(value):
        for field in fields(value):
            refuse_surrogates(getattr(value, field.name), (*path, to_camel_case(field.name)))


def _refuse_constant(name: str) -> object:
    raise ValueError(name)
