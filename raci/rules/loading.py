"""How rule files become values: TOML in, frozen rules out, every fault reported at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex

from raci.errors import RuleError
from raci.model import ROLES

__all__ = ["BUILT_IN_ONLY", "KINDS", "Rule", "Rules", "built_in", "load_file", "load_rules", "parse"]

#: kind → the further keys that it takes
KINDS: Mapping[str, frozenset[str]] = {
    "label": frozenset({"role", "colon", "person"}),
    "verb": frozenset({"role"}),
    "infix": frozenset({"role"}),
    "deadline": frozenset(),
    "no-deadline": frozenset(),
    "standing": frozenset({"effect"}),
    "refuse": frozenset(),
    "refuse-always": frozenset(),
    "refuse-bare": frozenset(),
    "refuse-label": frozenset(),
    "ending": frozenset(),
    "prose": frozenset(),
    "function": frozenset(),
    "duty": frozenset(),
    "places": frozenset(),
    "seat": frozenset(),
    "open": frozenset(),
    "lead-in": frozenset(),
    "marker": frozenset({"level"}),
    "annex": frozenset(),
    "not-a-task": frozenset(),
    "furniture": frozenset(),
    "column": frozenset({"role"}),
}
_COMMON = frozenset({"id", "kind", "pattern", "why", "match", "no_match"})
#: kind → the roles that it may give
_ROLES: Mapping[str, frozenset[str]] = {
    "label": frozenset({*ROLES, "deadline", "other"}),
    "verb": frozenset(ROLES),
    "infix": frozenset({"support"}),
    "column": frozenset({*ROLES, "deadline", "task", "content", "number", "chapter", "remark", "unit", "duty"}),
}
#: kinds that are used before a document is analysed, or that stand in an order of their own: not a user's
BUILT_IN_ONLY = frozenset({"marker", "annex", "furniture"})
_EFFECTS = frozenset({"first-leads", "comma-leads", "bold-leads", "everyone"})
#: rules whose pattern must match its example from the first to the last character
_WHOLE = frozenset({"furniture", "column", "open", "places"})
_START = frozenset({"marker", "annex", "label"})
#: what must follow a verb: a pause, the end, what has been read already (\ue000), or another verb (else it is prose)
VERB_END = r"(?=\s*(?:$|[，,；;。、）)〕\]】］〉\ue000]|会同|并(?:监督|指导|督促|负责|组织)))"
#: what parts a label from its names
COLON = r"\s*[:：∶︰]"

#: what refers to a group or to the whole, or changes how the whole is read: all rules of a kind are one pattern
_BACKWARDS = regex.compile(r"(?<!\\)(?:\\\\)*\\(?:[1-9]|g<|k<)|\(\?(?:P=|P>|&|R\)|[+-]?\d|\()")
_FLAGS = regex.compile(r"\(\?[A-Za-z0-9]+\)")

#: seconds that a user's pattern may take on one document
PATTERN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: an id, what it does (``kind``, ``role``, ``effect``), its pattern, why it is, and examples both ways.

    ``colon``: a label counts only before a colon. ``person``: what follows are persons or posts, not bodies.
    ``user``: from a file of the user's; its pattern runs under a time limit.
    """

    id: str
    kind: str
    pattern: str
    why: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    role: str = ""
    effect: str = ""
    level: int = 0
    colon: bool = False
    person: bool = False
    user: bool = False
    file: str = field(default="", compare=False)

    @property
    def full_pattern(self) -> str:
        """The pattern with what must follow it."""
        if self.kind == "verb":
            return f"(?:{self.pattern}){VERB_END}"
        if self.kind == "label" and self.colon:
            return f"(?:{self.pattern})(?={COLON})"
        return self.pattern

    def fires(self, text: str) -> bool:
        """Whether the rule holds for ``text``: all of it, its start, or anywhere, as the kind has it.

        Raises TimeoutError where that takes longer than PATTERN_SECONDS.
        """
        how = regex.fullmatch if self.kind in _WHOLE else regex.match if self.kind in _START else regex.search
        return how(self.full_pattern, text, timeout=PATTERN_SECONDS) is not None


@cache
def built_in() -> tuple[Rule, ...]:
    """The rules that come with raci, file by file in the order of their names."""
    folder = files("raci") / "data" / "rules"
    rules: list[Rule] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".toml"):
            rules += parse(entry.read_text(encoding="utf-8"), entry.name)
    return tuple(rules)


#: a user's rules: rules, or the TOML files that hold them
Rules = Rule | str | Path | Iterable[Rule | str | Path]
_REMEDY = "请改正后再用，写法见 raci/data/rules/"


def load_rules(rules: Rules) -> tuple[Rule, ...]:
    """A user's rules, checked: those of the files, and those that are rules already.

    Raises RuleError that names every fault in any of the files, each with file, rule and reason.
    """
    listed = [rules] if isinstance(rules, Rule | str | Path) else list(rules)
    faults: list[RuleError] = []
    found: list[Rule] = []
    for each in listed:
        if isinstance(each, Rule):
            found.append(each if each.user else replace(each, user=True))
            continue
        try:
            found += _read(each)
        except RuleError as error:
            faults += error.faults or [error]
    homes: dict[str, str] = {}
    for rule in found:
        if rule.id in homes:
            where = "编号重复" if homes[rule.id] == rule.file else f"编号与 {homes[rule.id]} 里的相同"
            faults.append(RuleError(f"{rule.id}：{where}，请换一个 id", place=rule.file, remedy=_REMEDY))
        homes[rule.id] = rule.file
    if faults:
        raise RuleError.all(faults)
    return tuple(found)


