"""Characters that are not what they look like: radicals, raised digits, the signs of lost ones."""

from __future__ import annotations

import pytest
from documents import refusal, word

from raci.pipeline import analyse, extract
from raci.readers.documents.garbled_text import is_garbled
from raci.readers.documents.radicals import as_ideographs
from raci.readers.documents.raised import raised
from raci.readers.registry import read_bytes, read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⻓期坚持", "长期坚持"),
        ("县⾃然资源局、县⽔利局", "县自然资源局、县水利局"),
        ("⼾籍⺠警", "户籍民警"),
        ("縣⽴", "縣立"),
        ("县水利局，第1项。", "县水利局，第1项。"),
    ],
)
def test_radicals_are_ordinary_characters(text: str, expected: str) -> None:
    assert as_ideographs(text) == expected


@pytest.mark.parametrize("name", ["方案.txt", "方案.md", "方案.html"])
def test_names_in_radicals_are_read(name: str) -> None:
    text = "一、疏浚河道，⻓期坚持。（牵头单位：县⽔利局；配合单位：县⾃然资源局）"
    page = f"<meta charset=utf-8><p>{text}</p>" if name.endswith("html") else text
    (document,) = read_bytes(page.encode(), name)
    assert [one.department.name for one in extract(document)] == ["县水利局", "县自然资源局"]


@pytest.mark.parametrize(("words", "expected"), [("2", "²"), ("13", "¹³"), ("①", "①"), ("[1]", "[1]"), ("-2", "-2")])
def test_raised_digits(words: str, expected: str) -> None:
    assert raised(words) == expected


def test_raised_digits_in_word_files_and_pages() -> None:
    run = '<w:r><w:t>{}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    (document,) = read_bytes(word(f"<w:p>{run.format('三十km')}</w:p>"), "方案.docx")
    assert document.text == "三十km²"
    (document,) = read_bytes("<meta charset=utf-8><p>三十km<sup>2</sup>，第<b>2</b>项</p>".encode(), "方案.html")
    assert document.text == "三十km²，第2项"


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("????????,????,????,2026?6??", True),
        ("1\t______________\t____\t2026_6__", True),
        ("å¡«æ\x8a¥å\x8d\x95ä½\x8dï¼\x9aå¸\x82æµ·æ¼\x82å\x8a\x9e", True),
        ("县水利局????????????????????????", False),
        ("Name: __________ Date: __________", False),
        ("Le comité a décidé de créer une école à Évry.", False),
        ("——————————————————————————", False),
        ("????", False),
    ],
)
def test_garbled_texts(text: str, garbled: bool) -> None:
    assert is_garbled(text) is garbled


def test_a_garbled_file_is_refused_by_name() -> None:
    assert "乱码" in refusal(read_bytes, b"??,????,????\n1,??????,????????\n2,????,??????\n", "分工.csv")


@pytest.mark.parametrize(
    ("annotation", "names"),
    [
        ("牵头单位：县水利局①；配合单位：县财政局②、县司法局③", ["县水利局", "县财政局", "县司法局"]),
        ("责任单位：县水利局¹、县财政局[2]、县司法局[^3]", ["县水利局", "县财政局", "县司法局"]),
        ("责任单位：县水利局1、县财政局2", ["县水利局", "县财政局"]),
        ("县水利局①牵头，县财政局②配合", ["县水利局", "县财政局"]),
        ("责任单位：①县水利局②县财政局", ["县水利局", "县财政局"]),
        ("责任单位：①县水利局；②县财政局", ["县水利局", "县财政局"]),
        ("责任单位：第13中学、市第3医院", ["第13中学", "市第3医院"]),
    ],
)
def test_marks_of_footnotes_are_no_part_of_names(annotation: str, names: list[str]) -> None:
    assert [one.department.name for one in extract(f"一、疏浚河道。（{annotation}）")] == names


def test_footnotes_at_the_end_are_no_tasks() -> None:
    plan = "柳溪县防汛方案\n一、疏浚河道。（责任单位：县水利局①）\n二、巡查堤防。（责任单位：县应急局②）\n"
    (document,) = read_text(plan + "①含河道管理所。\n②含值班室。")
    assert [one.clause.heading for one in analyse(document).assignments] == ["疏浚河道", "巡查堤防"]
    assert document.notes == ("脚注 2 条只作注释，不作任务读",)


@pytest.mark.parametrize("above", ["一、疏浚河道。", "一、疏浚河道，分段见图①。"])
def test_numbered_items_at_the_end_stay_tasks(above: str) -> None:
    (document,) = read_text(f"柳溪县防汛方案\n{above}（责任单位：县水利局）\n①清除淤泥；\n②加固堤岸。")
    assert len(analyse(document).assignments) == 3
