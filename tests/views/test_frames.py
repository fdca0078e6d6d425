import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from plans import Plan, small, unnamed
from strategies import analyses

from raci.edits.read_rows import read_rows
from raci.errors import OptionError, ProfileError, ReadError
from raci.model import Analysis
from raci.pipeline import analyse, extract
from raci.storage.rows import COLUMNS
from raci.views.frames import rows, tasks, typed
from raci.views.matrix import matrix


def test_no_assignments_give_the_columns_alone() -> None:
    made = rows(unnamed().assignments)
    assert tuple(made.columns) == COLUMNS
    assert made.empty
    assert made.raci.matrix().empty


def test_tasks_that_nobody_is_named_for_are_rows_in_their_place() -> None:
    made = rows(small())
    nobody = made[made["department"].isna()]
    assert nobody["task"].tolist() == [clause.heading for clause in small().unassigned()]
    assert made["start"].is_monotonic_increasing
    assert nobody["role"].isna().all() and nobody["letter"].isna().all()
    assert made.raci.matrix().equals(matrix(small()))


def test_rows_have_the_columns_of_the_row_and_its_values() -> None:
    made = rows(small(), "rasci")
    assert tuple(made.columns) == COLUMNS
    first = made.iloc[1]
    assert (first["task"], first["path"], first["department"]) == ("强化组织保障", "一、优化窗口服务", "县财政局")
    assert (first["canonical"], first["role"], first["letter"], first["due"]) == (
        "青原县财政局",
        "support",
        "S",
        pd.Timestamp(2024, 9, 30),
    )
    assert made["start"].dtype == "int64"


def test_dates_and_numbers_stay_what_they_are_through_csv(tmp_path) -> None:
    made = rows(small())
    path = tmp_path / "行.csv"
    made.to_csv(path, index=False)
    again = read_rows(path)
    for key in ("start", "end", "due"):
        assert again[key].dtype == made[key].dtype
        assert again[key].equals(made[key])
    assert pd.read_csv(path)["start"].dtype == "int64"
    assert again["department"].isna().tolist() == made["department"].isna().tolist()
    assert (again["due"].dropna() < pd.Timestamp(2025, 1, 1)).all()


@pytest.mark.parametrize(
    ("written", "day"),
    [("2024/9/30", "2024-09-30"), ("2024-9-3", "2024-09-03"), (1727654400000, "2024-09-30"), ("", None)],
)
def test_days_as_excel_and_pandas_save_them_are_dates(written: object, day: str | None) -> None:
    frame = typed(pd.DataFrame({"due": [written], "start": ["7"]}, dtype=object))
    assert frame["due"].tolist() == [pd.NaT if day is None else pd.Timestamp(day)]
    assert frame["start"].tolist() == [7]


def test_a_column_in_which_a_person_wrote_words_stays_as_it_is() -> None:
    frame = typed(pd.DataFrame({"due": ["2024-09-30", "长期"], "start": ["7", "前面"]}, dtype=object))
    assert frame["due"].tolist() == ["2024-09-30", "长期"]
    assert frame["start"].tolist() == ["7", "前面"]


LAYERED = (
    "溪桥县护河工作方案\n一、任务\n"
    "（一）疏浚河道主干。清理淤泥，县住建局负责管网改造。（牵头单位：县水利局）\n"
    "（二）公示排口名单。按月更新。\n"
)


def test_sentences_beside_marks_are_rows_that_the_matrix_does_not_count() -> None:
    analysis = analyse(LAYERED)
    made = rows(analysis)
    assert made[made["basis"] == "prose"]["layer"].tolist() == ["second"]
    assert made[made["basis"] == "annotation"]["letter"].tolist() == ["A/R"]
    assert made.raci.matrix().equals(matrix(analysis))
    assert made.drop(columns="layer").raci.matrix().equals(matrix(analysis))
    assert rows(analysis.assignments).raci.matrix().equals(matrix(analysis.assignments))
    assert made.assign(letter=None).raci.relettered()["letter"].tolist() == made["letter"].tolist()


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ProfileError, match="没有名为"):
        rows(small(), "无此方案")


def test_a_changed_body_moves_in_matrix_and_graph() -> None:
    edited = rows(small())
    edited.loc[edited["department"] == "县档案馆", "department"] = "县档案局"
    assert "县档案局" in edited.raci.matrix().columns
    assert "县档案馆" not in edited.raci.matrix().columns
    assert "县档案局" in {data["label"] for _, data in edited.raci.graph().nodes(data=True)}


def test_a_letter_in_a_row_is_kept_and_a_missing_one_worked_out() -> None:
    edited = rows(small())
    archive = edited["department"] == "县档案馆"
    edited.loc[archive, "letter"] = "I"
    assert edited.raci.matrix()["县档案馆"].iloc[0] == "I"
    edited.loc[archive, ["role", "letter"]] = ["responsible", None]
    made = edited.raci.matrix()
    assert made["县档案馆"].iloc[0] == "R"
    assert made["县政务局"].iloc[0] == "A/R", "the lead's own letter was not emptied"


