"""What docs/corpus.md shows runs as it stands there, but for the clusters, which only must be Python."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("distributed")
pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)
CLUSTERS = re.findall(r"^```python title=.*?\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the store that the page makes."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(ROOT / "examples", folder / "语料", ignore=shutil.ignore_patterns("outputs"))
    [command] = re.findall(r"^```sh\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)
    subprocess.run([sys.executable, "-m", *shlex.split(command)], cwd=folder, check=True, capture_output=True)
    return folder


def test_there_is_a_query_for_each_library() -> None:
    assert len(CLUSTERS) == 2
    for library in ("duckdb", "polars", "raci"):
        assert any(f"import {library}" in program for program in PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_query_gives_rows(program: str, folder: Path) -> None:
    for library in ("duckdb", "polars"):
        if f"import {library}" in program:
            pytest.importorskip(library)
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], cwd=folder, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    shown = done.stdout.decode("utf-8")
    assert len(shown.splitlines()) > 4 and re.search(r"牵头|lead", shown)


@pytest.mark.parametrize("program", CLUSTERS)
def test_a_cluster_is_python_that_calls_what_is_there(program: str) -> None:
    calls = [ast.unparse(node.func) for node in ast.walk(ast.parse(program)) if isinstance(node, ast.Call)]
    assert "raci.corpus" in calls


def test_the_page_names_every_table(folder: Path) -> None:
    tables = {path.name for path in (folder / "库").iterdir() if path.is_dir()}
    assert tables and all(f"\n  {table}/" in PAGE for table in tables)
