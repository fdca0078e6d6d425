"""Write raci/data/register/places.csv from two public lists of administrative divisions (its README names them).

python tools/register_places.py CHINA-DIVISION-FOLDER GB2260-FOLDER

The first is the unpacked npm package ``china-division`` (dist/{provinces,cities,areas}.csv), the second the
unpacked PyPI package ``gb2260`` (the yearly editions of GB/T 2260 from 2002 on, for names that are gone).
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "raci" / "data" / "register" / "places.csv"
#: the peoples of China, as the names of autonomous places have them
PEOPLES = [
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
]
#: a people's name before 自治, with 族 or (蒙古, 维吾尔 …) without
PEOPLE = re.compile(
    "(?:"
    + "|".join(sorted((f"{each}族" if len(each) == 1 else f"{each}族?" for each in PEOPLES), key=len, reverse=True))
    + ")+$"
)
ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "特区",
    "省",
    "市",
    "县",
    "区",
    "盟",
    "旗",
    "州",
)
FAR = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def short(name: str) -> str:
    """北京市 → 北京, 恩施土家族苗族自治州 → 恩施; the whole name where little would be left."""
    if name in {"内蒙古自治区", "西藏自治区"}:
        return name[:-3]
    for ending in ENDINGS:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            bare = PEOPLE.sub("", stem) if ending.startswith("自治") else stem
            bare = bare or stem
            return bare if len(bare) >= 2 else name
    return name


def current(folder: Path) -> dict[str, str]:
    """Code of six digits → name."""
    places = {}
    for file in ("provinces", "cities", "areas"):
        with (folder / "dist" / f"{file}.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["name"] not in {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}:
                    places[row["code"][:6].ljust(6, "0")] = row["name"]
    return {**places, **FAR}


def level(code: str) -> str:
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def main() -> None:
    division, gb = map(Path, sys.argv[1:3])
    sys.path.insert(0, str(gb))
    from gb2260.data import data  # type: ignore[import-not-found]

    now = current(division)
    rows = [[code, name, short(name), level(code), "", ""] for code, name in now.items()]
    editions = {
        int(str(edition)[:4]): table
        for edition, table in sorted(data.items(), key=lambda each: str(each[0]))
        if edition
    }
    names_now = {(code[:2], name) for code, name in now.items()}
    seen: dict[tuple[str, str], int] = {}
    for year, table in editions.items():
        for code, name in table.items():
            seen[str(code), name] = year
    for (code, name), year in sorted(seen.items()):
        if (code[:2], name) in names_now or re.match(r".*市辖区|县$|省直辖|自治区直辖|市$|.*直辖县|郊区", name):
            continue
        if code in now:  # the same place under another name
            after = code
        else:  # a county that became a district, or the other way: the same stem in the same prefecture
            stem = short(name)
            like = [
                each for each, one in now.items() if each[:4] == code[:4] and each[4:] != "00" and short(one) == stem
            ]
            if not like or code.endswith("00"):  # moved to another prefecture, or a prefecture with another code
                kin = level(code)
                like = [
                    each
                    for each, one in now.items()
                    if each[:2] == code[:2] and level(each) == kin and short(one) == stem
                ]
            after = like[0] if len(like) == 1 else ""
        rows.append([code, name, short(name), level(code), str(year), after])
    rows.sort(key=lambda row: (row[0], row[4]))
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "name", "short", "level", "last_listed", "successor"])
        writer.writerows(rows)
    print(len(rows), "places")


if __name__ == "__main__":
    main()
