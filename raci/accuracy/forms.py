"""How an annotation is written: the forms by which accuracy is told apart.

A gold file may name the form of a document or a clause (``form``); else it is judged by the words of the annotation
and by where they stand in the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from raci.accuracy.folding import FoldedText, fold
from raci.rules.text_patterns import text_patterns

__all__ = ["FORMS", "OUTSIDE", "form_of"]

#: form → what it is, in the order of tables
FORMS: Mapping[str, str] = MappingProxyType(
    {
        "bracket-labels": "括号里带标签",
        "bracket-verbs": "括号里带动词",
        "bracket-names": "括号里只有单位",
        "label-line": "标签自成一行",
        "label-inline": "标签接在句子后面",
        "verbs": "不在括号里，带动词",
        "table": "表格",
        "inherited": "标题上的标注管下面各条",
        "declared": "文件自定规则（列第一位的牵头）",
        "prose": "句子里说的分工",
        "other": "其他",
    }
)
#: rows where the gold has no annotation
OUTSIDE = "outside"

#: so much of a heading and of an annotation is looked for in the text
_SOUGHT = 24


def form_of(annotation: str, text: FoldedText, heading: str = "") -> str:
    """The form of an annotation; where the same words stand several times in the text, those behind the heading."""
    words = fold(annotation)
    patterns = text_patterns("evaluation")
    labelled, verbal = patterns["has-label"].holds(words), patterns["has-verb"].holds(words)
    sought = words.strip("()")[:_SOUGHT]
    begin = max(0, text.text.find(fold(heading)[:_SOUGHT])) if heading else 0
    start = text.text.find(sought, begin)
    if start < 0:
        start = text.text.find(sought)
    if start < 0 or "|" in words:
        # what is put together from cells stands nowhere as it is
        return "other" if start >= 0 and (labelled or verbal) else "table"
    if words.startswith("(") or text.text[start - 1 : start] == "(":
        return "bracket-labels" if labelled else "bracket-verbs" if verbal else "bracket-names"
    if labelled:
        return "label-line" if start in text.line_starts else "label-inline"
    return "verbs" if verbal else "table"
