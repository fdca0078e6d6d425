"""Workbooks as XML, part by part: as programs other than openpyxl write them, and as hostile files hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from documents import packed

__all__ = ["HEAD", "inline_row", "workbook"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
#: how the strict form calls the same
_STRICT = {
    _MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    _RELATED: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def inline_row(number: int, texts: Sequence[str], style: int = 0) -> str:
    """A row of cells that hold their texts themselves."""
    cells = "".join(
        f'<c r="{chr(65 + column)}{number}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


#: the head of a table of tasks and two rows
HEAD = (
    inline_row(1, ["序号", "任务", "牵头单位", "配合单位"])
    + inline_row(2, ["1", "修缮古道路面", "县文旅局", "县财政局"])
    + inline_row(3, ["2", "清理沿线杂物", "县城管局", "各乡镇人民政府"])
)


def workbook(
    sheet: str,
    *,
    shared: str = "",
    styles: str = "",
    book: str = '<sheets><sheet name="分工" sheetId="1" r:id="rId1"/></sheets>',
    more: Mapping[str, str | bytes] | None = None,
    strict: bool = False,
) -> bytes:
    """A workbook around the XML inside of its one sheet, its shared texts and its styles; ``more``: further parts."""
    names = f'xmlns="{_MAIN}" xmlns:r="{_RELATED}"'
    relations = f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
    relations += f'<Relationship Id="rId2" Type="{_RELATED}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    relations += f'<Relationship Id="rId3" Type="{_RELATED}/styles" Target="styles.xml"/>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1"'
        f' Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"<workbook {names}>{book}</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {names}>{sheet}</worksheet>",
    }
    if shared:
        members["xl/sharedStrings.xml"] = f"<sst {names}>{shared}</sst>"
    if styles:
        members["xl/styles.xml"] = f"<styleSheet {names}>{styles}</styleSheet>"
    members |= more or {}
    if strict:
        for old, new in _STRICT.items():
            members = {
                path: data.replace(old, new) if isinstance(data, str) else data for path, data in members.items()
            }
    return packed(members)
