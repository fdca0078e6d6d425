"""Word files: numbers as a reader sees them, tables, text boxes, tracked changes."""

from __future__ import annotations

import io
import os
import zipfile
from html import escape

import pytest
from documents import docx, meaning, mutants, packed, refusal, refused_or_read, repacked, word
from hypothesis import given, settings
from texts import Planted, plans

import raci
from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes, read_text

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))


def opened(body: str, numbering: str = "", styles: str = "", **more: str) -> Document:
    (document,) = read_bytes(word(body, numbering=numbering, styles=styles, more=more), "方案.docx")
    return document


def p(text: str, use: int = 0, depth: int = 0, style: str = "") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/></w:numPr>' if use else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def levels(*forms: tuple[str, str]) -> str:
    """A list with these (style, text) as its levels, and one use of it (1)."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(forms)
    )
    use = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>{use}'


@settings(max_examples=25)
@given(plan=plans())
def test_the_same_rows_as_the_text(plan: Planted) -> None:
    (document,) = read_bytes(docx(plan.paragraphs), "方案.docx")
    (text,) = read_text(plan.text)
    assert document.text == plan.text.strip()
    assert meaning(extract(document)) == meaning(extract(text))
    assert (document.title, document.format) == (text.title, "docx")


def test_levels_count_and_start_anew() -> None:
    numbering = levels(
        ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%3.%4")
    )
    body = "".join(
        p(text, 1, depth) for text, depth in [*zip("甲乙丙丁戊己庚辛", [0, 1, 1, 2, 3, 3, 0, 1], strict=True)]
    )
    assert opened(body, numbering).text.split("\n") == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "1.1 戊",
        "1.2 己",
        "二、庚",
        "（一）辛",
    ]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("decimal", ["1.", "2.", "3."]),
        ("chineseCounting", ["一.", "二.", "三."]),
        ("chineseCountingThousand", ["一.", "二.", "三."]),
        ("japaneseCounting", ["一.", "二.", "三."]),
        ("ideographDigital", ["一.", "二.", "三."]),
        ("chineseLegalSimplified", ["壹.", "贰.", "叁."]),
        ("decimalFullWidth", ["１.", "２.", "３."]),
        ("decimalEnclosedCircleChinese", ["①.", "②.", "③."]),
        ("upperLetter", ["A.", "B.", "C."]),
        ("lowerRoman", ["i.", "ii.", "iii."]),
        ("decimalZero", ["01.", "02.", "03."]),
        ("bullet", ["", "", ""]),
        ("none", [".", ".", "."]),
    ],
)
def test_styles_of_numbers(style: str, shown: list[str]) -> None:
    text = opened("".join(p("甲", 1) for _ in range(3)), levels((style, "%1."))).text
    assert text.split("\n") == [number + "甲" for number in shown]


def test_ten_and_more() -> None:
    lines = opened("".join(p("甲", 1) for _ in range(21)), levels(("chineseCounting", "第%1条"))).text.split("\n")
    assert [lines[at] for at in (9, 10, 19, 20)] == ["第十条 甲", "第十一条 甲", "第二十条 甲", "第二十一条 甲"]


def test_uses_of_one_list_count_on_unless_they_start_anew() -> None:
    numbering = levels(("decimal", "%1."))
    numbering += '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    numbering += (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    text = opened("".join(p("甲", use) for use in (1, 1, 2, 3, 3)), numbering).text
    assert text.split("\n") == ["1.甲", "2.甲", "3.甲", "1.甲", "2.甲"]


def test_numbers_that_come_with_a_style() -> None:
    numbering = levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）")).replace(
        '<w:lvlText w:val="（%2）"/>', '<w:lvlText w:val="（%2）"/><w:pStyle w:val="H2"/>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/><w:pPr><w:numPr>'
        f'<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2)
    )
    styles += '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="x"/><w:basedOn w:val="H2"/></w:style>'
    off = '<w:p><w:pPr><w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>' + r("丁") + "</w:p>"
    document = opened(p("甲", style="H1") + p("乙", style="H2") + p("丙", style="X") + off, numbering, styles)
    lines = document.text.split("\n")
    assert lines[:2] == ["一、甲", "（一）乙"]
    assert lines[3] == "丁"
    assert [block.level for block in document.blocks if block.kind == "heading"][:2] == [1, 2]


def test_an_empty_numbered_paragraph_counts_but_does_not_show() -> None:
    assert opened(p("甲", 1) + p("", 1) + p("乙", 1), levels(("decimal", "%1."))).text == "1.甲\n3.乙"


def cell(inside: str, *, span: int = 1, merge: str = "") -> str:
    merged = f"<w:vMerge{' w:val=' + chr(34) + merge + chr(34) if merge != 'continue' else ''}/>" if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{inside or p("")}</w:tc>'


def table(*rows: list[str]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


HEAD = [cell(p("序号")), cell(p("重点任务")), cell(p("牵头单位")), cell(p("配合单位"))]


def test_a_table_with_merged_cells_and_automatic_numbers() -> None:
    body = p("一、任务清单") + table(
        [cell(p("附表：任务清单"), span=4)],
        HEAD,
        [
            cell(p("", 1)),
            cell(p("发展夜市"), merge="restart"),
            cell(p("市商务局")),
            cell(p("市财政局") + p("市公安局")),
        ],
        [cell(p("", 1)), cell("", merge="continue"), cell(p("市城管局")), cell("")],
        [cell(p("", 1)), cell(p("延长营业"), merge="restart"), cell(p("市商务局")), cell(p("市交通运输局"))],
    )
    document = opened(body, levels(("decimal", "%1")))
    assert [(one.clause.number, one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("1", "发展夜市", "市商务局", "lead"),
        ("1", "发展夜市", "市财政局", "support"),
        ("1", "发展夜市", "市公安局", "support"),
        ("2", "发展夜市", "市城管局", "lead"),
        ("3", "延长营业", "市商务局", "lead"),
        ("3", "延长营业", "市交通运输局", "support"),
    ]
    place = document.place(document.text.index("市交通运输局"))
    assert place is not None
    assert place.cell == (1, 5, 4)


def test_a_nested_table_is_read_within_its_cell_or_by_itself() -> None:
    inner = table([cell(p("市财政局"))], [cell(p("市公安局"))])
    body = table(HEAD, [cell(p("1")), cell(p("发展夜市")), cell(p("市商务局")), cell(inner + p(""))])
    assert [one.department.name for one in extract(opened(body))] == ["市商务局", "市财政局", "市公安局"]
    framed = table([cell(p("附表") + body + p(""))])
    assert [one.department.name for one in extract(opened(framed))] == ["市商务局", "市财政局", "市公安局"]


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    said = r("一、发展夜市。（牵头单位：")
    deleted = "<w:del><w:r><w:delText>市旧商务局</w:delText></w:r></w:del>"
    body = f"<w:p>{said}{deleted}<w:ins>{r('市商务局')}</w:ins>{r('）')}</w:p>"
    body += "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("二、延长") + "</w:p>" + f"<w:p>{r('营业。')}</w:p>"
    moved = "<w:moveFrom>" + r("三、搬走。") + "</w:moveFrom>"
    body += f"<w:p>{moved}</w:p><w:p><w:moveTo>{r('三、搬来。')}</w:moveTo></w:p>"
    document = opened(body)
    assert document.text.split("\n") == ["一、发展夜市。（牵头单位：市商务局）", "二、延长营业。", "三、搬来。"]
    assert any("插入" in note for note in document.notes)
    assert any("删除" in note for note in document.notes)


def test_a_deleted_row_is_left_out() -> None:
    gone = [cell(p("2")), cell(p("旧任务")), cell(p("市旧局")), cell("")]
    body = table(HEAD, [cell(p("1")), cell(p("发展夜市")), cell(p("市商务局")), cell("")])
    body = body.replace("</w:tbl>", f"<w:tr><w:trPr><w:del/></w:trPr>{''.join(gone)}</w:tr></w:tbl>")
    assert [one.department.name for one in extract(opened(body))] == ["市商务局"]


def test_bold_and_black_type_is_emphasis() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="S"><w:name w:val="strong"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="p"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    runs = [
        r("甲", "<w:b/>"),
        r("乙", '<w:b w:val="0"/>'),
        r("丙", '<w:rFonts w:eastAsia="黑体"/>'),
        r("丁", '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋"/>'),
        r("戊", '<w:rStyle w:val="S"/>'),
        r("己", '<w:rFonts w:eastAsia="SimHei"/>'),
    ]
    document = opened(f"<w:p>{''.join(runs)}</w:p>" + p("全粗", style="P"), styles=styles)
    assert [document.quote(*span) for span in document.emphasis] == ["甲", "丙", "戊己", "全粗"]


def test_a_rule_that_black_type_leads_with_automatic_numbers() -> None:
    def listed(*runs: str) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{"".join(runs)}</w:p>'

    black = '<w:rFonts w:eastAsia="黑体"/>'
    body = p("重点任务分工（以黑体字标注的为牵头部门）") + listed(
        r("发展夜市。（责任单位：市财政局、"), r("市商务局", black), r("）")
    )
    body += listed(r("延长营业。（责任单位："), r("市公安局", black), r("、市城管局）"))
    roles = {
        (one.clause.number, one.department.name): one.role for one in extract(opened(body, levels(("decimal", "%1."))))
    }
    assert roles["1.", "市商务局"] == roles["2.", "市公安局"] == "lead"
    assert roles["1.", "市财政局"] == "responsible"


def box(text: str) -> str:
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_read_once() -> None:
    document = opened(f"<w:p>{r('一、发展夜市。')}{box('（牵头单位：市商务局）')}</w:p>" + p("二、延长营业。"))
    assert document.text.split("\n") == ["一、发展夜市。", "（牵头单位：市商务局）", "二、延长营业。"]


def test_footnotes_follow_their_paragraph() -> None:
    notes = f'<w:footnote w:id="2">{p("注：含县级。")}</w:footnote>'
    notes += f'<w:footnote w:type="separator" w:id="0">{p("——")}</w:footnote>'
    body = f'<w:p>{r("一、发展夜市。")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + p("二、延长营业。")
    assert opened(body, footnotes=notes).text.split("\n") == ["一、发展夜市。", "注：含县级。", "二、延长营业。"]


def test_contents_fields_breaks_and_hidden_words() -> None:
    toc = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    toc += f"<w:sdtContent>{p('一、发展夜市……1')}</w:sdtContent></w:sdt>"
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    date = f"{field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>{field('separate')}{r('2024年')}{field('end')}"
    contents = f"{field('begin')}<w:r><w:instrText> TOC \\o</w:instrText></w:r>{field('separate')}"
    body = toc + f"<w:p>{contents}{r('二、目录……2')}</w:p><w:p>{r('三、目录……3')}</w:p><w:p>{field('end')}</w:p>"
    body += f'<w:p>{r("甲")}<w:r><w:br/></w:r>{r("乙")}<w:r><w:br w:type="page"/></w:r>{r("丙")}</w:p>'
    body += f"<w:p>{date}{r('藏', '<w:vanish/>')}<w:hyperlink>{r('链接')}</w:hyperlink></w:p>"
    document = opened(body)
    assert document.text.split("\n") == ["甲", "乙丙", "2024年链接"]
    assert any("目录" in note for note in document.notes)
    assert any("隐藏" in note for note in document.notes)


def test_macros_are_not_read_and_told() -> None:
    data = word(p("一、发展夜市。"), more={"vbaProject": "x"}).replace(b"vbaProject.xml", b"vbaProject.bin")
    (document,) = read_bytes(data, "方案.docm")
    assert any("宏" in note for note in document.notes)


def with_part(path: str, xml: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word(p("一、甲。")))) as package:
        return packed({each: package.read(each) for each in package.namelist()} | {path: xml})


@pytest.mark.parametrize(
    ("stated", "title"), [("云岭市夜市管理办法", "云岭市夜市管理办法"), ("文档1", "方案"), ("", "方案")]
)
def test_the_title_in_the_properties_is_the_last_resort(stated: str, title: str) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    )
    core = f'<c:coreProperties xmlns:c="c" xmlns:dc="dc"><dc:title>{stated}</dc:title></c:coreProperties>'
    with zipfile.ZipFile(io.BytesIO(with_part("_rels/.rels", relations))) as package:
        members = {each: package.read(each) for each in package.namelist()}
    (document,) = read_bytes(packed({**members, "docProps/core.xml": core}), "方案.docx")
    assert document.title == title


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    for declared in ('<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "展开">'):
        xml = f"<!DOCTYPE w [{declared}]><w:document {W}><w:body>{p('甲&x;')}</w:body></w:document>"
        xml = xml.replace("&amp;", "&")
        (document,) = read_bytes(with_part("word/document.xml", xml), "方案.docx")
        assert document.text == "甲"


def test_laughs_deep_nesting_and_bombs_are_refused() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE w [<!ENTITY a0 "哈">{laughs}]><w:document {W}><w:body>{p("&a11;")}</w:body></w:document>'
    xml = xml.replace("&amp;", "&")
    assert refusal(read_bytes, with_part("word/document.xml", xml), "方案.docx")
    deep = "<w:tbl><w:tr><w:tc>" * 5000
    assert "完整" in refusal(read_bytes, with_part("word/document.xml", f"<w:document {W}><w:body>{deep}"), "方案.docx")
    bomb = f"<w:document {W}><w:body>" + " " * 40_000_000
    assert "炸弹" in refusal(read_bytes, with_part("word/document.xml", bomb), "方案.docx")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "空"),
        (b"PK\x03\x04" + bytes(100), "完整"),
        (word(p("甲"))[:400], "完整"),
        (word(""), "没有文字"),
        (packed({"a.xml": "<a/>", "word/x": "x"}), "完整"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"Rar!\x1a\x07\x00", "解压"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, says: str) -> None:
    assert says in refusal(read_bytes, data, "方案.docx")


def test_pictures_alone_are_told() -> None:
    body = '<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>'
    assert "图片" in refusal(read_bytes, word(body), "方案.docx")


def test_a_page_called_docx_is_read_as_what_it_is() -> None:
    (document,) = read_bytes("<html><body><p>一、甲。</p></body></html>".encode(), "方案.docx")
    assert (document.text, document.format) == ("一、甲。", "html")
    assert any(".docx" in note and ".html" in note for note in document.notes)


def test_broken_files() -> None:
    body = p("一、发展夜市。（牵头单位：市商务局）", 1) + table(
        HEAD, [cell(p("1")), cell(p("甲")), cell(p("乙")), cell("")]
    )
    body += f"<w:p>{box('甲')}<w:del>{r('乙')}</w:del></w:p>"
    data = word(
        body, numbering=levels(("decimal", "%1.")), styles='<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    )
    assert sum(refused_or_read(read_bytes, mutants(data, MUTANTS), "方案.docx")) == MUTANTS
    read, refused = refused_or_read(read_bytes, repacked(data, MUTANTS), "方案.docx")
    assert read + refused == MUTANTS
    assert read > MUTANTS // 10


def test_what_a_control_asks_for_is_no_text_and_is_told() -> None:
    def control(words: str, shows: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{shows}<w:dropDownList/></w:sdtPr><w:sdtContent>{r(words)}</w:sdtContent></w:sdt>"

    asks = "<w:showingPlcHdr/>"
    controls = (control("市财政局"), control("选择一项。", asks), control("市教育局", asks))
    document = opened("".join(f"<w:p>{each}</w:p>" for each in controls))
    assert document.text.split() == ["市财政局", "市教育局"]
    assert any("提示文字未读 1 处" in note for note in document.notes)


def test_merged_cells_without_a_beginning_go_on_from_the_cell_above() -> None:
    rows = [
        [cell(p("序号")), cell(p("任务")), cell(p("责任单位"))],
        [cell(p("1")), cell(p("改造老旧小区")), cell(p("市住建局"))],
        [cell(p("2")), cell(p("新建口袋公园")), cell(p(""), merge="continue")],
    ]
    found = raci.rows(raci.analyse(opened(table(*rows))))
    named = dict(zip(found["task"], found["department"], strict=True))
    assert named == {"改造老旧小区": "市住建局", "新建口袋公园": "市住建局"}
