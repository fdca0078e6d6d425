"""Score what is labelled in ``dev`` in other files: Word, Excel, web pages, print, mails, as programs write them.

python tools/forms_of_files.py [--raci COMMAND] [--only FORM]… [--held] [--floor] [--list] [--keep FOLDER]

A form is a function that writes a plan to a file (``file_forms``), its labels are those of the plan: like
``tools/forms.py``, of files. A sample of the documents is written. ``--held`` takes the forms that are held back, for a
figure that nothing was tuned on. ``--floor`` holds the figures to ``tests/corpus/file_forms.toml``, which only rise.

Exit: 0 scored, or there is no corpus; 1 a form fell below its floor; 2 wrong use.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from file_forms import packed, prints, sheets, web_pages, word, word_layouts
from file_forms.form import SAMPLE, FileForm, sampled
from forms import scored, told
from revisions import CORPUS, ROOT
from written.plans import Plan, labels, plans

FLOORS = ROOT / "tests" / "corpus" / "file_forms.toml"

FORMS: Mapping[str, FileForm] = {
    form.name: form for room in (word, word_layouts, sheets, web_pages, prints, packed) for form in room.FORMS
}


def sample() -> list[Plan]:
    """The plans that are written to files."""
    found = {plan.name: plan for plan in plans(CORPUS / "dev")}
    return [sampled(replace(found[name], number=number)) for number, name in enumerate(SAMPLE)]


def written(form: FileForm, folder: Path, number: int) -> list[tuple[Path, Path]]:
    """The files that a form makes of the sample, each with its labels; ``number`` keeps their names apart."""
    folder = folder / form.name
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for plan in sample():
        for change in form.changes:
            plan = change(plan)
        path = folder / f"{plan.name}-{number}{form.suffix}"
        form.write(plan, path)
        gold = path.with_suffix(".gold.json")
        gold.write_text(labels(plan), "utf-8")
        made.append((path, gold))
    return made


def measure(names: Sequence[str], folder: Path, raci: str) -> Iterator[tuple[str, Mapping[str, float]]]:
    """The figures of each form."""
    made = {name: written(FORMS[name], folder, number) for number, name in enumerate(names)}
    golds = {name: [gold for _, gold in pairs] for name, pairs in made.items()}
    files = [file for pairs in made.values() for file, _ in pairs]
    yield from scored(golds, files, folder, raci, {name for name, form in FORMS.items() if form.by_headings})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--raci", default=shlex.join([sys.executable, "-P", "-m", "raci"]))
    parser.add_argument("--only", action="append", default=[], metavar="FORM", choices=[*FORMS])
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text("utf-8"))["f1"] if options.floor else {}
    names = options.only or list(floors) or [name for name, form in FORMS.items() if form.held == options.held]
    if options.list:
        print("\n".join(names))
        return 0
    if not CORPUS.is_dir():
        print(f"forms of files: skipped, there is no {CORPUS}")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        return told(measure(names, options.keep or Path(scratch), options.raci), floors)


if __name__ == "__main__":
    sys.exit(main())
