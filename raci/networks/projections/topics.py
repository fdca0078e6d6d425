"""Bodies and what their tasks are about: chapters, or the topics of a user's table of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from raci.escaping import clean
from raci.networks.projections.loads import add_two_mode_ties, add_workers
from raci.networks.projections.projection import Projection
from raci.networks.slice import Slice
from raci.rules.markers import at_start

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PROJECTION", "build", "topics_of"]


def topics_of(part: Slice) -> pd.DataFrame:
    """``task`` and ``topic``: those of the table whose words stand in the task or above it, else its chapter."""
    tasks = part.work.tasks
    if not part.topics:
        headings = tasks["chapter"].map(_without_number)
        return pd.DataFrame({"task": tasks.index, "topic": headings})[headings.astype(bool).to_numpy()]
    found = [
        (task, topic)
        for task, words in zip(tasks.index, tasks["words"], strict=True)
        for topic in dict.fromkeys(topic for word, topic in part.topics.items() if word in words)
    ]
    return pd.DataFrame(found, columns=["task", "topic"])


def build(part: Slice) -> nx.Graph[str]:
    """Two modes: bodies (``bipartite=0``) and topics (1); ``weight`` is the number of the body's tasks on the topic."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    joined = part.work.parts.merge(topics_of(part), on="task", how="inner")
    add_workers(graph, part, bipartite=0)
    for topic in joined["topic"].unique():
        graph.add_node(f"topic:{clean(topic)}", label=clean(topic), bipartite=1)
    add_two_mode_ties(graph, joined, "topic")
    graph.remove_nodes_from([node for node, degree in list(graph.degree()) if degree == 0])
    return graph


def _without_number(heading: str) -> str:
    marker = at_start(heading)
    return heading[marker.end :].strip() if marker else heading.strip()


PROJECTION = Projection(
    name="topics",
    title="单位—主题二模网络",
    mode="two",
    weight="该单位在该主题下的任务数",
    definition="任务的主题是其最外层标题（去掉编号），给出主题词表的则是词表中出现在标题里的词所属的主题（可有几个）；单位与其任务的主题相连，"
    "权重为任务数；没有主题的任务不计",
    definition_en="The topic of a task is the outermost heading above it, or with a table of words the topics whose "
    "words stand in its headings (there may be several); an organisation is tied to the topics of its tasks, weight "
    "counts them; tasks without a topic do not count",
    build=build,
)
