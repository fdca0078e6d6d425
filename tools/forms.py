"""Score what is labelled in ``dev`` in other forms: the same documents rewritten, and their clauses set as tables.

python tools/forms.py [--raci COMMAND] [--only FORM]… [--list] [--keep FOLDER]

A form is a function from a text to the same text written otherwise (lines cut at a width, other signs, label lines of
their own, page numbers), or from rows to a table in text (columns parted by tabs, bars or blanks, a cell a line, one
sheet of fields a task …). What is labelled stays the same, so each form says how far what is read hangs on how it is
written: no label is made by hand, and none of these texts was looked at when a rule was made. ``--raci`` is the command
to score (by default this checkout with this interpreter), ``--only`` names a form, ``--keep`` writes the texts to a
folder.

Exit: 0 scored, or there is no corpus; 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from revisions import CORPUS, ROOT

#: a table: its heads, then its rows, each with as many cells
Rows = Sequence[Sequence[str]]

_LABEL = r"(?:牵头|责任|主办|承办|配合)"
_IN_BRACKET = rf"[（(]({_LABEL}[^（）()\n]{{0,12}}[：:][^（）()\n]*)[）)]"
#: heads of tables: number, task, who leads, who is responsible, who helps
_HEADS = (
    ("序号", "重点任务", "牵头单位", "责任单位", "配合单位"),
    ("编号", "工作内容", "主办单位", "承办单位", "协办单位"),
    ("序号", "任务", "市级牵头单位", "市级责任单位", "协同单位"),
    ("序号", "工作事项", "牵头责任单位", "落实单位", "参与单位"),
    ("序 号", "任务措施", "牵头单位（部门）", "责任单位（部门）", "配合单位（部门）"),
)
_ROLES = ("lead", "responsible", "support")
#: a document gives so many rows, and tasks of so many characters
_FEWEST, _MOST, _SHORTEST, _LONGEST = 4, 30, 4, 40


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Each paragraph in lines of so many characters, the first set in."""
    lines: list[str] = []
    for paragraph in re.sub(r"(?<=\S)　　+(?=\S)", "\n", text).split("\n"):
        words = indent + paragraph.strip() if paragraph.strip() else ""
        lines += [words[start : start + width] for start in range(0, max(1, len(words)), width)]
    return "\n".join(lines)


def numbered_pages(text: str) -> str:
    """A page number behind each 25 lines."""
    lines = text.split("\n")
    pages = ("\n".join(lines[start : start + 25]) for start in range(0, len(lines), 25))
    return "\n".join(f"{page}\n— {number} —" for number, page in enumerate(pages, 1))


def own_lines(text: str) -> str:
    """Annotations in lines of their own, without their brackets."""
    return re.sub(rf"{_IN_BRACKET}(?=\n|$)", r"\n\1", text)


def names_below(text: str) -> str:
    """The same with the names in the line below their label."""
    return re.sub(rf"\n({_LABEL}(?:单位|部门)[：:])(?=\S)", r"\n\1\n", own_lines(text))


#: documents rewritten: the name of a form → how a text is written then
TEXTS: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "half-width signs": lambda text: text.translate(str.maketrans("：，；（）", ":,;()")),
    "lines of 38": lambda text: wrapped(text, 38),
    "lines of 28, set in": lambda text: wrapped(text, 28, "　　"),
    "lines of 36, page numbers": lambda text: numbered_pages(wrapped(text, 36, "　　")),
    "square brackets": lambda text: re.sub(_IN_BRACKET, r"【\1】", text),
    "label lines": own_lines,
    "names below labels": names_below,
    "blanks for indents": lambda text: "\n".join("\xa0" * 4 + line.strip() for line in text.split("\n")),
    "主办 for 牵头": lambda text: re.sub("牵头(单位|部门)", r"主办\1", text),
    "市直牵头 for 牵头": lambda text: re.sub("牵头(单位|部门)", r"市直牵头\1", text),
    "落实 for 责任": lambda text: re.sub("责任(单位|部门)", r"落实\1", text),
}


def parted(rows: Rows, between: str, empty: str = "", edge: str = "") -> str:
    """A row a line, with something between its cells."""
    return "\n".join(edge + between.join(cell or empty for cell in row) + edge for row in rows)


def fields(rows: Rows, form: str = "{}：{}", between: str = "\n", behind: str = "\n\n") -> str:
    """A sheet of fields for each task; empty ones are left out."""
    heads, *tasks = rows
    return behind.join(
        between.join(form.format(head, cell) for head, cell in zip(heads, task, strict=True) if cell) for task in tasks
    )


