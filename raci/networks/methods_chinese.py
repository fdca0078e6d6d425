"""The Chinese half of methods.md: what was done, in paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from raci._version import __version__
from raci.networks.provenance import origin_chinese, unknown_chinese
from raci.networks.study import NetworkStudy
from raci.networks.study_facts import FEW_DOCUMENTS, backbone_rules, estimated, projections, small_windows
from raci.networks.ties import BACKBONE_RULES

__all__ = ["chinese"]

_BY = {
    "body": "同一地区的一个单位是一个点",
    "function": "各地、各级职能相同的单位合为一个点",
    "function-level": "同一级职能相同的单位合为一个点",
}
_WINDOW = {
    "year": "成文年份",
    "level": "文件所属的层级",
    "place": "文件所属的地区",
    "issuer": "印发机关（联合印发的文件各窗口都计入）",
}


def chinese(study: NetworkStudy, skipped: Mapping[str, str]) -> Iterator[str]:
    """The lines, an empty one behind each paragraph. ``skipped`` are the files that were not written, each with why."""
    for word, sentences in (
        ("数据", _data(study)),
        ("节点", _nodes(study)),
        ("边和权重", _ties(study)),
        ("骨架", _backbones(study)),
        ("窗口", _windows(study)),
        ("指标", _measures(study)),
        ("没有写出的文件", (f"{file}（{why}）；" for file, why in skipped.items())),
    ):
        if words := "".join(sentences):
            yield f"**{word}。**{words.rstrip('；')}{'。' if words.endswith('；') else ''}"
            yield ""


def _data(study: NetworkStudy) -> Iterator[str]:
    facts = study.facts
    yield (
        f"由 raci {__version__} 从 {facts['documents']} 份文件中读出，共 {facts['tasks']} 项任务，其中 "
        f"{facts['tasks_with_bodies']} 项有计入的单位，"
        f"单位在任务中的分工 {facts['parts']} 条（一个单位在一项任务中只算一条）。全文相同的文件只计一份。"
    )
    yield from origin_chinese(study)
    yield "正文与附件表所说的同一任务只算一项；责任人等个人不计"
    yield f"（{facts['left_out_persons']} 条）；标注之外由行文读出、任务另有标注的不计。"
    if study.options.roles:
        yield f"只计角色 {'、'.join(study.options.roles)}，其余 {facts['left_out_other_roles']} 条不计。"


def _nodes(study: NetworkStudy) -> Iterator[str]:
    options, facts = study.options, study.facts
    yield f"{_BY[options.by]}，共 {facts['bodies']} 个"
    if options.collectives:
        yield f"，其中集体名称（各县区、各部门等）{facts['collective_bodies']} 个。"
        if options.by != "body":
            yield "集体名称不分地区，说法相同的是一个点；只看单位之间的关系可不计（--without-collectives）。"
    else:
        yield f"；集体名称不计，去掉其分工 {facts['left_out_collectives']} 条。"
    if options.by == "body":
        yield "没有写明地区的名称，按所在文件的地区区分。"
    yield from unknown_chinese(study)
    yield "机构改革中职能有增减的，改革前后是不同的点（如环境保护局与生态环境局），跨年份比较时请注意。"


def _ties(study: NetworkStudy) -> Iterator[str]:
    for title, definition, _ in projections(study):
        yield f"{title}：{definition}。"


def _backbones(study: NetworkStudy) -> Iterator[str]:
    for rule in backbone_rules(study):
        known = BACKBONE_RULES[rule]
        yield f"{known.title}（显著性水平 {study.options.alpha}）：{known.definition}。"


def _windows(study: NetworkStudy) -> Iterator[str]:
    options, facts = study.options, study.facts
    if options.window:
        yield f"窗口按{_WINDOW[options.window]}划分，共 {len(study.windows) - 1} 个；"
        yield f"{facts['documents_in_no_window']} 份文件不知道（或不在所列时期），只计入全部。"
        if few := small_windows(study):
            yield f"其中 {few} 个窗口不到 {FEW_DOCUMENTS} 份文件，其指标不宜单独解释"
            yield "（可用 --periods 合成时期）。" if options.window == "year" else "。"
    if facts["windows_not_compared"]:
        yield f"窗口之间的变化只比较文件最多的几个，其余 {facts['windows_not_compared']} 个没有比较。"


def _measures(study: NetworkStudy) -> Iterator[str]:
    yield "代码本没有另外注明的由 networkx 计算（Hagberg 等 2008）。"
    yield "最短路的长度为各边 1/权重之和（权重表示远近，不是距离）。"
    yield f"社群用 Louvain 方法（加权，分辨率 1，随机种子 {study.options.seed}）。各指标的定义和出处见 codebook.md。"
    for place, pivots in estimated(study).items():
        yield f"{place} 太大，中介中心度由 {pivots} 个随机起点估计（Brandes & Pich 2007），接近中心度没有计算。"
