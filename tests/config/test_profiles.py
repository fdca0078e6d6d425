"""Profiles: what letters the roles get, and what a profile file may hold."""

from __future__ import annotations

import pickle
from itertools import combinations
from pathlib import Path

import pytest
from texts import clause

from raci.config.profiles import load_profile, profile_names
from raci.errors import ProfileError
from raci.model import ROLES
from raci.pipeline import extract

#: task by task: the roles as the text gives them, and the letters by each profile
TASKS = [
    # nobody leads
    ("（责任单位：市商务局）", {"explicit": "R", "first-leads": "A/R", "rasci": "R"}),
    ("（责任单位：市商务局、市财政局）", {"explicit": "R R", "first-leads": "A R", "rasci": "R R"}),
    ("（配合单位：市商务局）", {"explicit": "C", "first-leads": "C", "rasci": "S"}),
    # a lead beside responsible bodies, and a lead alone
    ("（牵头单位：市商务局；责任单位：市财政局）", {"explicit": "A R", "first-leads": "A R", "rasci": "A R"}),
    ("（牵头单位：市商务局）", {"explicit": "A/R", "first-leads": "A/R", "rasci": "A/R"}),
    ("（牵头单位：市商务局；配合单位：市财政局）", {"explicit": "A/R C", "first-leads": "A/R C", "rasci": "A/R S"}),
    ("（市商务局、市财政局分别牵头）", {"explicit": "A/R A/R", "first-leads": "A/R A/R", "rasci": "A/R A/R"}),
    # the others
    ("（指导单位：省商务厅；责任单位：市商务局）", {"explicit": "C R", "first-leads": "C A/R", "rasci": "C R"}),
    ("（上级知晓：省商务厅；责任单位：市商务局）", {"explicit": "I R", "first-leads": "I A/R", "rasci": "I R"}),
    ("（审批单位：市政府；责任单位：市商务局）", {"explicit": "- R", "first-leads": "- A/R", "rasci": "V R"}),
    ("（责任领导：张某某；责任单位：市商务局）", {"explicit": "- R", "first-leads": "- A/R", "rasci": "- R"}),
]


@pytest.mark.parametrize("profile", ["explicit", "first-leads", "rasci"])
@pytest.mark.parametrize(("annotation", "letters"), TASKS, ids=[annotation for annotation, _ in TASKS])
def test_letters(profile: str, annotation: str, letters: dict[str, str]) -> None:
    given = load_profile(profile).assign(extract(clause(annotation)))
    assert [letter or "-" for letter in given] == letters[profile].split()


def test_letters_are_given_task_by_task() -> None:
    text = clause("（牵头单位：市商务局）") + clause("（责任单位：市财政局）").replace("一、优化", "二、完善")
    assert load_profile("explicit").assign(extract(text)) == ["A/R", "R"]
    assert load_profile("first-leads").assign(extract(text)) == ["A/R", "A/R"]


def test_the_profiles_are_those_named() -> None:
    assert profile_names() == ["explicit", "first-leads", "rasci"]
    assert load_profile() == load_profile("explicit")


@pytest.mark.parametrize("name", ["explicit", "first-leads", "rasci"])
def test_a_profile_says_what_it_is_and_why(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.title
    assert profile.why
    legend = profile.legend()
    assert set(legend) >= set(profile.letters.values())
    assert pickle.loads(pickle.dumps(profile)) == profile


@pytest.mark.parametrize("name", ["explicit", "rasci"])
def test_nobody_is_made_accountable_that_the_text_does_not_make_lead(name: str) -> None:
    profile = load_profile(name)
    others = [role for role in ROLES if role != "lead"]
    for count in range(len(others) + 1):
        for present in combinations(others, count):
            assert not any("A" in (profile.letter(role, present) or "") for role in present)


# a profile of one's own

GOOD = """
name = "本市"
title = "本市口径"
why = "考核办法规定。"
[letters]
lead = "主"
responsible = "办"
leader = "领"
[[alone]]
role = "responsible"
without = "lead"
letter = "主办"
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_a_profile(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "本市.toml"
    path.write_text(GOOD, encoding=encoding)
    profile = load_profile(path)
    assert load_profile(str(path)) == profile
    assert (profile.name, profile.title) == ("本市", "本市口径")
    assert profile.assign(extract(clause("（牵头单位：市商务局；责任单位：市财政局；配合单位：市教育局）"))) == [
        "主",
        "办",
        None,
    ]
    assert profile.assign(extract(clause("（责任单位：市财政局）"))) == ["主办"]
    assert profile.legend()["主办"].startswith("责任")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["letters"]),
        ("[letters]\n", ["letters"]),
        ("letters = 'A'\n", ["letters"]),
        ("[letters]\nlead = 'A'\nboss = 'B'\n", ["boss"]),
        ("[letters]\nlead = ''\n", ["lead"]),
        ("[letters]\nlead = 'ABCD'\n", ["lead"]),
        ("[letters]\nlead = 1\n", ["lead"]),
        ("first = 'boss'\n[letters]\nlead = 'A'\n", ["first", "boss"]),
        ("first = ['lead']\n[letters]\nlead = 'A'\n", ["first"]),
        ("[letters]\nlead = 'A'\n[[alone]]\nrole = 'lead'\n", ["alone"]),
        ("[letters]\nlead = 'A'\n[[alone]]\nrole = 'lead'\nwithout = 'boss'\nletter = 'A'\n", ["alone"]),
        ("alone = 3\n[letters]\nlead = 'A'\n", ["alone"]),
        ("[letters\n", []),
        ("colour = 'red'\nfirst = 'boss'\n[letters]\nlead = ''\nboss = 'B'\n", ["colour", "first", "lead", "boss"]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
def test_every_fault_of_a_file_is_told_in_one_line(tmp_path: Path, text: str, told: list[str]) -> None:
    path = tmp_path / "坏.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as fault:
        load_profile(path)
    said = str(fault.value)
    assert said.startswith(f"{path}：")
    assert "\n" not in said
    assert all(each in said for each in told)


def test_an_unknown_name_is_told_with_those_there_are() -> None:
    with pytest.raises(ProfileError) as fault:
        load_profile("nonsense")
    assert all(name in str(fault.value) for name in ("nonsense", *profile_names()))


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "gbk.toml").write_bytes("why = '考核'".encode("gb18030"))
    (tmp_path / "folder.toml").mkdir()
    for name in ("none.toml", "gbk.toml", "folder.toml"):
        with pytest.raises(ProfileError) as fault:
            load_profile(tmp_path / name)
        assert name in str(fault.value)
