"""PDF files: paragraphs from broken lines, running heads out, ruled tables, scans found out."""

from __future__ import annotations

import os

import pytest
from documents import Press, _broken, meaning, mutants, pdf, refusal, refused_or_read
from hypothesis import given, settings
from texts import Planted, plans

from raci.model import Document
from raci.pipeline import extract
from raci.readers.formats.pdf.fonts import own_fonts
from raci.readers.formats.pdf.page_content import page_content
from raci.readers.registry import read_bytes, read_text

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.pdf")
    return document


@settings(max_examples=25)
@given(plan=plans())
def test_the_same_rows_as_the_text(plan: Planted) -> None:
    document = opened(pdf(plan.paragraphs))
    (text,) = read_text(plan.text)
    assert document.text == plan.text.strip()
    assert meaning(extract(document)) == meaning(extract(text))
    assert (document.title, document.format) == (text.title, "pdf")


def test_a_sentence_goes_on_overleaf_past_heads_and_numbers() -> None:
    press = Press("云岭市人民政府文件")
    told = "".join(f"合理布局第{number}处夜间经济集聚区，完善配套设施。" for number in range(10, 60))
    said = f"一、发展夜市。{told}（牵头单位：市商务局；配合单位：市财政局）"
    press.paragraph(said)
    press.paragraph("二、延长营业。（牵头单位：市城管局）")
    document = opened(press.done())
    assert document.text.split("\n") == [said, "二、延长营业。（牵头单位：市城管局）"]
    assert any("页码" in note for note in document.notes)
    place = document.place(document.text.index("市城管局"))
    assert place is not None
    assert place.page == 2


def test_paragraphs_that_are_not_set_in() -> None:
    press = Press()
    told = "完善配套设施，优化消费环境，培育特色品牌，推动商旅文体融合发展，满足居民多样需求"
    paragraphs = [f"（{number}）{told}。（牵头单位：市商务局）" for number in "一二三四五六七八九十"]
    for paragraph in paragraphs:
        press.paragraph(paragraph, indent=0)
    assert opened(press.done()).text.split("\n") == paragraphs


HEAD = ["序号", "重点任务", "牵头单位", "配合单位"]
WIDTHS = [3, 10, 6, 8]


def assigned(document: Document) -> list[tuple[str, str, str, str]]:
    return [
        (assignment.clause.number, assignment.clause.heading, assignment.department.name, assignment.role)
        for assignment in extract(document)
    ]


def test_a_ruled_table_with_merged_cells() -> None:
    press = Press()
    press.paragraph("一、任务清单")
    press.table(
        [
            HEAD,
            ["1", "建设夜间经济集聚区和特色商业街区", "市商务局", "市财政局、市自然资源和规划局、市公安局"],
            ["2", None, "市城管局", "市公安局"],
            ["3", "延长营业时间", "市商务局", "市交通运输局、市文化和旅游局"],
        ],
        WIDTHS,
    )
    press.paragraph("二、保障措施")
    document = opened(press.done())
    task = "建设夜间经济集聚区和特色商业街区"
    assert assigned(document) == [
        ("1", task, "市商务局", "lead"),
        ("1", task, "市财政局", "support"),
        ("1", task, "市自然资源和规划局", "support"),
        ("1", task, "市公安局", "support"),
        ("2", task, "市城管局", "lead"),
        ("2", task, "市公安局", "support"),
        ("3", "延长营业时间", "市商务局", "lead"),
        ("3", "延长营业时间", "市交通运输局", "support"),
        ("3", "延长营业时间", "市文化和旅游局", "support"),
    ]
    place = document.place(document.text.index("市城管局"))
    assert place is not None
    assert (place.page, place.cell) == (1, (1, 3, 3))


