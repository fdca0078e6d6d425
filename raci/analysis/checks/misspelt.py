"""Names that the register does not hold, one character away from one of it or from one that the document has."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

from raci.analysis.checks.by_task import counted
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment, Department
from raci.register.body_id import UNLISTED, BodyId
from raci.register.compiling import built_in
from raci.register.folding import fold_name
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: names whose own words, before the ending, are shorter than this are told apart by every character
_SHORTEST = 4
#: so many bodies are named as what was recognised may stand for
_MOST_CANDIDATES = 3
#: names of so few characters before the ending differ by any of them
_SHORT = 2


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each name of a department where it first stands: one character is missing, too many or another one."""
    reported: set[str] = set()
    own: _OwnNames | None = None
    for assignment in counted(analysis):
        body = assignment.department
        if body.name in reported:
            continue
        reported.add(body.name)
        if not _is_unknown(body):
            continue
        own = own or _OwnNames(analysis.marked)
        is_recognised = assignment.origin == "ocr"
        if advice := _advice(body, own.near(body, is_recognised), is_recognised):
            message = f"“{body.name}”名录里没有，{advice}"
            yield Issue(message, assignment.start, assignment.end, assignment.clause.index)


def _advice(body: Department, near: Sequence[str], is_recognised: bool) -> str:
    """What the name of an unknown body may be meant for; "" where nothing is like it.

    A body that the document names elsewhere comes first. Short names differ by a character from those of several
    bodies: they must look or sound alike (财攻局 or 才政局, 财政局), unless the words were recognised in a picture.
    """
    if near:
        return f"与本文件别处写的“{'”、“'.join(near)}”只差一个字，请核对是不是错字"
    if meant := _meant(body):
        return f"与“{meant}”只差一个字，请核对是不是错字"
    if candidates := _short_names(body, is_recognised):
        like = f"与“{'”、“'.join(candidates)}”只差一个字"
        return f"{like}，可能是图片识别认错了，请对照原件" if is_recognised else f"{like}，请核对是不是错字"
    return ""


def _is_unknown(body: Department) -> bool:
    """Whether a name is a body's that the register does not hold, and no part of a body's."""
    if body.id is None:
        return body.kind != "person"
    return body.kind == "government" and body.id.startswith(UNLISTED) and not BodyId.parse(body.id).unit


class _OwnNames:
    """The names of a document that the register knows, to be found by what is left of them without a character."""

    def __init__(self, marked: Iterable[Assignment]) -> None:
        known = {one.department.name for one in marked if _is_known(one.department)}
        self._by_shape: dict[tuple[int, str], list[str]] = {}
        for name in sorted(known):
            for place in range(len(name)):
                self._by_shape.setdefault((place, _without(name, place)), []).append(name)

    def near(self, body: Department, is_recognised: bool) -> list[str]:
        """The names that differ from a body's in one character, which tells no two of a row apart (一中, 二中)."""
        name = body.name
        if len(name) < _SHORTEST:
            return []
        any_character = is_recognised or _own_length(_own_words(body), _endings()) > _SHORT
        return [
            meant
            for place in range(1, len(name) - 1)
            for meant in self._by_shape.get((place, _without(name, place)), ())
            if _look_alike(name[place], meant[place])
            or (any_character and not (_tells_apart(name[place]) and _tells_apart(meant[place])))
        ]


def _is_known(body: Department) -> bool:
    return body.id is not None and body.kind != "person" and not BodyId.parse(body.id).names_many


def _tells_apart(char: str) -> bool:
    return lexicon_pattern("checks.one-of-a-row").match(char) is not None


def _look_alike(char: str, other: str) -> bool:
    """Whether one character is read or typed for the other: they look alike, or sound alike."""
    both = char + other
    return (
        lexicon_pattern("checks.look-alike").match(both) is not None
        or lexicon_pattern("checks.sound-alike").match(both) is not None
    )


def _without(name: str, place: int) -> str:
    return name[:place] + name[place + 1 :]


def _meant(body: Department) -> str | None:
    """The name that a body's may be meant for: a local one where it was judged by its ending, else a national one."""
    if body.id is None:
        return _near(fold_name(body.name), _national(), built_in().bodies.national)
    return _near(_own_words(body), _local(), built_in().bodies.local)


def _own_words(body: Department) -> str:
    """A name that was judged by its ending, without its place; all of one that was not."""
    return fold_name(BodyId.parse(body.id).row[len(UNLISTED) :] if body.id else body.name)


def _short_names(body: Department, is_recognised: bool) -> list[str]:
    """The first names of local bodies that differ from a body's in one character before the last."""
    name = _own_words(body)
    if body.id is None or name in built_in().bodies.local:
        return []
    found = {
        meant
        for place in range(len(name) - 1)
        for meant in _short_shapes().get((place, _without(name, place)), ())
        if meant[-1] == name[-1] and (is_recognised or _look_alike(name[place], meant[place]))
    }
    return sorted(found)[:_MOST_CANDIDATES]


@cache
def _short_shapes() -> Mapping[tuple[int, str], list[str]]:
    shapes: dict[tuple[int, str], list[str]] = {}
    for name in built_in().bodies.local:
        for place in range(len(name) - 1):
            shapes.setdefault((place, _without(name, place)), []).append(name)
    return shapes


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
    long = [name for name in names if _own_length(name, _endings()) >= _SHORTEST]
    return {shape: name for name in reversed(long) for shape in _shapes(name)}


@cache
def _endings() -> Sequence[str]:
    suffixes = built_in().suffixes.values()
    return sorted({one for suffix in suffixes for one in (suffix.suffix, suffix.short) if one}, key=len, reverse=True)


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
        "云泽市方案\n一、筹措资金。（市财政局牵头）\n二、核定预算。（市财攻局牵头）\n",
        "云泽市方案\n一、筹措资金。（市才政局牵头）\n",
    ),
    passes=(
        "云泽市方案\n一、办好农业。（市农业农村局牵头，市财政局配合）\n",
        "国务院办公厅关于加强冷链监管的意见\n一、规范运输。（交通运输部牵头，国家科委配合）\n",
        "云泽市方案\n一、办好旅游。（市文广旅游局牵头）\n",
        "云泽市方案\n一、管好房产。（市房产局牵头）\n二、管好水产。（市水产局牵头）\n",
        "云泽市方案\n一、办好农业。（市农水局牵头，市征拆办公室配合）\n",
    ),
)
