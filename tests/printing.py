"""PDF pages with more on them than their text: marks over and under it, content on its side, comments and forms."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from documents import Press

__all__ = ["Mark", "laid", "marked", "pdf_of", "turned"]

_FONT = "STSong-Light"
_WIDTH, _HEIGHT = 595, 842


@dataclass(frozen=True)
class Mark:
    """A mark on each page: what it says, how it is turned (degrees), its type, its ink and where it stands.

    ``places`` is ``grid``, ``one`` (in the middle) or ``diagonal``; ``form``: in an object of its own;
    ``letters``: each letter placed by itself. ``artifact``: the properties that mark it as no content of the page.
    """

    text: str = "内部资料 请勿外传"
    angle: float = 45
    size: float = 20
    ink: tuple[float, float, float] = (0.8, 0.8, 0.8)
    alpha: float = 1.0
    places: str = "grid"
    over: bool = False
    form: bool = False
    letters: bool = False
    outlined: bool = False
    artifact: str | None = None

    def spots(self) -> Iterator[tuple[float, float]]:
        """Where it begins, y upwards."""
        if self.places == "one":
            yield 150, 560 if self.angle <= 0 else 420
        elif self.places == "diagonal":
            yield from ((60 + 130 * step, 200 + 160 * step) for step in range(4))
        else:
            yield from ((-20 + 150 * column, 30 + 107 * row) for row in range(8) for column in range(5))

    def stamp(self, canvas: Any) -> None:
        """Puts it on the page that is being drawn."""
        if self.artifact is not None:
            canvas._code.append(f"/Artifact {self.artifact} BDC" if self.artifact else "/Artifact BMC")
        self._stamp(canvas)
        if self.artifact is not None:
            canvas._code.append("EMC")

    def _stamp(self, canvas: Any) -> None:
        if self.form and canvas.hasForm("mark"):
            canvas.doForm("mark")
            return
        if self.form:
            canvas.beginForm("mark", 0, 0, _WIDTH, _HEIGHT)
        self._draw(canvas)
        if self.form:
            canvas.endForm()
            canvas.doForm("mark")

    def _draw(self, canvas: Any) -> None:
        for x, y in self.spots():
            canvas.saveState()
            canvas.setFillColorRGB(*self.ink)
            canvas.setStrokeColorRGB(*self.ink)
            canvas.setFillAlpha(self.alpha)
            canvas.setStrokeAlpha(self.alpha)
            canvas.setFont(_FONT, self.size)
            if self.letters:
                turn = math.radians(self.angle)
                for number, letter in enumerate(self.text):
                    canvas.saveState()
                    step = number * self.size
                    canvas.translate(x + step * math.cos(turn), y + step * math.sin(turn))
                    canvas.rotate(self.angle)
                    canvas.drawString(0, 0, letter)
                    canvas.restoreState()
            else:
                canvas.translate(x, y)
                canvas.rotate(self.angle)
                canvas.drawString(0, 0, self.text, mode=1 if self.outlined else 0)
            canvas.restoreState()


class _MarkedPress(Press):
    """A press that puts marks under or over what it prints on each page."""

    def __init__(self, head: str, marks: Sequence[Mark]) -> None:
        super().__init__(head)
        self.marks = marks
        self._stamp(over=False)

    def _stamp(self, *, over: bool) -> None:
        for mark in self.marks:
            if mark.over == over:
                mark.stamp(self.canvas)

    def turn(self) -> None:
        self._stamp(over=True)
        super().turn()
        self._stamp(over=False)

    def done(self) -> bytes:
        self._stamp(over=True)
        Press.turn(self)
        self.canvas.save()
        return self.stream.getvalue()


def marked(paragraphs: Sequence[Any], *marks: Mark, head: str = "云岭市人民政府行政规范性文件") -> bytes:
    """Paragraphs and tables (rows of cells) as an office prints them, with marks on each page."""
    press = _MarkedPress(head, marks)
    for number, part in enumerate(paragraphs):
        if isinstance(part, str):
            press.paragraph(part, centred=number == 0)
        else:
            press.table(part, [max(3, round(36 / len(part[0])) - 1)] * len(part[0]))
    return press.done()


def turned(data: bytes, *turns: tuple[int, int]) -> bytes:
    """The file with its pages turned, the last turn for all that follow: content (anticlockwise), ``/Rotate``."""
    import pypdfium2
    import pypdfium2.raw as raw

    with pypdfium2.PdfDocument(data) as book:
        for index, page in enumerate(book):
            content, shown = turns[min(index, len(turns) - 1)]
            width, height = page.get_size()
            shift = {0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[content]
            a, b = round(math.cos(math.radians(content))), round(math.sin(math.radians(content)))
            matrix = raw.FS_MATRIX(a, b, -b, a, *shift)
            if content in (90, 270):
                width, height = height, width
            clip = raw.FS_RECTF(-2000, 2000, 2000, -2000)
            assert raw.FPDFPage_TransFormWithClip(page, matrix, clip)
            page.set_mediabox(0, 0, width, height)
            page.set_rotation(shown)
        stream = io.BytesIO()
        book.save(stream)
    return stream.getvalue()


def laid(draw: Callable[[Press], None], head: str = "") -> bytes:
    """A file of what a function prints."""
    press = Press(head)
    draw(press)
    return press.done()


def pdf_of(*pages: Callable[[Any], None], size: tuple[float, float] = (_WIDTH, _HEIGHT)) -> bytes:
    """A file whose pages these functions draw on a canvas of reportlab, y upwards, Chinese type set."""
    press = Press()
    press.canvas.setPageSize(size)
    for page in pages:
        press.canvas.setFont(_FONT, 14)
        page(press.canvas)
        press.canvas.showPage()
    press.canvas.save()
    return press.stream.getvalue()
