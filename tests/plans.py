"""Analysis values from invented plans, for tests that need one and not the way to it.

    plan = Plan("惠民工程方案").chapter("一、", "优化服务")
    plan.task("(一)", "设立综合窗口", lead="政务局", support="财政局、档案局").analysis()

Spans are true: ``analysis.document.text[one.start:one.end]`` is the mention as written.
"""

from __future__ import annotations

from dataclasses import replace

from raci.model import (
    Analysis,
    Annotation,
    Assignment,
    Clause,
    Deadline,
    Department,
    Document,
    Finding,
    Group,
    Mention,
    Role,
)
from raci.model.labels import ROLE_WORDS

__all__ = ["HOSTILE", "Plan", "small", "unnamed", "wide"]

#: texts that mean something to spreadsheets, XML, HTML, DOT or file systems, and must stay texts
HOSTILE = (
    "=1+1",
    "+办公室",
    "-海关",
    "@有关单位",
    "\t制表局",
    '=HYPERLINK("http://example.invalid","点")',
    "<script>alert(1)</script>局",
    "A&B\"'局",
    "{一|二}\\n局",
    "(1)",
    "局\x0b名",
    "http://example.invalid/局",
)


class Plan:
    """A plan that grows by chapters and tasks."""

    def __init__(self, title: str, *, source: str = "方案.txt", **document: object) -> None:
        self._document = Document("", title=title, source=source, format="txt", **document)  # type: ignore[arg-type]
        self._text = f"{title}\n\n"
        self._path: tuple[str, ...] = ()
        self._clauses: list[Clause] = []
        self._tasks: list[int] = []
        self._annotations: list[Annotation] = []
        self._assignments: list[Assignment] = []
        self._findings: list[Finding] = []
        self._rules: list[str] = []
        self._known: dict[str, Department] = {}

    def know(self, name: str, canonical: str, **more: object) -> Plan:
        """What a name as written means, from here on."""
        self._known[name] = Department(name, canonical, **more)  # type: ignore[arg-type]
        return self

    def top(self) -> Plan:
        """The tasks after it stand under no heading."""
        self._path = ()
        return self

    def chapter(self, number: str, heading: str, level: int = 1) -> Plan:
        """A heading; the tasks after it stand under it."""
        self._path = (*self._path[: level - 1], f"{number}{heading}")
        start = len(self._text)
        self._text += f"{number}{heading}\n"
        self._clauses.append(
            Clause(
                index=len(self._clauses),
                parent=None,
                level=level,
                number=number,
                heading=heading,
                start=start,
                end=len(self._text),
                path=self._path[:-1],
                kind="section",
            )
        )
        return self

    def task(
        self,
        number: str,
        heading: str,
        *,
        deadline: str | None = None,
        due: str | None = None,
        say: str = "按要求组织实施。",
        **bodies: str,
    ) -> Plan:
        """A task; ``bodies`` are roles with names parted by 、. Without any, nobody is named for it."""
        index = len(self._clauses)
        start = len(self._text)
        self._text += f"{number}{heading}。{say}"
        groups: list[Group] = []
        opened = len(self._text)
        for role, listed in bodies.items():
            self._text += "；" if groups else "（"
            self._text += f"{ROLE_WORDS[role]}单位："
            mentions = []
            for name in listed.split("、"):
                if mentions:
                    self._text += "、"
                mentions.append(Mention(name, len(self._text), len(self._text) + len(name), len(groups)))
                self._text += name
            groups.append(Group(role, tuple(mentions), f"{ROLE_WORDS[role]}单位"))  # type: ignore[arg-type]
        limit = None
        if deadline:
            self._text += "；" if groups else "（"
            limit = Deadline(deadline, due, len(self._text), len(self._text) + len(deadline))
            self._text += deadline
        if groups or deadline:
            self._text += "）"
        quote = self._text[opened:]
        clause = Clause(index, None, len(self._path) + 1, number, heading, start, len(self._text), self._path)
        self._text += "\n"
        self._clauses.append(clause)
        self._tasks.append(index)
        if quote:
            self._annotations.append(
                Annotation("test.bracket", opened, opened + len(quote), quote, (index,), tuple(groups), limit)
            )
        for group in groups:
            for mention in group.mentions:
                self._assign(clause, group.role, mention, quote, limit)
        return self

    def _assign(self, clause: Clause, role: Role, mention: Mention, quote: str, limit: Deadline | None) -> None:
        body = replace(self._known.get(mention.text, Department(mention.text)), name=mention.text)
        if role == "leader":
            body = replace(body, kind="person")
        self._assignments.append(
            Assignment(
                document=self._document.title,
                source=self._document.source,
                clause=clause,
                department=body,
                role=role,
                start=mention.start,
                end=mention.end,
                quote=quote,
                rule="test.bracket",
                deadline=limit,
            )
        )

    def finding(self, message: str, check: str = "test.check", severity: str = "warning") -> Plan:
        """A finding about the last clause."""
        clause = self._clauses[-1]
        self._findings.append(Finding(check, severity, message, clause.start, clause.end, clause.index))  # type: ignore[arg-type]
        return self

    def rule(self, sentence: str) -> Plan:
        """A rule that the document sets for itself."""
        self._text += f"{sentence}\n"
        self._rules.append(sentence)
        return self

    def analysis(self) -> Analysis:
        """The plan as it would come out of ``raci.analyse``."""
        return Analysis(
            replace(self._document, text=self._text),
            tuple(self._clauses),
            tuple(self._tasks),
            tuple(self._annotations),
            tuple(self._assignments),
            tuple(self._findings),
            tuple(self._rules),
        )


