"""Runs of lines with one label, without the tasks that they were said of; findings that are none."""

from __future__ import annotations

import pytest

from raci import analyse


def checks(text: str) -> list[str]:
    return [finding.check for finding in analyse(text).findings]


LINES = "责任单位：市水利局、市财政局\n责任单位：市城管局\n责任单位：市林业局、市水利局\n责任单位：市住建局\n"


def test_a_run_of_lines_with_one_label_is_told_once_with_its_length() -> None:
    (finding,) = [one for one in analyse(f"整治河道。年内完成。\n{LINES}").findings if one.check == "lost-tasks"]
    assert finding.severity == "warning" and "4 行" in finding.message and "责任单位" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "一、整治河道\n牵头单位：市水利局\n责任单位：市城管局\n配合单位：市林业局\n",
        "一、整治河道\n责任单位：市水利局\n责任单位：市城管局\n",
        "".join(f"{n}、整治{n}号河道\n责任单位：市水利局\n" for n in "一二三四"),
        "一、整治河道\n责任单位：市水利局\n完成时限：6月底\n责任人：李明\n",
    ],
)
def test_other_lines_are_not(text: str) -> None:
    assert "lost-tasks" not in checks(text)


PLAN = "一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n三、其他。{}\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "指导行业协会、商会牵头成立联盟。",
        "推动省属国有和龙头企业牵头组建集团。",
        "健全由领导担任链长、单个部门牵头的专班推进机制。",
        "对各级工信部门牵头举办（含承办）的促销活动给予补助。",
        "项目推进过程中涉及的相关部门要积极配合、全力支持。",
    ],
)
def test_what_others_are_urged_to_or_what_only_says_which_is_no_duty(sentence: str) -> None:
    assert "unread" not in checks(PLAN.format(sentence))


def test_but_a_body_that_is_to_lead_is_told_of_or_in_the_rows() -> None:
    analysis = analyse(PLAN.format("请市商务局牵头开展促销。"))
    told = any(finding.check == "unread" for finding in analysis.findings)
    assert told or any(one.department.name == "市商务局" for one in analysis.assignments)


def test_a_list_in_the_annex_that_the_title_names_is_the_text_itself() -> None:
    text = (
        "云泽市人民政府关于印发《{}》的通知\n现将{}印发给你们（任务清单见附件），请贯彻执行。\n"
        "一、整治河道。（市水利局负责）\n"
    )
    assert "reference" not in checks(text.format("护河任务清单", "护河任务清单"))
    assert "reference" in checks(text.format("护河方案", "护河方案"))
