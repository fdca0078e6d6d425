"""Workbooks as other programs write them, and what is told of them; limits that hold before anything is laid out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
import xlwt
from documents import docx, packed, refusal
from workbooks import HEAD, inline_row, workbook

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

SAID = [
    ("修缮古道路面", "县文旅局", "lead"),
    ("修缮古道路面", "县财政局", "support"),
    ("清理沿线杂物", "县城管局", "lead"),
    ("清理沿线杂物", "各乡镇人民政府", "support"),
]
DATA = f"<sheetData>{HEAD}</sheetData>"
#: fonts: plain, struck out, doubly named; formats of cells: plain, struck, a date, a percentage, a date by its code
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>'
    '<fonts><font><name val="宋体"/></font><font><strike/><name val="宋体"/></font></fonts>'
    '<cellXfs><xf fontId="0" numFmtId="0"/><xf fontId="1" numFmtId="0"/><xf fontId="0" numFmtId="14"/>'
    '<xf fontId="0" numFmtId="10"/><xf fontId="0" numFmtId="170"/></cellXfs>'
)


def opened(data: bytes, name: str = "表.xlsx") -> Document:
    (document,) = read_bytes(data, name)
    return document


def triples(document: Document) -> list[tuple[str, str, str]]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def prefixed(data: str) -> str:
    return data.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")


def renamed(data: bytes, name: Callable[[str], str]) -> bytes:
    """The same package, its parts called otherwise than their relationships say."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return packed({name(path): package.read(path) for path in package.namelist()})


#: a file that is embedded, whose parts are no parts of the workbook
EMBEDDED = docx(["一、旧任务。（责任单位：县旧局）"])
MERGES = '<mergeCells><mergeCell ref="F3:F2"/><mergeCell ref="?"/><mergeCell ref="B2:B2"/></mergeCells>'
ODD = {
    "strict": workbook(DATA, strict=True),
    "parts in other cases": renamed(
        workbook(DATA), lambda path: path.replace("xl/w", "XL/W").replace("sheet1", "Sheet1")
    ),
    "nameless style": workbook(DATA, styles='<cellStyles><cellStyle xfId="0"/></cellStyles>'),
    "odd colour": workbook(DATA, styles='<fonts><font><color rgb="red"/></font></fonts>'),
    "odd family": workbook(DATA, styles='<fonts><font><family val="77"/></font></fonts>'),
    "odd ids": workbook(DATA, styles="<cellXfs><xf fontId='9' numFmtId='x'/></cellXfs>"),
    "validation": workbook(DATA + '<dataValidations><dataValidation type="odd"/></dataValidations>'),
    "merges": workbook(DATA + MERGES),
    "odd date": workbook(DATA, more={"docProps/core.xml": "<a><created>谷雨</created></a>"}),
    "broken pivot": workbook(DATA, more={"xl/pivotTables/pivotTable1.xml": "<?"}),
    "embedded file": workbook(DATA, more={"xl/embeddings/方案.docx": EMBEDDED}),
    "prefixes": workbook("", more={"xl/worksheets/sheet1.xml": f'<x:w xmlns:x="a">{prefixed(DATA)}</x:w>'}),
    "control characters": workbook(DATA.replace("县文旅局", "县文&#x1F;旅\x01局&#11;")),
    "backslashes": renamed(workbook(DATA), lambda path: path.replace("/", "\\")),
    "slashes at the beginning": renamed(workbook(DATA), lambda path: f"/{path}"),
    "cells without references": workbook(DATA.replace(' r="', ' q="')),
    "no relationships": workbook(DATA, more={"xl/_rels/workbook.xml.rels": "<Relationships/>"}),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_odd_workbooks_are_read(data: bytes) -> None:
    assert triples(opened(data)) == SAID


def test_broken_formats_of_cells_are_told() -> None:
    document = opened(workbook(DATA, more={"xl/styles.xml": "<styleSheet><fonts>"}))
    assert triples(document) == SAID
    assert any("格式读不出" in note for note in document.notes)


def test_shared_texts_with_phonetic_hints_and_escapes() -> None:
    shared = "<si><t>任务</t></si><si><t>责任单位</t></si><si><t>整修河堤</t><rPh><t>zheng</t></rPh></si>"
    shared += "<si><r><t>县水利局</t></r><r><rPr><b/></rPr><t>_x000D_\n县财政局</t></r></si>"
    cell = '<c r="{}" t="s"><v>{}</v></c>'.format
    rows = f"<row r='1'>{cell('A1', 0)}{cell('B1', 1)}</row><row r='2'>{cell('A2', 2)}{cell('B2', 3)}</row>"
    document = opened(workbook(f"<sheetData>{rows}</sheetData>", shared=shared))
    assert triples(document) == [("整修河堤", "县水利局", "responsible"), ("整修河堤", "县财政局", "responsible")]
    assert [document.quote(*span) for span in document.emphasis] == ["县财政局"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="E2" s="2"><v>46203</v></c>', "2026年6月30日"),
        ('<c r="E2" s="4"><v>46203</v></c>', "2026年6月"),
        ('<c r="E2" t="d"><v>2026-06-30T00:00:00</v></c>', "2026年6月30日"),
        ('<c r="E2" s="3"><v>0.955</v></c>', "95.5%"),
        ('<c r="E2"><v>0.30000000000000004</v></c>', "0.3"),
        ('<c r="E2"><v>12</v></c>', "12"),
        ('<c r="E2" t="b"><v>1</v></c>', "是"),
        ('<c r="E2" t="str"><f>A1</f><v>长期</v></c>', "长期"),
        ('<c r="E2" t="e"><v>#REF!</v></c>', ""),
        ('<c r="E2"><f>TODAY()</f></c>', ""),
        ('<c r="E2" t="str"><f>x</f><v>=DISPIMG("ID_7C21",1)</v></c>', ""),
    ],
)
def test_values_as_cells_show_them(cell: str, shown: str) -> None:
    head = HEAD.replace("</row>", '<c r="E1" t="inlineStr"><is><t>备注栏</t></is></c></row>', 1)
    second = head.index("</row>", head.index("</row>") + 1)
    document = opened(workbook(f"<sheetData>{head[:second]}{cell}{head[second:]}</sheetData>", styles=STYLES))
    assert document.text.split("\n")[1] == "\t".join(filter(None, ["1", "修缮古道路面", "县文旅局", "县财政局", shown]))
    assert bool(document.notes) is (not shown)


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (f"<cols><col min='3' max='3' hidden='1'/></cols>{DATA}", "隐藏的列照读，共 1 列（C 列）"),
        (DATA.replace('<row r="3">', '<row r="3" hidden="1">'), "隐藏的行照读，共 1 行（第 3 行）"),
        (DATA.replace('<row r="3">', '<row r="3" hidden="0">'), ""),
        (f"<cols><col min='9' max='20' hidden='1'/></cols>{DATA}", ""),
    ],
)
def test_hidden_rows_and_columns_are_read_and_told(sheet: str, says: str) -> None:
    document = opened(workbook(sheet))
    assert triples(document) == SAID
    assert [note for note in document.notes if "隐藏" in note] == ([f"工作表“分工”：{says}"] if says else [])


