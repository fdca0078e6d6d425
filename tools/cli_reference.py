"""Write docs/cli.md from the help of every command; ``--check`` only says whether it is up to date.

python tools/cli_reference.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.testing import CliRunner

from raci.cli.app import COMMANDS, cli

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEAD = """# 命令行

这一页由 `python tools/cli_reference.py` 从 `--help` 生成，请勿手改。
"""


def reference() -> str:
    """The page: the help of ``raci`` and of each of its commands."""
    parts = [HEAD]
    for command in ("", *COMMANDS):
        result = CliRunner().invoke(cli, [*command.split(), "--help"], prog_name="raci", terminal_width=100)
        if result.exit_code:
            raise click.ClickException(result.output)
        parts.append(f"## {f'raci {command}'.strip()}\n\n```text\n{result.stdout.strip()}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Write the page, or with --check compare it; 1 where it is stale."""
    page = reference()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page:
        print("docs/cli.md 已过时：请运行 python tools/cli_reference.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
