"""A user's rule file: read, or refused with every fault at once."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from raci.config.rule_files import load_rules
from raci.errors import RuleError

GOOD = """
[macros]
unit = "(?:单位|部门)"

[[rule]]
id = "my.steward"
kind = "label"
role = "lead"
pattern = '统筹{unit}'
why = "本市的文件以统筹单位指牵头单位。"
match = ["统筹单位：市商务局", "统筹部门：市商务局"]
no_match = ["统筹推进"]
"""


def rule(**changes: str | None) -> str:
    """A rule as TOML, with some keys changed, or left out where they are None."""
    keys: dict[str, str | None] = {
        "id": '"my.rule"',
        "kind": '"label"',
        "role": '"lead"',
        "pattern": "'统筹单位'",
        "why": '"统筹单位指牵头单位。"',
        "match": '["统筹单位：市商务局"]',
        "no_match": '["责任单位：市商务局"]',
        **changes,
    }
    return "\n".join(["[[rule]]", *(f"{key} = {value}" for key, value in keys.items() if value is not None)]) + "\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "我的规则.toml"


def fault(file: Path, text: str | bytes) -> str:
    """What is said of a rule file."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RuleError) as raised:
        load_rules(file)
    said = str(raised.value)
    assert str(file) in said
    assert "\n" not in said
    return said


def test_a_macro_may_be_a_list_of_alternatives(file: Path) -> None:
    listed = """unit = [
    "单位|部门",
    "机构",
]
steward = "统筹"
"""
    said = GOOD.replace('unit = "(?:单位|部门)"', listed).replace("统筹{unit}", "{steward}(?:{unit})")
    file.write_text(said, encoding="utf-8")
    (found,) = load_rules(file)
    assert found.fires("统筹机构：市商务局")
    assert found.fires("统筹单位：市商务局")


