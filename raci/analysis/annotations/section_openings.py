"""The paragraph between a heading and its items: what it says of who does it is said of the heading."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from raci.model import Clause

__all__ = ["opens_section"]


def opens_section(
    paragraph: int, section: Clause, below: Sequence[Clause], lines: Collection[int], told: Collection[int]
) -> bool:
    """Whether a paragraph says more of the heading above it, with who does it, and the items say nothing of that.

    ``below`` are the clauses right below the section; ``lines`` hold annotations alone, ``told`` any.
    """
    if section.kind != "section" or below[0].index != paragraph:
        return False
    others = [clause for clause in below[1:] if clause.index not in lines]
    return bool(others) and others[0].kind == "item" and not any(clause.index in told for clause in others)
