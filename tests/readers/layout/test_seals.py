"""Round seals over the words of a scan: wiped off, and nothing else with them."""

from __future__ import annotations

from typing import Any

import pytest
from documents import meaning
from scans import bound, needs_ocr, printed, scanned, table

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

HEAD = ["序号", "工作内容", "牵头单位", "配合单位"]
ROWS = [
    ["1", "修缮乡镇文化站", "县文化和旅游局", "县财政局、县残联"],
    ["2", "更新图书和器材", "县教育局", "县文化和旅游局、县妇联"],
    ["3", "开展下乡演出", "县文化和旅游局", "县融媒体中心、团县委"],
]
RED, GREY = (215, 30, 30), (118, 118, 118)


def sealed(page: Any, ink: tuple[int, int, int], x: int, y: int, radius: int = 165) -> Any:
    """A page with a seal on it: a ring, a star, and strokes like those of characters along the ring."""
    import numpy as np
    from PIL import Image, ImageChops, ImageDraw

    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=ink, width=9)
    draw.regular_polygon((x, y, radius // 4), 5, fill=ink)
    for turn in np.linspace(0.4, 2 * np.pi - 0.4, 9):
        left, top = x + 0.75 * radius * np.sin(turn), y - 0.75 * radius * np.cos(turn)
        for step in (-12, 0, 12):
            draw.line((left - 16, top + step, left + 16, top + step), fill=ink, width=6)
        draw.line((left, top - 18, left, top + 18), fill=ink, width=6)
    return ImageChops.multiply(page.convert("RGB"), seal)


def opened(pages: list[Any]) -> Document:
    (document,) = read_bytes(bound(pages), "扫描.pdf")
    return document


@needs_ocr
@pytest.mark.parametrize("ink", [RED, GREY], ids=["red", "grey"])
@pytest.mark.parametrize("askew", [0.0, 1.4])
def test_words_below_a_seal(ink: tuple[int, int, int], askew: float) -> None:
    data = printed(["县文化惠民任务分工"], tables=table([HEAD, *ROWS], [2, 6, 5, 7]))
    (page,) = scanned(data, askew=askew)
    document = opened([sealed(page, ink, 1240, 560)])
    (printed_document,) = read_bytes(data, "原件.pdf")
    assert meaning(extract(document)) == meaning(extract(printed_document))
    assert len(extract(document)) == 9


@needs_ocr
def test_a_page_without_a_seal_stays_as_it_is() -> None:
    import numpy as np

    from raci.readers.layout.ocr.seals import part_inks

    (page,) = scanned(printed(["一、修缮文化站。（责任单位：县文化和旅游局）"] * 6))
    inks = part_inks(np.asarray(page))
    assert inks.type_alone is inks.all_ink


@needs_ocr
def test_a_red_head_and_a_black_ring_stay() -> None:
    import numpy as np
    from PIL import Image, ImageDraw

    from raci.readers.layout.ocr.seals import part_inks

    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    for number in range(10):  # characters of a red head, one beside the other
        draw.rectangle((150 + 95 * number, 200, 225 + 95 * number, 280), outline=RED, width=10)
    draw.line((120, 330, 1120, 330), fill=RED, width=5)
    draw.ellipse((400, 700, 700, 1000), outline="black", width=8)
    inks = part_inks(np.asarray(page))
    assert inks.type_alone is inks.all_ink


@needs_ocr
def test_type_that_only_shines_through_a_seal_is_as_dark_as_elsewhere() -> None:
    import numpy as np
    from PIL import Image, ImageDraw

    from raci.readers.layout.ocr.seals import part_inks

    page = Image.new("RGB", (1240, 1754), "white")
    for number in range(30):
        ImageDraw.Draw(page).rectangle((200 + 30 * number, 600, 206 + 30 * number, 640), fill="black")
    seal = Image.new("RGBA", page.size)
    draw = ImageDraw.Draw(seal)
    draw.ellipse((460, 460, 780, 780), outline=(*RED, 175), width=9)
    draw.regular_polygon((620, 620, 60), 5, fill=(*RED, 175))
    page = Image.alpha_composite(page.convert("RGBA"), seal).convert("RGB")
    type_alone = part_inks(np.asarray(page)).type_alone
    assert type_alone[620, 623] < 60  # a stroke below the star
    assert type_alone[650, 620] > 200  # the star