def test_a_table_goes_on_overleaf() -> None:
    press = Press()
    press.paragraph("一、任务清单")
    press.table([HEAD, ["1", "建设夜间经济集聚区", "市商务局", "市财政局、市自然资源"]], WIDTHS)
    press.turn()
    press.table([["", "", "", "和规划局"], ["2", "延长营业时间", "市城管局", "市公安局"]], WIDTHS)
    press.turn()
    press.table([HEAD, ["3", "丰富夜间活动", "市文化和旅游局", "市体育局"]], WIDTHS)
    document = opened(press.done())
    assert [block.kind for block in document.blocks].count("table") == 1
    assert assigned(document) == [
        ("1", "建设夜间经济集聚区", "市商务局", "lead"),
        ("1", "建设夜间经济集聚区", "市财政局", "support"),
        ("1", "建设夜间经济集聚区", "市自然资源和规划局", "support"),
        ("2", "延长营业时间", "市城管局", "lead"),
        ("2", "延长营业时间", "市公安局", "support"),
        ("3", "丰富夜间活动", "市文化和旅游局", "lead"),
        ("3", "丰富夜间活动", "市体育局", "support"),
    ]


def test_a_cell_that_stands_only_overleaf_belongs_to_the_row_that_was_cut() -> None:
    press = Press()
    press.paragraph("一、任务清单")
    press.table([HEAD, ["1", "建设夜间经济集聚区", "", "市财政局"]], WIDTHS)
    press.turn()
    press.table([["", "", "市商务局", ""], ["2", "延长营业时间", "市城管局", "市公安局"]], WIDTHS)
    assert assigned(opened(press.done())) == [
        ("1", "建设夜间经济集聚区", "市商务局", "lead"),
        ("1", "建设夜间经济集聚区", "市财政局", "support"),
        ("2", "延长营业时间", "市城管局", "lead"),
        ("2", "延长营业时间", "市公安局", "support"),
    ]


def test_a_table_without_rules() -> None:
    press = Press()
    for index, row in enumerate(
        [HEAD, ["1", "发展夜市", "市商务局", "市财政局"], ["2", "延长营业", "市城管局", "市公安局"]]
    ):
        for x, cell in zip((80, 140, 260, 380), row, strict=True):
            press.write(x, 120 + 24 * index, cell)
    assert assigned(opened(press.done())) == [
        ("1", "发展夜市", "市商务局", "lead"),
        ("1", "发展夜市", "市财政局", "support"),
        ("2", "延长营业", "市城管局", "lead"),
        ("2", "延长营业", "市公安局", "support"),
    ]


def test_boxes_are_what_the_file_says_and_not_what_fonts_of_this_machine_are_like() -> None:
    import pypdfium2

    press = Press()
    told = ["市自然资源和规划", "局", "Ab1，（。"]
    for paragraph in told:
        press.paragraph(paragraph, indent=0)
    with own_fonts(), pypdfium2.PdfDocument(press.done()) as book:
        found = [char for run in page_content(book[0], None).printed.runs for char in run.glyphs if char.bottom < 700]
    # a character that is alone on its line is there where no font has it
    assert "".join(char.text for char in found) == "".join(told)
    assert len({round(char.bottom - char.top, 3) for char in found}) == 1
    assert {round(char.right - char.left, 3) for char in found if ord(char.text) > 255} == {Press.SIZE}


def test_the_fonts_of_this_machine_are_there_again_afterwards() -> None:
    import pypdfium2

    def drawn(data: bytes) -> bytes:
        with pypdfium2.PdfDocument(data) as book:
            return bytes(book[0].render().buffer)

    data = pdf(["云岭市夜间消费提升行动方案", "一、发展夜市。（牵头单位：市商务局）"])
    before = drawn(data)
    opened(data)
    assert drawn(data) == before


def in_columns(paragraphs: list[str], *, lower: float = 0.0, lines: int = 20, wide: int = 14) -> bytes:
    """A title over two columns of text, page by page; ``lower``: by how much the right one stands lower."""
    press = Press("云岭市人民政府公报")
    broken = [line for paragraph in paragraphs[1:] for line in _broken(f"　　{paragraph}", wide, 0)]
    for page, begin in enumerate(range(0, len(broken), 2 * lines)):
        if page == 0:
            press.write(180, 90, paragraphs[0], 18)
        for index, line in enumerate(broken[begin : begin + 2 * lines]):
            right, row = divmod(index, lines)
            indent = 28 if line[0] == "　" else 0
            press.write(80 + right * (wide * 14 + 24) + indent, 130 + 24 * row + right * lower, line.strip())
        press.turn()
    press.canvas.save()
    return press.stream.getvalue()


