"""What office systems hand out under the names of Word and Excel: read, or refused, never taken as raw code."""

from __future__ import annotations

import io
import os
from email.message import EmailMessage

import pytest
import xlwt
from documents import mutants, refusal, refused_or_read, word
from exports import (
    PARAGRAPHS,
    ROWS,
    SAID,
    excel_2003,
    flat_package,
    page,
    web_archive,
    with_chunk,
    word_2003,
    word_file,
)

from raci.model import Document
from raci.pipeline import extract
from raci.readers.files import libreoffice
from raci.readers.files.compound import main_streams
from raci.readers.files.input_formats import OLE
from raci.readers.formats.docx import chunks
from raci.readers.registry import read_bytes

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))
GBK = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
FRAMES = '<html><head></head><frameset><frame src="sheet001.htm"></frameset></html>'
TEXT = "\n".join(PARAGRAPHS + ["\t".join(row) for row in ROWS])


def opened(data: bytes, name: str) -> Document:
    (document,) = read_bytes(data, name)
    return document


def triples(document: Document) -> list[tuple[str, str, str]]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def framed() -> bytes:
    """A workbook as an archive: a page of frames, the page of the sheet, the page that draws the tabs."""
    first = web_archive(FRAMES, coding="8bit").removesuffix(b"--=_B--\n")
    part = "--=_B\nContent-Location: file:///C:/f/{}\nContent-Type: text/html; charset=utf-8\n\n{}\n".format
    return (first.decode() + part("sheet001.htm", page()) + part("tabstrip.htm", "<p>页签</p>") + "--=_B--\n").encode()


EXPORTS = {
    "word 2003": (word_2003(), "方案.doc"),
    "word 2003 xml": (word_2003(), "方案.xml"),
    "flat package": (flat_package(word_file()), "方案.doc"),
    "archive": (web_archive(page()), "方案.mht"),
    "archive as doc": (web_archive(page(), coding="quoted-printable"), "方案.doc"),
    "archive in gbk": (web_archive(page(GBK), "gb2312"), "方案.doc"),
    "archive that says its encoding only outside": (web_archive(page(""), "gbk"), "方案.mhtml"),
    "archive as a browser saves it": (
        web_archive(page(), coding="8bit", before="From: <Saved by Blink>\nSnapshot-Content-Location: a\nSubject: b\n"),
        "方案.mhtml",
    ),
    "archive with carriage returns": (web_archive(page()).replace(b"\n", b"\r\n"), "方案.doc"),
    "archive with frames": (framed(), "分工.xls"),
    "page as doc": (page().encode(), "方案.doc"),
    "page as xls": (page(GBK).encode("gbk"), "方案.xls"),
    "page in utf-16": (page("").encode("utf-16"), "方案.doc"),
    "part of a page as doc": (page(whole=False).encode(), "方案.doc"),
    "part of a page as xls": (f"<style>p{{margin:0}}</style>{page(whole=False)}".encode(), "方案.xls"),
    "text as doc": (TEXT.encode("gb18030"), "方案.doc"),
    "page in Word": (with_chunk("c.html", page()), "方案.docx"),
    "archive in Word": (with_chunk("c.mht", web_archive(page())), "方案.docx"),
    "Word in Word": (with_chunk("c.docx", word_file()), "方案.docx"),
    "Word in Word in Word": (with_chunk("c.docx", with_chunk("d.html", page(), "附")), "方案.docx"),
    "part of a page in Word, under an odd name": (with_chunk("afchunk.dat", page(whole=False)), "方案.docx"),
    "text in Word": (with_chunk("c.txt", TEXT), "方案.docx"),
}


@pytest.mark.parametrize(("data", "name"), EXPORTS.values(), ids=EXPORTS)
def test_the_same_rows_in_every_form(data: bytes, name: str) -> None:
    document = opened(data, name)
    assert triples(document) == SAID
    assert "<" not in document.text
    assert "页眉" not in document.text


@pytest.mark.parametrize("data", [excel_2003(), excel_2003("GB2312"), excel_2003("utf-16"), excel_2003(prefix="ss")])
@pytest.mark.parametrize("name", ["分工.xls", "分工.xml"])
def test_an_xml_spreadsheet(data: bytes, name: str) -> None:
    assert triples(opened(data, name)) == SAID[2:]


