"""Files made wrong: the bytes of a seed, the parts of a package, the tags, numbers, lines and cells of a text."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

__all__ = ["mutate"]

_TAG = re.compile(rb"<[^<>]{1,400}>")
_ELEMENT = re.compile(rb"<([\w:]{1,40})(?:\s[^<>]{0,300})?>[^<>]{0,300}</\1>")
_NUMBER = re.compile(rb"-?\d{1,12}")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"1048577",
    b"2147483648",
    b"99999999999",
    b"NaN",
    b"1e308",
    b"",
    b"\xef\xbc\x95",
)
_SIGNS = [
    sign.encode() for sign in "（）()【】：:、，。；|\t\n\r\u3000\u200b\ufeff\u202e<>&\"'=#*-_`~\\/^%$@!?第条章一1①ⅡAR"
]
_WORDS = [
    word.encode()
    for word in (
        "责任单位：市财政局", "（牵头单位：", "序号\t工作任务\t责任单位\n",
        "一、", "（一）", "1.", "①", "附件", "下同）", "R",
        "2025年13月32日前", "|---|---|", "<br>", "<!--", "-->", "<td rowspan=99999 colspan=99999>", "]]>", "𠀀", "\x00",
        "各县（市、区）", "=DISPIMG(1)", "```", "~~", "▲", "\x0b",
    )
]  # fmt: skip


def mutate(seed: bytes, other: bytes, random: Random) -> bytes:
    """The seed with a few things wrong; ``other`` is a file that pieces come from."""
    if seed.startswith(b"PK") and random.random() < 0.75:
        wrong = _package(seed, random)
        if wrong is not None:
            return wrong
    text_like = not seed.startswith((b"PK", b"%PDF", b"\xd0\xcf\x11\xe0"))
    data = seed
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        if text_like or random.random() < 0.3:
            data = random.choice(_OF_TEXT)(data, random)
        else:
            data = random.choice(_OF_BYTES)(data, other, random)
    return data


def _package(seed: bytes, random: Random) -> bytes | None:
    """A zip package with a member changed, left out, doubled or moved."""
    try:
        with zipfile.ZipFile(io.BytesIO(seed)) as package:
            members = [(info.filename, package.read(info)) for info in package.infolist()]
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError):
        return None
    if not members:
        return None
    # members with text in them count most
    chosen = random.choices(range(len(members)), [3 + (b"<" in data[:99]) * 20 for _, data in members])[0]
    name, data = members[chosen]
    match random.randrange(12):
        case 0:
            del members[chosen]
        case 1:
            members.append((name.upper(), data))
        case 2:
            members[chosen] = (name, random.choice(members)[1])
        case 3:
            members[chosen] = (name, b"")
        case 4:
            members[chosen] = (name, data[: random.randrange(len(data) + 1)])
        case _:
            for _ in range(random.choice((1, 1, 2, 5))):
                data = random.choice(_OF_TEXT)(data, random)
            members[chosen] = (name, data)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as package:
        for name, data in members:
            package.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _piece(data: bytes, random: Random) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + random.choice((1, 2, 4, 16, 200, 4000)))


def _number(data: bytes, random: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    match = random.choice(found)
    return data[: match.start()] + random.choice(_NUMBERS) + data[match.end() :]


def _tag(data: bytes, random: Random) -> bytes:
    found = list((_TAG if random.random() < 0.5 else _ELEMENT).finditer(data))
    if not found:
        return data
    match = random.choice(found)
    times = random.choice((0, 0, 2, 3, 50, 2000))
    return data[: match.start()] + match[0] * times + data[match.end() :]


def _moved_tag(data: bytes, random: Random) -> bytes:
    found = list(_ELEMENT.finditer(data))
    if len(found) < 2:
        return data
    match, place = random.choice(found), random.choice(found).start()
    return data[:place] + match[0] + data[place:]


def _line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    index = random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[index]
        case 1:
            lines.insert(random.randrange(len(lines) + 1), lines[index])
        case 2:
            lines[index : index + 1] = [lines[index]] * random.choice((2, 20, 500))
        case _:
            other = random.randrange(len(lines))
            lines[index], lines[other] = lines[other], lines[index]
    return b"\n".join(lines)


def _joined(data: bytes, random: Random) -> bytes:
    sign = random.choice((b"\n", b"\t", b",", "：".encode(), "、".encode(), "。".encode(), b" ", b"<", b">"))
    return data.replace(sign, random.choice((b"", random.choice(_SIGNS))), random.choice((1, 5, -1)))


def _sign(data: bytes, random: Random) -> bytes:
    place = _place(data, random)
    return data[:place] + random.choice(_SIGNS) * random.choice((1, 1, 1, 3, 40, 3000)) + data[place:]


def _word(data: bytes, random: Random) -> bytes:
    place = _place(data, random)
    return data[:place] + random.choice(_WORDS) * random.choice((1, 1, 1, 3, 300)) + data[place:]


def _letter(data: bytes, random: Random) -> bytes:
    """One letter, sign or byte for another; a text stays one, nearly always."""
    place = _place(data, random)
    return data[:place] + bytes((random.choice((9, 10, 32, 45, 60, random.randrange(32, 256))),)) + data[place + 1 :]


def _flipped(data: bytes, other: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 64))):
        if changed:
            changed[random.randrange(len(changed))] = random.choice((0, 255, 127, random.randrange(256)))
    return bytes(changed)


def _cut(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: _place(data, random)]


def _left_out(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:start] + data[end:]


def _doubled(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def _spliced(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _piece(other, random)
    place = _place(data, random)
    return data[:place] + other[start:end] + data[place:]


_OF_TEXT = (_number, _tag, _moved_tag, _line, _joined, _sign, _word, _letter)
_OF_BYTES = (_flipped, _flipped, _cut, _left_out, _doubled, _spliced)
