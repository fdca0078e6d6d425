"""Everything public is documented: each name in docs/library.md, each command with its options in docs/cli.md.

The examples of docs/library.md run, and print what stands below them.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

import raci
import raci.frames
from raci.cli.app import COMMANDS, cli

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

#: the heading of a name; or a block of code, and the block with what it prints where there is one
_LINES = r"(?:(?!```).*\n)*"
_EXAMPLE = re.compile(
    rf"^### `(?P<name>.+)`$|^```python\n(?P<code>{_LINES})```\n(?:\n```text\n(?P<output>{_LINES})```)?", re.MULTILINE
)

PUBLIC = {
    **{f"raci.{name}": getattr(raci, name) for name in raci.__all__},
    **{f"raci.frames.{name}": getattr(raci.frames, name) for name in raci.frames.__all__},
}


class Example(NamedTuple):
    """Code of the page, the name that it stands under, and what it prints."""

    name: str
    code: str
    output: str


def examples() -> Iterator[Example]:
    name = ""
    for match in _EXAMPLE.finditer(LIBRARY):
        name = match["name"] or name
        if match["code"]:
            yield Example(name, match["code"], match["output"] or "")


PREPARATION, *EXAMPLES = examples()


def sections() -> dict[str, str]:
    """What stands under each name that has a heading of its own."""
    parts = re.split(r"^### `(.+)`$", LIBRARY, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the examples stand in, with the plan that the page begins with."""
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(ROOT / "examples", folder / "examples")
    with contextlib.chdir(folder):
        exec(PREPARATION.code, {})
    return folder


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_prints_what_stands_below_it(example: Example, folder: Path) -> None:
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(example.code, f"docs/library.md {example.name}", "exec"), {})
    lines = [line.rstrip() for line in printed.getvalue().rstrip().splitlines()]
    assert lines == example.output.splitlines()


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_documented(name: str) -> None:
    headings = re.findall(r"^(?:### |\| )`(raci\.[\w.]+)`", LIBRARY, flags=re.MULTILINE)
    assert name in headings, f"docs/library.md says nothing of {name}"


@pytest.mark.parametrize("name", [name for name, value in PUBLIC.items() if inspect.isfunction(value)])
def test_a_function_has_an_example_and_all_its_arguments(name: str) -> None:
    section = sections()[name]
    if name == "raci.frames.rows":  # the same function again
        assert PUBLIC[name] is raci.rows
        return
    assert any(example.name == name for example in EXAMPLES), f"docs/library.md shows no example of {name}"
    call = section.partition(f"`{name}(")[2].partition(")`")[0]
    missing = [parameter for parameter in inspect.signature(PUBLIC[name]).parameters if parameter not in call]
    assert not missing, f"docs/library.md: {name} lacks {missing}"


@pytest.mark.parametrize("name", [name for name, value in PUBLIC.items() if inspect.isclass(value)])
def test_the_fields_of_a_value_are_documented(name: str) -> None:
    section = sections().get(name, LIBRARY)
    fields = getattr(PUBLIC[name], "__dataclass_fields__", None) or getattr(PUBLIC[name], "_fields", ())
    missing = [field for field in fields if f"`{field}`" not in section]
    assert not missing, f"docs/library.md: {name} lacks {missing}"


def test_no_name_is_documented_that_is_not_there() -> None:
    assert set(sections()) <= set(PUBLIC)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_documented(command: str) -> None:
    """What ``docs/cli.md`` says of a command, and that each option says something of itself."""
    _, heading, rest = REFERENCE.partition(f"## raci {command}\n")
    assert heading, f"docs/cli.md says nothing of raci {command}"
    section = rest.partition("\n## ")[0]
    with click.Context(cli) as context:
        known = cli.get_command(context, command)
    assert known is not None
    for parameter in known.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            missing = [flag for flag in parameter.opts if not re.search(rf"{re.escape(flag)}(?![\w-])", section)]
            assert not missing, f"docs/cli.md: raci {command} lacks {missing}"
            shown = parameter.get_help_record(context)
            assert shown and shown[1], f"raci {command} {parameter.opts} has no help"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_library_page_names_the_twin_of_each_command(command: str) -> None:
    assert f"| `raci {command}` | [`raci.{command}`]" in LIBRARY


def test_every_room_stands_in_the_plan_of_the_house() -> None:
    """Rooms, and the modules at the top that are rooms of their own."""
    rooms = {
        path.name if path.is_file() else f"{path.name}/"
        for path in (ROOT / "raci").iterdir()
        if (path.is_dir() and (path / "__init__.py").is_file())
        or (path.suffix == ".py" and not path.name.startswith("_"))
    }
    missing = sorted(room for room in rooms if f"`{room}`" not in ARCHITECTURE)
    assert not missing, f"docs/architecture.md says nothing of {missing}"


def test_the_files_that_the_plan_names_are_there() -> None:
    named = set(re.findall(r"`((?:raci|tools|tests|docs)/[\w./-]+)`", ARCHITECTURE))
    missing = sorted(path for path in named if not (ROOT / path).exists())
    assert not missing, f"docs/architecture.md names {missing}"


def test_every_stage_stands_in_the_plan_of_the_house() -> None:
    from raci.pipeline import STAGES

    names = [getattr(stage, "__name__", "") for stage in STAGES]
    assert re.findall(r"^\| `(find_\w+|trim_headings|inherit_paths)` \|", ARCHITECTURE, flags=re.MULTILINE) == names


def test_the_floors_are_those_of_the_contract() -> None:
    """The list in the page holds the rooms of each floor as ``setup.cfg`` has them, less those that are planned."""
    contract = (ROOT / "setup.cfg").read_text(encoding="utf-8").partition("contract:floors]")[2]
    contract = contract.partition("layers =\n")[2].partition("\n\n")[0]
    layers = [set(re.findall(r"(?<!\()\b\w+\b(?!\))", line)) for line in contract.splitlines()]
    page = ARCHITECTURE.partition("## The floors\n\n")[2].partition("\n\n")[0]
    assert [set(re.findall(r"\w+", line)) for line in page.splitlines()] == [rooms for rooms in layers if rooms]
