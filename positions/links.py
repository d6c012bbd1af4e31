"""Addresses that people give as evidence: pages of the web, and nothing that a browser would run."""

import re
from collections.abc import Sequence

from positions.errors import Invalid, LimitExceeded

LONGEST = 2_000
"""In code points; browsers and proxies cut longer ones."""

_WEB = re.compile(
    r"https?://"
    r"(?:[^\W_](?:[\w.-]*[^\W_])?|\[[0-9a-f:.]+\])"  # a host, and no `user:password@` before it
    r"(?::\d{1,5})?"
    r"(?:[/?#][^\s\\<>\"]*)?",
    re.IGNORECASE,
)


def web_link(text: str, path: Sequence[str] = ()) -> str:
    """The address, trimmed; Invalid unless the whole of it is an http or https address that names its host."""
    link = text.strip()
    if len(link) > LONGEST:
        raise LimitExceeded("text_too_long", path, limit=LONGEST)
    if not (link.isprintable() and _WEB.fullmatch(link)):
        raise Invalid("link_invalid", path, link=link[:80])
    return link
