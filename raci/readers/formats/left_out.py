"""Words that a file shows as taken back (struck out, deleted by tracked changes): left out and told with place."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LeftOutWords"]

#: so many places are named in a note, with so many characters of the words and of what stands before them
_MOST_PLACES, _MOST_WORDS, _MOST_BEFORE = 5, 20, 12


class _Stretch(NamedTuple):
    """Words that were left out, and where: a place by its name, or the living words of the line before them."""

    words: str
    place: str
    before: str


class LeftOutWords:
    """Collects stretches in the order of the file; stretches that follow one another directly count as one."""

    def __init__(self) -> None:
        self._stretches: list[_Stretch] = []
        self._goes_on = False  # whether the last stretch may go on

    def end_line(self) -> None:
        """A line ends: what comes is a stretch of its own."""
        self._goes_on = False

    def add(self, words: str, *, before: str = "", place: str = "") -> None:
        """Words behind the words ``before`` in their line, or at a ``place`` that has a name (a cell)."""
        last = self._stretches[-1] if self._stretches else None
        if last is not None and self._goes_on and (last.before, last.place) == (before, place):
            self._stretches[-1] = last._replace(words=last.words + words)
        elif words.strip():
            self._stretches.append(_Stretch(words, place, before))
            self._goes_on = True

    @property
    def words(self) -> str:
        """All that was left out."""
        return "\n".join(stretch.words for stretch in self._stretches)

    def note(self, what: str) -> list[str]:
        """The note, which begins with ``what`` was left out; none where nothing was."""
        if not self._stretches:
            return []
        named = [_describe(stretch) for stretch in self._stretches[:_MOST_PLACES]]
        more = " 等" if len(self._stretches) > _MOST_PLACES else ""
        return [f"{what} {len(self._stretches)} 处：{'、'.join(named)}{more}"]


def _describe(stretch: _Stretch) -> str:
    words = " ".join(stretch.words.split())
    words = words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS] + "……"
    before = stretch.before.strip()
    place = stretch.place or (f"“{before[-_MOST_BEFORE:]}”之后" if before else "")
    return f"“{words}”（{place}）" if place else f"“{words}”"
