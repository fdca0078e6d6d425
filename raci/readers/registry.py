"""Reading: files to Documents, one module a format.

A reader is a function ``read(data: bytes, name: str) -> list[Document]``. READERS names the module of each
suffix; other packages add readers through the entry point group ``raci.readers``. What a file is its first bytes
tell (a PDF called .docx is read as a PDF, and the notes say so); where they do not, its suffix. A notice and its
annexes, in a folder or an archive, are one Document (``raci.readers.documents.attachments``).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from raci.errors import InternalError, RaciError, ReadError
from raci.model import Document

__all__ = ["PICTURES", "READERS", "read", "read_bytes", "read_group", "read_text", "suffixes"]

Reader = Callable[[bytes, str], list[Document]]

#: its reader is given what reads the files within
_ARCHIVE = "raci.readers.formats.archive"

#: suffix → the module whose ``read`` reads it
READERS: Mapping[str, str] = {
    ".txt": "raci.readers.formats.text",
    ".text": "raci.readers.formats.text",
    ".md": "raci.readers.formats.markdown",
    ".markdown": "raci.readers.formats.markdown",
    ".html": "raci.readers.formats.html",
    ".htm": "raci.readers.formats.html",
    ".docx": "raci.readers.formats.docx",
    ".docm": "raci.readers.formats.docx",
    ".xlsx": "raci.readers.formats.xlsx",
    ".xlsm": "raci.readers.formats.xlsx",
    ".xls": "raci.readers.formats.xls",
    ".pdf": "raci.readers.formats.pdf",
    ".ofd": "raci.readers.formats.ofd",
    ".csv": "raci.readers.formats.csv",
    ".tsv": "raci.readers.formats.csv",
    ".jsonl": "raci.readers.formats.jsonl",
    ".et": "raci.readers.formats.xls",
    ".doc": "raci.readers.formats.office",
    ".wps": "raci.readers.formats.office",
    ".rtf": "raci.readers.formats.office",
    ".odt": "raci.readers.formats.office",
    ".ods": "raci.readers.formats.office",
    ".zip": _ARCHIVE,
}

#: pictures of pages, read by the same means where the extra ``ocr`` is there; only those that are named: in a folder
#: most pictures are no documents
PICTURES: Mapping[str, str] = dict.fromkeys(
    (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"), "raci.readers.formats.picture"
)

#: suffixes by which other suffixes are meant
_SAME = {
    ".htm": ".html",
    ".docm": ".docx",
    ".dotx": ".docx",
    ".xlsm": ".xlsx",
    ".jpeg": ".jpg",
    ".tiff": ".tif",
    ".wps": ".doc",
    ".et": ".xls",
}
#: what is no document, or not one that can be read: what it is, and the remedy
_REFUSED = {
    ".encrypted": ("有密码", "请用原程序打开，去掉密码，另存后再用"),
    ".pptx": ("是演示文稿", "请把其中的文字另存为文本文件"),
    ".ppt": ("是演示文稿", "请把其中的文字另存为文本文件"),
    ".rar": ("是 RAR 压缩包", "请先解压"),
    ".7z": ("是 7z 压缩包", "请先解压"),
    ".gz": ("是 gzip 压缩包", "请先解压"),
}

_log = logging.getLogger("raci")

#: the largest file that is read, in bytes
LARGEST = 512 * 1024 * 1024


@cache
def _plugins() -> dict[str, Reader]:
    return {point.name.lower(): point.load() for point in entry_points(group="raci.readers")}


def suffixes() -> list[str]:
    """The suffixes of the files that are read where a folder or an archive is given, with the dot."""
    return sorted({*READERS, *_plugins()})


def read(path: str | Path, *, apart: bool = False) -> list[Document]:
    """The documents of the file at ``path`` (one file may hold several plans), or of the files in a folder.

    In a folder or an archive a notice and its annexes are one document, unless they are wanted ``apart``. Files of a
    folder that cannot be read are told in the log (``raci``), the others are read. To read a large folder piece by
    piece, take ``readers.files.folders.list_folder``, ``readers.documents.attachments.group_files`` and ``read_group``.

    Raises ReadError where it is missing, empty, too large or not of a format that is read here, and for a folder in
    which nothing can be read.
    """
    place = Path(path)
    try:
        if place.is_dir():
            return _read_folder(place, apart)
        if place.stat().st_size > LARGEST:
            raise ReadError(f"超过 {LARGEST // 1024 // 1024} MB", place=path, remedy="请拆分后再用")
        data = place.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("没有这个文件", place=path, remedy="请检查路径") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"打不开（{reason}）", place=path, remedy="请检查路径与权限") from error
    return read_bytes(data, str(path), apart=apart)


def _read_folder(folder: Path, apart: bool) -> list[Document]:
    from raci.readers.documents.attachments import group_files
    from raci.readers.files.folders import readable_files

    files = readable_files(folder, suffixes())
    documents: list[Document] = []
    faults: list[RaciError] = []
    for files_ in [(path,) for path in files] if apart else group_files(files):
        found, wrong = read_group(files_, apart=apart)
        documents += found
        faults += wrong
    if not documents:
        if len(faults) == 1:
            raise faults[0]
        raise ReadError("文件夹里的文件都读不了", place=folder, remedy=f"第一个：{faults[0]}")
    for fault in faults:
        _log.warning("%s", fault)
    return documents


def read_group(files: Sequence[str | Path], *, apart: bool = False) -> tuple[list[Document], list[RaciError]]:
    """The documents of files that may be one plan (``attachments.group_files``), and what is wrong with others.

    A notice and its annexes are joined, unless they are wanted ``apart``.
    """
    documents: list[Document] = []
    faults: list[RaciError] = []
    for path in files:
        try:
            documents += read(path, apart=apart)
        except RaciError as fault:
            faults.append(fault)
        except Exception as bug:  # in one file must not stop the others
            faults.append(InternalError.of(bug, path))
    if len(files) > 1 and not apart:
        from raci.readers.documents.attachments import join_attachments

        documents = join_attachments(documents)
    return documents, faults


def read_bytes(data: bytes, name: str, *, apart: bool = False) -> list[Document]:
    """The documents of ``data``; ``name`` (a path, or ``-``) says where it is from and, by its suffix, what it is.

    Of an archive a notice and its annexes are one document, unless they are wanted ``apart``. Raises ReadError where
    it cannot be read.
    """
    documents = _documents(data, name)
    if len(documents) > 1 and not apart:
        from raci.readers.documents.attachments import join_attachments

        return join_attachments(documents)
    return documents


def _documents(data: bytes, name: str) -> list[Document]:
    from dataclasses import replace

    from raci.readers.files.magic import detect_suffix

    suffix = Path(name).suffix.lower()
    plugin = _plugins().get(suffix)
    if plugin is not None:
        return plugin(data, name)
    found = detect_suffix(data)
    if found in _REFUSED:
        what, remedy = _REFUSED[found]
        raise ReadError(what, place=name, remedy=remedy)
    other = found is not None and found != _SAME.get(suffix, suffix) and not (found == ".zip" and suffix in READERS)
    means = found if other and found else suffix
    module = READERS.get(means) or PICTURES.get(means)
    if module is None and other:
        raise ReadError(f"是 {found} 文件，这里读不了", place=name, remedy="请另存为 .docx、.pdf 或文本文件后再用")
    documents: list[Document]
    if module == _ARCHIVE:
        documents = import_module(module).read(data, name, partial(read_bytes, apart=True), suffixes())
    else:  # a text without a known suffix is still a text: the decoder tells
        documents = import_module(module or "raci.readers.formats.text").read(data, name)
    if other and suffix:
        note = f"后缀是 {suffix}，内容是 {found}，按内容读"
        documents = [replace(document, notes=(note, *document.notes)) for document in documents]
    return documents


def read_text(text: str, source: str = "") -> list[Document]:
    """The documents of a text that is already decoded.

    Raises ReadError where there are no words in it.
    """
    from raci.readers.formats.text import documents

    return documents(text, source)
