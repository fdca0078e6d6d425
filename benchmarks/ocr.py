"""How well plans are read that are only pictures: F1 of their rows against those of their text.

    python benchmarks/ocr.py [--short]

The plans of raci's examples and a table are printed (the extras ``dev`` and ``ocr``), made into dots as scanners and
phones do (askew, coarse, noisy, pale, on their side, under a seal), recognised and read. A row is a task's number, a
body and a role. ``--short``: one plan, three ways. The second figure counts the stretches that are told as doubtful.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

from corpus import HERE, report

sys.path.insert(0, str(HERE.parent / "tests"))

from scans import bound, printed, scanned, table

import raci
from raci.model import Document
from raci.readers.registry import read_bytes

_HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
_ROWS = [
    ["1", "改造老旧管网，更换超期水表", "市住房城乡建设局", "市财政局、市水利局", "2026年底前"],
    ["2", "建设雨水泵站，疏通排水暗渠", "市水利局", "市自然资源和规划局、市应急局", "2026年6月底前"],
    ["3", "完善应急物资储备和调运机制", "市应急局", "市发展改革委、市商务局、市交通运输局", "持续推进"],
    ["4", "开展安全用水宣传进校园活动", "市教育局", "市水利局、团市委", "2026年9月"],
]


def _seal(page: Any) -> Any:
    """A red ring with a star and words over the lower part of a page."""
    from PIL import ImageDraw

    page = page.convert("RGB")
    pen = ImageDraw.Draw(page, "RGBA")
    x, y, r = page.width * 0.68, page.height * 0.72, page.width * 0.12
    for width in range(10):
        pen.ellipse((x - r + width, y - r + width, x + r - width, y + r - width), outline=(210, 30, 30, 150))
    pen.regular_polygon((x, y, r / 3), 5, fill=(210, 30, 30, 150))
    return page


def _noisy(page: Any) -> Any:
    """Specks, a grey shade towards one side, and what JPEG leaves."""
    import io

    import numpy as np
    from PIL import Image

    chance = np.random.default_rng(11)
    dots = np.asarray(page.convert("L")).astype(float)
    dots *= np.linspace(1.0, 0.75, dots.shape[1])
    specks = chance.random(dots.shape)
    dots[specks < 0.003], dots[specks > 0.997] = 0, 255
    stream = io.BytesIO()
    Image.fromarray(np.clip(dots, 0, 255).astype("uint8")).save(stream, "JPEG", quality=45)
    return Image.open(stream)


def _pale(page: Any) -> Any:
    return page.convert("L").point(lambda dot: 140 + dot * 115 // 255)


#: how a page becomes a picture
WAYS: dict[str, tuple[dict[str, Any], Callable[[Any], Any] | None]] = {
    "平直 200 点": ({}, None),
    "歪 1.5 度": ({"askew": 1.5}, None),
    "盖章": ({}, _seal),
    "杂点、灰底、JPEG": ({"askew": -0.7}, _noisy),
    "歪 -3 度": ({"askew": -3.0}, None),
    "150 点": ({"dpi": 150}, None),
    "横放": ({"turn": 90}, None),
    "字迹很淡": ({}, _pale),
}


def rows(document: Document) -> Counter[tuple[str, str, str]]:
    """Who is named and as what, task by task."""
    return Counter(
        (assignment.clause.number, assignment.department.name, assignment.role)
        for assignment in raci.analyse(document).assignments
        if assignment.basis != "prose"
    )


def main() -> None:
    """Measure and print."""
    short = "--short" in sys.argv[1:]
    plans: dict[str, tuple[bytes, Counter[tuple[str, str, str]]]] = {}
    for path in sorted((HERE.parent / "examples").glob("*方案.txt"))[: 1 if short else None]:
        paragraphs = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        (document,) = read_bytes("\n".join(paragraphs).encode(), path.name)
        plans[path.stem] = printed(paragraphs), rows(document)
    if not short:
        text = "云泽市供水安全任务分工表\n" + "\n".join("\t".join(row) for row in [_HEAD, *_ROWS])
        (document,) = read_bytes(text.encode(), "表.txt")
        grid = table([_HEAD, *_ROWS], [1, 5, 3, 4, 3])
        plans["任务分工表"] = printed(["云泽市供水安全任务分工表"], tables=grid), rows(document)
    hits = ours = theirs = doubted = 0
    for way, (options, change) in list(WAYS.items())[: 3 if short else None]:
        for name, (data, expected) in plans.items():
            pages = scanned(data, **options)
            pages = [change(page) for page in pages] if change else pages
            documents = read_bytes(bound(pages, options.get("dpi", 200)), "扫描.pdf")
            found: Counter[tuple[str, str, str]] = sum((rows(document) for document in documents), Counter())
            right = (found & expected).total()
            told = sum(len(document.doubted) for document in documents)
            hits, ours, theirs = hits + right, ours + found.total(), theirs + expected.total()
            doubted += told
            print(
                f"{way}：{name}：{right}/{expected.total()} 条，多 {found.total() - right} 条，存疑 {told} 处",
                flush=True,
            )
            if right < expected.total() or found.total() > right:
                print("   少", dict(expected - found), "多", dict(found - expected))
    report(f"识别后各行的 F1（{hits} / {theirs} 条）", 2 * hits / (ours + theirs), "", 0.97, at_least=True)
    print(f"识别存疑、已说明的有 {doubted} 处")


if __name__ == "__main__":
    main()
