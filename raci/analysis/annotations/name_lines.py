"""Words that hold nothing but names and verbs, and headings that say whose tasks stand below them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.hints import VERB_REACH
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import LINE_TAIL
from raci.analysis.annotations.strange_names import strange_among_names, strange_before_verbs
from raci.analysis.annotations.time_limits import is_time_limit
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "NamedLine",
    "behind_group",
    "behind_topic",
    "labels_and_names",
    "lines_of_names",
    "names_alone",
    "names_and_verbs",
]

_PIECE = compiled(r"[，,；;]\s*")
#: what ends a sentence, and a part of one
_SENTENCE_END, _PART_END = compiled("[。\n]"), compiled("[；;。\n]")
#: the longest line, in characters
_LONGEST_LINE = 160
#: the longest label of a role, in characters
_LONGEST_LABEL = 8
#: the longest heading that names the bodies of what stands below it
_LONGEST_HEADING = 60


class NamedLine(NamedTuple):
    """Such words: the span, what they say, and their form.

    That is names with verbs, names alone, a heading, or (``running``) a line that speaks of all above it.
    """

    start: int
    end: int
    content: AnnotationContent
    form: str  # line, bare, heading, running


def lines_of_names(clause: str, patterns: Patterns) -> list[NamedLine]:
    """What holds, behind its task or alone, nothing but names with roles; or a heading of whose tasks follow.

    雨污分流：市水务局牵头、市城管局协办; behind a task names alone will do: 老旧小区改造：市住建局. Several stand in a
    clause behind dashes: 改造管网——市水务局；改造道路——市住建局。
    """
    if behind := list(_behind_dashes(clause, patterns)):
        return behind
    line = _line_of_names(clause, patterns)
    return [line] if line else []


def _line_of_names(clause: str, patterns: Patterns) -> NamedLine | None:
    words = clause.rstrip(LINE_TAIL)
    if "。" in words:
        return _noted_at_end(words, patterns) or _heading(clause, patterns)
    start = behind_topic(words, patterns) or behind_group(words, patterns)
    if content := names_and_verbs(words[start:], patterns) or labels_and_names(words[start:], patterns):
        of_all = lexicon_pattern("scope.all-above").match(words) is not None
        return NamedLine(start, len(words), content, "running" if of_all else "line")
    if start and (content := names_alone(words[start:], patterns, few_strange=True)):
        return NamedLine(start, len(words), content, "bare")
    return _heading(clause, patterns)


def _behind_dashes(clause: str, patterns: Patterns) -> Iterator[NamedLine]:
    """The names behind the dashes of a clause, up to the end of the sentence, or of its part."""
    done = 0
    find_dash = lexicon_pattern("label.dash").search
    for dash in lexicon_pattern("label.dash").finditer(clause):
        start = dash.end()
        before = clause[max(done, dash.start() - _LONGEST_HEADING) : dash.start()]
        task = _PART_END.split(before)[-1].strip()
        if dash.start() < done or not task:
            continue
        of_group = is_body(task, patterns)
        reach = min(len(clause), start + _LONGEST_LINE + 1)
        for ends in (_SENTENCE_END, _PART_END):
            stop = ends.search(clause, start, reach)
            words = clause[start : stop.start() if stop else reach].rstrip(LINE_TAIL)
            line = None if find_dash(words) else _names_behind(words, start, of_group, patterns)
            if line is not None:
                done = line.end
                yield line
                break


def _names_behind(words: str, start: int, of_group: bool, patterns: Patterns) -> NamedLine | None:
    """Words that stand at ``start``, behind a task, as names with verbs or names alone.

    Behind the body whose work others do (``of_group``) one of these leads: 综合协调组——甲牵头、乙参加.
    """
    content, form = names_and_verbs(words, patterns), "line"
    if content is None and not of_group:
        content, form = names_alone(words, patterns, few_strange=True), "bare"
    if content is None or (of_group and not _names_lead(words, content)):
        return None
    return NamedLine(start, start + len(words), content, form)


def _noted_at_end(words: str, patterns: Patterns) -> NamedLine | None:
    """The last sentence, where it lists bodies with their roles in brackets, or behind labels without a colon.

    建烘干中心。经发办（主），财政所（辅）; 建烘干中心。牵头单位县农业农村局，责任单位县财政局.
    """
    start = words.rindex("。") + 1
    content = None
    if lexicon_pattern("verb.noted").search(words, start) is not None:
        content = names_and_verbs(words[start:], patterns)
    elif len(words) - start <= _LONGEST_LINE:
        content = labels_and_names(words[start:].lstrip(), patterns)
        start += len(words[start:]) - len(words[start:].lstrip())
    return NamedLine(start, len(words), content, "line") if content else None


def behind_topic(words: str, patterns: Patterns) -> int:
    """Where the words begin behind a task that they are about (雨污分流：…); 0 where they begin with none."""
    head = lexicon_pattern("label.topic").match(words.lstrip())
    if head is None or is_body(head["topic"], patterns):
        return 0
    label = f"{head['topic']}："
    if lexicon_pattern("label.of-no-task").search(head["topic"]) or patterns.labels.finditer(label):
        return 0
    return len(words) - len(words.lstrip()) + head.end()


def behind_group(words: str, patterns: Patterns) -> int:
    """Where the words begin behind the body whose work others do (综合协调组：甲牵头、乙参加); 0 without one."""
    head = lexicon_pattern("label.topic").match(words.lstrip())
    if head is None or not is_body(head["topic"], patterns):
        return 0
    start = len(words) - len(words.lstrip()) + head.end()
    content = names_and_verbs(words[start:], patterns)
    return start if content is not None and _names_lead(words[start:], content) else 0


def _names_lead(words: str, content: AnnotationContent) -> bool:
    """Whether words name who leads, so that a body before them does not: 市水务局：牵头，市财政局配合 says it does."""
    if lexicon_pattern("verb.before-name").match(words):
        return False
    return any(part.role == "lead" for part in content.role_mentions)


def names_alone(words: str, patterns: Patterns, *, few_strange: bool = False) -> AnnotationContent | None:
    """The names that words list, all of them, or most (``few_strange``), known bodies; None where is anything else."""
    if len(words) > _LONGEST_LINE or patterns.refuse_bare.match(words):
        return None
    words = _with_limit_apart(words, patterns)
    content = parse(words, patterns, only_names=True)
    if content.odd_names and few_strange:
        return strange_among_names(words, patterns)
    if content.labelled or content.verbal or content.unread or not _names_only(content):
        return None
    return content


def _with_limit_apart(words: str, patterns: Patterns) -> str:
    """The words, as many, with a comma before the time limit that they end with in brackets: 研发部（7月15日前）."""
    opened = max(words.rfind("（"), words.rfind("("))
    if opened < 1 or words[-1] not in "）)" or not is_time_limit(words[opened + 1 : -1].strip(), patterns):
        return words
    return f"{words[:opened]}，{words[opened + 1 : -1]} "


def names_and_verbs(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What words say that are nothing but names and verbs (市财政局牵头，市教育局配合); None where they are not."""
    if len(words) > _LONGEST_LINE or not _may_be_names_and_verbs(words, patterns):
        return None
    content = parse(words, patterns, only_names=True)
    if content.odd_names:
        return strange_before_verbs(words, patterns)
    return content if content.verbal and _names_only(content) else None


