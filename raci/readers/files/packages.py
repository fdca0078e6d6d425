"""Zip packages (docx, xlsx, ofd, zip): opened within limits; their XML without entities and network."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from raci.errors import ReadError
from raci.readers.files.xml_stream import MOST_ELEMENTS, BrokenXmlError, TooManyElementsError, XmlReader, stream_xml
from raci.readers.files.xml_tree import parse_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["PACKAGE_FAULTS", "Package", "part_name"]

#: limits of a package: its members; what one unpacks to, and all together, in bytes
MOST_MEMBERS = 20_000
LARGEST_MEMBER = 256 * 1024 * 1024
LARGEST_TOTAL = 512 * 1024 * 1024
#: what a member is unpacked to at most per packed byte, once it is larger than the next figure
STEEPEST = 400
#: what zipfile raises for broken packages
PACKAGE_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    ArithmeticError,
    EOFError,
    RuntimeError,
    LookupError,
)
_SMALL = 16 * 1024 * 1024


def part_name(path: str) -> str:
    """The name of a part as relationships call it: some programs write backslashes, or a slash at the beginning."""
    return path.replace("\\", "/").lstrip("/")


class Package:
    """A zip package whose members are read one by one, never to disk.

    ``data`` are its bytes, or a file that is open; ``kind`` names the format in faults. Raises ReadError where it is
    broken, encrypted, or unpacks to more than the limits; so do its methods.
    """

    def __init__(self, data: bytes | IO[bytes], name: str, kind: str, most_members: int = MOST_MEMBERS) -> None:
        self.name, self.kind = name, kind
        self.left = LARGEST_TOTAL
        self._elements = MOST_ELEMENTS  # that are left to be streamed
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
            members = self._zip.infolist()
        except PACKAGE_FAULTS as error:
            raise self.broken() from error
        if len(members) > most_members:
            raise self._bomb(f"包里有 {len(members)} 个文件，超过 {most_members}")
        self.members = {member.filename: member for member in members}
        # names of parts differ by more than case (OPC, ISO/IEC 29500-2); programs for OFD rely on it too
        self._folded = {part_name(member.filename).lower(): member for member in members}

    def broken(self, what: str = "") -> ReadError:
        """The fault of a package that cannot be opened, or of ``what`` in it."""
        where = f"（{what}）" if what else ""
        return ReadError(f"不是完整的 {self.kind} 文件{where}", place=self.name, remedy="请用原程序打开，另存后再用")

    def _bomb(self, what: str) -> ReadError:
        return ReadError(what, place=self.name, remedy="可能是压缩炸弹，未读；确属正常文件的请拆分后再用")

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._folded

    @property
    def has_macros(self) -> bool:
        """Whether an Office file carries macros (VBA)."""
        return any(path.lower().endswith("vbaproject.bin") for path in self.members)

    def _too_many(self, path: str) -> ReadError:
        return self._bomb(f"其中 {path} 的内容多得不像文件")

    def check(self) -> None:
        """Looks at what all members unpack to, for those who open the package themselves."""
        for path, member in self.members.items():
            self._measure(path, member, LARGEST_TOTAL)
        if sum(member.file_size for member in self.members.values()) > LARGEST_TOTAL:
            raise self._bomb(f"展开超过 {LARGEST_TOTAL // 1024 // 1024} MB")

    def _measure(self, path: str, member: zipfile.ZipInfo, left: int) -> None:
        if member.flag_bits & 0x1:
            raise ReadError("有密码", place=self.name, remedy="请去掉密码，另存后再用")
        steep = member.file_size > _SMALL and member.file_size > STEEPEST * max(1, member.compress_size)
        if member.file_size > min(LARGEST_MEMBER, left) or steep:
            raise self._bomb(f"其中 {path} 展开到 {member.file_size // 1024 // 1024} MB")

    def _member(self, path: str) -> zipfile.ZipInfo:
        """A member within the limits."""
        member = self.members.get(path) or self._folded.get(path.lower())
        if member is None:
            raise self.broken(f"缺少 {path}")
        self._measure(path, member, self.left)
        return member

    def read(self, path: str) -> bytes:
        """The bytes of a member."""
        member = self._member(path)
        try:
            with self._zip.open(member) as stream:  # gives no more than the size that was said
                data = stream.read()
        except PACKAGE_FAULTS as error:
            raise self.broken(path) from error
        self.left -= len(data)
        return data

    def stream(self, path: str, reader: XmlReader) -> None:
        """Hands the XML of a member to a reader piece by piece (see ``stream_xml``)."""
        member = self._member(path)
        try:
            with self._zip.open(member) as stream:
                self._elements -= stream_xml(stream, reader, self._elements)
        except TooManyElementsError as error:
            raise self._too_many(path) from error
        except (*PACKAGE_FAULTS, BrokenXmlError) as error:
            raise self.broken(path) from error
        self.left -= member.file_size

    def xml(self, path: str) -> _Element:
        """The root element of a member (see ``parse_tree``)."""
        try:
            return parse_tree(self.read(path))
        except TooManyElementsError as error:
            raise self._too_many(path) from error
        except BrokenXmlError as error:
            raise self.broken(path) from error
