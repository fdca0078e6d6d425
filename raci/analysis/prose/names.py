"""The words before a verb to the names of bodies: one, several, or none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from raci.analysis.prose.general_names import around_general_names
from raci.analysis.prose.name_ends import (
    BRACKETS,
    FIRMS,
    OPEN_ENDS,
    ends_like_body,
    ends_list,
    holds_other_words,
    is_nobody,
    is_short_name,
)
from raci.analysis.prose.shared_ends import is_level, shares_end
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["PlacedName", "names_in"]

#: a name: its words and its span in the words that were given
PlacedName = tuple[str, int, int]

_LINK = compiled(
    r"、(?!政府$)|以及(?:其(?![他余]))?|或者?(?:由|其(?![他余]|指定|授权|委托|确定|所在))?|及其(?!他)|及(?!时|以[上下])|和(?!政府$|平区)(?!(?<=部门和)机构$)|(?<!实验室)与"
    r"|[/／](?=[省市县区各团])|(?<=[局委办厅府部院站心所社团])同(?=[省市县区各团][一-龥]{1,12}[局委办厅部院联]|海关)|(?<=[局委办厅部府会院心])[-－—](?=[省市县区各])"
)
#: a bracket that is no part of a name: a short form, another body that may stand in its place, its part in the work
_ALIAS = compiled(
    r"（(?:(?:以下)?(?:统称|简称|统一简称|称)|(?:办公室)?(?:设在|设于|挂靠)|或|包括|(?:牵头|责任|配合|主办|协办|承办|保障|支持|协同)(?:单位|部门)?[，、）])[^（）]*）?$"
)
_IN_BRACKETS = late_pattern("（[^（）]*）")
_OPEN_LIST = late_pattern(r"等(?:[一-龥]{0,8}(?:部门|单位|机构|地方|地区|方面|团体|组织))?(?:（[^（）]*）)?$")
#: 等部门, 等有关部门: what stands before are matters
_MATTERS = late_pattern(r"等[一-龥]{0,6}部门(?:和单位)?$")
_DEPARTMENTS = ("部门", "部门和单位")
#: where 的 links nothing, three characters each
_NO_LINK = compiled("区的[市地]|目的地")
_ASIDE = compiled(r"（[^（）]*(?:份|电子|传真|邮箱|电话|地址|下同|附件)[^（）]*）$")
#: those of a government or a bank, whichever they are
_ITS_OWN = late_pattern("及其(?:(?:工作|职能)?部门|(?:分支|派出|下属)机构)$")
#: offices rather than places: such own others together
_OFFICES = tuple("局厅委部办院")
#: what parts lists of names
_BETWEEN_LISTS = compiled("、{2,}")
#: what parts a body from the list behind it
_AND = ("和", "及", "以及", "与")
_OPENERS, _CLOSERS = "（(〔［[【〈“", "）)〕］]】〉”"
#: what a body begins with that says its level
_LEVELS = "国省市州县区各团"
#: the longest name, and the longest that is a list (甲、乙等部门), in characters; the shortest that a 的 describes
_LONGEST, _LONGEST_LIST, _SHORTEST_HEAD = 48, 120, 4
#: where the matter is
_THERE = late_pattern("其?(?:(?![应向由到报经在对与将把])[一-龥]){0,8}(?:所在|住所|居住|经营|发生)地的(?=[一-龥]{3})")
#: those whom only their tasks describe
_UNNAMED = late_pattern("[有承负][^的]{2,24}的(?:部门|单位|机构|机关|组织)(?:和(?:单位|个人))?$")
#: who is nobody beside firms
_MANAGER = "管理单位"
_MAY_LINK = compiled("[、和及与]").search
#: so many lists of names are remembered: nine of ten recur
_MOST_KNOWN = 16_384


def names_in(words: str) -> tuple[PlacedName, ...] | None:
    """The bodies that ``words`` lists, all of it; None where part of it is no name of anybody.

    Who stands for nobody in particular (有关部门), or is none who is given duties (a firm), is left out.
    """
    if words in lexicon_words("prose.alone"):
        return ((words, 0, len(words)),)
    ends_like_name = words[-1:] in OPEN_ENDS or ends_like_body(words) or words[-2:] in FIRMS
    found = _listed(words) if ends_like_name else None  # most words before a verb do not
    if _MAY_LINK(words) and (
        found is None or any(_MAY_LINK(name) and around_general_names(name)[0] for name, _, _ in found)
    ):
        return _beside_general_names(words) or found
    return found


def _beside_general_names(words: str) -> tuple[PlacedName, ...] | None:
    """The bodies of a list that begins or ends with schools or villages in general: 市教育局和高校."""
    start, end = around_general_names(words)
    if words[start : start + 1] not in _LEVELS:
        start = 0  # 社区和街道办事处: one end for both
    if not 2 < end - start < len(words) or not ends_like_body(words[start:end]):
        return None
    found = _listed(words[start:end])
    if not found or any("、" in name for name, _, _ in found):
        return None
    return tuple((name, first + start, last + start) for name, first, last in found)


@lru_cache(maxsize=_MOST_KNOWN)
def _listed(words: str) -> tuple[PlacedName, ...] | None:
    if "、、" in words:
        return _lists_in(words)
    if "及其" in words:
        words = _ITS_OWN.sub("", words)
    pieces = _pieces(words)
    if pieces is None:
        return None
    if len(pieces) > 1 and _are_owners(words, pieces):
        pieces = pieces[-1:]
    names: list[PlacedName] = []
    for start, end in pieces:
        name = _name(words, start, end)
        if name is None and names and _UNNAMED.search(words, start, end):
            continue  # 市防汛指挥部、有防汛任务的单位: the latter are nobody in particular
        if name is None:
            return None
        names.append(name)
    if any(name for name, _, _ in names):
        names = [_with_firm(words, name) for name in names]
    somebody = tuple(name for name in names if name[0])
    if len(somebody) == 1 < len(pieces) and somebody[0][0] == _MANAGER:
        return ()  # 物业服务企业或者管理单位: who manages for a firm is no office
    return somebody


def _lists_in(words: str) -> tuple[PlacedName, ...] | None:
    """The bodies of several lists, where a comma and a conjunction stood between them (comma_lists)."""
    names: list[PlacedName] = []
    end = 0
    for link in [*_BETWEEN_LISTS.finditer(words), None]:
        start, end = end, link.start() if link else len(words)
        found = _listed(words[start:end])
        if found is None:
            return None
        names += [(name, first + start, last + start) for name, first, last in found]
        end = link.end() if link else end
    return tuple(names)


def _with_firm(words: str, name: PlacedName) -> PlacedName:
    """A firm that stands in a list of bodies by its name; any other as it is."""
    named, start, end = name
    is_firm = not named and lexicon_pattern("prose.listed-firm").search(words[start:end]) is not None
    return (words[start:end], start, end) if is_firm else name


def _pieces(words: str) -> list[tuple[int, int]] | None:
    """The spans of the names: words that name nobody by themselves (公安、财政) go to the name behind them."""
    spans: list[tuple[int, int]] = []
    start = previous = 0
    links = _links(words)
    if links and _is_list_of_matters(words):
        end, begin = links[0]  # 上级部门和财政、审计等部门: who stands before 和 is none of the list
        is_apart = words[end:begin] in _AND and ends_like_body(words[:end])
        return [(0, end), (begin, len(words))] if is_apart else [(0, len(words))]
    for link_start, link_end in [*links, (len(words), len(words))]:
        piece = words[start:link_start]
        alone = _stands_alone(piece, words, link_start, link_end)
        short = link_start - previous < 3 and not is_short_name(words[previous:link_start]) and not alone
        in_list, previous = previous > start, link_end
        if short and in_list and link_start < len(words):
            continue  # 同级科技、财政、海关、税务等部门: one list of what they do
        last = link_start == len(words)
        bare = _OPEN_LIST.sub("", piece) if last and "等" in piece else piece
        bare = _ALIAS.sub("", bare) if "（" in bare else bare
        # 公安、财政等部门: the list is one name, as its ending belongs to all of it
        whole = last and len(piece) - len(bare) > 1 and not (ends_like_body(bare) or piece.endswith("方面"))
        if whole or alone or ends_like_body(bare) or (bare[-2:] in FIRMS and _is_one_firm(bare)):
            if last or not shares_end(bare, words, link_end):
                spans.append((start, link_start))
                start = link_end
        elif last:
            return None
    return spans if start >= len(words) else None


def _stands_alone(piece: str, words: str, end: int, following: int) -> bool:
    """Whether two characters are a body by themselves beside others that say their level: 海关、市税务局."""
    if piece not in lexicon_words("prose.alone"):
        return False
    return end == len(words) or words[following] in _LEVELS


def _is_one_firm(bare: str) -> bool:
    """Whether a name that ends like a firm's is no list, or one that shares its ending: 山东、江苏公司."""
    return "、" not in _IN_BRACKETS.sub("", bare) or lexicon_pattern("prose.named-firm").search(bare) is not None


