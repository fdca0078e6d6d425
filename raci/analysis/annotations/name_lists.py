"""Lists of names: the tokens between two commas to names, where several of them share a beginning or an ending."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from raci.analysis.annotations.body_names import SPACE, is_place
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import PAUSE, behind_pause, mask
from raci.analysis.annotations.tokens import Token, may_name_function, read_atom, with_ending
from raci.model import Mention
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["ListedName", "PlacedToken", "join_tokens", "list_names"]

#: a token with the offset of its atom in the text
PlacedToken = tuple[Token, int]
#: a name of a list: its span in the text, its words, whether it reads like that of a body, and the name in full where
#: it shares its ending with others (Mention); a plain tuple, for speed
ListedName = tuple[int, int, str, bool, str]


def join_tokens(run: Sequence[PlacedToken], text: str, patterns: Patterns) -> list[ListedName]:
    """The names of one comma group. A run of places that shares its ending (各市、州、县人民政府) is one name."""
    if len(run) > 1:
        if any(token.text in _dependent() or _is_government(token.text) for token, _ in run):
            run = _join_dependent(run, text)
        if any(token.place or token.ending or not token.body or token.text.endswith("部门") for token, _ in run):
            run = _mark_shared_ends(run, patterns)
        if any(token.place for token, _ in run):
            run = _share_after_level(run, text, patterns)
    if not any(token.place for token, _ in run):
        return _separate(run)
    names: list[ListedName] = []
    index = 0
    while index < len(run):
        stop = _end_of_places(run, index, text)
        if index < stop < len(run) and not _open_before(run, stop, text) and _is_seat(run[stop][0].text, patterns):
            first = _first_seated(run, index, stop)
            names += _separate(run[index:first])
            start, end = run[first][0].start + run[first][1], run[stop][0].end + run[stop][1]
            names.append((start, end, SPACE.sub("", text[start:end]), True, ""))
            index = stop + 1
        else:
            stop = max(stop, index + 1)
            names += _separate(run[index:stop])
            index = stop
    return names


def _separate(run: Sequence[PlacedToken]) -> list[ListedName]:
    return [(token.start + offset, token.end + offset, token.text, token.body, token.full) for token, offset in run]


def _is_government(words: str) -> bool:
    """Whether the words are a government without its place: 各县党委、政府."""
    return lexicon_pattern("name.government-alone").fullmatch(words) is not None


@cache
def _dependent() -> frozenset[str]:
    """Words that name nobody by themselves, and go to the name beside them."""
    return lexicon_words("name.generic") | lexicon_words("name.level")


def _end_of_places(run: Sequence[PlacedToken], start: int, text: str) -> int:
    """Where the places that begin at ``start`` end: at another name, or behind 等."""
    stop = start
    while stop < len(run) and run[stop][0].place and not (stop > start and _open_before(run, stop, text)):
        stop += 1
    return stop


def _open_before(run: Sequence[PlacedToken], index: int, text: str) -> bool:
    """Whether 等 stands between a name and the one before it: 各区等单位及高新区管委会."""
    (before, offset_before), (token, offset) = run[index - 1], run[index]
    return "等" in text[before.end + offset_before : token.start + offset]


def _is_seat(name: str, patterns: Patterns) -> bool:
    """Whether a name is an ending that places share, alone or behind a last place: 人民政府, 县人民政府."""
    seat = patterns.seat.search(name)
    return seat is not None and (not seat.start() or is_place(name[: seat.start()], patterns))


def _first_seated(run: Sequence[PlacedToken], start: int, stop: int) -> int:
    """The first of the places whose ending stands at ``stop``.

    Towns and streets share it with one another alone: 各街道（乡镇）、高新区管委会 are two names; counties and cities
    in general have no committee of a zone: 各县区、高新区管委会.
    """
    if run[stop][0].text[:1] == "各" and run[stop - 1][0].text[:1] != "各":
        return stop  # 青禾园区、各区人民政府 are two names
    find_towns = lexicon_pattern("name.towns").search
    if find_towns(run[stop][0].text):
        return start
    divisions = lexicon_pattern("name.divisions") if lexicon_pattern("name.of-zone").search(run[stop][0].text) else None
    for index in range(stop, start, -1):
        before = run[index - 1][0].text
        if find_towns(before) or (divisions and divisions.match(before)):
            return index
    return start


def _join_dependent(run: Sequence[PlacedToken], text: str) -> Sequence[PlacedToken]:
    """Words that name nobody by themselves go to the name beside them: 市有关部门、单位; 中、省驻云有关单位."""
    generic, levels = lexicon_words("name.generic"), lexicon_words("name.level")
    joined: list[PlacedToken] = []
    for index, (token, offset) in enumerate(run):
        if joined:
            before, offset_before = joined[-1]
            start, end = before.start + offset_before, token.end + offset
            goes_on = token.text in generic and before.text[-2:] in generic
            goes_on = goes_on or (
                _is_government(token.text) and lexicon_pattern("name.party").search(before.text) is not None
            )
            if goes_on or (before.text in levels and lexicon_pattern("name.of-level").match(token.text)):
                joined[-1] = (Token(start, end, SPACE.sub("", text[start:end]), None, True), 0)
                continue
            if before.text in levels and token.text in levels and _level_goes_on(run, index):
                joined[-1] = (before._replace(start=start, end=end, text=token.text), 0)
                continue
        joined.append((token, offset))
    return joined


def _level_goes_on(run: Sequence[PlacedToken], index: int) -> bool:
    """Whether levels from ``index`` on end in a name that they go to: 中、省、市驻云有关单位."""
    levels = lexicon_words("name.level")
    following = next((token.text for token, _ in run[index:] if token.text not in levels), "")
    return lexicon_pattern("name.of-level").match(following) is not None


def _mark_shared_ends(run: Sequence[PlacedToken], patterns: Patterns) -> list[PlacedToken]:
    """Short words before a name that shares its ending with them: 自然资源、住建部门; 云州、南屏等市政府.

    The places of 天河、黄埔区政府 are marked alone: they are one name.
    """
    marked = list(run)
    for index, (token, _) in enumerate(run):
        department = lexicon_pattern("name.function-department").match(token.text)
        bureau = None if department else lexicon_pattern("name.bureau").match(token.text)
        firm = lexicon_pattern("name.utility").match(token.text)
        if (local := _local_ending(token, patterns)) and index:
            _share_local(marked, index, local)
            continue
        ending = token.ending or next((match["ending"] for match in (department, bureau, firm) if match), "")
        if not ending and not lexicon_pattern("name.local-government").fullmatch(token.text):
            continue
        of_places = token.place or not ending
        before = index - 1
        while before >= 0 and (
            _is_utility(marked[before][0])
            if firm
            else _may_share(marked[before][0], of_places, bureau is not None, patterns)
        ):
            word, offset = marked[before]
            marked[before] = (
                word._replace(
                    full=with_ending(word.text, ending), body=word.body or bool(ending), place=word.place or of_places
                ),
                offset,
            )
            before -= 1
    return marked


def _local_ending(token: Token, patterns: Patterns) -> str:
    """What a name of a district's office shares with districts before it (白石区教育局: 区教育局); empty for others."""
    local = lexicon_pattern("name.local-office").match(token.text)
    return local["ending"] if local and is_place(token.text[: local.start("ending") + 1], patterns) else ""


