"""methods.md: how the networks were made, in Chinese and English, out of what was really done."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from platform import python_version

from raci._version import __version__
from raci.networks.measures.measure import NetworkMeasure, NodeMeasure
from raci.networks.measures.nodes import NODE_MEASURES
from raci.networks.measures.references import REFERENCES
from raci.networks.measures.whole import NETWORK_MEASURES
from raci.networks.methods_chinese import chinese
from raci.networks.methods_english import english
from raci.networks.provenance import made_by_rows
from raci.networks.study import NetworkStudy
from raci.networks.ties import BACKBONE_RULES

__all__ = ["methods", "used_measures"]


def methods(study: NetworkStudy, skipped: dict[str, str]) -> str:
    """The page. ``skipped`` are the files that were not written, each with why."""
    sources = sorted(_sources(study))
    lines = [
        "# 方法 / Methods",
        "",
        "由 raci 按这一次实际做的写出，可照抄进论文的方法一节，请核对后使用。",
        "",
        "## 中文",
        "",
        *chinese(study, skipped),
        "## English",
        "",
        *english(study, skipped),
        "## 参数 / Parameters",
        "",
        *_parameters(study),
        "",
        "## 参考文献 / References",
        "",
        *(f"- {REFERENCES[source]}" for source in sources),
    ]
    return "\n".join(lines) + "\n"


def used_measures(study: NetworkStudy) -> tuple[list[NodeMeasure], list[NetworkMeasure]]:
    """The measures that stand in the tables of the study."""
    return (
        [measure for measure in NODE_MEASURES if measure.column in study.nodes],
        [measure for measure in NETWORK_MEASURES if measure.column in study.measures],
    )


def _parameters(study: NetworkStudy) -> Iterator[str]:
    options = study.options
    yield "| 参数 | 值 |"
    yield "| --- | --- |"
    yield f"| raci | {__version__} |"
    yield f"| Python | {python_version()} |"
    yield from (f"| {package} | {version(package)} |" for package in ("networkx", "numpy", "pandas"))
    values = {
        "by": options.by,
        "window": options.window or "（不分）",
        "periods": "、".join(f"{first}-{last}" for first, last in options.periods) or "（不分）",
        "roles": "、".join(sorted(options.counted_roles)),
        "collectives": "计入" if options.collectives else "不计",
        "topics": f"{len(options.topics)} 个词" if options.topics else "章节",
        "backbones": "、".join(options.backbones) or "（不做）",
        "alpha": options.alpha,
        "seed": options.seed,
        "made_at": f"{options.made_at:%Y-%m-%d}",
    }
    yield from (f"| {name} | {value} |" for name, value in (*values.items(), *made_by_rows(study)))


def _sources(study: NetworkStudy) -> set[str]:
    """The papers that what was done is from."""
    nodes, whole = used_measures(study)
    used = {measure.source for measure in nodes} | {measure.source for measure in whole}
    used |= {
        source
        for network in study.networks.values()
        if network.backbone
        for source in BACKBONE_RULES[network.backbone].sources
    }
    used.discard("")
    used.add("Hagberg et al. 2008")
    if study.facts["estimated"]:
        used.add("Brandes & Pich 2007")
    return used
