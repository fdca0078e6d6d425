"""``--rules``: a user's own rules, what is wrong with them, and what is stopped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from running import raci

import raci as library

PLAN = """青溪县护河行动方案
一、清理河道。对全县主要河道开展漂浮物清理。（抓手同志：县水利局；配合单位：县城管局）
"""
RULE = """
[[rule]]
id = "{id}"
kind = "{kind}"
role = "lead"
pattern = '{pattern}'
why = "本县文件的写法。"
match = ["{match}"]
no_match = ["责任单位：县水利局"]
"""
GRIP = RULE.format(id="my.grip", kind="label", pattern="抓手同志", match="抓手同志：县水利局")
SLOW = RULE.format(id="my.slow", kind="verb", pattern="(?:县|县县)+[甲乙丙]", match="县甲")
COMMANDS = ("build", "extract", "check", "draw")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "grip.toml").write_text(GRIP, encoding="utf-8")
    (tmp_path / "slow.toml").write_text(SLOW, encoding="utf-8")
    bad = GRIP.replace('role = "lead"', 'role = "lead"\ncolour = "red"').replace("my.grip", "my.red")
    bad += RULE.format(id="my.broken", kind="label", pattern="抓手(同志", match="抓手同志：县水利局")
    bad += RULE.format(id="my.silent", kind="label", pattern="抓手同志", match="抓手：县水利局")
    (tmp_path / "bad.toml").write_text(bad, encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_every_command_takes_rules(folder: Path) -> None:
    for command in COMMANDS:
        done = raci(command, "plan.txt", "--rules", "grip.toml", cwd=folder)
        assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in next(folder.glob("output/*/assignments.jsonl")).open(encoding="utf-8")]
    assert [(row["department"], row["role"], row["rule"]) for row in rows] == [
        ("县水利局", "lead", "my.grip"),
        ("县城管局", "support", "label.support"),
    ]
    extracted = raci("extract", "plan.txt", "--rules", "grip.toml", "--format", "jsonl", cwd=folder)
    assert [json.loads(line) for line in extracted.stdout.splitlines()] == rows
    picture = (folder / "青溪县护河行动方案-bipartite.svg").read_text(encoding="utf-8")
    assert "县水利局 牵头（A/R）" in picture


def test_the_library_takes_them_too(folder: Path) -> None:
    plan, file = folder / "plan.txt", folder / "grip.toml"
    expected = [("县水利局", "my.grip"), ("县城管局", "label.support")]
    (document,) = library.read(plan)
    for rules in (file, [str(file)], library.load_rules(file)):
        assert [(one.department.name, one.rule) for one in library.extract(plan, rules=rules)] == expected
        assert [one.rule for one in library.analyse(document, rules=rules).assignments] == [one for _, one in expected]
    (built,) = library.build(plan, folder / "results", rules=file, only=["jsonl"])
    assert "my.grip" in (built.folder / "assignments.jsonl").read_text(encoding="utf-8")
    assert library.draw(plan, rules=file) != library.draw(plan)


@pytest.mark.parametrize("command", COMMANDS)
def test_all_faults_are_told_at_once_and_nothing_is_done(command: str, folder: Path) -> None:
    before = sorted(folder.iterdir())
    done = raci(command, "plan.txt", "--rules", "bad.toml", "--rules", "none.toml", cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    told = [("bad.toml", "my.red", "colour"), ("bad.toml", "my.broken", "编译"), ("bad.toml", "my.silent", "抓手：")]
    told.append(("none.toml", "UTF-8"))
    assert len(lines) == len(told)
    for line, words in zip(lines, told, strict=True):
        assert all(word in line for word in words), line
    assert sorted(folder.iterdir()) == before


@pytest.mark.slow
def test_a_rule_that_takes_forever_is_named_wherever_a_person_looks(folder: Path) -> None:
    text = PLAN.replace("县水利局", f"县水利局、{'县' * 60}办")
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    (folder / "other.txt").write_text(PLAN.replace("护河行动", "护岸行动"), encoding="utf-8")
    rules = ("--rules", "slow.toml", "--rules", "grip.toml")
    done = raci("build", "plan.txt", "other.txt", *rules, "--only", "xlsx,jsonl", cwd=folder)
    assert done.returncode == 0, "the rest goes on"
    (line,) = [each for each in done.stderr.splitlines() if "规则" in each]
    for word in ("slow.toml", "my.slow", "2 秒"):
        assert word in line
    for name, stopped in (("青溪县护河行动方案", ["my.slow"]), ("青溪县护岸行动方案", [])):
        made = folder / "output" / name
        assert "my.grip" in (made / "assignments.jsonl").read_text(encoding="utf-8")
        record = json.loads((made / "run.json").read_text(encoding="utf-8"))["rules"]
        assert record == {"files": ["slow.toml", "grip.toml"], "own": ["my.slow", "my.grip"], "stopped": stopped}
        sheet = load_workbook(made / f"{name}.xlsx")["待核"]
        assert any("my.slow" in str(cell.value) for row in sheet for cell in row) == bool(stopped)
