"""OFD files: text by its places, running heads out, ruled tables."""

from __future__ import annotations

import os

import pytest
from documents import meaning, mutants, ofd, packed, refusal, refused_or_read, repacked, text_object
from hypothesis import given, settings
from texts import Planted, plans

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes, read_text

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))


#: a table of tasks, and who leads them
ROWS = [["序号", "重点任务", "牵头单位"], ["1", "发展夜市", "市商务局"], ["2", "延长营业", "市城管局"]]
LED = [(number, task, body, "lead") for number, task, body in ROWS[1:]]


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.ofd")
    return document


def led(document: Document) -> list[tuple[str, str, str, str]]:
    return [(one.clause.number, one.clause.heading, one.department.name, one.role) for one in extract(document)]


@settings(max_examples=25)
@given(plan=plans())
def test_the_same_rows_as_the_text(plan: Planted) -> None:
    document = opened(ofd(plan.paragraphs))
    (text,) = read_text(plan.text)
    assert document.text == plan.text.strip()
    assert meaning(extract(document)) == meaning(extract(text))
    assert (document.title, document.format) == (text.title, "ofd")


def test_places_and_notes() -> None:
    sentences = "".join(f"合理布局第{number}处夜间经济集聚区，完善配套设施。" for number in range(10, 60))
    document = opened(
        ofd(
            [
                "云岭市夜市方案",
                f"一、发展夜市。{sentences}（牵头单位：市商务局）",
                "二、延长营业。（牵头单位：市城管局）",
            ]
        )
    )
    place = document.place(document.text.index("市城管局"))
    assert place is not None
    assert place.page == 2
    assert any("页码" in note for note in document.notes)


def test_steps_may_be_counted() -> None:
    text = text_object(30, 60, "一、发展夜市", 5).replace('DeltaX="5 5 5 5 5"', 'DeltaX="g 5 5"')
    assert opened(ofd([], objects=text)).text == "一、发展夜市"


@pytest.mark.parametrize("size", ["-5", "0", "x", ""])
def test_type_of_no_size_is_read(size: str) -> None:
    text = text_object(30, 60, "一、发展夜市", 5).replace('Size="5"', f'Size="{size}"')
    assert opened(ofd([], objects=text)).text.endswith("一、发展夜市")


def test_what_is_set_in_black_type_is_emphasis() -> None:
    objects = text_object(30, 60, "责任单位：", 5) + text_object(55, 60, "市商务局", 5, font="2")
    document = opened(ofd([], objects=objects, fonts='<ofd:Font ID="2" FontName="黑体"/>'))
    assert [document.quote(*span) for span in document.emphasis] == ["市商务局"]


def box(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}"><ofd:AbbreviatedData>M 0 0 L {x1 - x0} 0'
        f" L {x1 - x0} {y1 - y0} L 0 {y1 - y0} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def test_a_ruled_table() -> None:
    objects = ""
    for index, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            objects += box(30 + 40 * column, 100 + 10 * index, 70 + 40 * column, 110 + 10 * index)
            objects += text_object(32 + 40 * column, 107 + 10 * index, cell, 4)
    document = opened(ofd(["任务清单"], objects=objects))
    assert led(document) == LED


def test_objects_made_of_objects() -> None:
    """As programs write them that turn PDF into OFD: all content in units, drawn in points and scaled down."""
    inside = ""
    for index, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            inside += box(100 * column, 30 * index, 100 * column + 100, 30 * index + 30)
            inside += text_object(100 * column + 5, 30 * index + 20, cell, 11)
    units = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="300" Height="90"><ofd:Content>'
        f"{inside}</ofd:Content></ofd:CompositeGraphicUnit>"
        '<ofd:CompositeGraphicUnit ID="8"><ofd:Content><ofd:CompositeObject ResourceID="8" Boundary="0 0 9 9"/>'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    objects = (
        '<ofd:CompositeObject ResourceID="7" CTM="0.3528 0 0 0.3528 0 0" Boundary="30 100 150 60"/>'
        '<ofd:CompositeObject ResourceID="8" Boundary="0 0 9 9"/><ofd:CompositeObject ResourceID="404"/>'
    )
    document = opened(ofd(["任务清单"], objects=objects, resources=units))
    assert led(document) == LED


def test_latin_words_stay_whole() -> None:
    steps = " ".join(str(5 * width) for width in (0.9, 0.55, 0.55, 0.7))
    text = text_object(30, 60, "Web平台", 5).replace('DeltaX="2.5 2.5 2.5 5"', f'DeltaX="{steps}"')
    assert steps in text
    assert opened(ofd([], objects=text)).text == "Web平台"


def test_glyphs_without_a_character_are_told() -> None:
    annotated = "一、建设商圈。（牵头单位：市商务局）" * 3
    document = opened(ofd([], objects=text_object(20, 60, annotated[:40], 4) + text_object(20, 80, "\ue11e\ue236", 4)))
    assert any("2 个字没有编码" in note for note in document.notes)
    assert "没有编码" in refusal(read_bytes, ofd([], objects=text_object(20, 60, "\ue11e\ue236", 4)), "方案.ofd")


def scan() -> bytes:
    page = '<P><ImageObject Boundary="0 0 210 297" ResourceID="1"/></P>'
    document = '<D><Page ID="1" BaseLoc="p.xml"/></D>'
    return packed({"OFD.xml": "<OFD><DocRoot>d.xml</DocRoot></OFD>", "d.xml": document, "p.xml": page})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (scan(), "扫描"),
        (ofd(["甲"])[:500], "完整"),
        (b"", "空"),
        (packed({"OFD.xml": "<OFD/>"}), "完整"),
        (packed({"OFD.xml": "<OFD><DocRoot>../../etc/passwd</DocRoot></OFD>"}), "完整"),
        (packed({"OFD.xml": "<OFD/>", "Encryptions.xml": "<a/>"}), "加密"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, says: str) -> None:
    assert says in refusal(read_bytes, data, "方案.ofd")


def test_broken_files() -> None:
    data = ofd(["方案", "一、发展夜市。（牵头单位：市商务局）"], objects=box(30, 100, 70, 110) + box(70, 100, 90, 110))
    assert sum(refused_or_read(read_bytes, mutants(data, MUTANTS), "方案.ofd")) == MUTANTS
    read, refused = refused_or_read(read_bytes, repacked(data, MUTANTS), "方案.ofd")
    assert read + refused == MUTANTS
    assert read > MUTANTS // 10
