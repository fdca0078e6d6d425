"""What setup.cfg cannot say: with RACI_COMPILE=1 a wheel holds modules that mypyc compiled.

These are the modules in which the time of extraction goes; ``[compiled]`` of setup.cfg lists them. That asks for a
compiler of C. Without the variable nothing is compiled, and no compiler is asked for.
"""

from __future__ import annotations

import os
import sys
from configparser import ConfigParser
from pathlib import Path

from setuptools import Extension, setup

#: brings mypyc
COMPILER = "mypy>=1.15"
#: the commands that build; others ask what raci is called and needs, or make the sdist
BUILDING = {"bdist_wheel", "build_ext"}


def sources() -> list[str]:
    """The paths of the modules to compile."""
    declared = ConfigParser()
    declared.read(Path(__file__).parent / "setup.cfg", encoding="utf-8")
    listed = declared["compiled"]
    return [f"{package.replace('.', '/')}/{name}.py" for package in listed for name in listed[package].split()]


def compiled() -> list[Extension]:
    """The modules as C, each for itself: in one they take many times as long to compile."""
    from mypyc.build import mypycify

    checked = ["--config-file=", "--follow-imports=silent", "--ignore-missing-imports"]
    return mypycify([*checked, *sources()], opt_level="1", debug_level="0", separate=True)


wanted = os.environ.get("RACI_COMPILE") == "1"
setup(
    setup_requires=[COMPILER] if wanted else [],
    ext_modules=compiled() if wanted and not BUILDING.isdisjoint(sys.argv) else [],
    options={"build_ext": {"parallel": os.cpu_count()}},
)
