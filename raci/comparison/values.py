"""The values of a comparison: the tasks of two versions, which of them are the same, and what changed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from raci.model import Role, label, notebook

__all__ = [
    "CHANGES",
    "Change",
    "ChangeKind",
    "ChangeType",
    "ComparedTask",
    "Comparison",
    "Party",
    "Side",
    "TaskPair",
]

#: the keys of the kinds of change, for type checkers; a test holds them to CHANGES
ChangeKind = Literal[
    "removed",
    "added",
    "split",
    "joined",
    "rewritten",
    "lost",
    "gained",
    "role",
    "letter",
    "reform",
    "earlier",
    "later",
    "limit",
    "reworded",
    "moved",
    "untaken",
    "own",
    "lead",
    "behind",
]


class ChangeType(NamedTuple):
    """A kind of change: ``key`` in data, ``word`` for people; ``quiet`` where it makes no difference by itself."""

    key: ChangeKind
    word: str
    quiet: bool = False


#: key → the kind, in the order in which changes of one task are told
CHANGES: Mapping[ChangeKind, ChangeType] = MappingProxyType(
    {
        kind.key: kind
        for kind in (
            ChangeType("removed", "删去任务"),
            ChangeType("added", "新增任务"),
            ChangeType("split", "拆分"),
            ChangeType("joined", "合并"),
            ChangeType("rewritten", "内容相近"),
            ChangeType("lost", "退出单位"),
            ChangeType("gained", "新增单位"),
            ChangeType("role", "角色变化"),
            ChangeType("letter", "字母变化"),
            ChangeType("reform", "机构改革"),
            ChangeType("earlier", "时限提前"),
            ChangeType("later", "时限推后"),
            ChangeType("limit", "时限变化"),
            ChangeType("reworded", "文字修改"),
            ChangeType("moved", "移位", quiet=True),
            # of an upper plan and the lower one that carries it out
            ChangeType("untaken", "未承接"),
            ChangeType("own", "本级自定"),
            ChangeType("lead", "牵头单位职能不同"),
            ChangeType("behind", "晚于上级时限"),
        )
    }
)


class Party(NamedTuple):
    """What a body is to a task: ``body`` tells it from others in both versions, ``name`` is as written.

    ``letter`` is what the profile makes of all its roles in that task, empty where that has none. ``former`` is the
    name of a body that a reform replaced: ``body`` is then the one that took over, as the other version calls it.
    """

    body: str
    name: str
    canonical: str | None
    roles: tuple[Role, ...]
    letter: str = ""
    former: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class ComparedTask:
    """A task of one version.

    ``id`` is that of the grid, ``index`` its place among the tasks; ``words`` what it asks for, heading included,
    without number and annotation; ``deadline`` the time limits as written, ``due`` the first of their ISO dates.
    ``start``/``end`` span its clause; both 0 where a person added it.
    """

    id: str
    index: int
    number: str
    heading: str
    path: tuple[str, ...]
    words: str
    parties: tuple[Party, ...] = ()
    deadline: str = ""
    due: str | None = None
    start: int = 0
    end: int = 0

    def __repr__(self) -> str:
        return notebook.call("ComparedTask", self.label, index=self.index)

    @property
    def label(self) -> str:
        """Number and heading as a reader sees them."""
        return label(self.number, self.heading)


@dataclass(frozen=True, slots=True, repr=False)
class Side:
    """One version: what document it is, and its tasks in order."""

    title: str
    source: str
    document_id: str | None
    tasks: tuple[ComparedTask, ...]
    date: str | None = None
    level: str | None = None
    profile: str = ""

    def __repr__(self) -> str:
        return notebook.call("Side", self.title or self.source, tasks=len(self.tasks))

    @property
    def name(self) -> str:
        """What people call it: its title, else its file."""
        return self.title or self.source


class Change(NamedTuple):
    """One thing that changed in a task.

    ``body`` is the body that it is about, as written, and ``canonical`` what that means. ``before``/``after`` are for
    people: roles and letters (牵头（A））, time limits, tasks; empty where there is nothing; of a reworded or rewritten
    task its own words. Of tasks that are thought to be the same by their topic, ``share`` says how alike they are, from
    0 to 1, and ``shared`` holds words that both have.
    """

    kind: ChangeKind
    body: str = ""
    canonical: str | None = None
    before: str = ""
    after: str = ""
    share: float | None = None
    shared: tuple[str, ...] = ()

    @property
    def type(self) -> ChangeType:
        """Its kind, with the word for people."""
        return CHANGES[self.kind]


@dataclass(frozen=True, slots=True, repr=False)
class TaskPair:
    """Tasks of both versions that are the same one.

    Of most one each; of a split task several new ones, of a joined one several old ones; of a new or a removed task
    nothing on one side.

    ``similarity`` is between 0 and 1: how alike heading, words, bodies and place are (1 where only one side is there).
    Where ``by_topic`` the tasks were written anew and only have their topic in common: ``similarity`` then is by words
    that few other tasks have, and ``changes`` says no more than that, as it is not sure that they are the same one.
    """

    old: tuple[ComparedTask, ...]
    new: tuple[ComparedTask, ...]
    changes: tuple[Change, ...] = ()
    similarity: float = 1.0
    by_topic: bool = False

    def __repr__(self) -> str:
        shown = [task.label for task in (*self.old[:1], *self.new[:1])]
        return notebook.call("TaskPair", *shown[:1], changes=[change.kind for change in self.changes])

    @property
    def differs(self) -> bool:
        """Whether something changed besides number and place."""
        return any(not change.type.quiet for change in self.changes)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Two versions side by side: ``pairs`` in the order of the new one, removed tasks where they stood.

    With ``levels`` the old one is an upper plan and the new one the lower plan that carries it out. ``notes`` says what
    a reader should know: that the two have nothing in common, or are of different kinds.
    """

    old: Side
    new: Side
    pairs: tuple[TaskPair, ...]
    notes: tuple[str, ...] = ()
    levels: bool = False

    def __repr__(self) -> str:
        counts = {"pairs": len(self.pairs), "differences": len(self.differences())}
        return notebook.call("Comparison", f"{self.old.name} → {self.new.name}", **counts)

    def _repr_html_(self) -> str:
        rows = [
            (
                "、".join(task.label for task in pair.old),
                "、".join(task.label for task in pair.new),
                "；".join(f"{change.type.word} {change.body}".strip() for change in pair.changes),
            )
            for pair in self.differences()
        ]
        return notebook.table(f"{self.old.name} → {self.new.name}", self.headings, rows)

    @property
    def headings(self) -> tuple[str, str, str]:
        """What tables call the two versions and what differs."""
        return ("上级文件", "本级文件", "差异") if self.levels else ("原稿", "现稿", "变化")

    def differences(self, *, all_pairs: bool = False) -> tuple[TaskPair, ...]:
        """The pairs that differ; with ``all_pairs`` those that only moved as well."""
        return tuple(pair for pair in self.pairs if (pair.changes if all_pairs else pair.differs))

    def changes(self, *, all_pairs: bool = False) -> Iterator[tuple[TaskPair, Change]]:
        """Each change with its pair, in order; with ``all_pairs`` what only moved as well."""
        for pair in self.differences(all_pairs=all_pairs):
            for change in pair.changes:
                if all_pairs or not change.type.quiet:
                    yield pair, change
