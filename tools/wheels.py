"""Which dependencies have no wheel for which Python on which machine: what the README names.

    python tools/wheels.py [TARGET…] [--python 3.11,3.12] [--extras fonts,ocr,diff,web,…]

Asks the package index that pip is set up with, by pip's own choice of wheels, and downloads none of them. What
raci needs is what its metadata says, with the markers of each machine; what its dependencies need in turn is taken
from the report of pip. Prints a line for each package that is missing somewhere; exits with 1 where one is.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from itertools import product
from pathlib import Path

from bundle_targets import TARGETS, Target, closure, metadata_of
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
EXTRAS = "fonts,ocr,diff,web,corpus,accuracy,ics,pptx"
#: so many questions settle a machine: as many as there are wheels missing, and versions too new
_ROUNDS = 80
_NOT_FOUND = re.compile(r"No matching distribution found for ([^\s(]+)")


def own_metadata() -> Message:
    """What the wheel of this checkout says."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", scratch, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True)
        return metadata_of(Path(scratch))["raci"]


def missing_wheels(target: Target, python: str, own: Message, extras: str) -> list[str]:
    """The requirements for which there is no wheel on that machine."""
    environment = target.environment(python)
    known = {"raci": own}
    root = f"raci[{extras}]=={own['Version']}"
    absent: list[str] = []
    too_new: dict[str, str] = {}  # name → the oldest version that is not for that Python
    for _ in range(_ROUNDS):  # a round finds one missing wheel, or what the packages of the last one need
        named = {_name(one) for one in absent}
        wanted = [one for one in closure(known, [root], environment).missing if _name(one) not in named]
        if not wanted:
            return absent
        found = _chosen(target, python, [_below(one, too_new.get(_name(one))) for one in wanted])
        if isinstance(found, str):
            absent.append(next((one for one in wanted if canonicalize_name(found) == _name(one)), wanted[0]))
            continue
        for name, metadata in found.items():
            if SpecifierSet(metadata["Requires-Python"] or "").contains(f"{python}.99"):
                known[name] = metadata
            else:
                too_new[name] = metadata["Version"]
    raise RuntimeError(f"{target.name} {python}: not settled: {wanted}")


def _below(requirement: str, version: str | None) -> str:
    if version is None:
        return requirement
    return f"{requirement}{',' if re.search('[<>=!~]', requirement) else ''}<{version}"


def _name(requirement: str) -> str:
    return canonicalize_name(re.split(r"[<>=!~\[; ]", requirement, maxsplit=1)[0])


def _chosen(target: Target, python: str, wanted: Sequence[str]) -> dict[str, Message] | str:
    """Name → metadata of the wheels that pip chooses, or the first requirement for which it finds none."""
    with tempfile.TemporaryDirectory() as nowhere:
        command = [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--no-deps", "--ignore-installed"]
        command += ["--ignore-requires-python", "--target", nowhere, "--report", "-", *target.pip_options(python)]
        done = subprocess.run([*command, *wanted], capture_output=True, text=True, check=False)
    if done.returncode:
        lacking = _NOT_FOUND.search(done.stderr)
        if lacking is None:
            raise RuntimeError(done.stderr.strip())
        return re.split(r"[<>=!~\[]", lacking[1], maxsplit=1)[0]
    return {
        canonicalize_name(one["metadata"]["name"]): _message(one["metadata"])
        for one in json.loads(done.stdout)["install"]
    }


def _message(metadata: dict[str, object]) -> Message:
    message = Message()
    message["Version"] = str(metadata["version"])
    message["Requires-Python"] = str(metadata.get("requires_python") or "")
    listed = metadata.get("requires_dist")
    for line in listed if isinstance(listed, list) else ():
        message["Requires-Dist"] = str(line)
    return message


def main() -> int:
    """Ask for each machine and Python; 1 where a wheel is missing."""
    parser = argparse.ArgumentParser(description="wheels that are missing somewhere")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="、".join(TARGETS))
    parser.add_argument("--python", default=",".join(PYTHONS))
    parser.add_argument("--extras", default=EXTRAS)
    options = parser.parse_args()
    own = own_metadata()
    pairs = list(product(options.targets or TARGETS, options.python.split(",")))
    places: dict[str, list[str]] = defaultdict(list)
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda pair: missing_wheels(TARGETS[pair[0]], pair[1], own, options.extras), pairs)
        for (name, python), absent in zip(pairs, results, strict=True):
            print(f"{name} Python {python}：{'、'.join(absent) or '齐全'}", flush=True)
            for requirement in absent:
                places[_name(requirement)].append(f"{name} {python}")
    for package, where in sorted(places.items()):
        print(f"缺 {package}：{'、'.join(where)}")
    return int(bool(places))


if __name__ == "__main__":
    sys.exit(main())
