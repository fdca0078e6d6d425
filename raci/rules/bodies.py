"""Whether words read like names of bodies, by the built-in rules: what readers need to tell cells apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.loading import built_in
from raci.rules.matching import any_of
from raci.rules.quick_heads import name_look
from raci.rules.text_pattern import TextPattern, compile_limitable, compile_plain
from raci.rules.traditional import as_simplified

__all__ = ["are_bodies", "is_one_body", "like_bodies", "may_be_like_bodies"]

#: so many cells are remembered
_MOST_KNOWN = 8192
#: a body that stands alone in a line is no longer
_LONGEST_NAME = 16
#: nor is one of a list longer than this
_LONGEST_PART = 44
_PARTS = compiled(r"[、，,；;\s]|(?<=[^\x00-\x7f])[&＆/／](?=[^\x00-\x7f])|以及|等(?=$|[、，,；;及和与])")
_BRACKETS = compiled(r"[（(〔\[［【〈][^（）()〔〕\[\]［］【】〈〉]*[)）〕\]］】〉]|“[^“”]*”")
#: signs that may stand behind a list of names, and what may close a bracket or a quote at its end; of such an end so
#: many characters are looked at
_AFTER_NAMES, _CLOSING, _TAIL = "。.·—-、，,；;等 \t\n\u3000", ")）〕]］】〉”及", 4
_GLUED = compiled(
    r"(?:局|委|办|厅|院|部|会|府|司|行|团|中心)(?=[市省区县州](?:市场)?[^市省区县州]{2,}(?:局|委|办|厅|院|部|会|行|社|联|中心|集团|公司)$)"
)


@cache
def _patterns() -> tuple[TextPattern, TextPattern]:
    rules = built_in()
    ending = "(?r)" + "|".join(f"(?:{rule.pattern})" for rule in rules if rule.kind == "ending")
    prose = any_of([rule for rule in rules if rule.kind == "prose"])
    return compile_limitable(ending), compile_plain(prose)


@cache
def _last_characters() -> frozenset[str] | None:
    """The simplified characters that names end with, as far as they are known."""
    return name_look(any_of([rule for rule in built_in() if rule.kind == "ending"]))


@cache
def _may_end(last: str) -> bool:
    """Whether a name may end with a character, simplified or not."""
    known = _last_characters()
    return known is None or as_simplified(last) in known


def may_be_like_bodies(text: str) -> bool:
    """Whether ``text`` may list nothing but names that read like bodies, by what it ends with: a quick look."""
    end = text[-_TAIL:].rstrip(_AFTER_NAMES)
    return not end or end[-1] in _CLOSING or _may_end(end[-1])


def _is_like_body(name: str) -> bool:
    if not 2 <= len(name) <= _LONGEST_PART or not _may_end(name[-1]):
        return False
    ending, prose = _patterns()
    return ending.search(name) is not None and prose.search(name) is None


def is_one_body(text: str) -> bool:
    """Whether a short text is the name of one body and nothing else, as the name of a sheet may be."""
    return 2 < len(text) <= _LONGEST_NAME and like_bodies(text) == (1, 0)


def are_bodies(names: Iterable[str]) -> bool:
    """Whether names behind a label of persons are all of bodies (责任人：客服部、质量部); a post (区委常委) is none."""
    listed = list(names)
    is_post = lexicon_pattern("name.acting-post").fullmatch
    return bool(listed) and all(
        is_one_body(name) and not name.endswith("常委") and is_post(name) is None for name in listed
    )


@lru_cache(maxsize=_MOST_KNOWN)
def like_bodies(text: str) -> tuple[int, int]:
    """How many of the names that ``text`` lists read like bodies, and how many do not (or are two run together)."""
    good = bad = 0
    for part in _PARTS.split(_BRACKETS.sub("", as_simplified(text))):
        name = part.strip("。.·—-")
        if not name:
            continue
        if _is_like_body(name) and not _GLUED.search(name):
            good += 1
        else:
            bad += 1
    return good, bad
