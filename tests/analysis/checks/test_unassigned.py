"""When a task that names nobody is worth a warning, when a note, and when one line for many of them."""

from __future__ import annotations

import pytest

from raci.model import Finding
from raci.pipeline import analyse

DONE = [
    "整治河道",
    "修复湿地",
    "清运垃圾",
    "拆除码头",
    "疏通沟渠",
    "补植林木",
    "改造泵站",
    "铺设管网",
    "巡查堤岸",
    "监测水质",
]
BODIES = ["市水利局", "市林业局", "市城管局", "市交通运输局", "市财政局", "市农业农村局", "市住建局", "市生态环境局"]
NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]


def found(text: str) -> list[Finding]:
    return [finding for finding in analyse(text).findings if finding.check == "unassigned"]


def severities(text: str) -> list[str]:
    return [finding.severity for finding in found(text)]


def chapter(number: str, heading: str, *annotations: str) -> str:
    """A chapter of as many tasks as annotations; an empty one names nobody."""
    lines = [f"{number}、{heading}\n"]
    for place, annotation in enumerate(annotations):
        lines.append(f"（{NUMBERS[place]}）{DONE[place]}。年内完成{heading}的{DONE[place]}。{annotation}\n")
    return "".join(lines)


def named(count: int) -> list[str]:
    return [f"（责任单位：{BODIES[place % len(BODIES)]}）" for place in range(count)]


def articles(*sentences: str) -> str:
    return "".join(f"第{NUMBERS[place]}条 {sentence}\n" for place, sentence in enumerate(sentences))


def test_two_gaps_among_forty_two_tasks_are_two_warnings() -> None:
    plan = [chapter(NUMBERS[place], f"第{place}项工程", *named(10)) for place in range(3)]
    plan.append(chapter("四", "清水行动", *named(5), "", *named(0)))
    plan.append(chapter("五", "绿岸行动", "", *named(5)))
    first, second = found("".join(plan))
    assert (first.severity, second.severity) == ("warning", "warning")
    assert "补植林木" in first.message
    assert "整治河道" in second.message


def test_a_gap_in_a_plan_whose_sentences_name_everybody_is_a_warning() -> None:
    lines = [
        f"{NUMBERS[place]}、{DONE[place]}。由{BODIES[place % len(BODIES)]}牵头{DONE[place]}，年内完成。\n"
        for place in range(7)
    ]
    lines.append("八、巡查堤岸。汛期每日巡查两次，发现险情立即处置。\n")
    (one,) = found("云泽市护河工作方案\n" + "".join(lines))
    assert one.severity == "warning"
    assert "巡查堤岸" in one.message


def test_a_plan_in_which_some_sentences_name_somebody_has_one_note() -> None:
    lines = [f"{NUMBERS[place]}、{DONE[place]}。年内完成{DONE[place]}，做到全覆盖。\n" for place in range(8)]
    lines[1] = f"二、{DONE[1]}。由市林业局牵头{DONE[1]}，年内完成。\n"
    lines[5] = f"六、{DONE[5]}。由市水利局牵头{DONE[5]}，年内完成。\n"
    (one,) = found("云泽市护河工作方案\n" + "".join(lines))
    assert one.severity == "note"
    assert "8 项任务中有 6 项" in one.message


@pytest.mark.parametrize("title", ["云泽市夜市管理条例", "云泽市夜市管理办法", ""])
def test_articles_of_a_law_without_a_body_are_one_note_with_their_number(title: str) -> None:
    text = f"{title}\n" + articles(
        "市城管局负责夜市的监督管理。",
        "经营者应当保持摊位整洁，不得占用盲道。",
        "市公安局负责夜市的治安管理。",
        "任何人不得在夜市燃放烟花。",
        "经营者应当在指定位置停放车辆。",
        "市消防救援局负责夜市的消防监督。",
    )
    (one,) = found(text)
    assert one.severity == "note"
    assert "6 项任务中有 3 项" in one.message


def test_an_article_without_a_bracket_among_articles_with_brackets_is_a_warning() -> None:
    text = articles(*(f"{word}。（责任单位：{BODIES[place]}）" for place, word in enumerate(DONE[:6])), "巡查堤岸。")
    assert severities(text) == ["warning"]


def test_where_most_tasks_name_nobody_one_warning_says_how_many() -> None:
    text = "".join(
        chapter(NUMBERS[place], f"第{place}项行动", "", "（责任单位：市水利局）", "", "") for place in range(4)
    )
    (one,) = found(text)
    assert one.severity == "warning"
    assert "16 项任务中有 12 项没有写明责任单位" in one.message


def test_a_chapter_that_names_its_bodies_has_its_gap_told_apart_in_such_a_plan() -> None:
    text = "".join(
        chapter(NUMBERS[place], f"第{place}项行动", "", "（责任单位：市水利局）", "", "") for place in range(3)
    )
    text += chapter("四", "清水行动", *named(4), "")
    told = found(text)
    assert [one.severity for one in told] == ["warning", "warning"]
    assert "17 项任务中有 9 项没有写明责任单位" in told[0].message
    assert "疏通沟渠" in told[1].message


def test_an_annotation_of_the_last_alone_may_be_meant_for_all() -> None:
    text = chapter("一", "清水行动", *named(4)) + chapter("二", "绿岸行动", "", "", "", *named(1))
    (one,) = found(text)
    assert one.severity == "warning"
    assert "只有最后一项" in one.message
    assert "前 3 项" in one.message
    assert "“（四）拆除码头”" in one.message