def test_a_good_file_is_read_with_its_macros(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    (read,) = load_rules(file)
    assert (read.id, read.kind, read.role, read.user) == ("my.steward", "label", "lead", True)
    assert read.fires("统筹部门：市商务局")


def test_a_byte_order_mark_is_no_fault(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8-sig")
    assert [read.id for read in load_rules(str(file))] == ["my.steward"]


def test_the_rules_keep_the_order_of_the_file(file: Path) -> None:
    file.write_text(rule(id='"b"') + rule(id='"a"') + rule(id='"c"'), encoding="utf-8")
    assert [read.id for read in load_rules(file)] == ["b", "a", "c"]


@pytest.mark.parametrize("key", ["id", "kind", "pattern", "why", "match", "no_match"])
def test_a_rule_without_one_of_its_keys_is_refused(file: Path, key: str) -> None:
    said = fault(file, rule(**{key: None}))
    assert key in said
    assert ("第1条" if key == "id" else "my.rule") in said


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"match": "[]"}, "match"),
        ({"no_match": "[]"}, "no_match"),
        ({"match": '"统筹单位：市商务局"'}, "match"),
        ({"match": "[1]"}, "match"),
        ({"kind": '"lable"'}, "lable"),
        ({"role": '"boss"'}, "role"),
        ({"role": None}, "role"),
        ({"colour": '"red"'}, "colour"),
        ({"pattern": "'统筹(单位'"}, "不能编译"),
        ({"pattern": "'(?:统筹单位)?'"}, "空串"),
        ({"match": '["统筹单位：市商务局", "协调单位：市商务局"]'}, "协调单位：市商务局"),
        ({"no_match": '["统筹单位：市财政局"]'}, "统筹单位：市财政局"),
        ({"pattern": "'(统)筹\\1?单位'"}, "回引"),
        ({"pattern": "'(?P<x>统)筹(?P=x)?单位'"}, "回引"),
        ({"colon": '"yes"'}, "colon"),
        ({"kind": '"marker"', "role": None, "level": '"二"'}, "level"),
        ({"kind": '"standing"', "role": None, "effect": '"last-leads"'}, "effect"),
        ({"kind": '"standing"', "role": None, "effect": '"everyone"'}, "names"),
        ({"role": '"chapter"'}, "role"),
        ({"kind": '"verb"', "role": '"deadline"'}, "role"),
        ({"kind": '"furniture"', "role": None, "match": '["统筹单位"]'}, "furniture"),
        ({"pattern": "'(?i)统筹单位'"}, "(?i)"),
        ({"pattern": "'统筹(?:单位|(?R))'"}, "回引"),
        ({"pattern": "'(统)?筹(?(1)单位|部门)'"}, "回引"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_with_the_rule(file: Path, change: dict[str, str | None], told: str) -> None:
    said = fault(file, rule(**change))
    assert "my.rule" in said
    assert told in said


def test_all_faults_are_told_at_once(file: Path) -> None:
    said = fault(
        file,
        "title = '规则'\n"
        + rule(id='"my.unknown-key"', colour='"red"')
        + rule(id='"my.broken"', pattern="'统筹[单位'")
        + rule(id='"my.fine"')
        + rule(id='"my.silent"', match='["协办单位：市商务局"]')
        + rule(id='"my.fine"'),
    )
    for told in ("title", "my.unknown-key", "colour", "my.broken", "my.silent", "协办单位：市商务局", "编号重复"):
        assert told in said
    assert said.count("my.fine") == 1


def test_the_id_of_a_built_in_rule_is_taken(file: Path) -> None:
    said = fault(file, rule(id='"label.lead"', colour="1") + rule())
    assert "label.lead" in said
    assert "colour" in said, "the other faults are told as well"
    assert "my.rule" not in said


def test_the_faults_of_several_files_are_told_at_once_each_with_file_rule_and_reason(tmp_path: Path) -> None:
    good, bad, worse = (tmp_path / name for name in ("good.toml", "bad.toml", "worse.toml"))
    good.write_text(rule(), encoding="utf-8")
    bad.write_text(rule(id='"my.red"', colour="1") + rule(id='"my.broken"', pattern="'统筹[单位'"), encoding="utf-8")
    worse.write_text(rule(id='"my.silent"', match='["协办单位：市商务局"]'), encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load_rules([good, bad, tmp_path / "none.toml", worse])
    lines = raised.value.lines()
    told = [("bad.toml", "my.red", "colour"), ("bad.toml", "my.broken", "编译"), ("none.toml", "", "UTF-8")]
    told.append(("worse.toml", "my.silent", "协办单位"))
    assert len(lines) == len(told)
    for line, words in zip(lines, told, strict=True):
        assert all(word in line for word in words)
    assert all(line in "\n".join(pickle.loads(pickle.dumps(raised.value)).lines()) for line in lines)


def test_an_id_that_two_files_share_is_told_with_both(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(rule(), encoding="utf-8")
    two.write_text(rule(), encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load_rules([one, two])
    (line,) = raised.value.lines()
    for word in (str(one), str(two), "my.rule"):
        assert word in line


def test_rules_of_several_files_keep_their_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(rule(id='"b"'), encoding="utf-8")
    two.write_text(rule(id='"a"'), encoding="utf-8")
    assert [each.id for each in load_rules([one, str(two)])] == ["b", "a"]
    assert load_rules(load_rules(two)) == load_rules(two), "rules that are read already are taken as they are"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[macros]\nunit = '单位'\n",
        "rule = 3\n",
        "[[rule]\n",
        "id = \n",
        "rule = [1]\n",
        "[rule]\nid = 'a'\n",
        "macros = 1\n" + rule(),
        "[macros]\nunit = 1\n",
        "[macros]\nunit = ['单位', 1]\n" + rule(),
    ],
)
def test_a_file_that_holds_no_rules_is_a_fault(file: Path, text: str) -> None:
    fault(file, text)


def test_a_file_that_is_no_text_is_a_fault(file: Path) -> None:
    fault(file, "规则".encode("gb18030") + b"\xff")


def test_a_missing_file_and_a_folder_are_faults(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(RuleError, match="UTF-8"):
            load_rules(path)


def test_a_pattern_that_takes_forever_on_its_own_example_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.rules.values.PATTERN_SECONDS", 0.1)
    said = fault(
        file, rule(pattern="'(?:统|统统)+[单双]'", match=f'["{"统" * 60}"]') + rule(id='"my.other"', colour="1")
    )
    assert "my.rule" in said
    assert "秒" in said
    assert "my.other" in said
