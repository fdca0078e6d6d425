"""What offices make of a plan: matrices, lists by body, ledgers, notes that say who leads, annexes behind prose."""

from __future__ import annotations

from dataclasses import replace

from written.grids import aligned, fields, parted
from written.plans import (
    Form,
    Plan,
    Task,
    in_groups,
    in_sections,
    led_by_first,
    limited,
    others_responsible,
    responsible,
    table,
    with_leaders,
    with_measures,
)

_NUMERALS = "一二三四五六七八九十"
_PROSE = (
    "各县（市、区）人民政府，市政府各部门：\n\n为确保全年目标任务顺利完成，现将有关事项通知如下。\n\n"
    "一、提高认识。要充分认识做好今年工作的重要意义，切实增强责任感和紧迫感。\n"
    "二、加强调度。实行月调度、季通报、年考核。\n"
    "三、强化督查。对工作推进不力的予以通报。\n\n附件：重点任务分工表\n\n云岭市人民政府办公室\n2026年3月5日\n\n附件\n\n重点任务分工表\n\n"
)


def _measures_named(plan: Plan) -> Plan:
    """Ledgers of problems: the problem is what is labelled, its measure may be the task's name as well."""
    tasks = tuple(
        replace(task, name=f"{place}号点位{task.name}不到位", measure=f"{task.name}，{task.measure}", also=(task.name,))
        for place, task in enumerate(plan.tasks, 1)
    )
    return replace(plan, tasks=tasks)


def problems(plan: Plan) -> str:
    rows = table(plan, "number task measure limit leader bodies")
    rows[0][1:] = ["存在问题", "整改措施", "整改时限", "责任领导", "责任单位"]
    return parted(rows, "\t")


def problem_sheets(plan: Plan) -> str:
    rows = [row[1:] for row in table(plan, "number task measure limit leader bodies")]
    rows[0] = ["存在问题", "整改措施", "整改时限", "责任领导", "责任单位"]
    return fields(rows)


def first_leads(plan: Plan) -> str:
    note = ("注：排在第一位的为牵头单位，其余为配合单位。", "备注：责任单位中列首位的为牵头单位，其他为配合单位。")
    return parted(table(plan, "number task bodies limit"), "\t") + "\n" + note[plan.number % 2]


def starred(plan: Plan) -> str:
    """Who leads bears a star; the note stands above the table."""
    rows = table(plan, "number task bodies limit")
    for row, task in zip(rows[1:], plan.tasks, strict=True):
        row[2] = "、".join(f"*{body}" if body in task.said["lead"] else body for body in task.bodies)
    return "（标*的为牵头单位，其余为配合单位）\n" + parted(rows, "\t")


def leads_in_brackets(plan: Plan) -> str:
    rows = table(plan, "number task bodies limit")
    for row, task in zip(rows[1:], plan.tasks, strict=True):
        row[2] = "、".join(f"{body}（牵头）" if body in task.said["lead"] else body for body in task.bodies)
    return parted(rows, "\t")


def labels_in_cells(plan: Plan) -> str:
    rows = table(plan, "number task bodies limit")
    for row, task in zip(rows[1:], plan.tasks, strict=True):
        row[2] = f"牵头：{task.named('lead')}" + (f"；配合：{task.named('support')}" if task.said["support"] else "")
    return parted(rows, "\t")


def annex(plan: Plan) -> str:
    return _PROSE + aligned(table(plan, "number task lead support limit"))


def two_tables(plan: Plan) -> str:
    """Two tables of different heads below one another."""
    half = len(plan.tasks) // 2
    first, second = (replace(plan, tasks=tasks) for tasks in (plan.tasks[:half], plan.tasks[half:]))
    other = replace(second, number=plan.number + 1)
    upper = parted(table(first, "number task lead support limit"), "\t")
    return f"表1 重点任务\n{upper}\n\n表2 其他工作\n{parted(table(other, 'number task limit bodies'), chr(9))}"


def _second_half_responsible(plan: Plan) -> Plan:
    half = len(plan.tasks) // 2
    rest = tuple(replace(task, said={"responsible": task.bodies}) for task in plan.tasks[half:])
    return replace(plan, tasks=(*plan.tasks[:half], *rest))


def heads_with_units(plan: Plan) -> str:
    heads, *rows = table(plan, "number task measure lead support limit")
    heads = [
        *heads[:2],
        "年度目标（主要内容）",
        "牵头单位（市级）",
        "配合单位（市、县级）",
        "完成时限（2026年）",
        "总投资（万元）",
    ]
    rows = [[*row[:2], f"完成{place * 3}公里", *row[3:], str(place * 1200)] for place, row in enumerate(rows, 1)]
    return parted([heads, *rows], "\t")


def prose_and_tables(plan: Plan) -> str:
    """Annotated items and small tables by turns."""
    parts = []
    for place, tasks in enumerate(in_groups(plan)):
        parts.append(f"{_NUMERALS[place]}、{tasks[0].section}")
        if place % 2:
            parts.append(parted(table(replace(plan, tasks=tasks), "number task lead support"), "\t"))
        else:
            parts += [f"{number}.{_item(task)}" for number, task in enumerate(tasks, 1)]
    return "\n".join(parts)


def _item(task: Task) -> str:
    helped = f"，配合单位：{task.named('support')}" if task.said["support"] else ""
    return f"{task.name}。建立健全长效机制，确保取得实效。（牵头单位：{task.named('lead')}{helped}）"


def dashes(plan: Plan) -> str:
    """Items with who does them behind a dash."""
    return "\n".join(
        f"{place}.{task.name}——{task.named('lead')}牵头"
        + (f"，{task.named('support')}配合" if task.said["support"] else "")
        + f"，{task.limit}完成"
        for place, task in enumerate(plan.tasks, 1)
    )


def label_blocks(plan: Plan) -> str:
    """Items with a line for each label, in the words of one document."""
    heads = table(plan, "lead support limit leader")[0]
    return "\n\n".join(
        f"{place}、{task.name}\n"
        + "\n".join(
            f"　　{head}：{said}"
            for head, said in zip(
                heads, (task.named("lead"), task.named("support"), task.limit, task.leader), strict=True
            )
            if said
        )
        for place, task in enumerate(plan.tasks, 1)
    )


FORMS = (
    Form("ledger of problems", problems, (responsible, with_measures, _measures_named, limited, with_leaders)),
    Form("note: the first leads", first_leads, (led_by_first, limited)),
    Form("note: stars lead", starred, (led_by_first, limited)),
    Form("leads marked in brackets", leads_in_brackets, (led_by_first, others_responsible, limited)),
    Form("labels in cells", labels_in_cells, (led_by_first, limited)),
    Form("annex behind prose", annex, (led_by_first, limited)),
    Form("two tables", two_tables, (led_by_first, limited, _second_half_responsible)),
    Form("heads with brackets and units", heads_with_units, (led_by_first, with_measures, limited)),
    Form("prose and tables by turns", prose_and_tables, (led_by_first, in_sections)),
    Form("label blocks", label_blocks, (led_by_first, limited, with_leaders)),
    Form(
        "sheets of problems",
        problem_sheets,
        (responsible, with_measures, _measures_named, limited, with_leaders),
        held=True,
    ),
    Form("dashes", dashes, (led_by_first, limited), held=True),
)
