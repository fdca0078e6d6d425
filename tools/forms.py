"""Score what is labelled in ``dev`` in other forms: the same documents rewritten, their clauses as tables and lists.

python tools/forms.py [--raci COMMAND] [--only FORM]… [--held] [--floor] [--list] [--keep FOLDER]

A form is a function from a text to the same text written otherwise (``written.texts``), from rows to a table in text
(``written.grids``), or from a plan to what browsers (``written.copies``) and offices (``written.offices``) make of it.
What is labelled stays the same, so each form says how far what is read hangs on how it is written: no label is made by
hand, and none of these texts was looked at when a rule was made. ``--raci`` is the command to score (by default this
checkout with this interpreter), ``--only`` names a form, ``--held`` takes the forms that are held back (for a figure
that nothing was tuned on), ``--keep`` writes the texts to a folder. ``--floor`` holds the figures to
``tests/corpus/forms.toml``, which only rise.

Exit: 0 scored, or there is no corpus; 1 a form fell below its floor; 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from revisions import CORPUS, ROOT
from written import copies, offices
from written.grids import TABLES
from written.plans import ROLES, Form, Plan, Rows, labels, plans
from written.texts import TEXTS

FLOORS = ROOT / "tests" / "corpus" / "forms.toml"

#: heads of the tables in ``written.grids``: number, task, who leads, who is responsible, who helps
_HEADS = (
    ("序号", "重点任务", "牵头单位", "责任单位", "配合单位"),
    ("编号", "工作内容", "主办单位", "承办单位", "协办单位"),
    ("序号", "任务", "市级牵头单位", "市级责任单位", "协同单位"),
    ("序号", "工作事项", "牵头责任单位", "落实单位", "参与单位"),
    ("序 号", "任务措施", "牵头单位（部门）", "责任单位（部门）", "配合单位（部门）"),
)


def set_as(write: Callable[[Rows], str]) -> Callable[[Plan], str]:
    """A form of rows as one of plans: the columns that the roles of a plan ask for, with or without numbers."""

    def written(plan: Plan) -> str:
        used = [place for place, role in enumerate(ROLES) if any(task.said.get(role) for task in plan.tasks)]
        columns = [*range(plan.number % len(ROLES) == 2, 2), *(place + 2 for place in used)]
        rows = [
            [str(place), task.name, *(task.named(role) for role in ROLES)] for place, task in enumerate(plan.tasks, 1)
        ]
        return write([[row[column] for column in columns] for row in (_HEADS[plan.number % len(_HEADS)], *rows)])

    return written


#: plans as tables and lists, by the names of the forms
PLANS: Mapping[str, Form] = {
    form.name: form
    for form in (*(Form(name, set_as(write)) for name, write in TABLES.items()), *copies.FORMS, *offices.FORMS)
}


def write_texts(folder: Path, form: Callable[[str], str]) -> None:
    """The documents in a form, with their labels."""
    for gold in sorted((CORPUS / "dev").glob("*.gold.json")):
        text = gold.with_name(gold.name.replace(".gold.json", ".txt"))
        (folder / text.name).write_text(form(text.read_text("utf-8")), "utf-8")
        (folder / gold.name).write_text(gold.read_text("utf-8"), "utf-8")


def write_plans(folder: Path, form: Form) -> None:
    """The clauses of the documents in a form, with their labels."""
    for plan in plans(CORPUS / "dev"):
        for change in form.changes:
            plan = change(plan)
        (folder / f"{plan.name}.txt").write_text(f"云岭市重点任务分解表\n\n{form.write(plan)}\n", "utf-8")
        (folder / f"{plan.name}.gold.json").write_text(labels(plan), "utf-8")


def score(folder: Path, raci: str) -> dict[str, float]:
    """The figures of a folder of texts and labels."""
    tool = CORPUS.parent / "tools" / "score_all.py"
    command = [sys.executable, str(tool), "--raci", raci, "--json", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def written(name: str, folder: Path) -> Path:
    """The folder with what a form makes of the corpus."""
    folder = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    if name in TEXTS:
        write_texts(folder, TEXTS[name])
    else:
        write_plans(folder, PLANS[name])
    return folder


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--raci", default=shlex.join([sys.executable, "-P", "-m", "raci"]))
    parser.add_argument("--only", action="append", default=[], metavar="FORM", choices=[*TEXTS, *PLANS])
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    names = [*TEXTS, *(name for name, form in PLANS.items() if form.held == options.held)]
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text("utf-8"))["f1"] if options.floor else {}
    if options.held:
        names = names[len(TEXTS) :]
    names = options.only or (list(floors) if options.floor else names)
    if options.list:
        print("\n".join(names))
        return 0
    if not CORPUS.is_dir():
        print(f"forms: skipped, there is no {CORPUS}")
        return 0
    fallen = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in names:
            figures = score(written(name, options.keep or Path(scratch)), options.raci)
            below = figures["f1"] < floors.get(name, 0)
            fallen += below
            print(
                f"{name}: f1 {figures['f1']:.4f}  precision {figures['precision']:.4f}  recall {figures['recall']:.4f}"
                + (f"  FELL below {floors[name]}" if below else ""),
                flush=True,
            )
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
