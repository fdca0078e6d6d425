"""Lines of nothing but bodies over the lists of what these do: 市园林局 ⏎ 1.编制规划。 ⏎ 2.…"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from raci.analysis.numbers import number_value
from raci.model import Clause
from raci.rules.lexicon import lexicon_words

__all__ = ["body_lines"]

#: so many of them make a document by body, and the longest of them, in characters
_LEAST, _LONGEST = 2, 40
_COLONS = "：:∶"


def body_lines(clauses: Sequence[Clause], text: str, names: Callable[[Clause], object]) -> frozenset[int]:
    """The paragraphs that are such lines, by index; ``names`` gives the bodies that are all of a paragraph's words.

    Each stands over the first item of a list: where the numbers go on, it may say who does what stands above it. A
    label (责任单位：市园林局) is none.
    """
    ends = lexicon_words("prose.last-of-name")
    found = set()
    for one, following in pairwise(clauses):
        words = one.heading.rstrip(_COLONS)
        if one.kind != "paragraph" or following.kind != "item" or words[-1:] not in ends or len(words) > _LONGEST:
            continue
        is_label = any(colon in words for colon in _COLONS)
        behind = text[one.start + len(one.heading) : one.end].strip(f"{_COLONS} \n\u3000")
        if not is_label and not behind and number_value(following) == 1 and names(one):
            found.add(one.index)
    return frozenset(found) if len(found) >= _LEAST else frozenset()
