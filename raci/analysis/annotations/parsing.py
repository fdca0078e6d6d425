"""The words of an annotation to its content: declarations first, then what stands behind each label."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.content import AnnotationContent, ContentBuilder, Declaration, RoleMentions
from raci.analysis.annotations.declarations import take_declarations
from raci.analysis.annotations.labels import Label, find_labels
from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.persons import ListedPersons, list_persons, list_pieces, only_persons
from raci.analysis.annotations.punctuation import mask, strip_span, whole_span, with_commas
from raci.analysis.annotations.segments import SegmentReader
from raci.model import Mention
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules import Rule
from raci.rules.bodies import are_bodies

__all__ = ["parse"]

#: a number that nothing else parts from the words before it: ①县水利局牵头②各村配合
_CIRCLED = compiled(r"(?<=[\u4e00-\u9fff）)])[②-⑳](?=[\u4e00-\u9fff])")

#: what labels have that say that bodies stand behind them, and what persons are behind the others (牵头：李某, but
#: 协助：李某 as the label says)
_OF_BODIES = late_pattern("单位|部门|[科处股]室|机构|主体|组织")
_ROLES_OF_PERSONS = {"lead": "leader", "responsible": "leader"}


def parse(text: str, patterns: Patterns, running: bool = False, only_names: bool = False) -> AnnotationContent:
    """What ``text`` (the inside of a bracket, or the stretch behind a label) says of who does what.

    With ``running`` nothing marks its end: reading stops where the words turn to prose, and ``reach`` says where. With
    ``only_names`` it counts for something only where all of its names are known to be such: reading stops behind the
    first ``odd_names``, as nearly all sentences begin with one.
    """
    key = (text, running, only_names)
    known: AnnotationContent | None = patterns.contents.get(key)
    if known is None:
        if len(patterns.contents) >= patterns.MOST_CONTENTS:
            patterns.contents.clear()
        known = patterns.contents[key] = _parse(text, patterns, running, only_names)
    return known


def _parse(text: str, patterns: Patterns, running: bool, only_names: bool) -> AnnotationContent:
    declarations: tuple[Declaration, ...] = ()
    if "①" in text:
        text = _CIRCLED.sub("；", text)
    text = with_commas(text)
    if patterns.maybe_standing.search(text):
        declarations, text = take_declarations(text, patterns)
    masked = mask(text)
    if patterns.refuse_always.search(masked):
        return AnnotationContent(refused=True, declarations=declarations)
    doubtful = patterns.refuse.search(masked)
    labels = find_labels(text, masked, patterns)
    if doubtful and not labels:
        return AnnotationContent(refused=True, declarations=declarations)
    builder = ContentBuilder(only_names)
    rules = [label.rule for label in labels if label.rule is not None]
    position = reach = 0
    label: Label | None = None
    for following in [*labels, Label(len(text), len(text), None)]:
        if position < following.start:
            reach = _read_segment(text, masked, (position, following.start), label, builder, patterns, running)
            if reach < following.start or builder.is_spoilt():
                break
        position, label = following.end, following
        if label.rule is None and (unread := strip_span(text, label.start, label.end)):
            builder.unread.append(unread)
    by_role = tuple(builder.role_mentions)
    if "其中" in text and builder.verbal:
        by_role = tuple(_without_leads(builder))
    return AnnotationContent(
        role_mentions=by_role,
        limits=tuple(builder.limits),
        declarations=declarations,
        labelled=any(label.role not in ("other", "deadline") for label in rules),
        verbal=builder.verbal,
        odd_names=builder.odd_names,
        unread=tuple(builder.unread),
        reach=reach if running else len(text),
        rule=by_role[0].rule if by_role else rules[0].id if rules else "",
    )


def _without_leads(builder: ContentBuilder) -> Iterator[RoleMentions]:
    """What bodies do, without those of the responsible that are named again as leads: 甲、乙负责，其中甲牵头."""
    leads = {mention.text for part in builder.role_mentions if part.role == "lead" for mention in part.mentions}
    for part in builder.role_mentions:
        others = tuple(mention for mention in part.mentions if mention.text not in leads)
        if part.role != "responsible" or len(others) == len(part.mentions):
            yield part
        elif others:
            yield part._replace(mentions=others)


def _read_segment(
    text: str,
    masked: str,
    span: tuple[int, int],
    label: Label | None,
    builder: ContentBuilder,
    patterns: Patterns,
    running: bool,
) -> int:
    """Read what stands behind a label, or (without one) before the first: names and verbs, a time limit, or persons.

    Returns where reading stopped.
    """
    start, end = span
    rule = label.rule if label else None
    is_unknown = label is not None and rule is None
    if rule is None or not (rule.role in ("deadline", "other") or rule.person):
        # 责任单位：白云、黄埔 are places
        of_anybody = label is not None and not _OF_BODIES.search(text, label.start, label.end)
        if rule is not None and of_anybody and (persons := only_persons(text, masked, start, end)):
            builder.add(persons, _ROLES_OF_PERSONS.get(rule.role, rule.role), rule.id)
            return end
        return SegmentReader(text, rule, builder, patterns, running, is_unknown).read(masked, start, end)
    if rule.role == "deadline":
        if limit := whole_span(text, start, end):
            builder.add_limit(text, limit)
    elif rule.person and rule.role != "leader":
        return _read_bodies_and_persons(text, masked, span, rule, builder, patterns)
    elif rule.person:
        listed = list_persons(text, masked, start, end, patterns)
        names_bodies = are_bodies(mention.text for mention in listed.mentions)
        builder.add(listed.mentions, "responsible" if names_bodies else "leader", rule.id)
        _note_rest(text, listed, builder)
    return end


def _read_bodies_and_persons(
    text: str, masked: str, span: tuple[int, int], label: Rule, builder: ContentBuilder, patterns: Patterns
) -> int:
    """Read what stands behind a label of bodies and persons (责任单位及责任人：市园林局 李某); returns its end."""
    start, end = span
    bodies: list[Mention] = []
    persons: list[Mention] = []
    for piece_start, piece_end in list_pieces(text, masked, start, end):
        names = list_names(text[piece_start:piece_end], patterns)
        if names:
            bodies += [name.moved(piece_start) for name in names]
        else:
            listed = list_persons(text, masked, piece_start, piece_end, patterns)
            persons += listed.mentions
            _note_rest(text, listed, builder)
    builder.add(bodies, label.role, label.id)
    builder.add(persons, "leader", label.id)
    return end


def _note_rest(text: str, listed: ListedPersons, builder: ContentBuilder) -> None:
    """Note what stands among persons and is none."""
    for limit in listed.limits:
        builder.add_limit(text, limit)
    builder.odd_names += len(listed.unread)
    builder.unread += listed.unread
