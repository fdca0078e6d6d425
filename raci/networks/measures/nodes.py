"""The measures of nodes.

Weights say how close two bodies are, so shortest paths are measured in 1/weight (Newman 2001; Opsahl et al. 2010).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from raci.networks.measures import holes
from raci.networks.measures.brokerage import BROKERAGE_MEASURES
from raci.networks.measures.communities import communities
from raci.networks.measures.measure import DISTANCE, EXACT_DISTANCE, NodeMeasure, Plan, Value, paths_of_two
from raci.networks.measures.paths import between
from raci.networks.projections.projection import DIRECTED, ONE, TWO

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NODE_MEASURES"]


def _attribute(name: str) -> Callable[[nx.Graph[str], Plan], Mapping[str, Value]]:
    def values(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
        return {node: data[name] for node, data in graph.nodes(data=True) if name in data}

    return values


def _lead_share(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return {node: data["leads"] / data["tasks"] for node, data in graph.nodes(data=True) if data.get("tasks")}


def _degree(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return dict(graph.degree())


def _strength(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return dict(graph.degree(weight="weight"))


def _newman(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    # the sum over ties; for those who share no task 0
    return {node: round(float(value), 9) for node, value in graph.degree(weight="newman")}


def _in_degree(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return dict(graph.in_degree())  # type: ignore[attr-defined]  # of a directed network


def _out_degree(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return dict(graph.out_degree())  # type: ignore[attr-defined]  # as above


def _in_strength(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return dict(graph.in_degree(weight="weight"))  # type: ignore[attr-defined]  # as above


def _out_strength(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return dict(graph.out_degree(weight="weight"))  # type: ignore[attr-defined]  # as above


def _betweenness(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    import networkx as nx

    if plan.pivots is not None:
        pivots = min(plan.pivots, len(graph))
        found = nx.betweenness_centrality(graph, k=pivots, normalized=True, weight=EXACT_DISTANCE, seed=plan.seed)
        return dict(found)
    return between(graph, EXACT_DISTANCE)


def _closeness(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    import networkx as nx

    if plan.pivots is not None:
        return {}  # networkx has no estimate of it
    return dict(nx.closeness_centrality(graph, distance=DISTANCE, wf_improved=True))


def _eigenvector(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    import networkx as nx

    largest = max(nx.connected_components(graph), key=lambda part: (len(part), min(part)), default=set())
    if len(largest) < 2:
        return {}
    try:
        return dict(nx.eigenvector_centrality(graph.subgraph(largest), max_iter=5000, tol=1e-10, weight="weight"))
    except nx.PowerIterationFailedConvergence:
        return {}


def _core(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    import networkx as nx

    return dict(nx.core_number(graph))


def _clustering(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return _triangles(graph, None)


def _clustering_weighted(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return _triangles(graph, "weight")


def _triangles(graph: nx.Graph[str], weight: str | None) -> Mapping[str, Value]:
    import networkx as nx

    if not paths_of_two(graph):
        return {}
    values = cast("Mapping[str, float]", nx.clustering(graph, weight=weight))
    return {node: float(value) for node, value in values.items() if graph.degree[node] > 1}


def _two_mode_degree(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    from networkx.algorithms import bipartite

    first = [node for node, data in graph.nodes(data=True) if data.get("bipartite") == 0]
    if not first or len(first) == len(graph):
        return {}
    return dict(bipartite.degree_centrality(graph, first))


def _two_mode_clustering(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    from networkx.algorithms import bipartite

    return dict(bipartite.latapy_clustering(graph, mode="dot")) if paths_of_two(graph) else {}


def _community(graph: nx.Graph[str], plan: Plan) -> Mapping[str, Value]:
    return {node: number for number, part in enumerate(communities(graph, plan.seed), start=1) for node in part}


_PATHS = "最短路的长度按 1/权重计"
NODE_MEASURES: tuple[NodeMeasure, ...] = (
    NodeMeasure("tasks", "任务数", "有分工的任务数", ONE | DIRECTED | TWO, _attribute("tasks"), by="raci"),
    NodeMeasure("leads", "牵头数", "牵头的任务数", ONE | DIRECTED | TWO, _attribute("leads"), by="raci"),
    NodeMeasure("lead_share", "牵头占比", "牵头数 / 任务数", ONE | DIRECTED | TWO, _lead_share, by="raci"),
    NodeMeasure(
        "documents",
        "文件数",
        "有分工（联合发文网络：印发）的文件数",
        ONE | DIRECTED | TWO,
        _attribute("documents"),
        by="raci",
    ),
    NodeMeasure(
        "jointly", "联合发文数", "与其他单位共同印发的文件数（联合发文网络）", ONE, _attribute("jointly"), by="raci"
    ),
    NodeMeasure("degree", "度", "相连的点数，不计权重，未标准化", ONE | TWO, _degree, "Freeman 1978"),
    NodeMeasure("strength", "强度", "各边权重之和", ONE | TWO, _strength, "Opsahl et al. 2010"),
    NodeMeasure(
        "strength_newman",
        "强度（Newman）",
        "各边 newman 权重之和，即有其他单位参加的任务（文件）数",
        ONE,
        _newman,
        "Newman 2001",
    ),
    NodeMeasure(
        "in_degree", "入度", "几个单位牵头而自己参与，不计权重", DIRECTED, _in_degree, "Wasserman & Faust 1994"
    ),
    NodeMeasure(
        "out_degree", "出度", "自己牵头而几个单位参与，不计权重", DIRECTED, _out_degree, "Wasserman & Faust 1994"
    ),
    NodeMeasure("in_strength", "入强度", "各入边权重之和", DIRECTED, _in_strength, "Opsahl et al. 2010"),
    NodeMeasure("out_strength", "出强度", "各出边权重之和", DIRECTED, _out_strength, "Opsahl et al. 2010"),
    NodeMeasure(
        "betweenness",
        "中介中心度",
        f"{_PATHS}；除以其余点对数（无向 (n−1)(n−2)/2，有向 (n−1)(n−2)）",
        ONE | DIRECTED,
        _betweenness,
        "Brandes 2001",
    ),
    NodeMeasure(
        "closeness",
        "接近中心度",
        f"{_PATHS}；(r/(n−1))·(r/Σd)，r 为可达的其他点数，即按可达的比例折算（Wasserman & Faust）；孤立点为 0。"
        "距离不是步数，值可以大于 1，只在同一网络内比较",
        ONE,
        _closeness,
        "Wasserman & Faust 1994",
    ),
    NodeMeasure(
        "eigenvector",
        "特征向量中心度",
        "加权；只在最大连通分量内计算（欧氏长度为 1），其余的点为空",
        ONE,
        _eigenvector,
        "Bonacich 1972",
    ),
    NodeMeasure("core", "k 核", "所在的最大 k 核的 k，不计权重", ONE, _core, "Seidman 1983"),
    NodeMeasure(
        "clustering",
        "聚类系数",
        "相邻的点之间有边的比例，不计权重；度小于 2、网络太大（Σ度² 超过 3 亿）为空",
        ONE,
        _clustering,
        "Watts & Strogatz 1998",
    ),
    NodeMeasure(
        "clustering_weighted",
        "聚类系数（加权）",
        "各三角形三边权重（除以最大权重）几何平均的均值；度小于 2 为空",
        ONE,
        _clustering_weighted,
        "Onnela et al. 2005",
    ),
    NodeMeasure(
        "constraint",
        "约束",
        "结构洞的约束，加权；越低越居于中介；孤立点为空",
        ONE,
        holes.constraint,
        "Burt 1992",
        "raci（与 networkx 的 constraint 核对）",
    ),
    NodeMeasure(
        "effective_size",
        "有效规模",
        "个体网中不重复的部分，加权：Σ_j (1 − Σ_q p_iq m_jq)；孤立点为空",
        ONE,
        holes.effective_size,
        "Burt 1992",
        "raci（与 networkx 的 effective_size 核对）",
    ),
    NodeMeasure(
        "degree_centrality", "二模度中心度", "度 / 另一模的点数", TWO, _two_mode_degree, "Borgatti & Everett 1997"
    ),
    NodeMeasure(
        "clustering_two_mode",
        "二模聚类系数",
        "与隔一点相连的各点的 |N(u)∩N(v)| / |N(u)∪N(v)| 的均值；没有这样的点为 0，网络太大为空",
        TWO,
        _two_mode_clustering,
        "Latapy et al. 2008",
    ),
    NodeMeasure(
        "community",
        "社群",
        "使模块度最大的划分中的编号，大的在前；孤立点自成一群",
        ONE,
        _community,
        "Blondel et al. 2008",
    ),
    *BROKERAGE_MEASURES,
)
