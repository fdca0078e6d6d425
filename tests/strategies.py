"""Plans as hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st
from plans import Plan

from raci.model import ROLES, Analysis

_NAMES = st.sampled_from(["甲局", "乙局", "丙委", "丁办", "-海关", "各市、县".replace("、", "和"), "=戊局"])
_HEADINGS = st.sampled_from(["健全机制", "强化保障", "(重点)攻坚", "@整治"])


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """A plan of some chapters; headings repeat, bodies hold several roles in one task, some tasks name nobody."""
    plan = Plan("抽样方案")
    for name in draw(st.sets(_NAMES, max_size=3)):
        plan.know(name, draw(st.sampled_from(["甲局", "某市甲局", "某市乙局"])))
    for chapter in range(draw(st.integers(1, 3))):
        plan.chapter(f"{chapter + 1}、", draw(_HEADINGS))
        for task in range(draw(st.integers(0, 4))):
            roles = draw(st.dictionaries(st.sampled_from(ROLES), st.sets(_NAMES, min_size=1, max_size=3), max_size=4))
            plan.task(
                f"({task + 1})", draw(_HEADINGS), **{role: "、".join(sorted(held)) for role, held in roles.items()}
            )
    return plan.analysis()
