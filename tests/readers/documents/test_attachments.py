"""A notice and its annexes, each in a file of its own: what is one plan, and what stays apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import docx, packed, pdf
from offices import LISTED, NOTICE, PLAN, SIGNED, TABLE, sheet

import raci
from raci.errors import ReadError
from raci.model import Document
from raci.pipeline import analyse
from raci.readers.documents.attachments import join_attachments
from raci.readers.documents.file_groups import FEW, group_files
from raci.readers.registry import read, read_bytes, read_text

OTHER = ["云泽市护河行动方案", *PLAN[1:]]
TABLED = ["重点任务分工表", "一、建设平台。（责任单位：省数据局）"]


def document(source: str, *lines: str) -> Document:
    (one,) = read_text("\n".join(lines), source)
    return one


def office(folder: Path) -> Path:
    """A folder with a notice and its two annexes."""
    folder.mkdir(exist_ok=True)
    (folder / "通知.docx").write_bytes(docx([*NOTICE, *LISTED, *SIGNED]))
    (folder / "附件1 临江省数据要素改革实施方案.docx").write_bytes(docx(PLAN))
    (folder / "附件2：任务分工表.xlsx").write_bytes(sheet(TABLE))
    return folder


APART: list[tuple[str, list[Document]]] = [
    ("nothing at all", []),
    ("one document", [document("通知.txt", *NOTICE)]),
    ("two plans", [document("a.txt", *PLAN), document("b.txt", *OTHER)]),
    ("a notice beside another plan", [document("通知.txt", *NOTICE), document("b.txt", *OTHER)]),
    ("in another folder", [document("甲/通知.txt", *NOTICE), document("乙/方案.txt", *PLAN)]),
    ("annexes without a notice", [document("附件1 方案.txt", *PLAN), document("附件2 方案.txt", *OTHER)]),
    (
        "the plan of a higher office that is but named",
        [
            document("a.txt", "云泽市工作方案", "根据《临江省数据要素改革实施方案》，制定本方案。"),
            document("b.txt", *PLAN),
        ],
    ),
]


@pytest.mark.parametrize("documents", [each for _, each in APART], ids=[name for name, _ in APART])
def test_what_has_nothing_to_do_with_one_another_stays_as_it_is(documents: list[Document]) -> None:
    assert join_attachments(documents) == documents


DOUBTS: list[tuple[str, list[Document], int]] = [
    (
        "two files of one title",
        [document("通知.txt", *NOTICE), document("方案.txt", *PLAN), document("方案 定稿.txt", *PLAN)],
        1,
    ),
    (
        "two notices",
        [document("通知.txt", *NOTICE), document("通知 定稿.txt", *NOTICE), document("方案.txt", *PLAN)],
        2,
    ),
    ("the notice holds it", [document("通知.txt", *NOTICE, *SIGNED, *PLAN), document("方案.txt", *PLAN)], 1),
    (
        "the number alone",
        [document("通知.txt", *NOTICE, *LISTED), document("附件2.txt", "项目申报表", *OTHER[1:])],
        1,
    ),
]


@pytest.mark.parametrize(("documents", "at"), [each[1:] for each in DOUBTS], ids=[each[0] for each in DOUBTS])
def test_in_doubt_they_stay_apart_and_the_notes_say_so(documents: list[Document], at: int) -> None:
    found = join_attachments(documents)
    assert [one.text for one in found] == [one.text for one in documents]
    assert "没有合并" in found[at].notes[-1]
    assert "通知" in found[at].notes[-1]


JOINED: list[tuple[str, list[Document], str]] = [
    (
        "printed, called by its title",
        [document("通知.txt", *NOTICE, *SIGNED), document("x.txt", *PLAN)],
        "临江省数据要素改革实施方案",
    ),
    (
        "printed without marks, called by the name of its file, which comes first",
        [
            document("云泽市护河方案.txt", "工作安排", *PLAN[1:]),
            document("通知.txt", "云泽市人民政府关于印发云泽市护河方案的通知", "各县：", "请认真落实。"),
        ],
        "云泽市护河方案",
    ),
    (
        "listed, with a part of its name and its number",
        [document("通知.txt", *NOTICE[:3], *LISTED), document("附件2 任务分工表.txt", *TABLED[1:])],
        NOTICE[0],
    ),
    (
        "the plan lists its table",
        [document("方案.txt", *OTHER, "附件：重点任务分工表"), document("b.txt", *TABLED)],
        OTHER[0],
    ),
    ("named alike", [document("护河.txt", *OTHER), document("护河-附件1.txt", *TABLED)], OTHER[0]),
    (
        "in the folder 附件",
        [document("办文/通知.txt", *NOTICE), document("办文/附件/1.txt", *PLAN)],
        "临江省数据要素改革实施方案",
    ),
]


@pytest.mark.parametrize(("documents", "title"), [each[1:] for each in JOINED], ids=[each[0] for each in JOINED])
def test_a_notice_and_its_annex_are_one(documents: list[Document], title: str) -> None:
    (one,) = join_attachments(documents)
    assert one.title == title
    assert sorted(one.text.split("\n")) == sorted("\n".join(each.text for each in documents).split("\n"))
    assert "合为一个方案" in one.notes[0]


def test_annexes_of_annexes_come_behind_them() -> None:
    documents = [
        document("1.txt", *TABLED),
        document("2.txt", *PLAN, "附件：重点任务分工表"),
        document("3 通知.txt", *NOTICE),
    ]
    (one,) = join_attachments(documents)
    assert one.text == "\n".join(each.text for each in reversed(documents))


def test_an_annex_that_is_listed_and_not_there_is_told() -> None:
    (one,) = join_attachments([document("通知.txt", *NOTICE, *LISTED), document("方案.txt", *PLAN)])
    assert any("没有找到" in note and "重点任务分工表" in note for note in one.notes)


def test_a_folder_is_one_plan_whose_places_name_the_files(tmp_path: Path) -> None:
    (one,) = read(office(tmp_path / "办文"))
    assert (one.title, one.number, one.date) == ("临江省数据要素改革实施方案", "临政办发〔2026〕12号", "2026-03-05")
    assert (one.issuer, one.addressees) == ("临江省人民政府办公厅", NOTICE[2])
    assert one.source == str(tmp_path / "办文" / "通知.docx")
    analysis = analyse(one)
    assert [(each.clause.label, each.department.canonical, each.role) for each in analysis.assignments] == [
        ("（一）建设数据平台", "临江省数据局", "lead"),
        ("（一）建设数据平台", "临江省财政厅", "responsible"),
        ("（二）培育数据企业", "临江省工业和信息化厅", "lead"),
        ("（二）培育数据企业", "临江省商务厅", "responsible"),
        ("1 建设数据平台", "临江省数据局", "lead"),
        ("1 建设数据平台", "临江省财政厅", "responsible"),
        ("2 培育数据企业", "临江省工业和信息化厅", "lead"),
        ("2 培育数据企业", "临江省商务厅", "responsible"),
    ]
    assert all(one.quote(each.start, each.end) == each.department.name for each in analysis.assignments)
    assert analysis.declarations == ("方案中列第一位者为牵头单位，下同",)
    places = [str(one.place(each.start)) for each in analysis.assignments]
    assert places[0] == "附件1 临江省数据要素改革实施方案.docx 第3段"
    assert places[-1] == "附件2：任务分工表.xlsx 表1第3行第3列"


def test_a_rule_of_the_notice_holds_for_an_annex_that_is_but_a_table() -> None:
    documents = [
        document("通知.txt", *NOTICE, "附件：重点任务分工表"),
        *read_bytes(sheet(TABLE), "重点任务分工表.xlsx"),
    ]
    (one,) = join_attachments(documents)
    assert [each.role for each in analyse(one).assignments] == ["lead", "responsible"] * 2


def test_a_cell_for_leads_goes_before_the_rule_that_the_first_name_leads() -> None:
    rows = [
        TABLE[0],
        ["序号", "重点任务", "牵头单位", "责任单位"],
        [1, "建设数据平台", "省数据局", "省财政厅、省商务厅"],
    ]
    (one,) = join_attachments(
        [document("通知.txt", *NOTICE, "附件：重点任务分工表"), *read_bytes(sheet(rows), "重点任务分工表.xlsx")]
    )
    assert [each.role for each in analyse(one).assignments] == ["lead", "responsible", "responsible"]


def test_an_archive_is_one_plan_too_and_stays_apart_where_that_is_asked_for(tmp_path: Path) -> None:
    members = {path.name: path.read_bytes() for path in office(tmp_path / "办文").iterdir()}
    (one,) = read_bytes(packed(members), "包.zip")
    assert one.source == "包.zip/通知.docx"
    assert len(read_bytes(packed(members), "包.zip", apart=True)) == 3
    assert len(read(tmp_path / "办文", apart=True)) == 3


def test_files_of_several_formats(tmp_path: Path) -> None:
    (tmp_path / "通知.pdf").write_bytes(pdf([*NOTICE, *SIGNED]))
    (tmp_path / "临江省数据要素改革实施方案.docx").write_bytes(docx(PLAN))
    (one,) = read(tmp_path)
    assert one.format == "docx、pdf" or one.format == "pdf、docx"
    place = one.place(one.text.index("建设数据平台"))
    assert place is not None and place.page is None and place.file is not None and place.file.endswith(".docx")


def test_faults_in_a_folder_are_told_and_the_others_joined(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = office(tmp_path / "办文")
    (folder / "附件2：任务分工表.xlsx").write_bytes(b"PK\x03\x04")
    (one,) = read(folder)
    assert "附件2：任务分工表.xlsx" in caplog.text
    assert any("没有找到：“重点任务分工表”" in note for note in one.notes)


def test_a_folder_in_which_nothing_can_be_read(tmp_path: Path) -> None:
    for name in ("1.docx", "2.docx"):
        (tmp_path / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(ReadError, match="都读不了"):
        read(tmp_path)


def test_the_library_takes_a_folder_like_a_file(tmp_path: Path) -> None:
    assert len(raci.extract(office(tmp_path / "办文"))) == 8


def test_of_a_small_folder_all_may_belong_together_where_a_name_says_so() -> None:
    assert group_files(["a.txt", "b.txt"]) == [("a.txt",), ("b.txt",)]
    assert group_files(["a.txt", "通知.txt", "乙/c.txt", "-"]) == [("a.txt", "通知.txt"), ("乙/c.txt",), ("-",)]


def test_of_a_large_folder_only_names_that_agree() -> None:
    names = [f"第{n}号材料.txt" for n in range(FEW)]
    mine = ["关于印发护河方案的通知.txt", "护河方案.txt", "关于印发护河方案的通知 附件2 分工表.txt", "附件3 名单.txt"]
    found = group_files([*names, *mine])
    assert found == [*((name,) for name in names), tuple(mine[:3]), (mine[3],)]


def test_thousands_of_annexes_of_one_name_are_not_read_at_once() -> None:
    names = [f"{n}/通知.txt" for n in range(10)] + [f"通知 附件{n}.txt" for n in range(500)] + ["通知.txt"]
    assert max(map(len, group_files(names))) <= FEW
