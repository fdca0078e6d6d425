"""Files that appear whole or not at all: written beside, flushed to the disk, then renamed.

What is no file (a pipe, a device) is written through; a link leads to the file that is written. What a run that was
killed left beside is swept away by the next one.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from raci.errors import WriteError

__all__ = ["flush_folder", "prepare_folder", "write_file", "write_folder"]


#: what ``_beside`` names a stage; one that is older by so many seconds was left by a run that was killed
_STAGE, _STALE = re.compile(r"\.raci-[0-9a-f]{12}\.tmp"), 3600
#: names of open streams, whatever these lead to
_STREAM_PLACES = ("/dev/stdout", "/dev/stderr", "/dev/fd", "/proc")


def prepare_folder(folder: Path) -> None:
    """Make the folder where it is missing, and check that files can be written into it.

    Raises WriteError where they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = _beside(folder / "raci")
        probe.mkdir()
        _sweep(probe)
        probe.rmdir()
    except (OSError, UnicodeEncodeError) as error:
        raise _fault(error, folder) from error


def write_file(path: Path, data: bytes | memoryview, *, thorough: bool = True) -> None:
    """Write one file; a file of that name is replaced at the last moment, a pipe or a device written through.

    ``thorough`` looks for what killed runs left beside, and makes the new name last through a power cut: too slow for
    one file after another in a folder of thousands, where one that is missing is noticed and made again.

    Raises WriteError, and then no file has changed.
    """
    try:
        is_stream = _is_stream(path)
        path = path if is_stream else path.resolve()
        if is_stream:
            with path.open("wb") as out:
                out.write(data)
            return
    except (OSError, RuntimeError, UnicodeEncodeError) as error:  # links that lead in a circle are one or the other
        raise _fault(error, path) from error
    stage = _beside(path)
    try:
        _write(stage, data)
        if thorough:
            _sweep(stage)
        stage.replace(path)
        if thorough:
            flush_folder(path.parent)
    except (OSError, UnicodeEncodeError) as error:
        raise _fault(error, path) from error
    finally:
        with suppress(OSError):
            stage.unlink()


def write_folder(folder: Path, files: Mapping[str, bytes], outdated: Collection[str] = ()) -> None:
    """Write all files (name → bytes) into a folder, or none of them; ``a/b`` is the file b in the folder a of it.

    A new folder appears with all of its files at once. In one that exists, files of these names are
    replaced, those named in ``outdated`` removed, others left alone; where that fails midway, what stood there
    before is put back.

    Raises WriteError, and then nothing has changed.
    """
    stage = _beside(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage.mkdir()
        _sweep(stage)
        for name, data in files.items():
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            _write(stage / name, data)
        if folder.exists():
            _swap(stage, folder, list(files), [name for name in outdated if name not in files])
        else:
            stage.rename(folder)
        flush_folder(folder.parent)
    except (OSError, UnicodeEncodeError) as error:
        raise _fault(error, folder) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, folder: Path, names: list[str], outdated: list[str]) -> None:
    """Move the staged files over those in the folder; undo it all where one cannot be moved."""
    backup = stage / "backup"
    backup.mkdir()
    existing = {name for name in (*names, *outdated) if (folder / name).exists()}
    for name in existing:
        # a copy, so that there is never a moment without the file
        (backup / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / name, backup / name)
    done: list[str] = []
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(folder / name)
            done.append(name)
        for name in outdated:
            if name in existing:
                (folder / name).unlink()
                done.append(name)
    except OSError:
        for name in done:
            if name in existing:
                (backup / name).replace(folder / name)
            else:
                (folder / name).unlink()
        raise


def _is_stream(path: Path) -> bool:
    """Whether a path names what is no file on a disk: a pipe, a device, an open stream of this process."""
    if any(path.absolute().is_relative_to(place) for place in _STREAM_PLACES):
        return True
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _beside(path: Path) -> Path:
    return path.parent / f".raci-{secrets.token_hex(6)}.tmp"


def _sweep(stage: Path) -> None:
    """Removes what killed runs left in the folder of a new stage: their stages, where they are older by an hour.

    The disk tells the time, as it may be another machine's.
    """
    with suppress(OSError):
        newest = stage.stat().st_mtime - _STALE
        with os.scandir(stage.parent) as entries:
            stale = [
                entry
                for entry in entries
                if _STAGE.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < newest
            ]
        for entry in stale:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            elif entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink(missing_ok=True)


def _write(path: Path, data: bytes | memoryview) -> None:
    with path.open("xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def flush_folder(folder: Path) -> None:
    """Make what was renamed in a folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_REASONS = {
    errno.EACCES: ("没有写入权限", "请关闭正打开这些文件的程序，或用 -o 换一个文件夹"),
    errno.EPERM: ("没有写入权限", "请关闭正打开这些文件的程序，或用 -o 换一个文件夹"),
    errno.EROFS: ("磁盘是只读的", "请用 -o 换一个文件夹"),
    errno.ENOSPC: ("磁盘已满", "请腾出空间后重试"),
    errno.EDQUOT: ("超出磁盘配额", "请腾出空间后重试"),
    errno.ENOENT: ("没有这个位置，也不能新建", "请用 -o 换一个文件夹"),
    errno.ENOTDIR: ("不是文件夹", "请用 -o 换一个文件夹"),
    errno.EEXIST: ("不是文件夹", "请用 -o 换一个文件夹"),
    errno.EISDIR: ("是文件夹，不是文件", "请用 -o 换一个文件名"),
    errno.ELOOP: ("链接绕成一圈", "请用 -o 换一个文件夹"),
    errno.ENAMETOOLONG: ("路径太长", "请用 -o 换一个路径较短的文件夹"),
}


def _fault(error: OSError | RuntimeError | UnicodeEncodeError, place: Path) -> WriteError:
    if isinstance(error, UnicodeEncodeError):  # a locale of ASCII alone
        reason = f"系统的编码 {error.encoding} 写不出文件名里的字"
        return WriteError(f"写不出（{reason}）", place=place, remedy="请设环境变量 PYTHONUTF8=1 后重试")
    number, words = (error.errno, error.strerror) if isinstance(error, OSError) else (errno.ELOOP, None)
    reason, remedy = _REASONS.get(number or 0, (words or str(error), "请用 -o 换一个文件夹"))
    return WriteError(f"写不出（{reason}）", place=place, remedy=remedy)