def test_values_and_what_is_hidden_in_an_xml_spreadsheet() -> None:
    more = '<Row ss:Index="9" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="Number">3</Data></Cell>'
    more += '<Cell><Data ss:Type="String">县水利局</Data><Comment><Data ss:Type="String">批注</Data></Comment></Cell>'
    more += '<Cell><Data ss:Type="DateTime">2026-06-30T00:00:00.000</Data></Cell></Row>'
    hidden = '<Worksheet ss:Name="底稿"><Table><Row><Cell><Data ss:Type="String">旧</Data></Cell></Row></Table>'
    hidden += "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"
    data = (
        excel_2003().decode().replace("</Table>", more + "</Table>", 1).replace("</Workbook>", hidden + "</Workbook>")
    )
    document = opened(data.encode(), "分工.xls")
    assert "3\t县水利局\t2026年6月30日" in document.text
    assert "批注" not in document.text
    assert "旧" not in document.text
    assert {"隐藏的工作表“底稿”未读", "工作表“分工”：隐藏的行照读，共 1 行（第 9 行）"} <= set(document.notes)


@pytest.mark.parametrize(
    ("format", "shown"),
    [("yyyy\\年m\\月", "2026年6月"), ("Short Date", "2026年6月30日"), ("General Date", "2026年6月30日")],
)
def test_dates_in_an_xml_spreadsheet(format: str, shown: str) -> None:
    style = f'<Styles><Style ss:ID="d"><NumberFormat ss:Format="{format}"/></Style></Styles><Worksheet'
    more = '<Row><Cell ss:StyleID="d"><Data ss:Type="DateTime">2026-06-30T00:00:00.000</Data></Cell></Row></Table>'
    data = excel_2003().decode().replace("<Worksheet", style, 1).replace("</Table>", more, 1)
    assert opened(data.encode(), "分工.xls").text.endswith(shown)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_lists_merges_and_changes_of_word_2003() -> None:
    def listed(shown: str, text: str) -> str:
        hint = f'<wx:t wx:val="{shown}"/>' if shown else ""
        return f'<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/>{hint}</w:listPr></w:pPr>{run(text)}</w:p>'

    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    lists = '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl>'
    lists += '</w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    change = '<aml:annotation aml:id="1" w:type="Word.{}"><aml:content>{}</aml:content></aml:annotation>'.format
    merged = '<w:vmerge w:val="restart"/>', "<w:vmerge/>"
    body = listed("七、", "巡查河道。（责任单位：县水利局）") + listed("", "栽种行道树。（责任单位：县林业局）")
    changed = run("三、拓宽便道。（责任单位：") + change("Deletion", run("县旧局").replace("w:t>", "w:delText>"))
    changed += change("Insertion", run("县交通局")) + run("）") + change("Comment", f"<w:p>{run('批注')}</w:p>")
    body += f"<w:p>{changed}<w:r><w:footnote><w:p>{run('注：含乡道。')}</w:p></w:footnote></w:r></w:p>"
    rows = [cell("任务") + cell("责任单位") + cell("时限")]
    rows += [cell("设置路灯", merged[0]) + cell("县城管局") + cell("长期")]
    rows += [cell("", merged[1]) + cell("县财政局") + cell("长期")]
    body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    document = opened(word_2003(body, more=lists), "方案.doc")
    lines = ["七、巡查河道。（责任单位：县水利局）", "一、栽种行道树。（责任单位：县林业局）"]
    assert document.text.split("\n")[:4] == [*lines, "三、拓宽便道。（责任单位：县交通局）", "注：含乡道。"]
    assert [row[1] for row in triples(document)] == ["县水利局", "县林业局", "县交通局", "县城管局", "县财政局"]
    assert {one.clause.heading for one in extract(document)[-2:]} == {"设置路灯"}
    assert any("县旧局" in note for note in document.notes)


