"""What a process takes that reads one small file after another: memory and time, from the first to the last.

    python benchmarks/many.py [N] [--short]

N files (100,000; ``--short``: 3,000), no two alike, of all the formats that take no other program, are read from
memory and analysed in this process. The figures are how the peak of memory grows after the first tenth (pools and
memories of fixed size are full by then), and how much longer a file takes in the last tenth than in the second.
Linux.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from time import process_time

from corpus import report
from growth import peak

import raci
from raci.readers.registry import read_bytes

_SIGNS = "一二三四五六七八九十百千东西南北中金木水火土天地云雨"
_COUNTED = "一二三"
#: how many MiB the peak may grow, and how many times longer the last files may take
_MEMORY, _TIME = 16.0, 1.2


def name(number: int) -> str:
    """A word for a number, another one for each."""
    word = ""
    for _ in range(5):
        number, sign = divmod(number, len(_SIGNS))
        word += _SIGNS[sign]
    return word


def tasks(number: int) -> list[tuple[str, str, str]]:
    """Task, lead and support of each row of a plan."""
    words = [name(number * 3 + place) for place in range(3)]
    return [(f"推进{word}工程建设", f"市{word}局", f"{word}区政府、市财政局") for word in words]


def text(number: int) -> str:
    """A plan as paragraphs."""
    lines = [
        f"{_COUNTED[place]}、{task}。完善配套设施。（牵头单位：{lead}；配合单位：{support}）"
        for place, (task, lead, support) in enumerate(tasks(number))
    ]
    return "\n".join([f"云岭市{name(number)}行动方案", *lines])


def table(number: int, separator: str) -> str:
    """A plan as a table."""
    return "\n".join(separator.join(row) for row in [("工作任务", "牵头单位", "配合单位"), *tasks(number)])


def page(number: int) -> str:
    """A plan as a web page."""
    lines = text(number).split("\n")
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    return f"<html><head><meta charset=utf-8><style>.x{{display:none}}</style></head><h1>{lines[0]}</h1>{body}</html>"


@cache
def _package(suffix: str) -> dict[str, bytes]:
    """The parts of a package around three tasks that are called 任务0, 单位0 …"""
    stream = io.BytesIO()
    rows = [("工作任务", "牵头单位", "配合单位"), *((f"任务{i}", f"单位{i}", f"配合{i}") for i in range(3))]
    if suffix == ".docx":
        import docx

        document = docx.Document()
        body = document.add_table(len(rows), 3)
        for line, row in zip(body.rows, rows, strict=True):
            for cell, words in zip(line.cells, row, strict=True):
                cell.text = words
        document.save(stream)
    else:
        import xlsxwriter

        with xlsxwriter.Workbook(stream) as book:
            sheet = book.add_worksheet()
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    with zipfile.ZipFile(stream) as package:
        return {path: package.read(path) for path in package.namelist()}


def packed(number: int, suffix: str) -> bytes:
    """A plan as a Word file or a workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for path, data in _package(suffix).items():
            if path in ("word/document.xml", "xl/sharedStrings.xml"):
                for place, row in enumerate(tasks(number)):
                    for words, new in zip(("任务", "单位", "配合"), row, strict=True):
                        data = data.replace(f"{words}{place}<".encode(), f"{new}<".encode())
            package.writestr(path, data)
    return stream.getvalue()


#: how a plan is written, and the suffix of the file: formats take turns
_FORMATS: tuple[tuple[Callable[[int], bytes], str], ...] = (
    (lambda number: packed(number, ".docx"), ".docx"),
    (lambda number: packed(number, ".xlsx"), ".xlsx"),
    (lambda number: page(number).encode(), ".html"),
    (lambda number: table(number, ",").encode("gb18030"), ".csv"),
    (lambda number: table(number, "\t").encode(), ".txt"),
    (lambda number: text(number).encode("gb18030"), ".txt"),
    (lambda number: text(number).encode(), ".md"),
)


def main() -> None:
    """Read, analyse and print."""
    if not sys.platform.startswith("linux"):
        sys.exit("内存峰值取自 Linux 的 /proc，这里量不了")
    given = [word for word in sys.argv[1:] if word.isdigit()]
    count = int(given[0]) if given else 3_000 if "--short" in sys.argv[1:] else 100_000
    tenth = max(1, count // 10)
    taken = 0.0
    memories, times = [], []
    for number in range(count):
        make, suffix = _FORMATS[number % len(_FORMATS)]
        data = make(number)
        began = process_time()
        rows = sum(len(raci.analyse(document).assignments) for document in read_bytes(data, f"x{suffix}"))
        taken += process_time() - began
        if rows != 9:
            sys.exit(f"第 {number} 份 {suffix} 读出 {rows} 条，应为 9 条")
        if (number + 1) % tenth == 0:
            memories.append(peak())
            times.append(taken / tenth * 1000)
            print(f"{number + 1:>9,} 份  每份 {times[-1]:.2f} 毫秒  内存峰值 {memories[-1]:.0f} MiB", flush=True)
            taken = 0.0
    growth, slower = memories[-1] - memories[0], times[-1] / times[1]
    report(f"{count:,} 份小文件，自第 {tenth:,} 份起内存峰值的增长", growth, "MiB", _MEMORY, at_least=False)
    report("最后十分之一与第二个十分之一每份用时之比", slower, "", _TIME, at_least=False)


if __name__ == "__main__":
    main()
