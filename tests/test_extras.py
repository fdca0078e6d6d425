"""The lines that install extras name the Python that needs them."""

from __future__ import annotations

import sys

import pytest

from raci.extras import install_line, reinstall_line


def test_the_line_is_for_this_python() -> None:
    assert install_line("ocr") == f'{sys.executable} -m pip install "raci[ocr]"'
    assert reinstall_line("甲", "乙") == f"{sys.executable} -m pip install --force-reinstall 甲 乙"


@pytest.mark.parametrize(
    ("platform", "begin"), [("linux", '"/opt/my venv/python" -m'), ("win32", '& "/opt/my venv/python" -m')]
)
def test_a_path_with_spaces_is_quoted_as_the_shell_wants_it(
    platform: str, begin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/my venv/python")
    monkeypatch.setattr(sys, "platform", platform)
    assert install_line("ocr").startswith(begin)
