"""Versions side by side: which tasks are the same, and what is told of them."""

from __future__ import annotations

from typing import get_args

import pytest

import raci
from raci.comparison.changes import said_of
from raci.comparison.rows import DIFF_COLUMNS, diff_rows
from raci.comparison.table import told
from raci.comparison.values import CHANGES, ChangeKind, Comparison

OLD = """云泽市湿地保护行动方案
一、摸清家底
（一）开展湿地普查。组织力量对全市湿地面积、类型、水质逐一登记造册。（市林业局牵头，市水利局配合；2025年6月底前完成）
（二）建立监测网络。在重点湿地布设自动监测站，数据接入市级平台。（市生态环境局负责）
二、修复治理
（三）退养还湿。对保护区核心区内的养殖塘分期清退并给予补偿；同步开展岸线复绿，种植芦苇和水杉。（市农业农村局牵头）
（四）打击非法占用。对围垦、采砂等行为依法查处，公布典型案例。（市公安局负责）
"""


def kinds(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """Of each pair that differs the number of its task, and the kinds of its changes."""
    return [
        ((pair.new or pair.old)[0].number, [change.kind for change in pair.changes if not change.type.quiet])
        for pair in comparison.differences()
    ]


def lines(comparison: Comparison) -> list[str]:
    return [told(change) for _, change in comparison.changes()]


def test_the_same_text_has_no_difference() -> None:
    comparison = raci.diff(OLD, OLD)
    assert comparison.differences(all_pairs=True) == ()
    assert "两份文件的文字完全相同" in comparison.notes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("（四）打击", "（五）打击"),  # renumbered
        ("登记造册。", "登记造册．"),  # punctuation
        ("（市公安局负责）", "（责任单位：市公安局）"),  # another wording of the same
        ("云泽市湿地保护行动方案", "云泽市湿地保护行动方案\n（征求意见稿）"),
    ],
)
def test_what_is_no_difference(before: str, after: str) -> None:
    assert raci.diff(OLD, OLD.replace(before, after)).differences() == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("市水利局配合", "市水利局、市财政局配合", ["新增单位：市财政局，配合（C）"]),
        (
            "（市生态环境局负责）",
            "（市林业局负责）",
            ["退出单位：市生态环境局，原为责任（R）", "新增单位：市林业局，责任（R）"],
        ),
        ("市农业农村局牵头", "市农业农村局负责", ["角色变化：市农业农村局，牵头（A/R） → 责任（R）"]),
        ("2025年6月底前", "2025年3月底前", ["时限提前：2025年6月底前 → 2025年3月底前"]),
        ("2025年6月底前", "2026年6月底前", ["时限推后：2025年6月底前 → 2026年6月底前"]),
        ("；2025年6月底前完成", "", ["时限变化：2025年6月底前 → （无）"]),
        ("公布典型案例", "公开通报典型案例", ["文字修改"]),
    ],
)
def test_what_changed_is_told(before: str, after: str, expected: list[str]) -> None:
    assert before in OLD
    told_lines = lines(raci.diff(OLD, OLD.replace(before, after)))
    assert [line.replace("前完成", "前") for line in told_lines] == expected


def test_a_letter_that_only_the_profile_changes() -> None:
    old = "云泽市方案\n一、整治河道。（市水利局、市城管局负责）\n"
    new = "云泽市方案\n一、整治河道。（市城管局、市水利局负责）\n"
    assert raci.diff(old, new).differences() == ()
    changed = raci.diff(old, new, profile="first-leads")
    assert {change.kind for _, change in changed.changes()} == {"letter"}


def test_new_and_removed_tasks_stand_where_they_belong() -> None:
    new = OLD.replace("（二）建立监测网络。在重点湿地布设自动监测站，数据接入市级平台。（市生态环境局负责）\n", "")
    new += "（五）鼓励社会参与。招募志愿者参加观鸟和净滩活动。（团市委负责）\n"
    assert kinds(raci.diff(OLD, new)) == [("（二）", ["removed"]), ("（五）", ["added"])]


