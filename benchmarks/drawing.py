"""How long a drawing of 60 departments × 150 tasks takes, and how that stands to the bare layout of its graph.

    python benchmarks/drawing.py [--short]

The plan is invented (seeded) and goes through the whole of raci as text; reading it is not counted. The bare
layout is dot's (graphviz-pure) where it can be run, else networkx's spring layout: places only, no picture.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter

from corpus import report

import raci
from raci.config.options.draw import DrawOptions
from raci.drawing import compose, dot, render
from raci.pipeline import analyses
from raci.views.grid import Grid, grid

BODIES, TASKS, CHAPTERS = 60, 150, 12
STEMS = [
    "发展改革",
    "教育",
    "科技",
    "财政",
    "公安",
    "民政",
    "司法",
    "自然资源",
    "生态环境",
    "交通运输",
    "水利",
    "农业农村",
    "商务",
    "文化旅游",
    "卫生健康",
    "应急管理",
    "审计",
    "统计",
    "医保",
    "林业",
]
WORK = [
    "完善制度体系",
    "健全协调机制",
    "优化审批流程",
    "推进项目建设",
    "强化要素保障",
    "培育市场主体",
    "加强监督检查",
    "建设数字平台",
]
HAN = "一二三四五六七八九十"


def number(value: int) -> str:
    """1 to 19 in Chinese."""
    return HAN[value - 1] if value <= 10 else f"十{HAN[value - 11]}"


def plan() -> str:
    """An invented plan; departments keep to some chapters, as real ones do, and some are in nearly all."""
    generator = random.Random(20260101)
    names = [f"{level}{stem}{kind}" for level, kind in (("省", "厅"), ("市", "局"), ("县", "办")) for stem in STEMS]
    weights = [1 / (rank + 1) ** 0.7 for rank in range(BODIES)]
    lines = ["白河省重点改革任务分工方案", ""]
    missing = list(names)
    for chapter in range(1, CHAPTERS + 1):
        lines.append(f"{number(chapter)}、{generator.choice(WORK)}")
        own = generator.sample(names, BODIES // 4)
        for task in range(1, (TASKS + chapter - 1) // CHAPTERS + 1):
            bodies: list[str] = [missing.pop()] if missing else []
            while len(bodies) < generator.randint(3, 7):
                name = generator.choice(own) if generator.random() < 0.6 else generator.choices(names, weights)[0]
                if name not in bodies:
                    bodies.append(name)
            duties = f"牵头单位：{bodies[0]}；责任单位：{bodies[1]}；配合单位：{'、'.join(bodies[2:])}"
            lines.append(
                f"（{number(task)}）{generator.choice(WORK)}，{generator.choice(WORK)}。按年度计划抓好落实。（{duties}）"
            )
    return "\n".join(lines) + "\n"


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in seconds."""
    seconds = []
    for _ in range(times):
        begun = perf_counter()
        run()
        seconds.append(perf_counter() - begun)
    return min(seconds)


def layout_only(table: Grid) -> tuple[str, Callable[[], object]]:
    """The layout of the same graph and nothing more."""
    edges = [(f"t{entry.task}", f"b{entry.body}") for entry in table.charted]
    if dot.fault():
        import networkx as nx

        return "networkx spring", lambda: nx.spring_layout(nx.Graph(edges), seed=1)
    lines = "".join(f"{tail} -> {head};" for tail, head in edges)
    text = f'digraph {{ rankdir=LR; splines=false; node [label=""]; {lines} }}'
    return "dot（graphviz-pure）", lambda: dot.place(text, "dot")


def main(short: bool) -> None:
    """Draw, and say how long it took."""
    (analysis,) = analyses(plan())
    table = grid(analysis)
    print(f"{len(table.columns())} 个单位 × {len(table.tasks)} 项任务，{len(table.charted)} 条责任关系")
    times = 1 if short else 5
    name, layout = layout_only(table)
    floor = best(layout, times)
    print(f"只排版（{name}）：{floor:.2f} 秒")
    for kind in ("bipartite", "network"):
        taken = best(partial(render, analysis, DrawOptions(kind)), times)
        report(f"{kind} SVG", taken, "秒", 5, at_least=False)
        print(f"{kind} SVG：只排版的 {taken / floor:.2f} 倍")
    try:
        print(f"bipartite PNG：{best(lambda: render(analysis, DrawOptions(format='png')), 1):.2f} 秒")
    except raci.DrawError as error:
        print(f"bipartite PNG：{error}")
    counts = compose(analysis, DrawOptions()).crossing_counts()
    print(f"连线交叉：{counts['before']} → {counts['after']}")


if __name__ == "__main__":
    main("--short" in sys.argv[1:])
