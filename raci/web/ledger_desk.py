"""The ledger by click: made of the plans that were chosen, handed out to the bodies, filled from what came back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from raci.errors import OptionError
from raci.ledgers.collecting import answers
from raci.outputs.ledger import LedgerRun, LedgerWishes, run_ledger
from raci.outputs.ledger_files import is_whole_ledger
from raci.web.handouts import HandedFile, zipped
from raci.web.projects.plan import PlanState
from raci.web.uploads import DroppedFile

__all__ = ["CollectedLedger", "collected", "ledger_and_parts", "ledger_workbook"]

_NAME = "台账.xlsx"
#: days for which letters are written of what falls due
_REMINDED = 15
#: findings that are told on the page; all stand in the workbook
_MOST_TOLD = 200


@dataclass(frozen=True, slots=True)
class CollectedLedger:
    """What came of returned workbooks: lines that say it, findings, who has not answered, files to take away."""

    said: tuple[str, ...]
    findings: tuple[str, ...]
    silent: tuple[str, ...]
    files: tuple[HandedFile, ...]


def ledger_workbook(states: Sequence[PlanState]) -> HandedFile:
    """台账.xlsx of the plans as they stand."""
    with _folder() as folder:
        run_ledger([state.analysis for state in states], (), LedgerWishes(folder / _NAME))
        return HandedFile(_NAME, (folder / _NAME).read_bytes())


def ledger_and_parts(states: Sequence[PlanState]) -> HandedFile:
    """台账.xlsx with a workbook and a Word page for each body, as one zip: what comes back belongs to that ledger."""
    with _folder() as folder:
        wishes = LedgerWishes(folder / _NAME, split=folder / "下发")
        run_ledger([state.analysis for state in states], (), wishes)
        return HandedFile("台账和填报表.zip", _zipped(folder))


def collected(files: Sequence[DroppedFile]) -> CollectedLedger:
    """Merge returned workbooks (and archives of them) into the ledger that is among the files.

    Raises OptionError where there is none among them, or several, and what ``raci.ledger`` raises.
    """
    with _folder() as folder:
        returned = folder / "回填"
        returned.mkdir()
        ledgers = []
        for number, file in enumerate(files):
            path = returned / (file.name if not (returned / file.name).exists() else f"{number}-{file.name}")
            path.write_bytes(file.data)
            if is_whole_ledger(path):
                ledgers.append(path)
        if len(ledgers) != 1:
            what = "选的文件里没有台账" if not ledgers else f"选的文件里有 {len(ledgers)} 份台账"
            raise OptionError(what, place=files[0].name, remedy="请把一份台账.xlsx 和收回的填报表一起选上")
        name = ledgers[0].name
        book = ledgers[0].rename(folder / name)
        some = any(returned.iterdir())
        run = run_ledger(
            (), [book], LedgerWishes(book, collect=returned if some else None, remind=_REMINDED, html=True)
        )
        page = book.with_suffix(".html")
        handed = [HandedFile(name, book.read_bytes()), HandedFile(page.name, page.read_bytes())]
        letters = next((path for path in folder.iterdir() if path.is_dir() and path != returned), None)
        if letters is not None:
            handed.append(HandedFile(f"{letters.name}.zip", _zipped(letters)))
        return CollectedLedger(*_told(run), tuple(handed))


def _told(run: LedgerRun) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    ledger = run.shown
    names = ledger.by_id()
    counts = f"{len(ledger.plans)} 份文件，{sum(1 for _ in ledger.tasks())} 项任务；已有填报的 {len(ledger.filled)} 项"
    findings = ("：".join(filter(None, (each.place, each.task, each.message))) for each in ledger.findings)
    silent = (f"{names[each.body].label}（{each.word}）" for each in answers(ledger) if each.word != "已回")
    return (counts, *ledger.news), tuple(findings)[:_MOST_TOLD], tuple(silent)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="raci-serve-") as made:
        yield Path(made)


def _zipped(folder: Path) -> bytes:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return zipped((path.relative_to(folder).as_posix(), path) for path in paths)