def labels_and_names(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What words say that are nothing but labels without a colon and their names: 牵头单位市财政局，配合单位甲."""
    if len(words) > _LONGEST_LINE or lexicon_pattern("label.unit-hint").search(words, 0, _LONGEST_LABEL) is None:
        return None
    label = next(iter(patterns.labels.finditer(words[:_LONGEST_LABEL])), None)
    if label is None or label[0]:
        return None
    content = parse(words, patterns, only_names=True)
    return content if content.labelled and _names_only(content) else None


def _names_only(content: AnnotationContent) -> bool:
    return bool(content.role_mentions) and content.odd_names == 0 and not content.refused


def _may_be_names_and_verbs(words: str, patterns: Patterns) -> bool:
    """Whether words may hold nothing but names and verbs, by their end, or by the verb that they begin with.

    What holds words of a sentence does not: two of three are told so, before they are read name by name.
    """
    if patterns.verbs.own:
        return True
    at_end = patterns.verb_at_end.search(words, max(0, len(words) - VERB_REACH))
    if at_end is None and (end := _before_limit(words, patterns)):
        at_end = patterns.verb_at_end.search(words[:end], max(0, end - VERB_REACH))
    noted = at_end or lexicon_pattern("verb.noted").search(words)
    if noted is None and not _begin_with_verbs(words):
        return False
    return lexicon_pattern("hint.no-line-of-names").match(words) is None and not _begins_with_prose(words, patterns)


def _before_limit(words: str, patterns: Patterns) -> int:
    """Where words end before the time limit that closes them (甲牵头，乙配合，8月底前); 0 where none does."""
    pause = max(words.rfind(mark) for mark in "，,；;")
    return pause if pause > 0 and is_time_limit(words[pause + 1 :].strip(), patterns) else 0


def _begins_with_prose(words: str, patterns: Patterns) -> bool:
    """Whether the first of some words are those of a sentence (加强…, 对…), so that no name begins with them."""
    return patterns.prose.match(words) is not None and not any(
        may_begin.match(words) for may_begin in (patterns.lead_in, patterns.verbs.pattern, patterns.labels.pattern)
    )


def _begin_with_verbs(words: str) -> bool:
    """Whether several pieces begin with a verb (牵头县教育局，配合县税务局); one alone is a task (参加广交会)."""
    begins = lexicon_pattern("verb.before-name").match
    return begins(words) is not None and sum(begins(piece) is not None for piece in _PIECE.split(words)) > 1


def _heading(clause: str, patterns: Patterns) -> NamedLine | None:
    """A heading that says whose tasks stand below it: 县水利局牵头工作（2项）."""
    if len(clause) > _LONGEST_HEADING:
        return None
    heading = lexicon_pattern("label.heading-body").fullmatch(clause.strip())
    if heading is None:
        return None
    start = clause.index(heading["names"])
    content = parse(heading["names"], patterns, only_names=True)
    if content.verbal and _names_only(content):
        return NamedLine(start, start + len(heading["names"]), content, "heading")
    return None
