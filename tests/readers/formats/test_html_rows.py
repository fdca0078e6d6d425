"""Tables and fields that web pages lay out with elements of any kind; footnotes; headings."""

from __future__ import annotations

import pytest

import raci
from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

ROWS = [["序号", "重点任务", "牵头单位", "完成时限"], ["1", "修水渠", "县水利局", "6月底"], ["2", "清河道", "", "年底"]]
FOUND = [("修水渠", "县水利局", "lead", "6月底")]


def read(page: str) -> list[tuple[str, str, str, str]]:
    (document,) = read_bytes(f"<h1>任务清单</h1>{page}".encode(), "页.html")
    return [
        (one.clause.heading, one.department.name, one.role, one.deadline.text if one.deadline else "")
        for one in extract(document)
    ]


def laid_out(row: str, cell: str) -> str:
    return "".join(f"<{row}>{''.join(f'<{cell}>{words}</{cell}>' for words in cells)}</{row}>" for cells in ROWS)


@pytest.mark.parametrize(
    "page",
    [
        laid_out("div", "div"),
        laid_out("div", "span"),
        laid_out("ul", "li"),
        f"<div>{laid_out('li', 'span').replace('li>', 'div>', 2)}</div>",
        f"<section>{laid_out('div', 'p')}</section><p>联系电话：12345</p>",
        laid_out("div", "div").replace("</div></div>", "</div></div><section>", 1) + "</section>",
        "<div>" + "".join(f"<div>{words}</div>" for cells in ROWS for words in cells) + "</div>",
    ],
)
def test_rows_of_any_element_below_heads_are_a_table(page: str) -> None:
    assert read(page) == FOUND


@pytest.mark.parametrize(
    "page",
    [
        "<dl><dt>重点任务</dt><dd>修水渠</dd><dt>牵头单位</dt><dd>县水利局</dd><dt>完成时限</dt><dd>6月底</dd></dl>",
        "<h3>1.修水渠</h3><p><label>牵头单位</label><span>县水利局</span></p><p><label>完成时限</label><b>6月底</b></p>",
        "<h3>1.修水渠</h3><div><p>牵头单位</p><p>县水利局</p></div><div><p>完成时限</p><p>6月底</p></div>",
    ],
)
def test_names_of_fields_and_what_they_say(page: str) -> None:
    assert read(page) == FOUND


def test_elements_that_are_no_rows_stay_lines() -> None:
    (document,) = read_bytes(
        "<div><p>一、工作目标</p><p>修水渠</p></div><ul><li>首页</li><li>政务公开</li><li>责任单位</li></ul>"
        "<div><p>工作目标</p><p>到2026年修通水渠</p></div>".encode(),
        "页.html",
    )
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert "工作目标\n到2026年修通水渠" in document.text


def test_footnotes_are_no_tasks() -> None:
    page = (
        '<p>1.修水渠<a href="#fn1"><sup>1</sup></a>。（牵头单位：县水利局）</p><p>2.清河道。（牵头单位：县城管局）</p>'
        '<ol><li id="fn1"><p>指灌溉用的水渠。<a href="#fnref1">返回</a></p></li></ol>'
    )
    (document,) = read_bytes(page.encode(), "页.html")
    analysis = analyse(document)
    assert "1.修水渠。" in document.text
    assert "指灌溉用的水渠。" in document.text
    assert [analysis.clauses[task].heading for task in analysis.tasks] == ["修水渠", "清河道"]


def test_a_heading_goes_on_in_no_other_line() -> None:
    (document,) = read_bytes(
        "<p>完成时限：6月底</p><h3>大力培育创新型企业</h3><p>牵头单位：县科技局</p>".encode(), "页.html"
    )
    assert "6月底\n大力培育" in document.text


def test_cells_that_reach_to_the_end_of_their_part_end_with_it() -> None:
    page = """<html><body><h1>云岭市重点任务分解表</h1><table>
    <tr><th>类别</th><th>重点任务</th><th>牵头单位</th></tr>
    <tbody><tr><td rowspan="0">民生</td><td>推进老旧小区改造</td><td>市住房城乡建设局</td></tr>
    <tr><td>新建口袋公园</td><td>市园林局</td></tr></tbody>
    <tbody><tr><td rowspan="0">交通</td><td>新建改建农村公路</td><td>市交通运输局</td></tr></tbody>
    </table></body></html>"""
    (document,) = read_bytes(page.encode(), "表.html")
    found = raci.rows(analyse(document))
    assert dict(zip(found["task"], found["department"], strict=True)) == {
        "推进老旧小区改造": "市住房城乡建设局",
        "新建口袋公园": "市园林局",
        "新建改建农村公路": "市交通运输局",
    }
