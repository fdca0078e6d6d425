"""The public functions for versions: ``raci.diff``, ``raci.versions``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from raci.atomic import write_file
from raci.comparison.compare import compare
from raci.comparison.levels import compare_levels
from raci.comparison.series import Series, series
from raci.comparison.sides import side_of
from raci.comparison.values import Comparison
from raci.config.clock import now
from raci.config.rule_files import Rules
from raci.errors import OptionError
from raci.model import Profile
from raci.pipeline import Source, analyse
from raci.register.naming import Naming
from raci.writers.versions import diff_formats
from raci.writers.versions.diff_format import DiffJob, SeriesJob
from raci.writers.versions.lineage import SERIES_FORMATS

__all__ = [
    "diff",
    "diff_format_names",
    "format_of",
    "render_diff",
    "render_series",
    "series_format_of",
    "versions",
]

#: what pictures of changed ties can be
_PICTURES = ("svg", "png", "pdf")


def diff(
    old: Source,
    new: Source,
    *,
    levels: bool = False,
    path: Path | str | None = None,
    profile: Profile | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
) -> Comparison:
    """Two versions of a plan side by side: which tasks are new, gone, moved, split, joined, and what changed in each.

    ``old`` and ``new`` are sources of one document each, as ``raci.analyse`` takes them, with its ``rules`` and
    ``naming``; ``profile`` gives the letters. With ``levels`` the first is an upper plan and the second the lower one
    that carries it out: bodies of one duty are the same at each level. With ``path`` the file at that path is written
    too, whole or not at all, in the format of its suffix (``render_diff``).

    Raises OptionError where the extra ``diff`` is not installed or the suffix stands for no format, ProfileError for an
    unknown profile, WriteError, and what ``raci.analyse`` raises.
    """
    target = Path(path) if path is not None else None
    format = format_of(target) if target is not None else ""
    sides = [side_of(analyse(source, rules=rules, naming=naming), profile) for source in (old, new)]
    comparison = compare_levels(*sides) if levels else compare(*sides)
    if target is not None:
        write_file(target, render_diff(comparison, format))
    return comparison


def diff_format_names() -> tuple[str, ...]:
    """The formats that a comparison can be written in: tables and pages, then pictures of its changed ties."""
    return (*diff_formats(), *_PICTURES)


def format_of(path: Path) -> str:
    """The format that a file's suffix stands for. Raises OptionError for another suffix."""
    format = path.suffix.lower().removeprefix(".")
    if format not in diff_format_names():
        suffixes = "、".join(f".{name}" for name in diff_format_names())
        raise OptionError("从文件名看不出格式", place=path, remedy=f"请用后缀 {suffixes} 之一")
    return format


def render_diff(comparison: Comparison, format: str, *, all_pairs: bool = False) -> bytes:
    """A comparison as the bytes of a file; with ``all_pairs`` tasks that only moved as well.

    ``format`` is one of ``diff_format_names``. Raises DrawError for pictures that cannot be made here.
    """
    if format in _PICTURES:
        from raci.drawing.ties import changed_ties

        return changed_ties(comparison, now()).single_file(format)
    return diff_formats()[format].render(DiffJob(comparison, now(), all_pairs))


def versions(
    sources: Iterable[Source],
    *,
    profile: Profile | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
) -> Series:
    """Several versions in their order: what became of each task from the one to the next.

    ``sources`` are as in ``raci.diff``, two or more. Raises OptionError with less, and what ``raci.diff`` raises.
    """
    return series([side_of(analyse(source, rules=rules, naming=naming), profile) for source in sources])


def series_format_of(path: Path) -> str:
    """The format of several versions that a file's suffix stands for. Raises OptionError for another suffix."""
    format = path.suffix.lower().removeprefix(".")
    _require_series_format(format, str(path))
    return format


def render_series(series: Series, format: str, *, all_pairs: bool = False) -> bytes:
    """Several versions as the bytes of a file: txt, jsonl, xlsx, docx or html. Raises OptionError for others."""
    _require_series_format(format, "--format")
    return SERIES_FORMATS[format](SeriesJob(series, now(), all_pairs))


def _require_series_format(format: str, place: str) -> None:
    if format not in SERIES_FORMATS:
        formats = "、".join(SERIES_FORMATS)
        raise OptionError(f"三份以上的文件不能输出为“{format}”", place=place, remedy=f"可用：{formats}；或两份两份比较")
