"""Plans on several processors: the same results in the same order, nothing that is said is lost."""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path

import pytest

from raci.errors import DrawError
from raci.outputs.builder import build
from raci.outputs.workers import Task, in_order

forked = pytest.mark.skipif(sys.platform != "linux", reason="只在 Linux 上分进程")

PLANS = [
    f"青原县第{number}项工作方案\n\n一、抓好落实。（牵头单位：县财政局；配合单位：县水利局）\n二、加强督查。（责任单位：县政府办）\n"
    for number in "一二三四五"
]


def work(number: int) -> tuple[int, int]:
    """The number doubled, and the process that did it; later ones are quicker."""
    time.sleep(0.02 * (3 - number % 4))
    if number == 7:
        raise DrawError("七")
    if number == 8:
        logging.getLogger("raci").warning("八 %d", number)
    return 2 * number, os.getpid()


def doubled(items: list[object], processes: int, batch: int = 1) -> list[object]:
    return [item[0] if isinstance(item, tuple) else item for item in in_order(work, items, processes, batch=batch)]


@pytest.mark.parametrize("batch", [1, 4, 50])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_order_and_what_is_no_task_stays_in_its_place(processes: int, batch: int) -> None:
    items = ["a", Task((1,)), None, Task((2,)), Task((3,), movable=False), "b", *(Task((n,)) for n in range(9, 30))]
    assert doubled(items, processes, batch) == ["a", 2, None, 4, 6, "b", *(2 * n for n in range(9, 30))]


@forked
def test_one_task_alone_needs_no_other_process() -> None:
    assert list(in_order(work, [None, Task((1,))], 2)) == [None, (2, os.getpid())]


@forked
def test_two_are_done_by_others_but_for_what_must_stay() -> None:
    done = list(in_order(work, [Task((1,)), Task((2,)), Task((3,), movable=False)], 2))
    assert [process == os.getpid() for _, process in done] == [False, False, True]


@pytest.mark.parametrize(("processes", "batch"), [(1, 1), (2, 1), (2, 3)])
def test_a_fault_is_raised_in_its_turn(processes: int, batch: int) -> None:
    results = in_order(work, [Task((1,)), Task((7,)), Task((2,))], processes, batch=batch)
    assert next(results)[0] == 2
    with pytest.raises(DrawError, match="七"):
        next(results)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_logged_is_heard(processes: int, caplog: pytest.LogCaptureFixture) -> None:
    doubled([Task((1,)), Task((8,))], processes)
    assert [record.getMessage() for record in caplog.records] == ["八 8"]


class Bound:
    """What a program of its own may hand over: it cannot be pickled."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __reduce__(self) -> str:
        raise TypeError("cannot pickle 'Bound' object")


class OddError(Exception):
    """A fault that cannot be made anew from what was pickled of it."""

    def __init__(self, what: str, *, where: str) -> None:
        super().__init__(what)
        self.where = where


def bound(number: int | Bound) -> Bound:
    if number == 7:
        raise OddError("七", where="此处")
    return Bound(number if isinstance(number, int) else number.number)


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_handed_over_is_done_here(processes: int, batch: int, caplog: pytest.LogCaptureFixture) -> None:
    tasks = [Task((Bound(number) if number % 2 else number,)) for number in range(1, 7)]
    assert [one.number for one in in_order(bound, tasks, processes, batch=batch)] == [1, 2, 3, 4, 5, 6]
    told = [record.getMessage() for record in caplog.records]
    assert told == (
        []
        if processes == 1 or sys.platform != "linux"
        else ["规则或选项里有不能交给别的进程的内容（cannot pickle 'Bound' object），改为逐个处理"]
    )


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_that_cannot_be_handed_over_is_raised_all_the_same(processes: int) -> None:
    results = in_order(bound, [Task((1,)), Task((7,)), Task((2,))], processes)
    assert next(results).number == 1
    with pytest.raises(OddError, match="七") as raised:
        next(results)
    assert raised.value.where == "此处"


@pytest.mark.slow
@forked
def test_plans_are_built_alike_by_one_process_and_by_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    sources = [tmp_path / f"{number}.txt" for number in range(len(PLANS))]
    for path, text in zip(sources, PLANS, strict=True):
        path.write_text(text, encoding="utf-8")
    written = []
    for processes in (1, 2):
        output = tmp_path / str(processes)
        results = build([*sources, tmp_path / "none.txt"], output, processes=processes)
        assert [result.ok for result in results] == [True] * len(PLANS) + [False]
        written.append({path.relative_to(output): path.read_bytes() for path in sorted(output.rglob("*.*"))})
    assert written[0] == written[1]
