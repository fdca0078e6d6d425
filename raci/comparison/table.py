"""对照表: the tasks of both versions side by side, what is new and what is gone marked in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from raci.comparison.marked_sides import marked_sides
from raci.comparison.segments import MarkedText
from raci.comparison.values import Change, ChangeKind, Comparison

__all__ = ["ComparedRow", "comparison_table", "told"]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row: the words of each side in stretches, what changed (a line each), and of which kinds that is."""

    order: int
    old: tuple[MarkedText, ...]
    new: tuple[MarkedText, ...]
    changes: tuple[str, ...]
    kinds: tuple[ChangeKind, ...]
    chapter: str = ""


def comparison_table(comparison: Comparison, *, all_pairs: bool = False) -> Iterator[ComparedRow]:
    """A row a pair that differs, in order; with ``all_pairs`` tasks that only moved as well.

    Raises OptionError where RapidFuzz is not installed.
    """
    for order, pair in enumerate(comparison.differences(all_pairs=all_pairs), 1):
        changes = [change for change in pair.changes if all_pairs or not change.type.quiet]
        old, new = marked_sides(pair.old, pair.new, levels=comparison.levels, words=not pair.by_topic)
        standing = (pair.new or pair.old)[0]
        yield ComparedRow(
            order,
            old,
            new,
            tuple(told(change) for change in changes),
            tuple(dict.fromkeys(change.kind for change in changes)),
            standing.path[0] if standing.path else "",
        )


#: kind → how a change of it is told, behind its word; those that are not named here say what was and what is
_WORDS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "added": "",
        "removed": "",
        "untaken": "",
        "own": "",
        "reworded": "",
        "lost": "：{body}，原为{before}",
        "gained": "：{body}，{after}",
        "role": "：{body}，{before} → {after}",
        "letter": "：{body}，{before} → {after}",
    }
)


def told(change: Change) -> str:
    """A change in one line, for people."""
    if change.kind == "rewritten":
        return _rewritten(change)
    template = _WORDS.get(change.kind, "：{before} → {after}")
    before, after = change.before or "（无）", change.after or "（无）"
    return change.type.word + template.format(body=change.body, before=before, after=after)


def _rewritten(change: Change) -> str:
    """How alike two tasks of one topic are, and by which words."""
    words = "".join(f"“{word}”" for word in change.shared)
    both = f"：都讲到{words}" if words else ""
    return f"{change.type.word}，像是改写（相近程度{change.share or 0:.2f}）{both}"
