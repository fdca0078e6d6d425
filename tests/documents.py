"""Office documents with given paragraphs, built in memory: what the readers are tested with."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape

import pytest

from raci.errors import ReadError
from raci.model import Assignment, Document

__all__ = [
    "Part",
    "Press",
    "docx",
    "html",
    "markdown",
    "meaning",
    "mutants",
    "ofd",
    "packed",
    "pdf",
    "refusal",
    "refused_or_read",
    "repacked",
    "text_object",
    "word",
]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MARK = re.compile(
    r"(?P<chapter>第([一二三四五六七八九十]+)章)|(?P<article>第([一二三四五六七八九十]+)条)|(?P<han>([一二三四五六七八九十]+)、)"
    r"|(?P<paren>（([一二三四五六七八九十]+)）)|(?P<arabic>(\d{1,2})[.．])(?!\d)"
)
#: the lists that ``docx`` numbers with: kind → (style, text)
_LISTS = {
    "chapter": ("chineseCounting", "第%1章"),
    "article": ("chineseCountingThousand", "第%1条"),
    "han": ("chineseCounting", "%1、"),
    "paren": ("chineseCounting", "（%1）"),
    "arabic": ("decimal", "%1."),
}
_HAN = "零一二三四五六七八九"

#: a paragraph, or the rows of a table
Part = str | Sequence[Sequence[str]]


def meaning(assignments: Sequence[Assignment]) -> list[tuple[str, ...]]:
    """Rows but for their offsets: what must not hang on the format of a file."""
    return [
        (one.clause.number, one.clause.heading, *one.clause.path, one.department.name, one.role, one.basis)
        for one in assignments
    ]


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A zip package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for path, data in members.items():
            package.writestr(path, data)
    return stream.getvalue()


def html(paragraphs: Sequence[Part], *, encoding: str = "utf-8", breaks: bool = False) -> bytes:
    """A page of a government site: its furniture around the paragraphs, which ``<p>`` or ``<br>`` parts."""

    def shown(part: Part) -> str:
        if not isinstance(part, str):
            rows = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in part)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>\n"
        if breaks:
            return f"\u3000\u3000{escape(part)}<br>\n"
        return f'<p style="text-indent:2em"><span>{escape(part)}</span></p>\n'

    body = "".join(map(shown, paragraphs))
    page = f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}">
<title>云岭市人民政府</title><style>p {{ margin: 0 }}</style><script>var 牵头单位 = "市脚本局";</script></head>
<body><div class="top"><ul><li><a href="/">首页</a></li>
<li><a href="/zw">政务公开</a></li><li><a href="/fw">服务</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<div class="body"><div class="content">{body}</div>
<div style="display:none">一、不显示的任务。（牵头单位：市隐藏局）</div></div>
<div class="foot"><p>主办：云岭市人民政府办公室</p><p>网站标识码：0000000001</p></div></body></html>"""
    return page.encode(encoding)


