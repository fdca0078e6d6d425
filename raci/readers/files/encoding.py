"""Which encoding a text file is in, found out and named."""

from __future__ import annotations

import codecs

from raci.config.decoding import CHINESE_CODECS, decodings
from raci.errors import ReadError
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8（带 BOM）"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: how much of a file is looked at to tell text from other data, in bytes or characters
_SAMPLE = 65536
#: a text holds at most one odd character in this many
_FEW = 200
#: what Python says where the last character is not whole, and of how many bytes there may be at the most
_CUT, _LONGEST_CUT = frozenset({"unexpected end of data", "incomplete multibyte sequence"}), 3
#: control characters that no text holds, and what stands for bytes that could not be decoded
_ODD = compiled(r"[\x00-\x08\x0e-\x19\x1b-\x1d\x1f\ufffd]")
_USUAL = late_pattern(r"[\t\n\f\r -~\u00a0-\u00ff\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_PRIVATE = compiled(r"[\ue000-\uf8ff]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    Byte order marks come first, then UTF-16 without a mark, UTF-8, GB18030, and what charset-normalizer guesses.
    Raises ReadError where the data is empty or no text.
    """
    text, encoding = _detect(data, name) if data.strip() else ("", "")
    if not text:
        raise ReadError("文件是空的", place=name, remedy="请给出有内容的文件")
    return text, encoding


def _detect(data: bytes, name: str) -> tuple[str, str]:
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return _decode_strictly(data, codec, name), label
    if b"\0" in data[:_SAMPLE]:
        codec_without_mark = _utf16_without_mark(data[:_SAMPLE])
        if codec_without_mark is not None:
            return _decode_strictly(data, codec_without_mark, name), codec_without_mark.upper()
        if data.count(b"\0") * _FEW > len(data):
            raise _not_text(name)
        data = data.replace(b"\0", b"")  # what broken copies are filled up with
    whole = _without_cut_end(data)
    for text, label in decodings(whole):
        # Big5 and others decode as GB18030 too, to characters for private use
        private = len(_PRIVATE.findall(text[:_SAMPLE])) if label == "GB18030" else 0
        if _is_text(text) and private <= len(text[:_SAMPLE]) // _FEW:
            return text, label if len(whole) == len(data) else f"{label}（文件末尾缺半个字）"
    return _guess(data, name)


def _without_cut_end(data: bytes) -> bytes:
    """The data without the rest of a last character that was cut off, as by a copy that broke off."""
    for codec in CHINESE_CODECS:
        try:
            data.decode(codec)
        except UnicodeDecodeError as fault:
            if fault.reason in _CUT and 0 < len(data) - _LONGEST_CUT <= fault.start:
                return data[: fault.start]
        else:
            return data
    return data


def _decode_strictly(data: bytes, codec: str, name: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"按 {codec} 解码到第 {error.start} 字节时出错", place=name, remedy="文件可能不完整，请用原程序另存为 UTF-8"
        ) from error
    if not _is_text(text):
        raise _not_text(name)
    return text


def _utf16_without_mark(sample: bytes) -> str | None:
    """The codec of UTF-16 without a mark: nearly all of it is Chinese or ASCII.

    Zero bytes alone say little, as the character 一 has one.
    """
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(codec, errors="replace")
        if len(_USUAL.findall(text)) > 0.9 * len(text):
            return codec
    return None


def _is_text(text: str) -> bool:
    """Whether hardly any character is a control character or stands for bytes that could not be decoded."""
    sample = text[:_SAMPLE]
    return len(_ODD.findall(sample)) <= len(sample) // _FEW


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
