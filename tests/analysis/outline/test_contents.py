"""Tables of contents list headings, and none of their lines is a clause."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse
from raci.readers.registry import read_text

BODY = """一、总体要求
坚持节水优先。
二、重点任务
（一）整修堤防。加固险段。（责任单位：市水务局）
（二）疏浚河道。清理淤积。（责任单位：市住建局）
三、保障措施
（一）加强领导。（责任单位：市政府办）
"""
TASKS = ["二、重点任务 / （一）整修堤防", "二、重点任务 / （二）疏浚河道", "三、保障措施 / （一）加强领导"]


def tasks(text: str) -> list[str]:
    (document,) = read_text(text)
    return [" / ".join((*one.path, one.label)) for one in analyse(document).task_clauses()]


@pytest.mark.parametrize(
    "contents",
    [
        "一、总体要求......................1\n二、重点任务……………………3\n（一）整修堤防···········4\n三、保障措施 ………… 9\n",
        "目录\n一、总体要求 1\n二、重点任务 3\n（一）整修堤防 4\n（二）疏浚河道 5\n三、保障措施 9\n",
        "目　录\n一、总体要求\n二、重点任务\n（一）整修堤防\n（二）疏浚河道\n三、保障措施\n（一）加强领导\n",
        "目录\n一、总体要求\t1\n二、重点任务\t3\n（一）整修堤防\t4\n（二）疏浚河道\t5\n三、保障措施\t9\n",
        "目次：\n一、\n总体要求\n二、\n重点任务\n三、\n保障措施\n",
    ],
)
def test_the_lines_of_a_table_of_contents_are_no_tasks(contents: str) -> None:
    (document,) = read_text(f"云泽市水利发展规划\n{contents}{BODY}")
    analysis = analyse(document)
    assert [" / ".join((*one.path, one.label)) for one in analysis.task_clauses()] == TASKS
    assert not [finding for finding in analysis.findings if finding.check == "unassigned"]


def test_that_a_table_of_contents_was_left_out_is_told_once() -> None:
    (document,) = read_text(f"云泽市水利发展规划\n目录\n一、总体要求\n二、重点任务\n{BODY}")
    noted = analyse(document).document
    assert [note for note in noted.notes if "目录" in note] == ["目录 2 行，只列标题，不读作任务"]
    assert analyse(noted).document.notes == noted.notes


def test_a_table_of_contents_in_one_line_with_its_text() -> None:
    listed = "云泽市水利条例目录第一章总则第二章工程"
    body = "第一章总则第一条为了节水，制定本条例。第二章工程第二条整修堤防。（责任单位：市水务局）\n"
    assert tasks(listed + body) == ["第二章 工程 / 第二条 整修堤防"]


@pytest.mark.parametrize(
    "text",
    [
        # the word ends a line of a sentence; what stands below is not listed again
        "一、编制采购\n目录\n（一）整修堤防。（责任单位：市水务局）\n（二）疏浚河道。（责任单位：市住建局）\n",
        "一、纳入目录。\n（一）整修堤防。（责任单位：市水务局）\n（二）疏浚河道。（责任单位：市住建局）\n",
        # a single line with dots is no table
        "附录......3\n（一）整修堤防。（责任单位：市水务局）\n（二）疏浚河道。（责任单位：市住建局）\n",
    ],
)
def test_what_only_looks_like_contents_stays(text: str) -> None:
    found = tasks(f"云泽市水利方案\n{text}")
    assert [one.rpartition("/")[2].strip() for one in found] == ["（一）整修堤防", "（二）疏浚河道"]
