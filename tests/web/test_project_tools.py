"""What is made of several plans at once; a new tool is one declared value."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from desks import PLAN, Page
from openpyxl import load_workbook
from returning import Sheet

from raci.web import project_tools
from raci.web.handouts import HandedFile
from raci.web.project_tools import ProjectTool


def key(path: str) -> str:
    return f"{path.split('/')[3]}/{path.split('/')[5]}"


def rows(data: bytes, sheet: str) -> list[dict[str, object]]:
    """The rows below the heads of a sheet, by these."""
    heads, *below = load_workbook(BytesIO(data))[sheet].iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in below]


def two_plans(page: Page) -> dict[str, list[str]]:
    first, second = page.plan(), page.plan(PLAN.replace("绿道", "碧道"))
    first.change("add", task=first.task("种植")["id"], names=[{"name": "=市林业局"}], role="lead")
    return {"plan": [key(first.path), key(second.path)]}


def test_the_ledger_holds_the_tasks_of_all_plans_as_they_stand(page: Page) -> None:
    found = rows(page.client.get("/api/tools/ledger", params=two_plans(page)).content, "总表")
    assert [row["文件"] for row in found] == ["云泽市绿道建设实施方案"] * 3 + ["云泽市碧道建设实施方案"] * 3
    assert found[0]["责任单位"] == "市住房城乡建设局、市水利局"
    assert found[0]["到期日"] == "2026-06-30"
    assert found[2]["牵头单位"] == "=市林业局"


def test_a_round_of_filling_in_by_click(page: Page) -> None:
    """Workbooks handed out of the page come back to it, and the ledger that they belong to is given with them."""
    handed = page.client.get("/api/tools/parts", params=two_plans(page)).content
    with ZipFile(BytesIO(handed)) as packed:
        names = {name: packed.read(name) for name in packed.namelist()}
    [book] = [name for name in names if name.endswith("体育局.xlsx")]
    filled = load_workbook(BytesIO(names[book]))
    Sheet(filled["填报表"]).fill(0)
    written = BytesIO()
    filled.save(written)
    back = [("file", ("台账.xlsx", names["台账.xlsx"])), ("file", ("体育局.xlsx", written.getvalue()))]
    told = page.client.post("/api/ledgers", files=back).json()
    assert "silent" in told, told
    assert any("市财政局（未回）" in one for one in told["silent"])
    made = {file["name"]: page.client.get(f"/api/ledgers/{file['id']}").content for file in told["files"]}
    assert {"台账.xlsx", "台账.html"} < set(made)
    reports = rows(made["台账.xlsx"], "填报记录")
    assert [(row["填报单位"], row["进展情况"]) for row in reports] == [("云泽市体育局", "做到第0步")]
    again = [("file", ("台账.xlsx", made["台账.xlsx"]))]
    assert page.client.post("/api/ledgers", files=again).status_code == 200


@pytest.mark.parametrize("count", [0, 2])
def test_without_one_ledger_nothing_is_merged(page: Page, count: int) -> None:
    book = page.client.get("/api/tools/ledger", params=two_plans(page)).content
    files = [("file", (f"台账{number}.xlsx", book)) for number in range(count)] + [("file", ("x.xlsx", b"PK"))]
    refused = page.client.post("/api/ledgers", files=files)
    assert refused.status_code == 422
    assert "台账" in refused.json()["fault"]
    assert page.client.get("/api/ledgers/none").status_code == 404


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
