"""Write examples/outputs/ anew: what ``raci build`` makes of each plan in examples/.

    python tools/examples.py [--check]

The files are the usual ones without PNG (docs/pictures shows those). They state a fixed time, and run.json says
nothing of this machine, so that a second run changes nothing. ``--check`` writes nothing, and exits with 1 where the
rows in examples/outputs are not those that raci reads now.
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
#: the keys of run.json that tell of the machine and the run
VARYING = ("python", "system", "libraries", "made", "seconds")
#: the bytes that all of it together may take
LARGEST = 3_000_000


def remove_varying(path: Path) -> None:
    """Take out of a run.json what differs from machine to machine."""
    if path.name == RECORD:
        record = {key: value for key, value in json.loads(path.read_text("utf-8")).items() if key not in VARYING}
        path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")


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
            remove_varying(path)
        print(built.folder, sum(path.stat().st_size for path in built.files) // 1000, "kB")
    total = sum(path.stat().st_size for path in OUTPUTS.rglob("*") if path.is_file())
    print(f"{total // 1000} kB in all")
    return int(total > LARGEST)


def check() -> int:
    """Compare the rows that were written with those that are read now; 1 where they differ."""
    written = {
        json.loads((path.parent / RECORD).read_text("utf-8"))["document"]["source"]: path
        for path in OUTPUTS.glob("*/assignments.jsonl")
    }
    stale = []
    for plan in plans():
        frames = [raci.rows(raci.analyse(document)) for document in raci.read(plan)]
        # a task that nobody is named for has None in JSON, NaN in pandas
        frames = [frame.astype(object) for frame in frames]
        rows = [row for frame in frames for row in frame.where(frame.notna(), None).to_dict("records")]
        path = written.pop(str(plan), None)
        before = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path else []
        now = [(row["task"], row["department"], row["role"], row["letter"]) for row in rows]
        if [(row["task"], row["department"], row["role"], row["letter"]) for row in before] != now:
            stale.append(str(plan))
    for name in (*stale, *written):
        print(f"examples/outputs is not what raci makes of {name} now: run python tools/examples.py")
    return int(bool(stale or written))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(check() if "--check" in sys.argv[1:] else write())
