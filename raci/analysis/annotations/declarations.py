"""What a document says once for all, applied to the annotations that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from raci.analysis.annotations.content import Standing, parse
from raci.analysis.annotations.patterns import Patterns
from raci.model import Annotation, Document, Group, Mention

__all__ = ["Said", "apply", "in_text"]

_PROVINCIAL = re.compile(r"[(（]?(?:省|市|州|区|县|自治区|国家|中央)(?:级|直)")
#: words by which a rule, wherever it stands, speaks of all that the document says
_OVERALL = re.compile(r"各[项条]|每一?[项条]|以上|上述|前述|所有")
_PLACES = re.compile(r"(?:人民政府|政府|管委会)(?:[（(].*[)）])?$|^各(?:市|县|区|州)")
#: a short bracket is part of a name: 各县（市、区）政府
_SENTENCE = re.compile(
    r"(?:[^。\n（(〔\[）)〕\]；;]|[（(〔\[][^。\n（(〔\[）)〕\]；;]{1,20}[）)〕\]])*[。\n）)〕\]；;]?"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A standing rule with where it stands: it holds from ``at`` on; where it is said of everything, from 0 on."""

    at: int
    end: int
    standing: Standing


def in_text(document: Document, taken: Sequence[tuple[int, int]], patterns: Patterns) -> list[Said]:
    """The standing rules said outside of annotations: in the covering notice, in a note."""
    said = []
    for hint in patterns.maybe_standing_sentence.finditer(document.text):
        if any(start <= hint.start() < end for start, end in taken):
            continue
        start = max(document.text.rfind(stop, 0, hint.start()) for stop in "。\n（(〔[；;") + 1
        match = _SENTENCE.match(document.text, start)
        sentence = match[0] if match else ""
        if not 6 <= len(sentence) <= 200:
            continue
        for one in parse(sentence, patterns).standing:
            moved = tuple(mention.moved(start) for mention in one.mentions)
            leads = one.effect == "first-leads" and _OVERALL.search(one.quote) is not None
            said.append(Said(0 if leads else start, start + len(sentence), replace(one, mentions=moved)))
    return said


def apply(document: Document, annotations: Sequence[Annotation], said: Sequence[Said]) -> list[Annotation]:
    """The annotations with the standing rules applied: leads made of first names, bodies added for everyone."""
    if not said:
        return list(annotations)
    # a row that has a cell for its leads says who leads, whatever is the first name of its other cells
    led = {one.clauses[0] for one in annotations if one.basis == "table" and _leads(one)}
    done: list[Annotation] = []
    for annotation in annotations:
        current = annotation
        said_so = annotation.basis == "table" and annotation.clauses[0] in led
        extra = []
        for rule in said:
            effect = rule.standing.effect
            if rule.at > annotation.end:
                continue
            if said_so and effect != "everyone":
                continue
            if effect == "first-leads":
                current = _lead(current, rule, first=True)
            elif effect == "comma-leads":
                current = _lead(current, rule, first=False)
            elif effect == "bold-leads":
                current = _bold(current, rule, document)
            elif effect == "everyone" and rule.end <= annotation.start:
                extra.append(_everyone(annotation, rule))
        done.append(current)
        done += [one for one in extra if one is not None]
    return done


def _leads(annotation: Annotation) -> bool:
    return any(group.role == "lead" for group in annotation.groups)


def _lead(annotation: Annotation, rule: Said, *, first: bool) -> Annotation:
    """The first name (or those before the first comma) of the responsible becomes lead."""
    if _leads(annotation):
        return annotation
    responsible = [group for group in annotation.groups if group.role == "responsible"]
    if not responsible:
        return annotation
    chosen = responsible[0]
    reach = chosen.mentions[0].group
    candidates = chosen.mentions
    if first and _PROVINCIAL.match(rule.standing.quote):
        # 省级单位列第一位者为牵头单位: the places are not meant
        candidates = tuple(each for each in candidates if not _PLACES.search(each.text))
        if not candidates:
            return annotation
    leads = candidates[:1] if first else tuple(each for each in chosen.mentions if each.group == reach)
    if not first and len(leads) == len(chosen.mentions) and len(leads) > 1:
        return annotation  # no comma: nobody is set apart
    return _split(annotation, chosen, leads, rule)


def _bold(annotation: Annotation, rule: Said, document: Document) -> Annotation:
    if not document.emphasis or _leads(annotation):
        return annotation
    for group in annotation.groups:
        leads = tuple(
            mention
            for mention in group.mentions
            if any(span.start <= mention.start and mention.end <= span.end for span in document.emphasis)
        )
        if group.role == "responsible" and leads:
            return _split(annotation, group, leads, rule)
    return annotation


def _split(annotation: Annotation, chosen: Group, leads: tuple[Mention, ...], rule: Said) -> Annotation:
    groups: list[Group] = []
    for group in annotation.groups:
        if group is chosen:
            groups.append(Group("lead", leads, rule.standing.rule))
            rest = tuple(mention for mention in group.mentions if mention not in leads)
            if rest:
                groups.append(replace(group, mentions=rest))
        else:
            groups.append(group)
    return replace(annotation, groups=tuple(groups), inherited_from=rule.standing.quote)


def _everyone(annotation: Annotation, rule: Said) -> Annotation | None:
    """The bodies that are responsible for everything, as an annotation of their own that says where it is from."""
    named = {mention.text for group in annotation.groups for mention in group.mentions}
    missing = tuple(mention for mention in rule.standing.mentions if mention.text not in named)
    if not missing or annotation.basis == "inherited" or not annotation.groups:
        return None
    return Annotation(
        rule=rule.standing.rule,
        start=rule.at,
        end=rule.end,
        quote=rule.standing.quote,
        clauses=annotation.clauses[:1],
        groups=(Group("responsible", missing, rule.standing.rule),),
        basis="inherited",
        inherited_from=rule.standing.quote,
    )
