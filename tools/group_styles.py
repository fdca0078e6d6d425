"""How offices write who is in a group: each style is a function from the members to the words that list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

__all__ = [
    "Member",
    "Style",
    "below",
    "cut",
    "in_pairs",
    "lines",
    "listed",
    "paged",
    "side_by_side",
    "table",
    "told",
    "under_banners",
]


class Member(NamedTuple):
    """One who is in a group: 副组长, 李某, 市财政局局长, 市财政局."""

    position: str
    title: str
    name: str | None
    post: str | None
    body: str | None

    @property
    def rank(self) -> str:
        """The post without its body."""
        post = self.post or ""
        return post.removeprefix(self.body) if self.body else post


class Style(NamedTuple):
    """How members are written, and what is told of them: persons with posts, names, posts or bodies."""

    write: Callable[[Sequence[Member]], str]
    told: str = "persons"


def by_title(members: Sequence[Member]) -> Iterator[tuple[str, list[Member]]]:
    """The members under each title, in order."""
    for title, each in groupby(members, key=lambda member: member.title):
        yield title, list(each)


def spread(title: str) -> str:
    """组　长, as titles are set to one width."""
    return f"{title[0]}　{title[1]}" if len(title) == 2 else title


def lines(entry: str, label: str = "{}：", between: str = "\n", indent: str = "　　　　　　") -> Callable[..., str]:
    """A label and an entry a line; those behind the first are set in."""

    def write(members: Sequence[Member]) -> str:
        return "\n".join(
            label.format(spread(title), n=len(group))
            + f"{between}{indent}".join(_filled(entry, each) for each in group)
            for title, group in by_title(members)
        )

    return write


def _filled(entry: str, one: Member, number: int = 1) -> str:
    name = one.name or ""
    wide = f"{name[0]}　{name[1]}" if len(name) == 2 else name
    return entry.format(
        phone=f"1380000{number:04}",
        name=name,
        title=one.title,
        wide=wide,
        post=one.post,
        body=one.body or "",
        rank=one.rank,
        n=number,
    )


def _numbered(label: str, number: int) -> str:
    return label.replace("●", "一二三四五六七八九"[number])


def below(entry: str, label: str = "{}：") -> Callable[..., str]:
    """A label in a line of its own, an entry a line below it, numbered if the entry asks for that."""

    def write(members: Sequence[Member]) -> str:
        found = []
        for title, group in by_title(members):
            found.append(label.format(spread(title)))
            found += [_filled(entry, one, number) for number, one in enumerate(group, 1)]
        return "\n".join(found)

    return write


def in_pairs(entry: str) -> Callable[..., str]:
    """Two persons a line."""

    def write(members: Sequence[Member]) -> str:
        found = []
        for title, group in by_title(members):
            each = [_filled(entry, one) for one in group]
            pairs = ["      ".join(each[place : place + 2]) for place in range(0, len(each), 2)]
            found.append(f"{spread(title)}：" + "\n　　　　".join(pairs))
        return "\n".join(found)

    return write


def listed(entry: str, label: str = "{}：", between: str = "、", behind: str = "\n", last: str = ""
) -> Callable[..., str]:  # fmt: skip
    """The members of a title in one line; ``last``: what stands behind those of the last."""

    def write(members: Sequence[Member]) -> str:
        said = [
            _numbered(label, number).format(title) + between.join(_filled(entry, one) for one in group)
            for number, (title, group) in enumerate(by_title(members))
        ]
        return behind.join(said) + last

    return write


def told(
    clause: str, entry: str, last: str = "", *, opening: str = "", comma: str = "，", count: str = ""
) -> Callable[..., str]:
    """A sentence: a clause for each title; ``last`` for the last, where that is another."""

    def write(members: Sequence[Member]) -> str:
        titles = [(title, "、".join(_filled(entry, one) for one in group)) for title, group in by_title(members)]
        counts = [len(group) for _, group in by_title(members)]
        clauses = [
            _numbered(count, place) + clause.format(title=title, who=who, n=counts[place])
            for place, (title, who) in enumerate(titles)
        ]
        if last:
            clauses[-1] = _numbered(count, len(titles) - 1) + last.format(title=titles[-1][0], who=titles[-1][1])
        return f"　　{opening}" + comma.join(clauses) + "。"

    return write


def table(heads: str, cells: Sequence[str], between: str = "\t", edge: str = "", *, once: bool = False, rule: str = "",
          aligned: bool = False) -> Callable[..., str]:  # fmt: skip
    """A row a member; ``once``: a title stands in its first row alone; ``rule``: what stands below the heads."""

    def write(members: Sequence[Member]) -> str:
        rows = [heads.split()] if heads else []
        before = ""
        for number, one in enumerate(members, 1):
            title = "" if once and one.title == before else one.title
            before = one.title
            rows.append([title if cell == "title" else _filled(cell, one, number) for cell in cells])
        if aligned:
            rows = _aligned(rows)
        found = [edge + between.join(row) + edge for row in rows]
        if rule:
            found.insert(1, rule * len(cells) + "|")
        return "\n".join(line.rstrip(" ") for line in found)

    return write


def _aligned(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [[cell + "　" * (width - len(cell)) for cell, width in zip(row, widths, strict=True)] for row in rows]


def cut(write: Callable[..., str], width: int, indent: str = "　　　　　　　") -> Callable[..., str]:
    """The same with what is too long for a line in the next."""

    def cut_lines(members: Sequence[Member]) -> str:
        found = []
        for line in write(members).split("\n"):
            found.append(line[:width])
            found += [
                indent + line[place : place + width - len(indent)]
                for place in range(width, len(line), width - len(indent))
            ]
        return "\n".join(found)

    return cut_lines


def paged(write: Callable[..., str], lines_each: int = 6, heads: str = "") -> Callable[..., str]:
    """The same with a page number behind so many lines, and the heads of a table again."""

    def paged_lines(members: Sequence[Member]) -> str:
        found = write(members).split("\n")
        pages = [found[place : place + lines_each] for place in range(0, len(found), lines_each)]
        again = [found[0]] if heads else []
        return "\n".join(
            "\n".join([*(again if number > 1 else []), *page]) + (f"\n- {number} -" if number < len(pages) else "")
            for number, page in enumerate(pages, 1)
        )

    return paged_lines


def side_by_side(heads: str, between: str = "\t") -> Callable[..., str]:
    """A table with two persons a row, their title before them."""

    def write(members: Sequence[Member]) -> str:
        rows = [heads.split()]
        for title, group in by_title(members):
            for place in range(0, len(group), 2):
                pair = [cell for one in group[place : place + 2] for cell in (one.name or "", one.post or "")]
                rows.append([title, *pair, *[""] * (4 - len(pair))])
        return "\n".join(between.join(row) for row in rows)

    return write


def under_banners(heads: str, banner: str = "{}", between: str = "\t") -> Callable[..., str]:
    """A table with each title in a row of its own above those who have it."""

    def write(members: Sequence[Member]) -> str:
        rows = [between.join(heads.split())]
        for number, (title, group) in enumerate(by_title(members)):
            rows.append(_numbered(banner, number).format(title))
            rows += [between.join((one.name or "", one.post or "")) for one in group]
        return "\n".join(rows)

    return write
