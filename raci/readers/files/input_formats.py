"""The formats that raci can read or knows to refuse: one declared value each.

A new format is a module with ``read(data: bytes, name: str) -> list[Document]`` and one value in FORMATS. Folders,
archives, detection and messages derive from these values. Other packages add formats through the entry-point group
``raci.readers`` (see ``raci.readers.registry``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["BIFF", "FORMATS", "OLE", "TEXT", "ZIP", "InputFormat", "Refusal", "format_of_suffix", "readable_suffixes"]

#: the first bytes of the old Office files (compound files, [MS-CFB] 2.2) and of zip archives (with and without members)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: how the oldest Excel workbooks begin, which are no compound files (BOF of BIFF2, 3, 4 and 5, [MS-XLS] 2.4.21)
BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")


class Refusal(NamedTuple):
    """Why a format is not read, as a predicate, and what the user can do."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class InputFormat:
    """One input format.

    ``name`` is the suffix by which the format is called, with the dot. Files with one of ``suffixes`` are read where a
    folder or an archive is given; those with one of ``aliases`` count as the format where they are named. ``module``
    holds its reader; a format without one is refused for the reason in ``refusal``.

    The content of a file is recognised by what stands in its first bytes: ``starts`` at the beginning, followed by
    what ``header`` matches if given; ``contains`` anywhere in the first kilobyte; ``pattern`` from the first byte. A
    zip archive is recognised by ``members``, the beginnings of the names of its members, a compound file by
    ``streams``, the names of its streams.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    module: str | None = None
    refusal: Refusal | None = None
    #: holds files that are read one by one; its ``read`` takes the reader of members and their suffixes
    is_container: bool = False
    starts: tuple[bytes, ...] = ()
    header: re.Pattern[bytes] | None = None
    contains: bytes = b""
    pattern: re.Pattern[bytes] | None = None
    members: tuple[bytes, ...] = ()
    streams: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.module is None) == (self.refusal is None):
            raise ValueError(f"{self.name}: either a module or a refusal")
        if any(suffix != suffix.lower() or suffix[:1] != "." for suffix in (self.name, *self.suffixes, *self.aliases)):
            raise ValueError(f"{self.name}: suffixes are lower case, with their dot")


_READERS = "raci.readers.formats"
_PRESENTATION = Refusal("是旧版演示文稿", "请用 PowerPoint 或 WPS 打开，另存为 .pptx 后再用")
_UNPACK = "请先解压"
_OLD_SHEET = "请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再用"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|table|tbody|meta)\b",
    re.I | re.S,
)


def _xml_root(name: bytes) -> re.Pattern[bytes]:
    """How XML begins whose outermost element is called so, whatever its prefix."""
    before = rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*){0,20}"
    return re.compile(before + rb"<(?:[\w.-]{1,40}:)?" + name + rb"\b", re.S)


def _opendocument(kind: bytes) -> re.Pattern[bytes]:
    """How a flat OpenDocument file of that kind begins (OpenDocument 1.3, part 3, 3.1.2)."""
    return _xml_root(rb"document(?=[^>]*office:mimetype=.application/vnd\.oasis\.opendocument\." + kind + rb"\b)")


#: the header of a message with parts (MIME, RFC 2045), which web archives (MHTML, RFC 2557) are
_ARCHIVED_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:[A-Za-z][\w-]{0,60}:[^\r\n]{0,1000}\r?\n(?:[ \t][^\r\n]{0,1000}\r?\n){0,20}){0,20}?"
    rb"(?:mime-version[ \t]*:[ \t]*1|content-type[ \t]*:[ \t]*multipart/)",
    re.I,
)
#: a LaTeX source: its class, behind comments and what it asks for
_LATEX = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s{0,200}%[^\r\n]{0,1000}[\r\n]){0,50}\s{0,200}\\document(?:class|style)\b")
#: the file header of a bitmap: behind BM its size, then four reserved bytes; a text may begin with BM as well
_BITMAP = re.compile(rb"BM(?=.{0,9}\0\0\0)", re.S)
#: the header of a WebP file: a RIFF container that says so
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.S)

#: XML of a kind that no other format knows: books (.fb2), drawings (.svg), exports of data bases
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<\?xml\s")

#: a table in the Data Interchange Format: its header begins with the word and the version
_DIF = re.compile(rb"TABLE\r?\n0,1\r?\n")

#: plain text, which also stands in where neither content nor suffix says what a file is
TEXT = InputFormat(".txt", (".txt", ".text"), module=f"{_READERS}.text")
#: a zip archive whose members are those of no other format
ZIP = InputFormat(".zip", (".zip",), module=f"{_READERS}.archive", is_container=True)

#: every format; where the contents of several fit, the first counts
FORMATS: tuple[InputFormat, ...] = (
    InputFormat(".pdf", (".pdf",), module=f"{_READERS}.pdf", contains=b"%PDF-"),
    InputFormat(".ofd", (".ofd",), module=f"{_READERS}.ofd", members=(b"OFD.xml",)),
    InputFormat(".docx", (".docx", ".docm"), (".dotx",), module=f"{_READERS}.docx", members=(b"word/",)),
    InputFormat(".xlsb", (".xlsb",), module=f"{_READERS}.office", members=(b"xl/workbook.bin",)),
    InputFormat(".xlsx", (".xlsx", ".xlsm"), module=f"{_READERS}.xlsx", members=(b"xl/",)),
    InputFormat(
        ".ods",
        (".ods",),
        module=f"{_READERS}.office",
        members=(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",),
    ),
    InputFormat(
        ".odt", (".odt",), module=f"{_READERS}.office", members=(b"mimetypeapplication/vnd.oasis.opendocument.text",)
    ),
    InputFormat(
        ".epub",
        (".epub",),
        module=f"{_READERS}.epub",
        members=(b"mimetypeapplication/epub+zip", b"META-INF/container.xml"),
    ),
    InputFormat(".fods", (".fods",), module=f"{_READERS}.office", pattern=_opendocument(rb"spreadsheet")),
    InputFormat(".fodt", (".fodt",), module=f"{_READERS}.office", pattern=_opendocument(rb"text")),
    # 标文通，中文办公软件文档格式规范（GB/T 20916）
    InputFormat(".uot", (".uot", ".uof"), module=f"{_READERS}.office", pattern=_xml_root(rb"UOF(?=[^>]*uof-wordproc)")),
    # read only where they are named, as pictures are: in a folder most presentations speak of documents beside them
    InputFormat(".pptx", aliases=(".pptx", ".pptm"), module=f"{_READERS}.pptx", members=(b"ppt/",)),
    ZIP,
    # an Office file with a password is a compound file that holds the encrypted package
    InputFormat(
        ".encrypted", streams=("EncryptedPackage",), refusal=Refusal("有密码", "请用原程序打开，去掉密码，另存后再用")
    ),
    InputFormat(".doc", (".doc", ".wps"), module=f"{_READERS}.office", streams=("WordDocument",)),
    InputFormat(".xls", (".xls", ".et"), module=f"{_READERS}.xls", streams=("Workbook", "Book\0"), starts=BIFF),
    InputFormat(".ppt", streams=("PowerPoint Document",), refusal=_PRESENTATION),
    InputFormat(".rtf", (".rtf",), module=f"{_READERS}.office", starts=(b"{\\rtf",)),
    # pictures of pages, read only where they are named: in a folder most pictures are no documents
    InputFormat(".png", aliases=(".png",), module=f"{_READERS}.picture", starts=(b"\x89PNG\r\n",)),
    InputFormat(".jpg", aliases=(".jpg", ".jpeg"), module=f"{_READERS}.picture", starts=(b"\xff\xd8\xff",)),
    InputFormat(".tif", aliases=(".tif", ".tiff"), module=f"{_READERS}.picture", starts=(b"II*\0", b"MM\0*")),
    InputFormat(".bmp", aliases=(".bmp",), module=f"{_READERS}.picture", starts=(b"BM",), header=_BITMAP),
    InputFormat(".webp", aliases=(".webp",), module=f"{_READERS}.picture", starts=(b"RIFF",), header=_WEBP),
    InputFormat(".gif", aliases=(".gif",), module=f"{_READERS}.picture", starts=(b"GIF87a", b"GIF89a")),
    InputFormat(".rar", starts=(b"Rar!",), refusal=Refusal("是 RAR 压缩包", _UNPACK)),
    InputFormat(".7z", starts=(b"7z\xbc\xaf",), refusal=Refusal("是 7z 压缩包", _UNPACK)),
    InputFormat(".gz", starts=(b"\x1f\x8b",), refusal=Refusal("是 gzip 压缩包", _UNPACK)),
    InputFormat(".slk", starts=(b"ID;P",), refusal=Refusal("是 SYLK 表格", _OLD_SHEET)),
    InputFormat(".dif", pattern=_DIF, refusal=Refusal("是 DIF 表格", _OLD_SHEET)),
    InputFormat(".wordml", aliases=(".wordml",), module=f"{_READERS}.word2003", pattern=_xml_root(rb"wordDocument")),
    InputFormat(
        ".flat-opc",
        aliases=(".flat-opc",),
        module=f"{_READERS}.flat_opc",
        pattern=_xml_root(rb"package(?=[^>]*xmlPackage)"),
    ),
    InputFormat(
        ".excel2003",
        aliases=(".excel2003",),
        module=f"{_READERS}.excel2003",
        pattern=_xml_root(rb"Workbook(?=[^>]*office:spreadsheet)"),
    ),
    InputFormat(".mht", (".mht", ".mhtml"), module=f"{_READERS}.mht", pattern=_ARCHIVED_PAGE),
    InputFormat(".html", (".html", ".htm"), module=f"{_READERS}.html", pattern=_HTML),
    # texts, which no first bytes tell apart
    TEXT,
    InputFormat(".md", (".md", ".markdown"), module=f"{_READERS}.markdown"),
    InputFormat(".tex", (".tex", ".latex"), module=f"{_READERS}.latex", pattern=_LATEX),
    InputFormat(".csv", (".csv", ".tsv"), module=f"{_READERS}.csv"),
    InputFormat(
        ".xml",
        aliases=(".xml",),
        pattern=_XML,
        refusal=Refusal("是 XML 文件", "请用 Word、Excel 或 WPS 打开，另存为 .docx、.xlsx 后再用"),
    ),
    InputFormat(".jsonl", (".jsonl",), module=f"{_READERS}.jsonl"),
)


def format_of_suffix(suffix: str, formats: Sequence[InputFormat]) -> InputFormat | None:
    """The format that a suffix (lower case, with the dot) stands for; None where it is not known."""
    return next((format for format in formats if suffix in format.suffixes or suffix in format.aliases), None)


def readable_suffixes(formats: Sequence[InputFormat]) -> list[str]:
    """The suffixes of the files that are read where a folder or an archive is given, sorted."""
    return sorted({suffix for format in formats for suffix in format.suffixes})
