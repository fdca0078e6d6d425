"""Posts by their words: what ends like one, and the body that it is of."""

from __future__ import annotations

from raci.analysis.prose.names import names_in
from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.register.name_reading import BY_ENDING
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "is_duty",
    "is_general_post",
    "is_in_known_place",
    "is_known_body",
    "is_like_body",
    "is_post",
    "post_and_body",
    "whose_post",
]

#: the shortest name of a body, in characters
_SHORTEST_NAME = 2
#: what the name of a body ends with that the post behind it begins with too
_UNITS = ("部", "局", "厅", "处", "科", "院", "所", "站")


def is_post(words: str) -> bool:
    """Whether words end like a post."""
    return lexicon_pattern("group.post").search(words) is not None


def is_general_post(words: str) -> bool:
    """Whether words are a post of no body: 市长, 县委书记, 分管副市长."""
    return lexicon_pattern("group.general-post").search(words) is not None


def whose_post(post: str) -> str | None:
    """The body whose post it is; None for a general post (市长, 分管副市长) and for what is no post."""
    post = lexicon_pattern("group.in-charge-of").sub("", post)
    if is_general_post(post):
        return None
    first = lexicon_pattern("group.second-post").split(post, maxsplit=1)[0]
    found = lexicon_pattern("group.post").search(first)
    body = first[: found.start()].removesuffix("各") if found else ""
    if len(body) < _SHORTEST_NAME or is_general_post(first):
        return None
    if found and found[0][:1] in _UNITS and names_in(body) is None and names_in(body + found[0][0]):
        return body + found[0][0]  # 工程部长, 县财政局长
    return body


def post_and_body(words: str) -> tuple[str | None, str | None]:
    """What stands beside a name: a post and its body, or only a body."""
    if is_post(words):
        return words, whose_post(words)
    names = names_in(words)
    if names and len(names) == 1 and names[0][0]:
        return None, names[0][0]
    return (None, words) if is_like_body(words) else (words, None)


def is_like_body(words: str) -> bool:
    """Whether words that are no post end like the name of a body, which none of the patterns of names may know."""
    return lexicon_pattern("group.like-body").search(words) is not None


def is_duty(words: str) -> bool:
    """Whether words are a matter that a bureau has its name of: 水务, 卫生健康."""
    return is_known_body(f"{words}局")


def is_in_known_place(name: str) -> bool:
    """Whether a name begins with a place that the register holds: 于洪区."""
    return read_name(name, built_in()).place is not None


def is_known_body(name: str) -> bool:
    """Whether the register knows a body of that name: more than that it ends like one, and no unknown place before."""
    reading = read_name(name, built_in())
    if reading.kind == "unknown" or reading.how == BY_ENDING:
        return False
    return reading.place is not None or bool(reading.level_word) or not reading.prefix
