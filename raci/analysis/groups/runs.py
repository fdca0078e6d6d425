"""The runs of characters of a roster: a name with a blank in it as one, without numbers, remarks and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.analysis.groups.persons import is_name, name_and_post, spaced_name, with_post_in_bracket
from raci.analysis.groups.post_words import is_general_post, is_post
from raci.analysis.groups.rare_names import is_like_rare_name
from raci.analysis.prose.names import names_in
from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Run", "runs_in", "without_remarks"]

#: runs of characters; in a list a name of two characters may have a blank in it: 王某某、张  尧、李某
_SPREAD = r"(?<=、[一-龥])[ \u3000]{1,2}(?=[一-龥](?:[、。；，\n]|$))|(?<=[\s：][一-龥])[ \u3000]{1,2}(?=[一-龥]、)"
_RUN = late_pattern(rf"(?:[^\s；，（）、]|、(?<!）、)|（[^（）]*）|{_SPREAD})+")
#: what may be the end of a name with a blank in it, and the bracket behind
_SHORT_BEFORE_BRACKET = late_pattern(r"([一-龥]{1,2}|[×＊*○〇]{1,2})(（[^（）]{2,80}）)")
#: where a name with its post in a bracket behind follows another without a sign: 王某（市长）李某（副市长）
_NEXT_IN_BRACKETS = late_pattern(r"(?<=）)(?:以及|和|及|与)?(?=[一-龥·]{2,12}（[^（）]{2,80}）)")
#: what stands in a bracket right before a post, or right behind one
_VACANT = late_pattern(r"（([^（）]{2,4})）([^（）]{2,40})|([^（）]{2,40})（([^（）]{2,4})）")
_BULLETS = "●■◆▲·•○◇□★※—–→"
_MASKS = "×＊*○〇"
_MARKS = "、，。；："
#: what may stand between two runs of a line that belong together
_LINE_BLANKS = " \u3000"
#: so many runs are looked at together, for a name that is written with blanks in it
_GLANCE = 5


class Run(NamedTuple):
    """A run of characters without a blank, and its span."""

    words: str
    start: int
    end: int


def runs_in(words: str, start: int, end: int) -> Iterator[Run]:
    """The runs of characters, a name with a blank in it (王　某) as one; remarks (（按姓氏笔画排列）) left out."""
    runs = (Run(match[0], match.start(), match.end()) for match in _RUN.finditer(words, start, end))
    each_alone = (one for run in runs if run.words.strip(_BULLETS) for one in _each_in_brackets(run))
    found = [part for run in each_alone for part in _parted(run)]
    index = 0
    while index < len(found):
        near = _near_each_other(words, found[index : index + _GLANCE])
        before = found[index - 1] if index else None
        is_behind_post = before is not None and not words[before.end : found[index].start].strip(_LINE_BLANKS)
        joined, taken = _spaced(near, is_behind_post=is_behind_post and before is not None and is_post(before.words))
        token, index = found[index], index + max(1, taken)
        if taken > 1:
            yield Run(joined, token.start, found[index - 1].end)
        elif (bare := _bare(token)).words:
            yield bare


def _each_in_brackets(run: Run) -> Iterator[Run]:
    """The entries of a run in which persons with their posts in brackets follow each other without a sign."""
    start = 0
    if "）" in run.words[:-1]:
        for found in _NEXT_IN_BRACKETS.finditer(run.words):
            if with_post_in_bracket(run.words[start : found.start()]) is not None:
                yield Run(run.words[start : found.start()], run.start + start, run.start + found.start())
                start = found.end()
    yield Run(run.words[start:], run.start + start, run.end) if start else run


def _parted(run: Run) -> Iterator[Run]:
    """A run in two where a colon stands between a person and the body or post (王某：市长, 市财政局：李某), and where
    a seat is said to be vacant before or behind its post: （空缺）副主任.
    """
    if (vacant := _VACANT.fullmatch(run.words)) and lexicon_pattern("group.vacant").match(vacant[1] or vacant[4]):
        middle = run.start + (vacant.start(2) if vacant[1] else vacant.end(3))
        yield Run(run.words[: middle - run.start], run.start, middle)
        yield Run(run.words[middle - run.start :], middle, run.end)
        return
    if split := _SHORT_BEFORE_BRACKET.fullmatch(run.words):  # 王　某（市长）: 某（市长）
        middle = run.start + split.end(1)
        if _may_end_name(split[1]) and (is_post(split[2][1:-1]) or names_in(split[2][1:-1])):
            yield Run(split[1], run.start, middle)
            yield Run(split[2], middle, run.end)
            return
    before, colon, after = run.words.partition("：")
    number = lexicon_pattern("group.item-number").match(before)
    name = before[number.end() :] if number else before
    if colon and after and (is_name(name) or is_name(after)):
        yield Run(before, run.start, run.start + len(before))
        yield Run(after, run.end - len(after), run.end)
    else:
        yield run


def _may_end_name(words: str) -> bool:
    """Whether words before a bracket may be the end of a name with a blank in it: 某, ×, 晓明; no 各镇（街道）."""
    is_short = len(words) == 1 or words[0] in _MASKS
    return is_short or lexicon_pattern("group.shaped-like-name").fullmatch(words) is not None


def _near_each_other(words: str, tokens: Sequence[Run]) -> list[str]:
    """The first runs, up to a blank that is wider than the one behind the first: 王　某　　李　某 are two names.

    What stands behind a name that is parted so is kept, as it tells the name from other words.
    """
    found = [without_remarks(token.words) if "（" in token.words else token.words for token in tokens]
    found[0] = lexicon_pattern("group.item-number").sub("", found[0])  # 1.王　某
    gaps = [words[before.end : after.start] for before, after in pairwise(tokens)]
    # below is the rest of a post that is cut, or another name
    found = found[: next((place for place, gap in enumerate(gaps, 1) if "\n" in gap), len(found))]
    is_single = [len(each) == 1 for each in found]
    is_wider = (len(gap) > len(gaps[0]) for gap in gaps[: len(found) - 1])
    near = next((place for place, wider in enumerate(is_wider, 1) if wider and all(is_single[: place + 1])), 0)
    return found[: near or len(found)]


def _spaced(parts: Sequence[str], *, is_behind_post: bool) -> tuple[str, int]:
    """What stands first with a blank in it, and its parts: a name, a name with its post, or a post (县　长)."""
    name, taken = spaced_name(parts)
    if taken == 0 and len(parts) > 1 and len(parts[0]) == 1:
        joined = parts[0] + parts[1]
        if name_and_post(joined) is not None or (len(parts[1]) == 1 and _is_spaced(joined, parts[2:])):
            return joined, 2
        if is_behind_post and len(parts[1]) == 1 and is_like_rare_name(joined):
            return joined, 2  # 副校长　巨　野
    return name, taken


def _is_spaced(joined: str, behind: Sequence[str]) -> bool:
    """Whether two characters are a post (县　长), or a name with its post behind (毓　秀　市政协副主席)."""
    if is_general_post(joined):
        return True
    return bool(behind) and len(behind[0]) > 1 and is_post(behind[0])


def _bare(token: Run) -> Run:
    """A run less its number, its remarks and the marks around it."""
    words = lexicon_pattern("group.item-number").sub("", token.words)
    if words.startswith("（") and lexicon_pattern("group.vacant").match(words[1:-1]):
        return Run(words[1:-1], token.end - len(words) + 1, token.end - 1)  # （空缺）　副主任
    words = without_remarks(words).strip(_MARKS)
    words = lexicon_pattern("group.beside-post").sub("", words)
    words = lexicon_pattern("group.list-open").sub("", lexicon_pattern("group.list-close").sub("", words))
    words = lexicon_pattern("group.category").sub("", words)
    words = bare if is_name(bare := words.removesuffix("同志")) else words
    first = token.words.find(words)
    if first < 0:
        return token._replace(words=words)
    return Run(words, token.start + first, token.start + first + len(words))


def without_remarks(words: str) -> str:
    """Words less the remarks in them; what stands in one bracket then, without that: （待定）（所长）."""
    words = lexicon_pattern("group.remark").sub("", words)
    return words[1:-1] if words.startswith("（") and words.endswith("）") else words
