"""Books: their chapters in the order of the book, as one document."""

from __future__ import annotations

import io
import zipfile

import pytest

from raci.errors import ReadError
from raci.pipeline import extract
from raci.readers.registry import read_bytes

_CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
_BOOK = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>云泽市护河方案</dc:title></metadata><manifest>
<item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="toc"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
_PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": _CONTAINER,
    "OEBPS/book.opf": _BOOK,
    "OEBPS/toc.xhtml": "<html><body><p>目录</p></body></html>",
    "OEBPS/b b.xhtml": "<html><body><p>二、巡查堤防。（责任单位：市应急局）</p></body></html>",
    "OEBPS/a.xhtml": "<html><body><p>一、整治河道。（责任单位：市水务局）</p></body></html>",
}


def _book(**changed: str | None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for path, text in {**_PARTS, **changed}.items():
            if text is not None:
                package.writestr(path, text)
    return stream.getvalue()


def test_chapters_are_one_document_in_the_order_of_the_book() -> None:
    (document,) = read_bytes(_book(), "方案.epub")
    assert document.title == "云泽市护河方案"
    assert [(row.clause.heading, row.department.name) for row in extract(document)] == [
        ("整治河道", "市水务局"),
        ("巡查堤防", "市应急局"),
    ]
    assert "目录" not in document.text


def test_a_chapter_that_is_not_there_is_told() -> None:
    (document,) = read_bytes(_book(**{"OEBPS/b b.xhtml": None}), "方案.epub")
    assert any("缺 1 章" in note for note in document.notes)


@pytest.mark.parametrize(
    "changed",
    [{"META-INF/container.xml": "<container/>"}, {"OEBPS/book.opf": None}, {"OEBPS/book.opf": "<package"}],
    ids=["no book", "its contents are missing", "broken contents"],
)
def test_broken_books_are_refused(changed: dict[str, str | None]) -> None:
    with pytest.raises(ReadError, match="EPUB"):
        read_bytes(_book(**changed), "方案.epub")
