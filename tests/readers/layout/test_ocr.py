"""Scans and pictures: recognised where the extra ``ocr`` is there, and said so in every row; else refused."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections import Counter

import pytest
from documents import Press, meaning, mutants, packed, pdf, refusal, refused_or_read
from scans import bound, needs_ocr, printed, scanned, table

from raci.model import Document
from raci.pipeline import analyses, extract
from raci.readers.layout import ocr
from raci.readers.layout.ocr.punctuation import full_width
from raci.readers.registry import read_bytes, read_text, suffixes

PLAN = [
    "临江省冷链物流提质行动方案",
    "为完善冷链物流体系，制定本方案。",
    "一、重点任务",
    "（一）完善设施网络。布局一批产地冷库和中转站，补齐县乡短板，到2026年新增库容12万吨。"
    "（牵头单位：省商务厅；责任单位：省发展改革委、省自然资源厅）",
    "（二）推广标准托盘。支持企业更新冷藏车辆，推进单元化运输。（省交通运输厅牵头，省市场监管局、省邮政管理局配合）",
    "（三）加强质量监管。健全温度追溯制度，开展专项抽检。（责任单位：省市场监管局、省农业农村厅，各市人民政府）",
    "二、保障措施",
    "（四）强化资金支持。统筹现有专项资金，优先支持产地项目。（省财政厅负责，2026年6月底前完成）",
]
HEAD = ["序号", "工作内容", "牵头单位", "配合单位", "完成时限"]
ROWS = [
    ["1", "建设产地冷库，完善预冷设施", "省商务厅", "省财政厅、省自然资源厅、省农业农村厅", "2026年底前"],
    ["2", "推广标准托盘", "省交通运输厅", "省市场监管局", "持续推进"],
    ["3", "健全温度追溯制度，开展专项抽检，公布抽检结果", "省市场监管局", "省农业农村厅、省卫生健康委", "2026年底前"],
]


def opened(data: bytes, name: str = "扫描.pdf") -> Document:
    (document,) = read_bytes(data, name)
    return document


def agreement(one: Document, other: Document) -> float:
    """F1 of who is named and as what, task by task."""
    ours, theirs = (
        Counter(
            (assignment.clause.number, assignment.department.name, assignment.role) for assignment in extract(document)
        )
        for document in (one, other)
    )
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


@needs_ocr
def test_a_scanned_plan_gives_the_rows_of_its_text_and_says_that_they_are_recognised() -> None:
    data = printed(PLAN)
    document = opened(bound(scanned(data, askew=1.0)))
    (text,) = read_text("\n".join(PLAN))
    assert agreement(document, text) >= 0.95
    assert document.title == PLAN[0]
    assert any("OCR" in note and "第 1" in note for note in document.notes)
    assert [document.quote(*span) for span in document.ocr] == document.text.split("\n")
    (analysis,) = analyses(document)
    assert {one.origin for one in analysis.assignments} == {"ocr"}
    notes = [finding for finding in analysis.findings if finding.check == "ocr" and finding.severity == "note"]
    assert len(notes) == 1
    assert f"{len(analysis.assignments)} 条" in notes[0].message


@needs_ocr
@pytest.mark.parametrize("turn", [0, 90])
def test_a_scanned_table_is_read_by_its_rules_even_lying_on_its_side(turn: int) -> None:
    data = printed(PLAN[:1], tables=table([HEAD, *ROWS], [2, 6, 4, 6, 4]))
    document = opened(bound(scanned(data, turn=turn)))
    assert [block.kind for block in document.blocks].count("table") == 1
    assert meaning(extract(document)) == meaning(extract(opened(data)))
    assert len(extract(document)) == 9


@needs_ocr
def test_a_seal_over_the_lines_of_a_table_takes_none_of_them_away() -> None:
    import cv2
    import numpy as np

    from raci.readers.layout.ocr.ruled_lines import without_ruled_lines

    page = np.full((2000, 1400), 255, np.uint8)
    columns, rows = (200, 500, 812, 1200), (300, 500, 700, 900)
    for x in columns:
        cv2.line(page, (x, rows[0]), (x, rows[-1]), 0, 3)
    for y in rows:
        cv2.line(page, (columns[0], y), (columns[-1], y), 0, 3)
    cv2.circle(page, (980, 780), 180, 90, 11)
    _, lines = without_ruled_lines(page, page)
    upright = sorted(
        (round(line.left, -1), round(line.top, -1), round(line.bottom, -1)) for line in lines if not line.is_level
    )
    assert upright == [(x // 10 * 10, rows[0], rows[-1]) for x in columns]


@needs_ocr
def test_a_long_stroke_in_a_low_cell_is_no_ruled_line() -> None:
    import cv2
    import numpy as np

    from raci.readers.layout.ocr.ruled_lines import without_ruled_lines

    page = np.full((2000, 1400), 255, np.uint8)
    cv2.rectangle(page, (200, 300), (1200, 374), 0, 3)
    cv2.line(page, (600, 312), (600, 361), 0, 3)
    _, lines = without_ruled_lines(page, page)
    assert sorted(round(line.left, -1) for line in lines if not line.is_level) == [200, 1200]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["一、健全预防机制。", "（责任单位：縣教育局、县财政局、县卫生健康局）"], "县教育局"),
        (
            ["一、健全預防機制。", "（責任單位：縣教育局、縣財政局）"],
            "縣教育局",
        ),  # the page is in traditional characters
    ],
)
def test_single_traditional_characters_on_a_simplified_page(lines: list[str], expected: str) -> None:
    from raci.readers.layout.ocr.engine import Corners, TextStrip, spread_evenly
    from raci.readers.layout.ocr.one_script import in_one_script

    corners: Corners = ((0.0, 0.0), (9.0, 0.0), (9.0, 1.0), (0.0, 1.0))
    strips = in_one_script([TextStrip(tuple(spread_evenly(line, 0.9)), 0.9, corners) for line in lines])
    assert expected in "".join(char.text for strip in strips for char in strip.chars)


@needs_ocr
@pytest.mark.parametrize("noise", [0, 24])
def test_numbers_of_rows_without_rules_that_were_overlooked(noise: int) -> None:
    import cv2
    import numpy as np

    from raci.readers.layout.ocr.engine import RecognisedChar, TextStrip
    from raci.readers.layout.ocr.missed_numbers import read_missed_numbers

    page = np.full((1000, 1400), 255, np.uint8)
    strips = []
    for number, top in enumerate((300, 400, 500), 7):
        cv2.putText(page, str(number), (120, top + 34), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3)
        corners = ((300.0, top), (500.0, top), (500.0, top + 40.0), (300.0, top + 40.0))
        strips.append(TextStrip((RecognisedChar("市", 1.0, 0.5, False),), 1.0, corners))
    cv2.putText(page, "4", (120, 834), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3)  # level with no strip
    cv2.circle(page, (700, 320), 3, 0, -1)
    page = np.clip(page + np.random.default_rng(3).normal(0, noise, page.shape), 0, 255).astype(np.uint8)
    missed = read_missed_numbers(page, strips)
    assert ["".join(char.text for char in strip.chars) for strip in missed] == ["7", "8", "9"]
    assert all(abs(strip.corners[0][0] - 120) < 20 for strip in missed)


@needs_ocr
def test_a_scanned_page_among_pages_with_text() -> None:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as book:
        for data in (pdf(PLAN), bound(scanned(printed(["三、其他事项", "（五）做好宣传。（责任单位：省委宣传部）"])))):
            with pypdfium2.PdfDocument(data) as part:
                book.import_pages(part)
        stream = io.BytesIO()
        book.save(stream)
    document = opened(stream.getvalue())
    origins = {one.department.name: one.origin for one in extract(document)}
    assert origins.pop("省委宣传部") == "ocr"
    assert set(origins.values()) == {"text"}
    place = document.place(document.text.index("省委宣传部"))
    assert place is not None
    assert place.page == 2


@needs_ocr
@pytest.mark.parametrize(
    ("suffix", "kind"),
    [(".png", "PNG"), (".jpg", "JPEG"), (".tif", "TIFF"), (".bmp", "BMP"), (".webp", "WEBP"), (".gif", "GIF")],
)
def test_pictures(suffix: str, kind: str) -> None:
    (page,) = scanned(printed(PLAN[2:4], size=22))
    stream = io.BytesIO()
    page.crop((0, 200, page.width, 900)).save(stream, kind)
    document = opened(stream.getvalue(), f"第一页{suffix}")
    assert [(one.department.name, one.role, one.origin) for one in extract(document)] == [
        ("省商务厅", "lead", "ocr"),
        ("省发展改革委", "responsible", "ocr"),
        ("省自然资源厅", "responsible", "ocr"),
    ]
    assert any("OCR" in note for note in document.notes)


@needs_ocr
def test_a_long_picture_is_cut_between_its_lines() -> None:
    from PIL import Image

    tasks = [f"{turn}.做好第{turn}批项目建设。（责任单位：省商务厅）" for turn in range(30, 60)]
    pages = scanned(printed(tasks), dpi=100)
    pages = [page.crop((0, 120, page.width, page.height - 140)) for page in pages]
    whole = Image.new("L", (pages[0].width, sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    assert whole.height > 2.2 * whole.width
    stream = io.BytesIO()
    whole.save(stream, "PNG")
    document = opened(stream.getvalue(), "长图.png")
    assert [one.clause.number for one in extract(document)] == [f"{turn}." for turn in range(30, 60)]


@needs_ocr
def test_words_in_doubt_are_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.readers.layout.glyphs._MIN_CONFIDENCE", 1.1)
    (page,) = scanned(printed(["一、做好宣传。（责任单位：省委宣传部）"]))
    (analysis,) = analyses(opened(bound([page])))
    (finding,) = (one for one in analysis.findings if (one.check, one.severity) == ("ocr", "warning"))
    assert "省委宣传部" in finding.message
    assert finding.start is not None
    assert "责任单位" in analysis.document.quote(finding.start, finding.end or 0)


@needs_ocr
def test_a_picture_without_words() -> None:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (300, 200), 230).save(stream, "PNG")
    assert "没有认出文字" in refusal(read_bytes, stream.getvalue(), "空.png")


def blank(pages: int = 2) -> bytes:
    from PIL import Image

    return bound([Image.new("L", (600, 800), 200)] * pages)


@pytest.mark.parametrize(("data", "name"), [(blank(), "扫描.pdf"), (b"\x89PNG\r\n\x1a\n" + bytes(64), "图.png")])
def test_without_the_extra_the_remedy_names_it(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    says = refusal(read_bytes, data, name)
    assert "图片" in says
    assert f'{sys.executable} -m pip install "raci[ocr]"' in says


def test_a_scanned_page_that_is_not_recognised_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    press = Press()
    for paragraph in ["一、发展夜市。" + "完善配套设施。" * 40 + "（牵头单位：市商务局）"] * 5:
        press.paragraph(paragraph)
    press.turn()
    press.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 40, 40, 500, 700)
    document = opened(press.done())
    assert any("图片" in note and "未读" in note for note in document.notes)


def png(wide: int, high: int) -> bytes:
    """A small file of a huge blank picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    rows = zlib.compress(bytes((wide // 8 + 1) * min(high, 1000)))
    header = struct.pack(">LLBBBBB", wide, high, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@needs_ocr
@pytest.mark.parametrize("side", [10_000, 60_000])
def test_pictures_that_unpack_to_beyond_all_measure(side: int) -> None:
    assert "百万点" in refusal(read_bytes, png(side, side), "炸弹.png")


@needs_ocr
def test_a_scan_that_unpacks_to_beyond_all_measure() -> None:
    inside = zlib.compress(bytes(1_000_000))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length 28>>stream\nq 600 0 0 800 0 0 cm /I Do Q\nendstream",
        b"<</Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(inside), inside),
    ]
    data = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )
    assert "太大" in refusal(read_bytes, data, "炸弹.pdf")


@needs_ocr
def test_broken_pictures() -> None:
    from PIL import Image

    stream = io.BytesIO()
    Image.effect_noise((80, 60), 60).save(stream, "PNG")
    read, refused = refused_or_read(read_bytes, mutants(stream.getvalue(), 40), "图.png")
    assert read + refused == 40
    assert refused


def test_pictures_in_a_folder_are_no_documents() -> None:
    assert not {".png", ".jpg", ".tif"} & set(suffixes())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ""),
        ("RACI (v2.0), 2024", "RACI (v2.0), 2024"),
        ("（责任单位：市财政局）", "（责任单位：市财政局）"),
        ("(责任单位:市财政局;市教育局)", "（责任单位：市财政局；市教育局）"),
        ("行动计划(2024—2026年)", "行动计划（2024—2026年）"),
        ("(1)市财政局,市教育局", "（1）市财政局，市教育局"),
        ("增长2.5%,完成1,200项", "增长2.5%，完成1,200项"),
    ],
)
def test_marks_as_chinese_text_sets_them(line: str, expected: str) -> None:
    assert full_width(line) == expected


