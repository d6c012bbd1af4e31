"""The permission table as pages that people read: a golden file for the tests, a page for the docs.

`python -m tests.support.permission_matrix` writes both anew after the table was changed on purpose.
"""

import inspect
import re
from pathlib import Path

from positions.actors import Scope
from positions.lifecycle import TRANSITIONS, Stage
from positions.permissions import PERMISSIONS, SCOPES, Permission, Standing

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/positions/permissions.golden.txt"
PAGE = ROOT / "docs/permissions.md"

_SENTENCE = re.compile(r'^    (?P<name>[A-Z_]+) = "(?P=name)"  # (?P<sentence>.+)$', re.MULTILINE)
_HEADINGS = {stage: stage.value[:10].lower() for stage in Stage}
_STANDINGS = {
    Standing.ANONYMOUS: "anybody, signed in or not",
    Standing.OUTSIDER: "delegate of a town that takes no part",
    Standing.OBSERVER: "observer of a partner",
    Standing.DELEGATE: "delegate of a participant",
    Standing.LEAD: "delegate of the lead",
    Standing.COORDINATOR: "coordinator",
    Standing.ADMINISTRATOR: "administrator",
}


def sentences() -> dict[Permission, str]:
    """What each permission allows: the sentence that stands beside it in the source."""
    found = _SENTENCE.finditer(inspect.getsource(Permission))
    return {Permission[match["name"]]: match["sentence"] for match in found}


def golden() -> str:
    """Every permission, standing and stage, one line for each permission and standing."""
    width = max(len(standing.value) for standing in Standing) + 2
    head = " " * width + "".join(f"{heading:<12}" for heading in _HEADINGS.values())
    blocks = []
    for permission in Permission:
        lines = [
            f"{standing.value:<{width}}"
            + "".join(f"{_mark(permission, standing, stage):<12}" for stage in Stage)
            for standing in Standing
        ]
        blocks.append("\n".join(line.rstrip() for line in [f"{permission.value}", head, *lines]))
    return "\n\n".join(blocks) + "\n"


def page() -> str:
    """The page for the docs: who may do what, when; and what moves a position."""
    parts = [
        _INTRODUCTION,
        *(_section(permission, text) for permission, text in sentences().items()),
        _TRANSITIONS_HEAD,
    ]
    rows = [
        f"| {start.value} | {action.value} | {end.value} |" for (start, action), end in TRANSITIONS.items()
    ]
    return "\n\n".join([*parts, "\n".join(["| from | by | to |", "|---|---|---|", *rows])]) + "\n"


_INTRODUCTION = """# Who may do what, when

Written from the tables in `positions/permissions.py` and `positions/lifecycle.py`; a test keeps this page true.
Everybody reads what is published. A vote also needs a place in the round's electorate, and a token its scope."""

_TRANSITIONS_HEAD = "## What moves a position"


def _section(permission: Permission, sentence: str) -> str:
    head = ["| | " + " | ".join(_HEADINGS.values()) + " |", "|---|" + ":-:|" * len(Stage)]
    rows = [
        f"| {_STANDINGS[standing]} | "
        + " | ".join(_cell(permission, standing, stage) for stage in Stage)
        + " |"
        for standing in Standing
        if standing in PERMISSIONS[permission]
    ]
    scope = SCOPES.get(permission, Scope.WRITE).value
    return "\n".join([f"## {permission.value}", "", f"{sentence} Token scope: `{scope}`.", "", *head, *rows])


def _is_granted(permission: Permission, standing: Standing, stage: Stage) -> bool:
    return stage in PERMISSIONS[permission].get(standing, frozenset())


def _mark(permission: Permission, standing: Standing, stage: Stage) -> str:
    return "yes" if _is_granted(permission, standing, stage) else "."


def _cell(permission: Permission, standing: Standing, stage: Stage) -> str:
    return "●" if _is_granted(permission, standing, stage) else ""


def main() -> None:
    """Write both files."""
    GOLDEN.write_text(golden(), encoding="utf-8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