def load_file(path: str | Path) -> tuple[Rule, ...]:
    """The rules of one of the user's files; see ``load_rules``."""
    return load_rules(path)


def _read(path: str | Path) -> tuple[Rule, ...]:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise RuleError("读不出规则文件", place=path, remedy="请给出存在的 UTF-8 编码 TOML 文件") from error
    return parse(text, str(path), user=True)


def parse(text: str, file: str, *, user: bool = False) -> tuple[Rule, ...]:
    """The rules of one TOML text. A user's are tried on their own examples, and must not bear an id of the built-in.

    Raises RuleError that names every fault, each with rule and reason.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"不是有效的 TOML：{error}", place=file, remedy="请改正后再用") from error
    faults = [f"不认识的键 {key}" for key in table if key not in ("macros", "rule")]
    macros = table.get("macros", {})
    if not isinstance(macros, dict) or not all(isinstance(value, str) for value in macros.values()):
        faults.append("[macros] 须是名称与文字")
        macros = {}
    rules: list[Rule] = []
    entries = table.get("rule", [])
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        faults.append("没有 [[rule]]")
        entries = []
    taken = {rule.id for rule in built_in()} if user else set()
    for position, entry in enumerate(entries, 1):
        name = str(entry.get("id") or f"第{position}条")
        wrong = list(_faults(entry, macros, user))
        if name in taken:
            wrong.append("编号与内置规则相同，请换一个 id")
        faults += [f"{name}：{fault}" for fault in wrong]
        if not wrong:
            rules.append(_rule(entry, macros, user, file))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            faults.append(f"{rule.id}：编号重复")
        seen.add(rule.id)
    if faults:
        raise RuleError.all([RuleError(fault, place=file, remedy=_REMEDY) for fault in faults])
    return tuple(rules)


def _faults(entry: Mapping[str, Any], macros: Mapping[str, str], user: bool) -> Iterable[str]:
    for key in sorted(_COMMON - entry.keys()):
        yield f"缺少 {key}"
    kind = str(entry.get("kind", ""))
    if kind not in KINDS:
        if "kind" in entry:
            yield f"不认识的 kind {kind}"
        return
    for key in sorted(entry.keys() - _COMMON - KINDS[kind]):
        yield f"不认识的键 {key}"
    if user and kind in BUILT_IN_ONLY:
        yield f"kind {kind} 不能自定"
    if "role" in KINDS[kind] and entry.get("role") not in _ROLES[kind]:
        yield f"role 须是 {'、'.join(sorted(_ROLES[kind]))} 之一"
    if kind == "standing" and entry.get("effect") not in _EFFECTS:
        yield f"effect 须是 {'、'.join(sorted(_EFFECTS))} 之一"
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
        if not isinstance(examples, list) or not examples or not all(isinstance(each, str) for each in examples):
            yield f"{key} 须是至少一个例子的列表"
            return
    if "pattern" not in entry:
        return
    try:
        pattern = regex.compile(_expand(str(entry["pattern"]), macros))
    except regex.error as error:
        yield f"pattern 不能编译（{error}）"
        return
    if _BACKWARDS.search(str(entry["pattern"])):
        yield "pattern 不能回引前面的组（各条规则合成一个模式来试）"
        return
    if _FLAGS.search(str(entry["pattern"])):
        yield "pattern 不能改变全局的选项（如 (?i)），可写 (?i:…)"
        return
    if entry.get("effect") == "everyone" and "names" not in pattern.groupindex:
        yield "pattern 里要有 (?P<names>…)，指明为各项任务都负责的单位"
        return
    if pattern.fullmatch("") is not None:
        yield "pattern 能匹配空串"
        return
    if user and not (_COMMON - entry.keys()):
        rule = _rule(entry, macros, True, "")
        try:
            yield from (f"例子未被匹配：{each}" for each in rule.match if not rule.fires(each))
            yield from (f"反例被匹配：{each}" for each in rule.no_match if rule.fires(each))
        except TimeoutError:
            yield f"pattern 在例子上超过 {PATTERN_SECONDS:g} 秒"


def _rule(entry: Mapping[str, Any], macros: Mapping[str, str], user: bool, file: str) -> Rule:
    return Rule(
        id=str(entry["id"]),
        kind=str(entry["kind"]),
        pattern=_expand(str(entry["pattern"]), macros),
        why=str(entry["why"]),
        match=tuple(entry["match"]),
        no_match=tuple(entry["no_match"]),
        role=str(entry.get("role", "")),
        effect=str(entry.get("effect", "")),
        level=int(entry.get("level", 0)),
        colon=bool(entry.get("colon", False)),
        person=bool(entry.get("person", False)),
        user=user,
        file=file,
    )


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    for name, value in macros.items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern
