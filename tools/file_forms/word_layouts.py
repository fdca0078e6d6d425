"""Word files in which tables are more than rows: in boxes, in one another, as other programs write them, ledgers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from written.plans import ROLES, Plan

from file_forms.form import FileForm, columns, roles, rows, sections, short, title, unlimited
from file_forms.word import begun, filled

_W = nsdecls("w")
_COUNT = "一二三四五六七八九十"


def _boxed(plan: Plan, path: Path) -> None:
    """The table stands in a text box: as drawing for Word, as VML for the programs that know no drawing."""
    document = begun(plan)
    made = filled(document, rows(plan))
    paragraph = document.add_paragraph()
    inner = made._tbl.xml.partition("?>")[2] or made._tbl.xml
    made._tbl.getparent().remove(made._tbl)
    box = f"<w:txbxContent>{inner}<w:p/></w:txbxContent>"
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
    content = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    paragraph._p.append(parse_xml(f"<w:r {_W} {names}>{content}</w:r>"))
    document.save(str(path))


def _nested(plan: Plan, path: Path) -> None:
    """A table for the layout: a row a section, in which its name stands over a table of its own."""
    document = begun(plan)
    heads, *body = rows(plan)
    outer = document.add_table(0, 1)
    for count, (name, places) in enumerate(sections(plan)):
        cell = outer.add_row().cells[0]
        cell.text = f"{_COUNT[count]}、{name}"
        filled(cell, [heads, *(body[place] for place in places)])
    document.save(str(path))


def _google(plan: Plan, path: Path) -> None:
    """Without styles, every run with properties of its own, blank paragraphs behind the words of cells."""
    document = Document()
    document.add_paragraph(title(plan), style="Title")
    document.add_paragraph()
    made = filled(document, rows(plan), None)
    for cell in made._cells:
        for run in cell.paragraphs[0].runs:
            words = run.text
            run.text = words[: len(words) // 2]
            run._r.get_or_add_rPr().append(parse_xml(f'<w:rtl {_W} w:val="0"/>'))
            cell.paragraphs[0].add_run(words[len(words) // 2 :])._r.get_or_add_rPr().append(
                parse_xml(f'<w:rtl {_W} w:val="0"/>')
            )
        cell.add_paragraph()
    document.save(str(path))


def _legacy_merges(plan: Plan, path: Path) -> None:
    """Rows of sections merged as old programs do it: each cell is there, and says that it goes on (hMerge)."""
    document = begun(plan)
    heads, *body = rows(plan)
    words = [heads]
    for count, (name, places) in enumerate(sections(plan)):
        words += [[f"{_COUNT[count]}、{name}", *([""] * (len(heads) - 1))], *(body[place] for place in places)]
    made = filled(document, words)
    for row in made._tbl.tr_lst[1:]:
        cells = row.tc_lst
        if any("".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in cells[1:]):
            continue
        for place, cell in enumerate(cells):
            begins = "" if place else 'w:val="restart"'
            cell.get_or_add_tcPr().append(parse_xml(f"<w:hMerge {_W} {begins}/>"))
    document.save(str(path))


def _ledger(plan: Plan, path: Path) -> None:
    """Heads in two rows that come again overleaf, and rows behind the tasks: how many there are, and a note."""
    document = begun(plan)
    names, usual = columns(plan), rows(plan)
    width = len(names)
    parted = [short(name) if name in roles(plan) else "" for name in names]
    total = ["合计", f"{len(plan.tasks)}项", *([""] * (width - 2))]
    note = ["注：责任单位每月25日前报送进展情况。", *([""] * (width - 1))]
    made = filled(document, [usual[0], parted, *usual[1:], total, note])
    places = [place for place, name in enumerate(names) if name in roles(plan)]
    for place in range(width):
        if place not in places:
            words = usual[0][place]
            made.cell(0, place).merge(made.cell(1, place)).text = words
    for place in places:
        made.cell(0, place).text = ""
    made.cell(0, places[0]).merge(made.cell(0, places[-1])).text = "责任单位"
    made.cell(len(made.rows) - 1, 0).merge(made.cell(len(made.rows) - 1, width - 1)).text = note[0]
    for row in made._tbl.tr_lst[:2]:
        row.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {_W}/>"))
    document.save(str(path))


def _one_column(plan: Plan, path: Path) -> None:
    """Who does what stands in one column, a line each part."""
    document = begun(plan)
    heads = dict(zip(columns(plan), rows(plan)[0], strict=True))
    words = [["序号", heads["task"], "责任分工"]]
    for place, task in enumerate(plan.tasks, 1):
        said = [f"{heads[role]}：{task.named(role)}" for role in roles(plan) if task.named(role)]
        words.append([str(place), task.name, "\n".join(said)])
    filled(document, words)
    document.save(str(path))


def _sheet_a_task(plan: Plan, path: Path) -> None:
    """A table of fields for each task: labels at the left and in the middle, cells merged where a field is long."""
    document = begun(plan)
    heads = dict(zip(columns(plan), rows(plan)[0], strict=True))
    for place, task in enumerate(plan.tasks, 1):
        words = [["序号", str(place), heads["limit"], task.limit], [heads["task"], task.name, "", ""]]
        words += [[heads[role], "\n".join(task.said.get(role, ())), "", ""] for role in roles(plan)]
        made = filled(document, words)
        for row in range(1, len(words)):
            made.cell(row, 1).merge(made.cell(row, 3)).text = words[row][1]
        document.add_paragraph()
    document.save(str(path))


def _marks(plan: Plan, path: Path) -> None:
    """A column a body, marks for its part, said below."""
    document = begun(plan)
    bodies = list(dict.fromkeys(body for task in plan.tasks for body in task.bodies))
    mark = {"lead": "★", "responsible": "●", "support": "○"}
    words = [["序号", "工作任务", *bodies]]
    for place, task in enumerate(plan.tasks, 1):
        part = {body: mark[role] for role in reversed(ROLES) for body in task.said.get(role, ())}
        words.append([str(place), task.name, *(part.get(body, "") for body in bodies)])
    filled(document, words)
    said = "，".join(f"{mark[role]}为{short(role)}单位" for role in roles(plan))
    document.add_paragraph(f"注：{said}。")
    document.save(str(path))


def one_part_each(plan: Plan) -> Plan:
    """A body has one part in a task, as a matrix can show no more."""
    tasks = []
    for task in plan.tasks:
        seen: set[str] = set()
        said = {}
        for role in ROLES:
            said[role] = tuple(body for body in task.said.get(role, ()) if body not in seen)
            seen.update(said[role])
        tasks.append(replace(task, said=said))
    return replace(plan, tasks=tuple(tasks))


def _row_a_body(plan: Plan, path: Path) -> None:
    """Number and task are merged over as many rows as bodies are named, each of which says its part."""
    document = begun(plan)
    words = [["序号", "重点任务", "单位", "职责"]]
    spans = []
    for place, task in enumerate(plan.tasks, 1):
        parts = [(body, short(role)) for role in ROLES for body in task.said.get(role, ())]
        spans.append((len(words), len(words) + len(parts) - 1))
        words += [[str(place), task.name, body, part] for body, part in parts]
    made = filled(document, words)
    for first, last in spans:
        for column in (0, 1):
            text = words[first][column]
            made.cell(first, column).merge(made.cell(last, column)).text = text
    document.save(str(path))


FORMS = (
    FileForm("docx, parts in one column", ".docx", _one_column, (unlimited,)),
    FileForm("docx, a table of fields a task", ".docx", _sheet_a_task),
    FileForm("docx, marks below bodies", ".docx", _marks, (unlimited, one_part_each)),
    FileForm("docx, a row a body", ".docx", _row_a_body, (unlimited,)),
    FileForm("docx, table in a text box", ".docx", _boxed),
    FileForm("docx, tables in a table", ".docx", _nested),
    FileForm("docx, as Google writes it", ".docx", _google),
    FileForm("docx, merged as of old", ".docx", _legacy_merges),
    FileForm("docx, ledger", ".docx", _ledger),
)
