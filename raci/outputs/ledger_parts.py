"""What goes out of a ledger: a workbook and a Word page for each body, letters about what is overdue or falls due."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from raci.atomic import prepare_folder, write_file, write_folder
from raci.config.ledger_words import ledger_words
from raci.errors import OptionError
from raci.ledgers.lights import ADJUSTED, DONE, last_due, light_of
from raci.ledgers.tables.by_body import BodyTask, of_body, tasks_to_fill
from raci.ledgers.values import Ledger, LedgerBody
from raci.writers.file_names import UniqueFileNames
from raci.writers.ledger.docx import letter, part_page
from raci.writers.ledger.part import render_part

__all__ = ["Due", "due_tasks", "parts", "write_letters", "write_parts"]

#: the earliest time that a zip can state
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Due:
    """What is overdue or falls due, of one body."""

    body: LedgerBody
    overdue: tuple[BodyTask, ...]
    soon: tuple[BodyTask, ...]


def parts(ledger: Ledger, today: date, made_at: datetime, only: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the workbook and of the Word page of each body (``only`` these), the busiest first."""
    bodies = ledger.by_id()
    names = UniqueFileNames()
    for body_id, own in tasks_to_fill(ledger, only).items():
        body = bodies[body_id]
        table = of_body(ledger, body, own, today)
        name = names.of(body.label, "单位")
        yield f"{name}.xlsx", render_part(ledger, body, table, today, made_at)
        yield f"{name}.docx", part_page(body, table, today, made_at)


def write_parts(ledger: Ledger, target: Path, today: date, made_at: datetime, only: Collection[str] = ()) -> list[Path]:
    """Write the workbooks and pages of all bodies into a folder, or into a zip; the paths of what was written.

    What is there already is not written over: it may have been filled in. Raises OptionError for a zip or a workbook
    of that name, WriteError where nothing can be written.
    """
    if target.suffix.lower() == ".zip":
        if target.exists():
            raise OptionError("已有这个压缩包", place=target, remedy="请换一个文件名；收回的填报表用 --collect 汇总")
        write_file(target, _zipped(parts(ledger, today, made_at, only), made_at))
        return [target]
    made = dict(parts(ledger, today, made_at, only))
    there = [name for name in made if (target / name).exists()]
    if there:
        what = f"其中已有 {there[0]} 等 {len(there)} 个文件，可能已经填过"
        raise OptionError(what, place=target, remedy="请换一个空文件夹")
    prepare_folder(target)
    write_folder(target, made)
    return [target / name for name in made]


def due_tasks(ledger: Ledger, today: date, days: int, only: Collection[str] = ()) -> list[Due]:
    """What is overdue, and what falls due within so many days, by body; done tasks are left out."""
    bodies = ledger.by_id()
    found = []
    for body_id, own in tasks_to_fill(ledger, only).items():
        overdue, soon = [], []
        for item in sorted(own, key=lambda item: last_due(item[1]) or date.max):
            due = last_due(item[1])
            light = light_of(item[1], ledger.filled.get(item[1].id), today, ledger.soon)
            if due is None or light in (DONE, ADJUSTED):
                continue
            left = (due - today).days
            if left < 0:
                overdue.append(item)
            elif left <= days:
                soon.append(item)
        if overdue or soon:
            found.append(Due(bodies[body_id], tuple(overdue), tuple(soon)))
    return found


def write_letters(
    ledger: Ledger, folder: Path, days: int, today: date, made_at: datetime, only: Collection[str] = ()
) -> list[Path]:
    """Write a 督办单 to each body with overdue tasks, and a 提醒函 to each with tasks that fall due soon."""
    words = ledger_words().letters
    names = UniqueFileNames()
    made: dict[str, bytes] = {}
    for due in due_tasks(ledger, today, days, only):
        name = names.of(due.body.label, "单位")
        for key, own in (("overdue", due.overdue), ("soon", due.soon)):
            if own:
                data = letter(words[key], due.body, list(own), today, days, made_at)
                made[f"{words[key].name}_{name}.docx"] = data
    if not made:
        return []
    prepare_folder(folder)
    write_folder(folder, made)
    return [folder / name for name in made]


def _zipped(made: Iterator[tuple[str, bytes]], made_at: datetime) -> bytes:
    out = io.BytesIO()
    stamp = max(made_at.timetuple()[:6], _ZIP_EPOCH)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made:
            archive.writestr(zipfile.ZipInfo(name, stamp), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
