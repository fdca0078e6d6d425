"""Whether the end of a printed line breaks a name of a body, or a list of names."""

from __future__ import annotations

from raci.readers.tables.text_lines import NEVER_FIRST
from raci.readers.tables.wrapped_names import GOES_ON, is_broken_off, tail_of
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["breaks_name"]


def breaks_name(above: str, below: str) -> bool:
    """Whether a name, or a list of names, goes on from one line to the next."""
    if below[0] in NEVER_FIRST or above[-1] in GOES_ON:
        return True
    return _ends_name(above, below) or is_broken_off(above) or _is_cut_in_two(above, below)


def _ends_name(above: str, words: str) -> bool:
    """Whether words begin with the end of a name: 员会、县水利局; 妇联、县水利局 do not below whole names."""
    tail = tail_of(words)
    return tail is not None and (like_bodies(tail[0]) != (1, 0) or cell_content(above).odd > 0)


def _is_cut_in_two(above: str, words: str) -> bool:
    """Whether the end of a line broke a name: 省财政厅、中国 ⏎ 人民银行省分行, where neither part is one by itself."""
    last, first = LIST_PAUSE.split(above)[-1], LIST_PAUSE.split(words)[0]
    return like_bodies(last) != (1, 0) and like_bodies(last + first) == (1, 0)
