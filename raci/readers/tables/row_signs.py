"""What may part the cells of rows that are written as lines: dots, dashes, arrows, commas, single blanks."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.model.pattern_codes import compiled

__all__ = ["ANY_MARK", "SIGNS", "Sign"]


class Sign(NamedTuple):
    """What parts cells, and the characters of which it holds one; whether such a table may be known by its heads, and
    have sections between its rows; what may stand at the ends of a row; whether the sign parts no cell between
    quotation marks ("甲，乙","丙").
    """

    between: re.Pattern[str]
    marks: str
    headed: bool = True
    sections: bool = True
    edge: str = " \u3000"
    quoted: bool = False


#: the most certain first
SIGNS = (
    Sign(
        compiled(r"[ \u3000]*(?:…+|⋯+|[.．]{3,}|[·•・]{3,}|_{2,}|＿{2,}|[—─-]{3,}|[～~]{3,})[ \u3000]*"),
        "…⋯.．·•・_＿—─-～~",
    ),
    Sign(compiled(r"[ \u3000]*(?:→|⇒|➔|➡|⟶|[-=]+>)[ \u3000]*"), "→⇒➔➡⟶>"),
    Sign(compiled(r"[ \u3000]*(?:!!|\|\||！！)[ \u3000]*"), "!|！", edge=" \u3000!|！"),
    Sign(compiled(r"[ \u3000]*(?:——?|－－?|[-–])[ \u3000]*"), "—－-–"),
    Sign(compiled(r"[ \u3000]*[·•・][ \u3000]*"), "·•・"),
    Sign(compiled(r"[\]】］][ \u3000]*[\[【［]"), "]】］", edge=" \u3000[]【】［］"),
    Sign(
        compiled(r"[ \u3000]*[\"”]?[,，][\"“]?[ \u3000]*"), ",，", sections=False, edge=' \u3000。；;"“”', quoted=True
    ),
    Sign(compiled(r"[ \u3000]*[;；][ \u3000]*"), ";；", sections=False, edge=" \u3000。；;"),
    Sign(compiled(r"[ \u3000]*[/／][ \u3000]*"), "/／", sections=False),
    Sign(compiled(r"[ \u3000]*[:：][ \u3000]*"), ":：", sections=False, edge=" \u3000。；;"),
    Sign(compiled(r"[ \u3000]+"), " \u3000", headed=False, sections=False, edge=" \u3000。；;"),
)
#: any of their marks: most lines hold those of one or two signs
ANY_MARK = compiled(f"[{re.escape(''.join(sign.marks for sign in SIGNS))}]")
