"""The labels of an annotation: 牵头单位：…, 责任单位 without a colon, 【责任单位】."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.dittos import is_ditto
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import COLONS, EDGE, MASK, PAUSE, mask
from raci.analysis.annotations.tokens import read_atom
from raci.model.late_patterns import late_pattern
from raci.rules import Rule
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Label", "find_labels", "later_rule"]

_BLANK = " \t\u3000\xa0\n"
_SEPARATORS = "，,；;。、：:/／|｜\n\t \u3000\xa0】])）〕√✓✔☑" + MARKS
#: what may stand between a label and its colon
_BEFORE_COLON = _BLANK + "】]〕)）" + MASK
#: what may stand before a label and not be a word of its sentence
_BEFORE_LABEL = _SEPARATORS + "（([〔【"
#: how many characters before a label say whether it is a word of its sentence
_REFUSAL_REACH = 6
_DECORATED = late_pattern(r"[【\[〔［]\s*([^【\[〔［】\]〕］]{2,14}?)\s*[】\]〕］]\s*[:：∶︰]?")


class Label(NamedTuple):
    """A label: where it begins, where its names begin, and its rule; None where no rule knows it (统筹单位：)."""

    start: int
    end: int
    rule: Rule | None


def find_labels(text: str, masked: str, patterns: Patterns) -> list[Label]:
    """The labels outside nested brackets, in order."""
    labels: list[Label] = []
    maybe_label = lexicon_pattern("label.unit-hint").search
    anywhere = patterns.labels.own
    position = 0
    for pause in [*PAUSE.finditer(masked), None]:
        start, end = position, pause.start() if pause else len(text)
        position = pause.end() if pause else end
        colon = pause is not None and pause[0] in COLONS
        if not colon and not anywhere and not maybe_label(masked, start, end):
            continue
        label = _label_of_atom(text[start:end], colon, patterns)
        if label is None and colon and labels:
            label = _label_among_labels(text[start:end], patterns)
            if label is not None and label.rule is _other(patterns) and _names_body(text, start, position, patterns):
                label = label._replace(rule=None)  # 行业主管：县文旅局 says something of a body; no rule knows what
        elif label is None and colon and (rule := _rule_of_later(text[start:end].strip(EDGE), patterns)):
            # 甲负责，乙配合；技术支持：丙, and R：甲；C：乙
            counts = _is_letter(text[start:end].strip(EDGE), text) or patterns.verbs.finditer(text[:start])
            label = Label(0, end - start, rule) if counts else None
        if label:
            # 指标牵头单位：市财政局 — the word before the label is no name
            prefix = text[start : start + label.start]
            word = prefix.strip(EDGE) and prefix[-1] not in _SEPARATORS and not is_body(prefix, patterns)
            labels.append(
                Label(
                    start if word else start + label.start,
                    position if colon else start + label.end,
                    label.rule,
                )
            )
    if "【" in text or "[" in text or "〔" in text or "［" in text:
        labels += _decorated_labels(text, labels, patterns)
        labels.sort(key=lambda label: label[:2])
    return labels


def _decorated_labels(text: str, others: list[Label], patterns: Patterns) -> list[Label]:
    """Labels that are all that a bracket holds (【责任单位】市财政局), outside the others."""
    labels: list[Label] = []
    noted = lexicon_pattern("label.marker-noted")
    for match in _DECORATED.finditer(text):
        if noted.match(text, match.start()):
            continue
        label = _label_of_atom(match[1], True, patterns)
        if label and label.start == 0 and not any(start <= match.start() < end for start, end, _ in others):
            labels.append(Label(match.start(), match.end(), label.rule))
    return labels


def _label_among_labels(atom: str, patterns: Patterns) -> Label | None:
    """Words before a colon behind other labels: a label that counts only there, a verb (主办：甲；承办：乙), others."""
    if rule := later_rule(atom.strip(EDGE), patterns):
        return Label(0, len(atom), rule)
    names = atom.rstrip(_BLANK).rfind(" ") if " " in atom else atom.rstrip(_BLANK).rfind("\u3000")
    if names > 0 and (rule := later_rule(atom[names:].strip(EDGE), patterns)):
        return Label(names + 1, len(atom), rule)  # 责任：后勤科　督查：院感办
    if lexicon_pattern("label.unknown").search(atom.strip(EDGE)):
        return Label(0, len(atom), None)
    return Label(0, len(atom), _other(patterns)) if _is_other(atom, patterns) else None


def later_rule(words: str, patterns: Patterns) -> Rule | None:
    """The rule of words that are a label behind other labels: 成员单位, or a verb."""
    if rule := _rule_of_later(words, patterns):
        return rule
    for start, end, rule in patterns.verbs.finditer(words):
        if start == 0 and end == len(words) and rule.kind != "infix":
            return rule
    return None


def _is_letter(words: str, text: str) -> bool:
    """Whether a letter of RACI is a label in a text in which another one is as well."""
    return words.isascii() and lexicon_pattern("label.letters").search(text) is not None


def _names_body(text: str, start: int, behind: int, patterns: Patterns) -> bool:
    """Whether a body stands behind a label, and the label is not one of those that list bodies for other ends."""
    if lexicon_pattern("coverage.no-duty-label").search(text, start, behind):
        return False
    pause = PAUSE.search(text, behind)
    return is_body(text[behind : pause.start() if pause else len(text)].strip(EDGE), patterns)


def _rule_of_later(words: str, patterns: Patterns) -> Rule | None:
    """The rule of words that are a label only behind other labels, or verbs: 成员单位."""
    found = patterns.later_labels.finditer(words)
    return next((rule for start, end, rule in found if start == 0 and end == len(words)), None)


def _is_other(atom: str, patterns: Patterns) -> bool:
    """Whether the words before a colon are a label of something else (目标位置：前五)."""
    words = atom.strip()
    return 2 <= len(words) <= 10 and not is_body(words, patterns)


def _other(patterns: Patterns) -> Rule:
    return next(rule for rule in patterns.labels.rules if rule.role == "other")


def _label_of_atom(atom: str, colon: bool, patterns: Patterns) -> Label | None:
    """The label of an atom: before a colon the one that it ends with, else one that it begins with before a name."""
    key = atom + "：" if colon else atom
    if key in patterns.heads:
        known: Label | None = patterns.heads[key]
        return known
    if len(patterns.heads) > patterns.MOST:
        patterns.heads.clear()
    find = _label_before_colon if colon else _label_before_name
    patterns.heads[key] = label = find(atom, key, patterns)
    return label


def _label_before_colon(atom: str, key: str, patterns: Patterns) -> Label | None:
    masked = mask(atom)
    for start, end, rule in patterns.labels.finditer(key):
        if start < len(masked) and masked[start] == MASK:
            continue
        before = atom[:start].rstrip(_BLANK)
        # 完成时限（2026年）：; what stands in a bracket behind 责任单位 may be a name
        behind = masked[end:].lstrip("（(〔[") if rule.role == "deadline" else atom[end:]
        if behind.strip(_BEFORE_COLON):
            continue
        is_word = before and before[-1] not in _BEFORE_LABEL
        is_word = is_word and not lexicon_pattern("label.noun-qualifier").fullmatch(before)
        if not (is_word and patterns.refuse_label.search(before[-_REFUSAL_REACH:])):
            return Label(start, end, rule)
    return None


def _label_before_name(atom: str, key: str, patterns: Patterns) -> Label | None:
    masked = mask(atom)
    for start, end, rule in patterns.labels.finditer(key):
        if start < len(masked) and masked[start] == MASK:
            continue
        before = atom[:start].rstrip(_BLANK)
        if rule.colon or (before and before[-1] not in _SEPARATORS):
            continue
        tokens = read_atom(atom[end:], patterns)
        if tokens and tokens[0].rule is None and (tokens[0].body or is_ditto(tokens[0].text)):
            return Label(start, end, rule)
    return None
