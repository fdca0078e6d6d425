"""``raci check --list`` and ``--explain``: the checks themselves, listed or explained."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.streams import put_bytes
from raci.config.clock import now
from raci.errors import OptionError
from raci.model.findings import SEVERITIES

if TYPE_CHECKING:
    from raci.analysis.checks.values import Check

__all__ = ["show_checks"]


def show_checks(wanted: Collection[str], explain: str | None, form: str | None, output: str | None) -> None:
    """The list of the checks that are wanted, or all that is known of one, on the screen or in a file.

    Raises OptionError, with the list, where ``explain`` is no check, and for a format in which checks are not listed.
    """
    from raci.analysis.checks import CHECKS, require_checks
    from raci.writers.findings.check_list import CHECK_LIST_FORMATS

    if explain is not None:
        require_checks([explain], "--explain")
        wanted = {explain}
    checks = [known for known in CHECKS if known.id in wanted]
    chosen = form or _by_suffix(output)
    if explain is not None and chosen in (None, "table"):
        data = "".join(f"{line}\n" for line in _explanation(checks[0])).encode()
    elif render := CHECK_LIST_FORMATS.get(chosen or "table"):
        data = render(checks, now())
    else:
        remedy = f"可用：{'、'.join(CHECK_LIST_FORMATS)}"
        raise OptionError(f"检查项不能列成 {chosen}", place="--format", remedy=remedy)
    if output is not None:
        from raci.atomic import write_file

        write_file(Path(output), data)
        click.echo(output)
    elif chosen == "xlsx":
        put_bytes(data)
    else:
        sys.stdout.write(data.decode())


def _by_suffix(output: str | None) -> str | None:
    """The format that a file's suffix stands for; None where no file is given. Raises OptionError for others."""
    from raci.writers.findings.check_list import suffix_of_list

    if output is None:
        return None
    chosen = suffix_of_list(Path(output).suffix)
    if chosen is None:
        raise OptionError("从文件名看不出格式", place=output, remedy="请用后缀 .txt、.jsonl、.xlsx 之一，或加 --format")
    return chosen


def _explanation(known: Check) -> Iterator[str]:
    yield f"{known.id}　{known.title}（{SEVERITIES[known.severity].word}）"
    yield f"为什么：{known.why}"
    yield f"怎么办：{known.remedy}"
    if known.source:
        yield f"依据：{known.source}"
    for word, texts in (("查出", known.finds), ("不查出", known.passes)):
        for text in texts:
            yield f"{word}的例子："
            yield from (f"    {line}" for line in text.splitlines())
