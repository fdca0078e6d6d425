"""codebook.md of a study: which files and columns there are, what they mean, how they are computed, after whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.networks.changes import CHANGE_COLUMNS
from raci.networks.formats import NetworkFormat
from raci.networks.measures.measure import NetworkMeasure, NodeMeasure
from raci.networks.methods import used_measures
from raci.networks.study import NetworkStudy

__all__ = ["codebook"]

_NODE_HEAD = {
    "window": "窗口；全部 为所有文件",
    "network": "网络，见上",
    "node": "点的编号，各窗口相同；与各格式文件中的编号一致",
    "label": "名称",
    "kind": "单位类别（见 raci 的代码本）；合并了几个单位的是第一个的",
    "level": "单位层级；合并了几级的为空",
    "jurisdiction": "所属行政区；合并了几处的为空",
    "collective": "1 为集体名称（各县区、各部门等）",
    "mode": "二模网络：0 为单位，1 为另一模；一模网络为空",
}
_NETWORK_HEAD = {
    "window": "窗口；全部 为所有文件",
    "network": "网络，见上",
    "documents_in_window": "窗口内的文件数",
    "tasks_in_window": "窗口内的任务数，没有单位的也在内",
    "tasks_with_lead": "窗口内有牵头单位的任务数",
    "lead_share": "tasks_with_lead / 有计入单位的任务数",
}
_EDGES = {
    "weight": "权重，见上表",
    "newman": "Σ 1/(n−1)，n 为各共同任务（文件）的单位数",
    "documents": "有共同任务的文件数",
    "leads": "其中牵头的任务数（二模网络）",
    "p_disparity": "差异过滤的 p 值",
    "p_sdsm": "随机度序列模型的 p 值（单侧，没有作多重比较校正）",
    "positions": "在该机构中的身份（见 raci 的代码本）",
}


def codebook(study: NetworkStudy, formats: Sequence[NetworkFormat]) -> str:
    """The page."""
    nodes, whole = used_measures(study)
    lines = [
        "# 代码本",
        "",
        "每个窗口一个文件夹，其中每种网络各有几种格式的文件；各窗口的数据合在几张表里。空格子是没有定义或没有计算。",
        "",
        "## 网络",
        "",
        "| 网络 | 是什么 | 权重 |",
        "| --- | --- | --- |",
        *_networks(study),
        "",
        "## 格式",
        "",
        "| 文件 | 说明 |",
        "| --- | --- |",
        *(f"| {'、'.join(f'`网络{ending}`' for ending in form.endings)} | {form.description} |" for form in formats),
        "",
        "## 边的属性",
        "",
        "| 属性 | 含义 |",
        "| --- | --- |",
        *(f"| `{name}` | {meaning} |" for name, meaning in _EDGES.items()),
        "",
        "## nodes.csv：每个窗口、网络、点一行",
        "",
        *_columns(_NODE_HEAD, nodes),
        "",
        "## networks.csv：每个窗口、网络一行",
        "",
        *_columns(_NETWORK_HEAD, whole),
        "",
        "## changes.csv：两个窗口之间的变化",
        "",
        "| 列 | 含义 |",
        "| --- | --- |",
        *(f"| `{name}` | {meaning} |" for name, meaning in CHANGE_COLUMNS.items()),
    ]
    return "\n".join(lines) + "\n"


def _networks(study: NetworkStudy) -> Iterator[str]:
    seen = {name: network for (_, name), network in study.networks.items()}
    for name, network in seen.items():
        kind = {"one": "一模，无向", "directed": "一模，有向", "two": "二模"}[network.projection.mode]
        yield f"| `{name}` | {network.title}（{kind}） | {network.projection.weight} |"


def _columns(head: dict[str, str], measures: Sequence[NodeMeasure | NetworkMeasure]) -> Iterator[str]:
    yield "| 列 | 名称 | 定义 | 出处 | 由谁计算 |"
    yield "| --- | --- | --- | --- | --- |"
    yield from (f"| `{name}` |  | {meaning} |  |  |" for name, meaning in head.items())
    for measure in measures:
        definition = measure.definition.replace("|", "\\|")
        yield f"| `{measure.column}` | {measure.word} | {definition} | {measure.source} | {measure.by} |"
