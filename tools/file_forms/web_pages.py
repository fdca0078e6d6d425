"""Web pages as Word, WPS and the systems of offices write them: merged cells, tables in tables, copies nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from written.plans import Plan

from file_forms.form import FileForm, columns, in_pairs, merges, roles, rows, sections, title, unlimited

_COUNT = "一二三四五六七八九十"
_TOP = (
    '<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li>'
    '</ul><div class="crumb">当前位置：<a href="/">首页</a> &gt; 政策文件</div></div>'
    '<table class="xxgk"><tr><td>索引号</td><td>000014349/2026-12</td><td>发布机构</td><td>市政府办</td></tr></table>'
)
_FOOT = (
    '<div class="share">分享到：微信 微博 <a href="javascript:window.print()">【打印】</a></div><div class="footer">'
    "主办单位：市人民政府办公室　承办单位：市大数据中心<br>联系电话：0871-00000000　备案号：滇ICP备00000000号</div>"
)
#: what a cell shows of its words
_Cell = Callable[[str], str]


def page(plan: Plan, body: str, head: str = "", *, site: bool = False) -> str:
    """A page of this body; on a ``site`` with what stands around an article."""
    top, foot = (_TOP, _FOOT) if site else ("", "")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title(plan)}</title>{head}</head><body>{top}'
        f'<div class="content"><h1>{title(plan)}</h1>{body}</div>{foot}</body></html>'
    )


def row(cells: Sequence[str], cell: _Cell = escape, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell(words)}</{tag}>" for words in cells) + "</tr>"


def spanned(plan: Plan, cell: _Cell = escape, between: str = "、") -> list[str]:
    """The rows of a table with merged cells."""
    reach = {(column, first): last - first + 1 for column, first, last in merges(plan)}
    gone = {(column, place) for column, first, last in merges(plan) for place in range(first + 1, last + 1)}
    return [
        "<tr>"
        + "".join(
            f"<td{f' rowspan={reach[column, place]}' if (column, place) in reach else ''}>{cell(words)}</td>"
            for column, words in enumerate(cells)
            if (column, place) not in gone
        )
        + "</tr>"
        for place, cells in enumerate(rows(plan, section=True, between=between))
    ]


def _written(make: Callable[[Plan], str]) -> Callable[[Plan, Path], object]:
    return lambda plan, path: path.write_text(make(plan), "utf-8")


def _merged(plan: Plan) -> str:
    return page(plan, f'<table border="1">{"".join(spanned(plan))}</table>', site=True)


def _mso(words: str) -> str:
    """A cell of Word: paragraphs of its styles, spans for digits, blanks that it keeps."""
    return "".join(
        f"<p class=MsoNormal align=left style='text-align:left;mso-line-height-rule:exactly'><span lang=EN-US><span "
        f"style='mso-spacerun:yes'>  </span></span><span style='font-size:10.5pt'>{escape(part[:2])}</span>"
        f"<span style='font-family:宋体'>{escape(part[2:])}<o:p></o:p></span></p>\n"
        for part in words.split("\n")
    )


def word_page(plan: Plan) -> str:
    """As Word saves a page: conditional comments, a row without height that only some programs need."""
    head = (
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->"
        "<style><!-- p.MsoNormal{mso-style-unhide:no} @page WordSection1{size:841.9pt 595.3pt} --></style>"
    )
    last = "".join(f"<td width={90 + place} style='border:none'></td>" for place, _ in enumerate(rows(plan)[0], 1))
    extra = f"<![if !supportMisalignedColumns]><tr height=0>{last}<td></td></tr><![endif]>"
    table = "".join(spanned(plan, _mso, "\n")) + extra
    return page(plan, f"<div class=WordSection1><table class=MsoTableGrid border=1>{table}</table></div>", head)


def _set_in(words: str) -> str:
    return f'<p style="margin:0">&nbsp;&nbsp;&nbsp;&nbsp;<span>{escape(words)}</span>&nbsp;</p>'


def _copied(plan: Plan) -> str:
    """A table in one for the layout, its cells set in with blanks; a copy for phones that the page does not show."""
    inner = f"<table>{''.join(row(cells, _set_in) for cells in rows(plan))}</table>"
    cards = "".join(
        f"<div class='card'>{''.join(f'<p>{escape(words)}</p>' for words in cells)}</div>" for cells in rows(plan)[1:]
    )
    return page(
        plan, f'<table width="100%"><tr><td>{inner}</td></tr></table><div style="display:none">{cards}</div>', site=True
    )


def _to_the_end(plan: Plan) -> str:
    """A body of the table for each section, whose name reaches to its end (rowspan=0); no head of the table."""
    heads, *body = rows(plan)
    section = columns(plan, section=True).index("section")
    top = row([*heads[:section], "类别", *heads[section:]], tag="th")
    parts = []
    for name, places in sections(plan):
        for count, place in enumerate(places):
            cells = [f"<td>{escape(words)}</td>" for words in body[place]]
            if not count:
                cells.insert(section, f'<th scope="rowgroup" rowspan="0">{escape(name)}</th>')
            parts.append(("</tbody><tbody>" if not count else "") + f"<tr>{''.join(cells)}</tr>")
    return page(plan, f"<table><tbody>{top}{''.join(parts)}</tbody></table>")


def _prose(plan: Plan) -> str:
    parts = []
    heads = dict(zip(columns(plan), rows(plan)[0], strict=True))
    for count, (name, places) in enumerate(sections(plan)):
        parts.append(f'<p style="text-indent:2em"><strong>{_COUNT[count]}、{name}</strong></p>')
        for place in places:
            task = plan.tasks[place]
            said = "；".join(f"{heads[role]}：{task.named(role)}" for role in roles(plan) if task.named(role))
            parts.append(
                f'<p style="text-indent:2em"><strong>{place + 1}.</strong><span>{escape(task.name)}。</span>'
                f"建立台账，细化措施。<strong>（{escape(said)}）</strong></p>"
            )
    return page(plan, "\n".join(parts), site=True)


def _rows_of_divs(plan: Plan) -> str:
    body = "".join(
        '<div class="row">' + "".join(f'<div class="cell">{escape(words)}</div>' for words in cells) + "</div>"
        for cells in rows(plan)
    )
    return page(plan, f'<div class="table">{body}</div>', "<style>.row{display:flex}.cell{flex:1}</style>")


def _cards(plan: Plan) -> str:
    heads = rows(plan)[0]
    at = columns(plan).index("task")
    body = "".join(
        f'<div class="card"><h3>{escape(cells[at])}</h3>'
        + "".join(
            f"<p><label>{escape(head)}</label><span>{escape(words)}</span></p>"
            for place, (head, words) in enumerate(zip(heads, cells, strict=True))
            if place > at and words
        )
        + "</div>"
        for cells in rows(plan)[1:]
    )
    return page(plan, body)


def _feet_first(plan: Plan) -> str:
    """Columns, head and foot marked as such, the foot before the rows, as old HTML has it; a caption."""
    heads, *body = rows(plan)
    foot = f'<tfoot><tr><td colspan="{len(heads)}">注：各单位每季度末报送进展。</td></tr></tfoot>'
    top = f"<caption>{title(plan)}</caption><colgroup><col><col></colgroup><thead>{row(heads, tag='th')}</thead>"
    table = f"<table summary='任务'>{top}{foot}<tbody>{''.join(map(row, body))}</tbody></table>"
    return page(plan, table, site=True)


def _pasted(words: str) -> str:
    """A cell as editors paste it: paragraphs in paragraphs, blanks and marks of no width, fonts."""
    pieces = "".join(
        f"<p><span><font face='仿宋_GB2312'>{escape(part)}&#8203;</font></span></p>" for part in words.split("\n")
    )
    return f"<p>{pieces}</p><p>&nbsp;</p>" if words else "<p><br/></p>"


def _pasted_page(plan: Plan) -> str:
    table = "".join(row(cells, _pasted) for cells in rows(plan, between="\n"))
    return page(plan, f"<div class='TRS_Editor'><table class='ke-zeroborder'>{table}</table></div>", site=True)


def _terms(plan: Plan) -> str:
    heads = dict(zip(columns(plan), rows(plan)[0], strict=True))
    said = "".join(
        f"<dl><dt>{escape(task.name)}</dt>"
        + "".join(f"<dd>{heads[role]}：{escape(task.named(role))}</dd>" for role in roles(plan) if task.named(role))
        + f"<dd>{heads['limit']}：{task.limit}</dd></dl>"
        for task in plan.tasks
    )
    return page(plan, said)


FORMS = (
    FileForm("html, foot before the rows", ".html", _written(_feet_first)),
    FileForm("html, cells pasted into an editor", ".html", _written(_pasted_page)),
    FileForm("html, terms", ".html", _written(_terms)),
    FileForm("html, merged cells, in a site", ".html", _written(_merged), (in_pairs,)),
    FileForm("html, prose in a site", ".html", _written(_prose), (unlimited,)),
    FileForm("html, saved by Word", ".html", _written(word_page), (in_pairs,)),
    FileForm("html, rows of divs", ".html", _written(_rows_of_divs)),
    FileForm("html, cards", ".html", _written(_cards)),
    FileForm("html, table in a table, a copy for phones", ".html", _written(_copied)),
    FileForm("html, sections to the end of their part", ".html", _written(_to_the_end)),
)
