"""Word files as offices and their programs write them: merged cells, controls, numbering, boxes, notes in cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from written.plans import Plan

from file_forms.form import FileForm, in_pairs, merges, rows, title

_W = nsdecls("w")
_COUNT = "一二三四五六七八九十"
_PLACEHOLDER = "选择一项。"


def begun(plan: Plan) -> Any:
    """A document with a title over it."""
    document = Document()
    heading = document.add_paragraph()
    heading.alignment = 1
    run = heading.add_run(title(plan))
    run.bold, run.font.size = True, Pt(18)
    return document


def filled(holder: Any, words: Sequence[Sequence[str]], style: str | None = "Table Grid") -> Any:
    """A table of these words in a document or a cell."""
    made = holder.add_table(len(words), len(words[0]))
    if style and hasattr(holder, "styles"):
        made.style = style
    for cell, text in zip(made._cells, (text for row in words for text in row), strict=True):
        cell.text = text
    return made


def merge_down(made: Any, plan: Plan, *, section: bool = True) -> None:
    for column, first, last in merges(plan, section=section):
        for row in range(first + 1, last + 1):
            made.cell(row, column).text = ""
        made.cell(first, column).merge(made.cell(last, column))
        cell = made.cell(first, column)
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)


def _plain(plan: Plan, path: Path) -> None:
    document = begun(plan)
    filled(document, rows(plan))
    document.save(str(path))


def _merged(plan: Plan, path: Path) -> None:
    document = begun(plan)
    merge_down(filled(document, rows(plan, section=True)), plan)
    document.save(str(path))


def _changed(change: Callable[[Any, Plan], None], *, section: bool = False) -> Callable[[Plan, Path], None]:
    """A usual table with something done to it."""

    def write(plan: Plan, path: Path) -> None:
        document = begun(plan)
        change(filled(document, rows(plan, section=section)), plan)
        document.save(str(path))

    return write


def _in_control(element: Any) -> None:
    control = parse_xml(f"<w:sdt {_W}><w:sdtPr><w:alias w:val='填报'/></w:sdtPr><w:sdtContent/></w:sdt>")
    element.addprevious(control)
    control[1].append(element)


def _controls(made: Any, plan: Plan) -> None:
    """Content controls around every other row, and around cells of the others."""
    for place, row in enumerate(list(made._tbl.tr_lst)):
        if place % 2:
            _in_control(row)
        else:
            for cell in row.tc_lst[1::2]:
                _in_control(cell)


def _without_restart(made: Any, plan: Plan) -> None:
    """Merged cells whose first cell does not say that it begins one: some programs leave the mark out."""
    merge_down(made, plan)
    for mark in list(made._tbl.iter(qn("w:vMerge"))):
        if mark.get(qn("w:val")) == "restart":
            mark.getparent().remove(mark)


def _numbered_by_word(plan: Plan, path: Path) -> None:
    """The column of numbers is counted by Word, and holds no characters."""
    document = begun(plan)
    numbering = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="77">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {_W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    made = filled(document, rows(plan))
    for row in made.rows[1:]:
        paragraph = row.cells[0].paragraphs[0]
        paragraph.text = ""
        number = f'<w:numPr {_W}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
    document.save(str(path))


def _commented(made: Any, plan: Plan) -> None:
    """Marks of comments, bookmarks, spelling and footnotes within names, and words struck from them."""
    author = 'w:id="7" w:author="李某" w:date="2026-01-01T00:00:00Z"'
    for row in made.rows[1:]:
        for cell in row.cells[2:]:
            for run in cell.paragraphs[0].runs:
                words = run.text
                if len(words) < 4:
                    continue
                run.text = words[:2]
                rest = f"<w:r {_W}><w:t>{escape(words[2:])}</w:t></w:r>"
                for piece in (
                    rest,
                    f'<w:proofErr {_W} w:type="spellStart"/>',
                    f"<w:del {_W} {author}><w:r><w:delText>原城管办、</w:delText></w:r></w:del>",
                    f'<w:bookmarkStart {_W} w:id="3" w:name="_GoBack"/>',
                    f'<w:commentRangeStart {_W} w:id="1"/>',
                ):
                    run._r.addnext(parse_xml(piece))


def _short_rows(made: Any, plan: Plan) -> None:
    """Rows that leave blank cells at their end out, and say so (gridAfter)."""
    for row in made._tbl.tr_lst[1:]:
        last = row.tc_lst[-1]
        if "".join(text.text or "" for text in last.iter(qn("w:t"))):
            continue
        row.remove(last)
        row.get_or_add_trPr().append(parse_xml(f'<w:gridAfter {_W} w:val="1"/>'))


def _dropdowns(made: Any, plan: Plan) -> None:
    """Cells to choose from: what was chosen is a control, what was not shows a placeholder."""
    for row in made.rows[1:]:
        for cell in row.cells[2:]:
            for run in cell.paragraphs[0].runs or [cell.paragraphs[0].add_run("")]:
                open_ = "" if run.text else "<w:showingPlcHdr/>"
                run.text = run.text or _PLACEHOLDER
                items = (
                    '<w:dropDownList><w:listItem w:value="市财政局"/><w:listItem w:value="市教育局"/></w:dropDownList>'
                )
                control = parse_xml(f"<w:sdt {_W}><w:sdtPr>{open_}{items}</w:sdtPr><w:sdtContent/></w:sdt>")
                run._r.addprevious(control)
                control[1].append(run._r)


FORMS = (
    FileForm("docx", ".docx", _plain),
    FileForm("docx, merged cells", ".docx", _merged, (in_pairs,)),
    FileForm("docx, content controls around rows and cells", ".docx", _changed(_controls)),
    FileForm("docx, merged without a beginning", ".docx", _changed(_without_restart, section=True), (in_pairs,)),
    FileForm("docx, numbers by Word", ".docx", _numbered_by_word),
    FileForm("docx, comments and changes in cells", ".docx", _changed(_commented)),
    FileForm("docx, rows that end early", ".docx", _changed(_short_rows)),
    FileForm("docx, lists to choose from", ".docx", _changed(_dropdowns)),
)
