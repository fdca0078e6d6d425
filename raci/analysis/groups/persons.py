"""Names of persons, by themselves and beside their posts: 王某, 王　某, 王某 市财政局局长, 市财政局局长王某."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from raci.analysis.groups.post_words import (
    is_duty,
    is_general_post,
    is_in_known_place,
    is_known_body,
    is_like_body,
    is_post,
    whose_post,
)
from raci.analysis.groups.rare_names import is_like_rare_name
from raci.analysis.prose.names import names_in
from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "BodyAndName",
    "PostAndName",
    "body_and_name",
    "is_name",
    "is_person",
    "name_and_post",
    "person_with_post",
    "spaced_name",
    "with_post_in_bracket",
]

_HAN = late_pattern(r"[一-龥·]+")
#: a name of which not all characters are told: 李××, 王*, 赵×明
_MASKED = late_pattern(r"(?!长)[一-龥×]?[一-龥]?(?:[×＊*○〇]{1,2}|[xX]{1,3})|[一-龥][×＊*○〇][一-龥]")
_DOT = "·"
#: the longest name of a person, in characters, and the shortest; the longest with a dot in it (尼加提·尼亚孜);
#: how long names are that stand beside a post
_LONGEST_NAME, _SHORTEST_NAME, _LONGEST_DOTTED = 4, 2, 20
_LENGTHS = (3, 2, 4)
#: what no name ends with: 周某 ⏎ 市市场监管局局长, run together
_NEVER_LAST = ("副", "市", "县", "区", "省")
#: so many characters has a name whose surname is not known
_RARE = 3
#: so many characters apart are two names, or more
_TWO_NAMES = 4


class PostAndName(NamedTuple):
    """A person's name and the post."""

    post: str
    name: str


class BodyAndName(NamedTuple):
    """The body that a person comes from, and the name."""

    body: str
    name: str


def is_person(words: str) -> bool:
    """Whether words are nothing but a person's name: 王某, 王　某, 尼加提·尼亚孜."""
    name = "".join(words.split())
    if len(name) > 1 and _MASKED.fullmatch(name):
        return True
    if _DOT in name:
        fits = len(name) <= _LONGEST_DOTTED and _HAN.fullmatch(name) is not None and not is_post(name)
        # 市财政局副局长尼加提·尼亚孜 is no name by itself
        return fits and not any(is_post(name[:length]) for length in range(_SHORTEST_NAME, name.index(_DOT) + 1))
    if len(name) >= _LONGEST_NAME and lexicon_pattern("group.transliterated").match(name):
        return True
    fits = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and _HAN.fullmatch(name) is not None
    return fits and _is_person_start(name) and not is_post(name)


def is_name(words: str) -> bool:
    """Whether words are a person's name rather than a body's (林业局) or a matter (水利)."""
    if not is_person(words) or lexicon_pattern("group.no-name").search(words) or is_duty(words):
        return False
    return names_in(words) is None or lexicon_pattern("group.name-like-body").search(words) is not None


def person_with_post(words: str) -> PostAndName | None:
    """A person and the post, set together: 市长王某, 王某教授, 王某（市财政局局长）; None for anything else."""
    return _post_and_name(words) or _with_general_title(words) or with_post_in_bracket(words)


def _post_and_name(words: str) -> PostAndName | None:
    """A post with the name of who holds it behind it: 市长王某, 市财政局局长李某某同志."""
    is_comrade, words = words.endswith("同志"), words.removesuffix("同志")
    if _DOT in words:
        return _post_and_dotted_name(words)
    compound = lexicon_pattern("group.compound-name").search(words)
    compound = compound or lexicon_pattern("group.transliterated-end").search(words)
    lengths = _LENGTHS[:2] if compound is None else (len(compound[0]), *_LENGTHS[:2])
    for length in lengths:
        post, name = words[:-length], words[-length:]
        if len(post) >= _SHORTEST_NAME and is_post(post) and is_name(name):
            return PostAndName(post, name)
    post, name = words[:-_RARE], words[-_RARE:]  # behind a body's post, a name of a rare surname
    is_sure = is_comrade or (is_post(post) and whose_post(post) is not None)
    if is_sure and is_post(post) and not (is_post(words) or is_post(words[:-2])) and is_like_rare_name(name):
        return PostAndName(post, name)
    return None


def _post_and_dotted_name(words: str) -> PostAndName | None:
    """A post with a name behind it that has a dot: 市财政局副局长尼加提·尼亚孜."""
    for length in range(words.index(_DOT) - 1, _SHORTEST_NAME - 1, -1):
        if is_post(words[:length]) and is_name(words[length:]):
            return PostAndName(words[:length], words[length:])
    return None


def body_and_name(words: str) -> BodyAndName | None:
    """A person behind the body that sends them, without a post: 市财政局李某."""
    if names_in(words) or is_post(words):  # 市财政局农业科, 市财政局总会计师
        return None
    for length in _LENGTHS[:2]:
        body, name = words[:-length], words[-length:]
        if is_name(name) and lexicon_pattern("group.shaped-like-name").fullmatch(name) and _is_body(body):
            return BodyAndName(body, name)
    return None


