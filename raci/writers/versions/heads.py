"""What stands above a table of differences: its title, and what was compared."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath

from raci.comparison.values import CHANGES, Comparison

__all__ = ["counts", "remark", "title"]


def title(comparison: Comparison) -> str:
    """《方案》对照表, by the name of the new version."""
    what = "上下级文件对照表" if comparison.levels else "新旧对照表"
    return f"{comparison.new.name} {what}"


def remark(comparison: Comparison, rows: int) -> str:
    """What was compared, and how much differs."""
    old, new = comparison.old, comparison.new
    files = [PurePath(side.source).name for side in (old, new)]
    if files[0] == files[1]:
        files = [old.source, new.source]  # of one name in two folders
    of_old, of_new, _ = comparison.headings
    names = [f"{of_old}：{files[0] or old.name}", f"{of_new}：{files[1] or new.name}"]
    sizes = f"{len(old.tasks)} 项任务 → {len(new.tasks)} 项任务，{rows} 处不同"
    return "；".join([*names, sizes, *comparison.notes])


def counts(comparison: Comparison) -> dict[str, int]:
    """Word of each kind of change → how many there are, in the order of the kinds."""
    found = Counter(change.kind for _, change in comparison.changes(all_pairs=True))
    return {kind.word: found[key] for key, kind in CHANGES.items() if found[key]}
