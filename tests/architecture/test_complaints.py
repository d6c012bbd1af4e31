"""Each complaint that users of other systems raised about what this one does too has a test that names the thread."""

import ast
from functools import cache

import pytest

from tests.support.sources import python_sources

VOTING = (
    "openslides 6667",
    "openslides 5614",
    "openslides 5745",
    "openslides 713",
    "openslides 6963",
    "openslides 6878",
    "loomio 7641",
    "loomio 9380",
    "loomio 10764",
    "decidim 13969",
    "decidim 14130",
    "datatracker 7480",
    "datatracker 7490",
    "datatracker 8795",
    "datatracker 8666",
    "gitlab 1457",
    "gitea 27114",
    "gitea 29649",
)
NOTICES = (
    "decidim 8486",
    "decidim 14899",
    "decidim 12234",
    "decidim 12557",
    "loomio 10528",
    "openslides 3513",
    "datatracker 3435",
    "datatracker 9387",
    "datatracker 7769",
    "datatracker 8271",
    "datatracker 6152",
    "datatracker 7159",
)
AMENDMENTS = (
    "openslides 2903",
    "openslides 2970",
    "openslides 4936",
    "openslides 1012",
    "openslides 4954",
    "openslides 5834",
    "openslides 5920",
    "openslides 3671",
    "openslides 5171",
    "openslides 6563",
    "antragsgruen 844",
    "decidim 5024",
    "decidim 16587",
)
MERGING = ("openslides 4217", "loomio 6976")
ANCHORS = ("hypothesis 7571", "hypothesis 258")
DIFFS = (
    "antragsgruen 577",
    "antragsgruen 1023",
    "antragsgruen 145",
    "openslides 1874",
    "openslides 2172",
    "openslides 235",
    "decidim 5522",
    "decidim 13397",
    "decidim 17587",
    "decidim 16384",
)


@cache
def told() -> tuple[str, ...]:
    """The name and sentence of every test."""
    return tuple(
        f"{node.name} {ast.get_docstring(node) or ''}".lower()
        for source in python_sources()
        if source.path.startswith("tests/")
        for node in ast.walk(ast.parse(source.text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    )


@pytest.mark.parametrize("thread", [*VOTING, *NOTICES, *AMENDMENTS, *MERGING, *ANCHORS, *DIFFS])
def test_a_complaint_has_a_test_by_name(thread: str) -> None:
    system, number = thread.split()
    assert [one for one in told() if system in one and number in one]
