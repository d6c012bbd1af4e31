"""The language to answer in, from what a client says it reads."""

from positions.data.tables import LANGUAGES


def preferred_language(accept_language: str | None) -> str | None:
    """The interface language an Accept-Language header ranks highest; None when it names none of ours."""
    ranked = sorted(
        (_ranked(part) for part in (accept_language or "").split(",")), key=lambda pair: pair[0], reverse=True
    )
    return next((language for quality, language in ranked if quality > 0 and language in LANGUAGES), None)


def _ranked(part: str) -> tuple[float, str]:
    tag, _, parameter = part.partition(";")
    language = tag.strip().lower().partition("-")[0]
    _, _, quality = parameter.partition("=")
    try:
        return (float(quality) if quality.strip() else 1.0), language
    except ValueError:
        return 0.0, language
