"""Files turned by LibreOffice into a format that is read here.

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
from pathlib import Path

from raci.errors import ReadError

__all__ = ["convert"]

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


def convert(data: bytes, name: str, suffix: str, target: str) -> bytes:
    """The file in the format ``target``, a suffix as ``suffix`` is.

    Raises ReadError where LibreOffice is missing, cannot open the file (broken, a password), or takes too long.
    """
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


def _program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    return program or next((path for path in _INSTALLED if Path(path).is_file()), None)


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
