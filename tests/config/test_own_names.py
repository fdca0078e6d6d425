"""A user's own names: added, merged, kept apart; and files with faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from raci.config.settings import load_members, load_register, load_settings
from raci.errors import RegisterError
from raci.register.name_reader import read_name


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_adds_merges_and_keeps_apart(tmp_path: Path, encoding: str) -> None:
    text = (
        "name,also,kind\n市护河先锋队,护河队|先锋队,institution\n市发展和改革委员会,市计划委,\n市城管局,,government\n"
    )
    register = load_register(write(tmp_path, "own.csv", text, encoding))
    added = read_name("护河队", register)
    assert (added.canonical, added.kind, added.how) == ("市护河先锋队", "institution", "用户名录")
    assert read_name("市计划委", register).id == read_name("市发改委", register).id
    assert read_name("市城管局", register).canonical == "市城市管理局"


def test_toml_merges_and_keeps_apart(tmp_path: Path) -> None:
    text = '[same]\n"市护河先锋队" = ["护河队"]\n[apart]\nnames = ["市政务中心"]\n'
    register = load_register(write(tmp_path, "own.toml", text))
    assert read_name("护河队", register).canonical == "市护河先锋队"
    apart, usual = read_name("市政务中心", register), read_name("市政务服务中心", register)
    assert apart.canonical == "市政务中心"
    assert apart.id != usual.id


def test_every_fault_is_told_with_file_and_line(tmp_path: Path) -> None:
    text = (
        "name,also,kind,level,valid_from,valid_to,successor\n"
        "市护河先锋队,护河队,,,,,\n"
        "县护河队,护河队,,,,,\n"
        "市治沙站,,衙门,府,去年,,市沙尘哨\n"
        "市植树站,,,,2020,2010,\n"
        "少一列\n"
    )
    path = write(tmp_path, "own.csv", text)
    with pytest.raises(RegisterError) as caught:
        load_register(path)
    told = str(caught.value)
    for words in (
        f"{path}:3：名称重复：护河队",
        f"{path}:4：不认识的 kind 衙门",
        f"{path}:4：不认识的 level 府",
        f"{path}:4：valid_from 须是年份或日期",
        f"{path}:4：successor 市沙尘哨 不在名录中",
        f"{path}:5：valid_from 2020 晚于 valid_to 2010",
        f"{path}:6：应有 7 列",
    ):
        assert words in told


def test_a_wrong_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"own\.csv:1：不认识的列 名称"):
        load_register(write(tmp_path, "own.csv", "名称,also\n市护河队,\n"))


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("raci.toml", "place = 3\n", "place 须是文字"),
        ("raci.toml", "plaze = '甘肃省'\n", "不认识的键 plaze"),
        ("raci.toml", "[members]\n'各市州' = 3\n", "须是名称的列表"),
        ("raci.toml", "place = \n", "不是有效的 TOML"),
    ],
)
def test_settings_with_faults(tmp_path: Path, name: str, text: str, words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        load_settings(write(tmp_path, name, text))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"own\.csv"):
        load_register(tmp_path / "own.csv")


def test_members(tmp_path: Path) -> None:
    found = load_members(write(tmp_path, "members.csv", "name,members\n各市州,兰州市人民政府|临夏州人民政府\n"))
    assert found == {"各市州": ("兰州市人民政府", "临夏州人民政府")}
    with pytest.raises(RegisterError, match=r"members\.csv:3"):
        load_members(write(tmp_path, "members.csv", "name,members\n各市州,兰州市人民政府\n各县区,\n"))
