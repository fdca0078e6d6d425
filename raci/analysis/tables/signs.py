"""What the signs of a responsibility matrix mean: its letters, its marks by a legend or by a head, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from raci.analysis.tables.legends import Legend, read_legend, role_in_legend, scheme_letters
from raci.model import ROLES
from raci.model.late_patterns import late_pattern
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.column_heads import ColumnHead, letter_roles
from raci.rules.columns import read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import role_of_word, says_role

__all__ = ["BodyHead", "SignMeanings", "body_head", "explained_signs", "sign_meanings"]

#: a body that heads a column and has its role behind it: 产品部(R), 市住建局（牵头）
_BODY_HEAD = late_pattern(
    r"(?P<name>[A-Za-z]{2,20}|[A-Za-z\u4e00-\u9fff]{2,20})\s*[（(\[【［]\s*(?P<role>[A-Z]|[\u4e00-\u9fff]{2,4})\s*[)）\]】］]"
)
#: letters of a responsibility matrix that are no grades
_NO_GRADES = frozenset("RI")
#: words that say what kind of chart it is, and that its letters are no grades
_KIND_OF_CHART = late_pattern(r"RACI|DACI|RAPID|PARIS|CAIRO|RASIC?")
#: letters in a cell, also with a number each (R1) or with others in brackets (A(R)), and what parts them
_LETTERS = late_pattern(
    r"[A-Za-z][1-9]?(?:\s*[/、,，;；+＋&和\s(（]*\s*[A-Za-z][1-9]?){0,3}[)）]?(?:\s*[（(][^（）()]{1,20}[)）]|[*＊※①-⑨¹²³])?"
)
_LETTER = late_pattern(r"[A-Za-z][1-9]?")
#: a letter with the word that it is for: R-负责, A（问责）, 执行(R)
_SPELT = late_pattern(
    r"(?P<letter>[A-Z])\s*[-—–－:：/（(【\[]?\s*(?P<words>[\u4e00-\u9fff]{2,6})[)）】\]]?"
    r"|(?P<first>[\u4e00-\u9fff]{2,6})\s*[-—–－:：/（(【\[]?\s*(?P<behind>[A-Z])[)）】\]]?"
)
_REMARK = late_pattern(r"[（(][^（）()]*[\u4e00-\u9fff][^（）()]*[)）]")
_JOINTS = late_pattern(r"[/／、，,+＋;；\n]+")
_LONGEST_SPELT, _LONGEST_WORD = 12, 3
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

    def with_responsible(self) -> SignMeanings:
        """The same, the lone mark meaning that a body is responsible."""
        return self._replace(by_sign={**self.by_sign, self.lone: ("responsible",)})


def sign_meanings(
    signs: Mapping[str, int], around: str, over: ColumnHead | None, duties: bool, rules: ActiveRules
) -> SignMeanings | None:
    """What the signs of a matrix mean. None: they are no duties at all.

    ``around`` are the words that may hold a legend, ``over`` is the head that reaches over the bodies.
    ``duties``: the title of the table says that its signs are such.
    """
    legend = read_legend(around, rules)
    letters = {letter[0] for words in signs for letter in _letters_of(words, legend)}
    marks = {words for words in signs if cell_content(words).kind == "mark"}
    if letters and legend.is_other:
        return None  # who may read and write, how well somebody knows something
    explained = {letter for letter in letters if letter in legend.roles}
    # A and C alone may be grades, but in a table of duties; R and I are none
    lettered = duties or bool(letters & _NO_GRADES or explained) or _KIND_OF_CHART.search(around) is not None
    worded = any(cell_content(words).kind == "role" for words in signs)
    # a driver (D) among them and no R: who drives a decision, and who approves it (A)
    usual = {**letter_roles(), **(scheme_letters("DACI") if "D" in letters and "R" not in letters else {})}
    of_letter = {**usual, **legend.roles}
    meanings: dict[str, tuple[str, ...]] = {}
    for words in signs:
        held = _letters_of(words, legend)
        if held:
            meanings[words] = _roles_of_letters(held, of_letter, legend) if lettered else ()
            continue
        role = legend.roles.get(words) or _own(words, rules)
        kind = cell_content(words).kind
        if role is None and kind == "mark":
            role = over.role if over is not None and len(marks) == 1 else None
        elif role is None and (kind == "role" or worded):  # 具体实施 beside 牵头, 配合
            role = role_of_word(words, rules)
        meanings[words] = (role,) if role is not None else _roles_of_list(words, legend, rules)
    if not any(meanings.values()) and (letters or not marks) and not lettered:
        return None  # marks of a contest, grades, what state things are in: no duties
    lone = next(iter(marks)) if len(marks) == 1 and not marks & (_NOT | legend.roles.keys()) else ""
    unexplained = {words for words, roles in meanings.items() if not roles}
    no_part = frozenset(word for word in unexplained if _says_no(word, rules) or _are_none(word, legend))
    return SignMeanings(meanings, lone, no_part)


def _letters_of(words: str, legend: Legend) -> tuple[str, ...]:
    """The letters that a cell holds: R, A/R, A(R), R-负责; none where it holds other words.

    Letters that are none of a usual chart are such where the legend explains them.
    """
    spelt = _SPELT.fullmatch(words) if len(words) <= _LONGEST_SPELT else None
    if spelt is not None and role_in_legend(spelt["words"] or spelt["first"]) is not None:
        letter = spelt["letter"] or spelt["behind"]
        return (letter,) if letter in letter_roles() or letter in legend.roles else ()
    if cell_content(words).kind != "letters" and _LETTERS.fullmatch(words) is None:
        return ()
    letters = tuple(letter.upper() for letter in _LETTER.findall(_REMARK.sub("", words)))
    if cell_content(words).kind == "letters":
        return letters
    explained = legend.roles.keys() | legend.none | letter_roles().keys()
    return letters if all(letter in explained or letter[0] in explained for letter in letters) else ()


def _roles_of_letters(letters: Sequence[str], of_letter: Mapping[str, str], legend: Legend) -> tuple[str, ...]:
    """The roles of a cell's letters; none where one of them means nothing. Of A/R only A's: it leads its own task."""
    said = [of_letter.get(letter) or of_letter.get(letter[0]) for letter in letters if letter not in legend.none]
    roles = tuple(role for role in said if role is not None)
    if len(roles) != len(said):
        return ()
    return ("lead",) if "lead" in roles else roles


def _roles_of_list(words: str, legend: Legend, rules: ActiveRules) -> tuple[str, ...]:
    """The roles of several signs in one cell: ▲△, 牵头、审批, 负责/配合; none where one of them means nothing."""
    pieces = list(words) if cell_content(words).kind == "mark" else _JOINTS.split(words)
    if len(pieces) == 1 or len(words) > _LONGEST_SPELT:
        return ()
    said = [legend.roles.get(piece.strip()) or role_of_word(piece.strip(), rules) for piece in pieces if piece.strip()]
    roles = tuple(role for role in said if role is not None)
    return roles if len(roles) == len(said) else ()


def _are_none(words: str, legend: Legend) -> bool:
    letters = _letters_of(words, legend)
    return words in legend.none or (bool(letters) and all(letter in legend.none for letter in letters))


def _says_no(sign: str, rules: ActiveRules) -> bool:
    """Whether a sign says that a body has no part: ×, or what a user's rule counts among the rest."""
    head = read_head(sign, rules)
    return sign in _NOT or (head is not None and head.rule.user and head.role not in ROLES)


