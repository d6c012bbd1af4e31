"""A browser and its system in two words, from what it says of itself: enough for its owner to know it again."""

LONGEST = 200
"""Code points of a browser's self-description that are kept."""

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""In this order: nearly all of them also call themselves by the names below."""

_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def shortened(user_agent: str | None) -> str | None:
    """What is kept of a self-description."""
    kept = "".join(sign for sign in (user_agent or "")[:LONGEST] if sign.isprintable()).strip()
    return kept or None


def device(user_agent: str | None) -> str | None:
    """`Firefox · Windows`; the part that is known, or None."""
    told = user_agent or ""
    parts = [next((name for mark, name in table if mark in told), None) for table in (_BROWSERS, _SYSTEMS)]
    return " · ".join(part for part in parts if part) or None
