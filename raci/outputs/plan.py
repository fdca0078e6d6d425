"""The folder of one plan: everything is rendered first, then written all at once or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from time import perf_counter

from raci.atomic import write_folder
from raci.config.clock import now
from raci.config.options.build import BuildOptions
from raci.config.options.draw import DrawOptions
from raci.config.profiles import profile_of
from raci.errors import DrawError, OutputError
from raci.model import Analysis, Document
from raci.model.layers import main_layer, second_layer
from raci.outputs.pictures import PictureSet, draw_pictures
from raci.outputs.results import BuildResult, RenderedFiles, SkippedFile
from raci.outputs.run_record import RunSummary, outdated_files, run_record
from raci.readers.files.folders import RECORD
from raci.rules import Rule
from raci.views.advice import advice
from raci.views.selection import select
from raci.views.tables.about import counts
from raci.views.tables.titles import bare_title
from raci.writers import output_formats, render_files
from raci.writers.file_names import UniqueFileNames, name_limit
from raci.writers.job import Job

__all__ = ["build_plan", "folder_name"]


def build_plan(
    analysis: Analysis,
    folder: Path,
    options: BuildOptions,
    rules: tuple[Rule, ...],
    reading_seconds: Mapping[str, float],
) -> BuildResult:
    """Write the plan into its ``folder``, whose name (``folder_name``) its files bear too.

    ``options`` are checked ones; ``rules`` are the user's, which run.json names. Raises OptionError where the part of
    the plan that is wanted holds no task, WriteError where nothing can be written.
    """
    document = analysis.document
    second = second_layer(analysis) if not options.part else ()
    whole, analysis = analysis, main_layer(analysis)
    job = _job(select(analysis, department=options.department, chapter=options.chapter), options)
    job = replace(job, second_layer=second, both_layers=whole if second else None)
    name = folder.name

    wanted = [format for format in output_formats() if format.name in options.only]
    as_svg, as_png = any(one.shows_drawings for one in wanted), any(one.shows_pictures for one in wanted)
    pictures = _draw(job, options, as_svg or as_png)
    job = replace(job, drawn_by=pictures.rules())
    if as_svg:
        job = replace(job, drawings=pictures.in_report())
    not_shown: tuple[SkippedFile, ...] = ()
    if as_png:
        shown, not_shown = pictures.in_slides()
        job = replace(job, pictures=shown)
    written = _render(job, options.only, name, name_limit(str(folder.absolute()), rest=20))
    skipped = (*pictures.skipped, *not_shown, *written.skipped)
    seconds = {**reading_seconds, **analysis.seconds, **pictures.seconds, **written.seconds}
    numbers = counts(job.analysis, job.grid, job.review)

    files = {**written.files, **pictures.files}
    summary = RunSummary(tuple(files), skipped, numbers, seconds, pictures.summary())
    files[RECORD] = run_record(job, rules, summary)
    files |= _earlier_workbook(document, folder, files)
    # a picture of an earlier run beside tables of this one would mislead
    outdated = [*outdated_files(folder, files), *pictures.outdated(folder, files)]
    write_folder(folder, files, outdated=[*(file.file for file in skipped), *outdated])
    paths = tuple(folder / file for file in files)
    return BuildResult(document.source, document.title, folder, paths, skipped, numbers, seconds, advice(analysis))


def folder_name(document: Document, options: BuildOptions, names: UniqueFileNames) -> str:
    """The name of the plan's folder, after its title and the part that is wanted; none of ``names`` is given twice."""
    title = _title(document, options)
    return names.of(f"{title}（{options.part}）" if options.part else title, PurePath(document.source).stem or "方案")


def _title(document: Document, options: BuildOptions) -> str:
    return options.title or (document.saved and document.saved.record.title) or bare_title(document.title)


def _job(analysis: Analysis, options: BuildOptions) -> Job:
    title = _title(analysis.document, options)
    return Job.of(
        analysis,
        profile_of(analysis, options.profile),
        made_at=now(),
        title=f"{title}（{options.part}）" if options.part and title else title,
        today=options.today,
        department=options.department,
        template=options.template,
    )


def _draw(job: Job, options: BuildOptions, shown: bool) -> PictureSet:
    """The pictures that are asked for; laid out too where an output shows them."""
    draw_options = DrawOptions(
        profile=job.profile,
        title=options.title,
        department=options.department,
        without_collectives=options.without_collectives,
        made_at=job.made_at,
    )
    return draw_pictures(
        job, options.kinds or (), options.only, draw_options, shown=shown, with_content=options.usual_pictures
    )


def _render(job: Job, only: Collection[str], name: str, longest: int) -> RenderedFiles:
    """The files of the formats that are wanted; ``longest`` limits the names of those named after what is in them."""
    files: dict[str, bytes] = {}
    skipped: list[SkippedFile] = []
    told: set[tuple[str, str]] = set()
    seconds: dict[str, float] = {}
    for format in output_formats():
        if format.name not in only:
            continue
        begun = perf_counter()
        try:
            files |= render_files(format, job, name, longest)
        except (DrawError, OutputError) as error:
            file = format.file.format(name=name, department="…")
            if (format.name, str(error)) not in told:  # of two formats with one name the reason is told once
                skipped.append(SkippedFile(file, str(error)))
            told.add((format.name, str(error)))
        seconds[format.name] = seconds.get(format.name, 0.0) + perf_counter() - begun
    return RenderedFiles(files, tuple(skipped), seconds)


def _earlier_workbook(document: Document, folder: Path, files: Collection[str]) -> dict[str, bytes]:
    """The workbook that was read, under another name, where a new one takes its place.

    A person may have added sheets and notes that raci does not know, and that the new workbook does not hold.
    """
    workbook = Path(document.saved.file) if document.saved else None
    if workbook is None or workbook.name not in files or not workbook.is_file():
        return {}
    if workbook.resolve().parent != folder.resolve():
        return {}
    return {f"{workbook.stem}（修改稿）{workbook.suffix}": workbook.read_bytes()}
