"""The reader of formats that LibreOffice converts first: .doc, .wps, .rtf, OpenDocument (also flat), .uot, .xlsb.

LibreOffice runs without a window, with a time limit, and with a profile of its own that runs no macros and follows no
links.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.compound import read_stream
from raci.readers.files.input_formats import OLE, ZIP
from raci.readers.files.magic import detect_format
from raci.readers.formats.docx import read as read_docx
from raci.readers.formats.rtf_size import check_rtf
from raci.readers.formats.xlsx import read as read_xlsx

__all__ = ["convert", "read"]

#: the longest time that a conversion may take, in seconds
_LIMIT = 120
#: what a text that was a web page says it is, and where it says so, in bytes
_WEB_TEXT, _HEAD = b"opendocument.text-web", 200
_INSTALLED = (
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
    detected = detect_format(data)
    if detected is None and not data.startswith(OLE):
        from raci.readers.formats.misnamed import read_misnamed

        return read_misnamed(data, name, is_sheet=False)
    # of a damaged package only the name knows what it was
    suffix = detected.name if detected not in (None, ZIP) else Path(name).suffix.lower()
    if suffix == ".doc" and _is_encrypted(data):
        raise ReadError("有密码", place=name, remedy="请用 Word 或 WPS 打开，去掉密码，另存后再用")
    if data.startswith(b"{\\rtf"):
        check_rtf(data, name)
    is_sheet = suffix in (".ods", ".fods", ".xlsb")
    target = ".xlsx" if is_sheet else ".docx"
    converted = convert(data, name, suffix if suffix != ".wps" else ".doc", target)
    documents = read_xlsx(converted, name) if is_sheet else read_docx(converted, name)
    note = f"由 LibreOffice 转成 {target} 后读取"
    return [replace(document, format=suffix[1:], notes=(note, *document.notes)) for document in documents]


def _is_encrypted(data: bytes) -> bool:
    """Whether a Word file says that it has a password (fEncrypted, [MS-DOC] 2.5.2)."""
    head = read_stream(data, "WordDocument", 12)
    return len(head) == 12 and bool(head[11] & 0x01)


def _program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    return program or next((path for path in _INSTALLED if Path(path).is_file()), None)


def convert(data: bytes, name: str, suffix: str, target: str) -> bytes:
    """The file in the format ``target``, a suffix as ``suffix`` is. Raises ReadError as ``read`` does."""
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
        if _WEB_TEXT in data[:_HEAD]:  # LibreOffice keeps a saved web page as one, which no Word file is made of
            command.append("--infilter=writer8")
        command += ["--convert-to", target[1:], "--outdir", folder, str(source)]
        _run(command, name)
        result = Path(folder, f"in{target}")
        if not result.is_file():
            remedy = "文件可能有密码或不完整，请用 Word、WPS 打开，另存为 .docx 后再用"
            raise ReadError("LibreOffice 打不开", place=name, remedy=remedy)
        return result.read_bytes()


def _run(command: list[str], name: str) -> None:
    silent = subprocess.DEVNULL
    # in a process group of its own, so that the processes it starts end with it
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
