"""Compare all that two revisions of raci put out, byte by byte, on the corpus and the examples.

python tools/compare_revisions.py BASE [HEAD] [--quick] [--builds N] [--most N] [--corpus FOLDER]

BASE and HEAD are revisions or folders that hold a checkout; HEAD is the working tree unless given. Each side runs in
one process, from its own sources, with this interpreter and what is installed for it, SOURCE_DATE_EPOCH and
PYTHONHASHSEED set; of raci only the command line is used, so that its modules may be called and placed as they like.

What is run, each file for itself: ``extract --format jsonl`` and ``check`` on the corpus, the ``cases`` beside it and
``examples`` of the folder in which this is run; ``names`` on the labelled names; ``build --only all`` on the
examples (with all kinds of drawings), the seed and N files spread over the rest; and ``extract`` on the workbooks
that were built (read back). Exit code, standard error and standard output are compared, and each file built.
With --quick: extract and check on seed, dev, excerpts and cases.

Exit: 0 identical; 1 differences; 2 wrong use, nothing to compare, or a side that does not run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from zipfile import BadZipFile, ZipFile

from revisions import CORPUS, checkout, environment, refuse

FOLDERS = ("seed", "dev", "excerpts", "prose/dev", "unlabelled", "plain", "originals")
QUICK_FOLDERS = ("seed", "dev", "excerpts")
KINDS = "bipartite,network,matrix,load,org,flow,ego"
#: 2026-01-05 09:00 UTC
TIME = "1767603600"
#: how many characters of a line are shown, and how many of them before the first that differs
WIDTH, BEFORE = 180, 40
#: a longer file is compared only so many lines on from the first that differs
MOST_LINES = 4000
#: lines that are the same, before and after those that differ
CONTEXT = 1


@dataclass
class Comparison:
    """What came of one command: the results compared, and those that differ, with the bytes of both sides."""

    command: str
    compared: int = 0
    differing: list[tuple[str, bytes | None, bytes | None]] = field(default_factory=list)


def corpus_files(corpus: Path, folders: Sequence[str]) -> list[Path]:
    """The documents in folders of the corpus and the cases beside it, without labels and notes on them."""
    within = [corpus / folder for folder in folders] + [corpus.parent / "cases"]
    paths = [path for folder in within if folder.is_dir() for path in sorted(folder.iterdir())]
    return [
        path for path in paths if path.is_file() and path.name != "README.md" and not path.name.endswith(".gold.json")
    ]


def spread(paths: Sequence[Path], number: int) -> list[Path]:
    """So many of the paths, at equal distances."""
    if number >= len(paths):
        return list(paths)
    return [paths[(2 * place + 1) * len(paths) // (2 * number)] for place in range(number)]


def labelled_names(corpus: Path) -> list[str]:
    """The names that are labelled in the corpus."""
    names: set[str] = set()
    for path in sorted((corpus / "names").glob("*.jsonl")):
        for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
            label = json.loads(line)
            names.update(label[key] for key in ("name", "a", "b") if label.get(key))
    return sorted(names)


def planned(corpus: Path, examples: Path, quick: bool, builds: int) -> list[dict[str, Any]]:
    """The runs: see ``run_many.py``. The name of each is its command and what it is run on."""
    documents = corpus_files(corpus, QUICK_FOLDERS if quick else FOLDERS)
    own = [] if quick else sorted(path for path in examples.glob("*") if path.is_file())
    shown = {path: os.path.relpath(path, corpus.parent) for path in documents}
    shown |= {path: f"examples/{path.name}" for path in own}
    runs: list[dict[str, Any]] = []
    for path in (*own, *documents):
        runs.append({"name": f"extract/{shown[path]}", "arguments": ["extract", "--format", "jsonl", str(path)]})
        runs.append({"name": f"check/{shown[path]}", "arguments": ["check", str(path)]})
    if quick:
        return runs
    if names := labelled_names(corpus):
        for options in (["--format", "jsonl"], ["--format", "jsonl", "--each"], ["--as-of", "2024-12-31"]):
            arguments = ["names", *options, "-"]
            runs.append(
                {"name": " ".join(["names/names", *options]), "arguments": arguments, "stdin": "\n".join(names)}
            )
    seed = [path for path in documents if path.parent.name == "seed" and path.suffix == ".txt"]
    rest = [path for path in documents if path not in seed]
    for path in (*own, *seed, *spread(rest, builds)):
        folder = f"built/{shown[path]}"
        kinds = ["--kind", KINDS] if path in own else []
        arguments = ["build", str(path), "--only", "all", *kinds, "-o", folder]
        runs.append({"name": f"build/{shown[path]}", "arguments": arguments})
        back = {"arguments": ["extract", "--format", "jsonl", "--apart"], "pattern": f"{folder}/*/*.xlsx"}
        runs.append({"name": f"read back/{shown[path]}", **back})
    return runs


def run_side(tree: Path, runs: Path, folder: Path) -> str:
    """Run all with the raci of a tree, in a folder; what went wrong."""
    folder.mkdir()
    command = [sys.executable, "-P", str(Path(__file__).with_name("run_many.py")), str(tree), str(runs), "results"]
    fixed = environment(tree, SOURCE_DATE_EPOCH=TIME, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(command, cwd=folder, env=fixed, capture_output=True)
    if done.returncode == 0:
        return ""
    return done.stderr.decode(errors="replace").strip() or f"the process ended with {done.returncode}"


def files_within(folder: Path) -> dict[str, Path]:
    """The files of a folder by their paths in it."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def compare(before: Path, after: Path) -> list[Comparison]:
    """Compare what two sides said and built."""
    comparisons: dict[str, Comparison] = {}
    for folder in ("results", "built"):
        old, new = files_within(before / folder), files_within(after / folder)
        for name in sorted({*old, *new}, key=lambda name: (name.endswith((".pdf", ".png")), name)):
            command, _, rest = name.partition("/") if folder == "results" else ("files built", "", name)
            comparison = comparisons.setdefault(command, Comparison(command))
            comparison.compared += 1
            contents = [side[name].read_bytes() if name in side else None for side in (old, new)]
            if contents[0] != contents[1]:
                comparison.differing.append((rest, contents[0], contents[1]))
    return list(comparisons.values())