def test_tasks_that_change_places_only_moved() -> None:
    first = "（一）开展湿地普查。组织力量对全市湿地面积、类型、水质逐一登记造册。"
    fourth = "（四）打击非法占用。对围垦、采砂等行为依法查处，公布典型案例。"
    swapped = OLD.replace(first, "@").replace(fourth, first.replace("（一）", "（四）"))
    swapped = swapped.replace("@", fourth.replace("（四）", "（一）"))
    swapped = swapped.replace("（市公安局负责）", "%").replace(
        "（市林业局牵头，市水利局配合；2025年6月底前完成）", "（市公安局负责）"
    )
    swapped = swapped.replace("%", "（市林业局牵头，市水利局配合；2025年6月底前完成）")
    comparison = raci.diff(OLD, swapped)
    assert comparison.differences() == ()
    assert [change.kind for _, change in comparison.changes(all_pairs=True)].count("moved") == 2


def test_a_task_that_was_split_and_one_that_was_joined() -> None:
    whole = (
        "（三）退养还湿。对保护区核心区内的养殖塘分期清退并给予补偿；"
        "同步开展岸线复绿，种植芦苇和水杉。（市农业农村局牵头）\n"
    )
    parts = (
        "（三）退养还湿。对保护区核心区内的养殖塘分期清退并给予补偿。（市农业农村局牵头）\n"
        "（四）同步开展岸线复绿，种植芦苇和水杉。（市农业农村局牵头）\n"
    )
    assert whole in OLD
    divided = OLD.replace(whole, parts).replace("（四）打击", "（五）打击")
    split = raci.diff(OLD, divided)
    assert [(len(pair.old), len(pair.new)) for pair in split.differences()] == [(1, 2)]
    assert "split" in kinds(split)[0][1]
    joined = raci.diff(divided, OLD)
    assert [(len(pair.old), len(pair.new)) for pair in joined.differences()] == [(2, 1)]
    assert "joined" in kinds(joined)[0][1]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("新建冷库3座，培育冷链企业2家，打造云门果蔬品牌", ("新建冷库3座", "培育冷链企业2家", "打造云门果蔬品牌")),
        ("举办电商、农机手和致富带头人培训班", ("举办电商培训班", "举办农机手培训班", "举办致富带头人培训班")),
    ],
)
def test_short_pieces_of_one_sentence(whole: str, parts: tuple[str, ...]) -> None:
    title, other = "云门镇产业方案\n", "9.硬化产业路12公里。（镇村建办负责）\n"
    one = f"{title}1.{whole}。（镇经济办负责）\n{other}"
    several = title + "".join(f"{number}.{part}。（镇经济办负责）\n" for number, part in enumerate(parts, 1)) + other
    assert [(len(pair.old), len(pair.new)) for pair in raci.diff(one, several).differences()] == [(1, 3)]
    assert [(len(pair.old), len(pair.new)) for pair in raci.diff(several, one).differences()] == [(3, 1)]


def test_a_short_task_that_has_nothing_of_the_other_is_new() -> None:
    title = "云门镇产业方案\n"
    one = f"{title}1.新建冷库3座，加强组织领导，培育冷链企业2家。（镇经济办负责）\n"
    other = f"{title}1.新建冷库3座，培育冷链企业2家。（镇经济办负责）\n"
    other += "2.加强组织领导。（镇党政办负责）\n3.改造公厕。（镇村建办负责）\n"
    assert [(len(pair.old), len(pair.new)) for pair in raci.diff(one, other).differences()] == [(1, 1), (0, 1), (0, 1)]


def test_limits_without_a_year_are_compared_within_one() -> None:
    old = "云门镇方案\n一、筹措资金。由镇财政所负责落实补助资金，12月底前下达。\n二、改造公厕。由镇村建办负责。\n"
    assert lines(raci.diff(old, old.replace("12月底", "10月底"))) == ["时限提前：12月底前 → 10月底前"]
    assert lines(raci.diff(old, old.replace("12月底", "汛期")))[0].startswith("时限")


