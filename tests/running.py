"""Run ``raci`` as a person does: another process, its two streams, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PLAN = """青溪县护河行动方案
一、清理河道。对全县主要河道开展漂浮物清理。（牵头单位：县水利局；配合单位：县城管局）
二、严查排污。对沿河企业逐一排查。（责任单位：县林业局、县公安局）
"""

#: a text in which nobody is named
SILENT = """青溪县护河倡议
一、爱护河流。人人都是护河员。
"""


def raci(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """What ``raci ARGUMENTS`` says, and its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "raci", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        timeout=120,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
