"""Lists of matters whose departments are meant: 发改、财政等部门 are two bodies, as they are in an annotation."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.tokens import with_ending
from raci.model import Mention
from raci.rules.lexicon import lexicon_pattern
from raci.rules.word_tables import word_endings

__all__ = ["departments_in"]


def departments_in(name: str) -> Iterator[Mention]:
    """The departments that a name lists by their matters, with spans in it; none where it is no such list.

    Each is called as it is written, and in full with the ending that all share and the level that the first bears:
    市财政、税务等部门 are 市财政 (市财政部门) and 税务 (市税务部门). What is a body by itself (海关) shares nothing. A
    list with places or governments in it, or with matters of which nobody can say whether 和 parts them, stays one
    name.
    """
    listed = lexicon_pattern("prose.matters").fullmatch(name) if "、" in name else None
    if listed is None:
        return
    ending, is_open = listed["of_open"] or listed["ending"], listed["open"] is not None
    level = listed["level"] or ""
    joined, is_body = lexicon_pattern("prose.joined-matter"), word_endings("prose.toml", "doer_endings").end
    matters = listed["matters"].split("、")
    if any(joined.search(matter) and joined.fullmatch(matter) is None for matter in matters):
        return
    start = 0
    for order, matter in enumerate(matters):
        written = matter if order else f"{level}{matter}"
        end = start + len(written)
        if order == len(matters) - 1 and not is_open:
            written, end = name[start:], len(name)
        whole = "" if is_body(matter) else with_ending(f"{level}{matter}", ending)
        yield Mention(written, start, end, 0, "" if written == whole else whole)
        start = end + 1
