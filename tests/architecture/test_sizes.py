"""No room grows too large: files, functions and parameter lists have caps."""

import ast

from tests.support.sources import Function, Source, frontend_sources, python_sources

FILE_CAP = 400
RING_0_FILE_CAP = 250
TEST_FILE_CAP = 500
FUNCTION_CAP = 50
TEST_FUNCTION_CAP = 40
PARAMETER_CAP = 6
GENERATED = ("frontend/src/graphql/generated.ts",)  # made from schema.graphql by a script


def _file_cap(source: Source) -> int:
    if source.is_test:
        return TEST_FILE_CAP
    return RING_0_FILE_CAP if source.is_ring_0 else FILE_CAP


def _lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _parameters_of(function: Function) -> int:
    own = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([argument for argument in own if argument.arg not in {"self", "cls"}])


def test_no_python_file_is_too_long() -> None:
    too_long = {
        source.path: source.lines
        for source in python_sources()
        if source.lines > _file_cap(source) and not source.is_revision
    }
    assert too_long == {}


def test_no_frontend_file_is_too_long() -> None:
    sources = [source for source in frontend_sources() if source.path not in GENERATED]
    assert {source.path: source.lines for source in sources if source.lines > FILE_CAP} == {}


def test_no_function_is_too_long() -> None:
    too_long = {
        f"{source.path}: {function.name}": _lines_of(function)
        for source in python_sources()
        for function in source.functions()
        if _lines_of(function) > (TEST_FUNCTION_CAP if source.is_test else FUNCTION_CAP)
        and not source.is_revision
    }
    assert too_long == {}


def test_no_function_takes_too_many_parameters() -> None:
    too_many = {
        f"{source.path}: {function.name}": _parameters_of(function)
        for source in python_sources()
        for function in source.functions()
        if _parameters_of(function) > PARAMETER_CAP and not _is_fixture_or_test(source, function)
    }
    assert too_many == {}


def _is_fixture_or_test(source: Source, function: Function) -> bool:
    decorators = " ".join(ast.unparse(decorator) for decorator in function.decorator_list)
    return source.is_test and (function.name.startswith("test_") or "fixture" in decorators)
