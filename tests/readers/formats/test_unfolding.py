"""Small files that would unfold to very large ones: one line, before memory is taken."""

from __future__ import annotations

import pytest
from documents import packed, refusal, word
from exports import with_chunk

from raci.pipeline import extract
from raci.readers.registry import read_bytes

P = "<w:p><w:r><w:t>一、巡查。（责任单位：县水利局）</w:t></w:r></w:p>"


def reference(number: int) -> str:
    return f'<w:r><w:t>注</w:t><w:footnoteReference w:id="{number}"/></w:r>'


def note(number: int, inside: str) -> str:
    return f'<w:footnote w:id="{number}">{inside}</w:footnote>'


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        # one long note, referred to again and again
        (f"<w:p>{reference(2) * 4000}</w:p>", note(2, P * 100)),
        # each note refers to the next four times
        (
            f"<w:p>{reference(2)}</w:p>",
            "".join(note(number, f"<w:p>{reference(number + 1) * 4}</w:p>") for number in range(2, 40)),
        ),
    ],
)
def test_notes_that_unfold(body: str, notes: str) -> None:
    assert "展开超过 30 万行" in refusal(read_bytes, word(body, more={"footnotes": notes}), "方案.docx")


def test_a_note_that_is_named_twice_is_read_twice() -> None:
    data = word(f"<w:p>{reference(2) * 2}</w:p>", more={"footnotes": note(2, P)})
    (document,) = read_bytes(data, "方案.docx")
    assert document.text.count("县水利局") == 2


def test_a_long_embedded_file_that_is_named_again_and_again() -> None:
    again = '<w:altChunk xmlns:r="r" r:id="c1"/>' * 150
    data = with_chunk("c.txt", "又及\n" * 3000, before="</w:t></w:r></w:p>" + again + "<w:p><w:r><w:t>")
    assert "展开超过 30 万行" in refusal(read_bytes, data, "方案.docx")


def test_more_tags_than_any_document_has() -> None:
    said = refusal(read_bytes, word("<w:p>" + "<w:r></w:r>" * 1_000_001 + "</w:p>"), "方案.docx")
    assert "内容多得不像文件" in said


def test_styles_that_are_based_on_one_another_without_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}"><w:basedOn w:val="s{number + 1}"/></w:style>'
        for number in range(20_000)
    )
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="s{number}"/></w:pPr><w:r><w:t>巡查。（责任单位：县水利局）</w:t></w:r></w:p>'
        for number in range(300)
    )
    (document,) = read_bytes(word(paragraphs, styles=styles), "方案.docx")
    assert len(extract(document)) == 300


def test_words_of_a_cell_that_goes_on_down_the_table_stay_in_order() -> None:
    restart = ' w:val="restart"'
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr><w:vMerge{'' if number else restart}/></w:tcPr>"
        f"<w:p><w:r><w:t>第{number}段</w:t></w:r></w:p></w:tc><w:tc>{P}</w:tc></w:tr>"
        for number in range(4)
    )
    (document,) = read_bytes(word(f"<w:tbl>{rows}</w:tbl>"), "方案.docx")
    (table,) = [block for block in document.blocks if block.kind == "table"]
    first = min(table.cells, key=lambda cell: (cell.row, cell.column))
    assert document.text[first.start : first.end].split("\n") == ["第0段", "第1段", "第2段", "第3段"]
    assert first.rowspan == 4


def test_csv_of_more_text_than_is_read() -> None:
    assert "文字超过" in refusal(read_bytes, b"," * 10_000_001, "表.csv")


def test_a_page_of_ofd_with_more_objects_than_any_page() -> None:
    names = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    root = f"<ofd:OFD {names}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    document = f'<ofd:Document {names}><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>'
    text = '<ofd:TextObject Boundary="0 0 99 9" Size="5"><ofd:TextCode X="0" Y="5">县水利局负责巡查</ofd:TextCode>'
    page = f"<ofd:Page {names}><ofd:Layer>{(text + '</ofd:TextObject>') * 30_000}</ofd:Layer></ofd:Page>"
    data = packed({"OFD.xml": root, "D.xml": document, "P.xml": page})
    assert "超过 20 万字" in refusal(read_bytes, data, "方案.ofd")


def test_an_ofd_that_names_one_page_again_and_again() -> None:
    names = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    root = f"<ofd:OFD {names}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    pages = "".join(f'<ofd:Page ID="{number}" BaseLoc="P.xml"/>' for number in range(100))
    data = packed({"OFD.xml": root, "D.xml": f"<ofd:Document {names}><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"})
    assert "同一页出现" in refusal(read_bytes, data, "方案.ofd")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{\\rtf1" + b"{" * 2_000 + b"a" + b"}" * 2_000 + b"}", "嵌套"),
        (b"{\\rtf1\\ansi \\bin2000000000 abc}", "不是完整的 RTF"),
        (b"{\\rtf1\\trowd" + b"\\cellx100" * 600 + b"\\row}", "超过 500 格"),
    ],
)
def test_rtf_that_claims_more_than_any_document(data: bytes, says: str) -> None:
    assert says in refusal(read_bytes, data, "方案.rtf")


def test_names_in_an_archive_that_stand_for_one_place() -> None:
    data = packed({"a.txt": "一、巡查。（责任单位：县水利局）", "b.txt": "二、值守。（责任单位：县应急局）"})
    begin = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)  # of the second name in the directory
    assert "指向同一处" in refusal(read_bytes, data[: begin + 42] + bytes(4) + data[begin + 46 :], "包.zip")


def test_a_message_of_more_parts_than_any_has() -> None:
    parts = b"--b\n\nx\n" * 20_001
    data = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + parts
    assert "部分以上" in refusal(read_bytes, data, "来信.eml")


def test_an_ofd_that_holds_more_documents_than_any() -> None:
    body = "<ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody>" * 30
    root = f'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016">{body}</ofd:OFD>'
    assert "份以上的文件" in refusal(read_bytes, packed({"OFD.xml": root}), "方案.ofd")
