"""What a run is given, as files: folders, patterns, archives, lists of paths and addresses spread out and grouped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path

from raci.batch.sources import InputFile, Unit, file_system, is_address, open_archive
from raci.errors import OptionError, RaciError, ReadError
from raci.readers.documents.file_groups import FEW, group_files
from raci.readers.files.folders import list_folder
from raci.readers.formats.archive import sort_members
from raci.readers.registry import suffixes

__all__ = ["InputListing", "list_inputs"]

#: what stands before the name of a file that lists paths
_LIST_MARK = "@"
#: a text in which each of so many lines is the path of a file is a list of paths
_LINES_TRIED, _LARGEST_TRIED = 20, 200_000
_LIST_SUFFIXES = (".txt", ".lst", ".list")
_ARCHIVE = ".zip"
#: members of packages that are documents (Word, Excel, OFD, OpenDocument), whatever they are called
_OF_DOCUMENTS = frozenset(("[content_types].xml", "_rels/.rels", "ofd.xml", "mimetype"))


@dataclass(slots=True)
class InputListing:
    """The files of a run: in ``units``, sorted by their sources, whatever the order in which they were given.

    ``faults`` are inputs that could not be listed, ``left_out`` lines on what is no input.
    """

    units: list[Unit] = field(default_factory=list)
    faults: list[RaciError] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def sources(self) -> set[str]:
        """The sources of all files."""
        return {file.source for unit in self.units for file in unit}


def list_inputs(inputs: Iterable[str | Path], store: Path, *, apart: bool = False) -> InputListing:
    """All files of the inputs: each once, grouped with those that by their names may be one plan, unless ``apart``.

    An input is a file, a folder, a zip archive, a pattern (``语料/**/*.docx``), an address (``s3://…``, a pattern
    too), or a list of paths, one a line: ``@清单``, or a text file whose lines are all paths. What lies in ``store`` is
    no input. Raises OptionError for standard input, and where nothing was given.
    """
    listing = InputListing()
    lister = _Lister(listing, store.absolute())
    given = [str(source) for source in inputs]
    if not given:
        raise OptionError("没有给出输入", place="raci corpus", remedy="请给出文件、文件夹、压缩包或通配符")
    for source in given:
        lister.add(source)
    of_archives = list(lister.archives(apart))
    files = sorted(lister.files.values())
    plain = [file.source for file in files]
    groups = [(source,) for source in plain] if apart else group_files(plain)
    listing.units = [tuple(InputFile(source) for source in group) for group in groups]
    listing.units += of_archives
    listing.units.sort()
    listing.left_out += lister.left_out()
    return listing


class _Lister:
    """Spreads out inputs, one after the other; ``files`` are by what they are, so that none is there twice."""

    def __init__(self, listing: InputListing, store: Path) -> None:
        self._listing, self._store = listing, str(store)
        self._suffixes = frozenset(suffixes())
        self._archives: dict[str, str] = {}
        self._others = self._results = 0
        self.files: dict[str, InputFile] = {}

    def add(self, source: str, *, listed: bool = False) -> None:
        """An input; one from a list is no list again."""
        try:
            self._spread(source, listed)
        except RaciError as fault:
            self._listing.faults.append(fault)

    def left_out(self) -> Iterator[str]:
        """Lines on what is no input."""
        if self._others:
            yield f"跳过 {self._others} 个不是可读格式的文件"
        if self._results:
            yield f"跳过 {self._results} 个 raci 写出的结果文件夹（要读其中的文件，请直接给出）"

    def archives(self, apart: bool) -> Iterator[Unit]:
        """The files of all archives, grouped: a small archive is one group, as one that is read by itself.

        What is called .zip and is none, or is a document, counts among ``files`` from then on.
        """
        for place, archive in sorted(self._archives.items(), key=lambda item: item[1]):
            try:
                package = open_archive(archive, "")
            except RaciError:  # the reader sees what it is, or says what is wrong with it
                self.files[place] = InputFile(archive)
                continue
            if any(name.lower() in _OF_DOCUMENTS for name in package.members):
                self.files[place] = InputFile(archive)
                continue
            readable, others = sort_members(package, self._suffixes)
            self._others += len(others)
            if not readable:
                empty = ReadError("压缩包里没有可读的文件", place=archive, remedy="请解压后逐个查看")
                self._listing.faults.append(empty)
            files = {f"{archive}/{member.shown}": member.path for member in readable}
            groups = [tuple(files)] if files else []
            if apart:
                groups = [(source,) for source in files]
            elif len(files) > FEW:
                groups = group_files(files)
            yield from (tuple(InputFile(source, archive, files[source]) for source in group) for group in groups)

    def _spread(self, source: str, listed: bool) -> None:
        if not source.strip():
            raise ReadError("没有给出路径", remedy="请给出文件或文件夹的路径")
        if source == "-":
            raise OptionError("语料库不从标准输入读正文", place="-", remedy="请给出文件或文件夹")
        if source.startswith(_LIST_MARK) and not listed and not Path(source).exists():
            self._add_list(source.removeprefix(_LIST_MARK))
        elif is_address(source):
            self._add_address(source)
        elif _exists(source):
            self._add_path(source, listed)
        elif has_magic(source):
            self._add_pattern(source)
        else:
            raise ReadError("没有这个文件", place=source, remedy="请检查路径")

    def _add_path(self, source: str, listed: bool) -> None:
        if Path(source).is_dir():
            self._add_folder(source)
        elif not Path(source).is_file():
            raise ReadError("不是普通文件（管道或设备）", place=source, remedy="请给出文件")
        elif not listed and _is_list(source):
            self._add_list(source)
        else:
            self._add_file(source)

    def _add_folder(self, source: str) -> None:
        listing = list_folder(Path(source), self._suffixes)
        self._others += len(listing.others)
        self._results += len(listing.results)
        self._listing.faults += listing.faults
        for path in listing.readable:
            self._add_file(str(path))

    def _add_pattern(self, pattern: str) -> None:
        matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207  a pattern may begin at the root
        if not matches:
            raise ReadError("没有合乎这个通配符的文件", place=pattern, remedy="请检查路径；要含下级文件夹请写 **/")
        folders = [match for match in matches if Path(match).is_dir()]
        for match in matches:
            if match in folders:
                continue
            if Path(match).suffix.lower() in self._suffixes and Path(match).is_file():
                self._add_file(match)
            else:
                self._others += 1
        for folder in () if "**" in pattern else folders:  # of ** the files are matches themselves
            self._add_folder(folder)

    def _add_address(self, address: str) -> None:
        system, path = file_system(address)
        try:
            if has_magic(path):
                found = [match for match in system.glob(path) if system.isfile(match)]
            else:
                found = system.find(path) if system.isdir(path) else [path]
            sources = sorted(str(system.unstrip_protocol(match)) for match in found)
        except Exception as error:  # what file systems raise is their own
            raise ReadError(f"不能访问（{error}）", place=address, remedy="请检查地址与权限") from error
        if not sources:
            raise ReadError("那里没有文件", place=address, remedy="请检查地址")
        for source in sources:
            if len(sources) == 1 or Path(source).suffix.lower() in self._suffixes:
                self._add_file(source)
            else:
                self._others += 1

    def _add_list(self, source: str) -> None:
        for path in _listed_paths(source):
            beside = str(Path(source).parent / path)
            is_beside = not is_address(path) and not _exists(path) and _exists(beside)
            self.add(beside if is_beside else path, listed=True)

    def _add_file(self, source: str) -> None:
        # links stay: each is a source of its own
        place = source if is_address(source) else os.path.abspath(source)  # noqa: PTH100
        if place == self._store or place.startswith(self._store + os.sep):
            return
        if source.lower().endswith(_ARCHIVE):
            self._archives[place] = min(source, self._archives.get(place, source))
        else:
            self.files[place] = min(InputFile(source), self.files.get(place, InputFile(source)))


def _exists(source: str) -> bool:
    try:
        return os.path.lexists(source)
    except ValueError:  # with a null character
        return False


def _is_list(source: str) -> bool:
    """Whether a text file is a list of paths: each of its first lines is the path of something that is there."""
    path = Path(source)
    if path.suffix.lower() not in _LIST_SUFFIXES:
        return False
    try:
        with path.open(encoding="utf-8-sig") as file:
            lines = [line.strip("\r\n") for line in file.read(_LARGEST_TRIED).split("\n")]
    except (OSError, ValueError):
        return False
    tried = [line for line in lines if line.strip()][:_LINES_TRIED]
    return bool(tried) and all(_exists(line) or _exists(str(path.parent / line)) for line in tried)


def _listed_paths(source: str) -> list[str]:
    """The lines of a list of paths. Raises ReadError where it cannot be read."""
    try:
        text = Path(source).read_bytes().decode("utf-8-sig", "surrogateescape")
    except FileNotFoundError as error:
        raise ReadError("没有这个清单", place=source, remedy="请检查路径；清单每行一个路径") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"清单打不开（{error}）", place=source, remedy="请检查路径与权限") from error
    return [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
