"""Who stands behind a label of a roster: persons with posts, persons, posts, bodies, in whatever way they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from raci.analysis.groups.entry_lines import entry_lines, is_rest_of_post
from raci.analysis.groups.persons import is_name, name_and_post, person_with_post, with_post_in_bracket
from raci.analysis.groups.post_words import is_general_post, is_post, post_and_body, whose_post
from raci.analysis.groups.posts import Who, people_in
from raci.analysis.groups.runs import Run, runs_in, without_remarks
from raci.analysis.prose.names import names_in
from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern

__all__ = ["entries_in", "is_entry"]

_NAMED_IN_BRACKETS = late_pattern(
    r"(?<![一-龥·])(?P<name>[一-龥]\s+[一-龥]{1,2}|[一-龥·]{2,20})\s*（(?P<post>[^（）]{2,80})）"
)
_MARKS = "，、；。（）"
#: the shortest entry run together with the next (a name and a post), and so much of a post is looked at, in characters
_SHORTEST_ENTRY, _LONGEST_POST = 4, 30


def entries_in(words: str) -> list[Who]:
    """The persons, posts and bodies in ``words``, in full-width punctuation; spans are those in ``words``."""
    found: list[Who] = []
    position = 0
    for match in _NAMED_IN_BRACKETS.finditer(words):
        named = _named_in_brackets(match)
        if named is not None:
            named = _with_body_before(words, position, named)
            found += _by_tokens(words, position, named.start)
            found.append(named)
            position = match.end()
    return [*found, *_by_tokens(words, position, len(words))]


def is_entry(words: str) -> bool:
    """Whether a line is of a roster: it is nothing but persons, with or without posts, or a post."""
    if is_post(without_remarks(words.strip())):
        return True
    found = entries_in(words)
    return bool(found) and all(who.name is not None for who in found)


def _named_in_brackets(match: re.Match[str]) -> Who | None:
    """王某（市财政局局长）; None where the bracket says something else (市财政局（含分局）)."""
    held = with_post_in_bracket("".join(match[0].split()))
    return Who(held.name, *post_and_body(held.post), match.start(), match.end()) if held else None


def _with_body_before(words: str, start: int, named: Who) -> Who:
    """The person with the body that stands before the name in the same line: 市财政局：李某（副局长）."""
    line = words[start : named.start].rsplit("\n", 1)[-1]
    body = line.strip(" \t\u3000：")
    if not body or named.post is None or named.body is not None or line.rstrip(" \t\u3000：") == line:
        return named
    if len(body.split()) > 1 or is_post(body) or is_name(body) or any(mark in body for mark in _MARKS):
        return named
    if "：" not in line and names_in(body) != ((body, 0, len(body)),):
        return named
    return Who(named.name, *post_and_body(body + named.post), named.start - len(line.lstrip()), named.end)


def _by_tokens(words: str, start: int, end: int) -> Iterator[Who]:
    """The entries of a stretch that is parted by ends of lines, blanks and commas, or by nothing."""
    runs = list(runs_in(words, start, end))
    are_posts = _are_posts(runs)
    if len(runs) > 1 and "\n" in words[runs[0].end : runs[-1].start]:
        after = dict(pairwise(runs))

        def names(run: Run) -> bool:
            """Whether a run names a person."""
            if is_name(run.words) or _is_before_post(run.words, after.get(run)):
                return True
            if person_with_post(run.words) is not None:
                return True
            return not are_posts and bool(list(_run_together(run)))

        for entry in entry_lines(words, runs, names):
            yield from _in_line(words, entry, are_posts=are_posts)
    else:
        yield from _in_line(words, runs, are_posts=are_posts)


def _in_line(words: str, tokens: list[Run], *, are_posts: bool) -> Iterator[Who]:
    """The entries of a line; ``are_posts``: no person is named in it."""
    if _is_post_first(tokens):
        tokens = [token for pair in zip(tokens[1::2], tokens[::2], strict=True) for token in pair]
    elif _is_body_first(tokens):
        tokens = [tokens[place + step] for place in range(0, len(tokens), 3) for step in (1, 0, 2)]
    person: Run | None = None
    behind: list[Run] = []  # what stands behind the person, or between persons
    for token, after in zip_longest(tokens, tokens[1:]):
        # right behind a person stands a post
        if person is not None and behind and is_rest_of_post(words, behind[-1], token):
            behind.append(token)
            continue
        together = [] if are_posts or (person is not None and not behind) else list(_run_together(token))
        if together or is_name(token.words) or _is_before_post(token.words, after):
            yield from _closed(words, person, behind)
            person, behind = (None, []) if together else (token, [])
            yield from together
        elif person is not None and behind and lexicon_pattern("group.several").match(token.words):
            yield from _closed(words, person, behind)
            person, behind = None, [token]  # 各乡镇主要负责人, behind the persons
        else:
            behind.append(token)
    yield from _closed(words, person, behind)


def _is_post_first(tokens: Sequence[Run]) -> bool:
    """Whether posts stand before the names of those who hold them: 市长　王某　市财政局局长　李某."""
    return (
        len(tokens) > 1
        and len(tokens) % 2 == 0
        and all(is_post(token.words) and not is_name(token.words) for token in tokens[::2])
        and all(is_name(token.words) or _is_shaped(token.words) for token in tokens[1::2])
    )


def _is_body_first(tokens: Sequence[Run]) -> bool:
    """Whether the name stands between the body and the post in it: 市财政局　李某　副局长."""
    return (
        len(tokens) > 2
        and len(tokens) % 3 == 0
        and all(not is_post(body.words) and not is_name(body.words) for body in tokens[::3])
        and all(is_name(name.words) or _is_shaped(name.words) for name in tokens[1::3])
        and all(is_post(post.words) and whose_post(post.words) is None for post in tokens[2::3])
    )


def _are_posts(tokens: Sequence[Run]) -> bool:
    """Whether most of the runs are posts that nobody's name stands before, so that 江北街道办事处主任 is one too."""
    plain = sum(1 for token in tokens if is_post(token.words) and not list(_run_together(token)))
    return 2 * plain > len(tokens) and not any(is_name(token.words) for token in tokens)