def test_words_under_a_merged_cell_are_told() -> None:
    document = opened(workbook(DATA + '<mergeCells><mergeCell ref="C3:D3"/></mergeCells>'))
    assert triples(document) == SAID[:3]
    assert any("盖住" in note and "1 格" in note for note in document.notes)


def test_shared_texts_that_are_missing_are_told() -> None:
    rows = HEAD.replace("</row>", '<c r="F1" t="s"><v>7</v></c></row>', 1)
    for shared in ("", "<si><t>甲</t></si>"):
        document = opened(workbook(f"<sheetData>{rows}</sheetData>", shared=shared))
        assert triples(document) == SAID
        assert any("不在文件里的单元格 1 格" in note for note in document.notes)


DRAWN = "<d><p><r><t>列首位的为</t></r><r><t>牵头单位</t></r></p><p><r><t>下同</t></r></p></d>"


def test_text_boxes_and_pictures_are_told() -> None:
    more: dict[str, str | bytes] = {"xl/drawings/drawing1.xml": DRAWN, "xl/drawings/drawing2.xml": "<broken"}
    document = opened(workbook(DATA, more=more | {"xl/media/image1.png": b"\x89PNG"}))
    assert triples(document) == SAID
    assert document.notes == ("文本框等图形里的文字未读：“列首位的为牵头单位 下同”", "图片未读 1 幅")


def test_pictures_alone_are_told() -> None:
    assert "图片" in refusal(read_bytes, workbook("", more={"xl/media/image1.png": b"\x89PNG"}), "表.xlsx")