def first_difference(old: Sequence[object], new: Sequence[object]) -> int:
    """Where two sequences begin to differ."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (before, after) in pairs if before != after), min(len(old), len(new)))


def difference(old: bytes | None, new: bytes | None) -> Iterator[str]:
    """What differs between two files, as the lines of a unified diff; in short where they are not text."""
    if old is None or new is None:
        yield f"only {'HEAD' if old is None else 'BASE'} has it ({len(new if old is None else old or b'')} bytes)"
        return
    try:
        with ZipFile(BytesIO(old)) as package, ZipFile(BytesIO(new)) as other:
            yield from _parts({name: package.read(name) for name in package.namelist()}, other)
            return
    except (BadZipFile, NotImplementedError, RuntimeError):
        pass
    try:
        texts = old.decode("utf-8"), new.decode("utf-8")
    except UnicodeDecodeError:
        where = first_difference(old, new)
        yield f"not text: {len(old)} and {len(new)} bytes, the first that differs is byte {where}"
        return
    yield from _lines(texts[0].split("\n"), texts[1].split("\n"))


def _parts(old: dict[str, bytes], package: ZipFile) -> Iterator[str]:
    """What differs between the parts of two packages (docx, xlsx), tag by tag in those of XML."""
    new = {name: package.read(name) for name in package.namelist()}
    if list(old) == list(new) and old == new:
        yield "the parts are the same: only how they are packed differs (times, compression)"
    for name in dict.fromkeys((*old, *new)):
        parts = [side[name].replace(b"><", b">\n<") if name in side else None for side in (old, new)]
        if parts[0] != parts[1]:
            yield f"in {name}:"
            yield from difference(parts[0], parts[1])


def _lines(old: list[str], new: list[str]) -> Iterator[str]:
    start = max(0, first_difference(old, new) - CONTEXT)
    old, new = old[start : start + MOST_LINES], new[start : start + MOST_LINES]
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT):
        _, old_start, _, new_start, _ = group[0]
        _, _, old_end, _, new_end = group[-1]
        yield (f"@@ -{start + old_start + 1},{old_end - old_start} +{start + new_start + 1},{new_end - new_start} @@")
        for kind, first, last, other_first, other_last in group:
            removed, added = old[first:last], new[other_first:other_last]
            if kind == "equal":
                yield from (f" {_shortened(line, 0)}" for line in removed)
                continue
            pairs = list(zip(removed, added, strict=False))
            places = [first_difference(*pair) for pair in pairs]
            for sign, lines in (("-", removed), ("+", added)):
                for number, line in enumerate(lines):
                    yield f"{sign}{_shortened(line, places[number] if number < len(places) else 0)}"


def _shortened(line: str, place: int) -> str:
    """The stretch of a line around a place."""
    start = max(0, min(place - BEFORE, len(line) - WIDTH))
    end = start + WIDTH
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"


def show(comparison: Comparison, most: int) -> None:
    """Print how it went with a command, and the first lines that differ."""
    number = len(comparison.differing)
    print(
        f"{comparison.command}: {comparison.compared} compared, {comparison.compared - number} same, {number} differing"
    )
    left = most
    for position, (name, old, new) in enumerate(comparison.differing):
        if left <= 0:
            print(f"  … and {number - position} more differ (--most N shows more): ", end="")
            print(", ".join(rest for rest, _, _ in comparison.differing[position : position + 5]), end="")
            print(", …" if number - position > 5 else "")
            break
        print(f"  {name}")
        for line in difference(old, new):
            if left <= 0:
                print("    …")
                break
            print(f"    {line}")
            left -= line.startswith(("-", "+")) or not line.startswith((" ", "@"))


def natural(given: str) -> int:
    """A count given as an option."""
    number = int(given)
    if number < 0:
        raise ValueError(given)
    return number


def main() -> int:
    """Run both sides, compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", help="a revision or a folder")
    parser.add_argument("head", nargs="?", default=".", help="a revision or a folder; the working tree by default")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help=f"{CORPUS} by default")
    parser.add_argument("--builds", type=natural, default=12, metavar="N", help="build N files of the corpus (12)")
    parser.add_argument("--quick", action="store_true", help="extract and check on seed, dev, excerpts and cases alone")
    parser.add_argument("--most", type=natural, default=40, metavar="N", help="show N differing lines a command (40)")
    given = parser.parse_args()
    begun = perf_counter()
    corpus = given.corpus.resolve()
    runs = planned(corpus, Path("examples").resolve(), given.quick, given.builds)
    if not runs:
        refuse(f"nothing to compare: there are no files in {corpus} (name the corpus with RACI_CORPUS)")
    with TemporaryDirectory() as name:
        scratch = Path(name)
        trees = [checkout(side, scratch) for side in (given.base, given.head)]
        for side, tree in zip((given.base, given.head), trees, strict=True):
            if tree is None:
                refuse(f"there is no raci in {side}")
        (scratch / "runs.json").write_text(json.dumps(runs), encoding="utf-8")
        # names as long as each other: raci cuts the names of folders by the length of the whole path
        folders = [scratch / "base", scratch / "head"]
        with ThreadPoolExecutor() as pool:
            faults = list(pool.map(run_side, filter(None, trees), [scratch / "runs.json"] * 2, folders))
        for side, fault in zip((given.base, given.head), faults, strict=True):
            if fault:
                refuse(f"raci does not run from {side}: {fault}")
        comparisons = compare(*folders)
        for comparison in comparisons:
            show(comparison, given.most)
    differing = sum(len(comparison.differing) for comparison in comparisons)
    names = [side if side != "." else "working tree" for side in (given.base, given.head)]
    total = sum(comparison.compared for comparison in comparisons)
    outcome = f"{differing} of {total} differ" if differing else f"identical: {total} compared"
    print(f"{names[0]} → {names[1]}: {outcome}, {perf_counter() - begun:.0f} s")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
