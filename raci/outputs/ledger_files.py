"""The workbooks of a ledger as files: which is one, what is in it, what came back in others."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from raci.errors import RaciError, ReadError, WriteError, reason_of
from raci.ledgers.own_workbook import LedgerRecord, with_filled_sheet
from raci.ledgers.returned import PART_HEADS, PartRecord, ReturnedFile
from raci.ledgers.sheets import read_filled
from raci.ledgers.values import FIELDS, Ledger, LedgerFinding
from raci.readers.formats.workbook_sheets import WorkbookSheet
from raci.storage import sheet_names
from raci.storage.marks import LEDGER_MARK, PART_MARK
from raci.storage.record import unpack_as

__all__ = ["is_ledger", "is_whole_ledger", "load_ledger", "load_returned", "refuse_if_open"]

#: filled cells that are read of a workbook: 总表 of 20,000 tasks has fewer
_MOST_CELLS = 1_500_000
#: the suffixes of workbooks of today's Excel, and of others that come back
_XLSX, _OTHERS = (".xlsx", ".xlsm"), (".xls", ".et", ".ods", ".xlsb")
#: what the files in an archive may hold together, in bytes
_LARGEST_ZIP = 500_000_000
#: how programs mark a workbook that is open: beside it, under these names
_OPEN_NAMES = ("~$", ".~")
_LOCKS = ("~${name}", ".~lock.{name}#", ".~{name}")


def is_ledger(path: Path) -> bool:
    """Whether a file is the workbook of a ledger: by its hidden sheet, looked at without reading it."""
    if path.suffix.lower() not in _XLSX:
        return False
    try:
        with zipfile.ZipFile(path) as package:
            return f'"{sheet_names.LEDGER_RECORD}"'.encode() in package.read("xl/workbook.xml")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


def is_whole_ledger(path: Path) -> bool:
    """Whether it is the ledger itself rather than the workbook of one body."""
    if not is_ledger(path):
        return False
    with zipfile.ZipFile(path) as package:
        return f'"{sheet_names.TOTAL}"'.encode() in package.read("xl/workbook.xml")


def refuse_if_open(path: Path) -> None:
    """Raises WriteError where a workbook is open elsewhere: what is typed there would be lost."""
    for lock in _LOCKS:
        if (path.parent / lock.format(name=path.name)).exists():
            raise WriteError("正在别处打开", place=path, remedy="请存盘、关闭后再运行，以免丢掉正在填的内容")


def load_ledger(path: Path, today: date) -> Ledger:
    """The ledger in a workbook, with what people filled in there; what is strange becomes its findings.

    Raises ReadError where it cannot be read, is the workbook of one body, or its record is gone.
    """
    data = _bytes(path)
    sheets = {sheet.title: sheet for sheet in _sheets(data, path, (sheet_names.TOTAL, sheet_names.LEDGER_RECORD))}
    try:
        record = unpack_as(LedgerRecord, _texts(sheets.get(sheet_names.LEDGER_RECORD)), LEDGER_MARK)
    except ValueError as fault:
        remedy = "请用上一份台账，或用各文件重新生成后再 --collect 各单位的填报表"
        raise ReadError(f"台账里的记录用不了：{fault}", place=path, remedy=remedy) from fault
    total = sheets.get(sheet_names.TOTAL)
    heads = ("文件", "任务", "牵头单位", "责任单位", "完成时限", *FIELDS.values())
    ledger = with_filled_sheet(record, read_filled(total, heads) if total else None, path.name, today)
    added = [title for title in _titles(data, path) if title not in (*record.sheets, sheet_names.LEDGER_RECORD)]
    if added:
        message = f"自己加的工作表“{'、'.join(added)}”不带入新的台账，留在备份里"
        ledger = replace(ledger, findings=(*ledger.findings, LedgerFinding("加的工作表", message, path.name)))
    return ledger


def load_returned(folder: Path, own: Path | None) -> list[ReturnedFile]:
    """The workbooks in a folder, whatever it holds; what cannot be used says why. ``own`` is the ledger itself.

    Raises ReadError where there is no such folder.
    """
    if folder.is_file():
        return [_returned(folder, folder.name)]
    if not folder.is_dir():
        raise ReadError("没有这个文件夹", place=folder, remedy="请给出放着各单位填报表的文件夹")
    found = []
    others: dict[str, list[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if own is not None and path.resolve() == own.resolve():
            continue
        name, suffix = str(path.relative_to(folder)), path.suffix.lower()
        if suffix not in (*_XLSX, *_OTHERS, ".zip") and not path.name.startswith(_OPEN_NAMES):
            others.setdefault(suffix, []).append(name)
            continue
        found += _zipped(path, name) if path.suffix.lower() == ".zip" else [_returned(path, name)]
    return [*found, *(_no_workbooks(suffix, names) for suffix, names in others.items())]


def _no_workbooks(suffix: str, names: Sequence[str]) -> ReturnedFile:
    """What is said of all files of one kind that are no workbooks: the Word pages that went out with them, mostly."""
    first = names[0] if len(names) == 1 else f"{names[0]} 等 {len(names)} 个文件"
    message = f"不是填报表（{suffix or '没有后缀'}），没有并入；写在里面的请转填到下发的工作簿"
    return ReturnedFile(names[0], fault=LedgerFinding("看不懂的回填", message, first, quote="、".join(names)))


def _zipped(path: Path, name: str) -> list[ReturnedFile]:
    """The workbooks in an archive, as people mail them."""
    found = []
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in members) > _LARGEST_ZIP:
                message = "压缩包过大，没有并入；请解压后再用"
                return [ReturnedFile(name, fault=LedgerFinding("读不了的回填", message, name))]
            for info in members:
                inner = f"{name}/{_member_name(info)}"
                found.append(_returned_data(archive.read(info), inner))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as fault:
        message = f"压缩包读不了（{type(fault).__name__}），没有并入；请解压后再用"
        found.append(ReturnedFile(name, fault=LedgerFinding("读不了的回填", message, name)))
    return found


def _member_name(info: zipfile.ZipInfo) -> str:
    """The name of a file in an archive; Windows of old wrote it in GBK."""
    if info.flag_bits & 0x800:
        return info.filename
    with suppress(UnicodeError):
        return info.filename.encode("cp437").decode("gbk")
    return info.filename


def _returned(path: Path, name: str) -> ReturnedFile:
    try:
        data = _bytes(path)
    except RaciError as fault:
        return ReturnedFile(name, fault=LedgerFinding("读不了的回填", f"{fault.what}；没有并入", name))
    return _returned_data(data, name)


def _returned_data(data: bytes, name: str) -> ReturnedFile:
    path = Path(name)
    suffix = path.suffix.lower()
    if path.name.startswith(_OPEN_NAMES):
        message = "有人正打开着这个填报表，可能还没有存盘；已存盘的部分照读"
        return ReturnedFile(name, fault=LedgerFinding("正在打开", message, name))
    if suffix not in (*_XLSX, *_OTHERS):
        return _no_workbooks(suffix, [name])
    try:
        if suffix in _XLSX and {sheet_names.TOTAL, sheet_names.LEDGER_RECORD} <= set(_titles(data, path)):
            message = "这是台账本身，不是某个单位的填报表，没有并入"
            return ReturnedFile(name, fault=LedgerFinding("看不懂的回填", message, name))
        sheets = _sheets(data, path, None)
    except RaciError as fault:
        return ReturnedFile(name, fault=LedgerFinding("读不了的回填", f"{fault.what}；没有并入", name))
    except Exception as fault:  # a returned file that trips a reader must not stop the others
        return ReturnedFile(name, fault=LedgerFinding("读不了的回填", f"{type(fault).__name__}，没有并入", name))
    return _parsed(sheets, name, _has_comments(data))


def _has_comments(data: bytes) -> bool:
    """Whether somebody wrote comments on cells: they are not read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return any("comments" in name.lower() for name in package.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def _parsed(sheets: Sequence[WorkbookSheet], name: str, has_comments: bool) -> ReturnedFile:
    record = None
    notes: list[LedgerFinding] = []
    if has_comments:
        notes.append(LedgerFinding("没有读到的内容", "有批注，没有读；请打开看", name))
    hidden = next((sheet for sheet in sheets if sheet.title == sheet_names.LEDGER_RECORD), None)
    try:
        record = unpack_as(PartRecord, _texts(hidden), PART_MARK)
    except ValueError as fault:
        if hidden is not None:
            notes.append(LedgerFinding("编号缺失", f"填报表里的记录用不了（{fault}），按行里的编号对应", name))
    read = [
        filled
        for sheet in sheets
        if sheet is not hidden and (filled := read_filled(sheet, (*PART_HEADS, *FIELDS.values())))
    ]
    with_rows = [sheet for sheet in read if sheet.rows]
    main = max(with_rows, key=lambda sheet: sum(row.id is not None for row in sheet.rows), default=None)
    others = [sheet for sheet in with_rows if sheet is not main]
    if main is not None and others:
        rows = tuple(row for sheet in (main, *others) for row in sheet.rows)
        names = "、".join(sheet.title for sheet in others)
        notes.append(LedgerFinding("加的工作表", f"工作表“{names}”里也有填报，一并读了", name))
        main = replace(main, rows=rows)
    notes += [LedgerFinding("没有读到的内容", note, name) for sheet in with_rows for note in sheet.notes]
    return ReturnedFile(name, record, main, None, tuple(notes))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=path, remedy="请检查路径与权限") from error


def _titles(data: bytes, path: Path) -> list[str]:
    from raci.readers.formats.xlsx import sheet_titles

    return sheet_titles(data, str(path))


def _sheets(data: bytes, path: Path, wanted: Sequence[str] | None) -> list[WorkbookSheet]:
    if data[:2] == b"PK" and path.suffix.lower() in _XLSX:
        from raci.readers.formats.xlsx import read_sheets

        return read_sheets(data, str(path), lambda title: wanted is None or title in wanted, _MOST_CELLS)
    from raci.readers.formats import calamine

    return calamine.read_sheets(data)


def _texts(sheet: WorkbookSheet | None) -> list[str]:
    """The texts in the first column of the sheet of a record."""
    if sheet is None:
        return []
    texts = {cell.row: cell.text for cell in sheet.cells if cell.column == 0}
    return [texts.get(row, "") for row in range(max(texts, default=-1) + 1)]