def _numeral(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十") if "十" in text else ("零", "", text)
    return (_HAN.index(tens or "一") if "十" in text else 0) * 10 + (_HAN.index(ones) if ones else 0)


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="{kind}" Type="{_RELATED}/{kind}" Target="{target}"/>'


def word(body: str, *, numbering: str = "", styles: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A Word file around the XML of its body, its lists and its styles; ``more``: kind of part → its XML."""
    parts = {"numbering": numbering, "styles": styles, **(more or {})}
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{office}.{kind}+xml"/>'
        for part, kind in [("document", "document.main"), *((kind, kind) for kind, xml in parts.items() if xml)]
    )
    inside = "".join(_relation(kind, f"{kind}.xml") for kind, xml in parts.items() if xml)
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">'
        + _relation("officeDocument", "word/document.xml")
        + "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:wps="wps" xmlns:v="v"'
        f' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
    }
    for kind, xml in parts.items():
        if xml:
            members[f"word/{kind}.xml"] = f'<w:{kind} xmlns:w="{_W}">{xml}</w:{kind}>'
    return packed(members)


def docx(paragraphs: Sequence[Part]) -> bytes:
    """A Word file whose clause numbers are automatic: none of them stands in its text."""
    lists: list[str] = []
    uses: list[str] = []
    last: dict[str, tuple[int, int]] = {}  # kind → its use, the number reached
    body = ""
    for paragraph in paragraphs:
        if not isinstance(paragraph, str):
            cells = (
                f"<w:tc><w:p><w:r><w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>" for row in paragraph for cell in row
            )
            rows = ("".join(next(cells) for _ in row) for row in paragraph)
            body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
            continue
        match = _MARK.match(paragraph)
        listed = ""
        if match and match.lastgroup:
            kind = match.lastgroup
            count = _numeral(next(each for each in match.groups() if each and each != match[0]))
            use, reached = last.get(kind, (0, -1))
            if count != reached + 1:
                style, shown = _LISTS[kind]
                lists.append(
                    f'<w:abstractNum w:abstractNumId="{len(uses)}"><w:lvl w:ilvl="0"><w:start w:val="{count}"/>'
                    f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum>'
                )
                uses.append(f'<w:num w:numId="{len(uses) + 1}"><w:abstractNumId w:val="{len(uses)}"/></w:num>')
                use = len(uses)
            last[kind] = use, count
            listed = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{use}"/></w:numPr></w:pPr>'
            paragraph = paragraph[match.end() :]
        body += f'<w:p>{listed}<w:r><w:t xml:space="preserve">{escape(paragraph)}</w:t></w:r></w:p>'
    return word(body, numbering="".join(lists + uses))


def markdown(paragraphs: Sequence[Part]) -> bytes:
    """The paragraphs in Markdown: the title and the chapters as headings, annotations in bold type."""
    lines = [f"# {paragraphs[0]}"]
    for paragraph in paragraphs[1:]:
        if not isinstance(paragraph, str):
            rows = [f"| {' | '.join(row)} |" for row in paragraph]
            lines.append("\n".join([rows[0], f"|{' --- |' * len(paragraph[0])}", *rows[1:]]))
            continue
        marked = re.sub(r"(（[^（）]*(?:单位|部门)：.*）)$", r"**\1**", paragraph)
        lines.append(
            f"## {paragraph}" if re.match("[一二三四五六七八九十]+、", paragraph) and len(paragraph) < 30 else marked
        )
    return ("\n\n".join(lines) + "\n").encode()


class Press:
    """Lays paragraphs and ruled tables on pages, as a word processor prints them."""

    SIZE, LEAD, LEFT, TOP, COLUMNS, LINES = 14.0, 24.0, 80.0, 90.0, 28, 24
    TITLE, TITLE_COLUMNS = 20.0, 19

    def __init__(self, head: str = "", password: str | None = None) -> None:
        from reportlab.lib.pdfencrypt import StandardEncryption
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.stream, self.head, self.page, self.line = io.BytesIO(), head, 1, 0
        encryption = StandardEncryption(password) if password else None
        self.canvas = Canvas(self.stream, pagesize=(595, 842), encrypt=encryption)

    def write(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """Words at a place, y from the top."""
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(x, 842 - y, text)

    def turn(self) -> None:
        """Ends the page: its number below, the running head above."""
        if self.head:
            self.write(self.LEFT, 50, self.head, 9)
        self.write(280, 790, f"— {self.page} —", 12)
        self.canvas.showPage()
        self.page, self.line = self.page + 1, 0

    def paragraph(self, text: str, *, indent: int = 2, centred: bool = False) -> None:
        """A paragraph, its first line set in by ``indent`` characters; a title is centred, in larger type."""
        size = self.TITLE if centred else self.SIZE
        wide = self.COLUMNS * self.SIZE
        for turn, line in enumerate(
            _broken(text, self.TITLE_COLUMNS if centred else self.COLUMNS, 0 if centred else indent)
        ):
            if self.line == self.LINES:
                self.turn()
            shift = (wide - _size(line) * size) / 2 if centred else indent * size if turn == 0 else 0
            self.write(self.LEFT + shift, self.TOP + self.line * self.LEAD, line, size)
            self.line += 1

    def table(self, rows: Sequence[Sequence[str | None]], widths: Sequence[int]) -> None:
        """A ruled table, columns as wide as so many characters; None: merged with the cell above."""
        xs = [self.LEFT]
        for width in widths:
            xs.append(xs[-1] + width * 12 + 8)
        for at, row in enumerate(rows):
            laid = [[] if cell is None else _broken(cell, width, 0) for cell, width in zip(row, widths, strict=True)]
            height = max(map(len, laid), default=1) * 16 + 8
            top = self.TOP - 16 + self.line * self.LEAD
            for place, lines in enumerate(laid):
                if row[place] is not None:
                    self.canvas.line(xs[place], 842 - top, xs[place + 1], 842 - top)
                if at == len(rows) - 1:
                    self.canvas.line(xs[place], 842 - top - height, xs[place + 1], 842 - top - height)
                for number, line in enumerate(lines):
                    self.write(xs[place] + 4, top + 16 + number * 16, line, 12)
            for x in xs:
                self.canvas.line(x, 842 - top, x, 842 - top - height)
            self.line += height / self.LEAD  # type: ignore[assignment]
        self.line = int(self.line) + 2

    def done(self) -> bytes:
        """The file."""
        self.turn()
        self.canvas.save()
        return self.stream.getvalue()


def _size(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)


def _broken(text: str, columns: int, indent: int) -> list[str]:
    lines, line, filled = [], "", float(indent)
    for char in text:
        size = _size(char)
        # no line begins with a mark; it hangs over the edge instead
        if filled + size > columns and char not in "，。、；：）！？":
            lines.append(line)
            line, filled = "", 0.0
        line, filled = line + char, filled + size
    return [*lines, line]


def pdf(paragraphs: Sequence[Part], head: str = "云岭市人民政府行政规范性文件") -> bytes:
    """A PDF file as an office prints it: the title centred, lines broken, running heads and page numbers."""
    press = Press(head)
    for at, part in enumerate(paragraphs):
        if isinstance(part, str):
            press.paragraph(part, centred=at == 0)
        else:
            press.table(part, [max(4, round(36 / len(part[0])) - 1)] * len(part[0]))
    return press.done()


def ofd(paragraphs: Sequence[Part], *, objects: str = "", fonts: str = "", resources: str = "") -> bytes:
    """An OFD file: lines as text objects, the last first, running heads and page numbers; ``objects``: more."""
    lines: list[Callable[[float], str]] = []
    for at, part in enumerate(paragraphs):
        if isinstance(part, str):
            indent = (28 - _size(part)) / 2 if at == 0 and _size(part) < 26 else 2
            for turn, line in enumerate(_broken(part, 28, 0 if at == 0 else 2)):
                lines.append(partial(text_object, 28 + 5 * (indent if turn == 0 else 0), text=line))
            continue
        wide = 150 / len(part[0])
        for row in part:
            cells = [_broken(cell, int(wide / 4) - 1, 0) for cell in row]
            high = max(map(len, cells))
            frames = [partial(_box, 28 + wide * place, wide=wide, high=9 * high) for place in range(len(row))]
            for turn in range(high):
                made = frames if turn == 0 else []
                made = made + [
                    partial(text_object, 30 + wide * place, text=cell[turn], size=4)
                    for place, cell in enumerate(cells)
                    if turn < len(cell)
                ]
                lines.append(lambda y, made=made: "".join(each(y=y) for each in made))  # type: ignore[misc]
        lines.append(lambda y: "")
    sheets = [lines[at : at + 24] for at in range(0, len(lines), 24)] or [[]]
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    members = {
        "OFD.xml": f'<ofd:OFD {space} DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {space}><ofd:Fonts><ofd:Font ID="1" FontName="宋体"/>{fonts}</ofd:Fonts>'
        f"{resources}</ofd:Res>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(sheets)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, sheet in enumerate(sheets):
        texts = [line(y=40 + 9 * at) for at, line in enumerate(sheet)]
        texts += [text_object(28, 20, "云岭市人民政府行政规范性文件", 3), text_object(100, 285, f"— {number + 1} —", 4)]
        inside = "".join(reversed(texts)) + (objects if number == 0 else "")
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="9">{inside}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    return packed(members)


def _box(x: float, y: float, *, wide: float, high: float) -> str:
    """The frame of a cell of OFD whose first line stands on ``y``."""
    return (
        f'<ofd:PathObject Boundary="{x:g} {y - 6.5:g} {wide:g} {high:g}"><ofd:AbbreviatedData>'
        f"M 0 0 L {wide:g} 0 L {wide:g} {high:g} L 0 {high:g} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def text_object(x: float, y: float, text: str, size: float = 5, font: str = "1") -> str:
    """A text object of OFD at a place in millimetres, y that of the line that it stands on."""
    steps = " ".join(f"{size * _size(char):g}" for char in text[:-1])
    return (
        f'<ofd:TextObject Boundary="{x:g} {y - size:g} {size * len(text):g} {size:g}" Font="{font}" Size="{size:g}">'
        f'<ofd:TextCode X="0" Y="{size:g}" DeltaX="{steps}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def mutants(data: bytes, count: int, seed: int = 5) -> Iterator[bytes]:
    """The file with faults: bytes changed, parts cut out, doubled or moved, the end cut off."""
    chance = random.Random(seed)
    for turn in range(count):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8, 40))):
            at = chance.randrange(len(broken) or 1)
            size = min(chance.choice((1, 4, 60, 400)), max(1, len(broken) - at))
            match chance.randrange(5):
                case 0:
                    broken[at : at + size] = chance.randbytes(size)
                case 1:
                    del broken[at : at + size]
                case 2:
                    broken[at:at] = broken[at : at + size]
                case 3 if broken:
                    broken[min(at, len(broken) - 1)] ^= 1 << chance.randrange(8)
                case _:
                    broken[at : at + size] = bytes(size)
        yield bytes(broken[: chance.randrange(len(broken) + 1)] if turn % 5 == 0 else broken)


def repacked(data: bytes, count: int, seed: int = 6) -> Iterator[bytes]:
    """Packages that open, with faults in one of their members: broken, left out, or well-formed but odd."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {path: package.read(path) for path in package.namelist()}
    for turn in range(count):
        path = chance.choice(list(members))
        if turn % 10 == 9:
            yield packed({each: inside for each, inside in members.items() if each != path})
        elif turn % 3 == 0:
            yield packed(members | {path: next(mutants(members[path], 1, turn))})
        else:
            yield packed(members | {path: _odd(members[path], chance)})


def _odd(xml: bytes, chance: random.Random) -> bytes:
    """Well-formed XML with attributes, texts and elements changed, lost, doubled or moved."""
    from lxml import etree

    root = etree.fromstring(xml)
    for _ in range(chance.choice((1, 2, 8, 30))):
        element = chance.choice(list(root.iter()))
        parent = element.getparent()
        match chance.randrange(5):
            case 0 if element.attrib:
                odd = ("", "-1", "0", "99999999999", "1e999", "nan", "甲", "g g g", "../../x", "0 0")
                element.set(chance.choice(list(element.attrib)), chance.choice(odd))
            case 1 if element.attrib:
                del element.attrib[chance.choice(list(element.attrib))]
            case 2 if parent is not None:
                parent.remove(element)
            case 3 if parent is not None:
                parent.append(copy.deepcopy(element))
            case _:
                element.text = chance.choice(("", "1", "甲" * 50, "M M M 1", "g 999999999 1", "\u200b"))
    return bytes(etree.tostring(root, encoding="utf-8"))


def refused_or_read(read: Callable[[bytes, str], list[Document]], files: Iterator[bytes], name: str) -> tuple[int, int]:
    """How many of the files are read, and how many refused in one line that names the file; no other end is good."""
    counts = [0, 0]
    for data in files:
        try:
            documents = read(data, name)
        except ReadError as fault:
            assert str(fault).startswith(name), str(fault)
            assert "\n" not in str(fault)
            assert fault.remedy
            counts[1] += 1
        else:
            for document in documents:
                assert all(0 <= block.start <= block.end <= len(document.text) for block in document.blocks)
                assert all(0 <= span.start <= span.end <= len(document.text) for span in document.emphasis)
            counts[0] += 1
    return counts[0], counts[1]


def refusal(read: Callable[[bytes, str], list[Document]], data: bytes, name: str) -> str:
    """What a reader says of a file that it cannot read."""
    with pytest.raises(ReadError) as fault:
        read(data, name)
    assert str(fault.value).startswith(name)
    assert fault.value.remedy
    return str(fault.value)
