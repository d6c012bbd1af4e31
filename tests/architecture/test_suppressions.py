"""Whoever silences a checker names what is silenced, and why."""

import re

from tests.support.sources import frontend_sources, python_sources

# The mark with its code in brackets or after a colon, then "#" or "--" and the reason.
_MARK = re.compile(r"#\s*(?:type:\s*ignore|noqa|mypy:|pragma:|ruff:)")
_GOOD_MARK = re.compile(
    r"#\s*(?:type:\s*ignore\[[a-z, -]+\]|(?:ruff: )?noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*)\s+(?:#|--|\()\s*\w+\W+\S+"
)
_FRONTEND_MARK = re.compile(
    r"@ts-(?:ignore|nocheck|expect-error)|eslint-disable|svelte-ignore|as any\b|<any>"
)
_FRONTEND_GOOD_MARK = re.compile(r"(?:@ts-expect-error|svelte-ignore \w+)\s*(?:--|:|\(|,)?\s*\w+ \w+")
_EXEMPT = "tests/architecture/test_suppressions.py"


def test_python_suppressions_name_code_and_reason() -> None:
    bare = [
        f"{source.path}:{number}: {line.strip()}"
        for source in python_sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if _MARK.search(line) and not _GOOD_MARK.search(line) and source.path != _EXEMPT
    ]
    assert bare == []


def test_frontend_suppressions_name_code_and_reason() -> None:
    bare = [
        f"{source.path}:{number}: {line.strip()}"
        for source in frontend_sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if _FRONTEND_MARK.search(line) and not _FRONTEND_GOOD_MARK.search(line)
    ]
    assert bare == []
