"""Struck-out words are no living text, whatever the format: left out, and told with their place."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
import xlwt
from documents import word
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from workbooks import inline_row, workbook

import raci
from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

STYLES = (
    '<w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="more"><w:name w:val="more"/><w:basedOn w:val="gone"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="off"><w:name w:val="off"/><w:rPr><w:dstrike/></w:rPr></w:style>'
)


def opened(data: bytes, name: str) -> Document:
    (document,) = read_bytes(data, name)
    return document


def names(document: Document) -> list[str]:
    return [one.department.name for one in extract(document)]


def told(document: Document) -> list[str]:
    return [note for note in document.notes if "划去" in note]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("properties", "is_struck"),
    [
        ("<w:strike/>", True),
        ("<w:dstrike/>", True),
        ('<w:strike w:val="true"/>', True),
        ('<w:strike w:val="0"/><w:dstrike w:val="1"/>', True),
        ('<w:rStyle w:val="gone"/>', True),
        ('<w:rStyle w:val="more"/>', True),
        ('<w:rStyle w:val="gone"/><w:strike w:val="0"/>', False),
        ('<w:strike w:val="false"/>', False),
        ("<w:u/>", False),
    ],
)
def test_struck_runs_of_a_word_file(properties: str, is_struck: bool) -> None:
    body = paragraph(run("一、整修河堤。（责任单位：县水利局"), run("、县林业局", properties), run("、县财政局）"))
    document = opened(word(body, styles=STYLES), "方案.docx")
    assert names(document) == ["县水利局", *([] if is_struck else ["县林业局"]), "县财政局"]
    said = "划去的文字未读 1 处：“、县林业局”（“堤。（责任单位：县水利局”之后）"
    assert told(document) == ([said] if is_struck else [])


def test_a_struck_paragraph_is_gone_with_its_number() -> None:
    numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
    numbering += '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:pPr>{}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'.format
    body = f"<w:p>{listed('')}{run('整修河堤。（责任单位：县水利局）')}</w:p>"
    body += f"<w:p>{listed('')}{run('开办庙会。', '<w:strike/>')}{run('（责任单位：县外办）', '<w:strike/>')}</w:p>"
    body += f"<w:p>{listed('')}{run('栽种行道树。（责任单位：县林业局）')}</w:p>"
    body += paragraph(run("旧话。（责任单位：县旧局）"), style="off")
    document = opened(word(body, numbering=numbering, styles=STYLES), "方案.docx")
    assert document.text.split("\n") == [
        "一、整修河堤。（责任单位：县水利局）",
        "三、栽种行道树。（责任单位：县林业局）",
    ]
    assert "2 处：“开办庙会。（责任单位：县外办）”、“旧话。" in told(document)[0]


def test_struck_names_in_a_cell_of_word() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    head = row(paragraph(run("任务")), paragraph(run("责任单位")), paragraph(run("时限")))
    struck = paragraph(run("县林业局", "<w:strike/>")) + paragraph(run("县水利局"))
    body = f"<w:tbl>{head}{row(paragraph(run('整修河堤')), struck, paragraph(run('长期', '<w:strike/>')))}</w:tbl>"
    document = opened(word(body), "方案.docx")
    assert names(document) == ["县水利局"]
    assert "2 处" in told(document)[0]


def test_comments_in_a_word_file_are_told() -> None:
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="审稿"><w:p>{run(text)}</w:p></w:comment>'
        for number, text in enumerate(("改为县住建局牵头", "时限？"))
    )
    body = paragraph(run("一、整修河堤。（责任单位：县水利局）"), '<w:r><w:commentReference w:id="0"/></w:r>')
    document = opened(word(body, more={"comments": comments}), "方案.docx")
    assert names(document) == ["县水利局"]
    assert document.notes == ("批注未读 2 处：“改为县住建局牵头”、“时限？”",)


def test_comments_on_cells_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("工作任务", "责任单位"), ("整修河堤", "县水利局")):
        sheet.append(row)
    sheet["B2"].comment = Comment("改为县住建局", "审稿")
    stream = io.BytesIO()
    book.save(stream)
    document = opened(stream.getvalue(), "表.xlsx")
    assert names(document) == ["县水利局"]
    assert document.notes == ("批注未读 1 处：“改为县住建局”（B2）",)


@pytest.mark.parametrize(
    ("drawn", "note"),
    [
        ('<w:object><v:imagedata/><o:OLEObject xmlns:o="o" ProgID="Excel.Sheet.12"/></w:object>', "嵌入的对象"),
        ("<w:object><v:imagedata/></w:object>", "图片未读 1 幅"),
        ('<w:drawing><d:relIds xmlns:d="d"/></w:drawing>', "图示、图表里的文字未读 1 幅"),
        ('<w:drawing><c:chart xmlns:c="c"/></w:drawing>', "图示、图表里的文字未读 1 幅"),
    ],
)
def test_what_is_embedded_in_a_word_file_is_told(drawn: str, note: str) -> None:
    body = paragraph(run("一、整修河堤。（责任单位：县水利局）")) + paragraph(f"<w:r>{drawn}</w:r>")
    (said,) = opened(word(body), "方案.docx").notes
    assert note in said


def test_deleted_words_are_told_with_their_place() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>、县林业局</w:delText></w:r></w:del>'
    document = opened(word(paragraph(run("一、整修河堤。（责任单位：县水利局"), gone, run("）"))), "方案.docx")
    assert names(document) == ["县水利局"]
    assert any("修订删去的文字未读 1 处：“、县林业局”" in note for note in document.notes)


@pytest.mark.parametrize(
    ("struck", "is_struck"),
    [
        ("<s>、县林业局</s>", True),
        ("<del>、县林业局</del>", True),
        ("<strike>、<b>县林业局</b></strike>", True),
        ('<span style="color:red; text-decoration: line-through">、县林业局</span>', True),
        ('<span style="TEXT-DECORATION:underline line-through">、县林业局</span>', True),
        ('<font class="a gone">、县林业局</font>', True),
        ('<span style="text-decoration: underline">、县林业局</span>', False),
        ('<ins class="kept">、县林业局</ins>', False),
        ('<span style="text-decoration: none">、县林业局</span>', False),
    ],
)
def test_struck_words_of_a_page(struck: str, is_struck: bool) -> None:
    sheet = (
        "p{margin:0} .kept, p.x{text-decoration:underline} .old, .box .gone{ color:red;text-decoration:line-through}"
    )
    page = f"<html><head><meta charset=utf-8><style>{sheet}</style></head><body class=box><h1>河堤整修方案</h1>"
    page += f"<p>一、整修河堤。（责任单位：县水利局{struck}、县财政局）</p></body></html>"
    document = opened(page.encode(), "方案.html")
    assert names(document) == ["县水利局", *([] if is_struck else ["县林业局"]), "县财政局"]
    assert bool(told(document)) is is_struck


@pytest.mark.parametrize("style", ["display:none", "visibility:hidden"])
def test_words_that_a_style_hides_are_told(style: str) -> None:
    page = "<meta charset=utf-8><h1>河堤整修方案</h1><p>一、整修河堤。（责任单位：县水利局）</p>"
    document = opened(f"{page}<div style='{style}'>责任单位：县林业局</div>".encode(), "方案.html")
    assert names(document) == ["县水利局"]
    assert any("“责任单位：县林业局”" in note for note in document.notes)


OLD = "<p class='old' id='last'>二、疏浚渠道。（责任单位：县林业局）</p>"


@pytest.mark.parametrize(
    ("sheet", "hidden", "is_read"),
    [
        (".old{display:none}", OLD, False),
        ("#last { visibility: hidden }", OLD, False),
        ("/* .old */ p.kept, p.old {color:red; DISPLAY: none !important}", OLD, False),
        (".box .old{display:none}", f"<div class='a box'>{OLD}</div>", False),
        (".box > p.old{display:none}", f"<div class=box>{OLD}</div>", False),
        ("@media screen{.old{display:none}}", OLD, False),
        (".box{display:none}", f"<div class=box>{OLD}<p>附则</p></div>", False),
        (".box .old{display:none}", OLD, True),
        (".old{display:none} .old{display:block}", OLD, True),
        ("p.old{display:block} .old{display:none}", OLD, True),
        ("@media print{.old{display:none}} @font-face{src:none}", OLD, True),
        ("@media (max-width: 600px){.old{display:none}}", OLD, True),
        (".old:hover{display:none} .older{display:none}", OLD, True),
        (".old{display:none}", OLD.replace("<p", "<p style='display:block'"), True),
        (".old{display:none} broken {{{", OLD, False),
        ("*{display:none} body{display:none}", OLD, True),
    ],
)
def test_words_that_a_style_sheet_hides(sheet: str, hidden: str, is_read: bool) -> None:
    page = f"<html><head><meta charset=utf-8><style>{sheet}</style></head><body><h1>河堤整修方案</h1>"
    page += f"<p>一、整修河堤。（责任单位：县水利局）</p>{hidden}</body></html>"
    document = opened(page.encode(), "方案.html")
    assert names(document) == ["县水利局", *(["县林业局"] if is_read else [])]
    assert any("不显示的文字未读 1 处" in note for note in document.notes) is not is_read


@pytest.mark.parametrize(
    "block", ["<style>.text{display:none}</style><div class=text>", "<div id=js_content style='visibility: hidden;'>"]
)
def test_a_style_that_hides_the_text_itself_waits_for_scripts(block: str) -> None:
    page = f"<meta charset=utf-8><p>点击查看全文</p>{block}<p>一、整修河堤。（责任单位：县水利局）</p></div>"
    document = opened(page.encode(), "方案.html")
    assert names(document) == ["县水利局"]
    assert any("照样读了" in note for note in document.notes)


def test_a_struck_cell_of_a_page_keeps_its_column() -> None:
    rows = ["<td>任务</td><td>责任单位</td><td>配合单位</td>"]
    rows += ["<td>整修河堤</td><td style='text-decoration:line-through'>县林业局</td><td>县财政局</td>"]
    rows += ["<td>栽种行道树</td><td>县林业局</td><td><s>县水利局、</s>县交通局</td>"]
    page = f"<meta charset=utf-8><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    document = opened(page.encode(), "方案.html")
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("整修河堤", "县财政局", "support"),
        ("栽种行道树", "县林业局", "responsible"),
        ("栽种行道树", "县交通局", "support"),
    ]


@pytest.mark.parametrize("struck", ["~~、县林业局~~", "<del>、县林业局</del>", "<s>、县林业局</s>"])
def test_struck_words_of_markdown(struck: str) -> None:
    document = opened(f"# 河堤整修方案\n\n一、整修河堤。（责任单位：县水利局{struck}）\n".encode(), "方案.md")
    assert names(document) == ["县水利局"]
    assert "“、县林业局”" in told(document)[0]


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "分工"
    sheet.append(["任务", "责任单位"])
    sheet.append(["整修河堤", CellRichText("县水利局", TextBlock(InlineFont(strike=True), "、县林业局"), "、县财政局")])
    sheet.append(["开办庙会", "县外办"])
    sheet.append(["栽种行道树", "县林业局"])
    for cell in ("A3", "B3"):
        sheet[cell].font = Font(strike=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("分工")
    gone, plain = xlwt.Font(), xlwt.Font()
    gone.struck_out = True
    style = xlwt.XFStyle()
    style.font = gone
    for row, (task, body) in enumerate(
        [("任务", "责任单位"), ("整修河堤", ""), ("开办庙会", "县外办"), ("栽种行道树", "县林业局")]
    ):
        sheet.write(row, 0, task, style if row == 2 else xlwt.XFStyle())
        if row != 1:
            sheet.write(row, 1, body, style if row == 2 else xlwt.XFStyle())
    sheet.write_rich_text(1, 1, [("县水利局", plain), ("、县林业局", gone), ("、县财政局", plain)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


EXCEL_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="Default"/>
<Style ss:ID="s1"><Font ss:StrikeThrough="1"/>
</Style></Styles><Worksheet ss:Name="分工"><Table>
<Row><Cell><Data ss:Type="String">任务</Data></Cell><Cell><Data ss:Type="String">责任单位</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">整修河堤</Data></Cell><Cell><ss:Data ss:Type="String"
 xmlns="http://www.w3.org/TR/REC-html40"><Font>县水利局</Font><S>、县林业局</S><Font>、县财政局</Font></ss:Data></Cell></Row>
<Row><Cell ss:StyleID="s1"><Data ss:Type="String">开办庙会</Data></Cell>
<Cell ss:StyleID="s1"><Data ss:Type="String">县外办</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">栽种行道树</Data></Cell><Cell><Data ss:Type="String">县林业局</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


@pytest.mark.parametrize(
    ("data", "name"),
    [(xlsx(), "表.xlsx"), (xls(), "表.xls"), (EXCEL_2003.encode(), "表.xls")],
    ids=["xlsx", "xls", "2003"],
)
def test_struck_words_of_workbooks(data: bytes, name: str) -> None:
    document = opened(data, name)
    assert names(document) == ["县水利局", "县财政局", "县林业局"]
    assert told(document) == ["工作表“分工”：划去的文字未读 3 处：“、县林业局”（B2）、“开办庙会”（A3）、“县外办”（B3）"]


@pytest.mark.parametrize(
    ("shared", "said"),
    [
        ("<t>县林业局、县水利局</t>", []),
        ("<r><t>县林业局、</t></r><r><rPr><sz val='9'/></rPr><t>县水利局</t></r>", ["县水利局"]),
        ("<r><rPr><strike/></rPr><t>县林业局、</t></r><r><rPr/><t>县水利局</t></r>", ["县水利局"]),
        ("<r><rPr><strike val='0'/></rPr><t>县林业局、</t></r><r><t>县水利局</t></r>", ["县林业局"]),
    ],
)
def test_runs_of_a_struck_cell_look_as_they_say_themselves(shared: str, said: list[str]) -> None:
    struck = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>'
    rows = inline_row(1, ["任务", "责任单位"]) + inline_row(2, ["整修河堤"])
    rows = rows[: -len("</row>")] + '<c r="B2" s="1" t="s"><v>0</v></c></row>'
    sheet = f"<sheetData>{rows}</sheetData>"
    assert names(opened(workbook(sheet, styles=struck, shared=f"<si>{shared}</si>"), "表.xlsx")) == said


def test_a_long_list_of_places_is_cut() -> None:
    struck = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>'
    rows = inline_row(1, ["任务", "责任单位"]) + inline_row(2, ["整修河堤", "县水利局"])
    rows += "".join(inline_row(number, ["旧", "县旧局"], style=1) for number in range(3, 9))
    document = opened(workbook(f"<sheetData>{rows}</sheetData>", styles=struck), "表.xlsx")
    assert "12 处" in told(document)[0]
    assert told(document)[0].endswith(" 等")


def _commented(words: str) -> Document:
    document = docx.Document()
    paragraph = document.add_paragraph("一、清理飞线充电（责任单位：区消防救援大队）")
    document.add_comment(paragraph.runs, words, author="张工")
    stream = io.BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue(), "表.docx")[0]


def test_a_comment_on_who_leads_is_something_to_look_at() -> None:
    assert "牵头单位改为区应急管理局" in _commented("牵头单位改为区应急管理局，请会签").gaps[0]
    assert not _commented("数字已核对").gaps


def test_cells_below_a_merged_one_without_an_index_stand_behind_it() -> None:
    row = "".join
    cell = "<Cell{}><Data ss:Type='String'>{}</Data></Cell>".format
    rows = (
        [cell("", "序号"), cell("", "领域"), cell("", "任务"), cell("", "责任单位")],
        [cell("", "1"), cell(" ss:MergeDown='1'", "供水"), cell("", "换装水表"), cell("", "自来水公司")],
        [cell("", "2"), cell("", "检测水质"), cell("", "疾控中心")],
    )
    table = row(f"<Row>{row(each)}</Row>" for each in rows)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    data = (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="表"><Table>{table}</Table></Worksheet></Workbook>'
    )
    read = raci.rows(read_bytes(data.encode(), "表.xml"))
    found = {(one.task, one.department) for one in read.itertuples()}
    assert found == {("换装水表", "自来水公司"), ("检测水质", "疾控中心")}
