import csv
import io

import pandas as pd
import pytest
from hypothesis import given, settings
from jobs import job_of
from plans import HOSTILE, Plan, small, unnamed
from strategies import analyses

from raci.edits.read_rows import read_rows
from raci.model import Analysis
from raci.storage.rows import COLUMNS
from raci.views.documents import DOCUMENT_COLUMNS
from raci.views.frames import rows, tasks
from raci.views.matrix import matrix
from raci.views.tasks import TASK_COLUMNS
from raci.writers import render


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_plan_that_names_nobody_gives_a_row_a_task() -> None:
    head, *rest = cells(render("csv", job_of(unnamed())))
    assert head == list(COLUMNS)
    tasks = [dict(zip(COLUMNS, row, strict=True)) for row in rest]
    assert [row["task"] for row in tasks] == ["补植行道树", "建设口袋公园"]
    assert {row[key] for row in tasks for key in ("department", "role", "letter", "quote")} == {""}


def test_excel_knows_the_encoding_by_the_mark() -> None:
    assert render("csv", job_of(small())).startswith(b"\xef\xbb\xbfdocument,")


def test_the_rows_are_those_of_the_library() -> None:
    table = cells(render("csv", job_of(small(), "rasci")))
    frame = rows(small(), "rasci")
    assert table[0] == list(COLUMNS)
    assert len(table) == 1 + len(frame)
    assert dict(zip(COLUMNS, table[2], strict=True))["letter"] == "S"
    assert [row[COLUMNS.index("quote")] for row in table[1:]] == frame["quote"].fillna("").tolist()


def test_no_cell_begins_as_a_formula() -> None:
    plan = Plan("=方案", source="+来源.txt").chapter("", "@章")
    for number, text in enumerate(HOSTILE):
        plan.task("(1)", f"{text}{number}", lead=text, support=HOSTILE[number - 1])
    for name in ("csv", "matrix", "tasks", "documents"):
        for row in cells(render(name, job_of(plan.analysis()))):
            assert not [cell for cell in row if cell.lstrip(" \u3000")[:1] in set("=+-@\t\r＝＋－＠") and cell]


def test_a_redacted_name_reads_back_as_it_was(tmp_path) -> None:
    analysis = Plan("=方案").task("(1)", "-整改", lead="-海关", support="=局").analysis()
    (tmp_path / "assignments.csv").write_bytes(render("csv", job_of(analysis)))
    back = read_rows(tmp_path / "assignments.csv")
    assert back["department"].tolist() == ["-海关", "=局"]
    assert set(back["number"]) == {"(1)"}
    assert back.raci.matrix().equals(matrix(analysis))


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@settings(max_examples=40, deadline=None)
@given(analysis=analyses())
def test_what_is_written_gives_the_same_matrix_when_read_back(analysis: Analysis, form: str, tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("back") / f"assignments.{form}"
    path.write_bytes(render(form, job_of(analysis)))
    back = read_rows(path)
    assert back.raci.matrix().equals(matrix(analysis))


def test_a_file_edited_in_chinese_excel_reads_back(tmp_path) -> None:
    text = render("csv", job_of(small())).decode("utf-8-sig").replace("县档案馆", "县档案局")
    (tmp_path / "改.csv").write_bytes(text.encode("gb18030"))
    made = read_rows(tmp_path / "改.csv").raci.matrix()
    assert "县档案局" in made.columns
    assert "县档案馆" not in made.columns


def test_matrix_csv_is_the_matrix() -> None:
    table = cells(render("matrix", job_of(small())))
    frame = matrix(small())
    assert table[0] == [*frame.index.names, *frame.columns]
    assert [row[4:] for row in table[1:]] == frame.to_numpy().tolist()
    assert [tuple(row[:4]) for row in table[1:]] == frame.index.tolist()
    assert render("matrix", job_of(small())).startswith(b"\xef\xbb\xbf")


def test_matrix_csv_keeps_tasks_for_nobody() -> None:
    table = pd.read_csv(io.BytesIO(render("matrix", job_of(unnamed()))), encoding="utf-8-sig")
    assert table["task"].tolist() == ["补植行道树", "建设口袋公园"]


def test_tasks_csv_is_the_table_of_tasks(tmp_path) -> None:
    (tmp_path / "tasks.csv").write_bytes(render("tasks", job_of(small())))
    table = pd.read_csv(tmp_path / "tasks.csv", encoding="utf-8-sig", keep_default_na=False)
    frame = tasks(small())
    assert tuple(table.columns) == TASK_COLUMNS
    for key in ("task", "text", "lead", "support", "departments", "characters"):
        assert table[key].tolist() == frame[key].tolist()
    assert (table["departments"] == 0).sum() == len(small().unassigned())


def test_documents_csv_is_the_document() -> None:
    head, row = cells(render("documents", job_of(small())))
    values = dict(zip(head, row, strict=True))
    assert tuple(head) == DOCUMENT_COLUMNS
    assert values["title"] == small().document.title
    assert (values["tasks"], values["unassigned"]) == (str(len(small().tasks)), str(len(small().unassigned())))


def test_rows_and_documents_are_joined_by_their_id() -> None:
    ids = {row[COLUMNS.index("document_id")] for row in cells(render("csv", job_of(small())))[1:]}
    assert ids == {cells(render("documents", job_of(small())))[1][0]}
