"""Pieces of a line that an OFD file prints over one another are read one behind another."""

from __future__ import annotations

from documents import ofd

from raci.pipeline import extract
from raci.readers.registry import read_bytes

_LINE = "（一）整治河道。清淤两公里。（牵头单位：市水利局）"


def _piece(text: str, y: float = 60.0, x: float = 0.0) -> str:
    step = 5 * len(_LINE) / len(text)
    return (
        f'<ofd:TextObject Boundary="38 {y:g} {5 * len(_LINE)} 5" Font="1" Size="5">'
        f'<ofd:TextCode X="{x:g}" Y="5" DeltaX="g {len(text) - 1} {step:g}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def _rows(objects: str) -> list[tuple[str, str]]:
    (document,) = read_bytes(ofd(["市政府工作方案"], objects=objects), "方案.ofd")
    return [(row.clause.heading, row.department.name) for row in extract(document)]


def test_pieces_of_a_line_at_one_place_are_read_in_their_order() -> None:
    pieces = [_LINE[:3], _LINE[3:8], _LINE[8:]]
    assert _rows("".join(map(_piece, pieces))) == [("整治河道", "市水利局")]


def test_what_is_printed_twice_is_read_once() -> None:
    assert _rows(_piece(_LINE) + _piece(_LINE)) == [("整治河道", "市水利局")]
