"""Drawing from any source: the library's twin of ``raci draw``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from raci.config.options.draw import DEFAULT_KIND, DOCUMENT, FORMATS, DrawOptions
from raci.errors import DrawError, OptionError
from raci.model import Analysis

if TYPE_CHECKING:
    from raci.config.rule_files import Rules
    from raci.model import Profile
    from raci.pipeline import Source
    from raci.register.naming import Naming

__all__ = ["draw", "draw_with", "format_of"]


def draw(  # noqa: PLR0913  the public face: a keyword for each of DrawOptions
    source: Source,
    kind: str = DEFAULT_KIND,
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
    order: str = DOCUMENT,
    without_collectives: bool = False,
) -> bytes:
    """A picture of one document as the bytes of a file, and the file at ``path`` where that is given.

    ``source`` is an Analysis, a Document, the path of a file with one document in it, or a text. ``kind`` is
    the name of a kind (``raci draw --help``) or ``auto``; ``format`` is ``svg``, ``png``, ``pdf`` or ``dot``, by
    default that of the path's suffix, else ``svg``; ``profile`` is by default that of the workbook from which the
    document was read, else ``explicit``. ``rules`` (a user's, or their files) and ``naming``
    are those of ``raci.analyse``. For the rest see ``DrawOptions``. A drawing of several sheets is one file too: a
    PDF of as many pages, an SVG or PNG with the sheets one below the other. The file appears whole or not at all.

    Raises DrawError for what cannot be drawn here and for an option that the kind has no use for,
    OptionError for a source with several documents,
    ReadError, ProfileError, RuleError, and WriteError.
    """
    target = Path(path) if path is not None else None
    options = DrawOptions(
        kind=kind,
        format=format or format_of(target),
        profile=profile,
        title=title or "",
        engine=engine,
        day=drawn,
        department=department,
        order=order,
        without_collectives=without_collectives,
    )
    from raci.drawing.registry import refuse_idle

    refuse_idle(options)
    return draw_with(_analysis(source, rules, naming), options, target)


def draw_with(analysis: Analysis, options: DrawOptions, target: Path | None = None) -> bytes:
    """A picture of an analysis as one file, at ``target`` too where that is given; see ``draw``."""
    from raci.drawing import render

    data = render(analysis, options)
    if target:
        from raci.atomic import write_file

        write_file(target, data)
    return data


def format_of(path: Path | None) -> str:
    """The format that a file's suffix stands for; svg without a file. Raises DrawError for another suffix."""
    format = path.suffix.lower().removeprefix(".") if path else "svg"
    if format not in FORMATS:
        suffixes = "、".join(f".{name}" for name in FORMATS)
        raise DrawError("从文件名看不出图片格式", place=path or "", remedy=f"请用后缀 {suffixes} 之一，或加 --format")
    return format


def _analysis(source: Source, rules: Rules, naming: Naming | None) -> Analysis:
    if isinstance(source, Analysis) and not rules and naming is None:
        return source
    from raci.pipeline import analyses

    listed = analyses(source, rules=rules, naming=naming)
    if len(listed) != 1:
        remedy = "请逐篇绘制：for document in raci.read(路径): raci.draw(document, ...)"
        raise OptionError(f"其中有 {len(listed)} 篇文件，一张图只画一篇", place="source", remedy=remedy)
    return listed[0]
