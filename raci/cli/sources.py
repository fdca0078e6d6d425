"""What a command reads as one input."""

from __future__ import annotations

import sys

from raci.cli.streams import talk
from raci.errors import RaciError
from raci.model import Document

__all__ = ["STDIN", "Source", "read_source"]

#: what is read as one input: a file (or ``-``), or several files that may be one plan
Source = tuple[str, ...]
#: what stands for standard input
STDIN: Source = ("-",)


def read_source(source: Source, *, apart: bool) -> tuple[list[Document], list[RaciError]]:
    """The documents of a source, or of standard input where it is ``-``; and the faults of its files.

    Raises RaciError where standard input cannot be read.
    """
    from raci.readers.registry import read_bytes, read_group, stream_bytes

    if source != STDIN:
        return read_group(source, apart=apart)
    if sys.stdin.isatty():
        talk("从键盘读取正文，按 Ctrl-D（Windows：Ctrl-Z 回车）结束。")
    return read_bytes(stream_bytes(sys.stdin.buffer, "-"), "-", apart=apart), []
