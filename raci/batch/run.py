"""One run: lists the inputs, has the chunks done, settles duplicates, and closes the store with its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from raci.atomic import flush_folder
from raci.batch.chunk_files import chunk_counts, chunk_file, read_chunk_table, write_chunk
from raci.batch.chunk_tables import ChunkTables
from raci.batch.chunk_work import failure_row
from raci.batch.chunks import Chunk
from raci.batch.duplicates import ChunkDuplicates, find_duplicates, settle_tables
from raci.batch.engine import Engine
from raci.batch.inputs import InputListing
from raci.batch.job import ChunkResult, CorpusJob
from raci.batch.manifest import StoreContent, failure_summary, write_manifest
from raci.batch.progress import CorpusProgress, Progress
from raci.batch.recipe import digest
from raci.batch.tables import LAST, TABLES
from raci.errors import RaciError

__all__ = ["run_job"]


def run_job(
    engine: Engine,
    job: CorpusJob,
    chunks: Sequence[Chunk],
    listing: InputListing,
    inputs: Sequence[str],
    progress: Progress | None,
) -> None:
    """Have the chunks of the inputs done; the store is complete then. Raises what the engine raises."""
    folder = Path(job.folder)
    results = _done(engine, chunks, progress)
    results = _settled(engine, folder, chunks, results)
    if listing.faults:
        results.append(_write_faults(folder, listing.faults))
    names = [result.chunk for result in results]
    remove_others(folder, names)
    counts = {table: sum(result.counts[table] for result in results) for table in TABLES}
    content = StoreContent(names, counts, failure_summary(_failures(folder, results)), listing.left_out)
    write_manifest(folder, job.recipe, inputs, content)


def _done(engine: Engine, chunks: Sequence[Chunk], progress: Progress | None) -> list[ChunkResult]:
    """The results of all chunks, in their order; ``progress`` is told after each.

    The largest are begun first: where the last ones are small, no worker waits long for another at the end.
    """
    begun = monotonic()
    sizes = [sum(map(len, chunk)) for chunk in chunks]
    order = sorted(range(len(chunks)), key=lambda index: -sizes[index])
    results: dict[int, ChunkResult] = {}
    done = found = documents = failures = 0
    for place, result in engine.chunks([chunks[index] for index in order]):
        index = order[place]
        results[index] = result
        done += sizes[index]
        found += sizes[index] if result.found else 0
        documents += result.counts["documents"]
        failures += result.counts["failures"]
        if progress is not None:
            progress(CorpusProgress(done, sum(sizes), found, documents, failures, monotonic() - begun))
    return [results[index] for index in range(len(chunks))]


def _settled(
    engine: Engine, folder: Path, chunks: Sequence[Chunk], results: Sequence[ChunkResult]
) -> list[ChunkResult]:
    """The results, with each text in one chunk alone."""
    settled = list(results)
    names = [result.chunk for result in results]
    found = find_duplicates(folder, names)
    again = [index for index, name in enumerate(names) if name in found and found[name].again]
    if again:
        for index in again:
            chunk_file(folder, LAST, names[index]).unlink(missing_ok=True)
        for place, result in engine.chunks([chunks[index] for index in again]):
            settled[again[place]] = result
        found = find_duplicates(folder, [result.chunk for result in settled])
    positions = {result.chunk: index for index, result in enumerate(settled)}
    open_chunks = [(name, duplicates) for name, duplicates in found.items() if not duplicates.settled]
    for place, result in engine.each(settle_chunk, open_chunks):
        settled[positions[open_chunks[place][0]]] = result
    return settled


def settle_chunk(job: CorpusJob, chunk: str, duplicates: ChunkDuplicates) -> ChunkResult:
    """Take out of a chunk what is kept elsewhere. Runs on the cluster."""
    counts = settle_tables(Path(job.folder), chunk, duplicates.dropped, duplicates.kept)
    return ChunkResult(chunk, counts)


def _write_faults(folder: Path, faults: Iterable[RaciError]) -> ChunkResult:
    """A chunk of no documents, for inputs that could not be listed."""
    rows = sorted((failure_row(fault, "list") for fault in faults), key=lambda row: tuple(row.values()))
    name = digest("list", *(f"{row}" for row in rows))
    tables = ChunkTables()
    tables.add({"failures": rows})
    return ChunkResult(name, chunk_counts(folder, name) or write_chunk(folder, name, tables.tables()))


def _failures(folder: Path, results: Iterable[ChunkResult]) -> Iterator[dict[str, Any]]:  # Any: as rows hold
    for result in results:
        if result.counts["failures"]:
            yield from read_chunk_table(folder, "failures", result.chunk).to_pylist()


def remove_others(folder: Path, chunks: Iterable[str]) -> None:
    """Remove the files of chunks that the store does not consist of any more, and what killed runs left beside.

    What is there then lasts through a power cut.
    """
    kept = {chunk_file(folder, LAST, chunk).name for chunk in chunks}
    for table in reversed(list(TABLES)):  # the one first that says that a chunk is there
        for path in (folder / table).iterdir():
            if path.name not in kept and path.is_file():
                path.unlink(missing_ok=True)
        flush_folder(folder / table)
