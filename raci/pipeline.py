"""The pipeline: a loop over the stages, and what analyses any source by it.

What a run needs stands in two values, the Analysis so far and the Options; no run leaves anything behind for another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from inspect import signature
from os import PathLike
from pathlib import Path
from time import perf_counter
from types import FunctionType

from raci.config.options.analysis import Options
from raci.config.rule_files import Rules
from raci.errors import OptionError
from raci.garbage import collection_paused
from raci.model import BASES, Analysis, Assignment, Document
from raci.model.roles import Basis
from raci.readers.documents.bare_text import with_blocks
from raci.readers.sources import documents_of
from raci.register.naming import Naming
from raci.stages import RECALL, REREAD, STAGES, Stage, find_assignments

__all__ = ["STAGES", "Source", "Stage", "analyse", "analyses", "call", "extract", "run"]

#: what is analysed; a ``str`` is a path where there is a file or folder of that name, else a text
Source = Analysis | Document | Path | str


@collection_paused()
def run(
    document: Document,
    options: Options,
    stages: Sequence[Stage] | None = None,
    until: Stage | str | None = None,
) -> Analysis:
    """The stages, one after the other, up to and with ``until`` (a stage or its name).

    Raises OptionError where ``until`` is no stage of these, RegisterError for faults of a ``raci.toml`` beside the
    document.
    """
    if document.saved is None:
        document = with_blocks(document)
    document, chosen = _stages_of(document, options, stages)
    options = options.beside(document.source)
    analysis = Analysis(document)
    seconds: dict[str, float] = {}
    for stage in _up_to(chosen, until):
        begun = perf_counter()
        analysis = call(stage, analysis, options)
        seconds[_name(stage)] = seconds.get(_name(stage), 0.0) + perf_counter() - begun
    return replace(analysis, seconds=seconds)


def _stages_of(document: Document, options: Options, given: Sequence[Stage] | None) -> tuple[Document, Sequence[Stage]]:
    """The stages for a document; of one that a workbook remembers, with a note of what is done."""
    if document.saved is None:
        return document, STAGES if given is None else given
    if given is not None:
        note, stages = "用了自定的步骤：只从原文读起，表中的人工修改没有套用", given
    elif not options.reads_anew:
        return document, RECALL
    elif not document.text:
        note, stages = "给了规则或名称选项，但其中没有原文，没有用上", RECALL
    else:
        note, stages = "给了规则或名称选项：从原文重新读出，再套用人工修改", REREAD
    return replace(document, notes=(*document.notes, note)), stages


def _up_to(stages: Sequence[Stage], until: Stage | str | None) -> Sequence[Stage]:
    if until is None:
        return stages
    names = [_name(stage) for stage in stages]
    wanted = until if isinstance(until, str) else _name(until)
    if wanted not in names:
        raise OptionError(f"没有名为“{wanted}”的步骤", place="until", remedy=f"可用：{'、'.join(names)}")
    return stages[: names.index(wanted) + 1]


def _name(stage: Stage) -> str:
    return getattr(stage, "__name__", "stage")


def call(stage: Callable[..., Analysis], analysis: Analysis, options: Options) -> Analysis:
    """What a stage makes of an analysis; its signature says whether it wants the options."""
    # of functions as ``signature`` says, which takes long
    plain = isinstance(stage, FunctionType)
    parameters = stage.__code__.co_argcount if plain else len(signature(stage).parameters)
    return stage(analysis, options) if parameters > 1 else stage(analysis)


def analyse(
    source: Source,
    *,
    stages: Sequence[Stage] | None = None,
    until: Stage | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
) -> Analysis:
    """All that raci knows of one document: a Document, the path of a file with one document in it, or a text.

    ``rules`` are a user's, or the files that hold them, before the built-in ones; ``naming`` says how names are to be
    resolved; ``basis`` what assignments may be known by (all, or without ``prose`` …); ``stages`` is another tuple than
    STAGES, ``until`` the last stage (or its name) that is wanted. An Analysis stays as it is, or with rules, naming,
    basis or stages its document is analysed anew.

    Of a workbook that raci wrote all is recalled as it was, with what was changed by hand since. With rules or naming
    its text is read anew by them, and the changes are made in that; ``stages`` of the caller's see the text alone.
    Which of these it was ``Document.notes`` says. Raises RuleError that names every fault in the files, RegisterError
    for faults of a ``raci.toml`` beside the document, OptionError where ``until`` is no stage or the source holds
    several documents, ReadError where it cannot be read.
    """
    found = analyses(source, stages=stages, until=until, rules=rules, naming=naming, basis=basis)
    if len(found) != 1:
        remedy = "请逐篇处理：for document in raci.read(路径): …"
        raise OptionError(f"其中有 {len(found)} 篇文件，这里只取一篇", place="source", remedy=remedy)
    return found[0]


def analyses(
    source: Source | Iterable[Source],
    *,
    stages: Sequence[Stage] | None = None,
    until: Stage | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
) -> list[Analysis]:
    """The analyses of a source: of a Document, of the documents in a file or folder, or of those in a text.

    A ``str`` is a path where there is a file or folder of that name, else a text. An Analysis, and several sources in
    a list, are taken too. ``stages``, ``until``, ``rules``, ``naming`` and ``basis`` are those of ``analyse``. Raises
    ReadError where a file cannot be read or a text has no words, and what ``analyse`` raises.
    """
    return list(_runs(source, Options.load(rules, naming, basis), stages, lambda _: until))


def extract(
    source: Source | Iterable[Source],
    *,
    stages: Sequence[Stage] | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
) -> tuple[Assignment, ...]:
    """The assignments of a source, or of several in a list, in document order.

    A source is a Document, an Analysis, the path of a file or folder (a ``str`` too, where there is one of that name),
    or a text. ``stages``, ``rules``, ``naming`` and ``basis`` are those of ``analyse``. Raises ReadError where a file
    cannot be read or a text has no words, and what ``analyse`` raises.
    """

    def last(document: Document) -> Stage | None:
        # neither tasks nor findings are asked for here; but what was changed by hand was changed task by task
        return find_assignments if stages is None and document.saved is None else None

    found = _runs(source, Options.load(rules, naming, basis), stages, last)
    return tuple(assignment for analysis in found for assignment in analysis.assignments)


def _runs(
    source: Source | Iterable[Source],
    options: Options,
    stages: Sequence[Stage] | None,
    last: Callable[[Document], Stage | str | None],
) -> Iterator[Analysis]:
    """The analyses of a source or several, each up to the ``last`` stage that is wanted of its document."""
    for item in _each(source):
        if isinstance(item, Analysis):
            asked = stages is not None or options.reads_anew or options.basis != BASES
            yield run(item.document, options, stages, last(item.document)) if asked else item
        else:
            yield from (run(document, options, stages, last(document)) for document in documents_of(item))


def _each(source: Source | Iterable[Source]) -> Iterable[Source]:
    if isinstance(source, Analysis | Document | PathLike | str | bytes) or not isinstance(source, Iterable):
        return (source,)  # what is none of these is refused where it is read
    return source
