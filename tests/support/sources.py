"""The project's own source files, read once, for the tests that hold the rules of the house."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON_FOLDERS = ("positions", "api", "tests", "scripts", "benchmarks", "soak")
_NOT_OURS = {"node_modules", "dist", "coverage", "__pycache__"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file: its path below the root, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed module, of a Python file."""
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self.text.splitlines())

    @property
    def is_test(self) -> bool:
        """Whether it belongs to the tests."""
        return self.path.startswith("tests/")

    @property
    def is_revision(self) -> bool:
        """Whether it is a step of the database's schema: a list that runs once and is never read as a program."""
        return self.path.startswith("positions/migrations/versions/")

    @property
    def is_ring_0(self) -> bool:
        """Whether it lies directly in positions/."""
        return self.path.startswith("positions/") and self.path.count("/") == 1 and self.stem != "__init__"

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return Path(self.path).stem

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the parsed module: walking all sources takes seconds."""
        return tuple(ast.walk(self.tree))

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        return (node for node in self.nodes if isinstance(node, Function))


def _read(file: Path) -> Source:
    return Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))


@cache
def python_sources() -> tuple[Source, ...]:
    """Every Python file of ours, tests and tools included."""
    files = (file for folder in PYTHON_FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))
    return (*map(_read, files), _read(ROOT / "dev"))


@cache
def product_sources() -> tuple[Source, ...]:
    """The Python files of the product itself."""
    return tuple(source for source in python_sources() if source.path.startswith(("positions/", "api/")))


@cache
def frontend_sources() -> tuple[Source, ...]:
    """The TypeScript and Svelte files of the web application."""
    files = (
        file
        for file in sorted((ROOT / "frontend").rglob("*"))
        if file.suffix in {".ts", ".svelte"} and file.is_file()
    )
    return tuple(_read(file) for file in files if not _NOT_OURS & set(file.parts))
