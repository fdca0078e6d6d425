"""A body that annotates its clauses and an annex that tabulates them: where they differ."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.listing import of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Clause, OverlapSide
from raci.rules.headings import printed_label

__all__ = ["CHECK", "MISSING"]

#: a quote in a message is no longer than this
_LONGEST_QUOTE = 40
#: a table divides up the tasks of a list where so many, and this part, of them have a row
_FEWEST_ROWS, _NEARLY_ALL = 3, 0.75


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each clause whose row in a table says otherwise; 说明 says how many agree."""
    for overlap in analysis.overlaps:
        if overlap.differences:
            clause = overlap.clause.clause
            both = "；".join(f"正文{in_clause}，附件表{in_row}" for in_clause, in_row in overlap.differences)
            evidence = f"正文{_evidence(analysis, overlap.clause)}；附件表{_evidence(analysis, overlap.row)}"
            yield Issue.of_clause(clause, f"{printed_label(clause)}：{both}。{evidence}")


def _find_missing(analysis: Analysis) -> Iterator[Issue]:
    """Tasks that are in no table, where nearly all others of their list, or of the plan, have a row there."""
    if len(analysis.overlaps) < _FEWEST_ROWS:
        return
    paired = {overlap.clause.clause.index for overlap in analysis.overlaps}
    lists: dict[tuple[int | None, tuple[str, ...]], list[Clause]] = {}
    for index in dict.fromkeys(one.clause.index for one in analysis.marked):
        clause = analysis.clauses[index]
        if clause.kind != "row":
            lists.setdefault((clause.parent, clause.path), []).append(clause)
    missing = []
    whole = [clause for clauses in lists.values() for clause in clauses]
    for clauses in (whole, *lists.values()):
        own = [clause for clause in clauses if clause.index not in paired]
        if len(clauses) - len(own) >= max(_FEWEST_ROWS, _NEARLY_ALL * len(clauses)):
            missing += own
    if missing:
        missing = sorted(set(missing), key=lambda clause: clause.start)
        yield of_tasks(missing, "正文的任务大多在附件表里，有 {count} 项表里没有")


def _evidence(analysis: Analysis, side: OverlapSide) -> str:
    """Where a side stands, and its words: （第5段）“（责任单位：…）”."""
    words = "；".join(dict.fromkeys(assignment.quote for assignment in side.assignments))
    words = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
    place = analysis.document.place(side.assignments[0].start)
    return f"（{place}）“{words}”" if place else f"“{words}”"


CHECK = Check(
    "annex",
    "附件表与正文",
    "warning",
    _find,
    why="正文和附件表说的不一样，照哪一个办都可能错。",
    remedy="对照原件，以印发的为准改一处；说明里写明取哪一处。",
    passes=("一、整治河道。（市水利局负责）\n",),
)
_TEXT = (
    "云泽市护河方案\n一、整治城区河道。（市水利局牵头）\n二、清理沿河垃圾。（市城管局牵头）\n"
    "三、修复滨河湿地。（市林业局牵头）\n四、建设健身步道。（市住建局牵头）\n"
)
_TABLE = (
    "任务分工表\n序号\t任务\t牵头单位\n1\t整治城区河道\t市水利局\n2\t清理沿河垃圾\t市城管局\n"
    "3\t修复滨河湿地\t市林业局\n"
)
MISSING = Check(
    "not-in-annex",
    "附件表缺任务",
    "note",
    _find_missing,
    why="附件表是照着正文列的，独缺的几项多半是漏列，按表督办时就没有人问。",
    remedy="对照正文，在表里补上；正文已删的任务，改正文。",
    finds=(_TEXT + _TABLE,),
    passes=(_TEXT + _TABLE + "4\t建设健身步道\t市住建局\n",),
)
