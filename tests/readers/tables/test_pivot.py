"""A RACI matrix, rows of one body each, and what raci wrote: read back into who does what."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from raci import build
from raci.model import Document
from raci.pipeline import analyse, extract
from raci.readers.registry import read, read_bytes

PLAN = """云岭市夜间消费提升行动方案
一、发展夜市
（一）划定集聚区。编制规划。（牵头单位：市商务局；责任单位：各县（市、区）人民政府；配合单位：市财政局、市公安局）
（二）延长营业。发布倡议。（牵头单位：市城管局）
二、丰富活动
（一）举办灯会。（责任单位：市文化和旅游局；完成时限：2025年底前）
（二）加强宣传。开展推介。
"""


def assigned(document: Document) -> list[tuple[str, str, str, str]]:
    return sorted(
        (assignment.clause.number, assignment.clause.heading, assignment.department.name, assignment.role)
        for assignment in extract(document)
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    (folder / "方案.txt").write_text(PLAN, encoding="utf-8")
    build([str(folder / "方案.txt")], str(folder / "output"))
    (written,) = (path for path in (folder / "output").iterdir() if path.is_dir())
    return written


@pytest.mark.slow
def test_the_workbook_reads_back(output: Path) -> None:
    (path,) = output.glob("*.xlsx")
    (document,) = read(path)
    assert assigned(document) == assigned(read_bytes(PLAN.encode(), "方案.txt")[0])
    assert document.title == "云岭市夜间消费提升行动方案"
    assert any("raci 写出的工作簿" in note for note in document.notes)


def test_a_workbook_edited_by_hand(output: Path) -> None:
    (path,) = output.glob("*.xlsx")
    book = openpyxl.load_workbook(path)
    for row in book["任务分工"].iter_rows():
        for cell in row:
            if cell.value == "市城管局":
                cell.value = "市城管局、市交通运输局"
    stream = io.BytesIO()
    book.save(stream)
    (document,) = read_bytes(stream.getvalue(), "改过的.xlsx")
    assert ("（二）", "延长营业", "市交通运输局", "lead") in assigned(document)


def test_the_rows_read_back(output: Path) -> None:
    (document,) = read(output / "assignments.csv")
    assert assigned(document) == assigned(read_bytes(PLAN.encode(), "方案.txt")[0])
    assert [assignment.deadline.due for assignment in extract(document) if assignment.deadline] == ["2025-12-31"]


def test_the_matrix_reads_back_but_for_what_letters_cannot_say(output: Path) -> None:
    (document,) = read(output / "matrix.csv")
    assert {(task, role) for _, task, _, role in assigned(document)} == {
        ("划定集聚区", "lead"),
        ("划定集聚区", "responsible"),
        ("划定集聚区", "support"),
        ("延长营业", "lead"),
        ("举办灯会", "responsible"),
    }
    assert len(extract(document)) == 6
    (table,) = analyse(document).tables
    assert table.shape == "matrix"


def test_a_matrix_of_somebody_else() -> None:
    rows = [
        "云岭市夜间消费责任矩阵,,,,",
        "工作事项,市商务局,市财政局,市公安局,备注",
        "发展夜市,A,R,I,每月调度",
        "延长营业,R/A,,C,",
        "丰富活动,V,R,,",
    ]
    (document,) = read_bytes("\n".join(rows).encode(), "矩阵.csv")
    assert [(task, name, role) for _, task, name, role in assigned(document)] == [
        ("丰富活动", "市财政局", "responsible"),
        ("发展夜市", "市公安局", "inform"),
        ("发展夜市", "市商务局", "lead"),
        ("发展夜市", "市财政局", "responsible"),
        ("延长营业", "市公安局", "support"),
        ("延长营业", "市商务局", "lead"),
    ]
    assert document.title == "云岭市夜间消费责任矩阵"
    (odd,) = (finding for finding in analyse(document).findings if finding.check == "unread")
    assert "V" in odd.message
    place = document.place(document.text.index("市公安局"))
    assert place is not None


def test_letters_here_and_there_are_no_matrix() -> None:
    rows = ["类别,任务,责任单位", "A,发展夜市,市商务局", "B,延长营业,市城管局"]
    (document,) = read_bytes("\n".join(rows).encode(), "表.csv")
    assert [(task, name) for _, task, name, _ in assigned(document)] == [
        ("发展夜市", "市商务局"),
        ("延长营业", "市城管局"),
    ]