def aligned(rows: Rows) -> str:
    """Columns below one another, as in print."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def in_narrow_columns(rows: Rows, *, centred: bool = False) -> str:
    """The same with cells that take several lines, at the top or in the middle of their row."""
    narrow = [
        4 if len(head) < _SHORTEST else 11 if place < len(_ROLES) - 1 else 9 for place, head in enumerate(rows[0])
    ]
    lines: list[list[str]] = []
    for row in rows:
        pieces = [
            [cell[start : start + width] for start in range(0, max(1, len(cell)), width)]
            for cell, width in zip(row, narrow, strict=True)
        ]
        height = max(map(len, pieces))
        above = [(height - len(each)) // 2 if centred else 0 for each in pieces]
        lines += [
            [each[line - top] if 0 <= line - top < len(each) else "" for each, top in zip(pieces, above, strict=True)]
            for line in range(height)
        ]
    return aligned(lines)


#: tables: the name of a form → how rows are written then
TABLES: Mapping[str, Callable[[Rows], str]] = {
    "tabs": lambda rows: parted(rows, "\t"),
    "bars": lambda rows: parted(rows, " | ", edge="|"),
    "wide blanks": lambda rows: parted(rows, "  ", "—"),
    "blanks, empty cells left out": lambda rows: "\n".join(" ".join(filter(None, row)) for row in rows),
    "slashes": lambda rows: parted(rows, " / ", "无"),
    "aligned": aligned,
    "narrow columns": in_narrow_columns,
    "narrow columns, cells in the middle": lambda rows: in_narrow_columns(rows, centred=True),
    "a cell a line": lambda rows: parted([[cell] for row in rows for cell in row], ""),
    "a cell a line, rows apart": lambda rows: "\n\n".join("\n".join(cell or "/" for cell in row) for row in rows),
    "sheets": fields,
    "sheets in a line": lambda rows: fields(rows, between="；", behind="。\n"),
    "sheets in brackets": lambda rows: fields(rows, "【{}】{}"),
    "sheets with tabs": lambda rows: fields(rows, "{}\t{}"),
    "sheets with arrows": lambda rows: fields(rows, "{} → {}"),
    "sheets with bullets, rules between": lambda rows: fields(rows, "· {}：{}", behind="\n----------\n"),
}


def _width(words: str) -> int:
    return 2 * len(words) - len(words.encode("ascii", "ignore"))


def rows_of(document: Mapping[str, Any]) -> list[tuple[str, dict[str, list[str]]]]:
    """The clauses of a gold document that a table can hold: short tasks, bodies that lead, are responsible or help."""
    found = []
    for clause in document["clauses"]:
        words = re.sub(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第.{1,4}条)\s*", "", clause["clause"]).strip()
        task = re.split("[。；：]", words)[0]
        if not _SHORTEST <= len(task) <= _LONGEST or re.search(r"\s", task) or clause.get("optional"):
            continue
        said = clause["assignments"]
        if all(one.get("dept") and one["role"] in _ROLES for one in said):
            found.append((task, {role: [one["dept"] for one in said if one["role"] == role] for role in _ROLES}))
    return found[:_MOST]


def write_texts(folder: Path, form: Callable[[str], str]) -> None:
    """The documents in a form, with their labels."""
    for gold in sorted((CORPUS / "dev").glob("*.gold.json")):
        text = gold.with_name(gold.name.replace(".gold.json", ".txt"))
        (folder / text.name).write_text(form(text.read_text("utf-8")), "utf-8")
        (folder / gold.name).write_text(gold.read_text("utf-8"), "utf-8")


def write_tables(folder: Path, form: Callable[[Rows], str]) -> None:
    """The clauses of the documents as tables in a form, with their labels; heads change from document to document."""
    for number, (name, tasks) in enumerate(_documents()):
        heads = _HEADS[number % len(_HEADS)]
        used = [place for place, role in enumerate(_ROLES) if any(said[role] for _, said in tasks)]
        columns = [*range(number % len(_ROLES) == 2, 2), *(place + 2 for place in used)]
        full = [
            [str(place), task, *("、".join(said[role]) for role in _ROLES)]
            for place, (task, said) in enumerate(tasks, 1)
        ]
        rows = [[row[column] for column in columns] for row in (heads, *full)]
        (folder / f"{name}.txt").write_text(f"云岭市重点任务分解表\n\n{form(rows)}\n", "utf-8")
        clauses = [
            {"clause": task, "assignments": [{"dept": body, "role": role} for role in said for body in said[role]]}
            for task, said in tasks
        ]
        gold = json.dumps([{"document": name, "clauses": clauses}], ensure_ascii=False)
        (folder / f"{name}.gold.json").write_text(gold, "utf-8")


def _documents() -> Iterator[tuple[str, list[tuple[str, dict[str, list[str]]]]]]:
    for gold in sorted((CORPUS / "dev").glob("*.gold.json")):
        for document in json.loads(gold.read_text("utf-8")):
            if len(tasks := rows_of(document)) >= _FEWEST:
                yield gold.name.removesuffix(".gold.json"), tasks


def score(folder: Path, raci: str) -> dict[str, float]:
    """The figures of a folder of texts and labels."""
    tool = CORPUS.parent / "tools" / "score_all.py"
    command = [sys.executable, str(tool), "--raci", raci, "--json", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--raci", default=shlex.join([sys.executable, "-P", "-m", "raci"]))
    parser.add_argument("--only", action="append", default=[], metavar="FORM", choices=[*TEXTS, *TABLES])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    if options.list:
        print("\n".join([*TEXTS, *TABLES]))
        return 0
    if not CORPUS.is_dir():
        print(f"forms: skipped, there is no {CORPUS}")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in [*TEXTS, *TABLES]:
            if options.only and name not in options.only:
                continue
            folder = (options.keep or Path(scratch)) / name
            folder.mkdir(parents=True, exist_ok=True)
            if name in TEXTS:
                write_texts(folder, TEXTS[name])
            else:
                write_tables(folder, TABLES[name])
            figures = score(folder, options.raci)
            print(
                f"{name}: f1 {figures['f1']:.4f}  precision {figures['precision']:.4f}  recall {figures['recall']:.4f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