def _are_owners(words: str, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether all names of a list own the last one: 市园林局、市水利局的派出机构."""
    (first, end), (start, last) = pieces[0], pieces[-1]
    owner, of, _ = words[start:last].rpartition("的")
    offices = owner.endswith(_OFFICES) and words[first:end].endswith(_OFFICES)
    return bool(of) and offices and words[start - 1] in "、和" and ends_like_body(owner)


def _is_list_of_matters(words: str) -> bool:
    """Whether words list matters whose departments are meant (公安、人民银行等部门): that is one name."""
    if not words.endswith(_DEPARTMENTS):
        return False
    if lexicon_pattern("prose.matters").fullmatch(words):
        return True
    if _MATTERS.search(words) is None:
        return False
    outside = _IN_BRACKETS.sub("", words)  # 各县（市、区）政府等部门 lists none
    first = outside.split("、", 1)[0]
    return first != outside and not is_level(first) and not ends_like_body(first)


def _links(words: str) -> Sequence[tuple[int, int]]:
    """Where names may be parted, outside of brackets and quotation marks."""
    links = [match.span() for match in _LINK.finditer(words) if match.start()]
    if not links or not any(char in words for char in _OPENERS):
        return links
    depth, outside = 0, []
    for char in words:
        if char in _OPENERS:
            depth += 1
        outside.append(depth == 0)
        if char in _CLOSERS:
            depth -= 1
    return [span for span in links if outside[span[0]]]


def _name(words: str, start: int, end: int) -> PlacedName | None:
    """The name in a span; with empty words where it stands for nobody in particular; None where it is none."""
    piece = words[start:end]
    for beside in (_ASIDE, _ALIAS) if "（" in piece else ():
        if bracket := beside.search(piece):
            end = start + bracket.start()
            piece = words[start:end]
    open_list = _OPEN_LIST.search(piece) if "等" in piece else None
    if open_list and not _is_list_of_matters(piece) and ends_list(piece[: open_list.start()]):
        end = start + open_list.start()
        piece, open_list = words[start:end], None
    if open_list is not None and open_list[0] == "等":
        return None  # 科技园区、企业等: the last of them is nobody by itself
    if "地的" in piece and (there := _THERE.match(piece)):
        start += there.end()
        piece = words[start:end]
    if described := lexicon_pattern("prose.described").fullmatch(piece):
        of = described["of"] or described["owner"]
        return (piece, start, end) if of is None or _name(of, 0, len(of)) == (of, 0, len(of)) else None
    head = _NO_LINK.sub("○○○", piece).rfind("的") + 1 if "的" in piece else 0
    if head and (len(piece) - head >= _SHORTEST_HEAD or ends_like_body(piece[head:])):
        if lexicon_pattern("prose.not-before-head").search(piece[:head]):
            return None
        start += head
        piece = words[start:end]
    if holds_other_words(piece):
        return None
    return _judged(piece, start, end, is_list=open_list is not None)


def _judged(piece: str, start: int, end: int, *, is_list: bool) -> PlacedName | None:
    """A name that holds no other words: whether it is a body's, nobody's, or none."""
    nobody = is_nobody(piece)
    if is_list and not nobody:
        return (piece, start, end) if len(piece) <= _LONGEST_LIST else None
    if not 2 <= len(piece) <= _LONGEST:
        return None
    if lexicon_pattern("prose.named-firm").search(piece) and BRACKETS.sub("", piece)[-2:] in FIRMS:
        return (piece, start, end)
    if nobody or lexicon_pattern("prose.nobody").search(piece):
        return ("", start, end)
    return (piece, start, end) if ends_like_body(piece) or piece in lexicon_words("prose.alone") else None
