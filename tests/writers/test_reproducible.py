"""SOURCE_DATE_EPOCH: two builds of the same plan give the same bytes, whatever the clock and the hashing."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from jobs import job_of
from pypdfium2 import PdfDocument
from running import raci

from raci.outputs.catalogue import outputs
from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.writers.xlsx import render

pytestmark = pytest.mark.slow

PLAN = """白石县护林防火工作方案
一、工作任务
（一）清理隔离带。清除林区边缘的枯草和落叶，6月底前完成。（牵头单位：县林业局；配合单位：县应急管理局、各乡镇）
（二）巡护山林。每日巡查，发现火情立即上报。（责任单位：县林业局、县公安局）
（三）备足物资。补充灭火器材，检修车辆。（牵头单位：县应急管理局；责任单位：县财政局、县消防救援大队）
二、工作要求
（四）广泛宣传。在各村张贴告示。（责任单位：县委宣传部）
"""
#: 2025-03-01 08:30 UTC
TIME = "1740817800"
#: the local dates of the two are never the same
EAST, WEST = "Etc/GMT-14", "Etc/GMT+12"


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The folders of two builds, at other seconds, on other local days, with other orders of sets."""
    scratch = tmp_path_factory.mktemp("builds")
    (scratch / "plan.txt").write_text(PLAN, encoding="utf-8")
    kinds = "bipartite,network,matrix,load,org,flow,ego"
    for name, zone, seed in (("first", EAST, "0"), ("second", WEST, "12345")):
        done = raci(
            *("build", "plan.txt", "--only", "all", "--kind", kinds, "-o", name),
            cwd=scratch,
            SOURCE_DATE_EPOCH=TIME,
            PYTHONHASHSEED=seed,
            TZ=zone,
        )
        assert done.returncode == 0, done.stderr
    return [next((scratch / name).iterdir()) for name in ("first", "second")]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes(builds: list[Path]) -> None:
    first, second = map(contents, builds)
    assert list(first) and sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    record = json.loads(first["run.json"])
    assert {*record["files"], "run.json"} == set(first)
    assert len(record["files"]) + len(record["skipped"]) >= len(outputs())


def test_the_same_workbook_comes_out_after_another() -> None:
    job = job_of(analyse(read_text(PLAN)[0]))
    first, second = render(job), render(job)
    assert first == second


def test_the_files_state_the_time_that_was_given(builds: list[Path]) -> None:
    folder = builds[0]
    record = json.loads((folder / "run.json").read_text("utf-8"))
    assert record["made"] == "2025-03-01T08:30:00+00:00"
    assert record["seconds"] == {}
    assert "制图 2025-03-01" in (folder / "load.svg").read_text("utf-8")
    assert 'lastmodifieddate="2025-03-01"' in (folder / "graph.gexf").read_text("utf-8")
    for path in (*folder.glob("*.docx"), *folder.glob("*.xlsx")):
        with ZipFile(path) as package:
            assert b"2025-03-01T08:30:00Z" in package.read("docProps/core.xml")
            assert {part.date_time[0] for part in package.infolist()} == {1980}
    for path in folder.glob("*.pdf"):
        with PdfDocument(path) as pdf:
            made = pdf.get_metadata_dict()
        assert made["CreationDate"] == made["ModDate"] == "D:20250301083000Z"


def test_without_a_time_given_the_seconds_are_told(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    done = raci("build", "plan.txt", "--only", "csv", cwd=tmp_path, SOURCE_DATE_EPOCH="")
    assert done.returncode == 0, done.stderr
    (record,) = tmp_path.glob("output/*/run.json")
    assert json.loads(record.read_text("utf-8"))["seconds"].keys() >= {"csv"}