def test_a_body_of_a_sentence_that_changed_is_no_other_wording() -> None:
    old = "云门镇方案\n一、筹措资金。由镇财政所负责落实补助资金。\n二、改造公厕。由镇村建办负责改造公厕。\n"
    found = lines(raci.diff(old, old.replace("镇村建办", "镇农业农村办")))
    assert [line.partition("：")[0] for line in found] == ["退出单位", "新增单位"]


def test_a_short_half_that_became_a_task_of_its_own_is_a_split_and_back_a_join() -> None:
    title = "云泽县稳就业若干措施\n"
    other = "（二）帮扶困难家庭。对零就业家庭动态清零。（县民政局牵头）\n"
    whole = "（一）扩大岗位供给。发放稳岗专项贷款，开发公益岗位三百个，组织春季招聘等专场活动四十场。（县人社局牵头）\n"
    parts = (
        "（一）用好金融工具。发放稳岗专项贷款，优先支持吸纳就业多的小微企业。（县财政局牵头）\n"
        "（三）开发岗位办好招聘。开发公益岗位三百个，组织春季招聘等专场活动四十场。（县人社局牵头）\n"
    )
    split = raci.diff(title + whole + other, title + parts + other)
    assert [(len(pair.old), len(pair.new)) for pair in split.differences()] == [(1, 2)]
    joined = raci.diff(title + parts + other, title + whole + other)
    assert [(len(pair.old), len(pair.new)) for pair in joined.differences()] == [(2, 1)]


def test_a_new_task_that_shares_a_phrase_with_another_is_no_part_of_it() -> None:
    old = "云泽县稳就业若干措施\n（一）扩大岗位供给。开发公益岗位三百个，组织专场招聘活动四十场。（县人社局牵头）\n"
    new = old + "（二）支持返乡创业。建设创业园，每季度组织专场招聘和项目路演。（县农业农村局牵头）\n"
    assert [(len(pair.old), len(pair.new)) for pair in raci.diff(old, new).differences()] == [(0, 1)]


def test_a_reworded_task_stays_the_same_task() -> None:
    new = OLD.replace(
        "对围垦、采砂等行为依法查处，公布典型案例", "严肃查处围垦、采砂等违法行为，定期公布典型案例，形成震慑"
    )
    assert kinds(raci.diff(OLD, new)) == [("（四）", ["reworded"])]


def test_a_draft_that_does_not_say_whose_it_is_names_the_same_bodies() -> None:
    draft = OLD.replace("云泽市湿地保护行动方案", "湿地保护行动方案（征求意见稿）")
    assert raci.diff(draft, OLD).differences() == ()


def test_plans_with_nothing_in_common_say_so() -> None:
    other = "青溪县夜市管理办法\n第一条 夜市摊位由县城管局统一编号。\n第二条 县市场监管局负责食品安全检查。\n"
    comparison = raci.diff(OLD, other)
    assert all(not pair.old or not pair.new for pair in comparison.pairs)
    assert any("没有相同的任务" in note for note in comparison.notes)


def test_a_text_without_tasks_is_told() -> None:
    comparison = raci.diff(OLD, "关于召开会议的通知\n请各单位准时参加。\n")
    assert any("没有读出任务" in note for note in comparison.notes)
    assert {change.kind for _, change in comparison.changes()} == {"removed"}


def test_versions_of_different_levels_point_to_the_option() -> None:
    upper = OLD.replace("云泽市", "临江省").replace("市", "省")
    lower = OLD
    assert any("--levels" in note for note in raci.diff(upper, lower).notes)


def test_every_old_task_and_every_new_task_is_told_once() -> None:
    new = OLD.replace("（一）", "（1）").replace("采砂", "挖砂") + "（五）加强宣传。（市委宣传部负责）\n"
    comparison = raci.diff(OLD, new)
    for side, tasks in ((comparison.old, "old"), (comparison.new, "new")):
        shown = sorted(task.index for pair in comparison.pairs for task in getattr(pair, tasks))
        assert shown == list(range(len(side.tasks)))


