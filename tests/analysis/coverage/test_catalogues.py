"""Brackets that close the lines of a catalogue are no lists of bodies, though a word in one reads like a body."""

from __future__ import annotations

import raci


def test_a_catalogue_with_one_word_like_a_body_is_not_told() -> None:
    kinds = ["钢材", "铝材", "铜材", "树脂", "纤维", "涂料", "薄膜", "橡胶"]
    lines = [
        f"{kind}（{use}）"
        for kind, use in zip(kinds, ["风电", "叶片", "轮毂", "芯片", "电缆", "船舶", "屏幕"], strict=False)
    ]
    text = "\n".join(["材料目录", *lines, "橡胶（市财政局）"])
    assert [one.message for one in raci.analyse(text).findings if "括号里像是" in one.message] == []
