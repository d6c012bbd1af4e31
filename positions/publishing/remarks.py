"""Why a PDF does not declare the standards, in the reader's language, from what Typst says."""

import re

from positions.publishing.furniture import word

_CAUSES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"skipped from heading level"), "remark-levels"),
    (re.compile(r"first heading must be of level 1"), "remark-first-level"),
    (re.compile(r'the text `"(?P<sign>.+?)"` could not be displayed'), "remark-sign"),
)


def remark(problem: str | None, language: str) -> str | None:
    """The sentence for what Typst objected to; None when it did not."""
    if problem is None:
        return None
    for pattern, key in _CAUSES:
        found = pattern.search(problem)
        if found is not None:
            return word(key, language, **found.groupdict())
    return word("remark-other", language, problem=problem)
