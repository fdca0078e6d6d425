"""From corrections to settings and rules, with what these would change; and two coders compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from desks import PLAN, OpenPlan, Page, running

from raci.config.settings import load_settings
from raci.web.comparison import alpha
from raci.web.own_settings import settings_text

UNKNOWN = PLAN.replace(
    "（三）种植乡土树种。沿线补植乔木。", "（三）种植乡土树种。沿线补植乔木。\n包干处室：市林业局、市园林局"
)


def projects(page: Page) -> Path:
    return Path(page.client.get("/api/projects").json()["home"])


def test_what_names_mean_is_written_beside_the_documents(tmp_path: Path) -> None:
    (tmp_path / "raci.toml").write_text(
        '# 本县\nplace = "云泽市"\n[same]\n"云泽市民政局" = ["老局"]\n', encoding="utf-8"
    )
    with running(tmp_path) as page:
        plan = page.plan()
        assert plan.client.post(f"{plan.path}/settings", json={}).status_code == 400
        plan.change("meaning", name="市水利局", to="云泽市水务局")
        told = plan.client.get(f"{plan.path}/settings").json()
        assert '"云泽市水务局" = ["市水利局"]' in told["text"]
        plan.client.post(f"{plan.path}/settings", json={}).raise_for_status()
        plan.client.post(f"{plan.path}/settings", json={}).raise_for_status()
        written = (tmp_path / "raci.toml").read_text(encoding="utf-8")
        assert written.startswith('# 本县\nplace = "云泽市"\n[same]\n')
        assert written.count("云泽市水务局") == 1
        assert load_settings(tmp_path / "raci.toml").register is not None
        again = page.plan(PLAN, "再.txt")
        meant = [entry["canonical"] for entry in again.task("打通")["entries"] if entry["name"] == "市水利局"]
        assert meant == ["云泽市水务局"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", '[same]\n"甲局" = ["乙局"]\n'),
        ("place = '云泽市'", 'place = \'云泽市\'\n[same]\n"甲局" = ["乙局"]\n'),
        ('[same]\n"甲局" = ["丙局"]\n', '[same]\n"甲局" = ["丙局"]\n'),
        ("[same]\n[members]\n", '[same]\n"甲局" = ["乙局"]\n[members]\n'),
    ],
)
def test_lines_are_added_where_they_belong(before: str, expected: str) -> None:
    assert settings_text({"same": {"甲局": ("乙局",)}}, before) == expected


def test_a_label_that_was_marked_becomes_a_rule(tmp_path: Path) -> None:
    with running(tmp_path) as page:
        other = page.plan(UNKNOWN.replace("绿道", "碧道"), "碧道.txt")
        plan = page.plan(UNKNOWN)
        assert not plan.task("种植")["entries"]
        assert plan.client.get(f"{plan.path}/rules").json()["rules"] == []
        quote = plan.span("包干处室：市林业局、市园林局")
        names = [{"name": name, "span": plan.span(name)} for name in ("市林业局", "市园林局")]
        plan.change("mark", quote=quote, role="responsible", names=names)
        assert {entry["name"] for entry in plan.task("种植")["entries"]} == {"市林业局", "市园林局"}
        [rule] = plan.client.get(f"{plan.path}/rules").json()["rules"]
        assert "包干处室" in rule["words"]
        tried = plan.client.post("/api/trials", json={"toml": rule["toml"]}).json()
        assert {one["title"] for one in tried["plans"]} == {"云泽市绿道建设实施方案", "云泽市碧道建设实施方案"}
        assert all(not one["lost"] for one in tried["plans"])
        assert ["（三）种植乡土树种", "市园林局", "责任"] in tried["plans"][0]["gained"]
        plan.client.post(f"{plan.path}/rules", json={"toml": rule["toml"]}).raise_for_status()
        assert plan.client.get(f"{plan.path}/rules").json()["rules"] == []
        assert [entry["name"] for entry in plan.task("种植")["entries"]] == ["市林业局", "市园林局"]
        plan.undo()
        plan.undo()
        assert not plan.task("种植")["entries"]
        assert not other.task("种植")["entries"]
        later = page.plan(UNKNOWN.replace("绿道", "步道"), "步道.txt")
        assert {entry["name"] for entry in later.task("种植")["entries"]} == {"市林业局", "市园林局"}


@pytest.mark.parametrize("toml", ["", "x", "[[rule]]\nid = 1", "[macros]\na = 1"])
def test_what_is_no_rule_is_not_kept(plan: OpenPlan, toml: str) -> None:
    assert plan.client.post("/api/trials", json={"toml": toml}).status_code == 422
    assert plan.client.post(f"{plan.path}/rules", json={"toml": toml}).status_code == 422
    assert not plan.data()["changes"]


def test_two_coders_are_compared(page: Page) -> None:
    first = page.plan()
    second = page.opened(first.path.split("/")[3], coder="李四")
    address = f"{first.path}/comparison"
    same = first.client.get(address, params={"first": "", "second": "李四"}).json()
    assert (same["units"], same["same"], same["differences"], same["alpha"]) == (5, 5, [], 1.0)
    first.change("role", task=first.task("驿站")["id"], name="市体育局", role="support", to="lead")
    second.change("add", task=second.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    second.change("untask", task=second.task("打通")["id"])
    found = first.client.get(address, params={"first": "", "second": "李四"}).json()
    assert found["tasks"] == ["（一）打通断点"]
    said = {(one["body"][-3:], one["first"], one["second"]) for one in found["differences"]}
    assert ("体育局", "lead", "support") in said
    assert ("林业局", "", "lead") in said
    assert found["alpha"] < 1


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([("a", "a")], None),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -0.5),
        # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section A: two observers, binary data
        (list(zip("0100000010", "1110010000", strict=True)), 0.095),
    ],
)
def test_agreement_beyond_chance(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert alpha(pairs) == expected
