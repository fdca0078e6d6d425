"""The public face of the library: light to import, and every name there."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import raci

HEAVY = {
    "pandas",
    "networkx",
    "pydyf",
    "pypdfium2",
    "fontTools",
    "graphviz",
    "xlsxwriter",
    "numpy",
    "tabulate",
    "regex",
}


def loaded_by(program: str) -> set[str]:
    program += "\nimport sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "program",
    [
        "import raci",
        "from raci.cli.app import run; run(['--help'])",
        "from raci.cli.app import run; run(['build', '--help'])",
        "from raci.cli.app import run; run(['draw', '--help'])",
    ],
)
def test_nothing_heavy_loads_before_it_is_needed(program: str) -> None:
    assert loaded_by(program) & HEAVY == set()


def test_extracting_needs_no_tables_and_no_drawing() -> None:
    program = "import raci; assert raci.extract('一、抓好落实。（责任单位：市财政局）')"
    assert loaded_by(program) & (HEAVY - {"regex"}) == set()


@pytest.mark.parametrize("name", raci.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert not isinstance(getattr(raci, name), ModuleType)


def test_no_public_name_is_also_the_name_of_a_module() -> None:
    """Python binds a module to its name on the package when it is first imported: a function there would be hidden."""
    modules = {module.name for module in pkgutil.iter_modules(raci.__path__)}
    assert modules & set(raci.__all__) == set()


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        raci.nonsense  # noqa: B018  the access is what raises


def test_names_are_offered_for_completion() -> None:
    assert set(raci.__all__) <= set(dir(raci))


@pytest.mark.slow
def test_nothing_goes_over_the_network(tmp_path: Path) -> None:
    program = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request")):
        raise SystemExit(f"network: {event} {arguments}")

sys.addaudithook(refuse)
import raci
(built,) = raci.build(sys.argv[1], sys.argv[2])
assert built.ok and built.files
"""
    plan = tmp_path / "plan.txt"
    plan.write_text("护河方案\n一、护河。（牵头单位：县水利局；配合单位：县城管局）\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", program, str(plan), str(tmp_path / "output")], check=True)
