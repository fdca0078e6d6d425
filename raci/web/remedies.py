"""What to do about a finding, said to who works on the page: there nobody types a command."""

from __future__ import annotations

from raci.analysis.checks import CHECKS

__all__ = ["remedy_of"]

#: check → what to do on the page, where the check's own remedy speaks of commands or of files of settings
_ON_THE_PAGE = {
    "unread": "对照原文补上：在左边选取单位，标为牵头、责任或配合；表头认错的，点表头说明这一列是什么。",
    "unread-words": "对照原文；是单位的，在左边选取它，标为牵头、责任或配合。",
    "leads": "请起草部门定一家总牵头；已定的，点单位改角色。",
    "unresolved": "点“去改”，从候选里选一个，或写明规范名称；全文同名的一起改。",
    "gone": "改写为承担其职责的单位：点“去改”，另写名称。",
    "replaced-since": "要落实的，点单位改为现在承担职责的；历史文件可以不管。",
    "alike": "同一家的，点单位，在“是哪个单位”里选同一个；不同的，核对无误即可。",
    "misspelt": "对照原件改正：点“去改”，另写名称；确有这个单位的，不必改。",
    "placeless": "点单位，在“是哪个单位”里写明是哪里的。",
    "headless": "对照原文核实；不是责任单位的，点这一列说明它是什么。",
    "load": "核对该单位的任务是否都由它承担。",
}
_OWN = {known.id: known.remedy for known in CHECKS}


def remedy_of(check: str) -> str:
    """What to do about the findings of a check; empty where there is nothing to say."""
    return _ON_THE_PAGE.get(check, _OWN.get(check, ""))
