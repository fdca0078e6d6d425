"""Tables of persons, their posts at most, and what each is to do: 岗位 │ 姓名 │ 职责."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes


def rows_of(text: str) -> list[tuple[str, str, str]]:
    (document,) = read_bytes(text.encode(), "分工.csv")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize("who", ["姓名", "人员名单", "教师姓名", "担任人", "责任人"])
@pytest.mark.parametrize("what", ["职责", "分管工作", "工作职责及分工", "负责内容"])
def test_what_each_person_does(who: str, what: str) -> None:
    rows = rows_of(f"序号,{who},职务,{what}\n1,于洋,组长,统筹会议筹备\n2,席琳,,草拟通知和讲话稿\n")
    assert rows == [("统筹会议筹备", "于洋", "leader"), ("草拟通知和讲话稿", "席琳", "leader")]


def test_posts_and_groups_beside_the_persons_do_it_too() -> None:
    assert rows_of("角色,姓名,职责\n安全员,于洋,检查现场措施\n资料员,席琳,归档项目资料\n") == [
        ("检查现场措施", "安全员", "responsible"),
        ("检查现场措施", "于洋", "leader"),
        ("归档项目资料", "资料员", "responsible"),
        ("归档项目资料", "席琳", "leader"),
    ]
    assert rows_of("组别,组员,主要职责\n宣传组,于洋,负责海报\n后勤组,席琳,负责茶歇\n")[:2] == [
        ("负责海报", "宣传组", "responsible"),
        ("负责海报", "于洋", "support"),
    ]
    assert rows_of("组别,组长,成员,职责\n引导组,方舟,江帆、海涛,引导人员撤离\n救护组,柳叶,白芷,救护伤员\n")[:4] == [
        ("引导人员撤离", "引导组", "responsible"),
        ("引导人员撤离", "方舟", "leader"),
        ("引导人员撤离", "江帆", "support"),
        ("引导人员撤离", "海涛", "support"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "姓名,岗位,岗位职责\n于洋,教师,班主任\n席琳,教师,年级组长\n",
        "序号,姓名,从事工作,月收入\n1,于洋,外出务工,3000\n2,席琳,种植果树,2000\n",
        "姓名,任教学科,主要工作,得分\n于洋,语文,担任高三班主任,95\n席琳,数学,承担两个班教学,93\n",
        "专家姓名,单位,职称,研究方向\n于洋,农业大学,教授,土壤改良\n席琳,农科院,研究员,水稻育种\n",
        "姓名,承担课题,经费\n于洋,土壤改良研究,10万元\n席琳,水稻育种研究,8万元\n",
    ],
)
def test_lists_of_persons_give_nobody_anything_to_do(table: str) -> None:
    assert rows_of(table) == []


@pytest.mark.parametrize("who", ["办理人", "执行人", "被指派人", "处理人员", "负责同事"])
@pytest.mark.parametrize("sign", ["\t", " | "])
def test_whoever_does_it_is_known_by_many_heads_in_text(who: str, sign: str) -> None:
    lines = [["序号", "工作事项", who, "时限"], ["1", "登记来文", "李静", "3月"], ["2", "整理档案", "王强", "4月"]]
    rows = extract("\n".join(sign.join(line) for line in lines) + "\n")
    assert [(one.clause.heading, one.department.name) for one in rows] == [("登记来文", "李静"), ("整理档案", "王强")]
