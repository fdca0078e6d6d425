"""One plan in the forms in which office systems and web editors hand it out, under whatever name."""

from __future__ import annotations

import base64
import io
import quopri
import zipfile
from html import escape

from documents import docx, word

__all__ = [
    "PARAGRAPHS",
    "ROWS",
    "SAID",
    "excel_2003",
    "flat_package",
    "page",
    "web_archive",
    "with_chunk",
    "word_2003",
    "word_file",
]

PARAGRAPHS = ["柳川县古道保护利用实施方案", "一、主要任务", "（一）修缮古道路面。（责任单位：县文旅局、县交通局）"]
ROWS = [
    ["序号", "任务", "牵头单位", "配合单位"],
    ["1", "编制保护规划", "县自然资源局", "县文旅局、县财政局"],
    ["2", "设置指示牌", "县交通局", "各乡镇人民政府"],
]
#: what the plan says
SAID = [
    ("修缮古道路面", "县文旅局", "responsible"),
    ("修缮古道路面", "县交通局", "responsible"),
    ("编制保护规划", "县自然资源局", "lead"),
    ("编制保护规划", "县文旅局", "support"),
    ("编制保护规划", "县财政局", "support"),
    ("设置指示牌", "县交通局", "lead"),
    ("设置指示牌", "各乡镇人民政府", "support"),
]


def page(head: str = '<meta charset="utf-8">', *, whole: bool = True) -> str:
    """The plan as a web page; not ``whole``: as a stretch of one, without html and body."""
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in ROWS)
    body = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS) + f"<table>{rows}</table>"
    return f"<html><head>{head}</head><body>{body}</body></html>" if whole else f"<div>{body}</div>"


def web_archive(source: str, charset: str = "utf-8", coding: str = "base64", *, before: str = "") -> bytes:
    """The source of a page as an archive with one picture; ``before`` are lines above its header."""
    data = source.encode(charset)
    encoded = (
        base64.encodebytes(data) if coding == "base64" else quopri.encodestring(data) if coding[0] == "q" else data
    )
    picture = base64.encodebytes(b"\x89PNG\r\n").decode()
    head = f'{before}MIME-Version: 1.0\nContent-Type: multipart/related; boundary="=_B"; type="text/html"\n\n'
    head += "This is a multi-part message.\n\n--=_B\nContent-Location: file:///C:/plan.htm\n"
    head += f'Content-Transfer-Encoding: {coding}\nContent-Type: text/html; charset="{charset}"\n\n'
    tail = "\n--=_B\nContent-Location: file:///C:/p.png\nContent-Transfer-Encoding: base64\n"
    return head.encode() + encoded + f"{tail}Content-Type: image/png\n\n{picture}\n--=_B--\n".encode()


def _table(cell: str) -> str:
    rows = "".join(f"<w:tr>{''.join(cell.format(escape(text)) for text in row)}</w:tr>" for row in ROWS)
    return f"<w:tbl>{rows}</w:tbl>"


def word_2003(body: str | None = None, more: str = "") -> bytes:
    """The plan as Word 2003 XML: in sections, as Word writes it; ``more``: further elements before the body."""
    run = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    body = body or "".join(run.format(escape(text)) for text in PARAGRAPHS) + _table(f"<w:tc>{run}</w:tc>")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
        ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
        ' xmlns:aml="http://schemas.microsoft.com/aml/2001/core">'
        f"{more}<w:body><wx:sect>{body}<w:sectPr><w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr>"
        "</wx:sect></w:body></w:wordDocument>"
    ).encode()


def flat_package(data: bytes) -> bytes:
    """A Word or Excel file as one XML file."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for path in package.namelist():
            xml = package.read(path).decode()
            inside = xml[xml.index("?>") + 2 :] if xml.startswith("<?xml") else xml
            parts.append(f'<pkg:part pkg:name="/{path}"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>')
    start = '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg='
    return f'{start}"http://schemas.microsoft.com/office/2006/xmlPackage">{"".join(parts)}</pkg:package>'.encode()


def excel_2003(encoding: str = "UTF-8", prefix: str = "") -> bytes:
    """The table of the plan as XML Spreadsheet 2003; the task of the paragraph stands in its first row."""
    rows = [ROWS[0], ["0", "修缮古道路面", "", ""], *ROWS[1:]]
    cell = '<Cell ss:Index="{}"><Data ss:Type="String">{}</Data></Cell>'.format
    cells = ""
    for row in rows:
        texts = (cell(number, escape(text)) for number, text in enumerate(row, 1) if text)
        cells += f"<Row>{''.join(texts)}</Row>"
    names = 'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    names += "" if prefix else ' xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    inside = f'<Worksheet ss:Name="分工"><Table>{cells}</Table></Worksheet>'
    if prefix:
        for name in ("Worksheet", "Table", "Row", "Cell", "Data"):
            inside = inside.replace(f"<{name}", f"<{prefix}:{name}").replace(f"</{name}", f"</{prefix}:{name}")
    outer = f"{prefix}:Workbook" if prefix else "Workbook"
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    return f"{declared}<{outer} {names}>{inside}</{outer}>".encode(encoding)


def with_chunk(path: str, data: bytes | str, before: str = "县政府办公室") -> bytes:
    """A Word file whose text is an embedded file (altChunk)."""
    body = f'<w:p><w:r><w:t>{before}</w:t></w:r></w:p><w:altChunk xmlns:r="r" r:id="c1"/>'
    package = word(body)
    stream = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relations = f'<Relationships><Relationship Id="c1" Type="{kind}" Target="{path}"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, relations if name == "word/_rels/document.xml.rels" else source.read(name))
        target.writestr(f"word/{path}", data)
    return stream.getvalue()


def word_file() -> bytes:
    """The plan as a plain Word file."""
    return docx([*PARAGRAPHS, ROWS])
