"""Roles that stand right beside a name: 市财政局（牵头）, 市教育局【配合】; 牵头市财政局，配合市教育局."""

from __future__ import annotations

import re

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.odd_words import may_be_strange
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import EDGE, NAME_CLOSERS, NAME_OPENERS, PAUSE
from raci.analysis.annotations.tokens import read_atom
from raci.model import Mention
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules import Rule
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "note_of_duties",
    "note_of_others",
    "noted_persons",
    "noted_role",
    "notes_letters",
    "notes_part",
    "verb_before_names",
]

#: a bracket behind a name that may say its role, and the roles that it may say
_OPENER, _CLOSER = re.escape(NAME_OPENERS), re.escape(NAME_CLOSERS)
_NOTE = late_pattern(f"[{_OPENER}]([^{_OPENER}{_CLOSER}]{{1,8}})[{_CLOSER}]$")
_NOTES = late_pattern(f"[{_OPENER}]([^{_OPENER}{_CLOSER}]{{1,8}})[{_CLOSER}]")
_OPENING = compiled(f"[{_OPENER}]")
_PERSON = compiled(r"[\u4e00-\u9fff·]{2,4}")
_NOTED_ROLES = frozenset(("lead", "responsible", "support", "guide"))
#: the longest bracket behind a name that says what others do beside it, in characters
_LONGEST_NOTE = 120
#: the shortest words that say what a body does, in characters
_SHORTEST_DUTY = 3


def noted_role(words: str, patterns: Patterns, letters: bool = False) -> tuple[str, Rule] | None:
    """A name without the bracket behind it that says nothing but its role, and the rule of that; else None.

    ``letters``: a role in one letter (经发办（主）) counts too.
    """
    note = _NOTE.search(words)
    if note is None or not (is_body(name := words[: note.start()], patterns) or may_be_strange(name)):
        return None
    rule = _letter_rule(note[1], patterns) if len(note[1]) == 1 and letters else _rule_of(note[1], patterns)
    return None if rule is None else (name, rule)


def notes_part(words: str, patterns: Patterns) -> bool:
    """Whether brackets with roles part a list: 甲、乙（牵头），丙、丁（配合）.

    So they do where several roles stand in them and the last name has one: names without are then those of the next.
    """
    notes = [(match.end(), rule) for match in _NOTES.finditer(words) if (rule := _rule_of(match[1], patterns))]
    if len({rule.role for _, rule in notes}) < 2:
        return False
    return not words[notes[-1][0] :].strip(EDGE)


def notes_letters(words: str, patterns: Patterns) -> bool:
    """Whether brackets give several roles in one letter each: 经发办（主），财政所（辅）."""
    rules = [_letter_rule(match[1], patterns) for match in _NOTES.finditer(words) if len(match[1]) == 1]
    return len({rule.role for rule in rules if rule is not None}) > 1


def noted_persons(text: str, start: int, end: int, patterns: Patterns) -> tuple[int, list[Mention]] | None:
    """Where a name ends that has its persons in a bracket behind it, and these; None where there is no such bracket.

    县发改局（负责人：周平）, 县商务局（副局长王强）; whom to ring up (王强 5566778) is nobody in charge.
    """
    opening, end = _last_bracket(text, start, end)
    if opening <= start or not is_body(text[start:opening].strip(), patterns):
        return None
    with_post = lexicon_pattern("name.noted-persons").fullmatch(text, opening + 1, end - 1)
    note = with_post or lexicon_pattern("name.noted-name").fullmatch(text, opening + 1, end - 1)
    if note is None:
        return None
    if with_post is not None and (with_post["post"] is None or with_post["post"].startswith("联系")):
        return opening, []
    first = note.start("persons")
    return opening, [Mention(name[0], *name.span()) for name in _PERSON.finditer(text, first, note.end("persons"))]


def note_of_others(text: str, start: int, end: int, patterns: Patterns) -> tuple[int, int] | None:
    """Where the words stand of a bracket behind a name that may say what others do: 市财政局（市审计局配合）.

    None where there is no such bracket, or none in which a verb or a label of that kind stands.
    """
    end = start + len(text[start:end].rstrip())
    depth = 0
    for position in range(end - 1, max(start, end - _LONGEST_NOTE) - 1, -1):
        depth += (text[position] in NAME_CLOSERS) - (text[position] in NAME_OPENERS)
        if depth == 0:
            inside = text[position + 1 : end - 1]
            if lexicon_pattern("duty.noted").fullmatch(inside):
                return None
            unions = (patterns.verbs, patterns.labels)
            says = any(rule.role in _NOTED_ROLES for union in unions for _, _, rule in union.finditer(inside))
            is_noted = says and is_body(text[start:position].strip(), patterns)
            return (position + 1, end - 1) if is_noted else None
    return None


def note_of_duties(text: str, start: int, end: int, patterns: Patterns) -> tuple[int, int] | None:
    """Where the words stand of a bracket behind a name that says what is done, by it or by others.

    市财政局（资金保障）, 清水镇（县财政局保障经费）. None where there is none, or it may be a part of the name, as an
    alias is.
    """
    opening, end = _last_bracket(text, start, end)
    if opening <= start or not is_body(text[start:opening].strip(), patterns):
        return None
    position = opening + 1
    if lexicon_pattern("duty.noted").fullmatch(text, position, end - 1):
        return position, end - 1
    for pause in [*PAUSE.finditer(text, position, end - 1), None]:
        stop = pause.start() if pause else end - 1
        bodies = [one.end() for one in lexicon_pattern("name.sure-end").finditer(text, position, stop)]
        names = [last for last in bodies if is_body(text[position:last], patterns)]
        if names and stop - names[-1] >= _SHORTEST_DUTY and not is_body(text[position:stop], patterns):
            return opening + 1, end - 1
        position = pause.end() if pause else stop
    return None


def verb_before_names(text: str, start: int, end: int, patterns: Patterns) -> tuple[Rule, int] | None:
    """The rule of a verb before the names of ``text[start:end]``, and where they begin; None where there is none."""
    verb = lexicon_pattern("verb.before-name").match(text, start, end)
    rule = _rule_of(verb[0], patterns) if verb else None
    if verb is None or rule is None:
        return None
    tokens = read_atom(text[verb.end() : end], patterns)
    if not tokens or any(token.rule is not None or not token.body for token in tokens):
        return None
    return rule, verb.end()


def _last_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the last bracket of ``text[start:end]`` opens (-1: nowhere), and where the words end without blanks."""
    opening = max((mark.start() for mark in _OPENING.finditer(text, start, end)), default=-1)
    return opening, start + len(text[start:end].rstrip())


def _letter_rule(letter: str, patterns: Patterns) -> Rule | None:
    """The role that one letter is."""
    return next((rule for _, _, rule in patterns.noted_verbs.finditer(letter)), None)


def _rule_of(words: str, patterns: Patterns) -> Rule | None:
    """The verb or the label that the words are."""
    for union in (patterns.verbs, patterns.labels):
        for start, end, rule in union.finditer(words):
            if start == 0 and end == len(words) and rule.role in _NOTED_ROLES:
                return rule
    return None
