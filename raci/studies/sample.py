"""The public function for samples: ``raci.sample``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pandas as pd

from raci.accuracy.sample import AccuracySample
from raci.accuracy.sample_drawing import draw_sample
from raci.accuracy.workbook import render
from raci.atomic import write_file
from raci.config.clock import now
from raci.errors import OptionError
from raci.pipeline import Source, analyses
from raci.studies.clauses import clauses_of_analyses, clauses_of_rows, clauses_of_store
from raci.studies.inputs import distinct, is_table, material_of, material_of_analyses, store_of
from raci.studies.store_texts import STANDS_FOR, texts_of_store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model import Analysis
    from raci.studies.inputs import StudySource

__all__ = ["DEFAULT_BY", "DEFAULT_TEXTS", "sample", "sample_of_analyses", "write_sample"]

DEFAULT_BY = ("level", "year", "basis")
#: so many files of a store are read anew for the clauses that were taken for no task
DEFAULT_TEXTS = 100


def sample(
    source: StudySource,
    file: str | Path | None = None,
    *,
    n: int = 200,
    clauses: int | None = None,
    by: Sequence[str] = DEFAULT_BY,
    seed: int = 7,
    texts: int = DEFAULT_TEXTS,
) -> AccuracySample:
    """A stratified sample of assignments and of clauses, for two persons to judge; with a ``file`` it is written there.

    ``source`` is a store (``raci.corpus``) or its folder, rows (``raci.rows``) or a file of them, or whatever
    ``raci.rows`` takes. ``n`` assignments are drawn, and ``clauses`` (half as many) with all that was found in them.
    ``by`` are the keys that strata are made by: ``level``, ``year``, ``place``, ``format`` of the document, ``basis``,
    ``role``, ``kind``, ``origin``, ``layer`` of the assignment. The same ``seed`` draws the same.
    A store holds only the words of its tasks: for clauses that were taken for none, so many files (``texts``) are read
    anew from where they were, and these clauses stand for those of all files.

    Raises OptionError for an unknown key, and a source that holds nothing to draw from;
    ReadError where it cannot be read, WriteError where the file cannot be written.
    """
    store = store_of(source)
    if store is None and not hasattr(source, "to_dict") and not is_table(source):
        return sample_of_analyses(analyses(cast("Source | Iterable[Source]", source)), file, n, clauses, by, seed)
    material = material_of(source)
    frame = clauses_of_store(store, material) if store is not None else clauses_of_rows(material)
    found = texts_of_store(material, frame, texts, seed) if store is not None and texts and clauses != 0 else None
    if found is not None and found.read:
        frame = pd.concat([frame.assign(**{STANDS_FOR: 1.0}), found.clauses], ignore_index=True)
    whole_text = found is not None and bool(found.read)
    drawn = draw_sample(material, frame, n, _half(n, clauses), by, seed, whole_text=whole_text)
    if found is not None:
        drawn = replace(drawn, texts_read=found.read, texts_missing=found.missing)
    if file is not None:
        write_sample(drawn, file)
    return drawn


def sample_of_analyses(
    found: Sequence[Analysis],
    file: str | Path | None,
    n: int,
    clauses: int | None,
    by: Sequence[str],
    seed: int,
) -> AccuracySample:
    """The same of analyses. Raises as ``sample`` does."""
    found = distinct(found)
    material = material_of_analyses(found)
    drawn = draw_sample(material, clauses_of_analyses(found, material), n, _half(n, clauses), by, seed, whole_text=True)
    if file is not None:
        write_sample(drawn, file)
    return drawn


def write_sample(drawn: AccuracySample, file: str | Path) -> None:
    """Write the workbook.

    Raises OptionError for the name of another sort of file, WriteError where it cannot be written.
    """
    if Path(file).suffix.lower() != ".xlsx":
        raise OptionError("抽样是 .xlsx 工作簿，不能写成别的格式", place=file, remedy="请用 -o 抽样.xlsx 这样的文件名")
    write_file(Path(file), render(drawn, now()))


def _half(n: int, clauses: int | None) -> int:
    return (n + 1) // 2 if clauses is None else clauses
