"""The punctuation of lists and labels, as readers and analysis both meet it."""

from __future__ import annotations

from raci.model.pattern_codes import compiled

__all__ = ["CIRCLED_NUMBERS", "COLONS", "LIST_PAUSE"]

#: what ends a label
COLONS = ("：", ":")
#: what parts the names of a list
LIST_PAUSE = compiled("[、，,；;]")
#: 1 to 20 in circles
CIRCLED_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