@pytest.mark.parametrize("lower", [0.0, 9.0])
def test_text_columns_are_read_one_after_the_other(lower: float) -> None:
    told = ["云岭市夜间消费提升行动方案"]
    for number in range(1, 13):
        told.append(
            f"{number}.完善第{number}处夜间经济集聚区的配套设施，优化消费环境，丰富活动供给，培育特色品牌。"
            "（牵头单位：市商务局；配合单位：市财政局、市自然资源和规划局）"
        )
    document = opened(in_columns(told, lower=lower))
    assert document.text.split("\n") == told
    assert len(extract(document)) == 36


@pytest.mark.parametrize("short", [1, 2, 3, 4, 5, 6])
def test_a_second_column_of_few_lines_goes_on_the_first(short: int) -> None:
    told = ["云岭市夜间消费提升行动方案"]
    told.append("一、发展夜市。完善夜间经济集聚区的配套设施，优化消费环境，丰富活动供给。（牵头单位：市商务局）")
    told.append("二、延长营业。引导商场延长营业时间，调整公交班次，做好秩序维护和安全保障。（牵头单位：市公安局）")
    told.append("三、培育品牌。支持老字号开设夜间专场，举办美食文化节，评选特色街区和示范店铺。（牵头单位：市文旅局）")
    lines = sum(len(_broken(f"　　{paragraph}", 14, 0)) for paragraph in told[1:])
    document = opened(in_columns(told, lines=lines - short))
    assert document.text.split("\n") == told


def test_few_cells_beside_a_text_are_no_column_of_it() -> None:
    press = Press()
    for index, line in enumerate(_broken("完善夜间经济集聚区的配套设施，" * 8, 14, 0)):
        press.write(80, 130 + 24 * index, line)
    press.write(330, 130, "责任单位：市商务局")
    press.write(330, 154, "配合单位：市财政局")
    document = opened(press.done())
    assert "夜间经济" in document.text.split("责任单位")[1]


def test_a_table_of_two_wide_columns_without_rules_is_no_text_in_columns() -> None:
    press = Press()
    press.write(80, 106, "重点任务")
    press.write(330, 106, "责任单位")
    for index in range(12):
        press.write(80, 130 + 24 * index, f"完善第{index + 10}处夜间经济集聚区设施")
        press.write(330, 130 + 24 * index, "市商务局、市财政局、市城管局")
    assert [row[2] for row in assigned(opened(press.done()))] == ["市商务局", "市财政局", "市城管局"] * 12


def without_rules(rows: list[list[str]], middle: bool, low: float = 720) -> Press:
    """A table without rules on as many pages as it takes, wrapped cells beginning at one height or centred."""
    press, y = Press("云岭市人民政府文件"), 110.0
    widths = (3, 10, 6, 9, 5)
    places = [60.0]
    for width in widths:
        places.append(places[-1] + 12 * width + 14)
    for cells in rows:
        wrapped = [_broken(cell, width, 0) for cell, width in zip(cells, widths, strict=True)]
        height = max(map(len, wrapped))
        for x, lines in zip(places, wrapped, strict=False):
            down = (height - len(lines)) / 2 if middle else 0
            for index, line in enumerate(lines):
                press.write(x, y + 16 * (index + down), line, 12)
        y += 16 * height + 6
        if y > low:
            press.turn()
            y = 110.0
    press.write(80, y + 40, "二、保障措施", 14)
    press.write(108, y + 64, "各部门要压实工作责任，主动沟通衔接，形成工作合力。", 14)
    return press


