"""What is dropped becomes a project; every change is on the disk before it is answered, and all comes back."""

from __future__ import annotations

import sqlite3
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from desks import PLAN, OpenPlan, Page, running

from raci import analyse, build
from raci.errors import ReadError
from raci.web.projects.file import SUFFIX, ProjectFile


def test_a_plan_that_is_dropped_is_listed_and_read(page: Page) -> None:
    plan = page.plan()
    [listed] = [each for each in page.client.get("/api/projects").json()["projects"] if each["id"] in plan.path]
    assert listed["name"] == "云泽市绿道建设实施方案"
    assert listed["plans"] == [{"number": 1, "title": "云泽市绿道建设实施方案", "tasks": 3}]
    assert ("打通断点", "市水利局", "responsible") in plan.said()
    assert plan.text().startswith("云泽市绿道建设实施方案")
    entry = next(entry for entry in plan.task("打通断点")["entries"] if entry["name"] == "市水利局")
    assert plan.text()[slice(*entry["span"])] == "市水利局"


def test_several_plans_in_a_file_are_one_project(page: Page) -> None:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("甲.txt", PLAN)
        packed.writestr("乙.txt", PLAN.replace("绿道", "碧道"))
    [job] = page.drop(("两个方案.zip", archive.getvalue()))
    plans = page.client.get(f"/api/projects/{job['result']}").json()["plans"]
    assert len(plans) == 2
    assert page.opened(job["result"], 2).said() == page.opened(job["result"], 1).said()


def test_a_notice_and_its_annex_dropped_together_are_one_plan(page: Page) -> None:
    notice = (
        "云泽市人民政府办公室关于印发绿道建设任务分工的通知\n各县区：现印发给你们，请认真落实。\n附件：任务分工表\n"
    )
    annex = "附件\n任务分工表\n序号\t任务\t责任单位\n1\t打通断点\t市水利局\n2\t配建驿站\t市文旅局\n"
    jobs = page.drop(("通知.txt", notice.encode()), ("附件：任务分工表.txt", annex.encode()), together=True)
    [job] = jobs
    assert len(page.client.get(f"/api/projects/{job['result']}").json()["plans"]) == 1
    assert {name for _, name, _ in page.opened(job["result"]).said()} == {"市水利局", "市文旅局"}


@pytest.mark.parametrize(
    ("name", "data"),
    [("空.txt", b""), ("坏.docx", b"PK\x03\x04 nothing"), ("坏.pdf", b"%PDF-1.7 nothing"), ("程序.exe", b"MZ\x90\x00")],
)
def test_what_cannot_be_read_is_told_with_the_remedy(page: Page, name: str, data: bytes) -> None:
    before = len(page.client.get("/api/projects").json()["projects"])
    [job] = page.drop((name, data))
    assert job["state"] == "failed"
    assert job["error"].startswith(name)
    assert "；" in job["error"]
    assert len(page.client.get("/api/projects").json()["projects"]) == before


def test_a_text_is_pasted(page: Page) -> None:
    [job] = page.client.post("/api/texts", json={"text": PLAN}).json()["jobs"]
    assert page.opened(page.ended(job["id"])["result"]).said()


def test_fifty_files_dropped_at_once_are_fifty_projects(page: Page) -> None:
    before = len(page.client.get("/api/projects").json()["projects"])
    with ThreadPoolExecutor(50) as pool:
        jobs = list(pool.map(lambda number: page.drop((f"{number}.txt", PLAN.encode())), range(50)))
    assert {job["state"] for [job] in jobs} == {"done"}
    assert len({job["result"] for [job] in jobs}) == 50
    assert len(page.client.get("/api/projects").json()["projects"]) == before + 50


def test_all_comes_back_when_the_program_starts_anew(tmp_path: Path) -> None:
    with running(tmp_path) as page:
        plan = page.plan()
        task = plan.task("种植")["id"]
        plan.change("add", task=task, names=[{"name": "市林业局"}], role="lead")
        plan.change("task", to="建立台账", follows=task)
        plan.change("heading", task=plan.task("台账")["id"], number="（四）", to="建立工作台账")
        plan.change("deadline", task=task, to="2027年底前")
        plan.undo()
        before = plan.data()
    with running(tmp_path) as page:
        plan = page.opened(plan.path.split("/")[3])
        assert plan.data() == before
        plan.redo()
        assert plan.task("种植")["deadline"] == "2027年底前"
        plan.undo()
        plan.undo()
        plan.undo()
        plan.undo()
        assert plan.data()["undo"] is None
        assert not plan.task("种植")["entries"]


def test_undone_changes_stay_known_when_another_is_made(page: Page) -> None:
    plan = page.plan()
    task = plan.task("种植")["id"]
    plan.change("add", task=task, names=[{"name": "市林业局"}], role="lead")
    plan.undo()
    assert plan.data()["redo"]
    plan.change("add", task=task, names=[{"name": "市园林局"}], role="lead")
    data = plan.data()
    assert data["redo"] is None
    assert [change["state"] for change in data["changes"]] == ["done", "dropped"]
    assert all(change["at"] for change in data["changes"])


def test_a_project_is_renamed_and_taken_away(page: Page) -> None:
    project = page.plan().path.split("/")[3]
    page.client.patch(f"/api/projects/{project}", json={"name": "  新  名 "}).raise_for_status()
    assert page.client.get(f"/api/projects/{project}").json()["name"] == "新 名"
    page.client.request("DELETE", f"/api/projects/{project}", json={}).raise_for_status()
    assert page.client.get(f"/api/projects/{project}").status_code == 422
    assert project not in {each["id"] for each in page.client.get("/api/projects").json()["projects"]}


