"""``NAME（组织架构）.docx``: the groups that a plan sets up, as the list of members that stands behind a notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from raci.config.fonts import office_fonts
from raci.escaping import clean
from raci.model.work_groups import WorkGroup
from raci.views.group_tiers import TierBox, group_tiers, parts_of
from raci.views.tables.bands import TaskBand
from raci.views.tables.table import Column, TableView
from raci.views.tables.titles import in_lines, origin, table_title
from raci.writers.docx.blank import blank_document
from raci.writers.docx.page import TEXT_WIDTH, TITLE_SIZE, add_centred_line
from raci.writers.docx.table import table_element
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat
from raci.writers.package import package_bytes

__all__ = ["FORMAT", "render"]

_TITLE, _NOTHING = "组织架构", "没有设立领导小组、专班一类的机构"


def render(job: Job) -> bytes:
    """A4 landscape: title, where it is from, and a table with the groups one below the other."""
    document = blank_document(job.title, "、".join(job.analysis.document.issued_by()), job.made_at)
    title = table_title(clean(job.title), _TITLE)
    in_line = TEXT_WIDTH / (TITLE_SIZE * 25.4 / 72)
    add_centred_line(document, in_lines(title, _TITLE, in_line), office_fonts().title, TITLE_SIZE, 30)
    if subtitle := origin(job.analysis.document):
        add_centred_line(document, clean(subtitle), office_fonts().note, 14, 24)
    groups = job.analysis.groups
    if groups:
        table, bands = _table(groups)
        body = document.element.body
        body.insert(len(body) - 1, table_element(table, bands, counted=False))
    else:
        add_centred_line(document, _NOTHING, office_fonts().body, 16, 28)
    return package_bytes(document)


def _table(groups: tuple[WorkGroup, ...]) -> tuple[TableView, list[TaskBand]]:
    """The persons, a row each, bodies and posts by position, and the headings: names of groups, those of parts deeper.

    Where nobody is named there is no column of names.
    """
    is_named = any(member.name for group in groups for member in group.members)
    columns = (
        Column("position", "身份", 10),
        *((Column("name", "姓名", 8),) if is_named else ()),
        Column("post", "职务、单位", 40),
    )
    rows: list[tuple[str, ...]] = []
    bands = []
    for group in groups:
        first = len(rows)
        for tier in group_tiers(group, parts_of(group, groups)):
            rows += [row if is_named else (row[0], row[-1]) for row in _rows(tier.boxes)]
        heading = f"{group.name}（{group.within}下设）" if group.within else group.name
        bands.append(TaskBand(((1 if group.within else 0, clean(heading)),), tuple(range(first, len(rows)))))
    return TableView(columns, tuple(rows), empty=_NOTHING, joins=frozenset({"position"})), bands


def _rows(boxes: Sequence[TierBox]) -> Iterator[tuple[str, str, str]]:
    """The position, the person, the post or body: those without a name in one row; of a part its name with its head."""
    for (title, is_person, is_part), together in groupby(
        boxes, key=lambda box: (box.full_title, bool(box.name), box.is_part)
    ):
        if is_part:
            yield from ((title, "", f"{box.name}（{box.words}）" if box.words else box.name) for box in together)
        elif is_person:
            yield from ((title, box.name, box.words) for box in together)
        else:
            words = [box.words for box in together]
            # 市委常委、常务副市长 is one
            yield title, "", ("；" if any("、" in each for each in words) else "、").join(words)


FORMAT = OutputFormat(
    "docx-groups", "{name}（组织架构）.docx", "领导小组、专班的组成人员，Word 文档", 132, render=render, usual=False
)
