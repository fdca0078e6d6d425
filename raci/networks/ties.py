"""The backbones of a network of bodies, as networks of their own: the ties whose p is below the level asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.networks.backbone import disparities
from raci.networks.projections.loads import tasks_with_bodies
from raci.networks.sdsm import sdsm
from raci.networks.slice import Slice

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["BACKBONE_RULES", "BackboneRule", "kept", "with_p"]


@dataclass(frozen=True, slots=True)
class BackboneRule:
    """A rule for backbones: its title, how it works (Chinese, English), the papers that it is from."""

    title: str
    definition: str
    definition_en: str
    sources: tuple[str, ...]


BACKBONE_RULES: Mapping[str, BackboneRule] = MappingProxyType(
    {
        "disparity": BackboneRule(
            "差异过滤",
            "边 ij 在点 i 的 p 值为 (1 − w_ij/s_i)^(k_i − 1)（s 为强度，k 为度），取两端较小的一个；"
            "只有一条边的一端不作判断；p 小于显著性水平的边留下",
            "The p of tie ij at node i is (1 − w_ij/s_i)^(k_i − 1), s being strength and k degree; the smaller of both "
            "ends counts, an end of degree one says nothing; ties with p below the level are kept",
            ("Serrano et al. 2009",),
        ),
        "sdsm": BackboneRule(
            "随机度序列模型（SDSM）",
            "零模型是单位—任务二模网络的二部配置模型：各单位的任务数、各任务的单位数在期望上与实际相同的最大熵模型；"
            "两个单位的共同任务数服从泊松二项分布，精确计算；p 为不少于实际共同任务数的概率"
            "（单侧，没有作多重比较校正）；p 小于显著性水平的边留下",
            "The null is the bipartite configuration model of organisations and tasks, the maximum-entropy model whose "
            "expected degrees are those observed; the number of shared tasks of a pair then is Poisson-binomial and "
            "computed exactly; p is the chance of as many or more (one-sided, not corrected for multiple comparisons); "
            "ties with p below the level are kept",
            ("Neal 2014", "Neal et al. 2021", "Saracco et al. 2015"),
        ),
    }
)


def with_p(graph: nx.Graph[str], part: Slice, rule: str) -> dict[tuple[str, str], float]:
    """The p of each tie of the network of shared tasks; a pair is as the graph's edges give it.

    Raises OptionError where the null model of ``sdsm`` does not converge.
    """
    pairs = list(graph.edges())
    if rule == "disparity":
        index = {node: number for number, node in enumerate(graph)}
        ties = [(index[first], index[second], int(graph.edges[first, second]["weight"])) for first, second in pairs]
        return dict(zip(pairs, disparities(ties), strict=True))
    found = sdsm([bodies for _, bodies, _ in tasks_with_bodies(part)])
    return {(first, second): found[min(first, second), max(first, second)] for first, second in pairs}


def kept(graph: nx.Graph[str], rule: str, alpha: float) -> nx.Graph[str]:
    """The ties whose p (the attribute ``p_RULE``) is below ``alpha``, with all nodes."""
    backbone = graph.copy()
    backbone.remove_edges_from(
        [(first, second) for first, second, data in graph.edges(data=True) if data[f"p_{rule}"] >= alpha]
    )
    return backbone
