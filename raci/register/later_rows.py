"""Rows of the register that took over from a row by any reform, wherever that is known to hold.

For whoever sees the one body gone and the other come: what reform did so at that place is then plain. Whose heir a body
is where only one of both is seen, ``succession`` says.
"""

from __future__ import annotations

from functools import cache

from raci.register.register import Register

__all__ = ["later_rows"]


@cache
def later_rows(register: Register, row: str) -> tuple[str, ...]:
    """The rows that took over from a row, and from those; the nearest first, the row itself not among them."""
    found: dict[str, None] = {row: None}
    queue = [row]
    while queue:
        for steps in register.steps.get(queue.pop(0), {}).values():
            for step in steps:
                if step.after.body.row not in found:
                    found[step.after.body.row] = None
                    queue.append(step.after.body.row)
    return tuple(found)[1:]
