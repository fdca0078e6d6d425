"""The recogniser: loaded on first use, one picture at a time."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.errors import ReadError
from raci.readers.layout.ocr.limits import LONGEST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

__all__ = ["Sign", "Strip", "strips", "whole"]

log = logging.getLogger("raci")

#: RapidOCR keeps what it is asked for in itself
_ALONE = Lock()
#: the longest side, in dots, of the smaller picture in which stretches of text are looked for: A4 at 110 an inch
_LOOKED_AT = 1_280

Point = tuple[float, float]


class Sign(NamedTuple):
    """One character: how sure it is (0 to 1), its middle along the strip (0 to 1), whether a blank is before it."""

    text: str
    sure: float
    middle: float
    spaced: bool


class Strip(NamedTuple):
    """A stretch of text in a picture: its characters, how sure it is, its corners from the upper left clockwise."""

    signs: tuple[Sign, ...]
    sure: float
    corners: tuple[Point, Point, Point, Point]


@cache
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR

        log.info("装入文字识别（OCR）模型")
        return RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": LONGEST,
                "Det.limit_type": "max",
                "Det.limit_side_len": _LOOKED_AT,
            }
        )
    except (ImportError, OSError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ReadError(
            f"文字识别（OCR）启动不了（{reason}）", remedy='请重新运行 pip install --force-reinstall "raci[ocr]"'
        ) from error


def strips(picture: Picture) -> list[Strip]:
    """The stretches of text in a picture (height × width × BGR), in no particular order.

    Raises ReadError where the recogniser cannot be loaded.
    """
    with _ALONE:
        result = _engine()(
            picture, use_det=True, use_cls=False, return_word_box=True, return_single_char_box=True, text_score=0.0
        )
    if not getattr(result, "txts", None) or result.boxes is None:
        return []
    words = result.word_results or ()
    paired = len(words) == len(result.txts)
    found = []
    for index, (text, sure, box) in enumerate(zip(result.txts, result.scores, result.boxes, strict=True)):
        corners = tuple((float(x), float(y)) for x, y in box)
        signs = _signs(text, float(sure), words[index] if paired else (), corners)
        found.append(Strip(signs, float(sure), corners))  # type: ignore[arg-type]
    return found


def whole(pictures: Sequence[Picture]) -> list[tuple[str, float]]:
    """What stands in small pictures (BGR) that hold one line each, and how sure that is."""
    if not pictures:
        return []
    found = []
    with _ALONE:
        for picture in pictures:
            result = _engine()(picture, use_det=False, use_cls=False, use_rec=True, text_score=0.0)
            for text, sure in zip(result.txts or ("",), result.scores or (0.0,), strict=True):
                found.append((text, float(sure)))
    return found


def _signs(text: str, sure: float, words: Sequence[Any], corners: Sequence[Point]) -> tuple[Sign, ...]:
    """The characters along a strip; spread evenly where the recogniser does not say where they are."""
    (x0, y0), (x1, y1) = corners[:2]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
    across, down = (x1 - x0) / length, (y1 - y0) / length

    def along(point: Sequence[float]) -> float:
        return ((point[0] - x0) * across + (point[1] - y0) * down) / length

    sizes = [0.5 if char.isascii() else 1.0 for char in text]
    whole, at, spread = sum(sizes) or 1.0, 0.0, []
    for index, (char, size) in enumerate(zip(text, sizes, strict=True)):
        if char.strip():
            spread.append(Sign(char, sure, (at + size / 2) / whole, text[index - 1 : index].isspace()))
        at += size
    told = [(word, float(each), box) for word, each, box in words if word.strip()]
    if [word for word, _, _ in told] != [sign.text for sign in spread]:
        return tuple(spread)
    return tuple(
        sign._replace(sure=each, middle=(along(box[0]) + along(box[1])) / 2)
        for sign, (_, each, box) in zip(spread, told, strict=True)
    )
