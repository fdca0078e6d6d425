"""From corrections to settings and rules, with what these would change; and two coders compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from desks import PLAN, OpenPlan, Page, running

from raci import analyse
from raci.config.rule_files import parse_rules
from raci.config.settings import load_settings
from raci.web.own_settings import settings_text

UNKNOWN = PLAN.replace(
    "（三）种植乡土树种。沿线补植乔木。", "（三）种植乡土树种。沿线补植乔木。\n包干处室：市林业局、市园林局"
)

OWN_RULE = """# 本市
[[rule]]
id = "my.grip"
kind = "label"
role = "lead"
pattern = '抓手单位'
why = "本市的说法"
match = ["抓手单位：市商务局"]
no_match = ["责任单位：市商务局"]
"""


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
        assert not other.task("种植")["entries"]
        later = page.plan(UNKNOWN.replace("绿道", "步道"), "步道.txt")
        assert {entry["name"] for entry in later.task("种植")["entries"]} == {"市林业局", "市园林局"}
        plan.undo()
        plan.undo()
        assert not plan.task("种植")["entries"]


#: what a person puts right; the rule in words; another plan of the same office, and what the rule reads in it
TAUGHT = [
    (
        "种植乡土树种。沿线补植乔木。（市林业局、市园林局挂帅）",
        lambda plan: plan.change(
            "mark",
            quote=plan.span("市林业局、市园林局挂帅"),
            role="lead",
            names=[{"name": name, "span": plan.span(name)} for name in ("市林业局", "市园林局")],
        ),
        "名单后面写“挂帅”的是牵头",
        "养护草坪。（市林业局、市城管局挂帅）",
        {("市林业局", "lead"), ("市城管局", "lead")},
    ),
    (
        "种植乡土树种。沿线补植乔木。（承办单位：市林业局）",
        lambda plan: plan.change("role", task=plan.task("种植")["id"], name="市林业局", role="responsible", to="lead"),
        "“承办单位：”后面是牵头",
        "养护草坪。（承办单位：市城管局）",
        {("市城管局", "lead")},
    ),
]


@pytest.mark.parametrize(("sentence", "put_right", "words", "other", "expected"), TAUGHT)
def test_corrections_become_rules(
    page: Page,
    sentence: str,
    put_right: Callable[[OpenPlan], object],
    words: str,
    other: str,
    expected: set[tuple[str, str]],
) -> None:
    plan = page.plan(PLAN.replace("种植乡土树种。沿线补植乔木。", sentence))
    put_right(plan)
    [rule] = plan.client.get(f"{plan.path}/rules").json()["rules"]
    assert words in rule["words"]
    later = analyse(f"云泽市草坪方案\n一、{other}", rules=parse_rules(rule["toml"], "test"))
    assert {(each.department.name, each.role) for each in later.assignments} == expected


def test_a_heading_that_is_no_task_becomes_a_rule(page: Page) -> None:
    plan = page.plan(PLAN.replace("（三）种植乡土树种。沿线补植乔木。", "（三）绿道简况\n全长十二公里。"))
    plan.change("untask", task=plan.task("简况")["id"])
    [rule] = plan.client.get(f"{plan.path}/rules").json()["rules"]
    assert "绿道简况" in rule["words"]
    plan.client.post(f"{plan.path}/rules", json={"toml": rule["toml"]}).raise_for_status()
    plan.client.post("/api/rules/forget", json={"id": plan.client.get("/api/rules").json()["rules"][0]["id"]})


def test_a_column_that_was_told_becomes_a_rule(page: Page) -> None:
    text = "云泽市绿道任务表\n\n| 事项 | 挂点处室 |\n| --- | --- |\n| 打通断点 | 市水利局 |\n| 配建驿站 | 市体育局 |\n"
    plan = page.plan(text, "表.md")
    plan.change("columns", heads={"挂点处室": "lead"})
    [rule] = plan.client.get(f"{plan.path}/rules").json()["rules"]
    assert rule["words"] == "表格的“挂点处室”列是牵头"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        # no words of the text say the role
        ("种植乡土树种。请市林业局、市园林局于年内补植乔木。", "市林业局", "lead"),
        # what follows is what is done, not who does what
        ("种植乡土树种。市林业局年内沿线补植乔木六千株，并做好养护。", "市林业局", "responsible"),
    ],
)
def test_what_no_words_say_becomes_no_rule(page: Page, sentence: str, name: str, role: str) -> None:
    plan = page.plan(PLAN.replace("种植乡土树种。沿线补植乔木。", sentence))
    plan.change("mark", quote=plan.span(name), role=role, names=[{"name": name, "span": plan.span(name)}])
    assert plan.client.get(f"{plan.path}/rules").json()["rules"] == []


def test_a_rule_that_was_taken_over_is_given_up_again(tmp_path: Path) -> None:
    """By undoing it, and in the list of rules; one that a person wrote beside it stays."""
    (tmp_path / "rules.toml").write_text(OWN_RULE, encoding="utf-8")
    with running(tmp_path) as page:

        def kept() -> list[str]:
            return [rule["words"] for rule in page.client.get("/api/rules").json()["rules"]]

        plan = page.plan(UNKNOWN)
        names = [{"name": "市林业局", "span": plan.span("市林业局")}]
        plan.change("mark", quote=plan.span("包干处室：市林业局"), role="responsible", names=names)
        [rule] = plan.client.get(f"{plan.path}/rules").json()["rules"]
        plan.client.post(f"{plan.path}/rules", json={"toml": rule["toml"]}).raise_for_status()
        assert len(kept()) == 2
        later = page.plan(UNKNOWN.replace("绿道", "步道"), "步道.txt")
        plan.undo()
        assert kept() == ["本市的说法"]
        assert not page.plan(UNKNOWN.replace("绿道", "碧道"), "碧道.txt").task("种植")["entries"]
        # what was read by it stays so, also where it is read anew
        later.change("columns", heads={"没有的列": ""})
        assert later.task("种植")["entries"]
        plan.redo()
        assert len(kept()) == 2
        own, taught = page.client.get("/api/rules").json()["rules"]
        page.client.post("/api/rules/forget", json={"id": taught["id"]}).raise_for_status()
        assert kept() == ["本市的说法"]
        assert (tmp_path / "rules.toml").read_text(encoding="utf-8").startswith(OWN_RULE.rstrip())
        assert page.client.post("/api/rules/forget", json={"id": taught["id"]}).status_code == 404
        page.client.post("/api/rules/forget", json={"id": own["id"]}).raise_for_status()
        assert kept() == []


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
    assert (same["units"], same["same"], same["differences"], same["kappa"]) == (5, 5, [], 1.0)
    first.change("role", task=first.task("驿站")["id"], name="市体育局", role="support", to="lead")
    second.change("add", task=second.task("种植")["id"], names=[{"name": "市林业局"}], role="lead")
    second.change("untask", task=second.task("打通")["id"])
    found = first.client.get(address, params={"first": "", "second": "李四"}).json()
    assert found["tasks"] == ["（一）打通断点"]
    said = {(one["body"][-3:], one["first"], one["second"]) for one in found["differences"]}
    assert ("体育局", "lead", "support") in said
    assert ("林业局", "", "lead") in said
    # by hand: (R, –) twice, (A, C), (–, A), (A, A), (C, C); by chance the two would agree on 8 of 36
    assert (found["units"], found["same"], found["kappa"]) == (6, 2, 0.143)
    pytest.importorskip("krippendorff", reason="the extra accuracy is not installed")
    # … and expected disagreement is 1 − 26 / 132
    assert found["alpha"] == 0.17


def test_a_low_figure_beside_much_that_is_alike_gets_a_word(page: Page) -> None:
    """Where all have one role, chance would agree as often: a stranger would take 0 for a fault."""
    lines = "".join(f"{number}．建设第{number}段绿道。（责任单位：市水利局）\n" for number in range(1, 21))
    first = page.plan(f"云泽市绿道方案\n{lines}")
    second = page.opened(first.path.split("/")[3], coder="李四")
    second.change("role", task=second.data()["tasks"][0]["id"], name="市水利局", role="responsible", to="lead")
    found = first.client.get(f"{first.path}/comparison", params={"first": "", "second": "李四"}).json()
    assert (found["units"], found["same"], found["kappa"]) == (20, 19, 0.0)
    assert "碰巧" in found["note"]
