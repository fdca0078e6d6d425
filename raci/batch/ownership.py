"""Who writes a store: one run at a time, known by a token that its workers look at before they write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from raci.batch.job import RUN
from raci.errors import OptionError, WriteError, reason_of

__all__ = ["own_store"]


@contextmanager
def own_store(folder: Path, token: str) -> Iterator[None]:
    """While this is open, the store in a folder is this run's, told by its ``token``.

    A run that was killed owns nothing any more. Raises OptionError where another one is at work on this machine,
    WriteError where nothing can be written.
    """
    path = folder / RUN
    file = _begun(path, token)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        file.close()


def _begun(path: Path, token: str) -> IO[str]:
    """The file that says whose the store is, locked, with the token in it."""
    try:
        file = path.open("a+", encoding="ascii")
        if not _locked(file):
            file.close()
            what = "另一个 raci corpus 正在写这个库"
            raise OptionError(what, place=path.parent, remedy="请等它完成，或用 -o 换一个文件夹")
        file.seek(0)
        file.truncate()
        file.write(token)
        file.flush()
    except OSError as error:
        raise WriteError(f"写不出（{reason_of(error)}）", place=path, remedy="请用 -o 换一个文件夹") from error
    return file


def _locked(file: IO[str]) -> bool:
    """Whether the file is this process's alone now; also where the system has no such locks."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
