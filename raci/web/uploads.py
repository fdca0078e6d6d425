"""Files that come in: streamed to the disk where they are large, counted, and cut off where they are too large."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request

from raci.readers.registry import LARGEST
from raci.web.replies import Refused

if TYPE_CHECKING:
    from starlette.types import Message, Receive

__all__ = ["DroppedFile", "dropped_files"]

#: files that may come in one request
_MOST_FILES = 60
_LONGEST_NAME = 120


class DroppedFile:
    """A file that came in: its name, without folders, and its bytes."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data


async def dropped_files(request: Request, most: int = _MOST_FILES) -> tuple[list[DroppedFile], FormData]:
    """The files of a form, ``most`` at a time, and the form.

    Raises Refused where it is none, or holds too much, or nothing.
    """
    counted = Request(request.scope, _counting(request.receive))
    try:
        form = await counted.form(max_files=most, max_fields=20, max_part_size=200_000)
    except (MultiPartException, HTTPException) as error:
        raise Refused("上传的内容读不出来，或文件太多") from error
    except ClientDisconnect as error:
        raise Refused("上传中断了") from error
    files = [
        DroppedFile(_plain_name(part.filename or ""), await part.read())
        for part in form.getlist("file")
        if isinstance(part, UploadFile)
    ]
    if not files:
        raise Refused("没有文件")
    return files, form


def _counting(receive: Receive) -> Receive:
    """Receives until more bytes came than any file may have."""
    total = 0

    async def receiving() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > LARGEST:
            raise Refused(f"超过 {LARGEST // 1024 // 1024} MB，请拆分后再用", 413)
        return message

    return receiving


def _plain_name(name: str) -> str:
    """The name of a file as it may stand in a path: no folders, no characters out of sight."""
    plain = PurePath(name.replace("\\", "/")).name
    plain = "".join(char for char in plain if char.isprintable() and char not in '<>:"|?*').strip(" .")
    suffix = PurePath(plain).suffix[:12]
    return (plain[: _LONGEST_NAME - len(suffix)] if len(plain) > _LONGEST_NAME else plain) or "未命名"
