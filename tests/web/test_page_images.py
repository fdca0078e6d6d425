"""The page of a PDF file or a scan as a picture, with the place marked; a scan says how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desks import Page
from PIL import Image
from scans import bound, needs_ocr, photographed, printed, scanned, table

from raci import extract
from raci.readers.registry import read_bytes
from raci.web.page_images import place_mark
from raci.web.projects.values import SourceFile
from raci.web.scan_marks import ScannedPages

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_page_of_a_pdf_is_shown_with_the_words_marked(page: Page) -> None:
    [file] = EXAMPLES.glob("*.pdf")
    [job] = page.drop((file.name, file.read_bytes()))
    plan = page.opened(job["result"])
    entries = [entry for task in plan.data()["tasks"] for entry in task["entries"] if entry["name"] == "各乡镇人民政府"]
    marks = []
    for entry in entries:
        span = {"start": entry["span"][0], "end": entry["span"][1]}
        mark = plan.client.get(f"{plan.path}/mark", params=span).json()
        assert (mark["page"], mark["exact"]) == (1, True)
        [(left, top, width, height)] = mark["boxes"]
        assert 0 < left < left + width < 1
        assert 0 < top < top + height < 1
        marks.append(top)
        picture = plan.client.get(f"{plan.path}/page", params=span)
        assert picture.content.startswith(b"\x89PNG")
    assert marks == sorted(set(marks))


def test_a_text_has_no_page(page: Page) -> None:
    plan = page.plan()
    assert plan.client.get(f"{plan.path}/mark", params={"start": 0, "end": 5}).json() == {"page": None}
    assert plan.client.get(f"{plan.path}/page", params={"start": 0, "end": 5}).status_code == 404
    assert plan.client.get(f"{plan.path}/mark", params={"start": "x"}).status_code == 400


@needs_ocr
def test_a_scan_says_how_far_it_is_and_shows_where_words_stand_once_it_was_read_again(page: Page) -> None:
    pages = printed(
        ["云泽市绿道方案", "一、打通断点。年内完成。", "（责任单位：市水利局、市财政局）", *["沿线补植乔木。"] * 60]
    )
    sent = page.client.post("/api/projects", files=[("file", ("扫描.pdf", bound(scanned(pages))))])
    [begun] = sent.json()["jobs"]
    steps = set()
    while (told := page.client.get(f"/api/jobs/{begun['id']}").json())["state"] not in ("done", "failed"):
        steps.add((told["step"], told["total"]))
    assert any(step.startswith("识别第") and total > 1 for step, total in steps)
    plan = page.opened(told["result"])
    entry = next(entry for task in plan.data()["tasks"] for entry in task["entries"])
    assert entry["ocr"]
    span = {"start": entry["span"][0], "end": entry["span"][1]}
    mark = plan.client.get(f"{plan.path}/mark", params=span).json()
    assert (mark["page"], mark["exact"], mark["more"]) == (1, False, True)
    mark = plan.client.get(f"{plan.path}/mark", params={**span, "wait": 1}).json()
    assert (mark["page"], mark["exact"], mark["more"]) == (1, True, False)
    assert mark == plan.client.get(f"{plan.path}/mark", params=span).json()


@needs_ocr
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_words_are_marked_on_scans_whatever_way_they_lie(turn: int) -> None:
    """The words of each body are inked, also where a cell breaks its name, and just beside them there is none."""
    cells = table(
        [["任务", "牵头单位", "配合单位"], ["打通断点", "市水利局", "市财政局、市住房和城乡建设局"]], [3, 2, 2]
    )
    pages = scanned(printed(["云泽市绿道方案", "（责任单位：市水利局）"], tables=cells), turn=turn, askew=1.2)
    data = bound(pages)
    source = SourceFile("扫描.pdf", "扫描.pdf", data)
    [document] = read_bytes(data, source.path)
    scans, seen = ScannedPages(), []
    for assignment in extract(document):
        mark = place_mark(document, [source], assignment.start, assignment.end, scans, wait=True)
        assert mark is not None
        assert mark.exact
        seen.append((assignment.department.name, len(mark.boxes)))
        for left, top, width, height in mark.boxes:
            across, down = pages[0].size
            place = (left * across, top * down, (left + width) * across, (top + height) * down)
            assert ink(pages[0].crop(tuple(map(round, place)))) > 0.08
    assert ("市水利局", 1) in seen, seen
    assert ("市住房和城乡建设局", 2) in seen, seen


@needs_ocr
def test_words_are_marked_on_photographs() -> None:
    (page,) = scanned(printed(["云泽市绿道方案", "一、打通断点。（牵头单位：市水利局；配合单位：市财政局）"]))
    picture = Image.fromarray(photographed(page, 50))
    data = bound([picture])
    [document] = read_bytes(data, "照片.pdf")
    assignments = extract(document)
    assert len(assignments) == 2
    for one in assignments:
        source = SourceFile("照片.pdf", "照片.pdf", data)
        mark = place_mark(document, [source], one.start, one.end, ScannedPages(), wait=True)
        assert mark is not None
        assert mark.exact
        [(left, top, width, height)] = mark.boxes
        across, down = picture.size
        place = (left * across, top * down, (left + width) * across, (top + height) * down)
        assert 0.06 < ink(picture.crop(tuple(map(round, place)))) < 0.6


def ink(picture: Any) -> float:
    """The share of dark dots."""
    dots = picture.tobytes()
    return sum(dot < 128 for dot in dots) / len(dots)
