"""Inputs that repeat one thing: by name, how to make ``n`` of it. Text, web pages, sheets; ordinary and odd ones."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

__all__ = ["FAMILIES", "Family"]

_DIGITS = "零一二三四五六七八九"


class Family(NamedTuple):
    """``make(n)`` gives the bytes of a file with ``n`` repetitions, by whose suffix it is read."""

    make: Callable[[int], bytes]
    suffix: str = ".txt"


def chinese(number: int) -> str:
    """A number up to 9999 in Chinese numerals, as headings count: 一百二十三."""
    if number >= 10_000:
        return chinese(number % 9_999 + 1)
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            words += ("零" if zero and words else "") + _DIGITS[digit] + name
        zero = not digit
    return words.removeprefix("一") if words.startswith("一十") else words


def lines(line: Callable[[int], str], head: str = "云岭市重点工作方案\n") -> Family:
    """A text with a line for each number."""
    return Family(lambda n: (head + "".join(line(i) for i in range(1, n + 1))).encode())


def repeated(words: str, head: str = "一、抓好落实。\n", tail: str = "") -> Family:
    """A text that says the same words again and again, in one line."""
    return Family(lambda n: (head + words * n + tail * n).encode())


def page(row: Callable[[int], str], head: str = "<h1>云岭市重点工作方案</h1>", wrap: str = "table") -> Family:
    """A web page with an element for each number."""
    return Family(
        lambda n: (
            f"<html><body>{head}<{wrap}>" + "".join(row(i) for i in range(1, n + 1)) + f"</{wrap}></body></html>"
        ).encode(),
        ".html",
    )


def _row(number: int, *cells: str) -> str:
    return "\t".join((str(number), f"推进第{number}批老旧小区改造", *cells)) + "\n"


def _book(rows: Callable[[int], list[list[str]]]) -> Family:
    def make(n: int) -> bytes:
        import xlsxwriter

        out = io.BytesIO()
        with xlsxwriter.Workbook(out) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows(n)):
                sheet.write_row(number, 0, row)
        return out.getvalue()

    return Family(make, ".xlsx")


def _word(paragraphs: bool) -> Family:
    def make(n: int) -> bytes:
        import docx

        document = docx.Document()
        if paragraphs:
            for i in range(1, n + 1):
                document.add_paragraph(f"{i}. 推进第{i}批工程建设。（责任单位：市财政局）")
        else:
            body = document.add_table(1, 3)
            for cell, words in zip(body.rows[0].cells, ("序号", "工作任务", "责任单位"), strict=True):
                cell.text = words
            from copy import deepcopy

            row = deepcopy(body.rows[0]._tr)
            for i in range(1, n + 1):
                new = deepcopy(row)
                for text, words in zip(
                    new.iter("{*}t"), (str(i), f"推进第{i}批工程", "市财政局、市教育局"), strict=True
                ):
                    text.text = words
                body._tbl.append(new)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return Family(make, ".docx")


_HEADS = "序号\t工作任务\t责任单位\t完成时限\n"
_HEAD_ROW = "<tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr>"

#: family → its files
FAMILIES: dict[str, Family] = {
    # outlines and annotations
    "一级标题下各带标注": lines(lambda i: f"{chinese(i)}、推进第{i}批工程建设。（责任单位：市财政局）\n"),
    "逐条编号各带标注": lines(lambda i: f"{i}. 推进第{i}批工程建设。（牵头单位：市财政局，配合单位：市教育局）\n"),
    "一个标题下的逐条编号": lines(lambda i: f"{i}. 推进第{i}批工程建设。\n", "一、工程建设（责任单位：市财政局）\n"),
    "一个标题下的标注行": lines(lambda i: f"责任单位：市第{i}工程局\n", "一、工程建设\n1. 推进工程。\n"),
    "一个标题下标注与编号相间": lines(
        lambda i: f"{i}. 推进第{i}批工程建设。\n责任单位：市第{i}工程局\n", "一、工程建设\n牵头单位：市财政局\n"
    ),
    "多个标题标注下的逐条编号": Family(
        lambda n: (
            "一、工程建设\n"
            + "".join(f"牵头单位：市第{i}工程局\n" for i in range(n))
            + "".join(f"{i}. 推进第{i}批工程建设。\n" for i in range(1, n + 1))
        ).encode()
    ),
    "标题后编号标注行": lines(lambda i: f"（{chinese(i)}）责任单位：市第{i}工程局\n", "一、工程建设\n"),
    "一个标题下的段落": lines(
        lambda i: f"推进第{i}批工程建设，完善配套。责任单位：市财政局\n", "一、工程建设\n1. 推进工程。\n"
    ),
    "一个编号下的标注段落": lines(
        lambda i: f"推进第{i}批工程建设。（责任单位：市财政局）\n", "一、工程\n（一）推进工程\n"
    ),
    "一个编号下的无标注段落": lines(lambda i: f"推进第{i}批工程建设。\n", "一、工程\n（一）推进工程\n"),
    "段落下的单独标注行": lines(lambda i: f"推进第{i}批工程建设。\n责任单位：市财政局\n", "一、工程\n（一）推进工程\n"),
    "只有空的责任单位": lines(lambda i: "责任单位：\n"),
    "只有责任单位行": lines(lambda i: "责任单位：市财政局\n"),
    "只有牵头单位编号行": lines(lambda i: f"{i}. 牵头单位：市财政局\n"),
    "栏名事实行": lines(lambda i: f"演练时间：第{i}周\n演练地点：县体育馆\n主办单位：县教育局\n"),
    "只有事实行": lines(lambda i: f"演练时间：第{i}周\n", "一、工程\n"),
    "时限行": lines(lambda i: f"完成时限：2025年{i % 12 + 1}月\n", "一、工程\n1. 推进工程。\n"),
    "行内分项": Family(
        lambda n: ("一、工程建设\n推进" + "".join(f"（{i}）改造第{i}批小区；" for i in range(1, n + 1))).encode()
    ),
    "行内分项各带标注": Family(
        lambda n: (
            "一、工程建设\n推进" + "".join(f"（{i}）改造第{i}批小区（市财政局牵头）；" for i in range(1, n + 1))
        ).encode()
    ),
    "叠起的标题": lines(lambda i: f"{chinese(i)}、工程\n（一）建设\n1. 改造\n（1）小区\n"),
    "只有标题": lines(lambda i: f"{chinese(i)}、推进第{i}批工程\n"),
    "只有编号": lines(lambda i: f"{i}.\n"),
    "声明": lines(lambda i: f"{i}. 推进工程（责任单位：市财政局、市教育局，排在第一位的为牵头单位，下同）。\n"),
    "各处均涉及的声明": lines(
        lambda i: f"{i}. 推进工程（责任单位：市财政局）。\n以下各条均涉及第{i}镇人民政府，不再逐一列出。\n"
    ),
    "带星号的声明": lines(lambda i: f"{i}. 推进工程（责任单位：*市财政局、市教育局）。\n", "（带*的为牵头单位）\n"),
    "一行中的括号": repeated("推进工程（责任单位：市财政局）"),
    "一行中的空括号": repeated("推进工程（见附件）"),
    "一行中的名单括号": repeated("推进工程。（市财政局、市教育局）"),
    "错配的括号": repeated("（[〔【"),
    "错配的括号与标注": repeated("（责任单位：市财政局】"),
    "只开的括号": repeated("（"),
    "只闭的括号": repeated("）"),
    "相套的括号": repeated("（", tail="）"),
    "相套的标注": repeated("（责任单位：市财政局", tail="）"),
    "相套的牵头与配合": repeated("（市财政局牵头", tail="，市教育局配合）"),
    "错配相套的标注": repeated("（[【〔市财政局负责", tail="〕】]）"),
    "一句中的单位": repeated("市财政局、"),
    "标签后的单位": repeated("市财政局、", "一、抓好落实。责任单位："),
    "一句中的标签": repeated("责任单位：市财政局，"),
    "一行中的时限": repeated("2025年6月底前完成改造，"),
    "同名任务": lines(lambda i: "推进老旧小区改造。（责任单位：市财政局）\n"),
    "硬换行的段落": lines(lambda i: "推进老旧小区改造完善配套设施\n建设宜居宜业和美乡村改善人居\n环境。\n"),
    "硬换行的标注": lines(lambda i: f"{i}. 推进工程。（责任单位：市财政\n局、市教育局）\n"),
    "不同的单位": lines(lambda i: f"{i}. 推进工程。（责任单位：{chinese(i)}县财政局、{chinese(i)}开发区管委会）\n"),
    "附件": lines(lambda i: f"附件{i}\n第{i}批工程任务分工表\n1. 推进工程。（责任单位：市财政局）\n"),
    "多个方案": lines(lambda i: f"云岭市第{i}批工程实施方案\n\n一、推进工程。（责任单位：市财政局）\n\n"),
    "目录行": lines(lambda i: f"{chinese(i)}、推进第{i}批工程………………{i}\n"),
    # tables in running text
    "制表符表格": lines(lambda i: _row(i, "市财政局", "2025年底"), f"任务分工表\n{_HEADS}"),
    "制表符表格，表头反复": lines(lambda i: _HEADS + _row(i, "市财政局", "2025年底"), "任务分工表\n"),
    "只有表头": lines(lambda i: _HEADS),
    "制表符表格，空格行": lines(
        lambda i: f"\t\t市第{i}工程局\t\n", f"任务分工表\n{_HEADS}{_row(1, '市财政局', '6月')}"
    ),
    "制表符行，无表头": lines(lambda i: f"推进第{i}批\t改造\t市财政局\n"),
    "很宽的制表符行": Family(lambda n: ("任务分工表\n" + ("市财政局\t" * n + "\n") * 3).encode()),
    "空格隔开的表格": lines(
        lambda i: f"{i}    推进第{i}批改造    市财政局    2025年底\n",
        "任务分工表\n序号    工作任务    责任单位    完成时限\n",
    ),
    "空格行": lines(lambda i: f"推进第{i}批    改造\n"),
    "竖线表格": lines(
        lambda i: f"| {i} | 推进第{i}批改造 | 市财政局 |\n", "| 序号 | 工作任务 | 责任单位 |\n| --- | --- | --- |\n"
    ),
    "一格一行的表格": lines(
        lambda i: f"{i}\n推进第{i}批改造\n市财政局\n2025年底\n", "任务分工表\n序号\n工作任务\n责任单位\n完成时限\n"
    ),
    "一格一行，表头反复": lines(
        lambda i: f"序号\n工作任务\n责任单位\n完成时限\n{i}\n推进第{i}批改造\n市财政局\n2025年底\n", "任务分工表\n"
    ),
    "叠起的表头": lines(lambda i: "序号\n工作任务\n责任单位\n"),
    "栏名在左": lines(lambda i: f"任务名称\t推进第{i}批改造\n责任单位\t市财政局\n完成时限\t2025年底\n\n"),
    "表中的节": lines(lambda i: f"{chinese(i)}、绿化\n" + _row(i, "市财政局", "2025年底"), f"任务分工表\n{_HEADS}"),
    # other formats
    "网页表格": page(lambda i: f"<tr><td>{i}</td><td>推进第{i}批改造</td><td>市财政局</td></tr>", _HEAD_ROW),
    "网页表格，各自成表": page(
        lambda i: f"<table>{_HEAD_ROW}<tr><td>{i}</td><td>推进第{i}批改造</td><td>市财政局</td></tr></table>",
        wrap="div",
    ),
    "网页表格，一格跨多行": Family(
        lambda n: (
            f"<table>{_HEAD_ROW}<tr><td rowspan={n}>1</td><td>改造</td><td rowspan={n}>市财政局</td></tr>"
            + "".join(f"<tr><td>改造第{i}批</td></tr>" for i in range(n - 1))
            + "</table>"
        ).encode(),
        ".html",
    ),
    "网页表格，格格跨两行两列": page(lambda i: f"<tr><td rowspan=2 colspan=2>改造{i}</td><td>市财政局</td></tr>"),
    "网页表格，很宽": page(lambda i: f"<td colspan=2>改造{i}</td>", wrap="table><tr"),
    "网页表格，逐行跨到底": page(lambda i: f"<tr><td>{i}</td><td rowspan=9999>市财政局</td></tr>", _HEAD_ROW),
    "网页，样式表": Family(
        lambda n: (
            "<style>"
            + "".join(f".c{i} p,.d{i}{{display:{'none' if i % 2 else 'block'}}}" for i in range(n))
            + "</style>"
            + "".join(f"<div class='c{i} d{i}'><p class=d{i}>推进第{i}批</p></div>" for i in range(n))
        ).encode(),
        ".html",
    ),
    "网页，不显示的段落": page(
        lambda i: f"<p class=old>推进第{i}批</p><p>{i}. 改造。（责任单位：市财政局）</p>",
        "<style>.old{display:none}</style>",
        "div",
    ),
    "网页，不闭合的字体": page(
        lambda i: f"<p><font size={i % 9}><b>推进第{i}批工程。（责任单位：市财政局）", wrap="div"
    ),
    "网页段落": page(lambda i: f"<p>{i}. 推进第{i}批工程。（责任单位：市财政局）</p>", wrap="div"),
    "网页相套": Family(lambda n: ("<div>" * n + "推进工程。（责任单位：市财政局）" + "</div>" * n).encode(), ".html"),
    "网页换行": page(lambda i: f"推进第{i}批工程。<br>责任单位：市财政局<br>", wrap="p"),
    "CSV": Family(
        lambda n: ("序号,工作任务,责任单位\n" + "".join(f"{i},推进第{i}批,市财政局\n" for i in range(n))).encode(),
        ".csv",
    ),
    "CSV，表头反复": Family(
        lambda n: "".join(f"序号,工作任务,责任单位\n{i},推进第{i}批,市财政局\n" for i in range(n)).encode(), ".csv"
    ),
    "CSV，一行很宽": Family(lambda n: ("工作任务,责任单位\n" + "市财政局," * n + "\n").encode(), ".csv"),
    "CSV，角色矩阵很宽": Family(
        lambda n: (
            "任务," + ",".join(f"市第{i}局" for i in range(n)) + "\n改造," + "R," * n + "\n建设," + "A," * n + "\n"
        ).encode(),
        ".csv",
    ),
    "Markdown 列表": Family(
        lambda n: "".join(f"- 推进第{i}批工程（责任单位：市财政局）\n" for i in range(n)).encode(), ".md"
    ),
    "Markdown 引用相套": Family(lambda n: (">" * n + " 推进工程（责任单位：市财政局）\n").encode(), ".md"),
    "LaTeX 表格": Family(
        lambda n: (
            "\\begin{longtable}{lll}\n序号 & 工作任务 & 责任单位 \\\\\n"
            + "".join(f"{i} & \\textbf{{推进第{i}批}} & 市财政局 \\\\ \\hline\n" for i in range(n))
            + "\\end{longtable}\n"
        ).encode(),
        ".tex",
    ),
    "LaTeX，不闭合的括号": Family(
        lambda n: ("\\begin{tabular}{l}\n" + "\\multirow{2}{推进工程 & " * n).encode(), ".tex"
    ),
    "LaTeX，表中有表": Family(lambda n: ("\\begin{tabular}{l}\n推进工程 & " * n).encode(), ".tex"),
    "LaTeX，自定义命令": Family(
        lambda n: ("\\newcommand{\\cz}{市财政局}\n" + "一、推进工程（责任单位：\\cz）\\begin{tabular}\n" * n).encode(),
        ".tex",
    ),
    "Excel 表格": _book(
        lambda n: [
            ["序号", "工作任务", "责任单位"],
            *([str(i), f"推进第{i}批", "市财政局、市教育局"] for i in range(n)),
        ]
    ),
    "Excel 表格，表头反复": _book(
        lambda n: [
            row for i in range(n) for row in (["序号", "工作任务", "责任单位"], [str(i), f"推进第{i}批", "市财政局"])
        ]
    ),
    "Word 表格": _word(paragraphs=False),
    "Word 段落": _word(paragraphs=True),
}
