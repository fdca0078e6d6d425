"""What is one node: bodies at their place, functions; names that mean another body in another place."""

from __future__ import annotations

import pytest

import raci
from raci.networks.nodes import BodyFacts, NodeCollector

CITY = BodyFacts("市财政局", "白石市财政局", "caizheng.ju@1", "government", "city", "白石市")
PROVINCE = BodyFacts("省财政厅", "临江省财政厅", "caizheng.ting@2", "government", "province", "临江省")
NATION = BodyFacts("财政部", "财政部", "n-caizheng", "government", "national", None)
ANY = BodyFacts("各县区", "各县区", "set:各县区", "collective", None, None)
UNKNOWN = BodyFacts("河湖中心")


def keys(by: str, *named: tuple[BodyFacts, str]) -> list[str]:
    collector = NodeCollector(by)
    return [collector.add(facts, place) for facts, place in named]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ((CITY, "白石市"), (CITY, "临江省"), True),  # who names it does not matter
        ((NATION, "白石市"), (NATION, "云泽市"), True),
        ((CITY, "白石市"), (PROVINCE, "白石市"), False),
        ((ANY, "白石市"), (ANY, "白石市"), True),
        ((ANY, "白石市"), (ANY, "云泽市"), False),  # the counties of another city
        ((UNKNOWN, "白石市"), (UNKNOWN, "云泽市"), False),
        ((UNKNOWN, "文件1"), (UNKNOWN, "文件2"), False),  # nobody knows whose documents these are
    ],
)
def test_bodies_at_their_place(first: tuple[BodyFacts, str], second: tuple[BodyFacts, str], same: bool) -> None:
    one, other = keys("body", first, second)
    assert (one == other) is same


def test_one_function_at_all_places_and_levels() -> None:
    assert len(set(keys("function", (CITY, "白石市"), (PROVINCE, "临江省"), (NATION, "")))) == 1
    assert len(set(keys("function", (ANY, "白石市"), (ANY, "云泽市")))) == 1


def _named(name: str) -> BodyFacts:
    """A body as the register reads its name."""
    (found,) = raci.names([name])
    return BodyFacts(name, found.canonical, found.id, found.kind, found.level, found.place)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("青原县工业和信息化局", "浙江省经济和信息化厅", True),
        ("青原县工信局", "上海市经信委", True),
        ("浙江省经济和信息化厅", "工业和信息化部", True),
        ("四川省林业厅", "青原县林业和草原局", True),
        ("青原县工信局", "青原县科技工业和信息化局", False),  # more than the one duty
        ("山东省海洋与渔业厅", "青原县自然资源局", False),  # its duties went to several
        ("青原县卫生局", "青原县卫生健康局", False),
        ("青原县工信局", "青原县商务局", False),
    ],
)
def test_one_function_under_several_names(first: str, second: str, same: bool) -> None:
    one, other = keys("function", (_named(first), ""), (_named(second), ""))
    assert (one == other) is same


def test_one_function_of_each_level() -> None:
    other_city = BodyFacts("市财政局", "云泽市财政局", "caizheng.ju@3", "government", "city", "云泽市")
    assert len(set(keys("function-level", (CITY, ""), (other_city, ""), (PROVINCE, "")))) == 2


def test_a_government_and_its_office_have_not_one_function() -> None:
    government = BodyFacts("市政府", "白石市人民政府", "government.zf@1", "local_government", "city", "白石市")
    office = BodyFacts("市政府办公室", "白石市人民政府办公室", "government.bgs@1", "government", "city", "白石市")
    province = BodyFacts("省政府办公厅", "临江省人民政府办公厅", "government.bgt@2", "government", "province", "临江省")
    first, second, third = keys("function", (government, ""), (office, ""), (province, ""))
    assert first != second == third


def test_labels_are_unique_and_say_where_they_are_of() -> None:
    collector = NodeCollector("body")
    for place in ("白石市", "云泽市"):
        collector.add(ANY, place)
    collector.add(CITY, "白石市")
    labels = [node.label for node in collector.nodes().values()]
    assert labels == ["各县区（白石市）", "各县区（云泽市）", "白石市财政局"]


def test_a_function_is_called_what_most_are_called_without_their_place() -> None:
    collector = NodeCollector("function")
    for facts in (CITY, CITY, PROVINCE):
        collector.add(facts, "")
    collector.add(BodyFacts("市财政局", "云泽市财政局", "caizheng.ju@3", "government", "city", "云泽市"), "")
    (node,) = collector.nodes().values()
    assert (node.label, node.level, node.jurisdiction) == ("财政局", "", "")


def test_an_organ_of_the_party_is_called_that_of_the_committee() -> None:
    collector = NodeCollector("function")
    collector.add(BodyFacts("市委网信办", "白石市委网信办", "party:wangxin@1", "party", "city", "白石市"), "")
    assert [node.label for node in collector.nodes().values()] == ["党委网信办"]


def test_what_stands_for_many_is_a_collective_known_or_not() -> None:
    collector = NodeCollector("body")
    for facts in (ANY, BodyFacts("各镇街"), UNKNOWN, CITY):
        collector.add(facts, "白石市")
    assert [node.collective for node in collector.nodes().values()] == [True, True, False, False]
