"""What the words beside a responsibility matrix say of its signs: ▲为主办, R—执行, 知会（I）, O = Omitted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from raci.model.late_patterns import late_pattern
from raci.rules.column_heads import letter_roles
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import role_of_word

__all__ = ["Legend", "is_entry", "read_legend", "role_in_legend", "scheme_letters"]

_WORDS = r"(?P<words>[\u4e00-\u9fff]{2,10}|[A-Za-z][a-z]{2,}(?:[- /][A-Za-z][a-z]+){0,3})"
_JOINT = r"(?:为|是|表示|代表|指|即|[:：=＝—–\-－→])"
_OPEN, _SHUT = r"[“\"‘「（(\[【]", r"[”\"’」）)\]】]"
_BLANK = r"[ \t\u3000]"
#: what a letter stands for, before what that means: R（Responsible）：执行者
_GLOSS = r"(?:\s?[（(][^（）()\n]{2,20}[)）])"
_MARK = r"[√✓✔☑●○◎▲△★☆■□◆◇※×✕⊙]"
_LETTER = r"(?<![A-Za-z\d])[A-Z][1-9]?(?![A-Za-z\d])"
#: a short word that is a sign stands at the beginning of its entry, figures by themselves
_WORD = r"(?:(?<=[\s；;，,、。：:（(【\[“\"‘'/|])|^)[\u4e00-\u9fff]{1,2}|(?<![\d.])[1-9]"
#: how an entry says what a sign means, the surer ways first: ▲为主办, 主办▲, ★ 主责, 主责 ★
_WAYS = (
    late_pattern(
        rf"(?P<sign>{_MARK}|{_LETTER}|{_WORD}){_SHUT}?{_GLOSS}?\s*{_JOINT}+\s*{_OPEN}?{_WORDS}"
        rf"|(?P<bare>{_MARK}|(?<![A-Za-z\d])[A-Z])[（(]?(?P<said>[\u4e00-\u9fff]{{2,10}})",
        re.MULTILINE,
    ),
    late_pattern(
        rf"(?P<words>[\u4e00-\u9fff]{{2,8}}?|[A-Z][a-z]{{2,}})(?:用|以|为|标|记|[:：=＝—–\-])*{_BLANK}?{_OPEN}*"
        rf"(?P<sign>{_MARK}|{_LETTER})(?!\s*[=＝:：])"
    ),
    late_pattern(rf"(?P<sign>{_MARK}|{_LETTER}){_BLANK}+{_WORDS}"),
    late_pattern(rf"{_WORDS}{_BLANK}+(?P<sign>{_MARK}|{_LETTER})"),
)
_ENTRY = late_pattern(rf"(?:{_MARK}|[A-Z][1-9]?\s*{_JOINT})\s*[\u4e00-\u9fffA-Za-z]{{2}}")

#: letters that mean the same in nearly every chart
_FIRM = "RA"


class Legend(NamedTuple):
    """What signs mean: the roles that are said of them, those that say no part, and whether letters say other things.

    ``is_other``: the words explain its letters as what has nothing to do with duties (R读取, A精通).
    """

    roles: Mapping[str, str]
    none: frozenset[str] = frozenset()
    is_other: bool = False


def read_legend(around: str, rules: ActiveRules) -> Legend:
    """What the words around a matrix say of its signs; the way of writing holds that explains most of them."""
    found = Legend({})
    for way in _WAYS:
        entries = _entries(around, way)
        legend = _understood(entries, rules)
        if len(legend.roles) + len(legend.none) > len(found.roles) + len(found.none):
            found = legend
    return found._replace(roles={**_of_scheme(around), **found.roles}, is_other=_says_other(around, found))


def is_entry(words: str) -> bool:
    """Whether the words of a cell begin with a sign and what it means: R=执行, ● 主导部门."""
    return _ENTRY.match(words) is not None


def _says_other(around: str, legend: Legend) -> bool:
    """Whether letters are explained as what has nothing to do with duties: R读取, A精通, R=Running and I=Idle."""
    entries = max((_entries(around, way) for way in (_WAYS[0], _WAYS[2])), key=len)
    letters = {sign: words for sign, words in entries.items() if sign.isascii() and sign.isalpha()}
    other = sum(lexicon_pattern("legend.no-duties").match(words) is not None for words in letters.values())
    unsaid = len(letters) > 1 and not (letters.keys() & (legend.roles.keys() | legend.none))
    return 2 * other > len(letters) or unsaid


def _entries(around: str, way: re.Pattern[str]) -> Mapping[str, str]:
    """Sign → words, where they stand beside each other in that way; what is said first of a sign holds."""
    entries: dict[str, str] = {}
    for match in way.finditer(around):
        said = {"bare": "", "said": "", **match.groupdict()}
        entries.setdefault(said["sign"] or said["bare"], said["words"] or said["said"])
    return entries


def _understood(entries: Mapping[str, str], rules: ActiveRules) -> Legend:
    letters = [sign for sign in entries if sign.isascii() and sign.isalnum()]
    if len(letters) == 1 and letters[0] in letter_roles():  # 附表C 审核流程
        entries = {sign: words for sign, words in entries.items() if sign not in letters}
    roles: dict[str, str] = {}
    none: set[str] = set()
    related = lexicon_pattern("legend.related")
    for sign, words in entries.items():
        role = role_in_legend(words, rules)
        if role == "none":
            none.add(sign)
        elif role is not None:
            roles[sign] = role
    if roles:
        roles.update({sign: "support" for sign, words in entries.items() if related.match(words)})
    return Legend(_with_usual(roles), frozenset(none))


def role_in_legend(words: str, rules: ActiveRules | None = None) -> str | None:
    """The role that the words of a legend say: 主办, 最终负责, 主要职责部门, Consulted."""
    role = role_of_word(words, rules) if not words.isascii() else None
    if role is None and lexicon_pattern("legend.main").match(words):
        return "responsible"
    if role == "leader":
        return "responsible"  # 负责人(R)
    said = lexicon_pattern("legend.role").match(words) if role is None else None
    return role if said is None else said.lastgroup


def _with_usual(roles: Mapping[str, str]) -> dict[str, str]:
    """The roles, R and A what they are anywhere: A批准 and R负责 say no more, unless another letter is the lead's."""
    leading = {sign for sign, role in roles.items() if role == "lead"}
    found = dict(roles)
    believed = lexicon_pattern("legend.believed")
    for letter in _FIRM:
        if letter in roles and not believed.fullmatch(f"{letter} {roles[letter]}") and not leading - {letter}:
            found[letter] = letter_roles()[letter]
    return found


def _of_scheme(around: str) -> Mapping[str, str]:
    """What letters mean in the kind of chart that the words around it name."""
    named = lexicon_pattern("legend.scheme").search(around)
    return scheme_letters(str(named.lastgroup)) if named is not None else {}


def scheme_letters(scheme: str) -> Mapping[str, str]:
    """The letters of a kind of chart (RAPID) that mean other things than usual, and the role of each."""
    return letter_roles("legend.scheme-letter", scheme)
