"""What the tools share that hold two revisions against each other: unpacking them, and where the corpus is."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import NoReturn

__all__ = ["CORPUS", "ROOT", "checkout", "environment", "git", "refuse"]

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("RACI_CORPUS") or ROOT.parent / "shared" / "corpus")


def git(*arguments: str) -> bytes | None:
    """What git says; None where it fails, or is not here."""
    if shutil.which("git") is None:
        return None
    done = subprocess.run(["git", *arguments], capture_output=True)
    return done.stdout if done.returncode == 0 else None


def refuse(why: str) -> NoReturn:
    """Say why it cannot be done, and exit."""
    print(f"{Path(sys.argv[0]).stem}: {why}", file=sys.stderr)
    sys.exit(2)


def checkout(given: str, scratch: Path) -> Path | None:
    """The folder of a checkout, or what a revision holds, unpacked; None where there is no raci in it."""
    if Path(given).is_dir():
        return Path(given).resolve() if Path(given, "raci", "__init__.py").is_file() else None
    if git("rev-parse", "--verify", f"{given}^{{commit}}") is None:
        refuse(f"{given} is neither a revision nor a folder")
    packed = git("archive", given, "raci")
    if packed is None:
        return None
    folder = scratch / (git("rev-parse", f"{given}^{{commit}}") or b"").decode().strip()
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder if (folder / "raci" / "__init__.py").is_file() else None


def environment(tree: Path, **more: str) -> dict[str, str]:
    """The environment in which ``python -P`` runs the raci of a tree."""
    return {**os.environ, "PYTHONPATH": str(tree), **more}
