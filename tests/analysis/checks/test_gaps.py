"""What of a file could not be read and may say who does what is a finding that names its place."""

from __future__ import annotations

import zlib
from email.message import EmailMessage

from handed import saved
from openpyxl import Workbook

from raci.analysis.checks import check
from raci.pipeline import analyse
from raci.readers.registry import read_bytes


def gaps(data: bytes, name: str) -> list[str]:
    (document,) = read_bytes(data, name)
    return [finding.message for finding in check(analyse(document)) if finding.check == "gaps"]


def test_an_attached_file() -> None:
    mail = EmailMessage()
    mail["Subject"] = "任务分工"
    mail.set_content("各位同事：见附件。\n")
    mail.add_attachment(b"x", maintype="application", subtype="octet-stream", filename="分工表.docx")
    assert gaps(bytes(mail), "函.eml") == ["邮件附件未读 1 个：“分工表.docx”，请另存后再用"]


def test_formulas_without_values_count_below_bodies_alone() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "分工"
    for row in (
        ["序号", "任务", "牵头单位"],
        ["=ROW()-1", "控费改革", "=单位!A2"],
        ["=ROW()-1", "门诊统筹", "县医保局"],
    ):
        sheet.append(row)
    (said,) = gaps(saved(book), "表.xlsx")
    assert "工作表“分工”" in said
    assert "（C2）" in said
    sheet["C2"] = "县财政局"
    assert gaps(saved(book), "表.xlsx") == []


def test_a_page_of_too_many_lines_for_a_table() -> None:
    words = "".join(f"{ord(char):04X}" for char in "牵头单位")
    said = [gaps(_drawn(count, words), "图.pdf") for count in (60_010, 10)]
    assert said == [["第 1 页的线条太多，没有当作表格读；请对照原件"], []]


def _drawn(lines: int, words: str) -> bytes:
    """A page with these words and so many lines."""
    content = zlib.compress(f"BT /F1 12 Tf 72 700 Td <{words}> Tj ET ".encode() + b"0 0 m 9 9 l S\n" * lines)
    font = "/Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]"
    info = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    described = "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}/Filter/FlateDecode>>stream\n".encode() + content + b"\nendstream",
        f"<<{font}>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light{info}{described}>>".encode(),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Size 7/Root 1 0 R>>\n%%EOF"
