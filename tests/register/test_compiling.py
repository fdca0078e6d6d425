"""The register's tables: what comes with raci holds, and a broken table is told fault by fault."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from raci.errors import RegisterError
from raci.register.compiling import built_in, compile_tables
from raci.register.csv_tables import parse_table, read_built_in
from raci.register.places import LEVELS


def test_the_tables_that_come_with_raci_have_no_faults() -> None:
    compile_tables({})


def test_nothing_of_it_loads_with_the_package() -> None:
    code = "import raci, sys; print([name for name in sys.modules if name.startswith(('raci.register', 'csv'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_fault_is_told_with_file_and_line() -> None:
    bodies = read_built_in("bodies").splitlines()
    bodies[1] = bodies[1].replace(",2003,", ",两千零三,")
    bodies.append("shuili,government,水利,,,厅|局,厅|局|局,,,,,,,")
    bodies.append("xin-shui,government,新水务,水务,,局,局|局|局,,,,,,2020,2010")
    bodies.append("short,row")
    with pytest.raises(RegisterError) as caught:
        compile_tables(
            {
                "bodies": "\n".join(bodies) + "\n",
                "successions": "before,after,year,scope,place,note,source\n"
                "huanbao,nirgendwo,2018,,,,\nguotu,ziran-ziyuan,不久,,,,\n",
                "zones": "short,long\n高新区,高新技术产业开发区\n",
            }
        )
    told = str(caught.value)
    last = len(bodies)
    for words in (
        "bodies.csv:2：valid_from 须是四位年份",
        f"bodies.csv:{last - 2}：id 重复：shuili",
        f"bodies.csv:{last - 1}：valid_from 2020 晚于 valid_to 2010",
        f"bodies.csv:{last - 1}：名称重复：水务局",
        f"bodies.csv:{last}：应有 14 列",
        "successions.csv:2：after nirgendwo 不在名录中",
        "successions.csv:3：year 须是四位年份",
        "zones.csv:1：列应为 short,name",
    ):
        assert words in told
    assert "\n" not in told


def test_places_lie_within_places() -> None:
    places = built_in().places
    for place in places.codes.values():
        assert place.level in LEVELS
        if place.level != "province":
            assert places.parent(place) is not None, place


@pytest.mark.parametrize(("old", "new"), [("襄樊市", "襄阳市"), ("思茅市", "普洱市"), ("崇明县", "崇明区")])
def test_renamed_places_know_their_successor(old: str, new: str) -> None:
    places = built_in().places
    assert new in {places.codes[code].name for place in places.named[old] for code in place.successors}


def test_each_change_of_a_place_has_its_year_and_source() -> None:
    changes = parse_table("place_changes", read_built_in("place_changes")).rows
    assert len(changes) > 280
    assert all(2010 <= int(row["year"]) <= 2026 and row["successors"] for row in changes)
    assert all(row["year"] in row["source"] for row in changes)


def test_a_change_of_a_place_that_is_none_is_told() -> None:
    head = "code,name,year,successors,source\n"
    for row, fault in (
        ("999999,青溪区,2021,330105,某批复\n", "没有这个旧地名：青溪区"),
        ("330103,下城区,去年,330105,某批复\n", "year 须是四位年份"),
        ("330103,下城区,2021,999999,某批复\n", "后继 999999 不在表中"),
        ("330103,下城区,2021,330105,\n", "source 不能为空"),
    ):
        with pytest.raises(RegisterError, match=fault):
            compile_tables({"place_changes": head + row})


def test_ids_are_plain_and_lasting() -> None:
    """What other programs keep: changing one of these breaks their data."""
    assert all(re.fullmatch(r"[a-z0-9:-]+", body) for body in built_in().bodies.rows)
    assert {"fagai", "gongxin", "caizheng", "ziran-ziyuan", "shengtai", "shijian"} <= built_in().bodies.rows.keys()
