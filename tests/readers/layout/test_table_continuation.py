"""Tables that go on overleaf."""

from __future__ import annotations

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, TextLine
from raci.readers.layout.table_continuation import join_tables


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
