"""Pages photographed on a dark desk are laid flat before they are recognised."""

from __future__ import annotations

import pytest
from running import PLAN
from scans import CORNERS, needs_ocr, photographed, printed, scanned

from raci.pipeline import extract
from raci.readers.layout.ocr.photographs import laid_flat
from raci.readers.registry import read_bytes


@needs_ocr
def test_the_page_is_found_and_its_corners_are_known() -> None:
    (page,) = scanned(printed(PLAN.splitlines()))
    flat = laid_flat(photographed(page, 50))
    for found, there in zip(flat.corners, CORNERS, strict=True):
        assert found == pytest.approx(there, abs=0.01)


@pytest.mark.parametrize("desk", [255, 200])
@needs_ocr
def test_without_a_dark_desk_the_picture_is_the_page(desk: int) -> None:
    (page,) = scanned(printed(PLAN.splitlines()))
    picture = photographed(page, desk)
    assert laid_flat(picture).picture is picture


@needs_ocr
def test_rows_of_a_photographed_page_are_read() -> None:
    import io

    from PIL import Image

    (page,) = scanned(printed(PLAN.splitlines()))
    stream = io.BytesIO()
    Image.fromarray(photographed(page, 40)).save(stream, "PNG")
    (document,) = read_bytes(stream.getvalue(), "照片.png")
    assert {row.department.name for row in extract(document)} == {"县水利局", "县城管局", "县林业局", "县公安局"}