def test_a_file_that_is_damaged_is_told_in_the_list(tmp_path: Path) -> None:
    (tmp_path / f"20260101-000000-00000000{SUFFIX}").write_bytes(b"no database")
    with running(tmp_path) as page:
        [listed] = page.client.get("/api/projects").json()["projects"]
        assert listed["fault"]
        assert page.client.get("/api/projects/20260101-000000-00000000/plans/1").status_code == 422


def test_a_file_of_another_program_is_no_project(tmp_path: Path) -> None:
    path = tmp_path / "x.raci"
    sqlite3.connect(path).executescript("CREATE TABLE a (b); PRAGMA user_version = 7;").close()
    with pytest.raises(ReadError):
        ProjectFile(path)


def test_two_tabs_see_one_another_s_changes(page: Page) -> None:
    first = page.plan()
    second = page.opened(first.path.split("/")[3])
    first.change("add", task=first.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    second.change("role", task=second.task("种植")["id"], name="市林业局", role="lead", to="support")
    assert ("种植乡土树种", "市林业局", "support") in first.said()


def test_two_coders_do_not_see_one_another_s_changes(page: Page) -> None:
    first = page.plan()
    second = page.opened(first.path.split("/")[3], coder="李四")
    second.change("add", task=second.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    assert first.said() < second.said()
    first.undo()
    assert first.said() < second.said()


def test_what_is_too_large_is_cut_off(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.web.uploads.LARGEST", 200_000)
    before = len(page.client.get("/api/projects").json()["projects"])
    sent = page.client.post("/api/projects", files=[("file", ("大.txt", b"x" * 3_000_000))])
    assert sent.status_code == 413
    assert "MB" in sent.json()["fault"]
    assert page.client.post("/api/texts", json={"text": "x" * 2_000_000}).status_code == 413
    assert len(page.client.get("/api/projects").json()["projects"]) == before


def test_names_of_files_are_no_paths(page: Page) -> None:
    [job] = page.drop(("../../a/..\\绿<道>.txt", PLAN.encode()))
    read = page.client.get(f"{page.opened(job['result']).path}/document").json()
    assert read["source"].endswith("/绿道.txt")
    assert ".." not in read["source"]
    assert dict(read["facts"])["来源"] == "绿道.txt"


def test_nobody_else_on_the_machine_reads_a_project(page: Page) -> None:
    page.plan()
    home = Path(page.client.get("/api/projects").json()["home"])
    assert {path.stat().st_mode & 0o077 for path in home.glob(f"*{SUFFIX}*")} == {0}


def test_a_workbook_of_raci_s_is_recalled_with_what_was_changed_in_it(page: Page) -> None:
    plan = page.plan()
    plan.change("profile", name="rasci")
    [job] = page.drop(("改.xlsx", plan.workbook("任务分工", "市文旅局", "市体育局办公室")))
    again = page.opened(job["result"])
    assert ("配建驿站", "市体育局办公室", "lead") in again.said()
    data = again.data()
    assert data["profile"] == "rasci"
    assert any("市体育局办公室" in words for words in data["earlier"])
    assert data["changes"][0]["what"].startswith("角色方案按工作簿原来的")


def test_a_workbook_by_a_profile_of_the_users_keeps_its_letters(page: Page, tmp_path: Path) -> None:
    """Whatever it is called: the letters are those of the workbook, also after others were tried, and handed out."""
    own = tmp_path / "own.toml"
    own.write_text('name = "rasci"\ntitle = "本局字母"\n[letters]\nlead = "L"\nresponsible = "R"\nsupport = "Z"\n')
    analysis = analyse(PLAN)
    build(analysis, tmp_path / "out", profile=str(own), only=("xlsx",))
    [file] = tmp_path.glob("out/**/*.xlsx")
    [job] = page.drop((file.name, file.read_bytes()))
    plan = page.opened(job["result"])
    data = plan.data()
    assert (data["profile"], data["own"]) == ("own", "本局字母")
    assert letters(plan) == {"市文旅局": "L", "市体育局": "Z"}
    plan.change("profile", name="rasci")
    assert letters(plan) == {"市文旅局": "A/R", "市体育局": "S"}
    plan.change("profile", name="own")
    assert letters(plan) == {"市文旅局": "L", "市体育局": "Z"}
    [again] = page.drop(("再次.xlsx", plan.file("xlsx").content))
    assert letters(page.opened(again["result"])) == {"市文旅局": "L", "市体育局": "Z"}


def test_a_plan_without_a_profile_of_its_own_has_none_to_go_back_to(plan: OpenPlan) -> None:
    assert plan.data()["own"] == ""
    assert plan.ask("profile", name="own").status_code == 400


def letters(plan: OpenPlan) -> dict[str, str]:
    entries = plan.task("驿站")["entries"]
    return {entry["name"]: entry["letter"] for entry in entries if entry["name"] != "市财政局"}


def test_the_list_says_how_many_tasks_a_plan_has_now(page: Page, plan: OpenPlan) -> None:
    def listed() -> int:
        [found] = [each for each in page.client.get("/api/projects").json()["projects"] if each["id"] in plan.path]
        count: int = found["plans"][0]["tasks"]
        return count

    assert listed() == 3
    plan.change("untask", task=plan.task("种植")["id"])
    assert listed() == 2
    plan.undo()
    assert listed() == 3
