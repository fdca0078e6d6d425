"""Which files may be one plan, a notice and its annexes, as far as their names tell; no file is opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple, TypeVar

from raci.model.patterns import DataPattern
from raci.readers.documents.annexes import annex_mark, annex_number, title_key
from raci.rules.text_patterns import text_patterns

__all__ = ["FEW", "SHORT", "FileName", "group_files", "home_folder", "parse_file_name"]

#: a folder of so many files is one group; of a larger one, files whose names agree, and so many at most
FEW = 60
#: a key shorter than this names nothing, in characters
SHORT = 4

Item = TypeVar("Item", bound="str | Path")


class FileName(NamedTuple):
    """What the name of a file says: its key; whether 附件 stands in it, with which number, before and behind what."""

    key: str
    marked: bool = False
    number: int = 0
    before: str = ""
    behind: str = ""


def _patterns() -> Mapping[str, DataPattern]:
    return text_patterns("annexes")


def parse_file_name(path: str | PurePath) -> FileName:
    """What the name of a file says of a notice or an annex."""
    stem = PurePath(path).stem
    if ordinal := _patterns()["file-ordinal"].find(stem):
        stem = stem[ordinal.end() :]
    mark = annex_mark().search(stem)
    if mark is None:
        return FileName(title_key(stem))
    before, behind = title_key(stem[: mark.start()]), title_key(stem[mark.end() :])
    return FileName(title_key(stem), True, annex_number(mark["n"]), before, behind)


def home_folder(path: str | PurePath) -> str:
    """The folder in which a file counts: files in a folder 附件 count in the folder above, beside their notice."""
    parent = PurePath(path).parent
    return str(parent.parent if annex_mark().fullmatch(parent.name) else parent)


def group_files(files: Iterable[Item]) -> list[tuple[Item, ...]]:
    """The files in groups, in order: files that by their names may be one plan, where the first of them stands."""
    listing = list(files)
    folders: dict[str, list[int]] = defaultdict(list)
    for index, file in enumerate(listing):
        if str(file) != "-":
            folders[home_folder(file)].append(index)
    bundle_word = _patterns()["bundle-word"]
    grouped: dict[int, tuple[Item, ...]] = {}  # index → the group that begins there; empty inside of a group
    for members in folders.values():
        if not any(bundle_word.holds(PurePath(listing[index]).stem) for index in members):
            continue
        for indexes in [members] if len(members) <= FEW else _group_by_name(members, listing):
            if 1 < len(indexes) <= FEW:
                grouped |= dict.fromkeys(indexes, ())
                grouped[indexes[0]] = tuple(listing[index] for index in indexes)
    return [group for index, file in enumerate(listing) if (group := grouped.get(index, (file,)))]


def _group_by_name(members: Sequence[int], listing: Sequence[Item]) -> list[list[int]]:
    """The files of a large folder, as indexes, in groups that share what their names name."""
    notices: dict[str, list[int]] = defaultdict(list)
    annexes: dict[str, list[int]] = defaultdict(list)
    for index in members:
        name = parse_file_name(listing[index])
        if name.marked:
            for part in {name.before, name.behind}:
                annexes[part].append(index)
        else:
            notices[name.key].append(index)
        if match := _patterns()["printed-in-name"].find(PurePath(listing[index]).stem):
            notices[title_key(match["title"])].append(index)
    parents = {index: index for index in members}  # union-find: the smallest index stands for its group

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for key, indexes in notices.items():
        agreeing = [*indexes, *annexes.get(key, ())]
        if len(key) >= SHORT and 1 < len(agreeing) <= FEW:
            for index in agreeing[1:]:
                first, second = sorted((root(agreeing[0]), root(index)))
                parents[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for index in members:
        groups[root(index)].append(index)
    return list(groups.values())
