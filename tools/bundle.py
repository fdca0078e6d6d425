"""A folder for a computer without internet: raci with all that it needs, to be installed by a double click.

    python tools/bundle.py [TARGET…] [-o dist] [--python 3.12] [--extras fonts,web,ics,pptx,diff]

TARGET is one of those of ``bundle_targets.py``: ``windows-x64`` and ``linux-arm64`` where none is given. Each becomes
``raci-VERSION-TARGET-pyXY.zip``: ``wheels/``, 安装.bat or install.sh, 使用说明.html, 清单.txt with the hashes. That the
folder is whole is checked twice: by the metadata of its wheels with the markers of that machine, and by pip, offline.
Exits with 1 where a wheel for that machine is missing, and names it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from bundle_targets import TARGETS, Target, closure, metadata_of
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).resolve().parent / "bundle_files"
USUAL = ("windows-x64", "linux-arm64")
EXTRAS = "fonts,web,ics,pptx,diff"
#: what stands in each folder beside the wheels: template → its name there, its encoding, its line ends
_WINDOWS = {
    # cmd.exe reads a file in the code page of the system, which is 936 in China
    "install.bat": ("安装.bat", "gbk", "\r\n"),
    "start.bat": ("files/start.bat", "gbk", "\r\n"),
}
_OTHERS = {"install.sh": ("install.sh", "utf-8", "\n"), "start.sh": ("files/start.sh", "utf-8", "\n")}
_HELP = {"help.html": ("使用说明.html", "utf-8", "\n")}


class WheelsMissingError(Exception):
    """No wheels for these requirements on that machine."""


def pip(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python's pip quietly."""
    command = [sys.executable, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def collect(target: Target, python: str, requirement: str, folder: Path) -> None:
    """Bring all wheels that the requirement needs on that machine into the folder, and no others.

    Raises WheelsMissingError where there are none for one of them.
    """
    environment = target.environment(python)
    for _ in range(10):  # each round brings what only that machine needs, which may need more
        missing = closure(metadata_of(folder), [requirement], environment).missing
        if not missing:
            break
        done = pip("download", *target.pip_options(python), "-d", str(folder), *missing)
        if done.returncode:
            lines = [line for line in done.stderr.splitlines() if "No matching distribution" in line]
            raise WheelsMissingError("\n".join(lines or done.stderr.splitlines()[-3:]))
    reached = closure(metadata_of(folder), [requirement], environment)
    if reached.missing:
        raise WheelsMissingError("、".join(reached.missing))
    for path in folder.glob("*.whl"):
        if canonicalize_name(parse_wheel_filename(path.name)[0]) not in reached.there:
            path.unlink()


def check_offline(target: Target, python: str, requirement: str, folder: Path) -> None:
    """Let pip resolve the folder alone. Raises WheelsMissingError where it cannot."""
    with tempfile.TemporaryDirectory() as nowhere:
        # not "install --dry-run", which asks whether the wheels are for the Python that runs it
        offline = ("--isolated", "--no-index", f"--find-links={folder}", "-d", nowhere)
        done = pip("download", *offline, *target.pip_options(python), requirement, PIP_CONFIG_FILE=os.devnull)
    if done.returncode:
        raise WheelsMissingError(done.stderr.strip())


def write_scripts(target: Target, folder: Path, values: dict[str, str]) -> None:
    """The installer, the starter and the help page."""
    scripts = _WINDOWS if target.system == "Windows" else _OTHERS
    for template, (name, encoding, line_end) in {**scripts, **_HELP}.items():
        text = (TEMPLATES / template).read_text("utf-8")
        for key, value in values.items():
            text = text.replace(f"@{key}@", value)
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.replace("\n", line_end).encode(encoding))


def write_list(folder: Path) -> None:
    """清单.txt: the SHA-256 of each wheel, as ``sha256sum -c`` takes them."""
    wheels = sorted((folder / "wheels").glob("*.whl"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  wheels/{path.name}\n" for path in wheels]
    (folder / "清单.txt").write_bytes("".join(lines).encode())


def pack(folder: Path, archive: Path) -> None:
    """The folder as a zip; scripts stay executable, wheels are packed already."""
    with ZipFile(archive, "w") as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(f"{archive.stem}/{path.relative_to(folder).as_posix()}")
            entry.external_attr = (0o100755 if path.suffix == ".sh" else 0o100644) << 16
            entry.create_system = 3
            packed.writestr(entry, path.read_bytes(), ZIP_STORED if path.suffix == ".whl" else ZIP_DEFLATED)


def bundle(target: Target, python: str, extras: str, output: Path) -> Path:
    """Make the zip for one machine; its path. Raises WheelsMissingError."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        wheels = folder / "wheels"
        built = pip("wheel", "--no-deps", "-w", str(wheels), str(ROOT))
        if built.returncode:
            raise WheelsMissingError(built.stderr.strip())
        version = str(metadata_of(wheels)["raci"]["Version"])
        requirement = f"raci[{extras}]=={version}"
        collect(target, python, requirement, wheels)
        check_offline(target, python, requirement, wheels)
        write_scripts(target, folder, {"PYTHON": python, "REQUIREMENT": requirement, "VERSION": version})
        write_list(folder)
        output.mkdir(parents=True, exist_ok=True)
        archive = output / f"raci-{version}-{target.name}-py{python.replace('.', '')}.zip"
        pack(folder, archive)
    return archive


def main() -> int:
    """Make the zips; 1 where one of them cannot be."""
    parser = argparse.ArgumentParser(description="raci with all its wheels, for a computer without internet")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{'、'.join(TARGETS)}")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", default="3.12", help="the Python that is there")
    parser.add_argument("--extras", default=EXTRAS)
    options = parser.parse_args()
    unknown = [name for name in options.targets if name not in TARGETS]
    if unknown:
        parser.error(f"没有 {'、'.join(unknown)}；可用：{'、'.join(TARGETS)}")
    failed = 0
    for name in options.targets or USUAL:
        try:
            archive = bundle(TARGETS[name], options.python, options.extras, options.output)
        except WheelsMissingError as error:
            print(f"{name}：离线包做不成，缺安装包：\n{error}", file=sys.stderr)
            failed = 1
        else:
            print(f"{archive}（{archive.stat().st_size // 1_000_000} MB）")
    return failed


if __name__ == "__main__":
    sys.exit(main())