@pytest.mark.parametrize("middle", [False, True])
def test_wrapped_cells_without_rules_over_pages(middle: bool) -> None:
    wide = [
        [
            "建设夜间经济集聚区和特色商业街区，完善配套设施",
            "市商务局",
            "市财政局、市自然资源和规划局、市公安局",
            "2025年12月底前",
        ],
        ["延长营业时间", "市城管局", "市公安局", "持续推进"],
        ["丰富夜间文化活动供给，培育特色品牌", "市文化和旅游局", "市体育局、市人力资源社会保障局", "2025年12月底前"],
    ]
    rows = [[str(number), *wide[number % 3]] for number in range(1, 22)]
    document = opened(without_rules([[*HEAD, "完成时限"], *rows], middle).done())
    assert [block.kind for block in document.blocks].count("table") == 1
    expected = []
    for number, task, lead, others, _ in rows:
        expected += [(number, task, lead, "lead"), *((number, task, name, "support") for name in others.split("、"))]
    assert assigned(document) == expected
    assert {assignment.deadline.text for assignment in extract(document) if assignment.deadline} == {
        "2025年12月底前",
        "持续推进",
    }
    assert document.text.endswith("二、保障措施\n各部门要压实工作责任，主动沟通衔接，形成工作合力。")


def test_what_is_written_first_need_not_stand_first() -> None:
    press = Press()
    press.write(80, 300, "二、延长营业。（牵头单位：市城管局）")
    press.write(80, 200, "一、发展夜市。（牵头单位：市商务局）")
    assert [assignment.department.name for assignment in extract(opened(press.done()))] == ["市商务局", "市城管局"]


def locked() -> bytes:
    press = Press(password="secret")
    press.paragraph("一、发展夜市。")
    return press.done()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (locked(), "密码"),
        (pdf(["一、甲。"])[:300], "完整"),
        (b"%PDF-1.7\n%%EOF", "完整"),
        (b"", "空"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, says: str) -> None:
    assert says in refusal(read_bytes, data, "方案.pdf")


def test_a_page_of_more_characters_than_any_page_holds_is_refused() -> None:
    press = Press()
    press.canvas.setFont("STSong-Light", 0.5)
    for line in range(300):
        press.canvas.drawString(20, 830 - 0.7 * line, "合理布局第一处夜间经济集聚区，完善配套设施。" * 40)
    says = refusal(read_bytes, press.done(), "方案.pdf")
    assert "第 1 页" in says
    assert "万字" in says


def test_a_page_without_words() -> None:
    press = Press()
    press.canvas.showPage()
    press.canvas.save()
    assert "没有文字" in refusal(read_bytes, press.stream.getvalue(), "方案.pdf")


def test_a_pdf_called_docx_is_read_as_what_it_is() -> None:
    (document,) = read_bytes(pdf(["方案", "一、发展夜市。（牵头单位：市商务局）"]), "方案.docx")
    assert document.format == "pdf"
    assert any(".docx" in note for note in document.notes)


def test_broken_files() -> None:
    press = Press("云岭市人民政府文件")
    press.paragraph("一、发展夜市。（牵头单位：市商务局）")
    press.table([HEAD, ["1", "延长营业时间", "市商务局", "市交通运输局"]], WIDTHS)
    data = press.done()
    read, refused = refused_or_read(read_bytes, mutants(data, MUTANTS), "方案.pdf")
    assert read + refused == MUTANTS
    assert read
    assert refused


def test_an_annotation_that_ends_every_page_is_no_running_head() -> None:
    press = Press("云岭市人民政府文件")
    for task in range(12):
        while press.line not in (0, press.LINES):
            press.paragraph("完善配套设施。")
        press.paragraph(f"{task + 1}.完善第{task + 1}处设施。")
        while press.line < press.LINES - 1:
            press.paragraph(f"加强第{task}处的管理。")
        press.paragraph("牵头单位：市商务局")
    names = [assignment.department.name for assignment in extract(opened(press.done()))]
    assert names == ["市商务局"] * 12


@pytest.mark.parametrize("overleaf", [True, False])
def test_an_open_bracket_goes_on_in_the_next_line_though_its_line_ends_early(overleaf: bool) -> None:
    press = Press()
    lines = ["　　一、完善设施，推动街区更新，新增停车泊位六百个，增设照明。", "（牵头单位：市商务局；配合单位：市财"]
    for number, line in enumerate([*lines, "政局）", "　　二、延长营业。（责任单位：市城管局）"]):
        if overleaf and number == 2:
            press.turn()
        press.write(80, 90 + 24 * number, line, 14)
    press.turn()
    press.canvas.save()
    assert [row[2] for row in assigned(opened(press.stream.getvalue()))] == ["市商务局", "市财政局", "市城管局"]
