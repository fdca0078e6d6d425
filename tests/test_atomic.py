import os
from pathlib import Path

import pytest

from raci import atomic
from raci.atomic import prepare_folder, write_file, write_folder
from raci.errors import WriteError


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def fail_on(monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    """Every rename onto a path with this ending fails, as when Excel holds the file open."""
    straight = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if str(target).endswith(ending) and self.parent.name != "kept":
            raise PermissionError(13, "Permission denied", str(target))
        return straight(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", b"1")
    write_file(tmp_path / "a.txt", b"22")
    assert (tmp_path / "a.txt").read_bytes() == b"22"
    assert names(tmp_path) == {"a.txt"}


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "a.txt", b"old")
    fail_on(monkeypatch, "a.txt")
    with pytest.raises(WriteError, match=r"a\.txt：写不出（没有写入权限）；请关闭"):
        write_file(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == {"a.txt"}


def test_a_new_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "深" / "方案", {"a": b"1", "b": b"2"})
    assert names(tmp_path / "深" / "方案") == {"a", "b"}
    assert names(tmp_path / "深") == {"方案"}


def test_other_people_may_read_what_was_written(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_folder(tmp_path / "方案", {"a": b"1"})
    finally:
        os.umask(mask)
    assert (tmp_path / "方案").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "方案" / "a").stat().st_mode & 0o777 == 0o644


def test_in_a_folder_that_exists_only_the_named_files_change(tmp_path: Path) -> None:
    write_folder(tmp_path / "方案", {"a": b"1", "b": b"2", "旧图": b"3"})
    (tmp_path / "方案" / "批注.docx").write_bytes(b"mine")
    write_folder(tmp_path / "方案", {"a": b"9"}, outdated=["旧图", "从来没有"])
    assert names(tmp_path / "方案") == {"a", "b", "批注.docx"}
    assert (tmp_path / "方案" / "a").read_bytes() == b"9"


def test_nothing_appears_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(WriteError, match="磁盘已满"):
        write_folder(tmp_path / "方案", {"a": b"1"})
    assert names(tmp_path) == set()


def test_all_is_put_back_when_one_of_several_files_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "方案", {"a": b"1", "z.xlsx": b"2"})
    fail_on(monkeypatch, "z.xlsx")
    with pytest.raises(WriteError):
        write_folder(tmp_path / "方案", {"a": b"new", "b": b"new", "z.xlsx": b"new"})
    assert names(tmp_path / "方案") == {"a", "z.xlsx"}
    assert (tmp_path / "方案" / "a").read_bytes() == b"1"
    assert names(tmp_path) == {"方案"}


@pytest.mark.parametrize("act", [prepare_folder, lambda folder: write_folder(folder, {"a": b"1"})])
def test_a_file_where_a_folder_should_be_is_named_with_the_remedy(tmp_path: Path, act) -> None:
    (tmp_path / "占位").write_bytes(b"")
    with pytest.raises(WriteError, match=r"占位.*不是文件夹.*-o") as caught:
        act(tmp_path / "占位" / "里面")
    assert "\n" not in str(caught.value)


def test_ready_makes_the_folder_and_leaves_it_empty(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "a" / "b")
    assert names(tmp_path / "a" / "b") == set()