def _is_body(words: str) -> bool:
    """Whether words are a body of the register, or nothing but what ends like one (工程部)."""
    return is_known_body(words) or names_in(words) == ((words, 0, len(words)),)


def with_post_in_bracket(words: str) -> PostAndName | None:
    """A name with the post in a bracket behind it, and nothing else: 王某（市财政局局长）."""
    name, _, post = words.removesuffix("）").partition("（")
    name = name.removesuffix("同志")
    titled = _with_general_title(name) or _post_and_name(name)  # 王某教授（市图书馆馆长）, 法治副校长王某（派出所所长）
    name = titled.name if titled else name
    return PostAndName(post, name) if words.endswith("）") and _is_holder(name, post) else None


def _is_holder(name: str, post: str) -> bool:
    """Whether words before a bracket are the name of a person whose post, or body, stands in it."""
    shaped = is_person(name) or (
        is_post(post) and not is_post(name) and lexicon_pattern("group.shaped-like-name").fullmatch(name) is not None
    )
    return shaped and names_in(name) is None and (is_post(post) or bool(names_in(post)) or is_like_body(post))


def _with_general_title(words: str) -> PostAndName | None:
    """A name with a general post right behind it: 王某某市长."""
    titled = lexicon_pattern("group.general-title").match(words)
    if titled is None or not is_name(titled["name"]) or is_in_known_place(titled["name"]) or is_general_post(words):
        return None  # 于洪区长, 法治副校长
    return PostAndName(titled["post"], titled["name"])


def name_and_post(words: str, *, open_end: bool = False) -> PostAndName | None:
    """A person's name and the post behind it, parted by blanks or not; None where words are something else.

    ``open_end``: other persons may follow, run together with it.
    """
    parts = words.strip().strip("。；;，,、").split()
    if not parts:
        return None
    name, taken = spaced_name(parts)
    if name and taken < len(parts):
        return PostAndName("".join(parts[taken:]), name)
    return _run_together("".join(parts), open_end=open_end)


def spaced_name(parts: Sequence[str]) -> tuple[str, int]:
    """The name that stands first, written with a blank in it (王　某) or not, and how many parts it took."""
    singles = sum(1 for _ in takewhile(lambda part: len(part) == 1, parts))
    for taken in (2,) if singles >= _TWO_NAMES else (3, 2):  # 王 某 李 某 are two
        name = "".join(parts[:taken])
        single = len(parts) >= taken and all(len(part) == 1 for part in parts[: taken - 1])
        if single and len(parts[taken - 1]) <= 3 - (taken - 1) and is_person(name):
            return name, taken
    if not parts or not is_name(parts[0]):
        return "", 0
    return parts[0], 1


def _run_together(words: str, *, open_end: bool) -> PostAndName | None:
    if not _is_person_start(words) or _begins_with_body(words):
        return None
    found = list(_divided(words, open_end=open_end))
    if not found:
        return None
    if not open_end and is_in_known_place(lexicon_pattern("group.post").split(words, maxsplit=1)[0]):
        return None  # 于洪区区长 is a post, 于洪 nobody
    for is_likely in (lexicon_pattern("group.level-start").match, _is_known, lexicon_pattern("group.post-start").match):
        for each in found:
            if is_likely(each.post):
                return each
    return None


def _begins_with_body(words: str) -> bool:
    """Whether words list bodies, of which the first is no post: 战略发展部、财务部主要负责人."""
    first, mark, _ = words.partition("、")
    return bool(mark) and not is_post(first) and names_in(first) == ((first, 0, len(first)),)


def _divided(words: str, *, open_end: bool) -> Iterator[PostAndName]:
    """The ways to divide a name from the post behind it."""
    pattern = lexicon_pattern("group.post-inside") if open_end else lexicon_pattern("group.post")
    is_compound = lexicon_pattern("group.compound-name").match(words[: max(_LENGTHS)]) is not None
    for length in _LENGTHS if is_compound else _LENGTHS[:2]:
        name, post = words[:length], words[length:]
        is_whole = _HAN.fullmatch(name) is not None and not name.endswith(_NEVER_LAST)
        is_whole = is_whole and lexicon_pattern("group.no-name").search(name) is None
        is_whole = is_whole and (length != _SHORTEST_NAME or not lexicon_pattern("group.place-behind").match(post))
        if len(post) > 1 and is_whole and pattern.search(post):
            yield PostAndName(post, name)


def _first_post(words: str) -> str:
    """The post with which words begin, where others follow."""
    inside = lexicon_pattern("group.post-inside").match(words)
    return inside[0] if inside else words


def _is_known(words: str) -> bool:
    """Whether words begin with a general post, or one of a body that the register knows."""
    post = _first_post(words)
    body = whose_post(post)
    return is_general_post(post) or (body is not None and is_known_body(body))


def _is_person_start(words: str) -> bool:
    """Whether words may begin with a person's name rather than with a body: 王某市财政局局长."""
    if lexicon_pattern("group.level-start").match(words):
        return False
    return lexicon_pattern("group.surname").match(words) is not None
