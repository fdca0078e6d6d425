"""Refuse results of ``raci build`` in which a file is missing or does not open.

python tools/results_complete.py EXAMPLES RESULTS
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from raci.storage import sheet_names

#: the sheets that every workbook has
SHEETS = {
    sheet_names.MATRIX,
    sheet_names.DIVISION,
    sheet_names.HANDOUT,
    sheet_names.BODIES,
    sheet_names.LEDGER,
    sheet_names.DETAIL,
    sheet_names.REVIEW,
    sheet_names.ABOUT,
}


def _csv(path: Path) -> bool:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = len(list(csv.reader(stream)))
    return lines == 2 if path.name == "documents.csv" else lines > 5


def _jsonl(path: Path) -> bool:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = [row for row in rows if row["department"] is not None]
    return len(named) > 5 and all(row["department"] in row["quote"] for row in named)


def _json(path: Path) -> bool:
    return "profile" in json.loads(path.read_text(encoding="utf-8"))


def _workbook(path: Path) -> bool:
    from openpyxl import load_workbook

    return set(load_workbook(path, read_only=True).sheetnames) >= SHEETS


def _xml(path: Path) -> bool:
    return len(list(ElementTree.parse(path).iter())) > 20


def _png(path: Path) -> bool:
    return path.read_bytes().startswith(b"\x89PNG\r\n") and path.stat().st_size > 10_000


def _word(path: Path) -> bool:
    from docx import Document

    return len(Document(str(path)).tables[0].rows) > 5


def _page(path: Path) -> bool:
    return "</html>" in path.read_text(encoding="utf-8")


OPENS: dict[str, Callable[[Path], bool]] = {
    ".csv": _csv,
    ".docx": _word,
    ".graphml": _xml,
    ".html": _page,
    ".json": _json,
    ".jsonl": _jsonl,
    ".png": _png,
    ".svg": _xml,
    ".xlsx": _workbook,
}


def main() -> int:
    """Look at each result; 1 where a file is missing or does not open."""
    examples, results = (Path(argument) for argument in sys.argv[1:3])
    # in its folders too, but for what raci itself wrote there
    plans = [path for path in examples.rglob("*") if path.is_file() and "outputs" not in path.parts]
    count, folders = len(plans), sorted(results.iterdir())
    faults = [] if len(folders) == count else [f"{count} examples, but {len(folders)} results"]
    for folder in folders:
        files = sorted(folder.iterdir())
        faults += [f"{folder.name}: no {suffix}" for suffix in OPENS.keys() - {path.suffix for path in files}]
        faults += [str(path) for path in files if path.suffix not in OPENS or not OPENS[path.suffix](path)]
    print("\n".join(faults) or f"{len(folders)} results, complete")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
