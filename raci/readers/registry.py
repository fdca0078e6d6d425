"""Reading: files to Documents.

Each format is one value in ``raci.readers.files.input_formats.FORMATS``, which names the module whose
``read(data: bytes, name: str) -> list[Document]`` reads it. Other packages add readers through the entry-point group
``raci.readers``: the name of the entry point is the suffix, with its dot. The first bytes of a file say what it is (a
PDF called .docx is read as a PDF, and the notes say so); where they do not, its suffix does. A notice and its annexes,
in a folder or an archive, are one Document (``raci.readers.documents.attachments``).
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import IO

from raci.errors import InternalError, RaciError, ReadError, reason_of
from raci.model import Document
from raci.readers.files.input_formats import FORMATS, TEXT, ZIP, InputFormat, format_of_suffix, readable_suffixes
from raci.readers.plugins import plugins

__all__ = ["file_bytes", "read", "read_bytes", "read_group", "read_text", "stream_bytes", "suffixes"]

_log = logging.getLogger("raci")

#: the largest file that is read, in bytes, and the most of what only flows (a pipe, a device: some never end)
LARGEST, LARGEST_STREAM = 512 * 1024 * 1024, 64 * 1024 * 1024


def suffixes() -> list[str]:
    """The suffixes of the files that are read where a folder or an archive is given, with the dot, sorted."""
    return sorted({*readable_suffixes(FORMATS), *plugins()})


def read(path: str | Path, *, apart: bool = False) -> list[Document]:
    """The documents of the file at ``path`` (one file may hold several plans), or of the files in a folder.

    In a folder or an archive a notice and its annexes are one document, unless ``apart``. Files of a folder that
    cannot be read are reported in the log (``raci``), the others are read. To read a large folder piece by piece, take
    ``readers.files.folders.list_folder``, ``readers.documents.file_groups.group_files`` and ``read_group``.

    Raises ReadError where the file is missing, empty, too large or of no format that can be read, and for a folder in
    which nothing can be read.
    """
    location = Path(path)
    if not str(path).strip():
        raise ReadError("没有给出路径", remedy="请给出文件或文件夹的路径；一段文本请用 raci.extract(文本)")
    from raci.readers.files.folders import is_folder

    if is_folder(location):
        return _read_folder(location, apart)
    return read_bytes(file_bytes(path), str(path), apart=apart)


def file_bytes(path: str | Path, base: str | Path = "") -> bytes:
    """What a file holds, within bounds; a relative path counts from ``base``, and faults name it as given.

    Raises ReadError where the file is missing, too large or cannot be opened.
    """
    location = Path(base, path)
    try:
        about = location.stat()
        if about.st_size > LARGEST:
            raise _too_large(path, LARGEST)
        if stat.S_ISREG(about.st_mode):
            return location.read_bytes()
        with location.open("rb") as stream:
            return stream_bytes(stream, path)
    except FileNotFoundError as error:
        raise ReadError("没有这个文件", place=path, remedy="请检查路径") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=path, remedy="请检查路径与权限") from error


def stream_bytes(stream: IO[bytes], name: str | Path) -> bytes:
    """What comes out of a stream (standard input, a pipe). Raises ReadError where that is too much."""
    data = stream.read(LARGEST_STREAM + 1)
    if len(data) > LARGEST_STREAM:
        raise _too_large(name, LARGEST_STREAM)
    return data


def _too_large(name: str | Path, limit: int) -> ReadError:
    return ReadError(f"超过 {limit // 1024 // 1024} MB", place=name, remedy="请拆分后再用")


def _read_folder(folder: Path, apart: bool) -> list[Document]:
    from raci.readers.documents.file_groups import group_files
    from raci.readers.files.folders import readable_files

    paths = readable_files(folder, suffixes())
    documents: list[Document] = []
    faults: list[RaciError] = []
    for group in [(path,) for path in paths] if apart else group_files(paths):
        group_documents, group_faults = read_group(group, apart=apart)
        documents += group_documents
        faults += group_faults
    if not documents:
        if len(faults) == 1:
            raise faults[0]
        raise ReadError("文件夹里的文件都读不了", place=folder, remedy=f"第一个：{faults[0]}")
    for fault in faults:
        _log.warning("%s", fault)
    return documents


def read_group(
    files: Sequence[str | Path], *, apart: bool = False, load: Callable[[str], bytes] | None = None
) -> tuple[list[Document], list[RaciError]]:
    """The documents of files that may be one plan (``file_groups.group_files``), and a fault for each unreadable file.

    A notice and its annexes are joined, unless ``apart``. ``load`` gives the bytes of a file by its path, where they
    do not stand on this disk under that path.
    """
    documents: list[Document] = []
    faults: list[RaciError] = []
    for path in files:
        try:
            documents += read_bytes(load(str(path)), str(path), apart=apart) if load else read(path, apart=apart)
        except RaciError as fault:
            faults.append(fault)
        except Exception as bug:  # in one file must not stop the others
            faults.append(InternalError.of(bug, path))
    if len(files) > 1 and not apart:
        from raci.readers.documents.attachments import join_attachments

        documents = join_attachments(documents)
    return documents, faults


def read_bytes(data: bytes, name: str, *, apart: bool = False) -> list[Document]:
    """The documents of ``data``; ``name`` (a path, or ``-``) is their source, and its suffix says the format.

    A notice and its annexes in an archive are one document, unless ``apart``. Raises ReadError where the data cannot
    be read.
    """
    documents = _documents(data, _legible(name))
    if len(documents) > 1 and not apart:
        from raci.readers.documents.attachments import join_attachments

        return join_attachments(documents)
    return documents


def _legible(name: str) -> str:
    """The name of a file as it can be shown and written: one in another encoding, as archives unpack to, is decoded."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", errors="replace")
    return name


def _documents(data: bytes, name: str) -> list[Document]:
    suffix = Path(name).suffix.lower()
    plugin = plugins().get(suffix)
    if plugin is not None:
        return plugin(data, name)
    if not data:
        raise ReadError("文件是空的", place=name, remedy="请给出有内容的文件")
    input_format, disagrees = _format_of(data, suffix)
    if input_format.refusal is not None:
        raise ReadError(input_format.refusal.reason, place=name, remedy=input_format.refusal.remedy)
    reader = import_module(input_format.module or "")
    documents: list[Document]
    if input_format.is_container:
        documents = reader.read(data, name, partial(read_bytes, apart=True), suffixes())
    else:
        documents = reader.read(data, name)
    if disagrees and suffix:
        note = f"后缀是 {suffix}，内容是 {input_format.name}，按内容读"
        documents = [replace(document, notes=(note, *document.notes)) for document in documents]
    return documents


def _format_of(data: bytes, suffix: str) -> tuple[InputFormat, bool]:
    """The format that the content of a file shows, else its suffix; and whether the suffix says something else.

    A text without a known suffix is still a text; the decoder decides.
    """
    from raci.readers.files.magic import detect_format

    by_suffix = format_of_suffix(suffix, FORMATS)
    by_content = detect_format(data, FORMATS)
    if by_content is None:
        return by_suffix or TEXT, False
    # a package whose directory is damaged looks like any archive: there the suffix knows more
    if by_suffix is not None and by_content is ZIP and suffix in by_suffix.suffixes:
        return by_suffix, False
    return by_content, by_content is not by_suffix


def read_text(text: str, source: str = "") -> list[Document]:
    """The documents of a text that is already decoded.

    Raises ReadError where there are no words in it.
    """
    from raci.readers.formats.text import documents

    return documents(text, source)
