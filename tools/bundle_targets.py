"""The machines that raci is installed on: tags of their wheels, and how requirements see them.

pip can download for another machine, but asks the markers of requirements (``colorama; platform_system == "Windows"``)
of the one that it runs on. What the other machine needs besides is found here, from the metadata of the wheels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["TARGETS", "Closure", "Target", "closure", "metadata_of"]

#: the oldest glibc that is meant: of 银河麒麟 V10, openEuler 20.03, Debian 10
_GLIBC = 28


@dataclass(frozen=True)
class Target:
    """A kind of machine: the tags of wheels for it (``platforms``), and what markers ask of it."""

    name: str
    platforms: tuple[str, ...]
    system: str
    machine: str

    def environment(self, python: str) -> dict[str, str]:
        """What the markers of requirements see there, with that Python (``3.12``)."""
        return {
            "os_name": "nt" if self.system == "Windows" else "posix",
            "sys_platform": {"Windows": "win32", "Darwin": "darwin"}.get(self.system, "linux"),
            "platform_system": self.system,
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_version": f"{python}.0",
            "platform_release": "",
            "platform_version": "",
        }

    def pip_options(self, python: str) -> list[str]:
        """What makes pip choose wheels for that machine."""
        tags = [f"--platform={tag}" for tag in self.platforms]
        return ["--only-binary=:all:", *tags, f"--python-version={python}", "--implementation=cp"]


def _linux(machine: str) -> tuple[str, ...]:
    return (*(f"manylinux_2_{minor}_{machine}" for minor in range(_GLIBC, 16, -1)), f"manylinux2014_{machine}")


def _macos(newest: int, machine: str) -> tuple[str, ...]:
    versions = [f"{major}_0" for major in range(newest, 10, -1)]
    versions += [f"10_{minor}" for minor in range(16, 8, -1)] if machine == "x86_64" else []
    return tuple(f"macosx_{version}_{kind}" for version in versions for kind in (machine, "universal2"))


TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        Target("windows-x64", ("win_amd64",), "Windows", "AMD64"),
        Target("windows-arm64", ("win_arm64",), "Windows", "ARM64"),
        Target("macos-x64", _macos(14, "x86_64"), "Darwin", "x86_64"),
        Target("macos-arm64", _macos(14, "arm64"), "Darwin", "arm64"),
        Target("linux-x64", _linux("x86_64"), "Linux", "x86_64"),
        Target("linux-arm64", _linux("aarch64"), "Linux", "aarch64"),
    )
}


@dataclass(frozen=True)
class Closure:
    """The packages that are needed and there, by name, and the requirements that nothing there meets."""

    there: frozenset[str]
    missing: tuple[str, ...]


def closure(wheels: Mapping[str, Message], roots: Iterable[str], environment: Mapping[str, str]) -> Closure:
    """What ``roots`` (requirements) need in that environment, by the metadata of ``wheels`` (name → metadata)."""
    waiting = [Requirement(root) for root in roots]
    seen: set[tuple[str, frozenset[str]]] = set()
    there: set[str] = set()
    missing: dict[str, None] = {}
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        metadata = wheels.get(name)
        if metadata is None or not requirement.specifier.contains(metadata["Version"], prereleases=True):
            missing[f"{requirement.name}{requirement.specifier}"] = None
            continue
        there.add(name)
        for line in metadata.get_all("Requires-Dist") or ():
            needed = Requirement(line)
            if needed.marker is None or _holds(needed, extras, environment):
                waiting.append(needed)
    return Closure(frozenset(there), tuple(missing))


def _holds(requirement: Requirement, extras: Collection[str], environment: Mapping[str, str]) -> bool:
    return any(
        requirement.marker is not None and requirement.marker.evaluate({**environment, "extra": extra})
        for extra in ("", *extras)
    )


def metadata_of(folder: Path) -> dict[str, Message]:
    """Name → metadata of the wheels in a folder."""
    found = {}
    for path in sorted(folder.glob("*.whl")):
        with ZipFile(path) as wheel:
            member = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
            metadata = HeaderParser().parsestr(wheel.read(member).decode("utf-8"))
        found[canonicalize_name(str(metadata["Name"]))] = metadata
    return found
