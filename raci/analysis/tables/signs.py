"""What the signs of a responsibility matrix mean: its letters, its marks by a legend or by a head, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from raci.model import ROLES
from raci.model.late_patterns import late_pattern
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content, letters_of
from raci.rules.column_heads import LETTER_ROLES, ColumnHead
from raci.rules.columns import read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import role_of_word

__all__ = ["BodyHead", "SignMeanings", "body_head", "explained_signs", "sign_meanings"]

#: one entry of a legend: ▲为主办部门, △：协办, √ 表示负责, L—牵头, 1 表示主责
_LEGEND = late_pattern(
    r"(?P<mark>[√✓✔☑●○◎▲△★☆■□◆◇※×✕⊙]|(?<![A-Za-z])[A-Z](?=\s*[为是表代指:：=＝—–-])|(?<![\d.])[1-9](?=\s*[为是表代指:：=＝—–-]))[”\"’」]?(?:\s*(?:为|是|表示|代表|指|[:：=＝—–-])+\s*)?(?P<words>[\u4e00-\u9fff]{2,8})"
)
_LEGEND_TURNED = late_pattern(
    r"(?P<words>[\u4e00-\u9fff]{2,8}?)(?:用|以|为|标|记|[:：=—-])*\s*[“\"‘「（(]?(?P<mark>[√✓✔☑●○◎▲△★☆■□◆◇※×✕⊙])"
)
#: a body that heads a column and has its role behind it: 产品部(R), 市住建局（牵头）
_BODY_HEAD = late_pattern(
    r"(?P<name>[A-Za-z]{2,20}|[A-Za-z\u4e00-\u9fff]{2,20})\s*[（(\[【［]\s*(?P<role>[A-Z]|[\u4e00-\u9fff]{2,4})\s*[)）\]】］]"
)
#: letters of a responsibility matrix that are no grades, and words that say what such letters mean
_NO_GRADES = frozenset("RI")
_LETTER_LEGEND = late_pattern(r"RACI|DACI|[RACID]\s*(?:[:：=＝—–-]+|为|表示|代表)\s*[\u4e00-\u9fff]{2,}")
#: what letters mean where a driver (D) is among them and no R: who drives a decision, and who approves it (A)
_DRIVEN = {**LETTER_ROLES, "D": "lead", "A": "approve"}
#: marks that say no
_NOT = frozenset("×✕")


class BodyHead(NamedTuple):
    """A body that heads a column with the role that it has in all of its rows: the length of its name, the role."""

    length: int
    role: str


class SignMeanings(NamedTuple):
    """What the signs of a matrix mean: sign → roles (none for one that nothing explains).

    ``lone`` is the mark of a matrix that has but one and no legend for it: there it says that a body has a part, and
    the heads say which. ``no_part``: the signs that say that a body has none.
    """

    by_sign: Mapping[str, tuple[str, ...]]
    lone: str = ""
    no_part: frozenset[str] = frozenset()

    def roles(self, sign: str, head: BodyHead | None) -> tuple[str, ...]:
        """The roles that a sign gives the body over it; empty where it is not understood."""
        return (head.role,) if head is not None and sign == self.lone else self.by_sign.get(sign, ())

    @property
    def is_lone_unexplained(self) -> bool:
        """Whether there is a lone mark of which nothing says what it means."""
        return self.lone != "" and not self.by_sign.get(self.lone)

    def with_lone(self, role: str) -> SignMeanings:
        """The same, the lone mark meaning a role."""
        return self._replace(by_sign={**self.by_sign, self.lone: (role,)})


def sign_meanings(
    signs: Mapping[str, int], around: str, over: ColumnHead | None, rules: ActiveRules
) -> SignMeanings | None:
    """What the signs of a matrix mean. None: they are no duties at all.

    ``around`` are the words that may hold a legend, ``over`` is the head that reaches over the bodies.
    """
    letters = {letter for words in signs if cell_content(words).kind == "letters" for letter in letters_of(words)}
    marks = {words for words in signs if cell_content(words).kind == "mark"}
    # A and C alone may be grades; R and I are none
    lettered = bool(letters & _NO_GRADES) or _LETTER_LEGEND.search(around) is not None
    worded = any(cell_content(words).kind == "role" for words in signs)
    driven = "D" in letters and "R" not in letters
    meanings: dict[str, tuple[str, ...]] = {}
    legend = _legend(around, rules)
    for words in signs:
        kind = cell_content(words).kind
        if kind == "letters" and lettered:
            meanings[words] = _roles_of_letters(words, driven)
        elif kind == "mark":
            role = (
                legend.get(words) or _own(words, rules) or (over.role if over is not None and len(marks) == 1 else None)
            )
            meanings[words] = () if role is None else (role,)
        elif kind == "role":
            role = role_of_word(words, rules)
            meanings[words] = () if role is None else (role,)
        else:
            # 具体实施 beside 牵头, 配合
            role = legend.get(words) or _own(words, rules) or (role_of_word(words, rules) if worded else None)
            meanings[words] = () if role is None else (role,)
    if letters and not lettered and not any(meanings.values()):
        return None  # marks of a contest, grades: no duties
    lone = next(iter(marks)) if len(marks) == 1 and not marks & (_NOT | legend.keys()) else ""
    unexplained = {words for words, roles in meanings.items() if not roles}
    return SignMeanings(meanings, lone, frozenset(word for word in unexplained if _says_no(word, rules)))


def _says_no(sign: str, rules: ActiveRules) -> bool:
    """Whether a sign says that a body has no part: ×, or what a user's rule counts among the rest."""
    head = read_head(sign, rules)
    return sign in _NOT or (head is not None and head.rule.user and head.role not in ROLES)


