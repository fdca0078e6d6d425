"""The errors that raci reports: one tree, each with its place and its remedy.

They are written for the user: ``str(error)`` is one line, *place: what is wrong; remedy*.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Sequence
from pathlib import Path

__all__ = [
    "DrawError",
    "InternalError",
    "OptionError",
    "OutputError",
    "ProfileError",
    "RaciError",
    "ReadError",
    "RegisterError",
    "RuleError",
    "WriteError",
    "reason_of",
]


#: why the system refuses, in the words of the user
_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EEXIST: "已有同名的文件",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘只能读",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
}


def reason_of(fault: OSError | ValueError) -> str:
    """Why the system, or Python before it, does not open or write a file."""
    if isinstance(fault, OSError):
        return _REASONS.get(fault.errno or 0) or fault.strerror or str(fault)
    return "名称里有不能用的字符" if "null byte" in str(fault) or "null character" in str(fault) else str(fault)


class RaciError(Exception):
    """A fault that the user can mend.

    ``what`` says what is wrong, ``place`` where (a file, ``file:line``, an option), ``remedy`` what to do.
    """

    def __init__(self, what: str, *, place: str | Path = "", remedy: str = "") -> None:
        super().__init__(what, str(place), remedy)
        self.what = what
        self.place = str(place)
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.place, self.remedy), self.__dict__

    def __str__(self) -> str:
        text = f"{self.place}：{self.what}" if self.place else self.what
        if self.remedy:
            text += f"；{self.remedy}"
        return " ".join(text.split())

    def lines(self) -> list[str]:
        """The lines to show to the user: one for each fault."""
        return [str(self)]


def _rebuild(kind: type[RaciError], what: str, place: str, remedy: str) -> RaciError:
    return kind(what, place=place, remedy=remedy)


class InternalError(RaciError):
    """A bug in raci, reported in one line like any other error; the log (``raci``, level DEBUG) holds the traceback."""

    @classmethod
    def of(cls, fault: Exception, place: str | Path = "") -> InternalError:
        """The fault of a bug. With the environment variable RACI_DEBUG set, raises the bug itself instead."""
        if os.environ.get("RACI_DEBUG"):
            raise fault
        logging.getLogger("raci").debug("%s", place, exc_info=fault)
        return cls(
            f"程序内部错误（{type(fault).__name__}：{fault}）",
            place=place,
            remedy="这是 raci 的缺陷，请附上文件和这一行报告；设环境变量 RACI_DEBUG=1 可看到全部经过",
        )


class OptionError(RaciError):
    """An option or argument that cannot be used."""


class ReadError(RaciError):
    """A source that cannot be read."""


class WriteError(RaciError):
    """An output that cannot be written."""


class DrawError(RaciError):
    """A drawing that cannot be made here."""


class OutputError(RaciError):
    """An output that cannot be made of this document, or not with what is installed; others can."""


class RuleError(RaciError):
    """Rule files with faults: ``what`` lists all of them, ``faults`` holds each as an error of its own."""

    faults: tuple[RuleError, ...] = ()

    @classmethod
    def all(cls, faults: Sequence[RuleError]) -> RuleError:
        """Several faults as one."""
        if len(faults) == 1:
            return faults[0]
        places = {fault.place for fault in faults}
        alone = len(places) == 1
        what = "；".join(fault.what if alone else f"{fault.place}：{fault.what}" for fault in faults)
        error = cls(what, place=places.pop() if alone else "", remedy=faults[0].remedy)
        error.faults = tuple(faults)
        return error

    def lines(self) -> list[str]:
        return [str(fault) for fault in self.faults] or [str(self)]


class ProfileError(RaciError):
    """A profile that is unknown or has faults."""


class RegisterError(RaciError):
    """A register file with faults; ``what`` lists all of them."""
