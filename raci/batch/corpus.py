"""The public function for many documents: ``raci.corpus``."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from raci.atomic import prepare_folder
from raci.batch.chunks import chunks_of
from raci.batch.clusters import available_processes, cluster_client
from raci.batch.engine import Engine
from raci.batch.extra import need_extra
from raci.batch.inputs import InputListing, list_inputs
from raci.batch.job import RUN, CorpusJob
from raci.batch.manifest import check_recipe, chunk_size_of, write_manifest
from raci.batch.ownership import own_store
from raci.batch.progress import Progress
from raci.batch.recipe import recipe_of
from raci.batch.run import run_job
from raci.batch.store import CorpusStore, known_inputs, open_store
from raci.batch.tables import MANIFEST, TABLES, storable
from raci.config.options.analysis import Options
from raci.config.profiles import load_profile
from raci.config.rule_files import Rules
from raci.errors import OptionError, ReadError
from raci.model import BASES, Basis, Profile
from raci.register.naming import Naming

__all__ = ["corpus"]


def corpus(  # noqa: PLR0913  the public face: a keyword for each option of ``raci corpus``
    inputs: str | Path | Iterable[str | Path],
    store: str | Path,
    *,
    profile: Profile | str | Path | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
    apart: bool = False,
    jobs: int | None = None,
    scheduler: str = "",
    chunk: int | None = None,
    prune: bool = False,
    progress: Progress | None = None,
) -> CorpusStore:
    """Read many documents into a ``store``: a folder of Parquet tables (``raci.batch.tables``) with a manifest.

    ``inputs`` are files, folders, zip archives, patterns (``语料/**/*.docx``), lists of paths (``@清单``, or a text
    file of nothing but paths) and addresses that fsspec knows (``s3://…``). A notice and its annexes are one document,
    unless they are wanted ``apart``. Documents with the same text are kept once. What cannot be read is a row of the
    table ``failures`` and ends nothing.

    The files are done in chunks of about ``chunk`` (100, or as the store was begun), by ``jobs`` processes of this
    machine (as many as it has processors), or by the Dask cluster at the address ``scheduler``, whose machines must see
    inputs and store under the same paths. What is done is not done again: a run that was stopped anywhere is gone on
    with by the same call, and gives the same bytes. The store holds what these inputs hold: where files that are in it
    are not among them, that is refused, or with ``prune`` they are taken out.

    ``profile``, ``rules``, ``naming`` and ``basis`` are those of ``raci.build``. ``progress`` is called with a
    CorpusProgress after each chunk.

    Raises OptionError where the store was made by another raci or with other options (it names what differs), the
    scheduler does not answer within ten seconds, or the extra ``corpus`` is not installed; ReadError where none of the
    inputs is there; WriteError where the store cannot be written (what is done by then is kept); and for rules,
    profile and names what ``raci.build`` raises.
    """
    need_extra("pyarrow", "distributed")
    given = [str(source) for source in ([inputs] if isinstance(inputs, str | Path) else inputs)]
    folder = Path(store)
    _check_numbers(jobs, chunk)
    options = replace(Options.load(rules, naming, basis), base=str(Path.cwd()))
    chosen = load_profile(profile) if isinstance(profile, str | Path) else profile
    recipe = recipe_of(options, chosen, apart=apart, chunk=chunk or chunk_size_of(folder))
    check_recipe(folder, recipe)
    _check_folder(folder)
    listing = list_inputs(given, folder, apart=apart)
    if not listing.units:
        first = listing.faults[0] if listing.faults else ReadError("没有可读的文件", remedy="请检查输入")
        raise first
    _check_inputs(folder, listing, prune)
    token = secrets.token_hex(8)
    job = CorpusJob(str(folder.absolute()), options, chosen, apart, recipe, token)
    chunks = list(chunks_of(listing.units, int(recipe["chunk"])))
    processes = min(jobs or available_processes(), len(chunks))
    with cluster_client(processes, scheduler) as client, _prepared(folder, token):
        write_manifest(folder, recipe, given)
        run_job(Engine(client, job), job, chunks, listing, given, progress)
    return open_store(folder)


def _check_numbers(jobs: int | None, chunk: int | None) -> None:
    for name, number in (("--jobs", jobs), ("--chunk", chunk)):
        if number is not None and number < 1:
            raise OptionError(f"须至少是 1，现为 {number}", place=name, remedy="请给出正整数")


def _check_folder(folder: Path) -> None:
    """Raises OptionError for a folder in which something else stands: a store is not mixed with other files."""
    try:
        foreign = sorted(path.name for path in folder.iterdir() if path.name not in {MANIFEST, RUN, *TABLES})
    except OSError:  # not there, or no folder: told when it is made
        return
    if foreign and not (folder / MANIFEST).exists():
        remedy = "请用 -o 指定一个新的或空的文件夹"
        raise OptionError(f"文件夹里有别的文件（{foreign[0]}）", place=folder, remedy=remedy)


def _check_inputs(folder: Path, listing: InputListing, prune: bool) -> None:
    """Raises OptionError where the store holds files that are not among the inputs, and they are not to go."""
    if prune:
        return
    missing = sorted(known_inputs(folder) - set(map(storable, listing.sources())))
    if missing:
        what = f"库里另有 {len(missing)} 个文件不在这次的输入里（如 {missing[0]}）"
        remedy = "请与它们一并给出；要从库里去掉它们请加 --prune，否则用 -o 换一个文件夹"
        raise OptionError(what, place=folder, remedy=remedy)


@contextmanager
def _prepared(folder: Path, token: str) -> Iterator[None]:
    """The folders of the store are there, and this run's. Raises WriteError where nothing can be written."""
    for place in (folder, *(folder / table for table in TABLES)):
        prepare_folder(place)
    with own_store(folder, token):
        yield
