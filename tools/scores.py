"""Hold the scores of the labelled corpus to their floors (``tests/corpus/floors.toml``).

python tools/scores.py [--raci COMMAND] [--only SCORE]… [--list]

Each score is what a tool of ``../shared/tools`` says of a part of the corpus: the rows of ``seed``, ``dev`` and
``excerpts``, the ``names``, the ``cases`` with their families, the duties and groups in ``prose``; ``coverage`` is the
share of the names in all texts that resolve. All figures are printed; a score falls where one of them is below its
``at_least`` or above its ``at_most``. ``--raci`` is the command to score (by default this checkout with this
interpreter), ``--only`` names a score, and ``--list`` lists them.

Exit: 0 all floors hold, or there is no corpus; 1 a score fell, or its tool does not run; 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from revisions import CORPUS, ROOT

FLOORS = ROOT / "tests" / "corpus" / "floors.toml"
TOOLS = CORPUS.parent / "tools"

#: what is known of one score: the name of a figure → the figure
Figures = Mapping[str, float]


class Score(NamedTuple):
    """A tool, the parts of the corpus that it is given, and how its output becomes figures.

    ``options`` are further arguments of the tool; ``parts`` are paths from the corpus. Without a tool the figures
    are made of the rows that raci gives of the texts.
    """

    tool: str
    parts: tuple[str, ...]
    figures: Callable[[str], Figures]
    options: tuple[str, ...] = ("--json",)


def row_figures(output: str) -> Figures:
    """Of ``score_all.py --json``: one object with figures."""
    figures: dict[str, Any] = json.loads(output)
    if figures["exit"]:
        raise ValueError(f"raci ended with {figures['exit']}")
    return {name: figure for name, figure in figures.items() if isinstance(figure, int | float)}


def name_figures(output: str) -> Figures:
    """Of ``score_names.py``: words and figures by turns."""
    words = output.split()
    return {name: float(figure) for name, figure in zip(words[::2], words[1::2], strict=True)}


def case_figures(output: str) -> Figures:
    """Of ``score_cases.py --json``: how many cases are right, of those that must stay so, and of each family."""
    figures: dict[str, Any] = json.loads(output)
    totals = {name: figures[name] for name in ("cases", "right", "stays", "stays_right")}
    return totals | {family: right for family, (right, _) in sorted(figures["families"].items())}


def prose_figures(output: str) -> Figures:
    """Of ``score_prose.py --json``: an object for the duties, one for the groups; ``duties_f1``, ``groups_f1``, …"""
    objects: list[dict[str, Any]] = [json.loads(line) for line in output.splitlines()]
    return {
        f"{part['what']}_{name}": figure
        for part in objects
        for name, figure in part.items()
        if isinstance(figure, int | float)
    }


#: sentences name bodies by their duties too (县级以上人民政府水行政主管部门), which no register holds
_MARKED = "annotation,table,inherited"


def coverage_figures(output: str) -> Figures:
    """Of rows: by occurrences and by distinct names the share that resolves to a known kind and body."""
    seen: Counter[str] = Counter()
    unresolved: Counter[str] = Counter()
    for line in output.splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["department"] is None:  # a task that nobody is named for
            continue
        seen[row["department"]] += 1
        if row["kind"] in (None, "unknown") or not (row["canonical"] or row["kind"] == "person"):
            unresolved[row["department"]] += 1
    return {
        "occurrences": round(1 - unresolved.total() / seen.total(), 4),
        "distinct": round(1 - len(unresolved) / len(seen), 4),
    }


#: the scores by the names of their tables in floors.toml
SCORES: Mapping[str, Score] = {
    "seed": Score("score_all.py", ("seed",), row_figures),
    "dev": Score("score_all.py", ("dev",), row_figures),
    "excerpts": Score("score_all.py", ("excerpts",), row_figures),
    "names": Score("score_names.py", ("names/dev.jsonl",), name_figures, ()),
    "cases": Score("score_cases.py", ("../cases",), case_figures),
    "prose": Score("score_prose.py", ("prose/dev",), prose_figures),
    "coverage": Score("", ("seed", "dev", "unlabelled"), coverage_figures),
}


def missing(name: str) -> str:
    """Why a score cannot be had here; empty where it can."""
    if not CORPUS.is_dir():
        return f"there is no corpus at {CORPUS}"
    for path in (TOOLS / SCORES[name].tool, *_parts(name)):
        if not path.exists():
            return f"there is no {path}"
    return ""


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """Score → ``at_least`` and ``at_most`` → figure → bound."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def measure(name: str, raci: str) -> Figures:
    """The figures of a score. Raises RuntimeError where its tool does not run."""
    score, parts = SCORES[name], _parts(name)
    if score.tool:
        command = [sys.executable, str(TOOLS / score.tool), *score.options, "--raci", raci, *map(str, parts)]
    else:
        texts = sorted(text for part in parts for text in part.glob("*.txt"))
        command = [*shlex.split(raci), "extract", "--basis", _MARKED, "--format", "jsonl", *map(str, texts)]
    # the package of this checkout, wherever the command is run
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
    try:
        if done.returncode:
            raise ValueError(f"{score.tool or 'raci extract'} ended with {done.returncode}")
        return score.figures(done.stdout)
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"{error}: {done.stderr.strip()[-400:]}") from error


def _parts(name: str) -> list[Path]:
    return [CORPUS / part for part in SCORES[name].parts]


def fallen(figures: Figures, bounds_of: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The figures that break their floors, in words; a floor for a figure that is not there is broken too."""
    broken = []
    for bound, bounds in bounds_of.items():
        for name, floor in bounds.items():
            figure = figures.get(name)
            if figure is None:
                broken.append(f"there is no figure {name}")
            elif figure < floor if bound == "at_least" else figure > floor:
                broken.append(f"{name} is {figure}, and must be {bound.replace('_', ' ')} {floor}")
    return broken


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores and say which fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raci", default=f"{sys.executable} -m raci")
    parser.add_argument("--only", action="append", choices=list(SCORES), metavar="SCORE")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args(arguments)
    if given.list:
        print("\n".join(SCORES))
        return 0
    bounds = floors()
    broken = []
    for name in given.only or SCORES:
        if reason := missing(name):
            print(f"{name}: skipped: {reason}")
            continue
        try:
            figures = measure(name, given.raci)
        except RuntimeError as error:
            broken.append(f"{name}: {error}")
            continue
        print(f"{name}: {'  '.join(f'{figure} {value}' for figure, value in figures.items())}", flush=True)
        broken += [f"{name}: {what}" for what in fallen(figures, bounds.get(name, {}))]
    for what in broken:
        print(f"scores: {what}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
