"""Comments on PDF pages are told, what is filled into their forms is read."""

from __future__ import annotations

import io
from typing import Any

import pytest
from documents import Press
from printing import pdf_of

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.pdf")
    return document


def rows(document: Document) -> list[tuple[str, str, str]]:
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


def task(canvas: Any) -> None:
    canvas.drawString(80, 700, "一、发展夜市。（牵头单位：市商务局）")


@pytest.mark.parametrize("kind", ["FREETEXT", "TEXT", "HIGHLIGHT", "STAMP", "SQUARE"])
def test_comments_are_told_and_not_read(kind: str) -> None:
    data = commented(pdf_of(task), kind, "建议改由市教育局牵头")
    document = opened(data)
    assert document.text == "一、发展夜市。（牵头单位：市商务局）"
    assert any("建议改由市教育局牵头" in note and "第 1 页" in note for note in document.notes)


def test_links_and_comments_that_say_nothing_are_not_told() -> None:
    assert not opened(commented(pdf_of(task), "HIGHLIGHT", "")).notes
    assert not opened(commented(pdf_of(task), "LINK", "https://example.invalid")).notes


def test_text_that_a_comment_strikes_out_is_told() -> None:
    assert any("删除线" in note for note in opened(commented(pdf_of(task), "STRIKEOUT", "")).notes)


def wide(text: str) -> Any:
    """A text as pdfium takes it: in UTF-16."""
    import pypdfium2.raw as raw

    data = (text + "\0").encode("utf-16-le")
    return (raw.FPDF_WCHAR * (len(data) // 2)).from_buffer_copy(data)


def commented(data: bytes, kind: str, text: str) -> bytes:
    import pypdfium2
    import pypdfium2.raw as raw

    with pypdfium2.PdfDocument(data) as book:
        page = book[0]
        annotation = raw.FPDFPage_CreateAnnot(page, getattr(raw, f"FPDF_ANNOT_{kind}"))
        raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(300, 720, 400, 690))
        if text:
            assert raw.FPDFAnnot_SetStringValue(annotation, b"Contents", wide(text))
        raw.FPDFPage_CloseAnnot(annotation)
        stream = io.BytesIO()
        book.save(stream)
    return stream.getvalue()


def form(fields: list[tuple[str, str, float, float, float, float]], *, under: str = "", flags: str = "") -> bytes:
    """A page of labels with text fields beside them: label, value, and the box of the field."""
    press = Press()
    canvas = press.canvas
    for label, _, x, y, width, height in fields:
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(80, y + 5, label)
        if under:
            canvas.drawString(x, y + 5, under)
        canvas.acroForm.textfield(name=f"f{y}{x}", x=x, y=y, width=width, height=height, fontSize=12, fieldFlags=flags)
    canvas.showPage()
    canvas.save()
    return filled(press.stream.getvalue(), [field[1] for field in fields])


def filled(data: bytes, values: list[str]) -> bytes:
    """The file with these values in the fields of its first page, in order."""
    import pypdfium2
    import pypdfium2.raw as raw

    with pypdfium2.PdfDocument(data) as book:
        page = book[0]
        for index, value in enumerate(values):
            field = raw.FPDFPage_GetAnnot(page, index)
            assert raw.FPDFAnnot_SetStringValue(field, b"V", wide(value))
            raw.FPDFPage_CloseAnnot(field)
        stream = io.BytesIO()
        book.save(stream)
    return stream.getvalue()


FILLED = [
    ("督办事项：", "发展夜市", 155.0, 700.0, 300.0, 22.0),
    ("牵头单位：", "市商务局", 155.0, 660.0, 300.0, 22.0),
    ("配合单位：", "市财政局、市城管局", 155.0, 620.0, 300.0, 22.0),
]


@pytest.mark.parametrize("under", ["", "______________", "（请填写）"])
def test_what_is_filled_in_is_read(under: str) -> None:
    document = opened(form(FILLED, under=under))
    assert document.text.split("\n") == [f"{label}{value}" for label, value, *_ in FILLED]


def test_a_field_of_several_lines() -> None:
    text = "完善配套设施，优化消费环境，培育特色品牌，推动商旅文体融合发展，满足居民多样需求。"
    data = form([("工作措施：", text, 155.0, 600.0, 200.0, 90.0)], flags="multiline")
    assert text in opened(data).text.replace("\n", "")


def test_fields_that_are_empty_or_secret_are_nothing_to_read() -> None:
    empty = [(label, "", *box) for label, _, *box in FILLED]
    assert opened(form(empty, under="____")).text.startswith("督办事项：")  # type: ignore[arg-type]
    secret = form([("口令：", "abc123", 155.0, 700.0, 100.0, 22.0)], flags="password")
    assert "abc123" not in opened(secret).text


def test_a_form_in_a_table_is_read_with_its_rows() -> None:
    press = Press()
    canvas = press.canvas
    canvas.setFont("STSong-Light", 12)
    xs = (60, 110, 300, 420, 540)
    cells = [["序号", "重点任务", "牵头单位", "配合单位"], ["1", "发展夜市", "", ""], ["2", "延长营业", "", ""]]
    for row, texts in enumerate(cells):
        for x, text in zip(xs, texts, strict=False):
            canvas.drawString(x + 4, 700 - 30 * row, text)
    for row in range(4):
        canvas.line(xs[0], 720 - 30 * row, xs[-1], 720 - 30 * row)
    for x in xs:
        canvas.line(x, 720, x, 630)
    values = ["市商务局", "市财政局", "市城管局", "市公安局"]
    for row in (1, 2):
        for x in xs[2:4]:
            canvas.acroForm.textfield(name=f"{row}{x}", x=x + 2, y=692 - 30 * row, width=110, height=26)
    canvas.showPage()
    canvas.save()
    assert rows(opened(filled(press.stream.getvalue(), values))) == [
        ("发展夜市", "市商务局", "lead"),
        ("发展夜市", "市财政局", "support"),
        ("延长营业", "市城管局", "lead"),
        ("延长营业", "市公安局", "support"),
    ]


def test_attached_files_are_told() -> None:
    import pypdfium2

    stream = io.BytesIO()
    with pypdfium2.PdfDocument(pdf_of(task)) as book:
        book.new_attachment("附件1任务表.xlsx").set_data(b"PK")
        book.save(stream)
    document = opened(stream.getvalue())
    assert rows(document) == rows(opened(pdf_of(task)))
    assert any("附件1任务表.xlsx" in note for note in document.notes)