def small() -> Analysis:
    """Two chapters, one heading in both, one task for nobody, all roles, a person, a known body."""
    return (
        Plan(
            "青原县便民服务提升方案", issuer="青原县人民政府", date="2024-05", encoding="utf-8", notes=("页脚一行未读",)
        )
        .know("县财政局", "青原县财政局", id="QY-CZ", kind="department", level="county", jurisdiction="青原县")
        .know("财政局", "青原县财政局", id="QY-CZ", kind="department", level="county", jurisdiction="青原县")
        .rule("列第一位者为牵头单位，下同。")
        .chapter("一、", "优化窗口服务")
        .task(
            "(一)",
            "强化组织保障",
            lead="县政务局",
            support="县财政局、县档案馆",
            deadline="2024年9月底前",
            due="2024-09-30",
        )
        .task("(二)", "推行容缺受理", lead="县政务局", responsible="各乡镇人民政府", leader="陈某某")
        .task("(三)", "公开办事指南", responsible="县政务局、县司法局", guide="县司法局", inform="县委办")
        .finding("“县司法局”既是责任单位又是指导单位")
        .chapter("二、", "夯实基础支撑")
        .task("(一)", "强化组织保障", lead="县财政局", support="县政务局", approve="县人民政府")
        .task("(二)", "加强督促检查")
        .task("(三)", "统一经费渠道", responsible="财政局")
        .analysis()
    )


def unnamed() -> Analysis:
    """A plan that names nobody for anything."""
    plan = Plan("沙河区绿化行动方案").chapter("一、", "总体要求").task("1.", "补植行道树").task("2.", "建设口袋公园")
    return plan.analysis()


def wide(bodies: int = 60, tasks: int = 150, per_task: int = 6) -> Analysis:
    """A large plan: many bodies, many tasks, every tenth of them for nobody."""
    stems = (
        "发展改革",
        "财政",
        "自然资源和规划",
        "住房城乡建设",
        "市场监督管理",
        "人力资源和社会保障",
        "卫生健康",
        "档案",
    )
    names = [f"{'市' if n % 3 else '市属'}{stems[n % len(stems)]}{'局委办'[n % 3]}{n + 1}" for n in range(bodies)]
    plan = Plan("白河市营商环境优化提升三年行动方案")
    for task in range(tasks):
        if task % 25 == 0:
            plan.chapter(f"第{task // 25 + 1}章", "推进重点领域改革和制度建设" * (1 + task // 50 % 2))
        if task % 10 == 9:
            plan.task(f"{task + 1}.", f"完善第{task + 1}项工作机制")
            continue
        # a walk that gives the first bodies more to do than the last, as real plans do
        picked = list(
            dict.fromkeys((task * 7 + n * n * 3) % (bodies if n % 2 else bodies // 3 + 1) for n in range(per_task))
        )
        some = [names[n] for n in picked]
        roles = {"lead": some[0], "responsible": "、".join(some[1:3]), "support": "、".join(some[3:])}
        plan.task(
            f"{task + 1}.",
            f"推进第{task + 1}项改革事项落地见效并形成可复制可推广的经验做法"[: 14 + task % 17],
            deadline="2025年12月底前" if task % 4 == 0 else None,
            due="2025-12-31" if task % 4 == 0 else None,
            **{role: held for role, held in roles.items() if held},
        )
    return plan.analysis()
