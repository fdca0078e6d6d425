"""Bytes to text: which encoding a text file is in, found out and named."""

from __future__ import annotations

import codecs
import re

from raci.errors import ReadError

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8（带 BOM）"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: how much of a file is looked at to tell text from other data
_SAMPLE = 65536
_USUAL = re.compile(r"[\t\n\f\r -~\u00a0-\u00ff\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    Tries byte order marks, UTF-8, UTF-16 without a mark, GB18030, then charset-normalizer.
    Raises ReadError where the data is empty or no text.
    """
    text, encoding = _decoded(data, name) if data.strip() else ("", "")
    if not text:
        raise ReadError("文件是空的", place=name, remedy="请给出有内容的文件")
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return _strict(data, codec, name), label
    if b"\0" in data[:_SAMPLE]:
        bare = _bare_utf16(data[:_SAMPLE])
        if bare is None:
            raise _not_text(name)
        return _strict(data, bare, name), bare.upper()
    for codec, label in (("utf-8", "UTF-8"), ("gb18030", "GB18030")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        # Big5 and others decode as GB18030 too, to private characters
        if _is_text(text) and (codec == "utf-8" or len(_PRIVATE.findall(text[:_SAMPLE])) <= len(text[:_SAMPLE]) // 200):
            return text, label
    return _guess(data, name)


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"按 {codec} 解码到第 {error.start} 字节时出错", place=name, remedy="文件可能不完整，请用原程序另存为 UTF-8"
        ) from error
    if not _is_text(text):
        raise _not_text(name)
    return text


def _bare_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: nearly all of it is Chinese or ASCII (NULs tell little: 一 holds one)."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(codec, errors="replace")
        if len(_USUAL.findall(text)) > 0.9 * len(text):
            return codec
    return None


def _is_text(text: str) -> bool:
    """Whether next to no character is a control character or unassigned."""
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f\v\x1a\x1e") or char == "\ufffd")
    return odd <= len(sample) // 200


def _guess(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    if best is None or best.percent_chaos > 20:
        raise _not_text(name)
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise _not_text(name) from error
    if not _is_text(text):
        raise _not_text(name)
    return text, best.encoding.upper()


def _not_text(name: str) -> ReadError:
    return ReadError("不是文本文件（或编码无法识别）", place=name, remedy="请给出文本文件，或另存为 UTF-8 后再用")
