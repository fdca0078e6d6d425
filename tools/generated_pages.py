"""Files that a tool makes: written, or with --check compared with what the tool would write."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["write_or_check"]


def write_or_check(page: Path, text: str) -> int:
    """Write the file, or with --check compare it; 1 where it is stale."""
    if "--check" not in sys.argv[1:]:
        page.write_text(text, encoding="utf-8", newline="\n")
    elif not page.is_file() or page.read_text(encoding="utf-8") != text:
        print(f"{page.parent.name}/{page.name} 已过时：请运行 python tools/{Path(sys.argv[0]).name}", file=sys.stderr)
        return 1
    return 0
