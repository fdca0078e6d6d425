"""How long ``raci build`` takes on the document with most in it, and how large its outputs are.

    python benchmarks/outputs.py [--short]

The measure beside it: ``raci.analyse`` of the same text and a bare xlsxwriter that writes the same cells. The
pictures of dots are counted apart: they cost what their dots cost.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
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

#: all that is written but PNG, whose cost is that of its dots
TABLES = ("xlsx", "docx", "report", "csv", "jsonl", "matrix", "graphml", "svg")


def largest(short: bool) -> Path:
    """The text with most assignments among those of the development folder."""
    found = [path for path in files(short) if path.parent.name == "dev"] or files(short)
    return max(found, key=lambda path: sum(len(raci.extract(one)) for one in raci.read(path)))


def seconds(source: Path, clock: Callable[[], float] = perf_counter, **wanted: object) -> float:
    """How long a build of it takes."""
    with TemporaryDirectory() as folder:
        begun = clock()
        (built, *_) = raci.build(source, folder, **wanted)  # type: ignore[arg-type]
        taken = clock() - begun
        assert built.ok, built.error
        return taken


def bare(source: Path, cells: list[tuple[str, list[tuple[int, int, object]]]]) -> float:
    """Reading, extracting, and the same cells by xlsxwriter alone, in seconds of the processor."""
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
    book = load_workbook(io.BytesIO(render("xlsx", Job.of(analysis, load_profile("explicit"), made=datetime.now()))))
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


def main(short: bool) -> None:
    """Build, and say how long it took."""
    source = largest(short)
    (analysis, *_) = [raci.analyse(document) for document in raci.read(source)]
    print(f"{source.name}：{len(analysis.tasks)} 项任务，{len(analysis.assignments)} 条分工")
    seconds(source)  # what loads on first use
    runs = 2 if short else 4
    cells = cells_of(analysis)
    # what the processor spends, in turns: the clock on the wall tells what else the machine is doing
    pairs = [(seconds(source, process_time, only=TABLES), bare(source, cells)) for _ in range(runs)]
    tables, floor = (min(one) for one in zip(*pairs, strict=True))
    report("build（默认输出）", min(seconds(source) for _ in range(1 if short else 2)), "秒", 10, at_least=False)
    report("build（PNG 以外）", tables / floor, "× 提取和同样单元格的 xlsxwriter", 8, at_least=False)
    with TemporaryDirectory() as folder:
        (built, *_) = raci.build(source, folder, only=("report",))
        size = next(path for path in built.files if path.suffix == ".html").stat().st_size
    report("report.html", size / 1e6, "MB", 3, at_least=False)


if __name__ == "__main__":
    main("--short" in sys.argv[1:])
