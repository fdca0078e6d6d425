"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from raci.readers.files.compound import main_streams
from raci.readers.files.input_formats import FORMATS, OLE, ZIP, ZIP_STARTS, InputFormat
from raci.readers.files.packages import PACKAGE_FAULTS, part_name

__all__ = ["detect_format"]

#: how much of the beginning is looked at for the marks of formats, and for the tags of a web page, in bytes
_HEAD, _PAGE_HEAD = 1024, 4096
#: where the directory of a zip archive stands at the end, and what is looked at where it is cut off, in bytes
_DIRECTORY, _BEGINNING = 262_144, 65_536
#: what every Office package has (ISO/IEC 29500-2, 10.1.2.2 and 9.3), or at least, where it is incomplete
_OFFICE_PARTS = frozenset(
    (b"[content_types].xml", b"_rels/.rels", b"word/document.xml", b"xl/workbook.xml", b"ppt/presentation.xml")
)
#: how many names of members are looked at
_MOST_MEMBERS = 20_000
#: the mark of an entry in the directory of a zip archive
_ENTRY = b"PK\x01\x02"


def detect_format(data: bytes, formats: Sequence[InputFormat] = FORMATS) -> InputFormat | None:
    """The format of ``data`` by its content; None where the content tells nothing."""
    head = data[:_HEAD]
    for format in formats:
        if format.contains and format.contains in head:
            return format
    if head.startswith(ZIP_STARTS):
        return _zip_format(data, formats)
    if head.startswith(OLE):
        return _compound_format(data, formats)
    page_head = data[:_PAGE_HEAD]
    if page_head.startswith((b"\xff\xfe", b"\xfe\xff")):
        page_head = page_head.decode("utf-16", errors="ignore").encode()
    for format in formats:
        if format.starts and head.startswith(format.starts) and (format.header is None or format.header.match(head)):
            return format
        if format.pattern and format.pattern.match(page_head):
            return format
    return None


def _zip_format(data: bytes, formats: Sequence[InputFormat]) -> InputFormat:
    """The format by the names of the members; where the directory is damaged, by what stands at its place.

    Members may be packages themselves (a Word file in a workbook): only names from their beginning count.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [part_name(name).lower().encode() for name in archive.namelist()[:_MOST_MEMBERS]]
            if b"mimetype" in names:  # it ought to stand first, but does not always
                with archive.open("mimetype") as stream:
                    names.append(b"mimetype" + stream.read(_HEAD).strip())
    except PACKAGE_FAULTS:
        names = []
    rest = b"" if names else data[-_DIRECTORY:] if _ENTRY in data[-_DIRECTORY:] else data[:_BEGINNING]
    # folders called word or xl in any archive make no Office file: that has its types or relationships beside them
    is_office = not _OFFICE_PARTS.isdisjoint(names)
    for format in formats:
        for mark in format.members:
            candidates = names if is_office or not mark.endswith(b"/") else ()
            # the member that says the type of an OpenDocument file stands first, uncompressed
            if mark.startswith(b"mimetype") and mark in data[:256]:
                return format
            if mark in rest or any(name.startswith(mark.lower()) for name in candidates):
                return format
    return ZIP


def _compound_format(data: bytes, formats: Sequence[InputFormat]) -> InputFormat | None:
    """The format of an old Office file by the names of its streams, which are UTF-16."""
    streams = main_streams(data)
    for format in formats:
        # without a directory, the names are looked for wherever they stand
        if any(
            stream.rstrip("\0") in streams if streams is not None else stream.encode("utf-16-le") in data
            for stream in format.streams
        ):
            return format
    return None
