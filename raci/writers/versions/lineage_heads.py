"""What stands above a table of several versions: its title, what was compared, the heads of its columns."""

from __future__ import annotations

from pathlib import PurePath

from raci.comparison.series import Series

__all__ = ["heads_of", "remark_of", "title_of"]


def title_of(series: Series) -> str:
    """《方案》各稿沿革, by the name of the last version."""
    return f"{series.sides[-1].name} 各稿沿革"


def heads_of(series: Series) -> tuple[str, ...]:
    """第1稿 with its file, or the title where it has none; versions of one name are told apart by their numbers."""
    return tuple(
        f"第{number}稿\n{PurePath(side.source).name or side.name}" for number, side in enumerate(series.sides, 1)
    )


def remark_of(series: Series, rows: int) -> str:
    """How many tasks each version has, how many changed, and what a reader should know."""
    sizes = " → ".join(f"{len(side.tasks)}" for side in series.sides)
    notes = (
        f"第{number}稿与上一稿：{'，'.join(comparison.notes)}"
        for number, comparison in enumerate(series.comparisons, 2)
        if comparison.notes
    )
    return "；".join([f"各稿任务 {sizes} 项，{rows} 项有变化；粗体为比上一稿新的文字，▲为变化", *notes])
