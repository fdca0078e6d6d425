"""What is put right on the page is put right in the plan, is told as made by hand, and comes out in every file."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import Any

import pytest
from desks import PLAN, OpenPlan, Page
from openpyxl import load_workbook

#: names and roles
Pairs = set[tuple[str, str]]


def changed(plan: OpenPlan, before: set[tuple[str, str, str]]) -> tuple[Pairs, Pairs]:
    """Names and roles that went, and that came."""
    after = plan.said()
    return {one[1:] for one in before - after}, {one[1:] for one in after - before}


OF_STATION: Pairs = {("市文旅局", "lead"), ("市体育局", "support"), ("市财政局", "support")}
SPORTS = {"name": "市体育局", "role": "support"}
CASES: list[tuple[str, str, dict[str, object], Pairs, Pairs]] = [
    ("add", "种植", {"names": [{"name": "市林业局"}], "role": "lead"}, set(), {("市林业局", "lead")}),
    (
        "add",
        "种植",
        {"names": [{"name": "市林业局"}, {"name": "各县区"}], "role": "配合"},
        set(),
        {("市林业局", "support"), ("各县区", "support")},
    ),
    ("remove", "驿站", SPORTS, {("市体育局", "support")}, set()),
    ("role", "驿站", {**SPORTS, "to": "lead"}, {("市体育局", "support")}, {("市体育局", "lead")}),
    ("name", "驿站", {**SPORTS, "to": "市教育局"}, {("市体育局", "support")}, {("市教育局", "support")}),
    (
        "name",
        "驿站",
        {**SPORTS, "to": "市教育局、市团委"},
        {("市体育局", "support")},
        {("市教育局", "support"), ("市团委", "support")},
    ),
    ("untask", "驿站", {}, OF_STATION, set()),
    ("deadline", "驿站", {"to": "2027年3月底前"}, set(), set()),
    ("heading", "驿站", {"number": "（二）", "to": "服务站点"}, OF_STATION, OF_STATION),
]


@pytest.mark.parametrize(("do", "task", "fields", "gone", "came"), CASES)
def test_a_change_and_its_way_back(
    plan: OpenPlan, do: str, task: str, fields: dict[str, object], gone: Pairs, came: Pairs
) -> None:
    before, first = plan.said(), plan.data()
    plan.change(do, task=plan.task(task)["id"], **fields)
    assert changed(plan, before) == (gone, came)
    assert plan.data() != first
    after = plan.data()
    plan.undo()
    assert plan.data()["tasks"] == first["tasks"]
    assert plan.data()["findings"] == first["findings"]
    plan.redo()
    assert plan.data()["tasks"] == after["tasks"]


def test_an_answer_holds_what_changed_and_no_more(plan: OpenPlan) -> None:
    before, task = plan.data(), plan.task("种植")["id"]
    answer = plan.change("add", task=task, names=[{"name": "市林业局"}], role="lead")
    assert [each["id"] for each in answer["tasks"]] == [task]
    assert answer["undo"] == "（三）种植乡土树种：增加牵头“市林业局”"
    assert not {"order", "findings", "title"} & answer.keys()
    assert plan.whole(before, answer) == plan.shown()


@pytest.mark.parametrize(
    "asked",
    [
        {"do": "add", "names": [{"name": "市水利局"}], "role": "support"},
        {"do": "add", "names": [{"name": "水利局"}, {"name": "绿道专班"}], "role": "guide"},
        {"do": "role", "name": "市体育局", "role": "support", "to": "lead"},
        {"do": "remove", "name": "市文旅局", "role": "lead"},
        {"do": "name", "name": "市体育局", "role": "support", "to": "市教育局、市科技局"},
        {"do": "meaning", "name": "市体育局", "to": "云泽市体育总会"},
        {"do": "deadline", "to": "2027年底前"},
    ],
)
def test_what_is_shown_at_once_stays(plan: OpenPlan, asked: dict[str, Any]) -> None:
    """The rest, which follows, brings findings; the task was right already."""
    before, task = plan.data(), plan.task("配建")["id"]
    answer = plan.change(task=task, **asked)
    assert answer["rest"]
    [shown] = answer["tasks"]
    assert plan.whole(before, answer) == plan.shown()
    assert plan.task("配建") == shown


@pytest.mark.parametrize("do", ["untask", "heading", "move", "finding", "profile"])
def test_what_changes_more_than_a_task_is_shown_as_a_whole(plan: OpenPlan, do: str) -> None:
    before = plan.data()
    first, second, _ = (task["id"] for task in before["tasks"])
    fields = {
        "untask": {"task": first},
        "heading": {"task": first, "to": "打通"},
        "move": {"task": first, "follows": second},
        "finding": {"key": before["findings"][0]["key"], "verdict": "accepted"},
        "profile": {"name": "rasci"},
    }
    answer = plan.change(do, **fields[do])
    assert "rest" not in answer
    assert plan.whole(before, answer) == plan.shown()


def test_a_page_that_is_behind_is_told(plan: OpenPlan) -> None:
    before, task = plan.data(), plan.task("配建")["id"]
    for name in ("市教育局", "市科技局"):
        plan.change("add", task=task, names=[{"name": name}], role="support")
    answer = plan.client.get(f"{plan.path}/changes", params={"from": before["version"]})
    assert answer.status_code == 409


def test_undone_and_redone_any_number_of_times(plan: OpenPlan) -> None:
    """More changes than are kept at hand."""
    task = plan.task("种植")["id"]
    seen = [plan.data()]
    for number in range(16):
        plan.change("add", task=task, names=[{"name": f"第{number}专班"}], role="support")
        seen.append(plan.data())
    for earlier in reversed(seen[:-1]):
        plan.undo()
        assert plan.data()["tasks"] == earlier["tasks"]
        assert plan.data()["findings"] == earlier["findings"]
    for later in seen[1:]:
        plan.redo()
        assert plan.data()["tasks"] == later["tasks"]


def test_a_marked_stretch_becomes_an_annotation_with_its_evidence(plan: OpenPlan) -> None:
    quote = plan.span("市城管局会同市园林中心")
    [first, second] = plan.client.get(f"{plan.path}/bodies", params={"start": quote[0], "end": quote[1]}).json()[
        "bodies"
    ]
    assert (first["name"], second["name"]) == ("市城管局", "市园林中心")
    plan.change("mark", quote=quote, role="lead", names=[first, {**second, "role": "support"}])
    task = plan.task("市城管局会同")
    assert [(entry["name"], entry["role"], entry["hand"]) for entry in task["entries"]] == [
        ("市城管局", "lead", True),
        ("市园林中心", "support", True),
    ]
    text = plan.text()
    assert [text[slice(*entry["span"])] for entry in task["entries"]] == ["市城管局", "市园林中心"]
    assert text[slice(*task["entries"][0]["quote"])] == "市城管局会同市园林中心"


def test_a_clause_becomes_a_task_and_a_task_is_split(plan: OpenPlan) -> None:
    plan.change("task", words=plan.span("市城管局会同市园林中心每季度通报一次进展。"))
    assert plan.task("市城管局会同")["path"] == ["二、其他事项"]
    task = plan.task("打通断点")["id"]
    plan.change("split", task=task, words=plan.span("年内打通断点十二处。（责任单位：市住房城乡建设局、市水利局；"))
    assert not next(each for each in plan.data()["tasks"] if each["id"] == task)["entries"]
    made = plan.task("年内打通断点十二处")
    assert {entry["name"] for entry in made["entries"]} == {"市住房城乡建设局", "市水利局"}
    order = [each["heading"] for each in plan.data()["tasks"]]
    assert order.index("年内打通断点十二处") == order.index("打通断点") + 1


def test_two_tasks_are_joined_and_others_moved(plan: OpenPlan) -> None:
    first, second, third = (plan.task(part)["id"] for part in ("打通", "驿站", "种植"))
    plan.change("join", task=first, other=second)
    assert [task["id"] for task in plan.data()["tasks"]] == [first, third]
    joined = {entry["name"] for entry in plan.task("打通")["entries"]}
    assert joined == {"市住房城乡建设局", "市水利局", "市文旅局", "市体育局", "市财政局"}
    plan.change("move", task=third, follows="")
    assert [task["id"] for task in plan.data()["tasks"]] == [third, first]
    plan.change("move", task=third, follows=first)
    assert [task["id"] for task in plan.data()["tasks"]] == [first, third]


def test_what_a_name_means_holds_wherever_it_stands(page: Page) -> None:
    plan = page.plan(PLAN + "（四）开展巡查。每月巡查。（责任单位：市水利局）\n")
    plan.change("meaning", name="市水利局", to="云泽市水务局")
    meant = {
        entry["canonical"] for task in plan.data()["tasks"] for entry in task["entries"] if entry["name"] == "市水利局"
    }
    assert meant == {"云泽市水务局"}
    asked = plan.client.get(f"{plan.path}/meanings", params={"name": "市财政局"}).json()["meanings"]
    assert "云泽市财政局" in {each["name"] for each in asked}


def test_findings_are_decided_on_and_the_outputs_say_so(plan: OpenPlan) -> None:
    [finding] = [each for each in plan.data()["findings"] if "种植" in each["message"]]
    plan.change("finding", key=finding["key"], verdict="ignored", reason="另文明确")
    [decided] = [each for each in plan.data()["findings"] if each["key"] == finding["key"]]
    assert (decided["verdict"], decided["reason"]) == ("ignored", "另文明确")
    book = load_workbook(BytesIO(plan.file("xlsx").content))
    told = [str(cell.value) for row in book["待核"].iter_rows() for cell in row if cell.value]
    assert any("另文明确" in words for words in told)
    plan.undo()
    assert not any(each["verdict"] for each in plan.data()["findings"])


def test_what_a_column_is_can_be_said(page: Page) -> None:
    table = "绿道任务表\n序号\t任务\t出力的\n1\t打通断点\t市水利局\n2\t配建驿站\t市文旅局\n3\t种植树木\t市林业局\n"
    plan = page.plan(table)
    plan.change("columns", heads={"出力的": "lead"})
    assert {(name, role) for _, name, role in plan.said()} == {
        (name, "lead") for name in ("市水利局", "市文旅局", "市林业局")
    }
    plan.change("columns", heads={"出力的": "support"})
    assert {role for _, _, role in plan.said()} == {"support"}
    plan.undo()
    assert {role for _, _, role in plan.said()} == {"lead"}


def test_the_profile_gives_the_letters(plan: OpenPlan) -> None:
    assert {entry["letter"] for entry in plan.task("打通")["entries"]} == {"R"}
    plan.change("profile", name="first-leads")
    assert plan.task("打通")["entries"][0]["letter"].startswith("A")


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        ("nothing", {}),
        ("add", {"task": "task:none", "names": [{"name": "市林业局"}], "role": "lead"}),
        ("add", {"task": "{task}", "names": [{"name": "市林业局"}], "role": "chief"}),
        ("add", {"task": "{task}", "names": [{"name": "——"}], "role": "lead"}),
        ("add", {"task": "{task}", "names": [{"name": "市林业局", "span": [0, 4]}], "role": "lead"}),
        ("add", {"task": "{task}", "names": [], "role": "lead"}),
        ("add", {"task": "{task}", "names": "市林业局", "role": "lead"}),
        ("remove", {"task": "{task}", "name": "市林业局", "role": "lead"}),
        ("mark", {"quote": [0, 10**9], "names": [{"name": "市林业局"}], "role": "lead"}),
        ("mark", {"quote": [5, 5], "names": [{"name": "市林业局"}], "role": "lead"}),
        ("split", {"task": "{task}", "words": [0, 4]}),
        ("join", {"task": "{task}", "other": "{task}"}),
        ("heading", {"task": "{task}", "to": " "}),
        ("columns", {"heads": {"责任单位": "king"}}),
        ("columns", {"heads": {"没有的列": "lead"}}),
        ("profile", {"name": "../../x"}),
        ("finding", {"key": "none", "verdict": "accepted"}),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_changes_nothing(plan: OpenPlan, do: str, fields: dict[str, object]) -> None:
    before = plan.data()
    task = plan.task("种植")["id"]
    asked = {key: value.format(task=task) if isinstance(value, str) else value for key, value in fields.items()}
    answer = plan.ask(do, **asked)
    assert answer.status_code in (400, 422)
    assert answer.json()["fault"]
    assert plan.data() == before


def test_every_output_holds_what_was_put_right_and_says_that_it_was(plan: OpenPlan) -> None:
    plan.change("add", task=plan.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    rows = list(csv.DictReader(StringIO(plan.file("csv").content.decode("utf-8-sig"))))
    [row] = [row for row in rows if row["department"] == "市林业局"]
    assert (row["role"], row["origin"], row["rule"]) == ("lead", "hand", "edited.page")
    book = load_workbook(BytesIO(plan.file("xlsx").content))
    told = [str(cell.value) for row in book["待核"].iter_rows() for cell in row if cell.value]
    assert any("增加牵头“市林业局”（网页）" in words for words in told)
    [document] = json.loads(plan.file("gold").content)
    assert {"dept": "市林业局", "role": "lead"} in document["clauses"][-1]["assignments"]


def test_a_workbook_that_was_edited_outside_is_taken_back(plan: OpenPlan) -> None:
    plan.change("add", task=plan.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    plan.change("task", to="建立台账", follows=plan.task("种植")["id"])
    edited = plan.workbook("任务分工", "市林业局", "市园林局")
    before = plan.said()
    sent = plan.client.post(f"{plan.path}/workbook", files=[("file", ("改.xlsx", edited))])
    sent.raise_for_status()
    assert changed(plan, before) == ({("市林业局", "lead")}, {("市园林局", "lead")})
    assert plan.task("建立台账")
    plan.undo()
    assert plan.said() == before


@pytest.mark.parametrize("kind", ["of another plan", "no workbook", "unchanged"])
def test_what_is_no_edited_workbook_of_the_plan_is_refused(page: Page, plan: OpenPlan, kind: str) -> None:
    other = page.plan(PLAN.replace("绿道", "碧道"))
    data = {"of another plan": other.file("xlsx").content, "no workbook": b"x", "unchanged": plan.file("xlsx").content}
    before = plan.data()
    answer = plan.client.post(f"{plan.path}/workbook", files=[("file", ("改.xlsx", data[kind]))])
    assert answer.status_code == 422
    assert plan.data() == before


def test_offsets_hold_where_characters_take_two_halves(page: Page) -> None:
    plan = page.plan(PLAN.replace("年内打通", "年内𠮷𠮷𠮷打通"))
    entry = plan.task("打通断点")["entries"][-1]
    text = plan.text().encode("utf-16-le")
    assert text[2 * entry["span"][0] : 2 * entry["span"][1]].decode("utf-16-le") == entry["name"]
    quote = plan.span("市城管局")
    plan.change("mark", quote=quote, role="lead", names=[{"name": "市城管局", "span": quote}])
    assert plan.task("市城管局会同")["entries"][0]["span"] == quote
