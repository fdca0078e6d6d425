"""What holds for the whole of the sources: who touches disk, clock and environment, and how things are called."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

import raci

ROOT = Path(raci.__file__).parent
#: where files enter, where what users set is read, where results leave, where projects are kept
AT_THE_EDGE = ("readers/", "config/", "outputs/", "batch/", "studies/", "web/", "cli/", "atomic.py")
#: what asks the disk, the clock or the environment for something
TOUCHES = frozenset(
    (
        *("environ", "getenv", "today", "now", "utcnow", "perf_counter", "monotonic", "process_time"),
        *("read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"),
        *("exists", "is_file", "is_dir", "stat", "unlink", "mkdir", "cwd", "home"),
        *("TemporaryDirectory", "NamedTemporaryFile", "mkdtemp"),
    )
)
#: modules elsewhere that may, and why
ALLOWED = {
    "errors.py": "RACI_DEBUG shows the whole of a bug, wherever it is caught",
    "pipeline.py": "measures how long each stage takes; this is no time of day, and it changes no result",
    "edits/read_rows.py": "the function of the library to which a path is given",
    "drawing/fonts.py": "the font files of the machine",
    "model/pattern_codes.py": "what patterns compile to, kept beside the bytecode and under the conditions of that",
}


@pytest.fixture(scope="module")
def sources() -> dict[str, ast.Module]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py")
    }


def touched(tree: ast.Module) -> set[str]:
    """What of disk, clock and environment a module uses; raci's own data, read by importlib.resources, is no disk."""
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    methods = {function.attr for function in functions if isinstance(function, ast.Attribute)}
    calls = {function.id for function in functions if isinstance(function, ast.Name)}
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    own_data = {"read_text", "iterdir"} if "files" in imported else set()
    return ((methods | calls | (attributes & {"environ"})) & TOUCHES - own_data) | (calls & {"open"})


def test_only_the_edge_touches_disk_clock_and_environment(sources: dict[str, ast.Module]) -> None:
    inner = {name: touched(tree) for name, tree in sources.items() if not name.startswith(AT_THE_EDGE)}
    assert {name for name, used in inner.items() if used} == set(ALLOWED)


def test_the_time_of_day_is_read_in_one_module(sources: dict[str, ast.Module]) -> None:
    clocks = {
        name
        for name, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("now", "today", "utcnow")
    }
    assert clocks == {"config/clock.py"}


def test_no_two_classes_share_a_name(sources: dict[str, ast.Module]) -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for name, tree in sources.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name)
    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}


def test_no_function_is_longer_than_a_screen(sources: dict[str, ast.Module]) -> None:
    long = {
        f"{name}: {node.name}"
        for name, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 60
    }
    assert long == set()