@needs_ocr
def test_an_ofd_file_of_pictures() -> None:
    (page, *_) = scanned(printed(PLAN))
    stream = io.BytesIO()
    page.save(stream, "JPEG", quality=80)
    data = packed(
        {
            "OFD.xml": "<OFD><DocRoot>Doc_0/Document.xml</DocRoot></OFD>",
            "Doc_0/Document.xml": "<D><PhysicalBox>0 0 210 297</PhysicalBox><DocumentRes>DocumentRes.xml</DocumentRes>"
            '<Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></D>',
            "Doc_0/DocumentRes.xml": '<Res BaseLoc="Res"><MultiMedia ID="4"><MediaFile>a.jpg</MediaFile></MultiMedia>'
            "</Res>",
            "Doc_0/Pages/Page_0/Content.xml": '<P><ImageObject Boundary="0 0 9 9" ResourceID="5"/>'
            '<ImageObject Boundary="0 0 210 297" ResourceID="4"/></P>',
            "DOC_0/res/A.JPG": stream.getvalue(),
        }
    )
    document = opened(data, "扫描.ofd")
    (text,) = read_text("\n".join(PLAN))
    assert agreement(document, text) >= 0.95
    assert any("OCR" in note and "第 1" in note for note in document.notes)
    assert all(one.origin == "ocr" for one in extract(document))
