"""The page of a PDF file as a picture, with the place marked; a scan says how far it is."""

from __future__ import annotations

from pathlib import Path

from desks import Page
from scans import bound, needs_ocr, printed, scanned

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
def test_a_scan_says_how_far_it_is_and_shows_about_where_words_stand(page: Page) -> None:
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
    mark = plan.client.get(f"{plan.path}/mark", params={"start": entry["span"][0], "end": entry["span"][1]}).json()
    assert (mark["page"], mark["exact"]) == (1, False)
