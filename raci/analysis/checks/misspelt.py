"""Names that the register does not hold, one character away from a name that it does."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

from raci.analysis.checks.by_task import counted
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Department
from raci.register.body_id import UNLISTED, BodyId
from raci.register.compiling import built_in
from raci.register.folding import fold_name

__all__ = ["CHECK"]

#: names whose own words, before the ending, are shorter than this are told apart by every character
_SHORTEST = 4


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each name of a department where it first stands: one character is missing, too many or another one."""
    reported: set[str] = set()
    for assignment in counted(analysis):
        body = assignment.department
        if body.name in reported:
            continue
        reported.add(body.name)
        if meant := _meant(body):
            message = f"“{body.name}”名录里没有，与“{meant}”只差一个字，请核对是不是错字"
            yield Issue(message, assignment.start, assignment.end, assignment.clause.index)


def _meant(body: Department) -> str | None:
    """The name that a body's may be meant for: a local one where it was judged by its ending, else a national one."""
    if body.id is None:
        return None if body.kind == "person" else _near(fold_name(body.name), _national(), built_in().bodies.national)
    if body.kind != "government" or not body.id.startswith(UNLISTED):
        return None
    body_id = BodyId.parse(body.id)
    return None if body_id.unit else _near(fold_name(body_id.row[len(UNLISTED) :]), _local(), built_in().bodies.local)


def _near(name: str, shapes: Mapping[str, str], known: Container[str]) -> str | None:
    """The name of the register that is one character away and ends alike; None where there is none."""
    if name in known:  # with a connecting word more or less
        return None
    for shape in _shapes(name):
        meant = shapes.get(shape)
        if meant is not None and meant[-1] == name[-1] and abs(len(meant) - len(name)) <= 1:
            return meant
    return None


@cache
def _local() -> Mapping[str, str]:
    return _by_shape(built_in().bodies.local)


@cache
def _national() -> Mapping[str, str]:
    return _by_shape(built_in().bodies.national)


def _by_shape(names: Iterable[str]) -> Mapping[str, str]:
    """The names, and what is left of them without one character → the names."""
    suffixes = built_in().suffixes.values()
    endings = sorted(
        {one for suffix in suffixes for one in (suffix.suffix, suffix.short) if one}, key=len, reverse=True
    )
    long = [name for name in names if _own_length(name, endings) >= _SHORTEST]
    return {shape: name for name in reversed(long) for shape in _shapes(name)}


def _own_length(name: str, endings: Sequence[str]) -> int:
    """How many characters stand before the ending that says what sort of body it is; 0 where there is none."""
    ending = next((ending for ending in endings if name.endswith(ending)), None)
    return len(name) - len(ending) if ending else 0


def _shapes(name: str) -> Iterator[str]:
    """A name and what is left of it without each of its characters: two names one character apart share one."""
    yield name
    yield from (name[:index] + name[index + 1 :] for index in range(len(name)))


CHECK = Check(
    "misspelt",
    "单位名称疑有错字",
    "warning",
    _find,
    why="写错一个字的名称名录里查不到，统计时会成为另一家单位。",
    remedy="对照原件改正；确有这个单位的，用 --register 加进名录。",
    finds=(
        "云泽市方案\n一、办好农业。（市农业农局牵头，市财政局配合）\n",
        "云泽市方案\n一、整治市场。（市市场监管管理局牵头）\n",
        "国务院办公厅关于加强冷链监管的意见\n一、规范运输。（交通运部牵头）\n",
    ),
    passes=(
        "云泽市方案\n一、办好农业。（市农业农村局牵头，市财政局配合）\n",
        "国务院办公厅关于加强冷链监管的意见\n一、规范运输。（交通运输部牵头，国家科委配合）\n",
        "云泽市方案\n一、办好旅游。（市文广旅游局牵头）\n",
        "云泽市方案\n一、办好农业。（市农水局牵头，市征拆办公室配合）\n",
    ),
)
