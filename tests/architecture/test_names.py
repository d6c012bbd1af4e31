"""The words of the design, and none of those that say nothing."""

import ast
import re

from tests.support.sources import Source, product_sources

AVOIDED = {"revision", "ballot", "item", "manager", "helper", "helpers", "utils", "util", "info"}
# Words of others: Alembic's revision, CommonMark's list item, Relay's page info.
FOREIGN = {
    "positions/migrations/": {"revision"},
    "positions/blocks.py": {"item"},
    "positions/documents.py": {"item"},
    "positions/publishing/": {"item"},
    "api/graphql/pagination.py": {"info"},
}
_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def _avoided_words(source: Source) -> set[str]:
    foreign = [words for path, words in FOREIGN.items() if source.path.startswith(path)]
    return AVOIDED.difference(*foreign)


def _names(source: Source) -> list[str]:
    named = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [source.stem, *(node.name for node in ast.walk(source.tree) if isinstance(node, named))]


def test_names_are_those_of_the_design() -> None:
    found = {
        f"{source.path}: {name}"
        for source in product_sources()
        for name in _names(source)
        if _avoided_words(source) & {word.lower() for word in _WORDS.findall(name)}
    }
    assert found == set()
