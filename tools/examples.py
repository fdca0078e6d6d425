"""Write examples/outputs/ anew: what ``raci build`` makes of each plan of examples/.

    python tools/examples.py [--check]

The files are the usual ones but PNG (docs/pictures shows those). They state a fixed time, and run.json says nothing
of this machine, so that a second run changes nothing. ``--check`` writes nothing: 1 where the rows that are kept
are not those that raci reads now.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path

import raci
from raci.outputs.catalogue import usual
from raci.readers.files.folders import RECORD

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
OUTPUTS = EXAMPLES / "outputs"
#: 2026-01-05 09:00 UTC
TIME = "1767603600"
#: what run.json says of the machine and the run
PASSING = ("python", "system", "libraries", "made", "seconds")
#: all of it together is no larger
MOST = 3_000_000


def settled(path: Path) -> None:
    """Take out of run.json what differs from machine to machine."""
    if path.name == RECORD:
        told = {key: value for key, value in json.loads(path.read_text("utf-8")).items() if key not in PASSING}
        path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")


def plans() -> list[Path]:
    """The plans, by a path that is the same on every machine."""
    return sorted(path.relative_to(ROOT) for path in EXAMPLES.glob("*.txt"))


def write() -> int:
    """Build all; 1 where one fails, or they are too large to keep."""
    os.environ["SOURCE_DATE_EPOCH"] = TIME
    shutil.rmtree(OUTPUTS, ignore_errors=True)
    only = [name for name in usual() if name != "png"]
    for built in raci.build(plans(), OUTPUTS.relative_to(ROOT), only=only, today=date(2026, 1, 5)):
        if built.error or built.folder is None:
            print(built.error, file=sys.stderr)
            return 1
        for path in built.files:
            settled(path)
        print(built.folder, sum(path.stat().st_size for path in built.files) // 1000, "kB")
    large = sum(path.stat().st_size for path in OUTPUTS.rglob("*") if path.is_file())
    print(f"{large // 1000} kB in all")
    return int(large > MOST)


def check() -> int:
    """Compare the rows that are kept with those that are read now."""
    kept = {
        json.loads((path.parent / RECORD).read_text("utf-8"))["document"]["source"]: path
        for path in OUTPUTS.glob("*/assignments.jsonl")
    }
    stale = []
    for plan in plans():
        rows = [row for document in raci.read(plan) for row in raci.rows(raci.analyse(document)).to_dict("records")]
        path = kept.pop(str(plan), None)
        told = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path else []
        wanted = [(row["task"], row["department"], row["role"], row["letter"]) for row in rows]
        if [(row["task"], row["department"], row["role"], row["letter"]) for row in told] != wanted:
            stale.append(str(plan))
    for name in (*stale, *kept):
        print(f"examples/outputs is not what raci makes of {name} now: run python tools/examples.py")
    return int(bool(stale or kept))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(check() if "--check" in sys.argv[1:] else write())