def explained_signs(around: str, rules: ActiveRules) -> Callable[[str], bool]:
    """Whether words are a sign that a legend in the words ``around`` a matrix explains, or the user."""
    legend = _legend(around, rules)
    return lambda words: words in legend or _own(words, rules) is not None


def _own(mark: str, rules: ActiveRules) -> str | None:
    """The role that a user's rule gives a mark."""
    head = read_head(mark, rules)
    return head.role if head is not None and head.rule.user and head.role in ROLES else None


def _legend(around: str, rules: ActiveRules) -> dict[str, str]:
    """What the words around a matrix say of its marks: ▲为主办, ●负责；○配合, or else 主办▲ 协办△."""
    for pattern in (_LEGEND, _LEGEND_TURNED):
        entries = [(match["mark"], match["words"]) for match in pattern.finditer(around)]
        legend = {mark: role for mark, words in entries if (role := _role_in_legend(words, rules)) is not None}
        if legend:
            related = lexicon_pattern("legend.related")
            return {mark: "support" for mark, words in entries if related.match(words)} | legend
    return {}


def _role_in_legend(words: str, rules: ActiveRules) -> str | None:
    """The role that a legend says: ▲主办, and ▲主要职责部门, as tables of a quality system have it."""
    role = role_of_word(words, rules)
    return "responsible" if role is None and lexicon_pattern("legend.main").match(words) else role


def _roles_of_letters(words: str, driven: bool) -> tuple[str, ...]:
    """The roles of a cell's letters; none where one of them means nothing. Of A/R only A's: it leads its own task.

    ``driven``: they are those of a chart of decisions (DACI).
    """
    of_letter = _DRIVEN if driven else LETTER_ROLES
    roles = tuple(of_letter[letter] for letter in letters_of(words) if letter in of_letter)
    if len(roles) != len(letters_of(words)):
        return ()
    return ("lead",) if "lead" in roles else roles


def _may_be_body(name: str) -> bool:
    """Whether a name may be that of a body: of a government, a part of a company (研发), in Latin letters."""
    part = lexicon_pattern("cell.company-part")
    return name.isascii() or like_bodies(name) == (1, 0) or part.fullmatch(name) is not None


def body_head(words: str, rules: ActiveRules) -> BodyHead | None:
    """A head that names a body and its role: 产品部(R), 市住建局（牵头）; else None (担当(R), 市城管局)."""
    match = _BODY_HEAD.fullmatch(words)
    if match is None or not _may_be_body(match["name"]):
        return None
    known = read_head(match["name"], rules)
    if known is not None and known.role != "unit":
        return None
    role = LETTER_ROLES.get(match["role"])
    role = role or role_of_word(match["role"], rules)
    return None if role is None else BodyHead(match.end("name"), role)
