"""The measures of whole networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from raci.networks.measures.communities import communities
from raci.networks.measures.measure import NetworkMeasure, Plan, Value, path_steps, paths_of_three, paths_of_two
from raci.networks.measures.paths import between
from raci.networks.projections.projection import DIRECTED, ONE, TWO

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NETWORK_MEASURES", "degree_centralisation"]

_ALL = ONE | DIRECTED | TWO
#: betweenness without weights costs so many steps at most
_MOST_STEPS = 100_000_000


def degree_centralisation(degrees: list[int], most: int) -> float | None:
    """Freeman's centralisation of degrees: Σ(largest − each) by the most that it could be, that of a star.

    Undirected stars have (n−1)(n−2), out-stars of a directed network (n−1)². None where that is 0.
    """
    return (max(degrees) * len(degrees) - sum(degrees)) / most if degrees and most else None


def _nodes(graph: nx.Graph[str], plan: Plan) -> Value:
    return len(graph)


def _first_mode(graph: nx.Graph[str]) -> list[str]:
    return [node for node, data in graph.nodes(data=True) if data.get("bipartite") == 0]


def _first(graph: nx.Graph[str], plan: Plan) -> Value:
    return len(_first_mode(graph))


def _second(graph: nx.Graph[str], plan: Plan) -> Value:
    return len(graph) - len(_first_mode(graph))


def _ties(graph: nx.Graph[str], plan: Plan) -> Value:
    return graph.number_of_edges()


def _weight(graph: nx.Graph[str], plan: Plan) -> Value:
    return int(graph.size(weight="weight"))


def _density(graph: nx.Graph[str], plan: Plan) -> Value:
    import networkx as nx

    return float(nx.density(graph)) if len(graph) > 1 else None


def _density_two(graph: nx.Graph[str], plan: Plan) -> Value:
    from networkx.algorithms import bipartite

    first = _first_mode(graph)
    return float(bipartite.density(graph, first)) if first and len(first) < len(graph) else None


def _parts(graph: nx.Graph[str]) -> list[int]:
    """The sizes of the components; of a directed network the weak ones."""
    import networkx as nx

    return [len(part) for part in nx.connected_components(graph.to_undirected(as_view=True))]


def _components(graph: nx.Graph[str], plan: Plan) -> Value:
    return len(_parts(graph))


def _largest(graph: nx.Graph[str], plan: Plan) -> Value:
    return max(_parts(graph), default=0)


def _isolates(graph: nx.Graph[str], plan: Plan) -> Value:
    import networkx as nx

    return int(nx.number_of_isolates(graph))


def _mean_degree(graph: nx.Graph[str], plan: Plan) -> Value:
    return (1 if graph.is_directed() else 2) * graph.number_of_edges() / len(graph) if graph else None


def _centralised(graph: nx.Graph[str], plan: Plan) -> Value:
    number = len(graph)
    return degree_centralisation([degree for _, degree in graph.degree()], (number - 1) * (number - 2))


def _centralised_out(graph: nx.Graph[str], plan: Plan) -> Value:
    degrees = [degree for _, degree in graph.out_degree()]  # type: ignore[attr-defined]  # of a directed network
    return degree_centralisation(degrees, (len(graph) - 1) ** 2)


def _centralised_between(graph: nx.Graph[str], plan: Plan) -> Value:
    number = len(graph)
    if number < 3 or path_steps(graph) > _MOST_STEPS:
        return None
    values = between(graph, None).values()
    largest = max(values)
    return sum(largest - value for value in values) / (number - 1)


def _clustering(graph: nx.Graph[str], plan: Plan) -> Value:
    import networkx as nx

    if not paths_of_two(graph):
        return None
    values = cast("dict[str, float]", nx.clustering(graph))
    able = [values[node] for node, degree in graph.degree() if degree > 1]
    return sum(able) / len(able) if able else None


def _transitivity(graph: nx.Graph[str], plan: Plan) -> Value:
    import networkx as nx

    able = paths_of_two(graph) and any(degree > 1 for _, degree in graph.degree())
    return float(nx.transitivity(graph)) if able else None


def _two_mode_clustering(graph: nx.Graph[str], plan: Plan) -> Value:
    from networkx.algorithms import bipartite

    able = graph.number_of_edges() and paths_of_three(graph)
    return float(bipartite.robins_alexander_clustering(graph)) if able else None


def _reciprocity(graph: nx.Graph[str], plan: Plan) -> Value:
    import networkx as nx

    return float(nx.overall_reciprocity(graph)) if graph.number_of_edges() else None


def _modularity(graph: nx.Graph[str], plan: Plan) -> Value:
    import networkx as nx

    if not graph.number_of_edges():
        return None
    return float(nx.community.modularity(graph, map(set, communities(graph, plan.seed)), weight="weight"))


def _communities(graph: nx.Graph[str], plan: Plan) -> Value:
    return sum(len(part) > 1 for part in communities(graph, plan.seed))


NETWORK_MEASURES: tuple[NetworkMeasure, ...] = (
    NetworkMeasure("nodes", "点数", "孤立点在内", _ALL, _nodes, by="raci"),
    NetworkMeasure("first_mode", "单位数", "二模网络中的单位", TWO, _first, by="raci"),
    NetworkMeasure("second_mode", "另一模点数", "二模网络中的文件、主题或机构", TWO, _second, by="raci"),
    NetworkMeasure("ties", "边数", "有权重的一对算一条；有向网络里两个方向算两条", _ALL, _ties, by="raci"),
    NetworkMeasure("weight", "总权重", "各边权重之和", _ALL, _weight, by="raci"),
    NetworkMeasure("density", "密度", "边数 / 可能的边数", ONE | DIRECTED, _density, "Wasserman & Faust 1994"),
    NetworkMeasure(
        "density_two_mode", "二模密度", "边数 / (单位数 × 另一模点数)", TWO, _density_two, "Borgatti & Everett 1997"
    ),
    NetworkMeasure(
        "mean_degree", "平均度", "无向 2·边数/点数，有向 边数/点数", ONE | DIRECTED, _mean_degree, by="raci"
    ),
    NetworkMeasure("components", "连通分量数", "有向网络为弱连通", _ALL, _components),
    NetworkMeasure("largest_component", "最大分量的点数", "有向网络为弱连通", _ALL, _largest),
    NetworkMeasure("isolates", "孤立点数", "没有边的点", _ALL, _isolates),
    NetworkMeasure(
        "centralisation",
        "度中心势",
        "Σ(最大度 − 各度) / ((n−1)(n−2))，不计权重；星形为 1",
        ONE,
        _centralised,
        "Freeman 1978",
        "raci",
    ),
    NetworkMeasure(
        "centralisation_out",
        "出度中心势",
        "Σ(最大出度 − 各出度) / (n−1)²，不计权重",
        DIRECTED,
        _centralised_out,
        "Wasserman & Faust 1994",
        "raci",
    ),
    NetworkMeasure(
        "centralisation_betweenness",
        "中介中心势",
        "Σ(最大值 − 各值) / (n−1)，各值为标准化的中介中心度，不计权重；网络太大为空",
        ONE,
        _centralised_between,
        "Freeman 1978",
        "networkx、raci",
    ),
    NetworkMeasure(
        "clustering",
        "平均聚类系数",
        "度不小于 2 的各点的均值，不计权重；网络太大为空",
        ONE,
        _clustering,
        "Watts & Strogatz 1998",
    ),
    NetworkMeasure(
        "transitivity", "传递性", "3 × 三角形数 / 连通三元组数", ONE, _transitivity, "Wasserman & Faust 1994"
    ),
    NetworkMeasure(
        "clustering_two_mode",
        "二模聚类系数",
        "四环数 × 4 / 长为三的路数；网络太大（长为三的路超过 3 亿）为空",
        TWO,
        _two_mode_clustering,
        "Robins & Alexander 2004",
    ),
    NetworkMeasure("reciprocity", "互惠性", "有反向边的边的比例", DIRECTED, _reciprocity, "Wasserman & Faust 1994"),
    NetworkMeasure("communities", "社群数", "两个点以上的社群", ONE, _communities, "Blondel et al. 2008"),
    NetworkMeasure(
        "modularity", "模块度", "所得划分的模块度，加权，分辨率 1", ONE, _modularity, "Newman & Girvan 2004"
    ),
)
