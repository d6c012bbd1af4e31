"""Language tags of BCP 47: well-formed, and written one way only."""

import re
from collections.abc import Sequence

from positions.errors import Invalid

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|\d{3}))?(-(?P<variants>[a-z0-9]{5,8}))?",
    re.IGNORECASE,
)


def language_tag(text: str, path: Sequence[str] = ()) -> str:
    """The tag in its customary case (`ca`, `sr-Latn`, `pt-BR`, `ca-valencia`); Invalid when it is none."""
    match = _TAG.fullmatch(text)
    if match is None:
        raise Invalid("language_invalid", path, language=text[:40])
    parts = (
        match["language"].lower(),
        (match["script"] or "").title(),
        (match["region"] or "").upper(),
        (match["variants"] or "").lower(),
    )
    return "-".join(part for part in parts if part)
