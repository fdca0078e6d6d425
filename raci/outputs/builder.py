"""Building: plan after plan from files, folders and documents, each into a folder of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from time import perf_counter

from raci.atomic import prepare_folder
from raci.config.options.analysis import Options
from raci.config.options.build import BuildOptions
from raci.config.profiles import load_profile
from raci.config.rule_files import Rules
from raci.config.templates import load_template
from raci.errors import InternalError, RaciError
from raci.model import BASES, Analysis, Basis, Document, Profile
from raci.outputs.catalogue import choices
from raci.outputs.plan import build_plan, folder_name
from raci.outputs.results import BuildResult
from raci.outputs.workers import Task, in_order
from raci.register.naming import Naming
from raci.writers.file_names import UniqueFileNames, name_limit

__all__ = ["Builder", "Plan", "build"]

#: what plans are read from
Plan = str | Path | Document | Analysis
#: what most builds load on first use, but for numpy, whose threads processes should not be forked from
_LOADED = ("raci.pipeline", "docx", "fontTools.ttLib", "xlsxwriter")


def build(  # noqa: PLR0913  the public face: a keyword for each option of ``raci build``
    sources: Plan | Iterable[Plan],
    output: str | Path = "output",
    *,
    profile: Profile | str | Path | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
    only: Collection[str] = (),
    kinds: Sequence[str] | None = None,
    department: str = "",
    chapter: str = "",
    title: str = "",
    today: date | None = None,
    template: str | Path = "",
    apart: bool = False,
    without_collectives: bool = False,
    processes: int = 1,
) -> list[BuildResult]:
    """Write everything about each plan into ``output/NAME/``, NAME made from its title.

    ``sources`` are paths of files or folders, or Documents or Analyses. ``only`` names the outputs wanted
    (``raci.outputs.catalogue.outputs()``, or ``all``; ``usual()`` by default), ``kinds`` the pictures
    (``raci.drawing.registry.usual_kinds()`` by default). In each folder: the workbook, the Word table, the report,
    ``assignments.csv`` and ``.jsonl``, ``matrix.csv``, ``graph.graphml``, a picture of each kind as SVG and PNG, and
    ``run.json``. A workbook that raci wrote is read back with what was changed by hand, and keeps its ``profile`` where
    none is given (else ``explicit``); where the new workbook takes its place, the one that was read stays beside it as
    ``…（修改稿）.xlsx``. The files of a plan appear all or none. A source that fails does not stop the others: it is a
    BuildResult with an ``error``. A picture that cannot be made here is ``skipped``, with the reason, and the rest is
    written.

    ``department`` and ``chapter`` take a part of each plan (``raci.views.selection.select``), into a folder of its own;
    ``title`` replaces the plan's in what is written; ``without_collectives`` leaves bodies that stand for many (各区县)
    out of the pictures; time limits are compared with ``today``, where it is given.
    ``rules`` are a user's, or the files that hold them, before the built-in ones, and ``naming`` says how names are to
    be resolved, ``basis`` what assignments may be known by (they change no Analysis). A notice and its annexes, in one
    folder or archive or given together, are one plan, unless they are wanted ``apart``; Documents are never joined.
    ``processes`` says how many plans are built at the same time, on Linux (``raci build`` takes all processors).

    Raises WriteError where nothing can be written to ``output``, ProfileError for an unknown profile, RuleError
    for files of rules with faults, OptionError for an unknown output or picture.
    """
    options = BuildOptions(
        only=tuple(only),
        kinds=None if kinds is None else tuple(kinds),
        department=department,
        chapter=chapter,
        title=title,
        today=today,
        template=load_template(template) if template else None,
        profile=load_profile(profile) if isinstance(profile, str | Path) else profile,
        apart=apart,
        without_collectives=without_collectives,
    )
    builder = Builder(output, options, Options.load(rules, naming, basis), processes=processes)
    return list(builder.sources([sources] if isinstance(sources, Plan) else sources))


class Builder:
    """Builds plan after plan into one output folder, no name given twice, several ``processes`` at a time."""

    def __init__(
        self,
        output: str | Path = "output",
        options: BuildOptions | None = None,
        analysis_options: Options | None = None,
        *,
        processes: int = 1,
    ) -> None:
        """Check the options, and make the output folder. Raises as ``build`` does."""
        self._analysis_options = analysis_options or Options()
        self.options = (options or BuildOptions()).checked(choices())
        self.output = Path(output)
        self._processes = processes
        prepare_folder(self.output)
        self._names = UniqueFileNames(name_limit(str(self.output.absolute()), times=2, rest=12))

    def sources(self, sources: Iterable[Plan]) -> Iterator[BuildResult]:
        """Build each plan of the sources; faults are values. Files that may be one plan are read together."""
        yield from in_order(_build, self._tasks(sources), self._processes, _load)

    def groups(self, groups: Iterable[Sequence[Plan]]) -> Iterator[BuildResult | None]:
        """Build each plan of each group of sources, with None after those of each group."""
        tasks = (task for group in groups for task in (*self._tasks(group), None))
        yield from in_order(_build, tasks, self._processes, _load)

    def _tasks(self, sources: Iterable[Plan]) -> Iterator[Task | BuildResult]:
        """What is to be built, and what went wrong before."""
        pending: list[str | Path] = []
        for source in sources:
            if isinstance(source, Document | Analysis):
                yield from self._read(pending)
                pending = []
                yield self._task(source)
                continue
            try:
                pending += _files_in(Path(source)) if Path(source).is_dir() else [source]
            except RaciError as error:
                yield from self._read(pending)
                pending = []
                yield BuildResult(str(source), error=error)
        yield from self._read(pending)

    def _read(self, files: Sequence[str | Path]) -> Iterator[Task | BuildResult]:
        from raci.readers.documents.file_groups import group_files
        from raci.readers.registry import read_group

        paths = [str(file) for file in files]
        for group in [(path,) for path in paths] if self.options.apart else group_files(paths):
            begun = perf_counter()
            documents, faults = read_group(group, apart=self.options.apart)
            seconds = (perf_counter() - begun) / max(len(documents), 1)
            for fault in faults:
                yield BuildResult(fault.place, error=fault)
            for document in documents:
                yield self._task(document, {"read": seconds})

    def _task(self, plan: Document | Analysis, reading_seconds: Mapping[str, float] | None = None) -> Task:
        document = plan if isinstance(plan, Document) else plan.document
        folder = self.output / folder_name(document, self.options, self._names)
        arguments = (plan, folder, self.options, self._analysis_options, reading_seconds or {})
        return Task(arguments, movable=isinstance(plan, Document))


def _load() -> None:
    for module in _LOADED:
        import_module(module)


def _build(
    plan: Document | Analysis,
    folder: Path,
    options: BuildOptions,
    analysis_options: Options,
    reading_seconds: Mapping[str, float],
) -> BuildResult:
    document = plan if isinstance(plan, Document) else plan.document
    try:
        if isinstance(plan, Document):
            from raci.pipeline import run

            plan = run(plan, analysis_options)
        return build_plan(plan, folder, options, analysis_options.rules, reading_seconds)
    except RaciError as error:
        return BuildResult(document.source, document.title, error=error)
    except OSError:
        raise  # of the output, not of this plan
    except Exception as bug:  # one plan's bug must not stop the others
        return BuildResult(document.source, document.title, error=InternalError.of(bug, document.source))


def _files_in(folder: Path) -> list[Path]:
    from raci.readers.files.folders import readable_files
    from raci.readers.registry import suffixes

    return list(readable_files(folder, suffixes()))
