"""Run the command line of raci many times in one process, and keep what each run says.

python -P tools/run_many.py TREE RUNS.json RESULTS

TREE is the checkout whose raci must be the one that is imported. RUNS.json holds a list of runs:
``{"name", "arguments", "stdin", "pattern"}``; the files that match ``pattern``, if there is one, are further
arguments. RESULTS/name then holds the exit code, what was said on standard error, and standard output. Nothing of
raci is used but ``python -m raci``, so that it runs whatever the modules in it are called.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any


class Captured:
    """A standard stream whose words go to a file, from which they are taken run by run."""

    def __init__(self, descriptor: int) -> None:
        """Send what is written to a descriptor to a file of its own from now on."""
        self._file, name = tempfile.mkstemp()
        Path(name).unlink()
        os.set_inheritable(self._file, True)
        os.dup2(self._file, descriptor)

    def take(self) -> bytes:
        """What was written since it was last taken."""
        size = os.lseek(self._file, 0, os.SEEK_END)
        os.lseek(self._file, 0, os.SEEK_SET)
        written = b""
        while len(written) < size:
            written += os.read(self._file, size - len(written))
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        return written


def exit_code(arguments: list[str], typed: str) -> object:
    """Run ``raci ARGUMENTS`` with words on its standard input."""
    sys.argv = ["raci", *arguments]
    with tempfile.TemporaryFile() as stdin:
        stdin.write(typed.encode())
        stdin.seek(0)
        sys.stdin = open(os.dup(stdin.fileno()), encoding="utf-8")  # noqa: PTH123, SIM115  a descriptor, for the run
        try:
            runpy.run_module("raci", run_name="__main__")
        except SystemExit as left:
            return left.code or 0
        except BaseException:
            traceback.print_exc()
            return "an exception"
        finally:
            sys.stdin.close()
    return 0


def main() -> int:
    """Run all."""
    tree, runs, results = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), Path(sys.argv[3])
    import raci

    if not Path(raci.__file__).resolve().is_relative_to(tree):
        print(f"{raci.__file__} is not of {tree}", file=sys.stderr)
        return 2
    planned: list[dict[str, Any]] = json.loads(runs.read_text(encoding="utf-8"))
    errors, printed = Captured(2), Captured(1)
    for run in planned:
        more = sorted(map(str, Path().glob(run["pattern"]))) if run.get("pattern") else []
        code = exit_code([*run["arguments"], *more], run.get("stdin", ""))
        sys.stdout.flush()
        sys.stderr.flush()
        whole = b"exit code: %s\n%s%s" % (str(code).encode(), errors.take(), printed.take())
        target = results / run["name"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
