"""Refuse a wheel that holds less, or more, of the package than git does.

git ls-files raci | python tools/wheel_contents.py WHEEL
"""

from __future__ import annotations

import sys
from zipfile import ZipFile


def main() -> int:
    """Compare; 1 where they differ."""
    with ZipFile(sys.argv[1]) as wheel:
        packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    # git quotes names outside ASCII unless told not to; none of the package's files has one
    wanted = set(sys.stdin.read().split("\n")) - {""}
    for name in sorted(wanted - packed):
        print(f"missing in the wheel: {name}")
    for name in sorted(packed - wanted):
        print(f"in the wheel, not in git: {name}")
    print(f"{len(packed)} files")
    return int(packed != wanted)


if __name__ == "__main__":
    sys.exit(main())
