"""Work that takes long is told on a terminal all the time, in a log now and then."""

from __future__ import annotations

import io
import sys

import pytest

from raci.cli.progress_line import EVERY, ProgressLine


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_log_short_work_is_silent_and_long_work_has_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = 0.0
    line = ProgressLine(lambda: now)
    for number in range(10):
        now += EVERY / 3
        line.show(f"第 {number} 个")
    line.clear()
    assert capsys.readouterr().err.splitlines() == ["第 2 个", "第 5 个", "第 8 个"]


def test_on_a_terminal_each_word_takes_the_place_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = ProgressLine()
    line.show("甲")
    line.show("乙")
    line.clear()
    line.clear()
    assert terminal.getvalue() == "\r甲\x1b[K\r乙\x1b[K\r\x1b[K"
