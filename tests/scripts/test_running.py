"""Steps are done once for the same inputs, and again when an input or the result is gone."""

from pathlib import Path

import pytest

from scripts import running
from scripts.running import Step, Stop, environment, fingerprint, quietly, show


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(running, "ROOT", tmp_path)
    monkeypatch.setattr(running, "STATE", tmp_path)
    return tmp_path


def _times_worked(steps: list[Step], result: Path) -> int:
    times: list[int] = []

    def work() -> None:
        times.append(1)
        result.touch()

    for step in steps:
        step.ensure(work)
    return len(times)


def test_a_step_is_done_once(checkout: Path) -> None:
    result = checkout / "result"
    assert _times_worked([Step("step", "inputs", result)] * 3, result) == 1


def test_a_step_is_done_again_for_other_inputs(checkout: Path) -> None:
    result = checkout / "result"
    assert _times_worked([Step("step", "old", result), Step("step", "new", result)], result) == 2


def test_a_step_is_done_again_when_its_result_is_gone(checkout: Path) -> None:
    result = checkout / "result"
    step = Step("step", "inputs", result)
    step.ensure(result.touch)
    result.unlink()
    assert not step.is_done()


def test_a_step_that_fails_is_not_done(checkout: Path) -> None:
    step = Step("step", "inputs", checkout)

    def fail() -> None:
        raise Stop("no")

    with pytest.raises(Stop):
        step.ensure(fail)
    assert not step.is_done()


def test_a_fingerprint_depends_on_names_contents_and_facts(checkout: Path) -> None:
    one, other = checkout / "one", checkout / "other"
    one.write_text("same")
    other.write_text("same")
    prints = {fingerprint([one]), fingerprint([other]), fingerprint([one, other]), fingerprint([one], "fact")}
    one.write_text("changed")
    assert len(prints | {fingerprint([one])}) == 5


def test_a_command_is_shown_as_one_would_type_it(checkout: Path) -> None:
    assert show([checkout / ".venv/bin/ruff", "check", "."]) == ".venv/bin/ruff check ."


def test_a_failing_step_says_where_its_output_is(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Stop, match=r"exit code 3; all it said is in \.dev/step\.log"):
        quietly("step", ["sh", "-c", "echo why; exit 3"], folder=checkout)
    assert "why" in capsys.readouterr().err


def test_what_is_compiled_is_kept_whatever_the_machine_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in environment()
