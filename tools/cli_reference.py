"""Write docs/cli.md from the help of every command; ``--check`` only says whether it is up to date.

python tools/cli_reference.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.testing import CliRunner
from generated_pages import write_or_check

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


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, reference()))
