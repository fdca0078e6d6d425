"""Bytes to text by the encodings that Chinese office software writes, for all rooms that decode files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["CHINESE_CODECS", "decodings"]

#: UTF-8 with or without a byte order mark, then GB18030, in which Chinese Excel and Windows save texts
CHINESE_CODECS = ("utf-8-sig", "gb18030")
#: codec → how the encoding is called
_LABELS = {"utf-8-sig": "UTF-8", "gb18030": "GB18030"}


def decodings(data: bytes, codecs: Sequence[str] = CHINESE_CODECS) -> Iterator[tuple[str, str]]:
    """The texts that the data is in each of the encodings that fit it, with the name of the encoding; often just one.

    GB18030 fits some texts in other encodings too; who does not know that the text is Chinese looks at it further
    (``raci.readers.files.encoding``).
    """
    for codec in codecs:
        try:
            yield data.decode(codec), _LABELS.get(codec, codec.upper())
        except UnicodeDecodeError:
            continue
