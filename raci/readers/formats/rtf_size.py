"""How much an RTF file claims: what takes LibreOffice minutes or gigabytes is refused before it is started."""

from __future__ import annotations

import re
from itertools import accumulate

from raci.errors import ReadError

__all__ = ["check_rtf"]

#: groups stand in one another no deeper, and a row of a table has no more cells: Word stops at 63
_DEEPEST, _MOST_CELLS = 1_000, 500
#: bytes that stand in the file as they are, by their number
_RAW = re.compile(rb"\\bin(\d{1,12})")
_NO_BRACES = bytes(code for code in range(256) if code not in b"{}")
_REMEDY = "请用 Word、WPS 打开，另存为 .docx 后再用"


def check_rtf(data: bytes, name: str) -> None:
    """Raises ReadError where an RTF file nests too deep, has rows too wide, or ends within what it announces."""
    if any(int(raw[1]) > len(data) - raw.end() for raw in _RAW.finditer(data)):
        raise ReadError("不是完整的 RTF 文件", place=name, remedy=_REMEDY)
    if data.count(b"\\cellx") > _MOST_CELLS * max(1, data.count(b"\\trowd")):
        raise ReadError(f"表格的一行超过 {_MOST_CELLS} 格", place=name, remedy=_REMEDY)
    braces = data.replace(b"\\{", b"").replace(b"\\}", b"").translate(None, _NO_BRACES)
    if max(accumulate(1 if brace == 0x7B else -1 for brace in braces), default=0) > _DEEPEST:
        raise ReadError(f"RTF 里的组嵌套超过 {_DEEPEST} 层", place=name, remedy=_REMEDY)
