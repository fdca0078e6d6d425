"""How the tables of rule files become values: frozen rules out, every fault reported at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from raci.errors import RuleError
from raci.model.pattern_codes import toml_table
from raci.model.patterns import expand_macros, read_macros
from raci.rules.own_columns import column_rules, role_fault
from raci.rules.values import BUILT_IN_ONLY, EFFECTS, EFFECTS_WITH_NAMES, KINDS, PATTERN_SECONDS, ROLES_OF_KIND, Rule
from raci.rules.word_tables import word_macros

__all__ = ["REMEDY", "built_in", "built_in_tables", "rules_of_table"]

#: what to do about a rule with faults
REMEDY = "请改正后再用，写法见 raci/data/rules/"

#: the file of macros that all others share
_GRAMMAR = "grammar.toml"
_COMMON = frozenset({"id", "kind", "pattern", "why", "match", "no_match"})
#: what refers to a group or to the whole, or changes how the whole is read: all rules of a kind are one pattern
_BACKWARDS = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[1-9]|g<|k<)|\(\?(?:P=|P>|&|R\)|[+-]?\d|\()")
_FLAGS = re.compile(r"\(\?[A-Za-z0-9]+\)")

Entry = Mapping[str, object]


@cache
def built_in() -> tuple[Rule, ...]:
    """The rules that come with raci, file by file in the order of their names."""
    rules: list[Rule] = []
    for name, table in built_in_tables():
        rules += rules_of_table(table, name, check_patterns=False)
    return tuple(rules)


def built_in_tables() -> Iterator[tuple[str, Mapping[str, object]]]:
    """The files of the built-in rules by name, each with its table, its words and the macros that all files share."""
    folder = files("raci") / "data" / "rules"
    grammar = toml_table((folder / _GRAMMAR).read_text(encoding="utf-8"))["macros"]
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml") and entry.name != _GRAMMAR:
            table = toml_table(entry.read_text(encoding="utf-8"))
            own = {**table.get("macros", {}), **word_macros(entry.name)}
            shared = {name: piece for name, piece in grammar.items() if name not in own}
            yield entry.name, {**table, "macros": {**own, **shared}}  # a file's own may hold those that all share


def rules_of_table(
    table: Mapping[str, object], file: str, *, user: bool = False, check_patterns: bool = True
) -> tuple[Rule, ...]:
    """The rules of one file's table (``[macros]``, ``[[rule]]``, ``[columns]``).

    A user's are tried on their own examples, and must not bear an id of the built-in ones. Without ``check_patterns``
    the patterns are not compiled: for raci's own files, whose patterns the tests check.
    Raises RuleError that names every fault, each with rule and reason.
    """
    faults = [f"不认识的键 {key}" for key in table if key not in ("macros", "rule", "columns")]
    macros = read_macros(table)
    if macros is None:
        faults.append("[macros] 须是名称与文字（或文字的列表）")
        macros = {}
    entries = _entries(table)
    columns = table.get("columns", {})
    if not isinstance(columns, dict):
        faults.append("[columns] 须是表头与角色")
        columns = {}
    faults += [f"columns.{head}：{'；'.join(fault)}" for head, role in columns.items() if (fault := role_fault(role))]
    if not entries and not columns:
        faults.append("没有 [[rule]]")
    taken = {rule.id for rule in built_in()} if user else set()
    rules: list[Rule] = []
    for position, entry in enumerate(entries, 1):
        name = str(entry.get("id") or f"第{position}条")
        entry_faults = list(_faults(entry, macros, user, check_patterns))
        if name in taken:
            entry_faults.append("编号与内置规则相同，请换一个 id")
        faults += [f"{name}：{fault}" for fault in entry_faults]
        if not entry_faults:
            rules.append(_rule(entry, macros, user, file))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            faults.append(f"{rule.id}：编号重复")
        seen.add(rule.id)
    if faults:
        raise RuleError.all([RuleError(fault, place=file, remedy=REMEDY) for fault in faults])
    return (*column_rules(columns, file), *rules)


def _entries(table: Mapping[str, object]) -> list[Entry]:
    entries = table.get("rule", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return []
    return entries


# what is wrong with a rule: first what its keys hold, then its pattern, then its examples


def _faults(entry: Entry, macros: Mapping[str, str], user: bool, check_patterns: bool) -> Iterator[str]:
    for key in sorted(_COMMON - entry.keys()):
        yield f"缺少 {key}"
    kind = str(entry.get("kind", ""))
    if kind not in KINDS:
        if "kind" in entry:
            known = sorted(KINDS.keys() - (BUILT_IN_ONLY if user else ()))
            yield f"不认识的 kind {kind}，可用 {'、'.join(known)}"
        return
    yield from _key_faults(entry, kind, user)
    broken = list(_type_faults(entry))
    if check_patterns and not broken:
        broken = list(_pattern_faults(entry, macros))
    yield from broken
    if user and not broken and not (_COMMON - entry.keys()):
        yield from _example_faults(_rule(entry, macros, True, ""))


def _key_faults(entry: Entry, kind: str, user: bool) -> Iterator[str]:
    for key in sorted(entry.keys() - _COMMON - KINDS[kind]):
        yield f"不认识的键 {key}"
    if user and kind in BUILT_IN_ONLY:
        yield f"kind {kind} 不能自定"
    if "role" in KINDS[kind] and not _is_one_of(entry.get("role"), ROLES_OF_KIND[kind]):
        yield f"role 须是 {'、'.join(sorted(ROLES_OF_KIND[kind]))} 之一"
    if kind == "standing" and not _is_one_of(entry.get("effect"), EFFECTS):
        yield f"effect 须是 {'、'.join(sorted(EFFECTS))} 之一"


def _is_one_of(value: object, allowed: frozenset[str]) -> bool:
    return isinstance(value, str) and value in allowed


def _type_faults(entry: Entry) -> Iterator[str]:
    """The first key whose value is not of its type."""
    for key, type_, name in (
        ("level", int, "整数"),
        ("colon", bool, "true 或 false"),
        ("person", bool, "true 或 false"),
    ):
        if not isinstance(entry.get(key, type_()), type_):
            yield f"{key} 须是{name}"
            return
    for key in ("match", "no_match"):
        examples = entry.get(key, [])
        if not isinstance(examples, list) or not examples or not all(isinstance(text, str) for text in examples):
            yield f"{key} 须是至少一个例子的列表"
            return


def _pattern_faults(entry: Entry, macros: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the pattern, the first fault of it."""
    if "pattern" not in entry or entry.get("kind") == "lexicon":
        return  # word lists are compiled where code looks them up; their examples are checked by the tests
    import regex

    written = str(entry["pattern"])
    try:
        pattern = regex.compile(expand_macros(written, macros))
    except regex.error as error:
        yield f"pattern 不能编译（{error}）"
        return
    if _BACKWARDS.search(written):
        yield "pattern 不能回引前面的组（各条规则合成一个模式来试）"
    elif _FLAGS.search(written):
        yield "pattern 不能改变全局的选项（如 (?i)），可写 (?i:…)"
    elif entry.get("effect") in EFFECTS_WITH_NAMES and "names" not in pattern.groupindex:
        yield "pattern 里要有 (?P<names>…)，指明各项任务都有的单位"
    elif pattern.fullmatch("") is not None:
        yield "pattern 能匹配空串"


def _example_faults(rule: Rule) -> Iterator[str]:
    try:
        yield from (f"例子未被匹配：{text}" for text in rule.match if not rule.fires(text))
        yield from (f"反例被匹配：{text}" for text in rule.no_match if rule.fires(text))
    except TimeoutError:
        yield f"pattern 在例子上超过 {PATTERN_SECONDS:g} 秒"


def _rule(entry: Entry, macros: Mapping[str, str], user: bool, file: str) -> Rule:
    """The rule of an entry that was checked."""
    level = entry.get("level", 0)
    return Rule(
        id=str(entry["id"]),
        kind=str(entry["kind"]),
        pattern=expand_macros(str(entry["pattern"]), macros),
        why=str(entry["why"]),
        match=_texts(entry["match"]),
        no_match=_texts(entry["no_match"]),
        role=str(entry.get("role", "")),
        effect=str(entry.get("effect", "")),
        level=level if isinstance(level, int) else 0,
        colon=entry.get("colon") is True,
        person=entry.get("person") is True,
        user=user,
        file=file,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(text) for text in value) if isinstance(value, list) else ()
