"""Tables without heads whose cells tell the columns: a task, who does it, and nothing else but numbers and dates."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.list_heads import heads_list

__all__ = ["is_headless_table"]

#: so many rows tell it by themselves; below a title that says that tasks are shared out so many do
_ROWS, _ROWS_BELOW_TITLE = 3, 2
#: the longest list of bodies; the shortest task, and so many of the tasks begin with what is done
_LONGEST_NAMES, _SHORTEST_TASK, _DOING = 40, 2, 0.6
#: a list of bodies whose part is said may be longer
_LONGEST_PART = 120
#: so many cells of a column name nobody but bodies; below such a one so many tasks begin with what is done
_PARTS, _DOING_BESIDE_PARTS = 0.8, 0.3
_CLAUSES = compiled("[，,；;]")
#: what may stand between a task and who does it
_APART = compiled("[—－–→⇒➔➡:：。 \\u3000-]+")
_OPENING, _CLOSING = compiled(r"[（(【〔\[]"), compiled(r"[）)】〕\]]")


def is_headless_table(rows: Sequence[Sequence[str]], title: str = "") -> bool:
    """Whether the cells of rows without a head leave no doubt what their columns are; ``title`` stands above them.

    All rows have the same cells. One says a task; one names bodies in each row, or one or more name bodies and say what
    part these have in it (县水利局牵头); what else there is are numbers and dates. Words that head columns are no cells
    of such a table, nor are the names of things.
    """
    if lexicon_pattern("headless.no-title").search(title):
        return False
    said = lexicon_pattern("headless.title").search(title) is not None
    if len(rows) < (_ROWS_BELOW_TITLE if said else _ROWS) or len({len(row) for row in rows}) != 1:
        return False
    columns = list(zip(*rows, strict=True))
    kinds = list(map(_kind_of_owners, columns))
    owners = [kind for kind in kinds if kind is not None]
    if not owners or (len(owners) != 1 and owners.count("part") != len(owners)):
        return False  # most rows: what else stands in them need not be looked at
    told = "part" in owners
    kinds = [kind or _kind_of_others(columns[place], place, said, told) for place, kind in enumerate(kinds)]
    if None in kinds or kinds.count("task") != 1:
        return False
    task = kinds.index("task")
    return _are_tasks([row[task] for row in rows], said, kinds.index(owners[0]) < task, told)


def _are_tasks(cells: Sequence[str], said: bool, body_first: bool, told: bool) -> bool:
    """Whether enough of the cells begin with what is done; behind a body they may be a sentence about it.

    ``told``: the bodies beside them say their part in each.
    """
    if body_first and (not said or any(map(lexicon_pattern("headless.role").match, cells))):
        return False  # 县水利局, 负责监测水情
    begun = sum(map(bool, map(lexicon_pattern("headless.task").match, cells)))
    return begun >= (1 if said else max(_ROWS_BELOW_TITLE, (_DOING_BESIDE_PARTS if told else _DOING) * len(cells)))


def _kind_of_owners(cells: Sequence[str]) -> str | None:
    """What all cells of a column are: bodies, or their parts in a task; None where neither."""
    if all(map(_names_bodies, cells)) and 2 * sum(map(_is_anybody, cells)) <= len(cells):
        return "body"
    said = sum(map(_say_parts, cells))
    if said == len(cells):
        return "part"
    # among many that do one may name what is not known for a body
    told = said >= _PARTS * len(cells) and all(map(lexicon_pattern("headless.part").search, cells))
    return "part" if told else None


def _kind_of_others(cells: Sequence[str], place: int, said: bool, told: bool) -> str | None:
    """What all cells of a column without bodies are: tasks, or numbers and dates; None where neither.

    Numbers count the rows, so they stand first. Days may be those on which something was published, unless it is
    ``said`` above that tasks are shared out. ``told``: the bodies beside the words say their part in each row.
    """
    label = lexicon_pattern("headless.label")
    if not place and all(label.match(words) or cell_content(words).kind == "number" for words in cells):
        return "other"
    if all(cell_content(words).kind in ("date", "empty") for words in cells):
        days = lexicon_pattern("headless.day")
        return "other" if said or not all(map(days.match, cells)) else None
    return "task" if sum(map(_may_be_task, cells)) >= (_PARTS if told else 1) * len(cells) else None


def _names_bodies(words: str, longest: int = _LONGEST_NAMES) -> bool:
    named, odd = like_bodies(words)
    if not named or odd or len(words) > longest or read_head(words) is not None:
        return False
    return lexicon_pattern("coverage.place").search(words) is None


def _say_parts(words: str) -> bool:
    """Whether words name bodies with what part they have: 县水利局牵头, or 县水利局牵头，县财政局配合."""
    return all(map(_says_part, _CLAUSES.split(words)))


def _says_part(words: str) -> bool:
    bare = lexicon_pattern("headless.part").sub("", words)
    return bare != words and _names_bodies(bare, _LONGEST_PART)


def _is_anybody(words: str) -> bool:
    """Whether words name no body in particular: among others that do they may (各村, 办公室)."""
    return lexicon_pattern("coverage.anybody").search(words) is not None


def _may_be_task(words: str) -> bool:
    if len(words) < _SHORTEST_TASK or words[0] in '《“"' or heads_list(words):
        return False
    if len(_OPENING.findall(words)) != len(_CLOSING.findall(words)) or _say_parts(_APART.split(words)[-1]):
        return False  # 疏浚河道（县水利局牵头, or ——县水利局牵头: what follows goes on with its bodies
    is_doing = lexicon_pattern("headless.task").match(words) is not None
    head = read_head(words)
    if head is not None and not is_doing and (head.role in NAMED or len(words) <= 2 * _SHORTEST_TASK):
        return False
    if lexicon_pattern("column.full-name").match(words) and not is_doing:
        return False  # a person
    return cell_content(words).kind in ("text", "bodies", "person")
