"""Write docs/pictures/ (the pictures of the README) from the plans of examples/, in a real browser.

python tools/pictures.py

Needs Playwright (pip install ".[dev]") and Chromium (apt-get install chromium).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

import raci

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PLAN = ROOT / "examples" / "临江省冷链物流体系建设实施方案.txt"
#: no picture in the repository is larger
MOST = 300_000

#: kind of drawing → the width of its picture, in pixels
WIDTHS = {"bipartite": 1000, "matrix": 1000, "network": 1000}


def screenshot_report(page: Page, path: Path) -> None:
    """The report with a letter open."""
    page.set_viewport_size({"width": 1280, "height": 760})
    page.goto(path.as_uri())
    page.locator(".matrix .letter").nth(4).click()
    page.screenshot(path=PICTURES / "report.png")


def screenshot(page: Page, svg: Path, width: int, target: Path) -> None:
    """A drawing, as wide as asked for."""
    page.set_viewport_size({"width": width, "height": round(width * 0.707)})
    page.mouse.move(1, 1)  # what the mouse is on is brought out
    page.set_content(f"<style>body{{margin:0}}svg{{width:{width}px;height:auto}}</style>{svg.read_text('utf-8')}")
    page.screenshot(path=target)


def main() -> int:
    """Draw all; 1 where a picture is too large to keep."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("没有 Chromium：apt-get install chromium", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        (built,) = raci.build(PLAN, folder, only=["report", "svg"], kinds=list(WIDTHS))
        assert built.folder is not None, built.error
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(locale="zh-CN", color_scheme="light")
        screenshot_report(page, built.folder / "report.html")
        for kind, width in WIDTHS.items():
            screenshot(page, built.folder / f"{kind}.svg", width, PICTURES / f"{kind}.png")
        chromium.close()
    large = [path for path in PICTURES.glob("*.png") if path.stat().st_size > MOST]
    for path in sorted(PICTURES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB{'  too large' if path in large else ''}")
    return int(bool(large))


if __name__ == "__main__":
    sys.exit(main())
