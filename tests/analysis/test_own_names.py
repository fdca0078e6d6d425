"""我部, 本局, 你委: which bodies a document means by them."""

from __future__ import annotations

import pytest

from raci.analysis.own_names import meant_by
from raci.model import Document
from raci.pipeline import analyse


@pytest.mark.parametrize(
    ("name", "issuers", "expected"),
    [
        ("我局", ("云泽市园林局",), "云泽市园林局"),
        ("本局", ("云泽市园林局",), "云泽市园林局"),
        ("我委", ("云泽市发展和改革委员会",), "云泽市发展和改革委员会"),
        ("我部", ("住房城乡建设部办公厅",), "住房城乡建设部"),
        ("我部城市建设司", ("住房城乡建设部",), "住房城乡建设部城市建设司"),
        ("我厅（产业处）", ("云泽省园林厅", "云泽市园林局"), "云泽省园林厅（产业处）"),
        ("我厅", ("云泽省园林厅", "云泽省水利厅"), None),
        ("我部", ("国务院办公厅",), None),
        ("我局", (), None),
        ("我市", ("云泽市人民政府",), None),
        ("市园林局", ("云泽市园林局",), None),
    ],
)
def test_the_issuer_is_meant_where_its_name_fits(name: str, issuers: tuple[str, ...], expected: str | None) -> None:
    assert meant_by(name, Document("", issuers=issuers)) == expected


@pytest.mark.parametrize(
    ("addressees", "expected"),
    [("云泽市发展改革委：", "云泽市发展改革委"), ("各区县政府，市发展改革委", None), ("", None)],
)
def test_the_one_addressee_is_meant_by_you(addressees: str, expected: str | None) -> None:
    assert meant_by("你委", Document("", addressees=addressees)) == expected


def test_a_row_names_the_issuer() -> None:
    text = (
        "云泽市园林局关于申报绿道项目的通知\n各区园林局：\n"
        "一、申报。各区园林局应当于6月底前将材料报送我局。\n云泽市园林局\n2025年3月1日\n"
    )
    found = {one.department.name: one.department.canonical for one in analyse(text).assignments}
    assert found["我局"] == "云泽市园林局"
