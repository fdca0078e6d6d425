"""The recogniser: loaded on first use, one picture at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from raci.errors import ReadError
from raci.extras import reinstall_line
from raci.readers.layout.ocr.limits import MAX_SIDE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

__all__ = ["RecognisedChar", "TextStrip", "recognise_lines", "recognise_strips", "spread_evenly", "strip_box"]

log = logging.getLogger("raci")

#: RapidOCR keeps what it is asked for in itself
_ONE_AT_A_TIME = Lock()
#: the longest side, in dots, of the smaller picture in which strips of text are looked for: A4 at 110 an inch
_DETECTION_SIDE = 1_280

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]


class RecognisedChar(NamedTuple):
    """One character: how sure it is (0 to 1), its middle along the strip (0 to 1), whether a blank is before it."""

    text: str
    confidence: float
    middle: float
    spaced: bool


class TextStrip(NamedTuple):
    """A line of text in a picture, or part of one: its characters, how sure it is, its corners.

    The corners go clockwise from the upper left.
    """

    chars: tuple[RecognisedChar, ...]
    confidence: float
    corners: Corners


def strip_box(strip: TextStrip) -> tuple[int, int, int, int]:
    """The upright box around a strip: left, top, right and bottom, in dots."""
    xs, ys = [round(x) for x, _ in strip.corners], [round(y) for _, y in strip.corners]
    return min(xs), min(ys), max(xs), max(ys)


class _Result(Protocol):
    """What RapidOCR gives for a picture; ``word_results`` are the characters of each text with their boxes."""

    txts: Sequence[str] | None
    scores: Sequence[float] | None
    boxes: Iterable[Sequence[Sequence[float]]] | None
    word_results: Sequence[Sequence[tuple[str, float, Sequence[Point]]]] | None


class _Recogniser(Protocol):
    def __call__(self, picture: Picture, **options: bool | float) -> _Result: ...


@cache
def _recogniser() -> _Recogniser:
    try:
        from rapidocr import RapidOCR

        log.info("装入文字识别（OCR）模型")
        # a cast, as its own annotations contradict what it gives (words of one text only, scores of one)
        return cast(
            "_Recogniser",
            RapidOCR(
                params={
                    "Global.log_level": "critical",
                    "Global.max_side_len": MAX_SIDE,
                    "Det.limit_type": "max",
                    "Det.limit_side_len": _DETECTION_SIDE,
                }
            ),
        )
    except (ImportError, OSError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ReadError(
            f"文字识别（OCR）启动不了（{reason}）",
            remedy=f"请重新安装：{reinstall_line('rapidocr', 'onnxruntime', 'opencv-python-headless')}",
        ) from error


def recognise_strips(picture: Picture) -> list[TextStrip]:
    """The strips of text in a picture (height × width × BGR), in no particular order.

    Raises ReadError where the recogniser cannot be loaded.
    """
    with _ONE_AT_A_TIME:
        result = _recogniser()(
            picture, use_det=True, use_cls=False, return_word_box=True, return_single_char_box=True, text_score=0.0
        )
    texts: Sequence[str] | None = getattr(result, "txts", None)  # where nothing was detected it may have none
    if not texts or result.scores is None or result.boxes is None:
        return []
    words = result.word_results or ()
    paired = len(words) == len(texts)
    strips = []
    for index, (text, score, box) in enumerate(zip(texts, result.scores, result.boxes, strict=True)):
        upper_left, upper_right, lower_right, lower_left = ((float(x), float(y)) for x, y in box)
        corners = (upper_left, upper_right, lower_right, lower_left)
        chars = _chars(text, float(score), words[index] if paired else (), corners)
        strips.append(TextStrip(chars, float(score), corners))
    return strips


def recognise_lines(pictures: Sequence[Picture]) -> list[tuple[str, float]]:
    """What stands in small pictures (BGR) that hold one line each, and how sure that is (0 to 1)."""
    if not pictures:
        return []
    lines = []
    with _ONE_AT_A_TIME:
        for picture in pictures:
            result = _recogniser()(picture, use_det=False, use_cls=False, use_rec=True, text_score=0.0)
            for text, score in zip(result.txts or ("",), result.scores or (0.0,), strict=True):
                lines.append((text, float(score)))
    return lines


def _chars(
    text: str, confidence: float, words: Sequence[tuple[str, float, Sequence[Point]]], corners: Corners
) -> tuple[RecognisedChar, ...]:
    """The characters along a strip; spread evenly where the recogniser does not say where they are."""
    (x0, y0), (x1, y1) = corners[:2]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
    across, down = (x1 - x0) / length, (y1 - y0) / length

    def along(point: Sequence[float]) -> float:
        return ((point[0] - x0) * across + (point[1] - y0) * down) / length

    spread = spread_evenly(text, confidence)
    located = [(word, float(score), box) for word, score, box in words if word.strip()]
    if [word for word, _, _ in located] != [char.text for char in spread]:
        return tuple(spread)
    return tuple(
        char._replace(confidence=score, middle=(along(box[0]) + along(box[1])) / 2)
        for char, (_, score, box) in zip(spread, located, strict=True)
    )


def spread_evenly(text: str, confidence: float) -> list[RecognisedChar]:
    """The characters of a text side by side, Latin ones half as wide as Chinese."""
    widths = [0.5 if char.isascii() else 1.0 for char in text]
    whole, left = sum(widths) or 1.0, 0.0
    chars = []
    for index, (char, width) in enumerate(zip(text, widths, strict=True)):
        if char.strip():
            spaced = text[index - 1 : index].isspace()
            chars.append(RecognisedChar(char, confidence, (left + width / 2) / whole, spaced))
        left += width
    return chars
