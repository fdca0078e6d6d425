"""Documents of companies, schools, hospitals: what their bare names mean."""

from __future__ import annotations

import pytest

from raci.pipeline import analyses


def meant(title: str, names: str) -> dict[str, str | None]:
    (analysis,) = analyses(f"{title}\n\n一、强化巡查。（责任单位：{names}）\n")
    return {one.department.name: one.department.canonical for one in analysis.assignments}


@pytest.mark.parametrize(
    ("title", "issuer", "names"),
    [
        ("青溪矿业集团2026年重点工作分解表", "青溪矿业集团", "安全部、人事部、商务部、监察部、建设部"),
        ("青溪大学2026年工作要点分工", "青溪大学", "组织部、宣传部、团委、人事部、教务处"),
        ("汀澜市第一人民医院清廉建设任务清单", "汀澜市第一人民医院", "组织部、护理部、采购办"),
        ("青溪农村商业银行股份有限公司工作分解", "青溪农村商业银行", "人事部、合规部、科技部"),
        ("青溪高新区2026年重点工作", "青溪高新区", "建设部、党群工作部"),
        ("望江镇2026年防汛工作方案", "望江镇", "应急办、党政办"),
        ("2026年度青溪机械厂安全生产责任清单", "青溪机械厂", "安全部、保卫部"),
        ("附件1\n\n青溪一中2026年工作要点", "青溪一中", "教务处、人事部"),
        ("", "本单位", "财务部、法务部、安全部、商务部"),
    ],
)
def test_bare_names_are_offices_of_the_issuer(title: str, issuer: str, names: str) -> None:
    assert meant(title, names) == {name: f"{issuer}{name}" for name in names.split("、")}


def test_a_name_with_a_level_is_of_that_level_in_any_document() -> None:
    found = meant("青溪大学2026年工作要点分工", "组织部、教务处、人事部，市教育局，教育部，市委组织部")
    assert found["市教育局"] == "市教育局"
    assert found["教育部"] == "教育部"
    assert found["市委组织部"] == "市委组织部"


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        # a city's plan for its hospital, and for all hospitals
        ("汀澜市中医院迁建工作方案", "市卫生健康委、市财政局、市委组织部、宣传部", {"宣传部": "汀澜市委宣传部"}),
        ("关于深化公立医院综合改革的方案", "市卫生健康委、市医保局，市委组织部、宣传部", {"宣传部": "市委宣传部"}),
        # the country's own documents
        (
            "国务院办公厅关于护河的通知",
            "商务部、人事部，中央组织部、宣传部",
            {"人事部": "人事部", "宣传部": "中央宣传部"},
        ),
    ],
)
def test_documents_of_governments_stay_theirs(title: str, names: str, expected: dict[str, str]) -> None:
    found = meant(title, names)
    assert {name: found[name] for name in expected} == expected


def test_where_nothing_tells_both_readings_are_named() -> None:
    (analysis,) = analyses("汀澜市护河方案\n\n一、护河。（责任单位：市财政局、安全部）\n")
    (doubted,) = (one.department for one in analysis.assignments if one.department.name == "安全部")
    assert doubted.canonical is None
    assert doubted.candidates == ("国家安全部", "发文单位的安全部")


def test_the_country_is_not_told_by_names_that_anybody_has() -> None:
    found = meant("", "安全部、商务部、组织部、宣传部、监察部")
    assert "国家安全部" not in found.values()
    assert "中央组织部" not in found.values()
