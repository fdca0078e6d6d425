"""Chunks: about as large as is asked for, and stable where files are added."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from raci.batch.chunks import Chunk, chunks_of
from raci.batch.sources import InputFile, Unit


def units(names: list[str]) -> list[Unit]:
    return [(InputFile(name),) for name in sorted(names)]


def cut(names: list[str], size: int) -> list[Chunk]:
    return list(chunks_of(units(names), size))


NAMES = [f"语料/{number:05}.txt" for number in range(5000)]


@given(st.lists(st.text(min_size=1), unique=True, max_size=60), st.integers(1, 9))
def test_all_units_are_there_in_order(names: list[str], size: int) -> None:
    chunks = cut(names, size)
    assert [unit for chunk in chunks for unit in chunk] == units(names)
    assert all(0 < len(chunk) <= 2 * size for chunk in chunks)


def test_chunks_are_about_as_large_as_asked_for() -> None:
    for size in (1, 10, 200):
        assert 0.7 * size <= len(NAMES) / len(cut(NAMES, size)) <= 1.4 * size


def test_a_file_that_is_added_changes_few_chunks() -> None:
    before = set(cut(NAMES, 100))
    for name in ("语料/00000a.txt", "语料/02500a.txt", "语料/9.txt"):
        assert len(set(cut([*NAMES, name], 100)) - before) <= 4


def test_a_group_is_not_parted() -> None:
    group = tuple(InputFile(f"{number}.txt") for number in range(30))
    assert list(chunks_of([group, (InputFile("z.txt"),)], 4)) == [(group,), ((InputFile("z.txt"),),)]