def test_all_bodies_of_a_document_are_read() -> None:
    data = word_2003().decode().replace("</w:body>", "</w:body><w:body><w:p>" + run("又及") + "</w:p></w:body>")
    assert opened(data.encode(), "方案.doc").text.endswith("又及")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"<?xml version='1.0'?><plan><task>a</task></plan>", "方案.doc", "XML"),
        (b"<?xml version='1.0'?><plan><task>a</task></plan>", "方案.xls", "XML"),
        (b"<?xml version='1.0'?><plan><task>a</task></plan>", "方案.xml", "XML"),
        (word_2003()[:-40], "方案.doc", "完整"),
        (excel_2003()[:-40], "方案.xls", "完整"),
        (flat_package(word_file())[:-40], "方案.doc", "完整"),
        (web_archive("<html></html>"), "方案.mht", "没有文字"),
        (with_chunk("c.rtf", b"{\\rtf1 a}", before=""), "方案.docx", "c.rtf"),
        (with_chunk("c.html", "", before=""), "方案.docx", "c.html"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    data: bytes, name: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_program", lambda: None)
    assert says in refusal(read_bytes, data, name)


def test_an_embedded_file_that_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_program", lambda: None)
    document = opened(with_chunk("c.rtf", b"{\\rtf1 a}", before=PARAGRAPHS[2]), "方案.docx")
    assert triples(document) == SAID[:2]
    assert any("c.rtf 未读" in note for note in document.notes)


def test_a_text_in_angle_brackets_is_still_text() -> None:
    assert opened("<柳川县方案>\n一、巡查。（责任单位：县水利局）".encode(), "方案.doc").text.startswith("<柳川县方案>")


def test_a_workbook_with_a_word_file_in_it_is_a_workbook() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("分工")
    for row, texts in enumerate([["任务", "责任单位"], ["巡查河道", "县水利局"], ["WordDocument", ""]]):
        for column, text in enumerate(texts):
            sheet.write(row, column, text)
    out = io.BytesIO()
    book.save(out)
    data = out.getvalue() + "WordDocument".encode("utf-16-le") * 10
    assert main_streams(data) == {"Workbook"}
    assert ("巡查河道", "县水利局", "responsible") in triples(opened(data, "分工.xls"))


def test_a_word_file_with_a_password_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    head = bytes([0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 0x13])
    monkeypatch.setattr("raci.readers.formats.office.read_stream", lambda data, name, most: head)
    assert "有密码" in refusal(read_bytes, OLE + "WordDocument".encode("utf-16-le"), "方案.doc")


def test_all_bodies_of_a_word_file_are_read() -> None:
    body = f"<w:p>{run('一、巡查。（责任单位：县水利局）')}</w:p></w:body><w:body><w:p>{run('二、植树。')}</w:p>"
    body += f"<w:p>{run('（责任单位：县&#10;林业局）')}</w:p>"
    document = opened(word(body), "方案.docx")
    assert [one.department.name for one in extract(document)] == ["县水利局", "县林业局"]


def test_an_embedded_file_named_again_and_again_is_read_so_often() -> None:
    again = '<w:altChunk xmlns:r="r" r:id="c1"/>' * 500
    data = with_chunk("c.txt", "又及", before="</w:t></w:r></w:p>" + again + "<w:p><w:r><w:t>")
    document = opened(data, "方案.docx")
    assert document.text.count("又及") == 200
    assert any("超过 200 个" in note for note in document.notes)


def test_an_embedded_text_of_another_program_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "convert", lambda data, name, suffix, target: word_file())
    assert triples(opened(with_chunk("c.rtf", b"{\\rtf1 a}"), "方案.docx")) == SAID


def test_archives_within_archives_are_refused() -> None:
    inner = "\n".join(f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}' for number in range(60))
    assert "嵌套" in refusal(read_bytes, f"MIME-Version: 1.0\n{inner}\n\n甲".encode(), "方案.mht")


@pytest.mark.parametrize("body", ["请各单位查收。", ""])
def test_files_attached_to_a_message_are_told(body: str) -> None:
    message = EmailMessage()
    message["Subject"] = "报送"
    message.set_content(body)
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="分工方案.docx")
    message.add_attachment("牵头单位：县水利局".encode(), maintype="text", subtype="plain", filename="说明.txt")
    if body:
        (document,) = read_bytes(message.as_bytes(), "来信.eml")
        assert document.text == body
        assert any("附件未读 2 个：“分工方案.docx”、“说明.txt”" in note for note in document.notes)
    else:
        assert "分工方案.docx" in refusal(read_bytes, message.as_bytes(), "来信.eml")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word_2003(), "方案.doc"),
        (flat_package(word_file()), "方案.doc"),
        (excel_2003(), "分工.xls"),
        (web_archive(page()), "方案.mht"),
    ],
)
def test_broken_files(data: bytes, name: str) -> None:
    assert sum(refused_or_read(read_bytes, mutants(data, MUTANTS), name)) == MUTANTS


MARKED_UP = [
    "<p>一、整修河堤。（责任单位：县水利局）</p><p>二、栽树</p>",
    "河堤整修方案\n<p style='x'>一、整修河堤。（责任单位：县水利局）</p>\n<p>二、栽树</p>",
    " <!-- x --><div>一、整修河堤。（责任单位：县水利局）</div>",
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("text", MARKED_UP)
def test_the_source_of_a_page_under_the_name_of_a_text(text: str, encoding: str) -> None:
    for name in ("方案.txt", "-", "方案"):
        document = opened(text.encode(encoding), name)
        assert triples(document) == [("整修河堤", "县水利局", "responsible")]
        assert any("网页" in note for note in document.notes)
        assert "<" not in document.text


@pytest.mark.parametrize(
    "text",
    [
        "一、页面以 </p> 结尾，</div> 也是。\n二、栽树",
        "一、推进<b>河堤</b>整修。<br>二、栽树",
        "x < y\n一、整修河堤。（责任单位：县水利局）",
    ],
)
def test_texts_that_speak_of_tags_are_texts(text: str) -> None:
    assert opened(text.encode(), "方案.txt").format == "txt"
