"""Who speaks in an interview: 负责人：党中央高度重视…… behind 记者：…… is an answer, and names nobody."""

from __future__ import annotations

from raci.rules.lexicon import lexicon_pattern

__all__ = ["without_speakers"]


def without_speakers(text: str) -> str:
    """The text of an interview with a full stop for the colon behind each speaker; other texts as they are."""
    if ("记者" not in text and "问：" not in text) or lexicon_pattern("label.question").search(text) is None:
        return text
    return lexicon_pattern("label.speaker").sub(lambda match: f"{match[0][:-1]}。", text)
