"""Invented policy texts: names, sentences and annotations, and plans that hypothesis plants annotations in.

Nothing here is taken from a real document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from raci.model import Assignment, Document
from raci.model.roles import Basis
from raci.pipeline import extract

__all__ = ["BODIES", "MARKED", "NOISE", "SAID", "Planted", "by_task", "clause", "plans", "said", "wrapped"]

TITLE = "云岭市夜间消费提升行动方案"

#: what is marked in a text: all but what its sentences tell
MARKED: tuple[Basis, ...] = ("annotation", "table", "inherited")

#: bodies as policy texts write them
BODIES = (
    "市商务局",
    "市财政局",
    "市教育局",
    "市发展改革委",
    "市自然资源和规划局",
    "市人力资源社会保障局",
    "市市场监管局",
    "市政府办公室",
    "市委宣传部",
    "市委编办",
    "市总工会",
    "市残联",
    "市中级人民法院",
    "云岭海关",
    "云岭银保监分局",
    "人民银行云岭市分行",
    "国网云岭供电公司",
    "市城投集团",
    "云岭高新区管委会",
    "各县（市、区）人民政府",
    "各乡镇人民政府",
    "市住建局（市人防办）",
    "市不动产登记中心",
    "省粮食和储备局",
)

#: sentences that assign nothing to anybody, though they use the words that annotations are made of
NOISE = (
    "坚持问题导向，聚焦群众反映强烈的突出问题，补齐基础设施和公共服务短板。",
    "各有关部门要切实提高思想认识，压紧压实工作责任，形成齐抓共管的良好局面。",
    "充分发挥牵头单位统筹作用，推动跨部门数据共享和业务协同。",
    "鼓励社会力量参与运营，支持行业协会制定服务标准，引导企业诚信经营。",
    "依托现有政务服务平台（以下简称“平台”），实现申请、受理、办结全流程网上办理。",
    "对照《便民服务规范》（云政办发〔2021〕19号）要求，逐项细化措施。",
    "加大财政投入（含专项债券资金），优先保障民生项目建设需要。",
    "落实安全生产主体责任，严格执行动火、用电审批制度，配合做好隐患排查。",
    "完善考核评价办法，考核结果作为评先评优和资金分配的重要依据。",
    "到期未完成整改的，按照有关规定追究相关责任人员的责任。",
    "培育一批特色街区、示范门店和精品线路，打造具有地方辨识度的消费品牌。",
    "严格工程质量管理，建设、施工、监理等单位按照合同约定承担相应义务。",
    "建立常态化会商机制，定期分析运行情况，及时协调解决困难和问题。",
    "各项目牵头单位要加强调度，产品责任单位要落实召回制度。",
)

#: headings that ask somebody to do something
HEADINGS = (
    "优化空间布局",
    "完善配套设施",
    "丰富活动供给",
    "培育市场主体",
    "强化食品安全保障",
    "提升交通通达水平",
    "推进数字化改造",
    "健全标准体系",
    "拓展消费场景",
    "加强宣传推介",
    "规范市场秩序",
    "打造特色街区",
)

_HAN = "一二三四五六七八九十"
LABELS = {"lead": "牵头单位", "responsible": "责任单位", "support": "配合单位", "guide": "指导单位"}
VERBS = {"lead": "牵头", "responsible": "按职责分工负责", "support": "配合", "guide": "指导"}

Groups = tuple[tuple[str, tuple[str, ...]], ...]


def by_labels(groups: Groups) -> str:
    """牵头单位：甲、乙；配合单位：丙"""
    return "；".join(f"{LABELS[role]}：{'、'.join(names)}" for role, names in groups)


def by_verbs(groups: Groups) -> str:
    """甲、乙牵头，丙配合"""
    return "，".join("、".join(names) + VERBS[role] for role, names in groups)


#: how an annotation may be written after the sentences of its clause
SAID = {
    "labels in a bracket": lambda groups: f"（{by_labels(groups)}）",
    "labels in a half-width bracket": lambda groups: f"({by_labels(groups)})",
    "labels in a square bracket": lambda groups: f"〔{by_labels(groups)}〕",
    "verbs in a bracket": lambda groups: f"（{by_verbs(groups)}）",
    "labels in the running line": lambda groups: f"{by_labels(groups)}。",
}


@dataclass(frozen=True)
class Planted:
    """A plan, paragraph by paragraph, and what it says: (task, department, role) in order.

    ``annotations`` are the words that say it, in order.
    """

    paragraphs: tuple[str, ...]
    expected: tuple[tuple[str, str, str], ...]
    annotations: tuple[str, ...]

    @property
    def text(self) -> str:
        """A paragraph a line."""
        return "\n".join(self.paragraphs) + "\n"


@st.composite
def _groups(draw: st.DrawFn) -> Groups:
    roles = draw(st.lists(st.sampled_from(sorted(LABELS)), min_size=1, max_size=3, unique=True))
    names = draw(st.lists(st.sampled_from(BODIES), min_size=len(roles), max_size=7, unique=True))
    cuts = [0, *sorted(draw(st.permutations(range(1, len(names))))[: len(roles) - 1]), len(names)]
    # as texts have it: the lead before the others
    roles.sort(key=["lead", "responsible", "support", "guide"].index)
    return tuple((role, tuple(names[cuts[i] : cuts[i + 1]])) for i, role in enumerate(roles))


@st.composite
def plans(draw: st.DrawFn, forms: Sequence[str] = tuple(SAID), least: int = 1, blank: bool = True) -> Planted:
    """A plan of two chapters of at least so many tasks, annotated among prose; with ``blank`` some name nobody."""
    form = SAID[draw(st.sampled_from(forms))]
    headings = iter(draw(st.permutations(HEADINGS)))
    noise = st.lists(st.sampled_from(NOISE), min_size=2, max_size=4, unique=True).map("".join)
    paragraphs = [TITLE, f"为促进消费，制定本方案。{draw(noise)}", "一、总体要求", draw(noise)]
    expected: list[tuple[str, str, str]] = []
    annotations: list[str] = []
    for chapter, name in enumerate(("重点任务", "保障措施"), 1):
        paragraphs.append(f"{_HAN[chapter]}、{name}")
        for task in range(draw(st.integers(least, 4))):
            heading = next(headings)
            line = f"（{_HAN[task]}）{heading}。{draw(noise)}"
            if not blank or draw(st.integers(0, 4)):
                groups = draw(_groups())
                annotations.append(form(groups))
                line += annotations[-1]
                expected += [(heading, each, role) for role, names in groups for each in names]
            paragraphs.append(line)
    return Planted(tuple(paragraphs), tuple(expected), tuple(annotations))


def wrapped(paragraphs: Sequence[str], width: int = 38, indent: str = "") -> str:
    """The paragraphs broken every ``width`` full-width characters, as text taken from a PDF is."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line, filled = indent, 2 * len(indent)
        for char in paragraph:
            size = 1 if char.isascii() else 2
            if filled + size > 2 * width:
                lines.append(line)
                line, filled = "", 0
            line, filled = line + char, filled + size
        lines.append(line)
    return "\n".join(lines) + "\n"


def clause(annotation: str, heading: str = "优化空间布局") -> str:
    """A text of one numbered clause with an annotation at its end."""
    return f"一、{heading}。编制专项规划，划定集聚区范围。{annotation}\n"


def said(source: Document | Path | str) -> list[tuple[str, str]]:
    """Who is named and as what, in order."""
    return [(one.department.name, one.role) for one in extract(source, basis=MARKED)]


def triples(assignments: Sequence[Assignment]) -> list[tuple[str, str, str]]:
    """(task, department, role) of assignments."""
    return [(one.clause.heading, one.department.name, one.role) for one in assignments]


def by_task(source: Document | Path | str) -> dict[str, list[tuple[str, str]]]:
    """Who is named and as what, task by task."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in extract(source, basis=MARKED):
        found.setdefault(one.clause.heading, []).append((one.department.name, one.role))
    return found
