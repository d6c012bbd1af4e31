"""Who may import whom, where import-linter cannot say it: ring 0, package files, functions, pycrdt."""

import ast
import sys
from collections.abc import Iterator

from tests.support.sources import Source, product_sources, python_sources

# Beside the standard library, what pure text work needs.
RING_0_LIBRARIES = {
    "diff_match_patch",
    "markdown_it",
    "mdit_py_plugins",
    "rapidfuzz",
    "rfc8785",
    "snowballstemmer",
    "zstandard",
}
# Of the standard library, what gives a clock, chance, identity, I/O or waiting.
RING_0_BANNED = {
    "asyncio", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "select", "shutil",
    "signal", "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
ONLY_USER_OF_PYCRDT = "positions/replicas.py"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module == "positions":
        return [f"positions.{alias.name}" for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _imports(source: Source) -> Iterator[str]:
    for node in source.nodes:
        yield from _imported(node)


def _ring_0() -> list[Source]:
    return [source for source in product_sources() if source.is_ring_0]


def test_ring_0_knows_only_itself_and_pure_libraries() -> None:
    modules = {f"positions.{source.stem}" for source in _ring_0()}
    allowed = RING_0_LIBRARIES | (set(sys.stdlib_module_names) - RING_0_BANNED)
    strangers = {
        f"{source.path} imports {name}"
        for source in _ring_0()
        for name in _imports(source)
        if name not in modules and name.split(".")[0] not in allowed
        if not (name == "pycrdt" and source.path == ONLY_USER_OF_PYCRDT)
    }
    assert strangers == set()


def test_pycrdt_has_one_user() -> None:
    users = {
        source.path
        for source in product_sources()
        if "pycrdt" in {name.split(".")[0] for name in _imports(source)}
    }
    assert users <= {ONLY_USER_OF_PYCRDT}


def test_package_files_are_empty() -> None:
    packages = [source for source in python_sources() if source.stem == "__init__"]
    assert {source.path for source in packages if any(_imports(source))} == set()


def test_nothing_is_imported_inside_a_function() -> None:
    hidden = {
        f"{source.path}:{node.lineno}"
        for source in python_sources()
        if _has_imports_below(source)
        for function in source.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert hidden == set()


def _has_imports_below(source: Source) -> bool:
    """Whether anything is imported in other places than a module's own lines."""
    everywhere = sum(isinstance(node, ast.Import | ast.ImportFrom) for node in source.nodes)
    return everywhere > sum(isinstance(node, ast.Import | ast.ImportFrom) for node in source.tree.body)


def test_the_product_never_imports_its_tests() -> None:
    outside = {"tests", "scripts", "benchmarks", "soak"}
    assert {
        f"{source.path} imports {name}"
        for source in product_sources()
        for name in _imports(source)
        if name.split(".")[0] in outside
    } == set()