def test_charts_among_the_sheets_are_told() -> None:
    book = '<sheets><sheet name="分工" sheetId="1" r:id="rId1"/><sheet name="进度图" sheetId="2" r:id="rId9"/></sheets>'
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "<Relationships>" + "".join(
        f'<Relationship Id="{id}" Type="{related}/{kind}" Target="{target}"/>'
        for id, kind, target in [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId9", "chartsheet", "c.xml")]
    )
    data = workbook(DATA, book=book, more={"xl/_rels/workbook.xml.rels": relations + "</Relationships>"})
    assert any("进度图" in note for note in opened(data).notes)


ALL = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
COLUMNS = "".join(f'<mergeCell ref="{letter}3:{letter}1048576"/>' for letter in "ABCD")


@pytest.mark.parametrize(
    ("data", "note"),
    [
        pytest.param(workbook(DATA + ALL), "合并区域", id="one merge over all"),
        pytest.param(workbook(f"{DATA}<mergeCells>{COLUMNS}</mergeCells>"), "", id="merged columns"),
        pytest.param(workbook(f'<cols><col min="1" max="16384" style="1"/></cols>{DATA}'), "", id="formatted columns"),
        pytest.param(
            workbook(DATA, shared="<si/>" * 50_000 + "<si><t>县</t></si>" * 50_000), "", id="shared texts nobody names"
        ),
    ],
)
def test_what_claims_a_huge_sheet_takes_no_more_than_its_words(data: bytes, note: str) -> None:
    document = opened(data)
    assert triples(document) == SAID
    assert any(note in said for said in document.notes) or not note


@pytest.mark.parametrize(
    ("sheet", "shared", "says"),
    [
        pytest.param(
            "".join('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' for _ in range(60)),
            f"<si><t>{'县' * 200_000}</t></si>",
            "万字",
            id="one long shared text named often",
        ),
        pytest.param(
            inline_row(1, ["任务"]) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "", "范围", id="far"
        ),
    ],
)
def test_too_much_is_refused(sheet: str, shared: str, says: str) -> None:
    assert says in refusal(read_bytes, workbook(f"<sheetData>{sheet}</sheetData>", shared=shared), "表.xlsx")


def test_more_elements_than_any_file_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.readers.files.packages.MOST_ELEMENTS", 2_000)
    assert triples(opened(workbook(DATA))) == SAID
    assert "多得不像文件" in refusal(read_bytes, workbook(DATA + "<a/>" * 2_000), "表.xlsx")


def test_an_old_workbook_with_a_password_is_named() -> None:
    head = b"\xe1\x00\x02\x00"  # a record that every program writes, in whose place that of a password is put
    assert head in old()
    assert "有密码" in refusal(read_bytes, old().replace(head, b"\x2f\x00\x02\x00", 1), "表.xls")


def test_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    assert "完整" in refusal(read_bytes, workbook("", more={"xl/worksheets/sheet1.xml": laughs}), "表.xlsx")


def old() -> bytes:
    """An old workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("分工")
    rows = [["任务", "牵头单位", "配合单位"], ["修缮古道路面", "县文旅局", "县财政局"]]
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(index, column, text)
    sheet.row(1).hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_hidden_rows_of_an_old_workbook_are_told() -> None:
    document = opened(old(), "表.xls")
    assert triples(document) == SAID[:2]
    assert any("隐藏的行照读" in note for note in document.notes)


def test_an_old_workbook_that_says_a_wrong_length_is_read_all_the_same() -> None:
    entry = old().index("Workbook".encode("utf-16-le")) + 0x78
    data = old()[:entry] + (1 << 20).to_bytes(4, "little") + old()[entry + 4 :]
    document = opened(data, "表.xls")
    assert triples(document) == SAID[:2]
    assert any("损坏" in note for note in document.notes)


def test_an_old_workbook_shows_dates_as_its_cells_do() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("任务")
    for column, words in enumerate(("工作任务", "责任单位", "完成时限")):
        sheet.write(0, column, words)
        sheet.write(1, column, ("整修河堤", "县水利局", 46203)[column], xlwt.easyxf(num_format_str='yyyy"年"m"月底前"'))
    stream = io.BytesIO()
    book.save(stream)
    (found,) = extract(opened(stream.getvalue(), "表.xls"))
    assert found.deadline is not None
    assert found.deadline.text == "2026年6月底前"