def test_an_annotation_of_the_first_alone_is_no_such_case() -> None:
    text = chapter("一", "清水行动", *named(6)) + chapter("二", "绿岸行动", *named(1), "", "")
    (one,) = found(text)
    assert "最后一项" not in one.message
    assert "有 2 项任务未写明责任单位" in one.message


@pytest.mark.parametrize("heading", ["保障措施", "工作要求", "组织实施"])
def test_in_a_chapter_for_everybody_the_custom_of_its_annotations_decides(heading: str) -> None:
    tasks = chapter("一", "清水行动", *named(6))
    assert severities(tasks + chapter("二", heading, "", "", "")) == []
    # a sentence that names somebody is no annotation
    told = "二、" + heading + "\n（一）建立台账。市水利局要建立台账。\n（二）更新设备。年内更新设备。\n"
    assert set(severities(tasks + told)) <= {"note"}
    assert severities(tasks + chapter("二", heading, *named(1), "", "")) == ["note"]
    assert severities(tasks + chapter("二", heading, *named(3), "")) == ["warning"]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("各县区、各部门要每月更新设备。", "note"),
        ("各级各部门要高度重视设备更新，年内至少检修一次。", "note"),
        ("各责任单位应当于月底前上报进度。", "note"),
        ("更新各类设备，年内完成。", "warning"),
        ("加快更新，要求各项指标达到国家标准。", "warning"),
    ],
)
def test_words_that_ask_everybody_are_a_note(words: str, severity: str) -> None:
    text = chapter("一", "清水行动", *named(5)) + f"（六）更新设备。{words}\n"
    # whom the sentence itself tells of is no gap at all
    assert severities(text) in ([severity], [] if severity == "note" else [severity])


def test_a_list_that_begins_anew_is_a_list_of_its_own() -> None:
    body = "一、压实责任。水不断变清。\n二、破解难题。岸不断变绿。\n"
    annex = "".join(f"{NUMBERS[place]}、{DONE[place]}。（责任单位：{BODIES[place]}）\n" for place in range(5))
    assert set(severities(f"{body}{annex}")) <= {"note"}


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("云泽市护河三年行动方案", "warning"),
        ("云泽市人民政府关于印发2026年护河工作要点的通知", "warning"),
        ("云泽市促进夜市发展若干措施", "warning"),
        ("", "warning"),
        ("云泽市水利局关于青石水库工程的批复", "note"),
        ("云泽市水利局关于开展2026年节水企业申报工作的通知", "note"),
        ("云泽市夜市管理条例", "note"),
        ("《云泽市护河三年行动方案》政策解读", "note"),
        ("云泽市住房公积金管理中心关于调整贷款额度的通知", "note"),
    ],
)
def test_a_text_that_names_nobody_at_all_is_a_warning_where_it_is_a_plan(title: str, severity: str) -> None:
    text = "".join(f"{NUMBERS[place]}、{DONE[place]}。年内{DONE[place]}，做到全覆盖。\n" for place in range(5))
    (one,) = found(f"{title}\n\n{text}")
    assert one.severity == severity
    assert "全文 5 项任务都没有写明由谁承担" in one.message


def test_a_heading_without_words_of_its_own_asks_nothing() -> None:
    text = chapter("一", "清水行动", *named(4))
    bare = "".join(f"{NUMBERS[place]}、{DONE[place]}。（责任单位：{BODIES[place]}）\n" for place in range(4))
    assert set(severities(f"{bare}五、保障措施\n")) <= {"note"}
    assert set(severities(f"{text}（五）职责分工\n")) <= {"note"}
    assert severities(f"{bare}五、巡查堤岸\n") == ["warning"]


@pytest.mark.parametrize("heading", ["申请流程", "贷款额度计算方法", "办理步骤", "兑现方式"])
def test_steps_of_a_procedure_are_a_note(heading: str) -> None:
    text = chapter("一", "清水行动", *named(6)) + chapter("二", heading, *named(1), "", "")
    assert set(severities(text)) <= {"note"}


def test_points_of_a_list_of_conditions_are_no_tasks() -> None:
    text = chapter("一", "清水行动", *named(3)) + "二、绿岸行动\n入选企业应同时符合以下条件：\n"
    text += "（一）在本市注册满三年。\n（二）上年度营业收入在两千万元以上。\n（三）近两年没有安全事故。\n"
    assert severities(text) == []


def test_a_bracket_of_names_that_was_not_read_is_quoted() -> None:
    text = chapter("一", "清水行动", *named(5), "（市水利局、市城管局、云泽快运、远航集运）")
    (one,) = found(text)
    assert one.severity == "warning"
    assert "句末的“（市水利局、市城管局、云泽快运、远航集运）”像是单位" in one.message


@pytest.mark.parametrize("bracket", ["（全市）", "（含河道、沟渠、湿地）", "（详见附件、附表）"])
def test_other_brackets_at_the_end_are_no_names(bracket: str) -> None:
    (one,) = found(chapter("一", "清水行动", *named(5), bracket))
    assert "像是单位" not in one.message


def test_what_asks_everybody_is_no_matter_where_only_a_sentence_names_somebody() -> None:
    text = chapter("一", "清水行动", *named(5))
    text += "二、保障措施\n（一）加强统筹。市水利局负责统筹协调。\n（二）抓好培训。举办各类培训。\n"
    assert severities(text) == []


@pytest.mark.parametrize("heading", ["明确范围", "明确适用范围", "奖励兑现方式", "补贴发放办法"])
def test_rules_of_a_plan_are_no_tasks(heading: str) -> None:
    text = chapter("一", "清水行动", *named(5)) + f"二、{heading}\n本方案所称河道，是指市管河道。\n"
    assert severities(text) == []
