"""What a user says of the columns of a table, and of signs in it: 责任人 is the leader, 事项 the task, ▲ leads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from raci.errors import OptionError
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS
from raci.rules.bare_head import bare_head
from raci.rules.values import ROLES_OF_KIND, Rule

__all__ = ["COLUMNS_OPTION", "COLUMN_ROLES", "column_rules", "parse_columns", "role_fault"]

#: the option by which a user says it; it is the ``file`` of such rules
COLUMNS_OPTION = "--columns"
#: role of a column → its word
COLUMN_ROLES: Mapping[str, str] = {
    **{role: ROLE_WORDS[role] for role in ROLES},
    "task": "任务",
    "content": "内容",
    "chapter": "类别",
    "number": "序号",
    "deadline": "时限",
    "unit": "单位",
    "duty": "职责",
    "remark": "其余",
}
_BY_WORD = {word: role for role, word in COLUMN_ROLES.items()}


def parse_columns(written: str) -> tuple[Rule, ...]:
    """The rules of ``责任人=leader,事项=task``; a role may be given by its key or by its word.

    Raises OptionError where that is not how it is written, or names an unknown role.
    """
    columns: dict[str, str] = {}
    for part in re.split(r"[,，;；]", written):
        head, equals, role = (piece.strip() for piece in part.partition("="))
        if not head or not equals or not role:
            raise OptionError(
                f"写法不对：{part.strip() or written}", place=COLUMNS_OPTION, remedy="请写 表头=角色，逗号分开"
            )
        fault = role_fault(role)
        if fault:
            raise OptionError(fault[0], place=COLUMNS_OPTION, remedy=fault[1])
        columns[head] = role
    return column_rules(columns, COLUMNS_OPTION)


def role_fault(role: object) -> tuple[str, str] | None:
    """What is wrong with the role of a column, and what there is; None where it is one."""
    if isinstance(role, str) and (role in ROLES_OF_KIND["column"] or role in _BY_WORD):
        return None
    return f"没有名为“{role}”的列", f"可用：{'、'.join(f'{key} {word}' for key, word in COLUMN_ROLES.items())}"


def column_rules(columns: Mapping[str, str], file: str) -> tuple[Rule, ...]:
    """The rules of columns whose roles were checked: head → role."""
    return tuple(
        Rule(
            id=f"columns.{head}",
            kind="column",
            pattern=re.escape(bare_head(head)),
            why="使用者说的",
            match=(head,),
            no_match=(f"非{head}",),
            role=_BY_WORD.get(role, role),
            user=True,
            file=file,
        )
        for head, role in columns.items()
    )
