"""The folder for a computer without internet: what each machine needs, and scripts that its shell can read."""

from __future__ import annotations

import re
import subprocess
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import bundle
import pytest
import wheels
from bundle_targets import TARGETS, closure

WINDOWS, LINUX = TARGETS["windows-x64"].environment("3.12"), TARGETS["linux-arm64"].environment("3.12")


def package(version: str, *needs: str, python: str = "") -> Message:
    metadata = Message()
    metadata["Version"] = version
    metadata["Requires-Python"] = python
    for line in needs:
        metadata["Requires-Dist"] = line
    return metadata


WHEELS = {
    "raci": package("0.1", "click>=8", "tabulate[wide]>=0.9", 'slides; extra == "pptx"', 'maps; extra == "geo"'),
    "click": package("8.1", 'colorama; platform_system == "Windows"', 'old; python_version < "3.12"'),
    "tabulate": package("0.9", 'wcwidth; extra == "wide"'),
    "wcwidth": package("1"),
    "unasked": package("1"),
}


def test_what_only_the_other_machine_needs_is_found() -> None:
    on_windows, on_linux = (closure(WHEELS, ["raci"], one) for one in (WINDOWS, LINUX))
    assert on_windows.missing == ("colorama",)
    assert on_linux.missing == ()
    assert on_linux.there == {"raci", "click", "tabulate", "wcwidth"}


def test_extras_and_versions_count() -> None:
    assert closure(WHEELS, ["raci[pptx]"], LINUX).missing == ("slides",)
    older = {**WHEELS, "click": package("7.0")}
    assert closure(older, ["raci"], LINUX).missing == ("click>=8",)
    assert "old" in closure(WHEELS, ["raci"], TARGETS["linux-x64"].environment("3.11")).missing


@pytest.mark.parametrize("name", TARGETS)
def test_each_machine_has_its_scripts(name: str, tmp_path: Path) -> None:
    values = {"PYTHON": "3.12", "REQUIREMENT": "raci[fonts]==9.9", "VERSION": "9.9"}
    bundle.write_scripts(TARGETS[name], tmp_path, values)
    windows = name.startswith("windows")
    installer = tmp_path / ("安装.bat" if windows else "install.sh")
    text = installer.read_bytes().decode("gbk" if windows else "utf-8")
    assert "--no-index" in text and "raci[fonts]==9.9" in text and "@" not in text.replace("@echo", "")
    assert ("\r\n" in text) == windows
    assert "raci 9.9" in (tmp_path / "使用说明.html").read_text("utf-8")
    for script in tmp_path.rglob("*.sh"):
        subprocess.run(["sh", "-n", str(script)], check=True)


@pytest.fixture
def windows_scripts(tmp_path: Path) -> dict[str, str]:
    values = {"PYTHON": "3.12", "REQUIREMENT": "raci[fonts,web]==9.9", "VERSION": "9.9"}
    bundle.write_scripts(TARGETS["windows-x64"], tmp_path, values)
    found = {path.name: path.read_bytes() for path in tmp_path.rglob("*.bat")}
    assert set(found) == {"安装.bat", "start.bat"}
    assert not any(
        data.startswith(b"\xef\xbb\xbf") or data.count(b"\n") != data.count(b"\r\n") for data in found.values()
    )
    return {name: data.decode("gbk") for name, data in found.items()}


def test_windows_scripts_are_what_cmd_reads(windows_scripts: dict[str, str]) -> None:
    """No Windows is at hand: the code page, quotes, labels, and brackets within blocks are held to what cmd takes."""
    for name, text in windows_scripts.items():
        lines = text.splitlines()
        # the code page is set before the first Chinese character, which cmd would else read by another
        assert lines[1] == "chcp 936 >nul", name
        assert lines[0].isascii()
        labels = {line[1:].split()[0].lower() for line in lines if line.startswith(":")}
        called = {label.lower() for label in re.findall(r"(?:goto|call)\s+:(\w+)", text)}
        assert called == labels
        for line in lines:
            assert line.count('"') % 2 == 0 or 'set "PY="%' in line, line
            # paths of the folder or of the user may hold blanks and Chinese
            bare = re.sub(r'"[^"]*"', "", line)
            assert (
                not re.search(r"%(?:~dp0|CD|PLACE|LOCALAPPDATA|OUT|PYTHON)", bare) or "echo" in line or "set " in line
            ), line
        within = False
        for line in lines:
            if within and line.strip().startswith("echo"):
                assert "(" not in line and ")" not in line, line
            within = line.rstrip().endswith("(") or (within and line.strip() != ")")
        assert not within


def test_the_windows_installer_takes_nothing_from_the_net(windows_scripts: dict[str, str]) -> None:
    [pip] = [line for line in windows_scripts["安装.bat"].splitlines() if "pip install" in line]
    assert "--no-index" in pip and "--isolated" in pip
    assert '--find-links "%CD%\\wheels"' in pip and '"raci[fonts,web]==9.9"' in pip
    assert "http" not in windows_scripts["安装.bat"]
    # what was opened within the zip finds no wheels, and is told what to do
    assert windows_scripts["安装.bat"].index("wheels\\*.whl") < windows_scripts["安装.bat"].index("call :find_python")


def test_the_zip_has_one_folder_with_scripts_that_run_and_a_list_of_hashes(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    (folder / "wheels").mkdir(parents=True)
    (folder / "wheels" / "x-1-py3-none-any.whl").write_bytes(b"x")
    (folder / "install.sh").write_text("#!/bin/sh\n")
    bundle.write_list(folder)
    bundle.pack(folder, tmp_path / "raci-1.zip")
    with ZipFile(tmp_path / "raci-1.zip") as packed:
        entries = {entry.filename: entry.external_attr >> 16 for entry in packed.infolist()}
        packed.extractall(tmp_path)
    assert set(entries) == {f"raci-1/{name}" for name in ("install.sh", "wheels/x-1-py3-none-any.whl", "清单.txt")}
    assert entries["raci-1/install.sh"] & 0o111
    subprocess.run(["sha256sum", "-c", "--quiet", "清单.txt"], cwd=tmp_path / "raci-1", check=True)


def test_a_wheel_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    index = {"click": package("8.1"), "tabulate": package("0.9"), "slides": package("2", python=">=3.13")}

    def chosen(_: object, python: str, wanted: list[str]) -> dict[str, Message] | str:
        for one in wanted:
            if wheels._name(one) not in index or one.endswith("<2"):
                return wheels._name(one)
        return {wheels._name(one): index[wheels._name(one)] for one in wanted}

    monkeypatch.setattr(wheels, "_chosen", chosen)
    own = package("0.1", "click>=8", "lost>=1", 'slides; extra == "pptx"')
    assert wheels.missing_wheels(TARGETS["macos-arm64"], "3.13", own, "pptx") == ["lost>=1"]
    assert wheels.missing_wheels(TARGETS["macos-arm64"], "3.12", own, "pptx") == ["lost>=1", "slides"]


def test_an_unknown_machine_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["bundle.py", "amiga"])
    with pytest.raises(SystemExit):
        bundle.main()
    assert "可用：windows-x64" in capsys.readouterr().err