def test_rows_hold_to_their_columns_and_kinds() -> None:
    rows = list(diff_rows(raci.diff(OLD, OLD.replace("市水利局配合", "市财政局配合"))))
    assert [(row["kind"], row["department"]) for row in rows] == [("lost", "市水利局"), ("gained", "市财政局")]
    assert all(tuple(row) == DIFF_COLUMNS for row in rows)
    assert set(CHANGES) == set(get_args(ChangeKind))


def test_roles_are_told_with_their_letter() -> None:
    comparison = raci.diff(OLD, OLD)
    assert said_of(comparison.old.tasks[0].parties[0]) == "牵头（A/R）"
    assert said_of(comparison.old.tasks[1].parties[0]) == "责任（R）"


def test_of_tasks_with_the_same_words_each_is_the_one_at_its_place() -> None:
    body = [f"加强第{word}项工程的调度和督促，每月通报进展。" for word in "甲乙丙"]
    lines = [f"{number}. 落实责任。{body[number % 3]}（市水利局负责）\n" for number in range(1, 13)]
    old = "".join(lines)
    new = "".join(line.replace("每月通报", "每季度通报") if place == 9 else line for place, line in enumerate(lines))
    pairs = raci.diff(old, new).pairs
    assert all(pair.old[0].index == pair.new[0].index for pair in pairs)
    assert [pair.new[0].index for pair in pairs if pair.differs] == [9]


REWRITTEN = ("每周组织志愿者清理河面漂浮物。", "引入无人船自动打捞，视频全程监控。")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # written anew under its heading: the same task
        ("一、清洁河面。{0}\n", "一、清洁河面。{1}\n", ["reworded"]),
        ("（二）清洁河面\n{0}\n", "3. 清洁河面\n{1}\n", ["reworded", "moved"]),
        # another heading, a short one, one that two tasks have, one that every plan has in another chapter
        ("一、清洁河面。{0}\n", "一、巡查堤岸。{1}\n", ["removed", "added"]),
        ("一、保障。{0}\n", "一、保障。{1}\n", ["removed", "added"]),
        (
            "一、水利工程\n（一）加强监督检查。{0}\n二、其他\n（一）修缮泵站。修缮泵站。\n",
            "一、文化市场\n（一）加强监督检查。{1}\n二、其他\n（一）修缮泵站。修缮泵站。\n",
            ["removed", "added"],
        ),
    ],
)
def test_a_task_written_anew_under_its_heading_is_the_same(old: str, new: str, expected: list[str]) -> None:
    found = raci.diff(old.format(*REWRITTEN), new.format(*REWRITTEN))
    assert sorted(change.kind for pair in found.differences(all_pairs=True) for change in pair.changes) == sorted(
        expected
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # phrases turned around, reworded besides; under another heading
        (
            "一、招募志愿者，开展业务培训。{0}\n",
            "一、面向社会开展业务培训，广泛招募志愿者。{0}\n",
            ["reworded"],
        ),
        (
            "一、关爱学生。配备心理教师，建立心理档案，畅通求助热线。{0}\n",
            "一、健全服务。畅通求助热线，建立心理档案，配备心理教师。{0}\n",
            ["reworded"],
        ),
        # the short words of a table of the plan; figures of another year
        (
            "一、规范收费行为。落实口岸收费目录清单制度，清单之外一律不得收费，及时公示调整情况。{0}\n",
            "一、落实口岸收费目录清单制度。{0}\n",
            ["reworded"],
        ),
        ("一、新建污水管网18公里。{0}\n", "二、新建污水管网25公里，改造雨污合流管网6公里。{0}\n", ["reworded"]),
        # what has no more in common than some words is another task
        ("一、招募志愿者，开展业务培训。{0}\n", "一、开展广场舞大赛，招募评委。{0}\n", ["added", "removed"]),
        ("一、加强宣传。印发手册。{0}\n", "一、规范工地围挡，冲洗车辆，加强宣传教育引导。{0}\n", ["added", "removed"]),
    ],
)
def test_phrases_in_another_order_are_the_same_task(old: str, new: str, expected: list[str]) -> None:
    duty = "（市城管局负责）"
    found = raci.diff(old.format(duty), new.format(duty)).differences()
    assert sorted(change.kind for pair in found for change in pair.changes if not change.type.quiet) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "（市环保局牵头，市工商局、市质监局配合）",
            "（市生态环境局牵头，市市场监管局配合）",
            ["机构改革：市环保局 → 市生态环境局", "机构改革：市工商局、市质监局 → 市市场监管局"],
        ),
        # with another role as well; where one was left out the other is no heir
        (
            "（市环保局牵头，市水利局配合）",
            "（市水利局牵头，市生态环境局配合）",
            [
                "角色变化：市水利局，配合（C） → 牵头（A/R）",
                "角色变化：市生态环境局，牵头（A/R） → 配合（C）",
                "机构改革：市环保局 → 市生态环境局",
            ],
        ),
        (
            "（市环保局牵头）",
            "（市水利局牵头）",
            ["退出单位：市环保局，原为牵头（A/R）", "新增单位：市水利局，牵头（A/R）"],
        ),
    ],
)
def test_a_body_that_a_reform_replaced_is_told_as_that(before: str, after: str, expected: list[str]) -> None:
    words = "云泽市治污方案\n一、整治污水直排。{}\n"
    assert lines(raci.diff(words.format(before), words.format(after))) == expected


