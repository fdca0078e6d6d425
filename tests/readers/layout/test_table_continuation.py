"""Tables that go on overleaf."""

from __future__ import annotations

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, TextLine
from raci.readers.layout.pages import TopRow
from raci.readers.layout.table_continuation import join_tables, with_top_row


def table(*rows: tuple[str, ...], spans: dict[tuple[int, int], int] | None = None) -> DraftTable:
    return DraftTable(
        tuple(
            DraftCell(row, place, (Passage((TextLine(words),)),), (spans or {}).get((row, place), 1))
            for row, cells in enumerate(rows)
            for place, words in enumerate(cells)
            if words
        )
    )


def words(joined: DraftTable) -> dict[tuple[int, int], tuple[str, int]]:
    return {
        (cell.row, cell.column): (
            "".join(line.text for passage in cell.passages for line in passage.lines),
            cell.rowspan,
        )
        for cell in joined.cells
    }


HEAD = ("类别", "工作任务", "责任单位")


def test_whole_rows_stay_rows() -> None:
    joined = words(join_tables(table(HEAD, ("治水", "疏浚东渠", "县水利局")), table(("修路", "拓宽南路", "县交通局"))))
    assert joined[1, 1] == ("疏浚东渠", 1)
    assert joined[2, 1] == ("拓宽南路", 1)


def test_a_row_whose_names_are_cut_is_one_row() -> None:
    above = table(HEAD, ("治水", "疏浚东渠，加固", "县水利局、县自然资源"))
    joined = words(join_tables(above, table(("", "两岸堤防", "和规划局"), ("修路", "拓宽南路", "县交通局"))))
    assert joined[1, 1] == ("疏浚东渠，加固两岸堤防", 1)
    assert joined[1, 2] == ("县水利局、县自然资源和规划局", 1)
    assert joined[2, 1] == ("拓宽南路", 1)


def test_a_merged_chapter_lasts_overleaf() -> None:
    above = table(HEAD, ("治水", "疏浚东渠", "县水利局"), ("", "加固西堤", "县水利局"), spans={(1, 0): 2})
    joined = words(join_tables(above, table(("", "更换闸门", "县水利局"), ("修路", "拓宽南路", "县交通局"))))
    assert joined[1, 0] == ("治水", 3)
    assert joined[4, 0] == ("修路", 1)


def test_a_row_that_is_cut_goes_on_below_the_repeated_head() -> None:
    above = table(HEAD, ("治水", "疏浚东渠，加固", "县水利局、县自然资源"))
    joined = words(join_tables(above, table(HEAD, ("", "两岸堤防", "和规划局"), ("修路", "拓宽南路", "县交通局"))))
    assert joined[1, 1] == ("疏浚东渠，加固两岸堤防", 1)
    assert joined[1, 2] == ("县水利局、县自然资源和规划局", 1)
    assert joined[2, 1] == ("拓宽南路", 1)


def test_a_row_of_a_merged_number_below_the_repeated_head_is_one_of_its_own() -> None:
    head = ("序号", "工作任务", "责任单位")
    above = table(head, ("1", "疏浚东渠", "县水利局"))
    joined = words(join_tables(above, table(head, ("", "加固两岸堤防", "县林业局"))))
    assert ("疏浚东渠", 1) in joined.values()
    assert ("加固两岸堤防", 1) in joined.values()
    assert ("县林业局", 1) in joined.values()


def test_a_head_alone_overleaf_stays() -> None:
    joined = words(join_tables(table(HEAD, ("治水", "疏浚东渠", "县水利局")), table(HEAD)))
    assert joined[2, 1] == ("工作任务", 1)


def test_what_stands_below_a_head_said_again_without_a_task_is_the_rest_of_a_row() -> None:
    head = ("序号", "工作任务", "责任单位", "完成时限")
    above = table(head, ("1", "疏浚东渠", "县水利局", "6月底"))
    joined = join_tables(above, table(head, ("", "", "县财政局", ""), ("2", "拓宽南路", "县交通局", "年底")))
    assert words(joined)[2, 1] == ("拓宽南路", 1)
    bodies = next(cell for cell in joined.cells if (cell.row, cell.column) == (1, 2))
    assert [passage.text for passage in bodies.passages] == ["县水利局", "县财政局"]


def test_cells_that_went_overleaf_whole_go_back_to_their_row() -> None:
    head = ("序号", "工作任务", "责任单位", "完成时限")
    above = table(head, ("1", "", "县水利局", "6月底"))
    joined = words(join_tables(above, table(head, ("", "疏浚东渠", "", ""), ("2", "拓宽南路", "县交通局", "年底"))))
    assert joined[1, 1] == ("疏浚东渠", 1)
    assert joined[2, 1] == ("拓宽南路", 1)


def test_a_row_by_itself_at_the_top_goes_on_in_a_table_of_as_many_columns() -> None:
    above = table(("工作任务", "疏浚东渠"), ("责任单位", "县水利局、县自然资源"))
    rest = table(("", "和规划局"))
    joined = with_top_row(above, TopRow(rest, columns=2, bottom=90.0))
    assert joined is not None
    assert words(joined)[1, 1] == ("县水利局、县自然资源和规划局", 1)
    assert with_top_row(above, TopRow(rest, columns=3, bottom=90.0)) is None
    assert with_top_row(above.cells[0].passages[0], TopRow(rest, columns=2, bottom=90.0)) is None