def test_a_named_profile_works_all_letters_out_anew() -> None:
    edited = rows(small())
    edited.loc[edited["department"] == "县档案馆", "role"] = "responsible"
    made = edited.raci.matrix("rasci")
    assert made["县档案馆"].iloc[0] == "R"
    assert made["县政务局"].iloc[0] == "A"
    again = edited.raci.relettered("rasci")
    assert set(again["profile"]) == {"rasci"}
    assert again.loc[again["department"] == "县档案馆", "letter"].tolist() == ["R"]


def test_roles_may_be_written_in_words_and_an_unknown_one_is_named_with_its_row() -> None:
    frame = pd.DataFrame({"task": ["甲", "甲"], "department": ["甲局", "乙局"], "role": ["牵头", "配合"]})
    assert frame.raci.matrix().iloc[0].to_dict() == {"甲局": "A/R", "乙局": "C"}
    frame.loc[1, "role"] = "旁观"
    with pytest.raises(OptionError, match=r"第2行.*旁观.*牵头"):
        frame.raci.matrix()


def test_frames_that_hold_no_rows_are_refused_with_the_missing_columns() -> None:
    with pytest.raises(OptionError, match="department、role"):
        pd.DataFrame({"task": ["甲"]}).raci.graph()


def test_a_row_without_department_is_a_task_for_nobody() -> None:
    frame = pd.DataFrame({"task": ["甲", "乙"], "department": ["甲局", None], "role": ["牵头", None]})
    assert frame.raci.matrix()["甲局"].tolist() == ["A/R", ""]
    assert frame.raci.tasks()["lead"].tolist() == ["甲局", ""]


def test_tasks_say_who_does_what_by_when() -> None:
    made = tasks(small())
    assert len(made) == 6
    assert made.iloc[0][["lead", "support", "deadline", "due"]].tolist() == [
        "县政务局", "县财政局、县档案馆", "2024年9月底前", pd.Timestamp(2024, 9, 30),
    ]  # fmt: skip
    assert made.iloc[0][["departments", "assignments"]].tolist() == [3, 3]
    assert made.iloc[0]["text"].startswith("(一)强化组织保障。")
    assert made.iloc[0]["characters"] == len(made.iloc[0]["text"])
    assert made.iloc[4][["departments", "assignments"]].tolist() == [0, 0]
    assert made.iloc[1]["leader"] == "陈某某"
    assert made.iloc[4][["lead", "responsible", "support"]].tolist() == ["", "", ""]


@settings(max_examples=40, deadline=None)
@given(analyses())
def test_order_of_the_rows_changes_no_cell(analysis: Analysis) -> None:
    straight, turned = rows(analysis), rows(analysis).iloc[::-1]
    one, other = straight.raci.graph(), turned.raci.graph()
    assert nx.utils.graphs_equal(
        nx.Graph((u, v, {"letter": d["letter"]}) for u, v, d in one.edges(data=True)),
        nx.Graph((u, v, {"letter": d["letter"]}) for u, v, d in other.edges(data=True)),
    )


def test_rows_saved_by_pandas_in_any_encoding_read_back(tmp_path) -> None:
    frame = rows(small())
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        frame.to_csv(tmp_path / "行.csv", index=False, encoding=encoding)
        assert read_rows(tmp_path / "行.csv").raci.matrix().equals(frame.raci.matrix())


def test_a_line_that_is_no_json_is_told_in_one_line(tmp_path) -> None:
    (tmp_path / "坏.jsonl").write_text('{"task": \n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"坏\.jsonl：不是表格"):
        read_rows(tmp_path / "坏.jsonl")


def test_a_file_that_is_missing_or_holds_no_rows_is_named(tmp_path) -> None:
    with pytest.raises(ReadError, match=r"没有\.csv"):
        read_rows(tmp_path / "没有.csv")
    (tmp_path / "别的.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"别的\.csv：缺少列 task、department、role"):
        read_rows(tmp_path / "别的.csv")
    (tmp_path / "空.csv").write_bytes(b"")
    with pytest.raises(ReadError, match=r"空\.csv"):
        read_rows(tmp_path / "空.csv")


def test_a_plan_of_one_task_keeps_a_path_of_several_headings() -> None:
    plan = Plan("方案").chapter("一、", "甲").chapter("(一)", "乙", level=2).task("1.", "丙", lead="甲局")
    assert rows(plan.analysis()).raci.matrix().index[0] == ("方案", "一、甲 > (一)乙", "1.", "丙")


def test_letters_are_filled_in_where_a_table_says_again_what_a_clause_says() -> None:
    text = (
        "溪桥县护河工作方案\n一、任务\n"
        "（一）疏浚河道主干。清理淤泥。（牵头单位：县水利局，配合单位：县财政局）\n"
        "（二）公示排口名单。按月更新。（牵头单位：县生态环境局）\n附件：任务分工表\n"
        "序号\t重点任务\t牵头单位\t配合单位\n"
        "1\t疏浚河道主干\t县水利局\t县财政局\n2\t公示排口名单\t县生态环境局\t县水利局\n"
    )
    frame = rows(extract(text))
    assert len(frame) == 7
    assert frame.assign(letter=None).raci.relettered()["letter"].tolist() == frame["letter"].tolist()
    assert set(frame.raci.relettered("rasci")["profile"]) == {"rasci"}
