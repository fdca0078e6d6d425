"""The official names of local offices of central organs."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.completing import complete_reading
from raci.register.name_reader import read_name
from raci.register.office_names import office_name
from raci.register.option_values import parse_place

REGISTER = built_in()


@pytest.mark.parametrize(
    ("id", "place", "name"),
    [
        ("nfra-ju", "甘肃省", "国家金融监督管理总局甘肃监管局"),
        ("safe-fj", "甘肃", "国家外汇管理局甘肃省分局"),
        ("pbc-zx", "兰州市", "中国人民银行兰州中心支行"),
        ("pbc-zx", "大同", "中国人民银行大同市中心支行"),
        ("pbc-zx", "甘孜藏族自治州", "中国人民银行甘孜州中心支行"),
        ("pbc-fh", "济南", "中国人民银行济南分行"),
        ("pbc-fh", "萍乡", "中国人民银行萍乡市分行"),
        ("pbc-fh", "甘肃省", "中国人民银行甘肃省分行"),
        ("haiguan", "福州", "福州海关"),
    ],
)
def test_the_place_is_written_as_the_organ_writes_it(id: str, place: str, name: str) -> None:
    office = REGISTER.vertical(id)
    assert office is not None
    assert office_name(office, place, parse_place(place, REGISTER).place, REGISTER) == name


@pytest.mark.parametrize(
    ("name", "place", "canonical"),
    [
        # the place is not known: the central organ's name before a level word would be no name
        ("市税务局", "", "市税务局"),
        ("市税务局", "大同市", "国家税务总局大同市税务局"),
        ("大同市税务局", "", "国家税务总局大同市税务局"),
        ("市证监局", "", "中国证券监督管理委员会市监管局"),
    ],
)
def test_when_the_name_of_the_organ_stands_before_it(name: str, place: str, canonical: str) -> None:
    context = parse_place(place, REGISTER)
    assert complete_reading(read_name(name, REGISTER), context, REGISTER).canonical == canonical
