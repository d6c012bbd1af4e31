"""Debian packages: found by their files, named in one line to whoever may not install them."""

import os

import pytest

from scripts.debian import Package, install
from scripts.running import Stop

HERE = Package("base-files", ("etc/passwd",))
ABSENT = Package("absent", ("nowhere/*/at-all",))


def test_a_package_is_found_by_its_files() -> None:
    assert HERE.is_here()
    assert not ABSENT.is_here()


def test_nothing_is_done_when_all_is_here() -> None:
    install([HERE, HERE])


def test_an_ordinary_user_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    with pytest.raises(Stop, match=r"as root: apt-get install -y --no-install-recommends absent$"):
        install([HERE, ABSENT, ABSENT])
