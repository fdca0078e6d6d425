"""Write docs/pictures/serve*.png: the local page at work on a plan of examples/, in a real browser.

python tools/page_pictures.py

Needs the extra web, Playwright (pip install ".[dev,web]") and Chromium (apt-get install chromium).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PLAN = ROOT / "examples" / "临江省冷链物流体系建设实施方案.txt"
#: no picture in the repository is larger
MOST = 300_000


def take_pictures(page: Page, address: str) -> None:
    """The plan with a body that is being put right; its findings, dark, in a narrow window."""
    page.set_viewport_size({"width": 1280, "height": 760})
    page.goto(address)
    page.set_input_files("#picker", PLAN)
    page.wait_for_selector(".task.filled")
    page.locator(".chip").nth(3).click()
    page.wait_for_selector(".meaning")
    page.screenshot(path=PICTURES / "serve.png")
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 390, "height": 760})
    page.click("text=明暗")
    page.click("#tab-text")
    page.screenshot(path=PICTURES / "serve-narrow.png")


def main() -> int:
    """Take all; 1 where one is too large to keep."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("没有 Chromium：apt-get install chromium", file=sys.stderr)
        return 1
    with TemporaryDirectory() as home, sync_playwright() as driver:
        command = [sys.executable, "-m", "raci", "serve", "--no-open", "--home", home]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
            assert program.stderr is not None
            address = program.stderr.readline().partition("：")[2].strip()
            chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            take_pictures(chromium.new_page(locale="zh-CN", color_scheme="light"), address)
            chromium.close()
            program.terminate()
    large = [path.name for path in PICTURES.glob("serve*.png") if path.stat().st_size > MOST]
    print("\n".join(f"{name} 太大" for name in large) or "完成")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
