"""``raci ledger``: many plans in one list, filled in, handed out, collected, reminded of."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.chinese import Command
from raci.cli.input_options import apart_option, rules_option
from raci.cli.inputs import Inputs
from raci.cli.naming import naming_options
from raci.cli.streams import talk

if TYPE_CHECKING:
    from raci.outputs.ledger import LedgerRun
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["ledger"]

#: the workbook that is written where none is named
_USUAL = "台账.xlsx"
#: so many findings are printed; all stand in the workbook
_MOST_PRINTED = 20
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(cls=Command)
@click.argument("files", metavar="FILE…", nargs=-1)
@click.option("-o", "--output", metavar="FILE", help=f"台账工作簿（默认 {_USUAL}，给了台账的写回原处）；已有的接着用。")
@click.option("--department", metavar="NAME", default="", help="只列出某单位的任务，如 市发展改革委。")
@click.option("--since", type=_DAY, metavar="DATE", help="只列出到期日在此日及以后的任务，如 2026-01-01。")
@click.option("--until", type=_DAY, metavar="DATE", help="只列出到期日在此日及以前的任务。")
@click.option("--today", type=_DAY, metavar="DATE", help="对照时限的日期（默认今天）。")
@click.option("--soon", type=click.IntRange(min=0), metavar="DAYS", help="多少天以内算临近（默认 30，台账会记住）。")
@click.option("--split", metavar="FOLDER|ZIP", help="给每个单位各做一份填报表和一份 Word，写入文件夹或压缩包。")
@click.option("--collect", metavar="FOLDER", help="汇总这个文件夹里收回的填报表。")
@click.option(
    "--remind",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="列出已到期和这些天内到期的任务，给各单位写督办单、提醒函。",
)
@click.option("--html", is_flag=True, help="另写一个网页（与台账同名的 .html），不联网即可看。")
@rules_option
@naming_options
@apart_option
def ledger(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    output: str | None,
    department: str,
    since: datetime | None,
    until: datetime | None,
    today: datetime | None,
    soon: int | None,
    split: str | None,
    collect: str | None,
    remind: int | None,
    html: bool,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    apart: bool,
) -> int:
    """把多份文件的任务列成一本台账：总表、按单位、按时限、按文件、同类任务；填报、下发、汇总、督办。

    \b
    例：raci ledger 文件夹/ -o 台账.xlsx
        raci ledger 新方案.docx -o 台账.xlsx              （加入已有台账，填报保留）
        raci ledger 台账.xlsx --split 下发/
        raci ledger 台账.xlsx --collect 回填/ --html
        raci ledger 台账.xlsx --remind 15

    退出码：0 完成；1 有需要人看的事项，或部分文件失败；2 用法有误或无一完成。
    """
    from raci.ledgers.selection import LedgerPart
    from raci.outputs.ledger import LedgerWishes, run_ledger
    from raci.outputs.ledger_files import is_ledger

    known = [Path(file) for file in files if is_ledger(Path(file))]
    target = Path(output) if output else None if known else Path(_USUAL)
    wishes = LedgerWishes(
        target,
        LedgerPart(department, *(day.date() if day else None for day in (since, until))),
        today.date() if today else None,
        soon,
        Path(collect) if collect else None,
        Path(split) if split else None,
        remind,
        html,
    )
    inputs = Inputs([file for file in files if Path(file) not in known], apart=apart)
    read = inputs.analyses(rules, naming)
    plans = [analysis for found in inputs.run_each(read) for analysis in found]
    if inputs.failed and not plans and not known:
        return inputs.exit_code
    run = run_ledger(plans, known, wishes)
    for path in run.files[:_MOST_PRINTED]:
        click.echo(str(path))
    if len(run.files) > _MOST_PRINTED:
        click.echo(f"…… 共 {len(run.files)} 个文件")
    if remind is not None:
        _print_due(run, remind)
    return max(_tell(run, listed=collect is not None), inputs.exit_code if inputs.failed else 0)


def _print_due(run: LedgerRun, days: int) -> None:
    """A line a body and task: what is overdue, then what falls due."""
    from raci.ledgers.lights import last_due
    from raci.outputs.ledger_parts import due_tasks

    for due in due_tasks(run.shown, run.today, days, run.only):
        for plan, task, _ in (*due.overdue, *due.soon):
            left = ((last_due(task) or run.today) - run.today).days
            word = f"逾期 {-left} 天" if left < 0 else f"还有 {left} 天"
            click.echo("\t".join((due.body.label, word, last_due(task).__str__(), task.label, f"《{plan.title}》")))


def _tell(run: LedgerRun, *, listed: bool) -> int:
    """What is new, what needs an eye, who has not answered (``listed``: by name); 1 where something needs an eye."""
    from raci.ledgers.collecting import answers

    ledger, tasks = run.shown, sum(1 for _ in run.shown.tasks())
    bodies = ledger.bodies_with_tasks()
    talk(f"{len(ledger.plans)} 份文件，{tasks} 项任务，{bodies} 个单位；同类任务 {len(ledger.like)} 对")
    for line in ledger.news[:_MOST_PRINTED]:
        talk(line)
    if run.note:
        talk(run.note)
    # how single cells were understood comes last: rows and files that were not taken in weigh more
    urgent_first = sorted(ledger.findings, key=lambda finding: finding.kind == "填报内容")
    for finding in urgent_first[:_MOST_PRINTED]:
        talk("：".join(filter(None, (finding.place, finding.task, finding.message))))
    if len(ledger.findings) > _MOST_PRINTED:
        talk(f"另有 {len(ledger.findings) - _MOST_PRINTED} 项，见“待核”")
    silent = [answer for answer in answers(ledger) if answer.word != "已回"]
    if silent and ledger.reports:
        names = ledger.by_id()
        shown = "、".join(f"{names[answer.body].label}（{answer.word}）" for answer in silent[:_MOST_PRINTED])
        more = " 等" if len(silent) > _MOST_PRINTED else ""
        talk(f"未回或未回全 {len(silent)} 个单位{f'：{shown}{more}' if listed else '，见“填报情况”'}")
    review = len(ledger.findings) + sum(len(plan.findings) for plan in ledger.plans)
    talk(f"待核 {review} 项，见“待核”" if review else "没有待核事项")
    return int(bool(ledger.findings))
