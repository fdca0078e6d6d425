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


def test_only_public_names_are_offered_for_completion() -> None:
    import raci.pipeline  # a module that is loaded is an attribute, but no public name

    assert dir(raci) == sorted({"frames", *raci.__all__})


def test_the_module_of_frames_is_there_without_an_import_of_its_own() -> None:
    program = "import raci; print(len(raci.frames.tasks('一、护河。（县水利局负责）')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.strip() == "1", done.stderr


TEXT = "青溪县护河方案\n一、整治河道。（县水利局牵头，县城管局配合）\n二、加强巡查。\n"


@pytest.fixture(params=["text", "str", "Path", "Document", "Analysis", "list"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    """The same plan in each way in which it can be given."""
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    (document,) = raci.read(path)
    given = {"text": TEXT, "str": str(path), "Path": path, "Document": document, "list": [path]}
    return raci.analyse(document) if request.param == "Analysis" else given[request.param]


def test_whatever_is_given_is_taken_alike(source: object) -> None:
    assert [one.role for one in raci.extract(source)] == ["lead", "support"]
    assert raci.rows(source)["role"].tolist() == ["lead", "support", None]
    assert raci.frames.tasks(source)["lead"].tolist() == ["县水利局", ""]
    assert raci.matrix(source).shape == (2, 2)
    assert raci.graph(source).number_of_edges() == 2
    assert raci.documents(source)["unassigned"].tolist() == [1]
    assert raci.org(source) == ()
    if isinstance(source, list):
        return  # one document alone is asked for here
    assert len(raci.analyse(source).assignments) == 2
    assert [finding.check for finding in raci.check(source)] == ["unassigned"]
    assert raci.draw(source, "matrix").startswith(b"<?xml")


def test_several_documents_are_one_table() -> None:
    other = TEXT.replace("青溪", "云岭")
    assert raci.rows([TEXT, other])["document"].nunique() == 2
    assert raci.matrix([TEXT, other]).shape[0] == 4
    assert raci.frames.tasks([TEXT, other])["text"].notna().all()
    assert raci.documents([TEXT, other])["document_id"].is_unique
    for one in (raci.analyse, raci.check, raci.draw):
        with pytest.raises(raci.OptionError, match="2 篇"):
            one([TEXT, other])


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_path_is_refused_with_what_is_wrong(nothing: str) -> None:
    with pytest.raises(raci.ReadError, match="没有给出路径"):
        raci.read(nothing)
    with pytest.raises(raci.ReadError, match="没有文字"):
        raci.extract(nothing)


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
