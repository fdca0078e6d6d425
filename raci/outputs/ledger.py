"""The public function for many plans in one list: ``raci.ledger``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from raci.atomic import write_file
from raci.config.clock import now
from raci.config.rule_files import Rules
from raci.errors import OptionError
from raci.garbage import collection_paused
from raci.ledgers.collecting import with_returned
from raci.ledgers.merging import new_ledger, with_like_tasks, with_plans
from raci.ledgers.selection import LedgerPart, bodies_named, selected
from raci.ledgers.values import Ledger, LedgerFinding
from raci.model import Analysis, Document
from raci.outputs.ledger_files import is_ledger, load_ledger, load_returned, refuse_if_open
from raci.outputs.ledger_parts import write_letters, write_parts
from raci.pipeline import Source, analyses
from raci.register.naming import Naming
from raci.writers.ledger.xlsx import LedgerJob, render_ledger

__all__ = ["LedgerRun", "LedgerWishes", "ledger", "run_ledger"]

#: findings after which the workbook as it was is kept beside the new one: they tell of what does not come along
_LOSES = frozenset(
    ("不认识的行", "加的列", "重复的列", "改动的内容", "加的工作表", "重复的行", "清空的填报", "台账表头")
)


@dataclass(frozen=True, slots=True)
class LedgerWishes:
    """What is to be done with a ledger besides adding plans to it.

    ``path`` is its workbook (None: nothing is written), ``part`` what of it is shown there, ``today`` the day against
    which time limits are compared, ``soon`` the days before a limit in which it is near (None: as before).
    ``collect`` is the folder of what came back, ``split`` the folder or zip for the workbooks to fill in, ``remind``
    the days for which letters are written, ``html`` whether a page is.
    """

    path: Path | None = None
    part: LedgerPart = LedgerPart()
    today: date | None = None
    soon: int | None = None
    collect: Path | None = None
    split: Path | None = None
    remind: int | None = None
    html: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRun:
    """What a run gives: the ledger, the part that was asked for, the files that were written, a note on the part.

    ``only`` are the bodies (ids) of the ``department`` that was asked for, to which alone things are handed out.
    """

    ledger: Ledger
    shown: Ledger
    today: date
    files: tuple[Path, ...] = ()
    note: str = ""
    only: frozenset[str] = frozenset()


def ledger(  # noqa: PLR0913  the public face: a keyword for each option of ``raci ledger``
    sources: Source | Path | Iterable[Source] = (),
    *,
    path: Path | str | None = None,
    department: str = "",
    since: date | None = None,
    until: date | None = None,
    today: date | None = None,
    soon: int | None = None,
    collect: Path | str | None = None,
    split: Path | str | None = None,
    remind: int | None = None,
    html: bool = False,
    rules: Rules = (),
    naming: Naming | None = None,
) -> Ledger:
    """Many plans in one list: who is to do what by when over all of them, what was filled in, what came back.

    ``sources`` are documents of every kind that ``raci.analyses`` takes, workbooks that raci wrote, and at most one
    workbook of a ledger, to which the others are added. With ``path`` the workbook is written there; one that stands
    there already is gone on with: what was filled in stays, and ``Ledger.news`` tells what is new, changed or gone.
    ``department``, ``since`` and ``until`` (days between which a task falls due) narrow what its sheets show, not
    what it keeps. ``today`` is the day of the lights, ``soon`` the days before a limit in which it is near (30).

    ``collect`` is a folder of workbooks that bodies filled in, ``split`` a folder or a zip for those that they are to
    fill in, each with a Word page; with ``remind`` letters are written for what is overdue or falls due within so many
    days, with ``html`` a page to look at, both beside ``path``. What needs an eye stands in ``Ledger.findings``.

    Raises OptionError for wishes that do not go together, ReadError and WriteError for files that cannot be read or
    written, or are open elsewhere, and what ``raci.analyse`` raises.
    """
    wishes = LedgerWishes(
        Path(path) if path is not None else None,
        LedgerPart(department, since, until),
        today,
        soon,
        Path(collect) if collect is not None else None,
        Path(split) if split is not None else None,
        remind,
        html,
    )
    plans: list[Analysis] = []
    known: list[Path] = []
    for source in _each(sources):
        if isinstance(source, str | Path) and is_ledger(Path(source)):
            known.append(Path(source))
        else:
            plans += analyses(source, rules=rules, naming=naming)
    return run_ledger(plans, known, wishes).shown


@collection_paused()
def run_ledger(plans: Sequence[Analysis], known: Sequence[Path], wishes: LedgerWishes) -> LedgerRun:
    """Add plans to a ledger (``known``: the workbooks of ledgers that were given), and do what is wished with it.

    Raises as ``ledger`` does.
    """
    made_at = now()
    today = wishes.today or made_at.date()
    base = _base(known, wishes)
    if base is not None:
        refuse_if_open(base)
    path = wishes.path or base
    if path is not None and path.suffix.lower() != ".xlsx":
        raise OptionError("台账是 .xlsx 工作簿，不能写成别的格式", place=path, remedy="请用 -o 台账.xlsx 这样的文件名")
    found = load_ledger(base, today) if base is not None else None
    kept = found.findings if found is not None else ()
    loses = any(finding.kind in _LOSES for finding in kept)
    if found is None:
        if not plans:
            raise OptionError("没有文件，也没有台账", place="FILE…", remedy="请给出要列入的文件，或已有的台账.xlsx")
        found = new_ledger(plans, made_at.isoformat())
    else:
        found = with_plans(found, plans)
        found = replace(found, findings=(*kept, *found.findings))
    if wishes.soon is not None:
        found = replace(found, soon=_days(wishes.soon, "--soon"))
    if wishes.collect is not None:
        found = with_returned(found, load_returned(wishes.collect, base), today)
    found = with_like_tasks(found)
    return _written(found, wishes, base if loses else None, path, today, made_at)


def _written(
    found: Ledger, wishes: LedgerWishes, losing: Path | None, path: Path | None, today: date, made_at: datetime
) -> LedgerRun:
    """Write what is wished. ``losing`` is the workbook as it was, where not all of it comes along into the new one."""
    shown, note = selected(found, wishes.part)
    only = frozenset(bodies_named(found, wishes.part.department) if wishes.part.department else ())
    files: list[Path] = []
    if (wishes.split is not None or wishes.remind is not None) and not only:
        unnamed = _unnamed(shown)
        found, shown = (replace(each, findings=(*each.findings, *unnamed)) for each in (found, shown))
    if wishes.split is not None:
        found, shown = _sent(found, shown, only)
        files += write_parts(shown, wishes.split, today, made_at, only)
    if path is not None:
        if losing is not None and path.resolve() == losing.resolve():
            backup, finding = _backup(losing, made_at)
            files.append(backup)
            found, shown = (replace(each, findings=(*each.findings, finding)) for each in (found, shown))
        places = {plan.id: place for plan in shown.plans if (place := _seen_from(path, plan.source))}
        write_file(path, render_ledger(LedgerJob(found, shown, today, made_at, wishes.part.words(), places)))
        files.insert(0, path)
    if wishes.html:
        from raci.writers.ledger.page import render_page

        page = (path or Path("台账.xlsx")).with_suffix(".html")
        write_file(page, render_page(shown, today, made_at, wishes.part.words()))
        files.append(page)
    if wishes.remind is not None:
        days = _days(wishes.remind, "--remind")
        beside = path or Path("台账.xlsx")
        # of each day a folder of its own: letters are edited before they are sent
        folder = beside.with_name(f"{beside.stem}-督办提醒-{today.isoformat()}")
        files += write_letters(shown, folder, days, today, made_at, only)
    return LedgerRun(found, shown, today, tuple(files), note, only)


def _base(known: Sequence[Path], wishes: LedgerWishes) -> Path | None:
    """The workbook of the ledger to go on with. Raises OptionError where there are several, or another file."""
    places = {path.resolve(): path for path in known}
    if wishes.path is not None and wishes.path.exists():
        if not is_ledger(wishes.path):
            remedy = "请换一个文件名，或先把它移走；raci 不覆盖别的文件"
            raise OptionError("已有这个文件，但它不是台账", place=wishes.path, remedy=remedy)
        places.setdefault(wishes.path.resolve(), wishes.path)
    if len(places) > 1:
        names = "、".join(str(path) for path in places.values())
        raise OptionError(f"有几份台账：{names}", place="FILE…", remedy="一次只续一份；请只给其中一份")
    return next(iter(places.values()), None)


def _sent(found: Ledger, shown: Ledger, only: frozenset[str]) -> tuple[Ledger, Ledger]:
    """Both with the bodies that get a workbook noted."""
    from raci.ledgers.tables.by_body import tasks_to_fill

    sent = tuple(dict.fromkeys((*found.sent, *tasks_to_fill(shown, only))))
    return replace(found, sent=sent), replace(shown, sent=sent)


def _unnamed(ledger: Ledger) -> list[LedgerFinding]:
    """A finding that lists the bodies to which nothing is handed out, as nobody knows who they are."""
    from raci.ledgers.tables.by_body import unnamed_bodies

    unnamed = unnamed_bodies(ledger)
    if not unnamed:
        return []
    listed = "、".join(f"{body.label}（{count} 项）" for body, count in unnamed.items())
    message = f"{len(unnamed)} 处没有点名，没有给它们做填报表、督办单和提醒函；请问明是哪几家，或在总表里代填"
    return [LedgerFinding("没有点名", message, quote=listed)]


def _backup(base: Path, made_at: datetime) -> tuple[Path, LedgerFinding]:
    backup = base.with_name(f"{base.stem}（改前 {made_at:%Y%m%d-%H%M%S}）{base.suffix}")
    write_file(backup, base.read_bytes())
    message = f"台账里有不能带入的改动（见上），改前的台账留在 {backup.name}"
    return backup, LedgerFinding("备份", message, base.name)


def _seen_from(workbook: Path, source: str) -> str:
    """Where a file stands, seen from the folder of the workbook; empty for what is no file."""
    try:
        file = Path(source)
        if not source or source == "-" or not file.is_file():
            return ""
        return os.path.relpath(file.resolve(), workbook.resolve().parent)
    except (OSError, ValueError):  # another drive of Windows
        return ""


def _days(days: int, place: str) -> int:
    if days < 0:
        raise OptionError(f"天数不能是 {days}", place=place, remedy="请给出 0 或更大的整数，如 15")
    return days


def _each(sources: Source | Path | Iterable[Source]) -> Iterable[Source]:
    if isinstance(sources, Analysis | Document | str | Path):
        return (sources,)
    return sources
