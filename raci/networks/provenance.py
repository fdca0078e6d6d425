"""What methods.md says of the data: by which rules they were read, how right they are, what is unknown of bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from raci.networks.study import NetworkStudy

__all__ = ["made_by_rows", "origin_chinese", "origin_english", "unknown_chinese", "unknown_english"]

#: what a recipe (``raci.batch.recipe``) says of how rows were read → what the table of parameters calls it
_MADE_BY: Mapping[str, str] = {
    "raci": "读出所用的 raci",
    "code": "程序（校验值）",
    "rules": "内置规则（校验值）",
    "register": "内置名录（校验值）",
    "profile": "角色方案（校验值）",
    "own_rules": "自定规则（校验值）",
    "own_register": "自己的名录（校验值）",
    "members": "成员表（校验值）",
    "place": "--place",
    "as_of": "--as-of",
    "basis": "--basis",
}


def made_by_rows(study: NetworkStudy) -> Iterator[tuple[str, str]]:
    """Rows of the table of parameters: by what the data were read."""
    made_by = cast("Mapping[str, str]", study.facts.get("made_by") or {})
    yield from ((word, made_by[key]) for key, word in _MADE_BY.items() if made_by.get(key))


def origin_chinese(study: NetworkStudy) -> Iterator[str]:
    """How the data were read, and how right they are."""
    if copies := study.facts.get("copies"):
        yield f"明细表里另有 {copies} 个来源的全文与别的相同，它们的行不计。"
    if study.facts.get("made_by"):
        yield "读出时的规则、名录等各有校验值，见参数表。"
    else:
        yield "明细表没有记下读出时的规则和名录，须另行说明。"
    accuracy = cast("Mapping[str, str]", study.facts.get("accuracy") or {})
    yield (
        f"读出的准确程度：{accuracy['zh']}"
        if accuracy
        else "读出的准确程度没有在这批文件上核对（可用 raci sample 抽样，由人核对，再以 --evaluation 给出）。"
    )


def origin_english(study: NetworkStudy) -> Iterator[str]:
    """The same in English."""
    if copies := study.facts.get("copies"):
        yield f"Rows of {copies} sources whose full text came from another source were left out."
    if study.facts.get("made_by"):
        yield "Rules, register and profile of the extraction are identified by their hashes in the table below."
    else:
        yield "The rows do not say by which rules they were extracted."
    accuracy = cast("Mapping[str, str]", study.facts.get("accuracy") or {})
    yield (
        accuracy.get("en") or "The accuracy of the extraction was not checked on these documents (see raci evaluate)."
    )


def unknown_chinese(study: NetworkStudy) -> Iterator[str]:
    """How bodies are told apart that the register does not hold."""
    if count := study.facts["unknown_bodies"]:
        how = (
            "名称相同、所在文件地区相同的算一个（地区也不知道的按文件分开）"
            if study.options.by == "body"
            else "不知道职能，名称（去掉地名）相同的算一个"
        )
        yield f"名录里没有的单位 {count} 个点，照样计入：{how}。"


def unknown_english(study: NetworkStudy) -> Iterator[str]:
    """The same in English."""
    if count := study.facts["unknown_bodies"]:
        how = (
            "those of one name and place are one"
            if study.options.by == "body"
            else "their function is unknown, and those of one name without its place are one"
        )
        yield f"{count} of the nodes are organisations that the register does not hold: {how}."
