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


def doubled(items: list[object], processes: int) -> list[object]:
    return [item[0] if isinstance(item, tuple) else item for item in in_order(work, items, processes)]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_order_and_what_is_no_task_stays_in_its_place(processes: int) -> None:
    items = ["a", Task((1,)), None, Task((2,)), Task((3,), movable=False), "b", *(Task((n,)) for n in range(9, 30))]
    assert doubled(items, processes) == ["a", 2, None, 4, 6, "b", *(2 * n for n in range(9, 30))]


@forked
def test_one_task_alone_needs_no_other_process() -> None:
    assert list(in_order(work, [None, Task((1,))], 2)) == [None, (2, os.getpid())]


@forked
def test_two_are_done_by_others_but_for_what_must_stay() -> None:
    done = list(in_order(work, [Task((1,)), Task((2,)), Task((3,), movable=False)], 2))
    assert [process == os.getpid() for _, process in done] == [False, False, True]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_is_raised_in_its_turn(processes: int) -> None:
    results = in_order(work, [Task((1,)), Task((7,)), Task((2,))], processes)
    assert next(results)[0] == 2
    with pytest.raises(DrawError, match="七"):
        next(results)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_logged_is_heard(processes: int, caplog: pytest.LogCaptureFixture) -> None:
    doubled([Task((1,)), Task((8,))], processes)
    assert [record.getMessage() for record in caplog.records] == ["八 8"]


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
