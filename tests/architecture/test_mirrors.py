"""Tests lie where one looks for them: each rule's tests at the same path, each test file beside what it tests."""

from tests.support.sources import ROOT, product_sources


def test_every_ring_0_module_has_its_tests() -> None:
    without = [
        source.path
        for source in product_sources()
        if source.is_ring_0 and not (ROOT / "tests" / "positions" / f"test_{source.stem}.py").exists()
    ]
    assert without == []
