"""Quick looks: patterns that match wherever one of the built-in rules can, and that cost next to nothing.

``re`` looks fastest where a pattern begins with a letter or a set of them, or where each branch begins with a letter;
so where the forms begin with sets, the first character stands by itself and each form looks behind for it.
``Patterns`` widens them, so that they hide none of a user's rules.
"""

from __future__ import annotations

import re

import regex

__all__ = [
    "DEADLINE",
    "LABEL_END",
    "LABEL_TAIL",
    "STANDING",
    "STANDING_SENTENCE",
    "TRIGGER",
    "VERB_AT_END",
    "VERB_REACH",
]

#: words without which nothing is an annotation, but for a bare list of names
TRIGGER = re.compile(
    r"牵头|责任|贵任|责仼|负责|配[合部单]|落实|组织实施|抓总|总责|经办|执行|协助|参与|参加|协办|承办|主办|指导|督导|督办|监督|督促|会同|实施单位|主责|支持单位|支持部门|知晓|领导[:：]|负总责|办理|备案单位|审批单位|下同|为主|时限[:：∶]|时间[:：∶]|期限[:：∶]|时限[】\]]|时间[】\]]|进度[安要计]|时序|时间要求|时间节点|时间安排"
)
#: what stands between a label and its names
LABEL_TAIL = r"\s*[】\]〕］)）]?\s*[:：∶︰]"
_LAST = "[位门体构室科处组方人导区县业所责头合与办晓限间求排度点标效任务容施象注源果围式)）]"
#: the end of a label: a colon behind one of its last letters, or a bracket that may hold but a label
LABEL_END = regex.compile(rf"[:：∶︰](?<={_LAST}{LABEL_TAIL})|[【\[〔［][^【\[〔［】\]〕］]{{2,12}}[】\]〕］]")
#: how a line ends that is but names and verbs
VERB_AT_END = re.compile(
    r"(?:[牵抓]头|抓总|总责|负责|落实|到位|配合|参与|参加|[协主承经]办|协[助同作]|支持|指导|督促|监督|督[导办]|实施|组织|办理|推[进动]|执行|完成|开展"
    r"|工作|协调|制定|会商|[分各]工|职责|承担|总抓|为主|牵头(?:单位|部门)|主责|其责|负总责|做好|统筹)$"
)
#: how far from the end such a verb may begin
VERB_REACH = 4
#: what a time limit holds
DEADLINE = re.compile(r"[\d底年月季续期态即节度划](?<!生态)")
#: words that a standing rule holds
STANDING = re.compile(r"不再|下同|均需|均须|均由|第一|首位|最前|逗号|黑体|加粗|粗体|余同")
#: where a standing rule may stand, in the running text
STANDING_SENTENCE = re.compile(
    r"[列排位居逗黑加粗均](?:(?<=[列排位居])[^。；;]{0,8}(?:第一|首位|最前)[^。]{0,24}牵头|(?<=逗)号[^。]{0,8}牵头"
    r"|(?:(?<=黑)体|(?<=加)粗|(?<=粗)体)[^。]{0,16}牵头|(?<=均)[^。；]{2,80}不再)"
)
