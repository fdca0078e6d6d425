"""``raci.network``: from a store, rows, files; what is written, and what of an earlier run is taken away."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import raci
from raci.errors import OptionError, ReadError

PLANS = {
    "一.txt": """青溪县护河方案
（2023年5月印发）
一、整治河道。（牵头单位：县水利局；配合单位：县城管局、县财政局）
二、清理垃圾。（牵头单位：县城管局；配合单位：各乡镇人民政府）
""",
    "二.txt": """青溪县植树方案
一、开展植树。（牵头单位：县林业局；配合单位：县水利局、各乡镇人民政府）
成立青溪县植树工作领导小组，由分管副县长任组长，县林业局、县水利局为成员单位。
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("plans")
    for name, text in PLANS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def labels(graph: nx.Graph[str]) -> set[tuple[str, ...]]:
    names = dict(graph.nodes(data="label"))
    return {tuple(sorted((str(names[first]), str(names[second])))) for first, second in graph.edges()}


def test_files_rows_and_store_give_the_same_network(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("distributed")
    store = raci.corpus(folder, tmp_path / "库", jobs=1)
    rows = raci.rows(folder)
    rows.to_csv(tmp_path / "明细.csv", index=False)
    networks = [
        labels(raci.network(source, collectives=False).graph())
        for source in (
            folder,
            store,
            tmp_path / "库",
            rows,
            tmp_path / "明细.csv",
            [raci.analyse(folder / "一.txt"), folder / "二.txt"],
        )
    ]
    assert networks[0] == {
        ("青溪县城管局", "青溪县水利局"), ("青溪县水利局", "青溪县财政局"), ("青溪县城管局", "青溪县财政局"),
        ("青溪县林业局", "青溪县水利局"),
    } or len(networks[0]) == 4  # fmt: skip
    assert all(network == networks[0] for network in networks)


def test_groups_are_read_of_files(folder: Path) -> None:
    graph = raci.network(folder, networks=["groups"]).graph("groups")
    assert ("青溪县林业局", "青溪县植树工作领导小组") in labels(graph)


def test_a_folder_is_written_with_methods_and_codebook(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "网络"
    made = raci.network(folder, out, window="place", title="青溪县")
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {"nodes.csv", "networks.csv", "changes.csv", "methods.md", "codebook.md", "run.json"} <= names
    assert {"全部/bodies.graphml", "全部/issuers.dl", "全部/bodies-sdsm.net", "图/全部.svg"} <= names
    assert set(json.loads((out / "run.json").read_text(encoding="utf-8"))["files"]) == names
    nodes = pd.read_csv(out / "nodes.csv")
    assert list(nodes.columns) == list(made.nodes.columns)
    methods = (out / "methods.md").read_text(encoding="utf-8")
    assert "从 2 份文件中读出，共 3 项任务" in methods
    assert "2 documents: 3 tasks" in methods
    assert "Neal, Z. P. (2014)" in methods and "Serrano" in methods
    assert "个窗口不到 10 份文件" in methods and "**骨架。**" in methods and "Hagberg, A. A." in methods
    codebook = (out / "codebook.md").read_text(encoding="utf-8")
    for column in (*made.nodes.columns, *made.measures.columns, *made.changes.columns):
        assert f"`{column}`" in codebook


def test_methods_say_only_what_was_done(folder: Path, tmp_path: Path) -> None:
    raci.network(folder, tmp_path / "网络", networks=["leads"], collectives=False, roles=["lead", "support"])
    methods = (tmp_path / "网络" / "methods.md").read_text(encoding="utf-8")
    assert "Neal" not in methods and "联合发文" not in methods
    assert "集体名称不计，去掉其分工 2 条" in methods
    assert "只计角色 lead、support" in methods


def _methods(source: object, out: Path, **options: object) -> str:
    raci.network(source, out, networks=["bodies"], pictures=False, **options)  # type: ignore[arg-type]
    return (out / "methods.md").read_text(encoding="utf-8")


def test_methods_say_by_which_rules_the_data_were_read(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("distributed")
    store = raci.corpus(folder, tmp_path / "库", jobs=1, profile="rasci")
    recipe = store.manifest["recipe"]
    of_store, of_files = _methods(store, tmp_path / "甲"), _methods(folder, tmp_path / "乙")
    for key in ("code", "rules", "register"):
        assert f"| {recipe[key]} |" in of_store and f"| {recipe[key]} |" in of_files
    assert f"| 角色方案（校验值） | {recipe['profile']} |" in of_store
    assert json.loads((tmp_path / "甲" / "run.json").read_text(encoding="utf-8"))["facts"]["made_by"] == recipe
    of_rows = _methods(raci.rows(folder), tmp_path / "丙")
    assert "没有记下读出时的规则" in of_rows and recipe["rules"] not in of_rows


def test_methods_say_how_right_the_data_are(folder: Path, tmp_path: Path) -> None:
    assert "没有在这批文件上核对" in _methods(folder, tmp_path / "甲")
    checked = raci.evaluate(builtin=True)
    said = _methods(folder, tmp_path / "乙", evaluation=checked)
    assert checked.sentence in said and checked.sentence_en in said and "没有在这批文件上核对" not in said
    gold = tmp_path / "标注.gold.json"
    with pytest.raises(ReadError):
        raci.network(folder, tmp_path / "丙", evaluation=gold)
    assert not (tmp_path / "丙").exists()


@pytest.mark.parametrize(("by", "how"), [("body", "所在文件地区相同的算一个"), ("function", "不知道职能，名称")])
def test_methods_say_what_becomes_of_bodies_that_nobody_knows(tmp_path: Path, by: str, how: str) -> None:
    (tmp_path / "方案.txt").write_text(
        "青溪县护河方案\n一、巡河。（牵头单位：巡护队；配合单位：县财政局）\n", encoding="utf-8"
    )
    said = _methods(tmp_path / "方案.txt", tmp_path / "网络", by=by)
    assert "名录里没有的单位 1 个点" in said and how in said
    assert "1 of the nodes are organisations that the register does not hold" in said


def test_rows_of_copies_are_left_out_and_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "副本.txt").write_bytes((folder / "一.txt").read_bytes())
    rows = raci.rows([folder / "一.txt", tmp_path / "副本.txt"])
    assert "明细表里另有 1 个来源的全文与别的相同" in _methods(rows, tmp_path / "网络")


def test_what_an_earlier_run_wrote_goes_and_what_a_person_wrote_stays(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "网络"
    raci.network(folder, out, formats=["gexf"])
    (out / "笔记.txt").write_text("勿删", encoding="utf-8")
    raci.network(folder, out, formats=["pajek"], pictures=False)
    assert not (out / "全部" / "bodies.gexf").exists()
    assert not (out / "图" / "全部.svg").exists()
    assert (out / "全部" / "bodies.net").exists()
    assert (out / "笔记.txt").exists()


def test_a_folder_of_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "别的.txt").write_text("x", encoding="utf-8")
    with pytest.raises(OptionError, match="文件夹里有别的文件"):
        raci.network(folder, tmp_path)


def test_two_runs_give_the_same_bytes(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("甲", "乙"):
        raci.network(folder, tmp_path / name, by="function")
    files = [sorted(path.relative_to(tmp_path / "甲") for path in (tmp_path / "甲").rglob("*") if path.is_file())]
    for path in files[0]:
        assert (tmp_path / "甲" / path).read_bytes() == (tmp_path / "乙" / path).read_bytes(), path


def test_topics_of_a_file(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "主题.csv"
    table.write_text("词,主题\n河道,水\n垃圾,水\n植树,绿\n", encoding="gb18030")
    graph = raci.network(folder, networks=["topics"], topics=table).graph("topics")
    assert {data["label"] for _, data in graph.nodes(data=True) if data["bipartite"]} == {"水", "绿"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": "village"}, "可用：body"),
        ({"window": "month"}, "可用：year"),
        ({"periods": "2013-2015"}, "分期只用于按年份分窗"),
        ({"window": "year", "periods": "2013-15"}, "不是年份"),
        ({"window": "year", "periods": "2015-2013"}, "起止颠倒"),
        ({"window": "year", "periods": "2013-2015,2015-2016"}, "重叠"),
        ({"alpha": 5}, "显著性水平不对"),
        ({"roles": ["leader"]}, "可用：lead"),
        ({"networks": ["x"]}, "可用：bodies"),
        ({"backbones": ["x"]}, "可用：disparity"),
    ],
)
def test_options_that_there_are_not(folder: Path, options: dict[str, object], said: str) -> None:
    with pytest.raises(OptionError) as caught:
        raci.network(folder, **options)  # type: ignore[arg-type]
    assert said in str(caught.value)
