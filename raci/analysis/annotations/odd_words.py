"""Words of a list that read unlike the name of a body: names all the same, or names that go on to say what is done."""

from __future__ import annotations

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.tokens import read_atom
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "LONGEST_STRANGE",
    "duty_start",
    "is_acting_post",
    "is_generic",
    "is_remark",
    "is_strange_of_level",
    "may_be_name",
    "may_be_strange",
    "prose_start",
    "topic_end",
]

#: a word that reads unlike a name, up to this length, may still be one (车务段)
_LONGEST_ODD = 10
#: the longest name that reads unlike one, and is one by where it stands, in characters
LONGEST_STRANGE = 10
#: how far on a name is looked for where the words turn to prose
_NAME_REACH = 40


def may_be_name(words: str, labelled: bool, patterns: Patterns) -> bool:
    """Whether words that do not end like a body's name may stand among bodies all the same.

    ``labelled``: they stand behind a label that says that bodies follow.
    """
    if patterns.prose.search(words) is not None:
        return False
    if labelled and lexicon_pattern("name.in-label").fullmatch(words):
        return True
    if labelled and lexicon_pattern("headless.task").match(words) is not None:
        return False  # 配合：普查危房
    # without a label a short one only: 自然资源、住建部门
    return 4 <= len(words) <= 20 if labelled else 2 <= len(words) <= 10


def may_be_strange(words: str, longest: int = LONGEST_STRANGE) -> bool:
    """Whether words may be a name by where they stand: none of what is done, and not everybody."""
    if len(words) > longest or lexicon_pattern("name.post").search(words) is not None:
        return False
    return lexicon_pattern("name.may-be-strange").fullmatch(words) is not None


def is_strange_of_level(words: str) -> bool:
    """Whether words begin with a level, and so are a body of it, whatever they end with: 区公路段, 县计生协."""
    return lexicon_pattern("name.strange-of-level").fullmatch(words) is not None and may_be_strange(words)


def is_acting_post(words: str) -> bool:
    """Whether words are a post that does something like a body: 物资管理员负责，出纳协助."""
    return lexicon_pattern("name.acting-post").fullmatch(words) is not None


def is_remark(words: str) -> bool:
    """Whether words behind bodies and their verbs are a remark on the task: 甲牵头，乙配合，分三年实施."""
    return lexicon_pattern("name.remark").match(words) is not None


def is_generic(name: str) -> bool:
    """Whether a name that ends like a body's is anybody's of that kind: 龙头企业, 主管部门."""
    return lexicon_pattern("coverage.anybody").search(name) is not None


def duty_start(text: str, start: int, end: int, patterns: Patterns) -> int | None:
    """Where a name ends that goes on to say what the body does: 综合窗口受理申请; None where none does."""
    for duty in patterns.duty.finditer(text, start + 2, end):
        if is_body(text[start : duty.start()], patterns):
            return duty.start()
    return None


def topic_end(text: str, start: int, end: int, patterns: Patterns) -> int | None:
    """Where words end that say for which part the names behind them are: 其中涉及消防的由县消防大队负责.

    None where ``text[start:end]`` begins with no such words, or there is anything but names and verbs behind them.
    """
    if text.find("由", start + 1, end) < 0 and text.find("请", start + 1, end) < 0:
        return None
    topic = lexicon_pattern("name.topic-before").match(text, start, end)
    if topic is None:
        return None
    tokens = read_atom(text[topic.end() : end], patterns)
    says = tokens and tokens[0].body and all(token.body or token.rule is not None for token in tokens)
    goes_on = text.startswith(("、", "﹑"), end)
    return topic.end() if says and (goes_on or tokens[-1].rule is not None) else None


def prose_start(text: str, start: int, end: int, colon: bool, patterns: Patterns) -> int | None:
    """Where in an atom the words turn to prose, or another text begins (甲乙：关于……); None where they do not."""
    tokens = read_atom(text[start:end], patterns)
    odd = next((token for token in tokens if token.rule is None and not token.body), None)
    if colon and odd is None and len(tokens) == 1:
        odd = tokens[0]
    elif odd is None or (len(odd.text) <= _LONGEST_ODD and not patterns.prose.search(odd.text)):
        return None
    # 市财政局各部门要认真…: the name that the words begin with, if any, is still one
    start += odd.start
    for name in lexicon_pattern("name.sure-end").finditer(text, start, min(end, start + _NAME_REACH)):
        if is_body(text[start : name.end()], patterns):
            return name.end()
    return start