def _is_before_post(words: str, after: Run | None) -> bool:
    """Whether words that no surname begins are a name, as a post with its body stands behind them."""
    post = lexicon_pattern("group.aside").sub("", after.words) if after is not None else ""
    if not _is_shaped(words) or not is_post(post):
        return False
    is_level = lexicon_pattern("group.level-start").match(post) is not None
    return is_level or whose_post(post) is not None or is_general_post(post)


def _is_shaped(words: str) -> bool:
    """Whether words that no surname begins may be a name: 呼小宁 beside a post."""
    is_short = lexicon_pattern("group.shaped-like-name").fullmatch(words) is not None
    return is_short and names_in(words) is None and not is_post(words)


def _run_together(token: Run) -> Iterator[Who]:
    """The entries in a run where posts follow persons without a blank: 王某市财政局局长李某市水务局局长."""
    words, begin, places = token.words, 0, [0]
    for surname in lexicon_pattern("group.surname").finditer(words, _SHORTEST_ENTRY):
        place = surname.start()
        if place - begin < _SHORTEST_ENTRY or not is_post(words[max(begin, place - _LONGEST_POST) : place]):
            continue
        if name_and_post(words[place : place + _LONGEST_POST], open_end=True) is not None:
            places.append(place)
            begin = place
    parts = [(first, last, name_and_post(words[first:last])) for first, last in pairwise([*places, len(words)])]
    if parts[0][2] is None:
        return
    for first, last, named in parts:
        if named is not None:
            end = token.end if last == len(words) else token.start + last
            yield Who(named.name, *post_and_body(named.post), token.start + first, end)


def _closed(words: str, person: Run | None, behind: Sequence[Run]) -> Iterator[Who]:
    """A person with what stands behind, or what stands between persons."""
    if person is None:
        yield from _listed(words, behind)
    elif not behind:
        yield Who(person.words, None, None, person.start, person.end)
    else:
        post = behind[0].words
        for before, token in pairwise(behind):
            # a body and a post in it may be parted by a blank; two posts of one person are two words
            post += ("、" if is_post(before.words) and is_post(token.words) else "") + token.words
        # a post may stand before the name
        yield Who(
            person.words, *post_and_body(post), min(person.start, behind[0].start), max(person.end, behind[-1].end)
        )


def _listed(words: str, tokens: Sequence[Run]) -> Iterator[Who]:
    """Posts and bodies by themselves; a blank parts them where what stands before it is whole."""
    if not tokens:
        return
    joined, places = "", list[int]()
    for before, token in pairwise([tokens[0], *tokens]):
        mark = _mark_between(before, token, words) if joined else ""
        joined += mark + token.words
        places += [before.end] * len(mark) + list(range(token.start, token.start + len(token.words)))
    for who in people_in(joined):
        yield who._replace(start=places[who.start], end=places[who.end - 1] + 1)


def _mark_between(before: Run, after: Run, words: str) -> str:
    """What parts two runs of a list: a mark that stands there, or 、 where the blank parts two that are whole."""
    between = words[before.end : after.start]
    for mark in "；，、":
        if mark in between:
            return "、" if mark == "、" else "，"
    last, first = before.words.rsplit("、", 1)[-1], after.words.split("、", 1)[0]
    if person_with_post(last) is not None:
        return "、"
    if names_in(last) is None and not is_post(lexicon_pattern("group.aside").sub("", last)):
        return ""
    is_new = names_in(first) is not None or (is_post(first) and (whose_post(first) is not None or is_post(last)))
    return "、" if is_new else ""
