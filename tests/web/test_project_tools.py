"""What is made of several plans at once; a new tool is one declared value."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from desks import PLAN, Page

from raci.web import project_tools
from raci.web.handouts import HandedFile
from raci.web.project_tools import ProjectTool


def key(path: str) -> str:
    return f"{path.split('/')[3]}/{path.split('/')[5]}"


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))


def test_the_ledger_holds_the_tasks_of_all_plans_as_they_stand(page: Page) -> None:
    first, second = page.plan(), page.plan(PLAN.replace("绿道", "碧道"))
    first.change("add", task=first.task("种植")["id"], names=[{"name": "=市林业局"}], role="lead")
    asked = page.client.get("/api/tools/ledger", params={"plan": [key(first.path), key(second.path)]})
    rows = table(asked.content)
    assert [row["文件"] for row in rows] == ["云泽市绿道建设实施方案"] * 3 + ["云泽市碧道建设实施方案"] * 3
    assert rows[0]["责任单位"] == "市住房城乡建设局、市水利局"
    assert rows[0]["到期日"] == "2026-06-30"
    assert rows[2]["牵头单位"] == "'=市林业局"
    assert rows[2]["依据"] == "手工"


def test_two_plans_are_compared_as_they_stand(page: Page) -> None:
    pytest.importorskip("rapidfuzz", reason="没有安装 raci[diff]")
    first, second = page.plan(), page.plan()
    second.change("add", task=second.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    params = {"plan": [key(first.path), key(second.path)]}
    asked = page.client.get("/api/tools/differences", params=params)
    assert "filename*=UTF-8''" in asked.headers["content-disposition"]
    assert "市林业局" in asked.content.decode()


@pytest.mark.parametrize(
    ("tool", "plans"),
    [("nothing", ["x/1"]), ("ledger", []), ("differences", ["x/1"]), ("ledger", ["../1"]), ("ledger", ["x/1"])],
)
def test_what_is_not_there_is_refused(page: Page, tool: str, plans: list[str]) -> None:
    assert page.client.get(f"/api/tools/{tool}", params={"plan": plans}).status_code in (400, 404, 422)


def test_a_tool_that_is_declared_is_offered(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    made = ProjectTool("count", "数一数", 1, lambda states: HandedFile("数.txt", str(len(states)).encode()))
    monkeypatch.setattr(project_tools, "TOOLS", (*project_tools.TOOLS, made))
    monkeypatch.setattr("raci.web.routes.project_tools.TOOLS", project_tools.TOOLS)
    assert "数一数" in {tool["title"] for tool in page.client.get("/api/tools").json()["tools"]}
    assert page.client.get("/api/tools/count", params={"plan": [key(page.plan().path)]}).content == b"1"
