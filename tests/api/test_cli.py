import pytest
from typer.testing import CliRunner, Result

from api.cli import main

runner = CliRunner()
MEMBER = [
    "member",
    "add",
    "--email",
    "nova@08019.test",
    "--name",
    "Nova",
    "--organization",
    "08019",
    "--role",
    "delegate",
]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch) -> "Run":
    monkeypatch.setenv("POSITIONS_DATABASE_URL", database_url)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return Run()


class Run:
    def __call__(self, *arguments: str) -> Result:
        return runner.invoke(main, arguments)


def test_from_nothing_to_a_token(run: Run) -> None:
    assert run("migrate").exit_code == 0
    assert run("migrate").exit_code == 0
    assert run(*MEMBER).exit_code == 0
    made = run("token", "create", "--email", "nova@08019.test", "--scopes", "read,VOTE", "--days", "3")
    assert made.exit_code == 0
    (secret,) = made.stdout.splitlines()
    assert secret.startswith("positions_")
    held = run("verify")
    assert (held.exit_code, held.stdout) == (0, "Everything holds.\n"), held.exception


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([*MEMBER[:-1], "mayor"], "none of delegate"),
        ([*MEMBER[:-3], "99999", "--role", "delegate"], ""),
        (["token", "create", "--email", "nobody@nowhere", "--scopes", "read"], ""),
        (["token", "create", "--email", "nobody@nowhere", "--scopes", "everything"], "none of read"),
        (["verify", "AMB-PP-1999-001"], ""),
    ],
)
def test_refusals_are_one_sentence_and_exit_1(run: Run, arguments: list[str], words: str) -> None:
    assert run("migrate").exit_code == 0
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert words in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_a_person_is_registered_once_for_a_role(run: Run) -> None:
    run("migrate")
    assert run(*MEMBER).exit_code == 0
    assert run(*MEMBER).exit_code == 1


def test_settings_that_contradict_stop_the_server(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_DEMO", "1")
    monkeypatch.setenv("POSITIONS_OIDC_ISSUER", "https://login.example")
    refused = run("serve")
    assert refused.exit_code == 1
    assert "POSITIONS_OIDC_ISSUER" in refused.stderr
