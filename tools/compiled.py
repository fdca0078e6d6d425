"""Build the wheel with compiled modules (``RACI_COMPILE=1``), and hold it to what the sources give.

python tools/compiled.py [--wheel WHEEL] [--keep FOLDER]

The wheel is built as ``pip`` builds it, from the sdist; ``--wheel`` takes one that is there, ``--keep`` leaves what was
built in a folder. Then, from the unpacked wheel: each module that is listed is a compiled one; the examples of the
rules hold; rows and findings of the corpus, where there is one, are those of the sources, byte by byte
(``tools/compare_revisions.py --quick``); and the scores of the cases and of dev keep their floors.

Exit: 0 all of this holds; 1 something does not; 2 it cannot be built.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from revisions import CORPUS, ROOT, environment, refuse

#: prints which of the modules that setup.cfg lists are read from their sources
READ_AS_SOURCE = """
from configparser import ConfigParser
from importlib import import_module
listed = ConfigParser()
listed.read("setup.cfg", encoding="utf-8")
for package, names in listed["compiled"].items():
    for name in names.split():
        if import_module(f"{package}.{name}").__file__.endswith(".py"):
            print(f"not compiled: {package}.{name}")
"""
TESTS = ("tests/rules/test_examples.py", "tests/analysis/prose", "tests/analysis/annotations")


def build(folder: Path) -> Path:
    """The wheel, built into a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)],
        env={**os.environ, "RACI_COMPILE": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        refuse(f"the wheel could not be built:\n{(done.stdout + done.stderr)[-3000:]}")
    return next(folder.glob("*.whl"))


def faults(tree: Path) -> list[str]:
    """What does not hold for the raci of a tree."""
    python, env = [sys.executable, "-P"], environment(tree)
    source = subprocess.run([*python, "-c", READ_AS_SOURCE], env=env, cwd=ROOT, capture_output=True, text=True)
    wrong = (source.stdout + source.stderr).splitlines()
    steps = {"the tests": [*python, "-m", "pytest", "-q", "-n", "0", "-m", "not slow and not scored", *TESTS]}
    if CORPUS.is_dir():
        steps["rows and findings"] = [sys.executable, "tools/compare_revisions.py", ".", str(tree), "--quick"]
        scored = [f"--only={score}" for score in ("cases", "dev")]
        command = f"{shlex.join(python)} -m raci"
        steps["the scores"] = [sys.executable, "tools/scores.py", "--raci", command, *scored]
    for name, command in steps.items():
        if subprocess.run(command, env=env, cwd=ROOT).returncode:
            wrong.append(f"{name} are not those of the sources")
    return wrong


def main() -> int:
    """Build, unpack, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path, help="a compiled wheel that is there")
    parser.add_argument("--keep", type=Path, help="the folder that the wheel is built into")
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        tree = Path(scratch, "tree")
        with ZipFile(given.wheel or build(given.keep or Path(scratch, "dist"))) as wheel:
            wheel.extractall(tree)
        wrong = faults(tree)
    print("\n".join(wrong) or "the compiled modules give what the sources give")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
