"""Tracked changes in Word: accepting all gives the later text, rejecting all the earlier one."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pypandoc
import pytest
from hypothesis import given, settings

from positions.comparison import compare
from positions.papers import Review
from positions.publishing.tracked import tracked_docx
from tests.strategies import texts

REVIEW = Review(
    "AMB-PP-2026-001", "ca", "v0.9", "v1.0", "Àrea Metropolitana de Barcelona", date(2026, 11, 20)
)
BASE = """# Aigua

El riu és un, amb [una llei](https://a.eu).

- primer punt
- segon punt

| A | B |
|---|---|
| un | dos |

Paràgraf que desapareix.

> Qui contamina paga.
"""
HEAD = """# Aigua i riu

El gran riu és un, amb [una altra llei](https://b.eu).

- primer punt
- segon punt ampliat
- tercer punt

| A | B |
|---|---|
| un | tres |

> Qui contamina paga sempre.

Paràgraf **nou**.
"""
PANDOC = pypandoc.get_pandoc_path()


def words(command: list[str], given: bytes) -> list[str]:
    done = subprocess.run(
        [PANDOC, "-t", "plain", "--wrap=none", *command], input=given, capture_output=True, check=True
    )
    return re.findall(r"\w+", done.stdout.decode())


def read(content: bytes, changes: str) -> list[str]:
    """The words of the file below its first line, with changes accepted or rejected."""
    return words(["-f", "docx", f"--track-changes={changes}"], content)[TOLD:]


TOLD = len(re.findall(r"\w+", "AMB-PP-2026-001 · Versió v0.9 → v1.0"))


@pytest.mark.parametrize(
    ("base", "head"), [(BASE, HEAD), (HEAD, BASE), (BASE, BASE), ("un\n", "```\ncodi\n```\n")]
)
def test_accepting_gives_the_head_and_rejecting_the_base(base: str, head: str) -> None:
    content = tracked_docx(compare(base, head), base, head, REVIEW)
    assert read(content, "accept") == words(["-f", "gfm"], head.encode())
    assert read(content, "reject") == words(["-f", "gfm"], base.encode())


def test_a_change_has_its_author_and_its_day(tmp_path: Path) -> None:
    path = tmp_path / "tracked.docx"
    path.write_bytes(tracked_docx(compare(BASE, HEAD), BASE, HEAD, REVIEW))
    command = [PANDOC, "-f", "docx", "-t", "native", "--track-changes=all", path]
    native = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert '"author" , "\\192rea Metropolitana de Barcelona"' in native
    assert '"date" , "2026-11-20T00:00:00Z"' in native


@settings(max_examples=15)
@given(texts(), texts())
def test_any_two_texts_can_be_compared(base: str, head: str) -> None:
    assert tracked_docx(compare(base, head), base, head, REVIEW).startswith(b"PK")
