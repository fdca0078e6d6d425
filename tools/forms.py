"""Score what is labelled in ``dev`` in other forms: the same documents rewritten, their clauses as tables and lists.

python tools/forms.py [--raci COMMAND] [--only FORM]… [--held] [--floor] [--list] [--keep FOLDER]

A form is a function from a text to the same text written otherwise (``written.texts``), from rows to a table in text
(``written.grids``), or from a plan to what browsers (``written.copies``) and offices make of it (``written.offices``,
``written.bodies``). What is labelled stays the same, so each form says how far what is read hangs on how it is written:
no label is made by hand, and none of these texts was looked at when a rule was made. ``--raci`` is the command to score
(by default this checkout with this interpreter), ``--only`` names a form, ``--held`` takes the forms that are held back
(for a figure that nothing was tuned on), ``--keep`` writes the texts to a folder. ``--floor`` holds the figures to
``tests/corpus/forms.toml``, which only rise.

Exit: 0 scored, or there is no corpus; 1 a form fell below its floor; 2 wrong use.
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
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from revisions import CORPUS, ROOT
from written import bodies, converted, copies, laid, offices, pasted
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
    for form in (
        *(Form(name, set_as(write)) for name, write in TABLES.items()),
        *copies.FORMS,
        *offices.FORMS,
        *bodies.FORMS,
        *pasted.FORMS,
        *converted.FORMS,
        *laid.FORMS,
    )
}


def written(name: str, folder: Path, number: int) -> list[Path]:
    """The gold files of what a form makes of the corpus, each beside its text; ``number`` keeps their names apart."""
    folder = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    made: list[tuple[str, str, str]] = []
    if name in TEXTS:
        for gold in sorted((CORPUS / "dev").glob("*.gold.json")):
            stem = gold.name.removesuffix(".gold.json")
            made.append((stem, TEXTS[name](gold.with_name(f"{stem}.txt").read_text("utf-8")), gold.read_text("utf-8")))
    else:
        for plan in plans(CORPUS / "dev"):
            for change in PLANS[name].changes:
                plan = change(plan)
            made.append((plan.name, f"云岭市重点任务分解表\n\n{PLANS[name].write(plan)}\n", labels(plan)))
    golds = []
    for stem, text, said in made:
        (folder / f"{stem}-{number}.txt").write_text(text, "utf-8")
        golds.append(folder / f"{stem}-{number}.gold.json")
        golds[-1].write_text(said, "utf-8")
    return golds


def measure(names: Sequence[str], folder: Path, raci: str) -> Iterator[tuple[str, Mapping[str, float]]]:
    """The figures of each form."""
    golds = {name: written(name, folder, number) for number, name in enumerate(names)}
    texts = [gold.with_name(gold.name.replace(".gold.json", ".txt")) for listed in golds.values() for gold in listed]
    yield from scored(golds, texts, folder, raci, {name for name, form in PLANS.items() if form.by_headings})


def scored(
    golds: Mapping[str, Sequence[Path]],
    texts: Sequence[Path],
    folder: Path,
    raci: str,
    by_headings: Collection[str] = frozenset(),
) -> Iterator[tuple[str, Mapping[str, float]]]:
    """The figures of each form, whose labels stand in ``golds``, after the name of their text each.

    All texts are read in one run: to begin takes longer than to read a form's.
    """
    sys.path.insert(0, str(CORPUS.parent / "tools"))
    from score import figures, load_rows, score

    with (folder / "rows.jsonl").open("w") as rows:
        command = [*shlex.split(raci), "extract", *map(str, texts), "--apart", "--format", "jsonl"]
        done = subprocess.run(command, stdout=rows, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)})
    if done.returncode not in (0, 1):
        raise SystemExit(f"forms: {done.stderr.decode()[-400:]}")
    found, headed = load_rows(folder / "rows.jsonl"), load_rows(_as_annotations(folder / "rows.jsonl"))
    for name, listed in golds.items():
        count: Counter[str] = Counter()
        for gold in listed:
            documents = json.loads(gold.read_text("utf-8"))
            if len(documents) == 1:
                documents[0]["stem"] = gold.name.removesuffix(".gold.json")
            count += score(documents, *(headed if name in by_headings else found))[0]
        yield name, figures(count)


def _as_annotations(rows: Path) -> Path:
    """The rows in another file, those too that come from headings and sentences as if they came from annotations."""
    copied = rows.with_name("rows of all layers.jsonl")
    words = re.sub(r'"basis": ?"(?:inherited|prose)"', '"basis": "annotation"', rows.read_text("utf-8"))
    copied.write_text(words, "utf-8")
    return copied


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
    with tempfile.TemporaryDirectory() as scratch:
        return told(measure(names, options.keep or Path(scratch), options.raci), floors)


def told(measured: Iterable[tuple[str, Mapping[str, float]]], floors: Mapping[str, float]) -> int:
    """Prints the figures of forms; 1 where one of them fell below its floor."""
    fallen = False
    for name, figures in measured:
        below = figures["f1"] < floors.get(name, 0)
        fallen = fallen or below
        print(
            f"{name}: f1 {figures['f1']:.4f}  precision {figures['precision']:.4f}  recall {figures['recall']:.4f}"
            + (f"  FELL below {floors[name]}" if below else ""),
            flush=True,
        )
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
