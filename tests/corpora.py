"""Folders of plans for tests of ``raci corpus``, and stores compared by their bytes."""

from __future__ import annotations

from pathlib import Path

PLACES = ("青溪县", "云泽市", "松原口市", "白鹭县", "临江省")
BODIES = ("财政局", "水利局", "教育局", "农业农村局", "司法局")


def plan(number: int) -> str:
    """The text of a plan that no other number gives."""
    place, level = PLACES[number % 5], PLACES[number % 5][-1]
    lead, support = BODIES[number % 5], BODIES[(number + 2) % 5]
    return f"""{place}人民政府办公室关于印发第{number}号行动方案的通知

{place}第{number}号便民行动方案

一、办好第{number}件实事
（一）清理第{number}条河道。对全域河道开展清理。（牵头单位：{level}{lead}；配合单位：{level}{support}；完成时限：2025年6月底前）
（二）修好第{number}所学校。（责任单位：{level}教育局）
（三）每季度通报进展。
"""


def write_plans(folder: Path, numbers: range | list[int]) -> Path:
    """A folder with a file a plan."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"方案{number:03}.txt").write_text(plan(number), encoding="utf-8")
    return folder


def contents(store: Path) -> dict[str, bytes]:
    """All files of a store, by their names in it: two stores are the same where these are."""
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in store.rglob("*") if path.is_file()}