def test_a_body_that_the_new_version_still_names_was_not_replaced() -> None:
    words = "云泽市治污方案\n一、整治污水直排。（{}牵头）\n二、清理露天堆料。（市环保局牵头）\n"
    found = lines(raci.diff(words.format("市环保局"), words.format("市生态环境局")))
    assert found == ["退出单位：市环保局，原为牵头（A/R）", "新增单位：市生态环境局，牵头（A/R）"]


def test_a_lead_of_joined_tasks_keeps_its_role() -> None:
    old = (
        "1.建设秸秆收储站点，每个乡镇不少于两个。（县农业农村局牵头）\n"
        "2.扶持秸秆收储企业，给予贷款贴息。（县财政局牵头，县农业农村局配合）\n"
    )
    new = "1.建设秸秆收储站点，每个乡镇不少于两个；扶持秸秆收储企业，给予贷款贴息。（县农业农村局牵头，县财政局配合）\n"
    assert kinds(raci.diff(old, new)) == [("1.", ["joined", "role"])]


def test_a_piece_under_a_heading_of_its_own_is_a_piece() -> None:
    old = "一、完善设施。新建体育公园2个、健身步道10公里，更新器材200套，推动学校体育场地向社会开放。（区文体局牵头）\n"
    new = (
        "一、新建健身场所。建成体育公园2个、健身步道12公里。（区文体局牵头）\n"
        "二、推动学校体育场地向社会开放。（区教育局牵头）\n三、更新器材200套。（各街道牵头）\n"
    )
    (pair,) = raci.diff(old, new).pairs
    assert len(pair.new) == 3


@pytest.mark.parametrize(
    ("second", "kinds_of_pairs"),
    [("城东快速路二期", [["split", "reworded"]]), ("环湖步道", [["reworded"], ["added"]])],
)
def test_a_project_in_two_phases_was_split(second: str, kinds_of_pairs: list[list[str]]) -> None:
    old = "一、城东快速路。全长8.6公里，双向六车道。（市住建局负责）\n"
    new = (
        "一、城东快速路一期。全长4.2公里，双向六车道。（市住建局负责）\n"
        f"二、{second}。全长4.4公里，双向六车道。（市住建局负责）\n"
    )
    assert [each for _, each in kinds(raci.diff(old, new))] == kinds_of_pairs
