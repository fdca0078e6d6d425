"""The pictures of a document as files: each kind laid out once, then written in the formats that are wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from raci.config.options.draw import AUTO, DrawOptions
from raci.config.options.draw import FORMATS as PICTURES
from raci.errors import DrawError
from raci.outputs.results import SkippedFile
from raci.writers.job import Job

if TYPE_CHECKING:
    from raci.drawing.model import DrawingModel
    from raci.drawing.picture import Drawing
    from raci.drawing.png import Press

__all__ = ["PICTURES", "PictureSet", "draw_pictures"]

#: a drawing with more sheets is not written as a file a sheet
MOST_SHEETS = 40
#: nor shown on slides with more than so many
MOST_SLIDES = 8


@dataclass(frozen=True, slots=True)
class PictureSet:
    """The pictures of one document.

    ``drawings`` are what was laid out, by kind; ``files`` the pictures by the names of their files. ``skipped`` says
    what could not be drawn here, ``seconds`` what each kind and each file took, ``auto`` which kind was chosen where
    that was left to raci, and why.
    """

    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    skipped: tuple[SkippedFile, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    auto: str = ""

    def in_report(self) -> dict[str, str]:
        """What the pictures are called → SVG, a sheet each, for the report, which has a matrix of its own.

        What has too many sheets is one picture, which the report leaves out where it is too large.
        """
        from raci.drawing.registry import kind_named

        shown: dict[str, str] = {}
        for name, drawing in self.drawings.items():
            kind, pages = kind_named(name), len(drawing.sheets)
            if not kind.in_report and len(self.drawings) > 1:
                continue
            if pages > MOST_SHEETS:
                shown[f"{kind.title}（{pages} 页）"] = drawing.single_file("svg").decode()
                continue
            for page, sheet in enumerate(drawing.svg(), start=1):
                shown[kind.title if pages == 1 else f"{kind.title}（第 {page} 页，共 {pages} 页）"] = sheet.decode()
        return shown

    def in_slides(self) -> tuple[dict[str, bytes], tuple[SkippedFile, ...]]:
        """What the pictures are called → PNG, a sheet each; and those that are left out of the slides, with the reason.

        The slides have a matrix of their own. A drawing with many sheets is for printing.
        """
        from raci.drawing.registry import kind_named

        shown: dict[str, bytes] = {}
        left_out: list[SkippedFile] = []
        for name, drawing in self.drawings.items():
            kind, pages = kind_named(name), len(drawing.sheets)
            if not kind.in_slides:
                continue
            try:
                if pages > MOST_SLIDES:
                    raise DrawError(
                        f"共 {pages} 页，太多", remedy="请用 --only pdf，或用 --chapter、--department 取一部分"
                    )
                for page, sheet in enumerate(drawing.png(), start=1):
                    shown[kind.title if pages == 1 else f"{kind.title}（第 {page} 页，共 {pages} 页）"] = sheet
            except DrawError as error:
                left_out.append(SkippedFile(f"幻灯片里的{kind.title}", str(error)))
        return shown, tuple(left_out)

    def rules(self) -> tuple[tuple[str, str], ...]:
        """By which rules something was left out of the pictures: what and how, for 说明."""
        from raci.drawing.registry import kind_named

        found = []
        for name, drawing in self.drawings.items():
            rule = drawing.facts.get("backbone")
            if isinstance(rule, Mapping):
                words = (
                    f"连线太密时只画骨架图：差异过滤法（Serrano 等 2009），α = {rule['alpha']}，另加每个单位最强的一条"
                )
                found.append((kind_named(name).title, words))
        return tuple(found)

    def summary(self) -> dict[str, object]:
        """What run.json says: the kind chosen, pages, the smallest letters, rules, and how many lines cross."""
        crossings = next((drawing.crossing_counts() for drawing in self.drawings.values() if drawing.crossings), {})
        return {
            "auto": self.auto,
            "crossings": crossings,
            **{kind: drawing.summary() for kind, drawing in self.drawings.items()},
        }

    def outdated(self, folder: Path, files: Collection[str]) -> list[str]:
        """The pictures of an earlier run in ``folder``, with more sheets or fewer, of the kinds that were drawn now."""
        if not folder.is_dir():
            return []
        kinds = "|".join(self.drawings)
        formats = {file.rpartition(".")[2] for file in files} & {"svg", "png"}
        if not kinds or not formats:
            return []
        sheet = re.compile(rf"(?:{kinds})(?:-\d+)?\.(?:{'|'.join(sorted(formats))})")
        return [path.name for path in folder.iterdir() if sheet.fullmatch(path.name) and path.name not in files]


def draw_pictures(
    job: Job,
    kinds: Sequence[str],
    only: Collection[str],
    options: DrawOptions,
    *,
    shown: bool = False,
    with_content: bool = False,
) -> PictureSet:
    """The pictures in ``kinds`` (names, or ``auto``), in those of the outputs ``only`` that are formats of pictures.

    They are laid out too where an output shows them (``shown``). ``with_content``: only those that the plan has
    something for (a chart of groups of one that sets up groups). The letters are those of the job's profile. What
    cannot be drawn here is skipped, with the reason.

    Raises DrawError for an unknown kind.
    """
    formats = [name for name in PICTURES if name in only]
    needs_sheets = shown or bool(set(formats) - {"dot"})
    if not (formats or needs_sheets or AUTO in kinds):
        return PictureSet()
    from raci.drawing.model import drawing_model, without_collectives
    from raci.drawing.registry import kind_named

    model = drawing_model(job.analysis.document, job.profile, job.grid, job.analysis.groups)
    if options.without_collectives:
        model = without_collectives(model)
    kinds, auto = _with_auto(kinds, model)
    if with_content:
        kinds = tuple(kind for kind in kinds if kind_named(kind).has_content(model))
    drawings: dict[str, Drawing] = {}
    skipped: list[SkippedFile] = []
    seconds: dict[str, float] = {}
    for kind in kinds if needs_sheets else ():
        drawing, seconds[kind] = _laid_out(model, replace(options, kind=kind))
        if isinstance(drawing, DrawError):
            skipped += [SkippedFile(f"{kind}.{form}", str(drawing)) for form in formats]
        else:
            drawings[kind] = drawing
    press = _press(drawings.values())
    files: dict[str, bytes] = {}
    for kind, form in product(kinds, formats):
        if not (kind_named(kind).source if form == "dot" else kind in drawings):
            continue
        name = f"{kind}.{form}"
        written, seconds[name] = _written(model, kind, form, drawings.get(kind), press)
        if isinstance(written, DrawError):
            skipped.append(SkippedFile(name, str(written)))
        else:
            files |= written
    return PictureSet(drawings, files, tuple(skipped), seconds, auto)


def _with_auto(kinds: Sequence[str], model: DrawingModel) -> tuple[tuple[str, ...], str]:
    """The kinds with ``auto`` made one of them, each once; and which that is, and why."""
    if AUTO not in kinds:
        return tuple(dict.fromkeys(kinds)), ""
    from raci.drawing.registry import suited_kind

    chosen, reason = suited_kind(model)
    return tuple(dict.fromkeys(chosen.name if kind == AUTO else kind for kind in kinds)), f"{chosen.name}：{reason}"


def _laid_out(model: DrawingModel, options: DrawOptions) -> tuple[Drawing | DrawError, float]:
    """The drawing, or why there is none; and the seconds that it took."""
    from raci.drawing.registry import kind_named

    begun = perf_counter()
    drawing: Drawing | DrawError
    try:
        drawing = kind_named(options.kind).draw(model, options)
    except DrawError as error:
        drawing = error
    return drawing, perf_counter() - begun


def _press(drawings: Iterable[Drawing]) -> Press:
    """What makes PNG files of all drawings that are written sheet by sheet."""
    from raci.drawing.png import Press

    return Press([sheet for drawing in drawings if len(drawing.sheets) <= MOST_SHEETS for sheet in drawing.sheets])


def _written(
    model: DrawingModel, kind: str, form: str, drawing: Drawing | None, press: Press
) -> tuple[dict[str, bytes] | DrawError, float]:
    """The files of one kind in one format, or why there are none; and the seconds that it took."""
    begun = perf_counter()
    written: dict[str, bytes] | DrawError
    try:
        written = _files(model, kind, form, drawing, press)
    except DrawError as error:
        written = error
    return written, perf_counter() - begun


def _files(model: DrawingModel, kind: str, form: str, drawing: Drawing | None, press: Press) -> dict[str, bytes]:
    """``kind.svg``, or where there are several sheets ``kind-1.svg``, ``kind-2.svg`` …; a PDF is one file."""
    from raci.drawing.registry import dot_source, kind_named

    if form == "dot" or drawing is None:
        return {f"{kind}.{form}": dot_source(kind_named(kind), model)}
    if len(drawing.sheets) > MOST_SHEETS and form != "pdf":
        remedy = "请用 --only pdf（一个文件），或用 --chapter、--department 取一部分"
        raise DrawError(f"共 {len(drawing.sheets)} 页，不逐页输出", remedy=remedy)
    sheets = drawing.files(form, press)
    names = [f"{kind}.{form}"] if len(sheets) == 1 else [f"{kind}-{page}.{form}" for page in range(1, len(sheets) + 1)]
    return dict(zip(names, sheets, strict=True))