def explained_signs(around: str, rules: ActiveRules) -> Callable[[str], bool]:
    """Whether words are a sign that a legend in the words ``around`` a matrix explains, or the user, or themselves."""
    known: dict[str, bool] = {}  # cells of many rows say the same

    @cache
    def legend() -> Legend:
        return read_legend(around, rules)

    def look(words: str) -> bool:
        if words in legend().roles or words in legend().none or _own(words, rules) is not None:
            return True
        return bool(_letters_of(words, legend()) or _roles_of_list(words, legend(), rules)) or _says_part(words)

    def is_explained(words: str) -> bool:
        if len(words) > _LONGEST_SPELT:
            return False
        if words not in known:
            known[words] = look(words)
        return known[words]

    return is_explained


def _says_part(words: str) -> bool:
    """Whether words are one for a role that also begins other texts: 实施, 主导."""
    return len(words) <= _LONGEST_WORD and says_role(words)


def _own(mark: str, rules: ActiveRules) -> str | None:
    """The role that a user's rule gives a mark."""
    head = read_head(mark, rules)
    return head.role if head is not None and head.rule.user and head.role in ROLES else None


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
    role = letter_roles().get(match["role"])
    role = role or role_of_word(match["role"], rules)
    return None if role is None else BodyHead(match.end("name"), role)
