"""The reader of pictures of pages (png, jpg, tif, bmp): recognised (extra ``ocr``), a page a picture."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.layout import ocr
from raci.readers.layout.ocr.limits import LONGEST, MOST_DOTS
from raci.readers.layout.page_reader import PageReader
from raci.readers.layout.reading_order import Page, flowing, without_running_heads

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["read", "recognised"]

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
#: the most pages of a TIFF file; a picture this many times as tall as wide (a web page in one picture) is cut up
_MOST_PAGES, _LONG = 500, 2.2
#: a page is taken to be as wide as A4, in points
_WIDE = 595.0
_FAULTS = (
    OSError,
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    EOFError,
    SyntaxError,
    MemoryError,
    struct.error,
)


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a picture of text.

    Raises ReadError where the extra is missing, the picture is broken or too large, or no text is recognised in it.
    """
    if not ocr.ready():
        raise ReadError("是图片，不是文本文件", place=name, remedy=ocr.REMEDY)
    pages: list[Page] = []
    laid = PageReader()
    lost = 0
    for page, unsure in recognised(data, name, laid):
        pages.append(page)
        lost += unsure
    found, dropped = without_running_heads(pages)
    parts = flowing(found)
    if not parts:
        raise ReadError("图片里没有认出文字", place=name, remedy="请检查图片是否清楚、是否为文件内容")
    notes = ["文字由图片识别（OCR），请核对"]
    notes += ocr.unsure(lost)
    notes += [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []
    return compose(parts, name, format="picture", notes=notes)


def recognised(data: bytes, name: str, laid: PageReader, first: int = 1) -> Iterator[tuple[Page, int]]:
    """The pages of a picture, laid out one after the other from the number ``first`` on.

    With each goes how many stretches of it were too unsure to be taken for words. Raises ReadError where the picture
    is broken or too large.
    """
    for number, pieces in enumerate(_pictures(data, name), first):
        page, lost = Page([], [], 0.0), 0
        for piece in pieces:
            sheet = ocr.recognise(piece, piece.shape[1] / _WIDE * 72)
            page = page.above(laid.page(sheet.chars, sheet.rules, number, sheet.height))
            lost += sheet.lost
        yield page, lost


def _pictures(data: bytes, name: str) -> Iterator[list[Picture]]:
    """The pages as grey pictures, no larger than is looked at, long ones in pieces."""
    import numpy as np
    from PIL import Image, ImageOps, ImageSequence

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its own limits; ours are lower
            opened = Image.open(io.BytesIO(data), formats=_FORMATS)
        for turn, frame in enumerate(ImageSequence.Iterator(opened)):
            if turn >= _MOST_PAGES:
                raise ReadError(f"超过 {_MOST_PAGES} 页", place=name, remedy="请拆分后再用")
            if frame.width * frame.height > MOST_DOTS:
                raise _too_large(f"图片有 {frame.width}×{frame.height} 点", name)
            page = _grey(ImageOps.exif_transpose(frame))
            wide, tall = page.size
            if tall <= _LONG * wide:
                page.thumbnail((LONGEST, LONGEST))
                yield [np.asarray(page)]
            else:
                page.thumbnail((LONGEST // 2, tall))
                yield list(_cut(np.asarray(page)))
    except Image.DecompressionBombError as error:
        raise _too_large("图片展开后太大", name) from error
    except _FAULTS as error:
        raise ReadError("不是完整的图片文件", place=name, remedy="请用看图软件打开，另存后再用") from error


def _too_large(what: str, name: str) -> ReadError:
    return ReadError(f"{what}，超过 {MOST_DOTS // 1_000_000} 百万点", place=name, remedy="请缩小或拆分后再用")


def _grey(frame: Any) -> Any:
    """A picture without colours, on white where it is transparent."""
    from PIL import Image

    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        frame = frame.convert("RGBA")
        frame = Image.alpha_composite(Image.new("RGBA", frame.size, "white"), frame)
    return frame.convert("L")


def _cut(picture: Picture) -> Iterator[Picture]:
    """A long picture in pieces, cut where the rows of dots are the lightest."""
    import numpy as np

    height, width = picture.shape
    begin = 0
    while height - begin > _LONG * width:
        least, most = begin + width, begin + round(1.4 * width)
        room = max(5, width // 80)  # so much white above and below, if there is
        lightest = np.convolve(picture[least:most].min(axis=1), np.ones(room) / room, "same")
        end = least + int(lightest.argmax())
        yield picture[begin:end]
        begin = end
    yield picture[begin:]
