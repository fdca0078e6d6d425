"""Patterns whose codes are kept beside the bytecode: the same as compiled anew, whatever befalls the file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from raci.model import pattern_codes
from raci.model.pattern_codes import compiled, keep_codes, toml_table

SOURCES = [
    ("财政|税务|审计", 0),
    (r"(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月)?(日)?", 0),
    ("[一二三四五六七八九十百]{1,3}[、.．]", 0),
    (r"(?<=[一-鿿])[-—](?=[一-鿿])|[^（）]*$", 0),
    ("raci|Straße", re.IGNORECASE),
    ("^\\s*第.条", re.MULTILINE),
    ("(?i:ab)c # 注", re.VERBOSE),
    ("", 0),
]
TEXT = "第一条 财政税务审计2025年6月十二、甲-乙（丙） RACI strasse abc"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the codes are kept in this test; nothing is there."""
    place = tmp_path / "__pycache__" / "codes.patterns"
    monkeypatch.setattr(pattern_codes, "_file", lambda: place)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    begin_process(monkeypatch)
    return place


def begin_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what this process knows, as a new one would."""
    kept = pattern_codes._KeptCodes()
    monkeypatch.setattr(pattern_codes, "_kept", lambda: kept)


def compile_all() -> None:
    for source, flags in SOURCES:
        kept, expected = compiled(source, flags), re.compile(source, flags)
        assert (kept.pattern, kept.flags, kept.groupindex) == (expected.pattern, expected.flags, expected.groupindex)
        assert [found.span() for found in kept.finditer(TEXT)] == [found.span() for found in expected.finditer(TEXT)]


def test_kept_patterns_are_those_that_re_compiles(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all()
    keep_codes()
    assert file.is_file()
    begin_process(monkeypatch)
    monkeypatch.setattr(pattern_codes, "_compile", lambda *_: pytest.fail("compiled again"))
    compile_all()
    match = compiled(*SOURCES[1]).search("至2025年6月")
    assert match is not None
    assert match.groupdict() == {"y": "2025", "m": "6"}
    assert compiled(*SOURCES[1]).groupindex == re.compile(SOURCES[1][0]).groupindex


def test_kept_tables_are_those_that_tomllib_parses_and_each_caller_has_its_own(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'words = ["牵头", "配合"]\n[[rule]]\nid = "一"\n'
    table = tomllib.loads(text)
    assert toml_table(text) == table
    keep_codes()
    begin_process(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(tomllib, "loads", lambda _: pytest.fail("parsed again"))
        toml_table(text)["words"].clear()
        assert toml_table(text) == table
    changed = text.replace("配合", "协助")
    assert toml_table(changed) == tomllib.loads(changed)


def test_a_table_with_a_day_is_parsed_and_the_others_are_kept(file: Path) -> None:
    assert toml_table("day = 2026-11-27") == {"day": date(2026, 11, 27)}
    toml_table("day = 27")
    keep_codes()
    assert len(pattern_codes._read(file)) == 1
    with pytest.raises(tomllib.TOMLDecodeError):
        toml_table("day = ")


@pytest.mark.parametrize("spoil", [b"", b"raci", b"raci cpython 00000000 little 1 4\n00000000\n", None])
def test_a_file_that_is_not_as_it_should_be_is_not_used(
    file: Path, monkeypatch: pytest.MonkeyPatch, spoil: bytes | None
) -> None:
    compile_all()
    keep_codes()
    data = bytearray(file.read_bytes())
    data[-3] ^= 1
    file.write_bytes(bytes(data) if spoil is None else spoil)
    begin_process(monkeypatch)
    compile_all()
    keep_codes()
    assert file.read_bytes()[-3:] != bytes(data[-3:])  # written anew


def test_codes_that_the_engine_refuses_are_compiled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not file.exists()
    kept = pattern_codes._KeptCodes()
    kept.known["财政", 0] = (32, b"\xff" * 8, 0, {}, (None,))
    monkeypatch.setattr(pattern_codes, "_kept", lambda: kept)
    assert compiled("财政").search("市财政局")


def test_another_inside_of_re_is_no_fault(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError("_sre")

    monkeypatch.setattr(pattern_codes, "_engine", missing)
    compile_all()
    keep_codes()
    assert not file.exists()


def test_a_faulty_pattern_is_told_as_re_tells_it(file: Path) -> None:
    assert not file.exists()
    with pytest.raises(re.error, match="unterminated character set"):
        compiled("[一")


def test_nothing_is_written_where_bytecode_is_not(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compile_all()
    keep_codes()
    assert not file.exists()


def test_old_patterns_do_not_pile_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_codes, "_MOST", 10)
    for number in range(30):
        compiled(f"第{number}条")
    keep_codes()
    begin_process(monkeypatch)
    compile_all()
    keep_codes()
    assert set(pattern_codes._read(file)) == set(SOURCES)


def test_the_file_stands_beside_the_bytecode_and_is_written_once(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path)
    plan = tmp_path / "方案.txt"
    plan.write_text("青溪县绿道方案\n一、整修绿道。（牵头单位：县水利局）\n", encoding="utf-8")
    command = [sys.executable, "-m", "raci", "extract", str(plan), "--format", "jsonl"]
    first = subprocess.run(command, env=environment, capture_output=True, check=True)
    (found,) = tmp_path.rglob("*.patterns")
    written = found.stat().st_mtime_ns
    second = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert second.stdout == first.stdout != b""
    assert found.stat().st_mtime_ns == written
