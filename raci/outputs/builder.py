"""Everything that raci makes of a plan, in a folder of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from time import perf_counter

from raci.config.profiles import load_profile, profile_of
from raci.config.rule_files import Rules, load_rules
from raci.config.templates import load_template
from raci.errors import DrawError, InternalError, OptionError, RaciError
from raci.model import Analysis, Document, Profile
from raci.outputs import pictures
from raci.outputs.atomic import ready, write_folder
from raci.outputs.pictures import PICTURES
from raci.outputs.run_record import Skipped, stale, write_run_record
from raci.readers.files.folders import RECORD
from raci.register.naming import Naming
from raci.views.selection import select
from raci.views.tables.about import counts
from raci.writers import FORMATS, render_files
from raci.writers.file_names import Names, room
from raci.writers.job import Job

__all__ = ["ALL", "DRAWN", "PICTURES", "RECORD", "Builder", "Built", "Skipped", "build", "outputs", "usual"]

#: the kinds of pictures that are drawn
DRAWN: tuple[str, ...] = ("bipartite", "network", "matrix", "load")
#: the formats in which they are drawn where none are asked for
_USUAL = ("svg", "png")

#: asks for every output
ALL = "all"

Source = str | Path | Document | Analysis


@dataclass(frozen=True, slots=True)
class Built:
    """How it went with one plan, or with a source that could not be read.

    ``folder`` holds ``files``; both are empty where there was an ``error``, and then nothing was written.
    ``counts`` are those of ``raci.views.tables.about.counts``, ``seconds`` what each step took.
    """

    source: str
    title: str = ""
    folder: Path | None = None
    files: tuple[Path, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False)
    error: RaciError | None = None

    @property
    def ok(self) -> bool:
        """Whether the plan was built; files may have been skipped."""
        return self.error is None


def outputs() -> tuple[str, ...]:
    """The names by which outputs are asked for (``only``)."""
    return (*dict.fromkeys(form.name for form in FORMATS), *PICTURES)


def usual() -> tuple[str, ...]:
    """The outputs that are written where none are asked for."""
    return (*(form.name for form in FORMATS if form.usual), *_USUAL)


def build(
    sources: Source | Iterable[Source],
    output: str | Path = "output",
    *,
    profile: Profile | str | Path | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    only: Collection[str] = (),
    kinds: Sequence[str] = DRAWN,
    department: str = "",
    chapter: str = "",
    title: str = "",
    today: date | None = None,
    template: str | Path = "",
    apart: bool = False,
) -> list[Built]:
    """Write everything about each plan into ``output/NAME/``, NAME made from its title.

    ``sources`` are paths of files or folders, or Documents or Analyses. ``only`` names the outputs wanted
    (``outputs()``, or ``all``; ``usual()`` by default), ``kinds`` the pictures. In each folder: the workbook,
    the Word table, the report, ``assignments.csv`` and ``.jsonl``, ``matrix.csv``, ``graph.graphml``, a picture
    a kind as SVG and PNG, and ``run.json``. A workbook that raci wrote is read back with what was changed by hand, and
    keeps its ``profile`` where none is given (else ``explicit``); where the new workbook takes its place, the one that
    was read stays beside it as ``…（修改稿）.xlsx``. The files of a plan appear all or none. A source that fails does
    not stop the others: it is a Built with an ``error``. A picture that cannot be made here is ``skipped``,
    with the reason, and the rest is written.

    ``department`` and ``chapter`` take a slice (``raci.views.selection.sliced``), into a folder of its own; ``title``
    replaces the plan's in what is written; time limits are held against ``today``, where it is given. ``rules``
    are a user's, or the files that hold them, before the built-in ones, and ``naming`` says how names are to be
    resolved (they change no Analysis). A notice and its annexes, in one folder or archive or given together, are one
    plan, unless they are wanted ``apart``; Documents are never joined.

    Raises WriteError where nothing can be written to ``output``, ProfileError for an unknown profile, RuleError
    for files of rules with faults, OptionError for an unknown output or picture.
    """
    builder = Builder(
        output,
        profile=profile,
        rules=rules,
        naming=naming,
        only=only,
        kinds=kinds,
        department=department,
        chapter=chapter,
        title=title,
        today=today,
        template=template,
        apart=apart,
    )
    return list(builder.sources([sources] if isinstance(sources, Source) else sources))


class Builder:
    """Builds plan after plan into one output folder, no name given twice."""

    def __init__(
        self,
        output: str | Path = "output",
        *,
        profile: Profile | str | Path | None = None,
        rules: Rules = (),
        naming: Naming | None = None,
        only: Collection[str] = (),
        kinds: Sequence[str] = DRAWN,
        department: str = "",
        chapter: str = "",
        title: str = "",
        today: date | None = None,
        template: str | Path = "",
        apart: bool = False,
    ) -> None:
        """Check what is asked for, and make the output folder. Raises as ``build`` does."""
        from raci.drawing import AUTO, KINDS

        self.profile = load_profile(profile) if isinstance(profile, str | Path) else profile
        self.rules = load_rules(rules)
        self.naming = naming
        if unknown := [name for name in only if name not in (*outputs(), ALL)]:
            raise OptionError(
                f"没有名为“{'、'.join(unknown)}”的输出", place="only", remedy=f"可用：{'、'.join((*outputs(), ALL))}"
            )
        if unknown := [kind for kind in kinds if kind not in (*KINDS, AUTO)]:
            raise OptionError(
                f"没有名为“{'、'.join(unknown)}”的图", place="kind", remedy=f"可用：{'、'.join((*KINDS, AUTO))}"
            )
        self.only = outputs() if ALL in only else tuple(only) or usual()
        self.kinds = tuple(dict.fromkeys(kinds))
        self.department, self.chapter, self.title, self.today = department, chapter, title, today
        self.template = load_template(template) if template else None
        self.apart = apart
        self.output = Path(output)
        ready(self.output)
        self._names = Names(room(str(self.output.absolute()), times=2, rest=12))

    def sources(self, sources: Iterable[Source]) -> Iterator[Built]:
        """Build each plan of the sources; faults are values. Files that may be one plan are read together."""
        run: list[str | Path] = []
        for source in sources:
            if isinstance(source, Document | Analysis):
                yield from self._read(run)
                run = []
                yield self._plan(source)
                continue
            try:
                run += _listing(Path(source)) if Path(source).is_dir() else [source]
            except RaciError as error:
                yield from self._read(run)
                run = []
                yield Built(str(source), error=error)
        yield from self._read(run)

    def source(self, source: Source) -> Iterator[Built]:
        """Build each plan of one source; see ``sources``."""
        return self.sources([source])

    def _read(self, files: Sequence[str | Path]) -> Iterator[Built]:
        from raci.readers.documents.attachments import clusters
        from raci.readers.registry import together

        paths = [str(file) for file in files]
        for some in [(path,) for path in paths] if self.apart else clusters(paths):
            begun = perf_counter()
            documents, faults = together(some, apart=self.apart)
            seconds = (perf_counter() - begun) / max(len(documents), 1)
            for fault in faults:
                yield Built(fault.place, error=fault)
            for document in documents:
                yield self._plan(document, {"read": seconds})

    def _plan(self, plan: Document | Analysis, seconds: Mapping[str, float] | None = None) -> Built:
        document = plan if isinstance(plan, Document) else plan.document
        try:
            if isinstance(plan, Document):
                from raci.pipeline import analyse

                plan = analyse(plan, rules=self.rules, naming=self.naming)
            return self._write(plan, seconds or {})
        except RaciError as error:
            return Built(document.source, document.title, error=error)
        except OSError:
            raise  # of the output, not of this plan
        except Exception as bug:  # one plan's bug must not stop the others
            return Built(document.source, document.title, error=InternalError.of(bug, document.source))

    def _write(self, analysis: Analysis, before: Mapping[str, float]) -> Built:
        document = analysis.document
        analysis = select(analysis, department=self.department, chapter=self.chapter)
        profile = profile_of(document, self.profile)
        part = "、".join(filter(None, (self.department, self.chapter)))
        title = self.title or (document.saved and document.saved.record.title) or document.title
        name = self._names.of(f"{title}（{part}）" if part else title, PurePath(document.source).stem or "方案")
        seconds = dict(before) | dict(analysis.seconds)
        skipped: list[Skipped] = []
        kinds, why = self._kinds(analysis, profile)
        drawings = pictures.laid_out(
            analysis, profile, kinds, self.only, skipped, seconds, title=self.title, department=self.department
        )
        drawn = pictures.files(analysis, profile, kinds, drawings, self.only, skipped, seconds)
        job = Job.of(
            analysis,
            profile,
            title=f"{title}（{part}）" if part and title else title,
            today=self.today,
            department=self.department,
            template=self.template,
            drawings=pictures.shown(drawings) if "report" in self.only else {},
        )
        files: dict[str, bytes] = {}
        for form in FORMATS:
            if form.name in self.only:
                begun = perf_counter()
                try:
                    files |= render_files(form, job, name, room(str(self.output.absolute() / name), rest=20))
                except DrawError as error:
                    skipped.append(Skipped(form.file.format(name=name, each=""), str(error)))
                seconds[form.name] = seconds.get(form.name, 0.0) + perf_counter() - begun
        files |= drawn
        numbers = counts(analysis, job.grid)
        told = {"auto": why} | pictures.told(drawings)
        files[RECORD] = write_run_record(job, self.rules, tuple(files), skipped, numbers, seconds, told)
        folder = self.output / name
        files |= _before(document, folder, files)
        # a picture of an earlier run beside tables of this one would mislead
        gone = [*stale(folder, files), *pictures.old_sheets(folder, drawings, files)]
        write_folder(folder, files, gone=[*(one.file for one in skipped), *gone])
        paths = tuple(folder / file for file in files)
        return Built(document.source, document.title, folder, paths, tuple(skipped), numbers, seconds)

    def _kinds(self, analysis: Analysis, profile: Profile) -> tuple[tuple[str, ...], str]:
        """The kinds to draw, ``auto`` made one of them, and why it is that one."""
        from raci.drawing import AUTO, suited

        if AUTO not in self.kinds:
            return self.kinds, ""
        chosen, why = suited(analysis, profile=profile)
        return tuple(dict.fromkeys(chosen if kind == AUTO else kind for kind in self.kinds)), f"{chosen}：{why}"


def _before(document: Document, folder: Path, files: Collection[str]) -> dict[str, bytes]:
    """The workbook that was read, under another name, where a new one takes its place: it may hold more than that."""
    read = Path(document.saved.file) if document.saved else None
    if read is None or read.name not in files or not read.is_file() or read.resolve().parent != folder.resolve():
        return {}
    return {f"{read.stem}（修改稿）{read.suffix}": read.read_bytes()}


def _listing(folder: Path) -> list[Path]:
    from raci.readers.files.folders import files_told
    from raci.readers.registry import suffixes

    return list(files_told(folder, suffixes()))
