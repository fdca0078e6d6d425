"""One input file: its bytes, and what tells its content from any other."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from raci.batch.sources import InputFile, Loader
from raci.errors import ReadError

WORDS = "（责任单位：县水利局）".encode()


def test_a_file_at_an_address_comes_over_the_network_once(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = pytest.importorskip("fsspec").filesystem("memory")
    memory.pipe("/网上/方案.txt", WORDS)
    asked = []
    read = memory.cat_file
    monkeypatch.setattr(type(memory), "cat_file", lambda _, path: asked.append(path) or read(path))
    loader, file = Loader(""), InputFile("memory://网上/方案.txt")
    assert loader.content(file).sha256 == hashlib.sha256(WORDS).hexdigest()
    assert loader.load(file) == WORDS
    assert loader.content(file).bytes == len(WORDS)
    assert len(asked) == 1


@pytest.mark.parametrize("room", [0, len(WORDS), 3 * len(WORDS)])
def test_what_has_no_room_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    monkeypatch.setattr("raci.batch.sources._MOST_KEPT", room)
    files = [InputFile(f"{number}.txt") for number in range(4)]
    for file in files:
        (tmp_path / file.source).write_bytes(WORDS)
    loader = Loader(str(tmp_path))
    for file in files:
        loader.content(file)
    assert [loader.load(file) for file in files] == [WORDS] * 4


def test_the_content_is_that_of_what_was_read_last(tmp_path: Path) -> None:
    file, path = InputFile("方案.txt"), tmp_path / "方案.txt"
    path.write_bytes(WORDS)
    loader = Loader(str(tmp_path))
    loader.content(file)
    path.write_bytes(WORDS * 2)
    assert loader.load(file) == WORDS  # kept
    assert loader.content(file).bytes == len(WORDS)
    assert loader.load(file) == WORDS * 2
    assert loader.content(file).bytes == 2 * len(WORDS)


def test_what_is_not_there_is_told_when_it_is_loaded(tmp_path: Path) -> None:
    loader, file = Loader(str(tmp_path)), InputFile("没有.txt")
    assert loader.content(file).fault
    with pytest.raises(ReadError):
        loader.load(file)
