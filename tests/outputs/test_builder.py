import json
from pathlib import Path

import networkx as nx
import pytest
from openpyxl import load_workbook
from plans import HOSTILE, Plan, small, unnamed, wide

from raci.edits.read_rows import read_rows
from raci.errors import DrawError, OptionError, ProfileError, WriteError
from raci.outputs.builder import build
from raci.outputs.catalogue import outputs
from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.storage.rows import records
from raci.views.matrix import matrix
from raci.writers import output_formats

TABLES = tuple(form.name for form in output_formats())

TEXT = """云岭县便民服务提升工作方案

一、优化窗口服务
（一）设立综合窗口。整合各类窗口，统一受理。（牵头单位：县政务服务局；配合单位：县财政局、县档案局）
（二）推行容缺受理。制定容缺清单并公开。（责任单位：县司法局、各乡镇人民政府）
二、夯实基础支撑
（一）加强督促检查。每季度通报一次进展。
"""


def record(folder: Path) -> dict:
    return json.loads((folder / "run.json").read_text(encoding="utf-8"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "原文" / "方案.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_nothing_to_build_makes_nothing_but_the_folder(tmp_path: Path) -> None:
    assert build([], tmp_path / "out") == []
    assert list((tmp_path / "out").iterdir()) == []


def test_the_rows_are_those_of_extract_what_sentences_tell_beside_marks_among_them(tmp_path: Path) -> None:
    text = TEXT.replace("整合各类窗口，统一受理。", "整合各类窗口，统一受理。县司法局负责审核办事清单。")
    (built,) = build(analyse(read_text(text)[0]), tmp_path, only=["csv", "jsonl"])
    assert built.folder is not None
    lines = (built.folder / "assignments.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(records(analyse(read_text(text)[0]), current=True))
    assert [row["layer"] for row in map(json.loads, lines)].count("second") == 1
    assert len(read_rows(built.folder / "assignments.csv")) == len(lines)


def test_collectives_are_left_out_of_the_pictures_on_request(tmp_path: Path) -> None:
    made = analyse(read_text(TEXT)[0])
    (built,) = build(made, tmp_path, only=["svg", "dot", "matrix"], kinds=["bipartite"], without_collectives=True)
    assert built.folder is not None
    for picture, name in (("bipartite.svg", ">{}<"), ("bipartite.dot", '="{}')):
        drawn = (built.folder / picture).read_text(encoding="utf-8")
        assert name.format("县司法局") in drawn and name.format("各乡镇人民政府") not in drawn
    assert "各乡镇人民政府" in (built.folder / "matrix.csv").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_file_becomes_a_folder_with_everything_in_it(source: Path, tmp_path: Path) -> None:
    (built,) = build(source, tmp_path / "out")
    assert built.ok
    assert built.folder is not None and built.folder.parent == tmp_path / "out"
    name = built.folder.name
    wanted = {f"{name}.xlsx", f"{name}.docx", "report.html", "assignments.csv", "assignments.jsonl"}
    wanted |= {"tasks.csv", "documents.csv", "matrix.csv", "graph.graphml", "run.json"}
    kinds = ("bipartite", "network", "matrix", "load")
    wanted |= {f"{kind}.{form}" for kind in kinds for form in ("svg", "png")} - {one.file for one in built.skipped}
    assert {path.name for path in built.folder.iterdir()} == wanted == {path.name for path in built.files}
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name], "nothing is left beside it"


def test_the_report_shows_a_drawing_sheet_by_sheet(tmp_path: Path) -> None:
    lines = [
        f"{number}.办好第{number}件实事。（牵头单位：县政务服务局；配合单位：县财政局）" for number in range(1, 90)
    ]
    source = tmp_path / "方案.txt"
    source.write_text("\n".join(["云岭县便民服务提升工作方案", "一、主要任务", *lines]), encoding="utf-8")
    (built,) = build(source, tmp_path / "out", only=["report", "svg"], kinds=["bipartite"])
    assert built.folder is not None
    number = len(list(built.folder.glob("bipartite-*.svg")))
    assert number > 1
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert page.count("<figure data-title=") == number
    assert f'data-title="部门任务关系图（第 2 页，共 {number} 页）"' in page


@pytest.mark.slow
def test_the_outputs_agree_with_one_another(source: Path, tmp_path: Path) -> None:
    (built,) = build(source, tmp_path / "out", only=TABLES)
    assert built.folder is not None
    frame = read_rows(built.folder / "assignments.csv")
    assert read_rows(built.folder / "assignments.jsonl").raci.matrix().equals(frame.raci.matrix())
    made = nx.read_graphml(built.folder / "graph.graphml")
    assert made.number_of_edges() == int((frame.raci.matrix() != "").sum().sum()) == built.counts["assignments"] == 5
    assert built.counts["unassigned"] == 1
    assert "加强督促检查" in [
        cell.value for cell in load_workbook(built.folder / f"{built.folder.name}.xlsx")["任务分工"]["D"]
    ]


def test_run_json_says_what_was_done_with_what(tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path, profile="rasci", only=TABLES)
    assert built.folder is not None
    told = record(built.folder)
    assert told["profile"]["name"] == "rasci"
    assert told["document"] | {"source": "方案.txt", "encoding": "utf-8", "notes": ["页脚一行未读"]} == told["document"]
    assert told["counts"] == dict(built.counts)
    assert (told["counts"]["tasks"], told["counts"]["assignments"], told["counts"]["unassigned"]) == (6, 14, 1)
    there = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*") if path.is_file()}
    assert set(told["files"]) | {"run.json"} == there
    assert {"raci", "python", "made", "skipped"} <= set(told)
    assert told["libraries"]["networkx"] == nx.__version__
    assert set(TABLES) <= set(told["seconds"])


def test_only_what_is_asked_for_is_written(tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path, only=["csv", "graphml"])
    assert [path.name for path in built.files] == ["assignments.csv", "graph.graphml", "run.json"]


def test_several_plans_of_one_title_get_a_folder_each(tmp_path: Path) -> None:
    made = build([small(), unnamed(), small()], tmp_path, only=["csv"])
    names = [built.folder.name for built in made if built.folder]
    assert names == ["青原县便民服务提升方案", "沙河区绿化行动方案", "青原县便民服务提升方案-2"]


def test_building_again_replaces_the_files_and_leaves_those_of_others(tmp_path: Path) -> None:
    (first,) = build(small(), tmp_path, only=["csv"])
    assert first.folder is not None
    (first.folder / "领导批示.docx").write_bytes(b"mine")
    build(small(), tmp_path, only=["csv"], profile="rasci")
    assert record(first.folder)["profile"]["name"] == "rasci"
    assert (first.folder / "领导批示.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("title", ["CON", "a/b:c?", "..", "", "标题" * 100, "尾点..."])
def test_any_title_gives_a_folder(title: str, tmp_path: Path) -> None:
    (built,) = build(Plan(title).task("1.", "甲", lead="甲局").analysis(), tmp_path, only=["xlsx"])
    assert built.folder is not None
    assert built.folder.parent == tmp_path
    assert (built.folder / f"{built.folder.name}.xlsx").is_file()


def test_a_hostile_plan_is_built(tmp_path: Path) -> None:
    plan = Plan("=方案").chapter("", HOSTILE[6])
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead=text, support=HOSTILE[number - 1])
    (built,) = build(plan.analysis(), tmp_path, only=(*TABLES, "svg"))
    assert built.ok
    assert matrix(plan.analysis()).shape == (len(HOSTILE), len(HOSTILE))


def test_a_bad_source_does_not_stop_the_others(source: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    made = build([tmp_path / "没有.txt", source, empty], tmp_path / "out", only=["csv"])
    assert [built.ok for built in made] == [False, True, False]
    for built in (made[0], made[2]):
        assert str(built.source) in str(built.error)
        assert "\n" not in str(built.error)
        assert built.files == ()
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_a_folder_is_read_and_what_in_it_cannot_be_read_is_told(
    source: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (source.parent / "表.numbers").write_bytes(b"?")
    made = build(source.parent, tmp_path / "out", only=["csv"])
    assert [built.ok for built in made] == [True]
    assert "表.numbers" in caplog.text


def test_a_picture_that_cannot_be_made_is_skipped_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def png(press, sheet, **options):
        raise DrawError("没有中文字体", place="PNG", remedy="pip install raci[fonts]")

    (tmp_path / "青原县便民服务提升方案").mkdir()
    (tmp_path / "青原县便民服务提升方案" / "network.png").write_bytes(b"of an earlier run")
    monkeypatch.setattr("raci.drawing.png.Press.png", png)
    (built,) = build(small(), tmp_path, kinds=("bipartite", "network"))
    assert built.ok
    assert built.folder is not None
    assert [one.file for one in built.skipped] == ["bipartite.png", "network.png"]
    assert "pip install raci[fonts]" in record(built.folder)["skipped"][0]["why"]
    assert (built.folder / "network.svg").is_file()
    assert not (built.folder / "network.png").exists(), "a picture of an earlier run beside tables of this one"


def test_a_plan_that_cannot_be_written_leaves_nothing_and_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "青原县便民服务提升方案").write_bytes(b"a file where the folder should be")
    first, second = build([small(), unnamed()], tmp_path, only=["csv"])
    assert isinstance(first.error, WriteError)
    assert second.ok
    assert {path.name for path in tmp_path.iterdir()} == {"青原县便民服务提升方案", "沙河区绿化行动方案"}


def test_an_output_folder_that_cannot_be_written_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(WriteError, match=r"文件.*-o"):
        build(tmp_path / "没有.txt", tmp_path / "文件" / "out")


def test_unknown_outputs_and_profiles_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"docm.*xlsx、docx、report、csv、jsonl、matrix、graphml.*svg、png"):
        build([], tmp_path, only=["docm"])
    with pytest.raises(OptionError, match=r"pie.*bipartite、network"):
        build([], tmp_path, kinds=["pie"])
    with pytest.raises(ProfileError):
        build([], tmp_path, profile="没有")
    assert {*TABLES, "svg", "png"} <= set(outputs())


def test_a_slice_for_a_department_stands_in_a_folder_of_its_own(tmp_path: Path) -> None:
    whole, part = (
        build(small(), tmp_path, only=["csv", "docx"], department=name, title="便民方案")[0]
        for name in ("", "县司法局")
    )
    assert whole.folder is not None and part.folder is not None
    assert (whole.folder.name, part.folder.name) == ("便民方案", "便民方案（县司法局）")
    assert (whole.counts["tasks"], part.counts["tasks"]) == (6, 1)
    assert {path.name for path in part.files} == {"便民方案（县司法局）.docx", "assignments.csv", "run.json"}


def test_a_department_that_has_no_task_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path, department="县水利局")
    assert "县水利局" in str(built.error) and "县司法局" in str(built.error)
    assert list(tmp_path.iterdir()) == []


def test_all_outputs_and_the_kind_that_suits_with_its_reason(tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path, only=["all"], kinds=["auto"])
    assert built.folder is not None
    names = {path.name for path in built.files}
    assert {"bipartite.pdf", "bipartite.dot", "graph.gexf", "gephi-nodes.csv", "gephi-edges.csv"} <= names
    assert {"graph.net", "graph.mmd", "graph.json"} <= names
    told = record(built.folder)["drawn"]
    assert told["auto"].startswith("bipartite：6 个单位")
    assert told["crossings"]["after"] <= told["crossings"]["before"]


def test_a_graph_too_large_for_mermaid_is_left_out_with_the_reason(tmp_path: Path) -> None:
    (built,) = build(wide(60, 150), tmp_path, only=["mermaid", "csv"])
    assert [one.file for one in built.skipped] == ["graph.mmd"]
    assert "500" in built.skipped[0].why
    assert {path.name for path in built.files} == {"assignments.csv", "run.json"}


def test_the_report_shows_the_pictures_though_no_files_of_them_are_asked_for(tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path, only=["report"], kinds=["network"])
    assert built.folder is not None
    assert {path.name for path in built.files} == {"report.html", "run.json"}
    assert (built.folder / "report.html").read_text(encoding="utf-8").count("<svg") == 1


def test_a_word_table_for_each_department_on_request(tmp_path: Path) -> None:
    name = 'CON:<县>"财政"局...'
    plan = Plan("云泽市方案").task("1.", "甲", lead="市水务局", support=name).task("2.", "乙", lead="市水务局/堤防处")
    (built,) = build(plan.analysis(), tmp_path, only=["docx-departments"])
    assert built.folder is not None, built.error
    below = built.folder / "各单位任务分工表"
    assert sorted(path.name for path in below.iterdir()) == [
        "CON__县__财政_局.docx",
        "市水务局.docx",
        "市水务局_堤防处.docx",
    ]
    (below / "别人的.docx").write_bytes(b"x")
    (again,) = build(
        Plan("云泽市方案").task("1.", "甲", lead="市水务局").analysis(), tmp_path, only=["docx-departments"]
    )
    assert again.folder == built.folder
    assert sorted(path.name for path in below.iterdir()) == ["别人的.docx", "市水务局.docx"]


def test_no_path_is_longer_than_windows_takes(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 40)
    plan = Plan("plan " * 60).task("1.", "甲", lead="office " * 40)
    (built,) = build(plan.analysis(), deep, only=["xlsx", "docx-departments"])
    assert built.files and max(len(str(path)) for path in built.files) <= 240


def test_a_chart_of_groups_is_drawn_where_a_plan_sets_up_any(tmp_path: Path) -> None:
    group = "成立云泽市绿道建设领导小组，由市长任组长，市园林局为成员单位。"
    for text, drawn in ((group, True), ("一、加强管护。（责任单位：市园林局）", False)):
        file = tmp_path / f"{drawn}.txt"
        file.write_text(f"云泽市绿道建设方案\n{text}\n", encoding="utf-8")
        (built,) = build(file, tmp_path / str(drawn), only=["svg"])
        assert ("group.svg" in {path.name for path in built.files}) == drawn
