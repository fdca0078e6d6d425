"""Small pictures that stand beside words and say nothing: 🔴 主责, 👤 负责人."""

from __future__ import annotations

from raci.model.late_patterns import late_pattern

__all__ = ["PICTURES", "without_pictures"]

#: the characters, for a set of a pattern
PICTURES = "\U0001f000-\U0001faff\ufe0f✅⚠⭐❗❌"
_BEFORE = late_pattern(rf"[{PICTURES}]+\s*(?=[A-Za-z\u4e00-\u9fff])")


def without_pictures(words: str) -> str:
    """The words without the pictures before them; pictures alone are left."""
    if not words or words[0] < "\u2600" or "\u2e80" <= words[0] < "\ud800":
        return words
    return _BEFORE.sub("", words, count=1) if _BEFORE.match(words) else words
