"""Bodies that no table holds, judged by their ending: …公司, …中心, …大学, …协会, …领导小组."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.register.body_id import UNLISTED, BodyId
from raci.register.enterprises import leading_place
from raci.register.folding import fold_name
from raci.register.merged_bureaus import full_merged_stem
from raci.register.name_patterns import NamePattern, ending_patterns
from raci.register.name_reading import BY_ENDING, NameReading
from raci.register.prefixes import NamePrefix, read_prefix
from raci.register.register import Register

__all__ = ["made_of_duties", "read_by_ending"]

#: a longer text is prose
_LONGEST = 40
#: the longest short form of a duty (duties.csv)
_LONGEST_DUTY = 6
_HOTLINE = compiled(r"12[0-9]{3}")
_MARKS = compiled(r"[，。；：？！+=<>@#|/\\{}]")
_BRACKETS = compiled(r"[（）“”]")
_BRACKETED = compiled(r"（[^（）]*）|“[^“”]*”")


def read_by_ending(text: str, register: Register) -> NameReading | None:
    """A body that no table holds; None for what reads like prose."""
    if _reads_like_prose(text, register):
        return None
    for pattern in ending_patterns():
        ending = pattern.find(text)
        if ending is not None:
            return _read(text, ending[0], pattern, register)
    return None


def _reads_like_prose(text: str, register: Register) -> bool:
    # verbs in the name of a group are part of the name
    checked = register.patterns["group"].replace(_HOTLINE.sub("", text), "")
    if register.patterns["prose"].holds(checked) or len(text) > _LONGEST or _MARKS.search(text):
        return True
    return bool(_BRACKETS.search(text)) and "“" in _BRACKETED.sub("", text)


def _read(text: str, ending: str, pattern: NamePattern, register: Register) -> NameReading | None:
    prefix = leading_place(text, register)
    stem = text[len(prefix.text) :] if prefix and text.startswith(prefix.text) else text
    own_words = stem.removesuffix(ending)
    if not _long_enough(stem, own_words, prefix, pattern.kind, register):
        return None
    kind = pattern.kind
    level = prefix.level if prefix else _inner_level(text, register)
    if kind == "mass" and not level and register.patterns["national.name"].find(text):
        level = "national"
    if kind == "government":
        level = level or register.level_of_suffix(stem)
        if not prefix and not _plausible(own_words, register):
            return None
        if register.patterns["ending.party-stem"].holds(own_words):
            kind = "party"
    prefix_text = prefix.text if prefix else ""
    merged = full_merged_stem(stem, register, placed=prefix is not None) if kind == "government" else None
    full = merged or _full_stem(stem, register)
    return NameReading(
        name=text,
        kind=kind,
        canonical=f"{prefix_text}{full}",
        level=level,
        prefix=prefix_text,
        stem=full,
        body=BodyId(f"{UNLISTED}{_folded(full, kind, register)}"),
        level_word=prefix.level_word if prefix else "",
        place=prefix.place if prefix else None,
        standalone=prefix is None or prefix.place is not None,
        how=BY_ENDING,
    )


def _folded(full: str, kind: str, register: Register) -> str:
    """What the names of one body share: 青溪水务集团 and 青溪水务集团有限公司 are one."""
    folded = fold_name(full)
    return register.patterns["enterprise.legal"].replace(folded, "") if kind == "enterprise" else folded


def _long_enough(stem: str, own_words: str, prefix: NamePrefix | None, kind: str, register: Register) -> bool:
    """Whether there is a name before the ending: 中心 alone is none, nor is 青溪县局, the bureau of whoever writes."""
    if not prefix and not own_words and len(stem) < 6 and register.kinds[kind].needs_stem:
        return False
    return len(stem) >= 2 or (stem == "局" and prefix is not None and prefix.place is not None and not prefix.short)


def _inner_level(text: str, register: Register) -> str | None:
    """The level of the place inside an enterprise's or a unit's name: 中石油甘肃分公司, 武警江西省总队."""
    armed = register.patterns["enterprise.armed-police"].find(text)
    if armed and (prefix := read_prefix(armed["place"], register)) is not None:
        return prefix.level
    match = register.patterns["enterprise.inner-place"].find(text)
    if match is None:
        return None
    for start in range(match.start("place"), match.end("place") - 1):
        prefix = read_prefix(text[start : match.end("place")], register)
        if prefix is not None and prefix.place is not None and not prefix.organ:
            return prefix.level
    return None


def _full_stem(stem: str, register: Register) -> str:
    """The name with its ending in full: 委 → 委员会, 办 → 办公室."""
    if register.patterns["ending.kept"].holds(stem):
        return stem
    for spelling in register.spellings["body"]:
        if stem.endswith(spelling.short):
            return stem.removesuffix(spelling.short) + spelling.name
    return stem


def _plausible(own_words: str, register: Register) -> bool:
    """Whether the words before 局, 委, 办 without a level are such as bodies are called by."""
    patterns = register.patterns
    if patterns["ending.plausible"].holds(own_words) or made_of_duties(own_words, register):
        return True
    return len(own_words) >= 2 and not patterns["ending.implausible"].holds(own_words)


def made_of_duties(words: str, register: Register) -> bool:
    """Whether the words are duties one after the other, with 和 between them or not."""
    connector = register.patterns["ending.connector"]
    while words:
        sizes = range(min(_LONGEST_DUTY, len(words)), 0, -1)
        size = next((size for size in sizes if words[:size] in register.duties), 0)
        size = size or (1 if connector.holds(words) else 0)
        if not size:
            return False
        words = words[size:]
    return True
