"""Write docs/rules.md from the rule files; ``--check`` only says whether it is up to date.

python tools/rules_page.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from generated_pages import write_or_check

from raci.model.labels import ROLE_WORDS
from raci.rules import Rule, built_in
from raci.rules.values import BUILT_IN_ONLY, KINDS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
HEAD = """# 规则

这一页由 `python tools/rules_page.py` 从 [raci/data/rules/](../raci/data/rules/) 生成，请勿手改。

raci 怎样读出分工，全写在这些规则里：\
每条规则有编号（明细里的 `rule` 一列就是它）、理由、正反例子。同一类里写在前面的先试。

## 自己写规则

TOML 文件，一条规则一个 `[[rule]]`，用 `--rules FILE` 交给 raci，先于内置规则。每条都要有：

| 键 | 内容 |
| --- | --- |
| `id` | 编号，不与别的规则相同 |
| `kind` | 哪一类，见下表 |
| `pattern` | 正则表达式；`[macros]` 里定义的 `{名称}` 可代入；长的可写成列表，一行几种 |
| `why` | 为什么有这条规则 |
| `match`、`no_match` | 应当匹配的例子和不应匹配的例子，各至少一个 |

| kind | 作用 | 另可有的键 | 条数 |
| --- | --- | --- | --- |
"""
OTHERS = """
`rule` 一列里还有几个不在文件里的编号：`bare.bracket` 是括号里只有单位名单，`verb.rest` 是动词写完后余下的单位，\
都按责任算；`table.lead`、`table.responsible` 等是表格里的一格，角色看列名。
"""
#: what each kind of rule does
DOES = {
    "label": "标签：写明角色的词，后面跟冒号和名单；也是表格的列名。"
    "`colon = true` 只在冒号前算，`person = true` 后面是人",
    "later-label": "只在别的标签后面才算的标签",
    "verb": "动词：名单后面说明角色的词",
    "noted-verb": "名称后面的括号里一个字的角色（整个匹配），同一名单里有两种才算",
    "infix": "居中的动词：前面的牵头，后面的配合",
    "deadline": "时限：名单前后的时间",
    "standing": "文件说一次、以后都算的总规则；`effect` 是它的效果",
    "refuse": "出现这些的括号不是分工，除非里面有标签",
    "refuse-always": "出现这些的一定不是分工",
    "refuse-bare": "以这些开头的括号不是单位名单",
    "refuse-label": "标签前面是这些字时，标签只是句中的词",
    "ending": "单位名称怎样结尾",
    "no-deadline": "正文里日期（□）前后的字，有它就不是任务的时限",
    "prose": "行文里才有、名称里没有的字词",
    "duty": "名称后面说它做什么的字",
    "function": "既是单位的简称，又可以是更长名称的前一半",
    "places": "地名或地方的统称（整个匹配）",
    "seat": "一串地方共用的末尾",
    "open": "名单没有列尽的“等”（整个匹配）",
    "lead-in": "名单前面的虚词",
    "marker": "条目的编号（段首匹配）",
    "annex": "附件的开头（段首匹配）",
    "not-a-task": "不派任务的章节",
    "furniture": "网页边栏文字（整行匹配）",
    "column": "表格的列名（整格匹配）",
    "lexicon": "字词：程序按编号取用，各有各的用处，彼此不分先后",
}
ROLES = {
    **ROLE_WORDS,
    "deadline": "时限",
    "other": "不是名单",
    "number": "序号",
    "chapter": "章节",
    "task": "任务",
    "content": "内容",
    "remark": "其余",
    "unit": "单位（角色另有说法）",
    "duty": "职责",
}
EFFECTS = {
    "first-leads": "列第一位的牵头",
    "comma-leads": "逗号前的牵头",
    "bold-leads": "黑体字的牵头",
    "marked-leads": "带符号的是牵头者",
    "everyone": "各项任务都有这些单位",
    "everyone-leads": "各项任务都由它们牵头",
    "everyone-supports": "各项任务都由它们配合",
    "supports-before": "前面的单位配合以后各项任务",
    "everyone-before": "各项任务都有前面写到的单位",
}


def page() -> str:
    """The page: the kinds, and under each of them its rules."""
    rules = built_in()
    parts = [HEAD.rstrip("\n")]
    for kind, keys in KINDS.items():
        count = sum(rule.kind == kind for rule in rules)
        extra = "、".join(f"`{key}`" for key in sorted(keys)) if kind not in BUILT_IN_ONLY else "（不能自定）"
        parts.append(f"| [`{kind}`](#{kind}) | {DOES[kind]} | {extra} | {count} |")
    for key, words in (("role", ROLES), ("effect", EFFECTS)):
        parts.append(f"\n`{key}` 可写：{'，'.join(f'`{name}` {word}' for name, word in words.items())}。")
    parts.append(OTHERS.rstrip("\n"))
    for kind in KINDS:
        listed = [rule for rule in rules if rule.kind == kind]
        if listed:
            parts.append(f"\n## {kind}\n\n{DOES[kind]}。")
        parts += map(entry, listed)
    return "\n".join(parts) + "\n"


def entry(rule: Rule) -> str:
    """One rule: its id, what it gives, its reason, its examples."""
    given = ROLES[rule.role] if rule.role else EFFECTS.get(rule.effect, "")
    heading = f"`{rule.id}`" + (f" → {given}" if given else "")
    lines = [f"\n### {heading}\n", rule.why, ""]
    for words, examples in (("匹配", rule.match), ("不匹配", rule.no_match)):
        lines.append(f"- {words}：{'，'.join(f'`{example}`' for example in examples)}")
    lines.append(f"- 写在 [{rule.file}](../raci/data/rules/{rule.file})")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, page()))
