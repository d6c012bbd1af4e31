"""The GraphQL-over-HTTP audits, on a real server."""

import json
import subprocess
from pathlib import Path

from tests.support.servers import running_server

SCRIPT = Path(__file__).parent / "audit.mjs"


def test_all_61_audits_pass(module_database_url: str) -> None:
    with running_server(module_database_url) as address:
        done = subprocess.run(
            ["node", str(SCRIPT), f"{address}/graphql"],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [audit for audit in found if audit["status"] != "ok"] == []
    assert len(found) == 61
