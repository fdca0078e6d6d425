"""The reader of pictures of pages (png, jpg, tif, bmp, webp, gif): recognised (extra ``ocr``), a page a picture."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.layout import ocr
from raci.readers.layout.ocr.limits import MAX_DOTS, MAX_SIDE
from raci.readers.layout.page_reader import PageReader
from raci.readers.layout.pages import PageLayout
from raci.readers.layout.reading_order import in_reading_order
from raci.readers.layout.running_heads import note_running_heads, without_running_heads

if TYPE_CHECKING:
    from PIL.Image import Image as PilImage

    from raci.readers.layout.ocr.engine import Picture

__all__ = ["A4_WIDTH", "page_pictures", "read", "recognise_picture"]

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
#: the most pages of a TIFF file; a picture this many times as tall as wide (a web page in one picture) is cut up
_MAX_PAGES, _MAX_RATIO = 500, 2.2
#: … into pieces this many times as tall as wide, at the least and at the most
_PIECE_RATIOS = (1, 1.4)
#: … where so much white stands above and below, if there is: a part of the width, and dots at the least
_WHITE_SHARE, _MIN_WHITE = 80, 5
#: modes of pictures without colours
_GREY_MODES = frozenset({"1", "L", "LA", "I", "I;16", "F"})
#: a page is taken to be as wide as A4, in points
A4_WIDTH = 595.0
#: what Pillow raises for broken pictures
_PICTURE_ERRORS = (
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
    if not ocr.is_installed():
        raise ReadError("是图片，不是文本文件", place=name, remedy=ocr.REMEDY)
    recognised = list(recognise_picture(data, name, PageReader()))
    bodies, dropped = without_running_heads([page for page, _ in recognised])
    parts = in_reading_order(bodies)
    if not parts:
        raise ReadError("图片里没有认出文字", place=name, remedy="请检查图片是否清楚、是否为文件内容")
    notes = ["文字由图片识别（OCR），请核对"]
    notes += ocr.note_unread(sum(unread for _, unread in recognised))
    notes += note_running_heads(dropped)
    return compose(parts, name, format="picture", notes=notes)


def recognise_picture(
    data: bytes, name: str, reader: PageReader, first_page: int = 1
) -> Iterator[tuple[PageLayout, int]]:
    """The pages of a picture, laid out one after the other, numbered from ``first_page`` on.

    With each goes how many strips of it were too unsure to be taken for words. Raises ReadError where the picture is
    broken or too large.
    """
    for number, pieces in enumerate(page_pictures(data, name), first_page):
        layout, unread = PageLayout([], [], 0.0), 0
        for piece in pieces:
            page = ocr.recognise(piece, piece.shape[1] / A4_WIDTH * 72)
            layout = layout.above(reader.read_page(page.glyphs, page.ruled_lines, number, page.height))
            unread += page.unread
        yield layout, unread


def page_pictures(data: bytes, name: str) -> Iterator[list[Picture]]:
    """The pages as pictures (grey or RGB), no larger than is looked at, long ones in pieces.

    Raises ReadError for a file of too many pages or dots.
    """
    import numpy as np
    from PIL import Image, ImageOps, ImageSequence

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its own limits; ours are lower
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        # pages of a TIFF file; elsewhere further pictures are what makes the first one move
        frames = ImageSequence.Iterator(picture) if picture.format == "TIFF" else [picture]
        for index, frame in enumerate(frames):
            if index >= _MAX_PAGES:
                raise ReadError(f"超过 {_MAX_PAGES} 页", place=name, remedy="请拆分后再用")
            if frame.width * frame.height > MAX_DOTS:
                raise _too_large(f"图片有 {frame.width}×{frame.height} 点", name)
            page = _on_white(ImageOps.exif_transpose(frame))
            width, height = page.size
            if height <= _MAX_RATIO * width:
                page.thumbnail((MAX_SIDE, MAX_SIDE))
                yield [np.asarray(page)]
            else:
                page.thumbnail((MAX_SIDE // 2, height))
                yield list(_cut_up(np.asarray(page)))
    except Image.DecompressionBombError as error:
        raise _too_large("图片展开后太大", name) from error
    except _PICTURE_ERRORS as error:
        raise ReadError("不是完整的图片文件", place=name, remedy="请用看图软件打开，另存后再用") from error


def _too_large(what: str, name: str) -> ReadError:
    return ReadError(f"{what}，超过 {MAX_DOTS // 1_000_000} 百万点", place=name, remedy="请缩小或拆分后再用")


def _on_white(picture: PilImage) -> PilImage:
    """A picture in grey or RGB, on white where it is transparent."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    return picture.convert("L" if picture.mode in _GREY_MODES else "RGB")


def _cut_up(picture: Picture) -> Iterator[Picture]:
    """A long picture in pieces, cut where the rows of dots are the lightest."""
    import numpy as np

    height, width = picture.shape[:2]
    rows, begin = picture.reshape(height, -1).min(axis=1), 0
    while height - begin > _MAX_RATIO * width:
        earliest, latest = (begin + round(ratio * width) for ratio in _PIECE_RATIOS)
        white = max(_MIN_WHITE, width // _WHITE_SHARE)
        lightness = np.convolve(rows[earliest:latest], np.ones(white) / white, "same")
        end = earliest + int(lightness.argmax())
        yield picture[begin:end]
        begin = end
    yield picture[begin:]
