"""What a text says of itself."""

from __future__ import annotations

import pytest
from texts import clause

from raci.model import Document
from raci.readers.registry import read_text
from raci.rules.text_patterns import text_patterns

BODY = clause("（责任单位：市商务局）")


def read(text: str, source: str = "") -> Document:
    (document,) = read_text(text, source)
    return document


NOTICE = (
    "云岭市人民政府办公室\n关于印发云岭市夜间消费提升行动方案的通知\n云政办发〔2024〕15号\n"
    "各县（市、区）人民政府，市政府各部门：\n现将方案印发给你们，请认真贯彻执行。\n"
    "云岭市人民政府办公室\n2024年5月8日\n"
)


def test_a_text_that_says_nothing_of_itself_has_no_facts() -> None:
    document = read("促进消费。\n完善设施。\n")
    assert (document.issuer, document.number, document.date, document.addressees) == (None, None, None, None)


def test_a_notice_says_it_all() -> None:
    document = read(NOTICE + BODY)
    assert document.title == "云岭市人民政府办公室关于印发云岭市夜间消费提升行动方案的通知"
    assert document.issuer == "云岭市人民政府办公室"
    assert document.number == "云政办发〔2024〕15号"
    assert document.date == "2024-05-08"
    assert document.addressees == "各县（市、区）人民政府，市政府各部门："


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("云岭市夜间消费提升行动方案\n", "云岭市夜间消费提升行动方案"),
        ("云岭市夜间消费提升行动方案（2024—2026年）\n", "云岭市夜间消费提升行动方案（2024—2026年）"),
        ("云岭市夜间消费管理办法（试行）\n", "云岭市夜间消费管理办法（试行）"),
        ("现印发《云岭市夜间消费管理办法》，请遵照执行。\n", "云岭市夜间消费管理办法"),
        ("更新时间：2024-01-10\n云岭市夜间消费提升行动方案\n", "云岭市夜间消费提升行动方案"),
        (
            "云岭市人民政府办公室关于印发\n夜间消费提质\n行动方案的通知\n",
            "云岭市人民政府办公室关于印发夜间消费提质行动方案的通知",
        ),
        ("云岭市人民政府关于促进夜间消费的实施意见云政发〔2024〕3号\n", "云岭市人民政府关于促进夜间消费的实施意见"),
        (
            "云岭市商务局\n云岭市财政局\n2024年5月8日（此件公开发布）云岭市夜间消费提升行动方案\n",
            "云岭市夜间消费提升行动方案",
        ),
        ("云 岭 市 商 务 局关于促进夜间消费的通知\n", "云岭市商务局关于促进夜间消费的通知"),
        ("附件：办理细则\n2.主要措施\n", "未命名"),
        # over lines, below a letterhead, run into what follows
        (
            "云岭市人民政府文件\n云岭市人民政府\n关于促进夜间消费的通知\n",
            "云岭市人民政府关于促进夜间消费的通知",
        ),
        (
            "云岭市商务局\n云岭市财政局\n关于促进夜间消费的通知\n",
            "云岭市商务局 云岭市财政局关于促进夜间消费的通知",
        ),
        ("关于促进夜间消费的批复云岭市商务局：你局请示收悉。\n", "关于促进夜间消费的批复"),
        ("云岭市夜间消费行动计划（2024—\n2026年）\n", "云岭市夜间消费行动计划（2024—2026年）"),
        # a plan that the text prints, not one that is yet to be written or that others issued
        (
            "各县区：\n《云岭市夜间消费方案》已经市政府同意，现印发给你们。\n云岭市人民政府\n2024年5月8日\n",
            "云岭市夜间消费方案",
        ),
        ("抓紧研究制定《云岭市夜间消费实施意见》。\n", "未命名"),
        ("按照上级印发的《夜间消费行动方案》，抓好落实。\n", "未命名"),
        ("为促进消费，推出以下举措，请认真落实。\n面向企业的扶持政策\n", "未命名"),
        ("报道如下。\n以下是原文：\n云岭市夜间消费管理办法\n", "云岭市夜间消费管理办法"),
    ],
)
def test_title(head: str, title: str) -> None:
    assert read(head + BODY).title == title


@pytest.mark.parametrize(("source", "title"), [("/tmp/夜间 方案.txt", "夜间 方案"), ("-", "未命名"), ("", "未命名")])
def test_without_a_title_the_file_gives_its_name(source: str, title: str) -> None:
    assert read(BODY, source).title == title


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("依照有关规定（略）\n", None),
        ("云政发〔2024〕3号\n", "云政发〔2024〕3号"),
        ("云政发[2024]第3号\n", "云政发[2024]第3号"),
        ("云发改（2024）120 号\n", "云发改（2024）120 号"),
        ("云政发﹝2024﹞3号\n", "云政发﹝2024﹞3号"),
        ("云政发【2024】3号\n", "云政发【2024】3号"),
        ("云工信函中小〔2024〕3号\n", "云工信函中小〔2024〕3号"),
        ("根据上级意见（临\n政办发〔2023〕9号）要求\n", None),
        ("云岭市人民政府关于促进夜间消费的实施意见云政发〔2024〕3号\n", "云政发〔2024〕3号"),
    ],
)
def test_number(head: str, number: str | None) -> None:
    assert read(f"云岭市夜间消费提升行动方案\n{head}{BODY}").number == number


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("云岭市夜间消费提升行动方案\n", None),
        ("云岭市夜间消费提升行动方案（2024—2026年）\n", None),
        ("云岭市夜间消费提升行动方案\n到2030年，建成集聚区10个。\n", None),
        ("云岭市夜间消费提升行动方案\n2030年底前建成集聚区10个。\n", None),
        ("云岭市夜间消费提升行动方案\n2030年6月底前，建成集聚区10个。\n", None),
        ("云岭市2024年消费工作要点\n到2030年，建成集聚区10个。\n", "2024"),
        ("云岭市夜间消费提升行动方案\n云政发〔2023〕3号\n", "2023"),
        ("云岭市夜间消费提升行动方案\n2024年5月8日\n", "2024-05-08"),
        ("云岭市夜间消费提升行动方案\n（2024年12月31日印发）\n", "2024-12-31"),
    ],
)
def test_date(head: str, date: str | None) -> None:
    assert read(head + BODY).date == date


def test_a_date_at_the_end_is_that_of_issue() -> None:
    assert read(f"云岭市夜间消费提升行动方案\n{BODY}{'完善设施。' * 20}\n2024年5月8日\n").date == "2024-05-08"


@pytest.mark.parametrize("title", text_patterns("metadata")["title-end"].match)
def test_the_quick_look_at_the_last_character_passes_every_title(title: str) -> None:
    (document,) = read_text(f"{title}\n一、总体要求")
    assert document.title == title


@pytest.mark.parametrize("lead", ["", "附件2\n\n"])
def test_a_list_by_itself_is_called_by_its_first_line(lead: str) -> None:
    (document,) = read_text(
        f"{lead}云岭市绿道建设领导小组成员名单\n\n组　长：李平　市长\n成　员：周小兰　市水务局局长\n"
    )
    assert document.title == "云岭市绿道建设领导小组成员名单"
