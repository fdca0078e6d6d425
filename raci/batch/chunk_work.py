"""The work of a run: from a chunk of files to its Parquet files. Runs on whatever machine the cluster puts it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.batch.chunk_files import chunk_counts, write_chunk
from raci.batch.chunk_tables import ChunkTables, Rows
from raci.batch.chunks import Chunk
from raci.batch.duplicates import duplicate_key
from raci.batch.job import RUN, ChunkResult, CorpusJob
from raci.batch.recipe import differences, digest, installed
from raci.batch.rows import rows_of
from raci.batch.sources import InputFile, Loader, Unit
from raci.batch.tables import storable
from raci.config.settings import settings_texts
from raci.errors import InternalError, OptionError, RaciError, WriteError, reason_of
from raci.model import Document
from raci.pipeline import run
from raci.readers.registry import read_group
from raci.storage.rows import document_id

__all__ = ["do_chunk", "failure_row", "try_unit"]

#: so many new objects before each generation is looked through for cycles
_COLLECTIONS = (50_000, 20, 100)
_USUAL = gc.get_threshold()
#: step at which an input failed
_READ, _ANALYSE = "read", "analyse"

if TYPE_CHECKING:
    import pyarrow as pa


def do_chunk(job: CorpusJob, chunk: Chunk, stopped: Mapping[str, str] | None = None) -> ChunkResult:
    """Read the files of a chunk, analyse them, and write their tables, unless that was done before.

    ``stopped`` are sources that are known to end the process that reads them, and why: failures without a try.

    Raises WriteError where the tables cannot be written, OptionError where this machine has another raci, or does not
    see the store; whatever is wrong with a file is a row of ``failures``.
    """
    folder = Path(job.folder)
    _check_machine(job)
    loader = Loader(job.options.base)
    name = _name(job, chunk, loader)
    if (counts := chunk_counts(folder, name)) is not None:
        return ChunkResult(name, counts, found=True)
    with _fewer_collections():
        tables = _tables_of_chunk(job, chunk, loader, stopped or {})
    # a file that was read again, and changed meanwhile, has another digest now, and the chunk the name of what was read
    name = _name(job, chunk, loader)
    _check_run(job)
    return ChunkResult(name, write_chunk(folder, name, tables))


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """While this is open, Python looks more seldom for cycles: rows are many and have none, and it takes long."""
    gc.set_threshold(*_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)


def try_unit(job: CorpusJob, unit: Unit) -> None:
    """Read and analyse the files of a unit and throw the result away: to see whether the process outlives it."""
    _tables_of_chunk(job, (unit,), Loader(job.options.base), {})


def failure_row(fault: RaciError, step: str, source: str = "") -> dict[str, str]:
    """The row of a fault."""
    return {"source": fault.place or source, "step": step, "what": fault.what, "remedy": fault.remedy}


def _name(job: CorpusJob, chunk: Chunk, loader: Loader) -> str:
    """The name of a chunk: the hash of its inputs, their content, and all that decides the result."""
    parts = [f"{key} {value}" for key, value in job.recipe.items()]
    for unit in chunk:
        parts.append("unit")
        parts += (f"{file.source} {loader.content(file)}" for file in unit)
    folders = dict.fromkeys(str(Path(job.options.base, file.source).parent) for unit in chunk for file in unit)
    for place in folders:
        try:
            texts = [text for _, text in settings_texts(str(Path(place, "_")))]
        except RaciError as fault:
            texts = [str(fault)]
        parts += ("settings", *texts)
    return digest(*parts)


def _input_row(file: InputFile, loader: Loader) -> Mapping[str, Any]:  # Any: as rows hold
    content = loader.content(file)
    return {"source": file.source, "sha256": content.sha256, "bytes": content.bytes}


class _Kept(NamedTuple):
    """A document that is kept."""

    source: str
    title: str


def _tables_of_chunk(job: CorpusJob, chunk: Chunk, loader: Loader, stopped: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables of all documents of a chunk; of those with the same text one is kept, that of the first source."""
    tables = ChunkTables()
    kept: dict[str, _Kept] = {}
    duplicates: list[dict[str, Any]] = []  # Any: as rows hold
    failures: list[Mapping[str, Any]] = []  # Any: as rows hold
    for document in _documents(job, chunk, loader, stopped, failures):
        key = document_id(document)
        earlier = kept.get(key) if key else None
        if key and earlier is not None and earlier.source <= document.source:
            duplicates.append({"source": document.source, "title": document.title, "document_id": key})
            continue
        rows = _analysed(job, document, failures)
        if rows is None:
            continue
        tables.add(rows)
        if key and earlier is not None:
            tables.drop(key, storable(earlier.source))
            duplicates.append({"source": earlier.source, "title": earlier.title, "document_id": key})
        if key:
            kept[key] = _Kept(document.source, document.title)
    named = ({**row, "kept": kept[row["document_id"]].source} for row in duplicates)
    inputs = [_input_row(file, loader) for unit in chunk for file in unit]
    tables.add({"failures": failures, "duplicates": sorted(named, key=duplicate_key), "inputs": inputs})
    return tables.tables()


def _documents(
    job: CorpusJob, chunk: Chunk, loader: Loader, stopped: Mapping[str, str], failures: list[Mapping[str, Any]]
) -> Iterator[Document]:
    """The documents of a chunk, unit after unit; what could not be read goes to ``failures``."""
    for unit in chunk:
        files = {file.source: file for file in unit}
        for source in files.keys() & stopped.keys():
            del files[source]
            failures.append({"source": source, "step": _READ, "what": stopped[source], "remedy": "请单独查看这个文件"})
        documents, faults = read_group(list(files), apart=job.apart, load=partial(_load, loader, files))
        failures += (failure_row(fault, _READ, unit[0].source) for fault in faults)
        yield from documents


def _load(loader: Loader, files: Mapping[str, InputFile], source: str) -> bytes:
    return loader.load(files[source])


def _analysed(job: CorpusJob, document: Document, failures: list[Mapping[str, Any]]) -> Rows | None:
    """The rows of a document; None where it cannot be analysed, which goes to ``failures``."""
    try:
        return rows_of(run(document, job.options), job.profile)
    except RaciError as fault:
        failures.append(failure_row(fault, _ANALYSE, document.source))
    except Exception as bug:  # in one document must not stop the others
        failures.append(failure_row(InternalError.of(bug, document.source), _ANALYSE))
    return None


def _check_machine(job: CorpusJob) -> None:
    """Raises OptionError where this machine goes by another raci than the one that began the run."""
    here = _differences_here(tuple(job.recipe.items()))
    if here:
        what = f"集群里有机器装的不一样（{'；'.join(here)}）"
        raise OptionError(what, place="--scheduler", remedy="请在各机装上同样的 raci 和库")
    _check_run(job)


@cache
def _differences_here(recipe: tuple[tuple[str, str], ...]) -> list[str]:
    here = installed()
    return differences({key: value for key, value in recipe if key in here}, here)


def _check_run(job: CorpusJob) -> None:
    """Raises WriteError where the store is not to be seen from here, or another run is at work by now."""
    try:
        token = Path(job.folder, RUN).read_text(encoding="ascii")
    except OSError as error:
        what = f"这台机器看不到库（{reason_of(error)}）"
        raise WriteError(what, place=job.folder, remedy="各机须能以同样的路径读写库和输入") from error
    if token != job.token:
        raise WriteError("另一次运行已经接手", place=job.folder, remedy="请等它完成")
