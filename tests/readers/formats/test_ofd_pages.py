"""What OFD pages hold beside plain text: steps said once, templates, annotations, seals, marks, pages on their side."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pytest
from documents import ofd, packed, refusal, text_object

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.ofd")
    return document


def rows(document: Document) -> list[tuple[str, str, str]]:
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


def package(
    pages: Sequence[str],
    templates: Mapping[str, str] | None = None,
    annotations: Mapping[int, str] | None = None,
    resources: str = "",
    body: str = "",
    extra: Mapping[str, str] | None = None,
    size: str = "0 0 210 297",
) -> bytes:
    """An OFD file of pages (objects, with ``Template`` elements before them), templates and annotations by page."""
    templates, annotations = templates or {}, annotations or {}
    members = {
        "OFD.xml": f'<ofd:OFD {SPACE} DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}'
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Res.xml": f"<ofd:Res {SPACE}>{resources}</ofd:Res>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{size}"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes>"
        + "".join(f'<ofd:TemplatePage ID="{name}" BaseLoc="Tpls/{name}.xml"/>' for name in templates)
        + "</ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{100 + n}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>",
        "Doc_0/Annots/Annotations.xml": f"<ofd:Annotations {SPACE}>"
        + "".join(f'<ofd:Page PageID="{100 + n}"><ofd:FileLoc>P{n}.xml</ofd:FileLoc></ofd:Page>' for n in annotations)
        + "</ofd:Annotations>",
    }
    for n, page in enumerate(pages):
        heads, _, objects = page.rpartition("|")
        members[f"Doc_0/Pages/{n}.xml"] = f"<ofd:Page {SPACE}>{heads}{content(objects)}</ofd:Page>"
    members |= {f"Doc_0/Tpls/{n}.xml": f"<ofd:Page {SPACE}>{content(t)}</ofd:Page>" for n, t in templates.items()}
    members |= {f"Doc_0/Annots/P{n}.xml": f"<ofd:PageAnnot {SPACE}>{a}</ofd:PageAnnot>" for n, a in annotations.items()}
    return packed(members | dict(extra or {}))


def content(objects: str) -> str:
    return f'<ofd:Content><ofd:Layer ID="9">{objects}</ofd:Layer></ofd:Content>'


def words(
    x: float, y: float, text: str, *, deltas: str = "", size: float = 4.2, more: str = "", inside: str = ""
) -> str:
    """A text object, y that of its base line; ``deltas``: its steps as the file writes them."""
    deltas = deltas or f'DeltaX="g {len(text)} {size}"'
    return (
        f'<ofd:TextObject Boundary="{x} {y - 5} 175 8" Font="3" Size="{size}">'
        f'<ofd:TextCode X="0" Y="5" {deltas}>{text}</ofd:TextCode></ofd:TextObject>'
    )


LINES = [
    "青石县2200万元奖补资金使用方案",
    "1.奖补3300户，每户1100元，汪汪河以南2000年前建成的房屋优先。",
    "（责任单位：县财政局、县住房城乡建设局；责任人：方圆圆、丁一一）",
]


@pytest.mark.parametrize(
    "deltas",
    [
        'DeltaX="4.2"',
        'DeltaX="4.2 4.2"',
        'DeltaX="g 2 4.2"',
        'DeltaX="g 3 4.2 4.2"',
        'DeltaX="4.2 g 4 4.2 4.2"',
        'DeltaX="G 60 4.2"',
        'DeltaX="g 60 4.2" DeltaY="0"',
        'DeltaX="4.2" DeltaY="g 60 0"',
        'DeltaX="4.0 4.1 4.2 4.3"',
        "",
    ],
)
def test_the_last_step_goes_on(deltas: str) -> None:
    made = "".join(words(20, 30 + 12 * n, line, deltas=deltas or "DeltaZ='1'") for n, line in enumerate(LINES))
    assert opened(package([made])).text.split("\n") == LINES


def test_steps_between_half_width_digits() -> None:
    text = "投入2200万元"
    made = words(20, 30, text, deltas='DeltaX="4.2 4.2 2.1 2.1 2.1 2.1 4.2"')
    assert opened(package([made])).text == text


def test_words_that_run_down_are_no_line_of_letters_on_one_spot() -> None:
    made = words(20, 60, "市商务局", deltas='DeltaY="5"') + words(40, 60, "一、发展夜市。（牵头单位：市城管局）")
    found = opened(package([made])).text
    assert all(letter in found for letter in "市商务局")
    assert "一、发展夜市。（牵头单位：市城管局）" in found


# templates

TABLE_HEAD = "".join(
    words(x, 17, cell) for x, cell in ((20, "序号"), (45, "任务"), (100, "牵头单位"), (150, "配合单位"))
)


def table_row(y: float, *cells: str) -> str:
    return "".join(words(x, y, cell) for x, cell in zip((20, 45, 100, 150), cells, strict=True))


@pytest.mark.parametrize("order", ["Background", "Foreground", ""])
def test_the_head_of_a_table_stands_in_the_template(order: str) -> None:
    named = f'<ofd:Template TemplateID="7" ZOrder="{order}"/>|'
    page = (
        named
        + table_row(29, "1", "清理河道", "县水务局", "县城管局")
        + table_row(39, "2", "整修堤岸", "县水利局", "县财政局")
    )
    assert rows(opened(package([page], {"7": TABLE_HEAD}))) == [
        ("清理河道", "县水务局", "lead"),
        ("清理河道", "县城管局", "support"),
        ("整修堤岸", "县水利局", "lead"),
        ("整修堤岸", "县财政局", "support"),
    ]


def test_labels_of_a_form_stand_in_the_template() -> None:
    labels = words(20, 40, "督办事项：") + words(20, 60, "牵头单位：") + words(20, 80, "配合单位：")
    values = words(42, 40, "整修堤岸") + words(42, 60, "县水利局") + words(42, 80, "县财政局")
    document = opened(package(['<ofd:Template TemplateID="7"/>|' + values], {"7": labels}))
    assert document.text.split("\n") == ["督办事项：整修堤岸", "牵头单位：县水利局", "配合单位：县财政局"]


def test_running_heads_in_templates_are_none_of_the_text() -> None:
    head = words(20, 15, "青石县人民政府行政规范性文件", size=3)
    pages = [
        f'<ofd:Template TemplateID="{7 + n % 2}"/>|'
        + "".join(
            words(20, 40 + 9 * line, f"{10 * n + line}.整修第{10 * n + line}段堤岸。（县水利局负责）")
            for line in range(1, 10)
        )
        + words(100, 285, f"— {n} —")
        for n in range(1, 4)
    ]
    document = opened(package(pages, {"7": head, "8": head}))
    assert "规范性" not in document.text
    assert len(rows(document)) == 27


def test_a_template_that_is_not_there_is_told() -> None:
    page = '<ofd:Template TemplateID="7"/>|' + words(20, 40, "1.整修堤岸。（县水利局负责）")
    document = opened(package([page]))
    assert document.text == "1.整修堤岸。（县水利局负责）"
    assert any("模板" in note for note in document.notes)


# annotations and seals


@pytest.mark.parametrize(
    "annotation",
    [
        '<ofd:Annot ID="5" Type="Watermark"><ofd:Appearance Boundary="0 0 210 297">{}</ofd:Appearance></ofd:Annot>',
        '<ofd:Annot Type="Stamp" Subtype="FreeText"><ofd:Appearance Boundary="9 9 9 9">{}</ofd:Appearance></ofd:Annot>',
        '<ofd:Annot ID="5" Type="Highlight"><ofd:Remark>建议改由县教育局牵头</ofd:Remark></ofd:Annot>',
    ],
)
def test_annotations_are_told_and_not_read(annotation: str) -> None:
    inside = words(0, 5, "建议改由县教育局牵头")
    document = opened(
        package([words(20, 40, "1.整修堤岸。（县水利局负责）")], annotations={0: annotation.format(inside)})
    )
    assert document.text == "1.整修堤岸。（县水利局负责）"
    assert any("建议改由县教育局牵头" in note and "第 1 页" in note for note in document.notes)


def test_annotations_without_words_are_nothing_to_tell() -> None:
    link = '<ofd:Annot ID="5" Type="Link"><ofd:Appearance Boundary="0 0 9 9"/></ofd:Annot>'
    assert not opened(package([words(20, 40, "1.整修堤岸。（县水利局负责）")], annotations={0: link})).notes


def test_seals_are_told() -> None:
    extra = {
        "Doc_0/Signs/Signatures.xml": f'<ofd:Signatures {SPACE}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
        "</ofd:Signatures>",
        "Doc_0/Signs/Sign_0/Signature.xml": f'<ofd:Signature {SPACE}><ofd:SignedInfo><ofd:StampAnnot ID="1"'
        ' PageRef="100" Boundary="90 200 40 40"/></ofd:SignedInfo></ofd:Signature>',
    }
    body = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    document = opened(package([words(20, 40, "1.整修堤岸。（县水利局负责）")], body=body, extra=extra))
    assert any("印章 1 枚" in note for note in document.notes)


# marks

TASKS = [f"{n}.整修第{n}段堤岸和涵闸。（牵头单位：县水利局；配合单位：县财政局）" for n in range(1, 16)]
BODY = "".join(words(20, 40 + 9 * n, task) for n, task in enumerate(TASKS, 1))
SILVER = '<ofd:FillColor Value="200 200 200"/>'


def mark(
    angle: float, *, more: str = "", inside: str = "", size: float = 6, text: str = "内部资料 请勿外传", where: str = ""
) -> str:
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    places = [(x, y) for x in range(0, 200, 55) for y in range(20, 290, 31)] if not where else [(40, 120)]
    return "".join(
        f'<ofd:TextObject Boundary="{x} {y} 60 60" Font="3" Size="{size}" CTM="{cos:.4f} {-sin:.4f} {sin:.4f} {cos:.4f}'
        f' 0 0" {more}>{inside}<ofd:TextCode X="0" Y="5" DeltaX="{size}">{text}</ofd:TextCode></ofd:TextObject>'
        for x, y in places
    )


MARKS = [
    mark(45, inside=SILVER),
    mark(30, inside=SILVER),
    mark(-45),
    mark(15, more='Alpha="51"'),
    mark(90, inside=SILVER),
    mark(0, inside=SILVER),
    mark(0, more='Alpha="60"', size=4.2),
    mark(0, more='DrawParam="44"'),
    mark(0, inside='<ofd:FillColor Value="0 0 0" Alpha="40"/>'),
    mark(0, inside='<ofd:FillColor Value="#D0 #D0 #D0"/>'),
    mark(0, inside='<ofd:FillColor Value="210"/>', size=20, text="样稿", where="one"),
    mark(50, size=24, text="样稿", where="one"),
    mark(0, size=4.2, text="青石内网下载"),
]
PARAMETERS = (
    '<ofd:DrawParams><ofd:DrawParam ID="43"><ofd:FillColor Value="205 205 205"/></ofd:DrawParam>'
    '<ofd:DrawParam ID="44" Relative="43"/></ofd:DrawParams>'
)


@pytest.mark.parametrize("stamped", MARKS, ids=range(len(MARKS)))
@pytest.mark.parametrize("place", ["under", "over", "template"])
def test_marks_are_left_out_and_told(stamped: str, place: str) -> None:
    page = {"under": stamped + BODY, "over": BODY + stamped, "template": '<ofd:Template TemplateID="7"/>|' + BODY}[
        place
    ]
    templates = {"7": stamped} if place == "template" else {}
    document = opened(package([page, page], templates, resources=PARAMETERS))
    assert document.text == opened(package([BODY, BODY])).text
    assert any(word in "".join(document.notes) for word in ("内部资料", "样稿", "青石内网下载"))


def test_text_that_is_not_seen_lies_over_its_own_picture() -> None:
    unseen = BODY.replace('Size="4.2"', 'Size="4.2" Alpha="0"')
    assert opened(package([unseen])).text == opened(package([BODY])).text


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_on_their_side(turn: int) -> None:
    def turned_page(text: str, n: int) -> str:
        cos, sin = round(math.cos(math.radians(turn))), round(math.sin(math.radians(turn)))
        # where the line would begin on an upright page of 210 by 297
        x, y = 20, 40 + 9 * n
        place = {90: (y, 210 - x), 180: (210 - x, 297 - y), 270: (297 - y, x)}[turn]
        return (
            f'<ofd:TextObject Boundary="{place[0]} {place[1]} 200 200" Font="3" Size="4.2"'
            f' CTM="{cos} {-sin} {sin} {cos} 0 0"><ofd:TextCode X="0" Y="0" DeltaX="4.2">{text}</ofd:TextCode>'
            "</ofd:TextObject>"
        )

    lines = TASKS[:13]
    size = "0 0 210 297" if turn == 180 else "0 0 297 210"
    document = opened(package(["".join(turned_page(line, n) for n, line in enumerate(lines, 1))], size=size))
    assert document.text.split("\n") == lines


# columns, and nothing at all


@pytest.mark.parametrize(("count", "wide"), [(2, 17), (3, 11), (4, 9)])
@pytest.mark.parametrize("title", [False, True])
def test_columns_of_a_magazine(count: int, wide: int, title: bool) -> None:
    told = [f"{n}.整修第{n}段堤岸，清理河道淤积。（牵头单位：县水利局；配合单位：县财政局）" for n in range(1, 31)]
    lines = [
        (begin, line)
        for text in told
        for begin, line in [
            (2, text[: wide - 2]),
            *((0, text[at : at + wide]) for at in range(wide - 2, len(text), wide)),
        ]
    ]
    each = math.ceil(len(lines) / count)
    size, gap = 3.6, 8.0
    objects = "".join(
        words(12 + (wide * size + gap) * (n // each) + begin * size, 40 + 4.9 * (n % each), line, size=size)
        for n, (begin, line) in enumerate(lines)
    )
    objects += words(60, 25, "青石县水利简报", size=8) if title else ""
    assert opened(package([objects])).text.split("\n") == ["青石县水利简报"] * title + told


def test_a_file_without_pages() -> None:
    says = refusal(read_bytes, package([]), "方案.ofd")
    assert "没有页面" in says
    assert "图片" not in says


def test_a_page_without_words() -> None:
    assert "没有文字" in refusal(read_bytes, package([""]), "方案.ofd")
    assert opened(ofd([], objects=text_object(30, 60, "一、发展夜市", 5))).text == "一、发展夜市"
