"""Bodies of which neither text nor document says to which level or place they belong."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.listing import of_bodies
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment

__all__ = ["CHECK"]

#: one or two names alone may be parts of one body (办公室、财务部)
_FEWEST = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One finding, where it holds for half of the bodies or more: whose plan it is, is one question."""
    placed: set[str] = set()
    open_bodies: dict[str, Assignment] = {}
    for one in analysis.marked:
        body = one.department
        if body.canonical and body.kind == "government" and not body.reason:
            if body.level is None:
                open_bodies.setdefault(body.name, one)
            else:
                placed.add(body.name)
    if len(open_bodies) >= max(_FEWEST, len(placed)):
        yield of_bodies(open_bodies, "有 {count} 个单位不知是哪一级、哪里的")


CHECK = Check(
    "placeless",
    "单位不知层级",
    "note",
    _find,
    why="只写“教育局”的，省、市、县都有；多份文件合在一起统计时会混为一家。",
    remedy="用 --place 或 raci.toml 的 place 写明文件是哪里的。",
    finds=("一、办好学校。（责任单位：教育局、财政局、住建局）\n",),
    passes=("云泽市办学方案\n一、办好学校。（责任单位：市教育局、市财政局、市住建局）\n",),
)
