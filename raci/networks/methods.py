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
from raci.networks.provenance import (
    made_by_rows,
    origin_chinese,
    origin_english,
    unknown_chinese,
    unknown_english,
)
from raci.networks.study import NetworkStudy
from raci.networks.ties import BACKBONE_RULES
from raci.networks.windows import ALL

__all__ = ["methods", "used_measures"]

_BY = {
    "body": ("同一地区的一个单位是一个点", "each organisation at its place is one node"),
    "function": (
        "各地、各级职能相同的单位合为一个点",
        "organisations of the same function are one node, whatever their place and level",
    ),
    "function-level": ("同一级职能相同的单位合为一个点", "organisations of the same function and level are one node"),
}
_WINDOW = {
    "year": ("成文年份", "year of issue"),
    "level": ("文件所属的层级", "level of government of the document"),
    "place": ("文件所属的地区", "place of the document"),
    "issuer": ("印发机关（联合印发的文件各窗口都计入）", "issuer (a joint document counts in each window)"),
}
_ROLES_EN = {
    "lead": "lead",
    "responsible": "responsible",
    "support": "support",
    "guide": "guide",
    "inform": "informed",
    "approve": "approving",
}


def methods(study: NetworkStudy, skipped: dict[str, str]) -> str:
    """The page. ``skipped`` are the files that were not written, each with why."""
    chinese, english = list(_chinese(study)), list(_english(study))
    for file, why in skipped.items():
        chinese.append(f"没有写出 {file}：{why}。")
        english.append(f"Not written: {file} (too large for the format).")
    sources = sorted(_sources(study))
    lines = [
        "# 方法 / Methods",
        "",
        "由 raci 按这一次实际做的写出，可照抄进论文的方法一节，请核对后使用。",
        "",
        "## 中文",
        "",
        "".join(chinese),
        "",
        "## English",
        "",
        " ".join(english),
        "",
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


def _projections(study: NetworkStudy) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys(name for _, name in study.networks):
        network = study.networks[ALL, name]
        if not network.backbone:
            yield network.title, network.projection.definition, network.projection.definition_en


def _chinese(study: NetworkStudy) -> Iterator[str]:
    options, facts = study.options, study.facts
    yield (
        f"数据由 raci {__version__} 从 {facts['documents']} 份文件中读出，共 {facts['tasks']} 项任务，其中 "
        f"{facts['tasks_with_bodies']} 项有计入的单位，"
        f"单位在任务中的分工 {facts['parts']} 条（一个单位在一项任务中只算一条）。全文相同的文件只计一份。"
    )
    yield from origin_chinese(study)
    yield f"节点：{_BY[options.by][0]}，共 {facts['bodies']} 个"
    yield (
        f"，其中集体名称（各县区、各部门等）{facts['collective_bodies']} 个。"
        if options.collectives
        else f"；集体名称不计，去掉其分工 {facts['left_out_collectives']} 条。"
    )
    if options.by == "body":
        yield "没有写明地区的名称，按所在文件的地区区分。"
    yield from unknown_chinese(study)
    yield "正文与附件表所说的同一任务只算一项；责任人等个人不计"
    yield f"（{facts['left_out_persons']} 条）；标注之外由行文读出、任务另有标注的不计。"
    if options.roles:
        yield f"只计角色 {'、'.join(options.roles)}，其余 {facts['left_out_other_roles']} 条不计。"
    for title, definition, _ in _projections(study):
        yield f"{title}：{definition}。"
    for rule in options.backbones if any(network.backbone for network in study.networks.values()) else ():
        yield f"骨架（{BACKBONE_RULES[rule].title}，显著性水平 {options.alpha}）：{BACKBONE_RULES[rule].definition}。"
    if options.window:
        yield f"窗口按{_WINDOW[options.window][0]}划分，共 {len(study.windows) - 1} 个；"
        yield f"{facts['documents_in_no_window']} 份文件不知道（或不在所列时期），只计入全部。"
    if facts["windows_not_compared"]:
        yield f"窗口之间的变化只比较文件最多的几个，其余 {facts['windows_not_compared']} 个没有比较。"
    yield "最短路的长度为各边 1/权重之和（权重表示远近，不是距离）。社群用 Louvain 方法"
    yield f"（加权，分辨率 1，随机种子 {options.seed}）。各指标的定义和出处见 codebook.md。"
    for place, pivots in dict(facts["estimated"]).items():  # type: ignore[call-overload]  # a mapping in facts
        yield f"{place} 太大，中介中心度由 {pivots} 个随机起点估计（Brandes & Pich 2007），接近中心度没有计算。"


def _english(study: NetworkStudy) -> Iterator[str]:
    options, facts = study.options, study.facts
    yield (
        f"Data were extracted with raci {__version__} from {facts['documents']} documents: {facts['tasks']} tasks, "
        f"of which {facts['tasks_with_bodies']} have organisations that count, with {facts['parts']} "
        "task–organisation pairs. Documents of one full text count once."
    )
    yield from origin_english(study)
    collectives = (
        f" including {facts['collective_bodies']} collective names"
        if options.collectives
        else f"; collective names were left out with their {facts['left_out_collectives']} pairs"
    )
    yield f"Nodes: {_BY[options.by][1]} ({facts['bodies']} nodes{collectives})."
    if options.by == "body":
        yield "Names without a place are told apart by the place of their document."
    yield from unknown_english(study)
    yield (
        "A task named both in the text and in an "
        f"annexed table counts once; individuals ({facts['left_out_persons']}) and what running prose says beside "
        "annotations do not count."
    )
    if options.roles:
        named = ", ".join(_ROLES_EN.get(role, role) for role in options.roles)
        yield f"Only the roles {named} count ({facts['left_out_other_roles']} others left out)."
    for _, _, definition in _projections(study):
        yield f"{definition}."
    for rule in options.backbones if any(network.backbone for network in study.networks.values()) else ():
        yield f"Backbone ({rule}, level {options.alpha}): {BACKBONE_RULES[rule].definition_en}."
    if options.window:
        yield (
            f"Windows are by {_WINDOW[options.window][1]} ({len(study.windows) - 1}); "
            f"{facts['documents_in_no_window']} documents are in none of them and count in the whole only."
        )
    if facts["windows_not_compared"]:
        yield f"Changes compare the largest windows only ({facts['windows_not_compared']} were not compared)."
    yield (
        "Shortest paths are measured in the sum of 1/weight, as weights are closeness, not distance. Communities are "
        f"those of the Louvain method (weighted, resolution 1, seed {options.seed}). Every measure is defined with its "
        "source in codebook.md."
    )
    for place, pivots in dict(facts["estimated"]).items():  # type: ignore[call-overload]  # as above
        yield (
            f"{place} is large: betweenness is estimated from {pivots} random pivots (Brandes & Pich 2007), closeness "
            "was not computed."
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
    if study.facts["estimated"]:
        used.add("Brandes & Pich 2007")
    return used
