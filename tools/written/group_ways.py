"""Ways to write who is in a group: entries, labels, and sentences with the places of those who have each title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from written.group_pools import Post

__all__ = ["ENTRIES", "LABELS", "OFFICES", "SENTENCES", "SEPARATORS", "Entry", "Person", "wide"]


class Person(NamedTuple):
    """Somebody in a group, by position, with the post."""

    position: str
    name: str
    post: Post


class Entry(NamedTuple):
    """A way to write a person; what it tells (n name, p post, b body), and how entries may be parted.

    ``held``: nobody has looked at what it gives.
    """

    write: Callable[[Person], str]
    told: str
    parted: str
    held: bool = False


def wide(name: str) -> str:
    """A name of two characters set to the width of three."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def _by_body(with_body: str, without: str) -> Callable[[Person], str]:
    """Written with the body and rank of a post, where it is a body's; ``{N}`` is the name set wide."""

    def write(one: Person) -> str:
        pattern = with_body if one.post.rank else without
        return pattern.format(n=one.name, N=wide(one.name), p=one.post.words, b=one.post.body, r=one.post.rank)

    return write


def _plain(pattern: str) -> Callable[[Person], str]:
    return _by_body(pattern, pattern)


#: line: a line each, two: two a line, 、，；: in a line, blank: parted by blanks
ENTRIES: Mapping[str, Entry] = {
    "王　某　市财政局局长": Entry(_plain("{N}　{p}"), "np", "line two"),
    "王某 市财政局局长": Entry(_plain("{n} {p}"), "np", "line two ， ；"),
    "市财政局局长　王　某": Entry(_plain("{p}　{N}"), "np", "line two"),
    "市财政局局长王某": Entry(_plain("{p}{n}"), "np", "line 、 ， ；"),
    "王某（市财政局局长）": Entry(_plain("{n}（{p}）"), "np", "line two 、 ， ； blank"),
    "王　某 （市财政局局长）": Entry(_plain("{N} （{p}）"), "np", "line two blank"),
    "王某，市财政局局长": Entry(_plain("{n}，{p}"), "np", "line ；"),
    "市财政局局长：王某": Entry(_plain("{p}：{n}"), "np", "line"),
    "王某：市财政局局长": Entry(_plain("{n}：{p}"), "np", "line"),
    "市财政局　王　某　局长": Entry(_by_body("{b}　{N}　{r}", "{p}　{N}"), "np", "line"),
    "王　某　市财政局　局长": Entry(_by_body("{N}　{b}　{r}", "{N}　{p}"), "np", "line"),
    "市财政局　王　某": Entry(_by_body("{b}　{N}", "{p}　{N}"), "nb", "line"),
    "市财政局：王某": Entry(_by_body("{b}：{n}", "{n}（{p}）"), "nb", "line"),
    "王　某　市财政局": Entry(_by_body("{N}　{b}", "{N}　{p}"), "nb", "line"),
    "王某（市财政局）": Entry(_by_body("{n}（{b}）", "{n}（{p}）"), "nb", "line two 、"),
    "王某同志（市财政局局长）": Entry(_plain("{n}同志（{p}）"), "np", "line 、"),
    "王某": Entry(_plain("{n}"), "n", "two 、 blank"),
    "王　某": Entry(_plain("{N}"), "n", "two blank"),
    "市财政局局长": Entry(_plain("{p}"), "p", "line 、"),
    "王某 - 市财政局局长": Entry(_plain("{n} - {p}"), "np", "line", held=True),
    "王某/市财政局局长": Entry(_plain("{n}/{p}"), "np", "line ；", held=True),
    "市财政局局长王某同志": Entry(_plain("{p}{n}同志"), "np", "line 、 ；", held=True),
    "（市财政局局长）王某": Entry(_plain("（{p}）{n}"), "np", "line", held=True),
    "王某（市财政局/局长）": Entry(_by_body("{n}（{b}/{r}）", "{n}（{p}）"), "np", "line", held=True),
    "市财政局王某（局长）": Entry(_by_body("{b}{n}（{r}）", "{n}（{p}）"), "np", "line 、", held=True),
}
SEPARATORS = {"line": "\n　　　　　", "two": "　　　　", "blank": "  "}
#: labels of a roster ({t}: the title, {T}: set wide, {i} {I}: its number, {k}: what the group is called, {c}: how many)
LABELS: Mapping[str, bool] = {
    "{t}：": False, "{T}：": False, "{t}: ": False, "{T}　　": False, "{t}：\n": False, "（{I}）{t}\n": False,
    "【{t}】\n": False, "{i}.{t}：": False, "{t}（{c}人）：": False,
    "{k}{t}：": True, "{t}——": True, "{i}、{t}\n": True, "［{t}］：": True, "{t}（{c}名）　": True,
}  # fmt: skip
#: sentences ({h} {d} {m}: those who lead, their deputies, the members; {H} {D} {M}: their titles), and which are held
#: back
SENTENCES: Mapping[str, bool] = {
    "成立{g}，由{h}任{H}，{d}任{D}，{m}为{M}。": False,
    "成立{g}。{H}由{h}担任，{D}由{d}担任，{M}由{m}组成。": False,
    "经研究，决定成立{g}，{h}任{H}，{d}任{D}，{M}为{m}。": False,
    "成立以{h}为{H}、{d}为{D}、{m}为{M}的{g}。": False,
    "{g}{H}由{h}兼任，{D}由{d}担任，{M}包括{m}。": False,
    "设立{g}。{g}由{h}担任{H}；{d}担任{D}；{m}为{M}。": False,
    "成立{g}，{H}：{h}；{D}：{d}；{M}：{m}。": False,
    "成立由{h}任{H}，{d}任{D}，{m}参加的{g}。": False,
    "成立{g}（{H}：{h}；{D}：{d}；{M}：{m}）。": False,
    "成立{g}，明确{h}为{H}，{d}为{D}，{m}为{M}。": True,
    "调整{g}，调整后{H}为{h}，{D}为{d}，{M}为{m}。": True,
    "决定成立{g}，{H}{h}，{D}{d}，{M}{m}。": True,
    "成立{g}，推选{h}担任{H}，聘请{d}担任{D}，{m}担任{M}。": True,
    "成立{g}，其中{H}由{h}担任，{D}分别由{d}担任，{M}由{m}等组成。": True,
    "组建{g}，{h}任{H}，统筹全面工作；{d}任{D}，协助{H}工作；{m}任{M}。": True,
}
#: what is said of the office ({k}: what the group is called, {b}: the body, {p}: the post, {n}: the name): who is told
OFFICES: Mapping[str, tuple[str, bool]] = {
    "": ("", False),
    "　　{k}办公室设在{b}，{n}兼任办公室主任。": ("office name", False),
    "　　{k}下设办公室，办公室设在{b}，办公室主任由{p}兼任。": ("office post", False),
    "　　办公室设在{b}，由{n}同志任主任，负责日常工作。": ("office name", False),
    "　　{k}办公室设在{b}，主任由{n}同志兼任，联系电话：12345678。": ("office name", False),
    "{k}办公室\n主　任：{n}（兼）": ("name", False),
    "　　日常工作由{b}承担，{k}办公室主任为{n}。": ("name", True),
    "　　在{b}设立{k}办公室，办公室主任：{n}。": ("office name", True),
    "　　{k}下设办公室在{b}，{n}任办公室主任，具体负责日常协调。": ("office name", True),
}
