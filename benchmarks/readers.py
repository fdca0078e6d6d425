"""How long a document of a hundred pages takes to read, against what reading it bare takes; and the memory.

    python benchmarks/readers.py [--short]

The documents are built here from invented words. Bare: for PDF pypdfium2's own text of each page, for Word to
unzip the package and parse its XML. Each figure comes from a process of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import HERE, report

sys.path.insert(0, str(HERE.parent / "tests"))

from documents import docx, html, ofd, pdf  # the builders that the tests use

MEASURE = """
import re, sys, time
from pathlib import Path
import raci
from raci.readers.registry import read, read_text
read_text("一、抓好落实。（责任单位：市财政局）")
base = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
began = time.process_time()
document, = read(sys.argv[1])
took = time.process_time() - began
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(took, peak - base, len(document.text))
"""

BARE = {
    ".pdf": """
import sys, time, pypdfium2
began = time.process_time()
book = pypdfium2.PdfDocument(sys.argv[1])
for page in book:
    page.get_textpage().get_text_bounded()
print(time.process_time() - began)
""",
    ".docx": """
import sys, time, zipfile
from lxml import etree
began = time.process_time()
with zipfile.ZipFile(sys.argv[1]) as package:
    for path in package.namelist():
        etree.fromstring(package.read(path))
print(time.process_time() - began)
""",
}
TARGETS = {".pdf": 15, ".docx": 3}


def words(pages: int) -> list[str]:
    """So many pages of a plan, 28 characters a line and 24 lines a page."""
    phrases = ["合理布局集聚区", "完善配套设施", "优化消费环境", "培育特色品牌", "推动融合发展", "健全标准体系"]
    chance = random.Random(1)
    said = ["云岭市夜间消费提升行动方案"]
    for task in range(pages * 4):
        told = "，".join(chance.choice(phrases) for _ in range(18))
        said.append(f"{task % 90 + 1}.完善第{task}处设施。{told}。（牵头单位：市商务局；配合单位：市财政局）")
    return said


def run(program: str, path: Path) -> list[float]:
    """The figures that a program prints of a file."""
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parent)
    return [float(each) for each in done.stdout.split()]


def main() -> None:
    """Measure and print."""
    if not sys.platform.startswith("linux"):
        sys.exit("内存峰值取自 Linux 的 /proc，这里量不了")
    pages = 20 if "--short" in sys.argv[1:] else 100
    with TemporaryDirectory() as folder:
        for suffix, build in ((".pdf", pdf), (".docx", docx), (".ofd", ofd), (".html", html)):
            path = Path(folder, f"方案{suffix}")
            path.write_bytes(build(words(pages)))
            took, memory, size = run(MEASURE, path)
            print(f"{suffix}：约 {pages} 页，{size:,.0f} 字")
            report(f"{suffix} 读取用时", took, "秒", TARGETS.get(suffix, 15) * pages / 100, at_least=False)
            report(f"{suffix} 内存峰值，超出导入", memory, "MiB", 500, at_least=False)
            if suffix in BARE:
                print(f"{suffix} 是只取文字（或只解包解析）的 {took / run(BARE[suffix], path)[0]:.1f} 倍")


if __name__ == "__main__":
    main()
