"""The modules that setup.cfg lists for mypyc (tools/compiled.py builds them)."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def listed() -> list[Path]:
    declared = ConfigParser()
    declared.read(ROOT / "setup.cfg", encoding="utf-8")
    packages = declared["compiled"]
    return [
        ROOT / package.replace(".", "/") / f"{name}.py" for package in packages for name in packages[package].split()
    ]


def test_each_module_is_listed_once() -> None:
    assert len(set(listed())) == len(listed()) > 100


def test_the_listed_modules_can_be_compiled() -> None:
    assert [path.name for path in listed() if "cached_property" in path.read_text(encoding="utf-8")] == []
