"""Words that read unlike names, and are such by where they stand: 由合美集团牵头，市财政局配合; 市教育局、云脊中心."""

from __future__ import annotations

import re

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.hints import VERB_REACH
from raci.analysis.annotations.odd_words import LONGEST_STRANGE, is_acting_post, is_generic, may_be_strange
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.rules.lexicon import lexicon_pattern

__all__ = ["strange_among_names", "strange_before_verbs", "strange_beside_lines"]

#: the longest such name in a list without a verb, in characters
_LONGEST_LISTED = 6
#: the fewest bodies that a list without a verb names beside them, and how many for each of them
_FEWEST, _FOR_EACH = 2, 2
_PIECE = re.compile("[，,；;]")
_LINKS = "、﹑"


def strange_before_verbs(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What words say in which each piece between commas is names and a verb, and half of all names are known bodies.

    None where a name is none that could stand there: what is done, or everybody. Persons with their posts are names
    (由李伟副局长牵头，规划处抓落实), and others where nobody but persons stands there (李伟牵头，王芳办理).
    """
    pieces = _PIECE.split(words)
    if not all(patterns.verb_at_end.search(piece, max(0, len(piece) - VERB_REACH)) for piece in pieces):
        return None
    content = parse(words, patterns)
    if not content.verbal:
        return None
    bodies, strange = _parted(content, patterns)
    if not strange:
        return None
    post, person = lexicon_pattern("name.person-with-post").fullmatch, lexicon_pattern("column.full-name").match
    if not bodies and len(pieces) > 1 and all(post(name) or person(name) for name in strange):
        return content
    odd = [name for name in strange if not post(name)]
    sure = sum(not is_generic(name) for name in bodies) + len(strange) - len(odd)
    return content if sure >= len(odd) and _may_be_names(odd, LONGEST_STRANGE) else None


def strange_among_names(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What a list says in which most names are known bodies, and the others short."""
    if not any(link in words for link in _LINKS):
        return None
    content = parse(words, patterns)
    if content.verbal:
        return None
    bodies, strange = _parted(content, patterns)
    enough = len(bodies) >= max(_FEWEST, _FOR_EACH * len(strange))
    return content if strange and enough and _may_be_names(strange, _LONGEST_LISTED) else None


def strange_beside_lines(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What a list says of which a name or more may be one only by the lines beside it: 灯光音响：蓝鲸文化、电教组."""
    content = parse(words, patterns)
    bodies, strange = _parted(content, patterns)
    listed = not content.verbal and bool(bodies or len(strange) > 1) and bool(strange)
    return content if listed and _may_be_names(strange, _LONGEST_LISTED) else None


def _parted(content: AnnotationContent, patterns: Patterns) -> tuple[list[str], list[str]]:
    """The names that read like those of bodies, and the others; none of these where anything is odd besides."""
    names = [mention.text for part in content.role_mentions if part.role != "leader" for mention in part.mentions]
    bodies = [name for name in names if is_body(name, patterns)]
    strange = [name for name in names if not is_body(name, patterns)]
    odd = sum(not is_acting_post(name) for name in strange)
    spoilt = content.labelled or content.unread or content.refused or content.odd_names != odd
    return bodies, [] if spoilt else strange


def _may_be_names(words: list[str], longest: int) -> bool:
    return all(may_be_strange(name, longest) for name in words)
