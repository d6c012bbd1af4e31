"""The frontend's rings: `domain` is pure, `components` and `pages` never speak to the server themselves."""

import re

from positions.documents import MAX_BYTES
from tests.support.sources import Source, frontend_sources

_IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']""")

_SERVER = re.compile(r"(?:\.\./)+(?:graphql/(?:client|operations)|live)(?:/|$)")


def _imports(source: Source) -> list[str]:
    return _IMPORT.findall(source.text)


def _in(folder: str) -> list[Source]:
    return [source for source in frontend_sources() if source.path.startswith(f"frontend/src/{folder}/")]


def test_domain_imports_nothing_of_ours() -> None:
    outside = {
        f"{source.path} imports {name}"
        for source in _in("domain")
        if not source.path.endswith(".test.ts")
        for name in _imports(source)
        if name.startswith("..") or name.endswith(".svelte")
    }
    assert outside == set()


def test_components_leave_the_server_to_the_services() -> None:
    direct = {
        f"{source.path} imports {name}"
        for source in _in("components")
        for name in _imports(source)
        if _SERVER.match(name)
    }
    assert direct == set()


def test_the_editor_takes_as_long_a_text_as_the_server() -> None:
    (pasted,) = (source for source in _in("editor") if source.path.endswith("/pasted.ts"))
    assert re.findall(r"MOST = (\S+);", pasted.text) == [f"{MAX_BYTES:_}"]
