"""Who belongs to a collective: a CSV file of a user's, with every fault named by file and line."""

from __future__ import annotations

import csv
import io
import re

from raci.register.csv_tables import raise_faults

__all__ = ["parse_members"]

#: what separates the members of a collective in a cell
_SEPARATOR = re.compile(r"[|、]")


def parse_members(text: str, file: str) -> dict[str, tuple[str, ...]]:
    """Collective → its members, of a CSV text (``name,members``, separated by ``|`` or 、).

    Raises RegisterError with all faults.
    """
    faults: list[str] = []
    members: dict[str, tuple[str, ...]] = {}
    reader = csv.reader(io.StringIO(text))
    try:
        if next(reader, []) != ["name", "members"]:
            faults.append(f"{file}:1：列应为 name,members")
        for row in reader:
            cells = [cell.strip() for cell in row]
            where = f"{file}:{reader.line_num}"
            if not any(row):
                continue
            if len(cells) != 2 or not all(cells):
                faults.append(f"{where}：应有 2 列：集合名称和成员")
            elif cells[0] in members:
                faults.append(f"{where}：名称重复：{cells[0]}")
            else:
                listed = (member.strip() for member in _SEPARATOR.split(cells[1]))
                members[cells[0]] = tuple(filter(None, listed))
    except csv.Error as error:
        faults.append(f"{file}:{reader.line_num}：不是有效的 CSV（{error}）")
    raise_faults(faults, "")
    return members
