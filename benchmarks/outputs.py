"""How long ``raci build`` takes on the document with most assignments, and how large its outputs are.

    python benchmarks/outputs.py [--short]

It is compared with ``raci.analyse`` of the same text and a bare XlsxWriter that writes the same cells. PNG is measured
apart: its cost is that of its pixels. The six seed plans are built and extracted by the command line, as a user would:
what the processors spend on the one and the other, and how long the build takes where all of them help.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import xlsxwriter
from corpus import files, report
from openpyxl import load_workbook

import raci
from raci.config.profiles import load_profile
from raci.model import Analysis
from raci.writers import render
from raci.writers.job import Job

#: all that is written but PNG
TABLES = ("xlsx", "docx", "report", "csv", "jsonl", "matrix", "graphml", "svg")


def largest(short: bool) -> Path:
    """The text with most assignments among those of the development folder."""
    paths = [path for path in files(short) if path.parent.name == "dev"] or files(short)
    return max(paths, key=lambda path: sum(len(raci.extract(document)) for document in raci.read(path)))


def build_seconds(source: Path, clock: Callable[[], float] = perf_counter, only: Collection[str] = ()) -> float:
    """How long a build takes, by the clock."""
    with TemporaryDirectory() as folder:
        begun = clock()
        (result, *_) = raci.build(source, folder, only=only)
        taken = clock() - begun
        assert result.ok, result.error
        return taken


def floor_seconds(source: Path, cells: list[tuple[str, list[tuple[int, int, object]]]]) -> float:
    """Reading, extracting, and the same cells by XlsxWriter alone, in seconds of the processor."""
    begun = process_time()
    for document in raci.read(source):
        raci.analyse(document)
    with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, values in cells:
            sheet = book.add_worksheet(name)
            for row, column, value in values:
                sheet.write(row, column, value)
    return process_time() - begun


def cells_of(analysis: Analysis) -> list[tuple[str, list[tuple[int, int, object]]]]:
    """What stands in the sheets of the workbook."""
    book = load_workbook(
        io.BytesIO(render("xlsx", Job.of(analysis, load_profile("explicit"), made_at=datetime(2025, 3, 1))))
    )
    return [
        (
            sheet.title,
            [
                (cell.row - 1, cell.column - 1, cell.value)
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            ],
        )
        for sheet in book
    ]


def command_seconds(*arguments: str) -> tuple[float, float]:
    """How long a command of raci takes, by the clock and of the processors, with all processes that it starts."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run([sys.executable, "-m", "raci", *arguments], check=True, capture_output=True)
    taken, after = perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seed_plans(runs: int) -> None:
    """The six seed plans: a build beside an extraction."""
    plans = [str(path) for path in files(short=False) if path.parent.name == "seed"]
    if not plans:
        return
    with TemporaryDirectory() as folder:
        builds = [command_seconds("build", *plans, "-o", folder) for _ in range(runs)]
    extracted = min(command_seconds("extract", *plans)[1] for _ in range(runs))
    wall, spent = (min(times) for times in zip(*builds, strict=True))
    print(f"种子方案：build 用处理器 {spent:.2f} 秒，历时 {wall:.2f} 秒；extract 用处理器 {extracted:.2f} 秒")
    report("种子方案的 build", spent / extracted, "× extract 的处理器用时", 9, at_least=False)
    report("种子方案的 build 历时", wall / spent, "× 处理器用时（两核空闲时）", 0.6, at_least=False)


def main(short: bool) -> None:
    """Build, and say how long it took."""
    source = largest(short)
    (analysis, *_) = [raci.analyse(document) for document in raci.read(source)]
    print(f"{source.name}：{len(analysis.tasks)} 项任务，{len(analysis.assignments)} 条分工")
    build_seconds(source)  # what loads on first use
    runs = 2 if short else 4
    cells = cells_of(analysis)
    # what the processor spends, in turns: wall time also tells what else the machine is doing
    pairs = [(build_seconds(source, process_time, TABLES), floor_seconds(source, cells)) for _ in range(runs)]
    tables, floor = (min(times) for times in zip(*pairs, strict=True))
    report("build（默认输出）", min(build_seconds(source) for _ in range(1 if short else 2)), "秒", 10, at_least=False)
    report("build（PNG 以外）", tables / floor, "× 提取和同样单元格的 xlsxwriter", 8, at_least=False)
    with TemporaryDirectory() as folder:
        (result, *_) = raci.build(source, folder, only=("report",))
        size = next(path for path in result.files if path.suffix == ".html").stat().st_size
    report("report.html", size / 1e6, "MB", 3, at_least=False)
    seed_plans(1 if short else 3)


if __name__ == "__main__":
    main("--short" in sys.argv[1:])
