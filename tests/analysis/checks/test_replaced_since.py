"""Bodies that a reform replaced after a plan was made: who carries their duty, and whether the plan still ran."""

from __future__ import annotations

from pathlib import Path

from raci.config.settings import load_register
from raci.pipeline import analyse
from raci.register.naming import Naming

SIGNED = "\n云泽市人民政府\n2016年3月5日\n"


def told(tasks: str, title: str = "云泽市惠农方案") -> list[str]:
    findings = analyse(f"{title}\n{tasks}{SIGNED}").findings
    return [finding.message for finding in findings if finding.check == "replaced-since"]


def test_it_names_who_took_over() -> None:
    (message,) = told("一、办好农业。（责任单位：市农业局、市财政局）\n")
    assert message == "有 1 个单位今已撤并：市农业局（2018 年，现云泽市农业农村局）"


def test_a_reform_within_the_time_of_the_plan_is_told_first() -> None:
    tasks = "一、办好农业。（责任单位：市银监分局、市农业局；完成时限：2020年底前）\n"
    (message,) = told(tasks)
    assert "在方案期内（到 2020 年）" in message


def test_the_title_says_how_long_the_plan_runs() -> None:
    (message,) = told("一、办好农业。（责任单位：市农业局、市财政局）\n", "云泽市惠农行动方案（2016—2019年）")
    assert "其中 1 个在方案期内（到 2019 年）" in message
    (message,) = told("一、办好农业。（责任单位：市农业局、市财政局）\n", "云泽市惠农行动方案（2016—2017年）")
    assert "方案期" not in message


def test_bodies_of_today_are_not_told() -> None:
    assert told("一、办好农业。（责任单位：市财政局、市教育局）\n") == []


def test_the_users_own_register_says_who_took_over(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "name,also,kind,level,id,valid_from,valid_to,successor\n"
        "云泽市河道管理处,,government,city,,2001,2019,云泽市水务事务中心\n",
        encoding="utf-8",
    )
    text = f"云泽市护河方案\n一、清理河道。（责任单位：云泽市河道管理处、市财政局）\n{SIGNED}"
    found = analyse(text, naming=Naming(register=load_register(own))).findings
    (message,) = [finding.message for finding in found if finding.check == "replaced-since"]
    assert message == "有 1 个单位今已撤并：云泽市河道管理处（2019 年，现云泽市水务事务中心）"
