"""List the rows that a change gains and loses on the corpus, rule by rule.

python tools/gains.py [BASE] [HEAD] [--rules FILE]… [--base-rules FILE]… [--most N] [--corpus FOLDER]

BASE and HEAD are revisions or folders that hold a checkout. HEAD is the working tree unless given; BASE is what
was landed last: where the working tree's branch left origin/main, or the commit before. With --rules (a user's
rules, of HEAD) and no BASE, both are the working tree, so that what is seen is what the rules do. Each side runs
``raci extract --format jsonl`` from its own sources, with this interpreter and what is installed for it.

A row counts as the same where file, number and task, department, role and basis are; --most lists at most so many
rows of a rule. Exit: 0 compared, or nothing to compare with; 2 wrong use, or a side that does not run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from revisions import CORPUS, checkout, environment, git, refuse

FOLDERS = ("seed", "dev", "unlabelled", "plain")


class Key(NamedTuple):
    """What makes a row the same on both sides."""

    source: str
    task: str
    department: str
    role: str
    basis: str


class Side(NamedTuple):
    """A tree to run raci from, what it is called, and the files of rules that it is given."""

    name: str
    tree: Path
    rules: tuple[Path, ...]


class Change(NamedTuple):
    """A row gained (sign ``+``) or lost (``-``), with the rule that gave it and its evidence."""

    rule: str
    key: Key
    sign: str
    quote: str


def landed() -> str | None:
    """The revision that was landed last; None where there is none to compare with."""
    head, left = git("rev-parse", "HEAD"), git("merge-base", "origin/main", "HEAD")
    if left is not None and left != head:
        return left.decode().strip()
    if git("diff", "--quiet", "HEAD", "--", "raci") is None and head is not None:
        return "HEAD"  # the change is not committed yet
    return "HEAD~1" if git("rev-parse", "--verify", "HEAD~1") else None


def rows(side: Side, corpus: Path, files: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of all files, in order."""
    options = [option for file in side.rules for option in ("--rules", str(file))]
    command = [sys.executable, "-P", "-m", "raci", "extract", *files, "--format", "jsonl", *options]
    done = subprocess.run(command, capture_output=True, cwd=corpus, env=environment(side.tree))
    if done.returncode not in (0, 1):
        refuse(f"raci does not run from {side.name}: {done.stderr.decode(errors='replace').strip()}")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def keyed(listed: Iterable[dict[str, Any]]) -> dict[Key, list[tuple[str, str]]]:
    """The rules and quotes of the rows by what makes them the same."""
    kept: dict[Key, list[tuple[str, str]]] = {}
    for row in listed:
        task = f"{row['number']}{row['task']}"
        # a task that nobody is named for is a row too
        key = Key(row["source"], task, row["department"] or "nobody", row["role"] or "", row["basis"] or "")
        kept.setdefault(key, []).append((row["rule"] or "unassigned", row["quote"] or ""))
    return kept


def changes(before: Iterable[dict[str, Any]], after: Iterable[dict[str, Any]]) -> list[Change]:
    """The rows that are on one side only, by rule and place."""
    old, new = keyed(before), keyed(after)
    listed = []
    for sign, here, there in (("-", old, new), ("+", new, old)):
        for key, entries in here.items():
            for rule, quote in entries[len(there.get(key, ())) :]:
                listed.append(Change(rule, key, sign, quote))
    return sorted(listed)


def show(listed: Sequence[Change], most: int | None) -> None:
    """Print the totals of each rule, and then the rows."""
    totals = Counter((change.rule, change.sign) for change in listed)
    rules = sorted({change.rule for change in listed})
    for rule in rules:
        print(f"  {rule:<28} +{totals[rule, '+']:<6} -{totals[rule, '-']}")
    for rule in rules:
        own = [change for change in listed if change.rule == rule]
        print(f"\n{rule}")
        for change in own[:most]:
            key = change.key
            quote = " ".join(change.quote.split())
            task = key.task if len(key.task) <= 30 else f"{key.task[:30]}…"
            print(f"  {change.sign} {key.source} | {task} | {key.department} {key.role} ({key.basis}) | {quote[:60]}")
        if len(own) > len(own[:most]):
            print(f"  … and {len(own) - len(own[:most])} more (--most lists them)")


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", nargs="?", help="a revision or a folder; what was landed last by default")
    parser.add_argument("head", nargs="?", default=".", help="a revision or a folder; the working tree by default")
    parser.add_argument("--rules", action="append", default=[], type=Path, help="a user's rules, for HEAD")
    parser.add_argument("--base-rules", action="append", default=[], type=Path, help="a user's rules, for BASE")
    parser.add_argument("--most", type=int, metavar="N", help="list at most N rows a rule")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help=f"{CORPUS} by default")
    parser.add_argument("--folder", action="append", dest="folders", metavar="NAME", help=f"{', '.join(FOLDERS)}")
    given = parser.parse_args()
    files = [
        str(path.relative_to(given.corpus))
        for folder in given.folders or FOLDERS
        for path in sorted((given.corpus / folder).glob("*.txt"))
    ]
    if not files:
        print(f"nothing to compare: there are no texts in {given.corpus} (name it with RACI_CORPUS)")
        return 0
    base = given.base or (given.head if given.rules or given.base_rules else landed())
    with TemporaryDirectory() as scratch:
        trees = [checkout(each, Path(scratch)) if each else None for each in (base, given.head)]
        if trees[0] is None or trees[1] is None:
            print(f"nothing to compare: there is no raci in {given.head if trees[0] else base or 'what was landed'}")
            return 0
        sides = [
            Side(name, entries, tuple(path.resolve() for path in rules))
            for name, entries, rules in zip((base, given.head), trees, (given.base_rules, given.rules), strict=True)
        ]
        with ThreadPoolExecutor() as pool:
            before, after = pool.map(lambda side: rows(side, given.corpus, files), sides)
    listed = changes(before, after)
    signs = Counter(change.sign for change in listed)
    named = [
        " + ".join([side.name if side.name != "." else "working tree", *(path.name for path in side.rules)])
        for side in sides
    ]
    print(f"{named[0]} → {named[1]}, {len(files)} files: {len(before)} → {len(after)} rows,", end=" ")
    print(f"{signs['+']} gained, {signs['-']} lost")
    show(listed, given.most)
    return 0


if __name__ == "__main__":
    sys.exit(main())
