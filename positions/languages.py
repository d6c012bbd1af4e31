"""Language tags of BCP 47: well-formed, and written one way only."""

import re
from collections.abc import Sequence

from positions.errors import Invalid

_KNOWN = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et "
    "eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk "
    "kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk "
    "tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ast kab mwl rif zgh"
)
KNOWN = frozenset(_KNOWN.split())
"""The languages of ISO 639-1, and some without a code there that are spoken around the western Mediterranean."""

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


def known_language(text: str, path: Sequence[str] = ()) -> str:
    """The tag in its customary case; Invalid when it is none, or names no language there is."""
    tag = language_tag(text, path)
    if tag.partition("-")[0] not in KNOWN:
        raise Invalid("language_unknown", path, language=tag)
    return tag