def _share_local(marked: list[PlacedToken], index: int, ending: str) -> None:
    """Districts of the same level right before an office of one share its ending: 清河区、白石区教育局."""
    while index and _is_district(marked[index - 1][0], ending[0]):
        index -= 1
        word, offset = marked[index]
        full = with_ending(word.text, ending)
        marked[index] = (word._replace(full=full, body=True, place=False), offset)


def _is_district(token: Token, level: str) -> bool:
    if token.place:
        return token.text[-1] == level and 3 <= len(token.text) <= 5 and token.text[0] != "各"
    is_function = lexicon_pattern("name.function-word").match(token.text) is not None
    return not token.body and not is_function and 2 <= len(token.text) <= 3


def _is_utility(token: Token) -> bool:
    """Whether a word is a utility that shares 企业 with the one behind it: 供水、燃气企业."""
    return lexicon_pattern("name.utility-word").match(token.text) is not None


def _may_share(token: Token, of_places: bool, of_bureaus: bool, patterns: Patterns) -> bool:
    """Whether a word may share the ending of the one behind it; places (广州) and functions (税务) may be bodies."""
    if of_places:
        return 2 <= len(token.text) <= 4 and (not token.body or token.place)
    if of_bureaus and not lexicon_pattern("name.function-word").match(token.text):
        return False
    return may_name_function(token, patterns)


def _share_after_level(run: Sequence[PlacedToken], text: str, patterns: Patterns) -> list[PlacedToken]:
    """Levels before a name of another level that shares its ending with them: 市、区机管局; 省、市、县水利部门."""
    shared: list[PlacedToken] = []
    levels = 0  # how many levels stand right before
    for token, offset in run:
        if lexicon_pattern("name.level-alone").fullmatch(token.text):
            levels += 1
        elif levels and token.body and (of_level := lexicon_pattern("name.after-level").fullmatch(token.text)):
            if _is_seat(token.text, patterns):
                pass  # 市、县人民政府 is one name
            elif of_level["together"]:
                first, first_offset = shared[-levels]
                start, end = first.start + first_offset, token.end + offset
                shared[-levels:] = []
                token, offset = Token(start, end, SPACE.sub("", text[start:end]), None, True), 0
            else:
                shared[-levels:] = [
                    (word._replace(text=word.text + of_level["ending"], body=True, place=False), word_offset)
                    for word, word_offset in shared[-levels:]
                ]
            levels = 0
        else:
            levels = 0
        shared.append((token, offset))
    return shared


def list_names(text: str, patterns: Patterns) -> list[Mention]:
    """The bodies that ``text`` lists (no labels, no verbs), in order, with their spans."""
    masked = mask(text)
    mentions: list[Mention] = []
    run: list[PlacedToken] = []
    group = position = 0
    for pause in [*PAUSE.finditer(masked), None]:
        end = pause.start() if pause else len(text)
        run += [(token, position) for token in read_atom(text[position:end], patterns, verbs=False)]
        if pause is None or pause[0] not in "、﹑":
            names = join_tokens(run, text, patterns)
            mentions += [Mention(words, start, stop, group, full) for start, stop, words, body, full in names if body]
            run = []
            group += 1
        position = behind_pause(text, pause, end)
    return mentions
