"""The reader of what LibreOffice must open first: .doc, .wps, .rtf, .odt, .ods.

It runs without a window, with a profile of its own that runs no macros and follows no links, and with a time limit.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.magic import OLE, detect_suffix

__all__ = ["read"]

#: seconds that a conversion may take
_LIMIT = 120
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a file that LibreOffice turns into one that is read here.

    Raises ReadError where LibreOffice is missing, cannot open the file (broken, a password), or takes too long.
    """
    suffix = detect_suffix(data) or Path(name).suffix.lower()
    if not data.startswith((OLE, b"{\\rtf", b"PK")):
        # a text in the clothes of an old Office file
        from raci.readers.formats.text import read as read_text

        return read_text(data, name)
    target = ".xlsx" if suffix == ".ods" else ".docx"
    converted = _converted(data, name, suffix if suffix != ".wps" else ".doc", target)
    documents: list[Document] = import_module(f"raci.readers.registry{target}").read(converted, name)
    note = f"由 LibreOffice 转成 {target} 后读取"
    return [replace(each, format=suffix[1:], notes=(note, *each.notes)) for each in documents]


def _program() -> str | None:
    """LibreOffice, where it is installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _converted(data: bytes, name: str, suffix: str, target: str) -> bytes:
    program = _program()
    if program is None:
        remedy = "请安装 LibreOffice，或用 Word、WPS 另存为 .docx（表格另存为 .xlsx）后再用"
        raise ReadError(f"读 {suffix} 文件需要 LibreOffice", place=name, remedy=remedy)
    with tempfile.TemporaryDirectory(prefix="raci-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder, f"in{suffix}"), Path(folder, "profile")
        source.write_bytes(data)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        command = [program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}"]
        command += ["--convert-to", target[1:], "--outdir", folder, str(source)]
        _run(command, name)
        result = Path(folder, f"in{target}")
        if not result.is_file():
            remedy = "文件可能有密码或不完整，请用 Word、WPS 打开，另存为 .docx 后再用"
            raise ReadError("LibreOffice 打不开", place=name, remedy=remedy)
        return result.read_bytes()


def _run(command: list[str], name: str) -> None:
    silent = subprocess.DEVNULL
    # of a group of its own, so that what it starts ends with it
    process = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    try:
        process.wait(_LIMIT)
    except subprocess.TimeoutExpired as error:
        remedy = "请用 Word、WPS 打开，另存为 .docx 后再用"
        raise ReadError(f"LibreOffice 转换超过 {_LIMIT} 秒", place=name, remedy=remedy) from error
    finally:
        if process.poll() is None:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
