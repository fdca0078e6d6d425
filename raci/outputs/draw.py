"""Drawing from any source: the library's twin of ``raci draw``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from raci.config.profiles import profile_of
from raci.errors import DrawError, OptionError
from raci.model import Analysis

if TYPE_CHECKING:
    from raci.config.rule_files import Rules
    from raci.model import Document, Profile
    from raci.register.naming import Naming

__all__ = ["draw"]


def draw(
    source: Analysis | Document | Path | str,
    kind: str = "bipartite",
    path: Path | str | None = None,
    *,
    format: str | None = None,
    profile: Profile | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    department: str = "",
    order: str = "document",
) -> bytes:
    """A picture of one document as the bytes of a file, and the file at ``path`` where that is given.

    ``source`` is an Analysis, a Document, the Path of a file with one document in it, or a text. ``kind`` is
    a name of ``raci.drawing.KINDS`` or ``auto``; ``format`` is ``svg``, ``png``, ``pdf`` or ``dot``, by default
    that of the path's suffix, else ``svg``; ``profile`` is by default that of the plan's workbook, if it was read from
    one, else ``explicit``. ``rules`` (a user's, or their files) and ``naming`` hold for a source that is not analysed
    yet. For the rest see ``raci.drawing.compose``. A drawing of several sheets is one file too: a PDF of as many
    pages, an SVG or PNG with the sheets one below the other. The file appears whole or not at all.

    Raises DrawError for what cannot be drawn here, OptionError for a source with several documents,
    ReadError, ProfileError, RuleError, and WriteError.
    """
    from raci.drawing import FORMATS, render

    target = Path(path) if path is not None else None
    if format is None:
        format = target.suffix.lower().removeprefix(".") if target else "svg"
        if format not in FORMATS:
            suffixes = "、".join(f".{one}" for one in FORMATS)
            raise DrawError(
                "从文件名看不出图片格式", place=target or "", remedy=f"请用后缀 {suffixes} 之一，或给出 format"
            )
    analysis = _analysis(source, rules, naming)
    data = render(
        analysis,
        kind,
        format,
        profile=profile_of(analysis, profile),
        title=title,
        engine=engine,
        drawn=drawn,
        department=department,
        order=order,
    )
    if target:
        from raci.outputs.atomic import write_file

        write_file(target, data)
    return data


def _analysis(source: Analysis | Document | Path | str, rules: Rules, naming: Naming | None) -> Analysis:
    if isinstance(source, Analysis):
        return source
    from raci.pipeline import analyses

    found = analyses(source, rules=rules, naming=naming)
    if len(found) != 1:
        place = source if isinstance(source, Path) else "source"
        remedy = "请逐篇绘制：for document in raci.read(路径): raci.draw(document, ...)"
        raise OptionError(f"其中有 {len(found)} 篇文件，一张图只画一篇", place=place, remedy=remedy)
    return found[0]
