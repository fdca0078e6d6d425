"""Plans in mails, slides, archives, and the notes that people keep in Markdown."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path

from pptx import Presentation
from pptx.util import Cm
from written.plans import Plan

from file_forms.form import FileForm, columns, in_pairs, merges, roles, rows, title, unlimited
from file_forms.sheets import FORMS as SHEETS
from file_forms.web_pages import page, row, word_page

_MOST = 5


def _slides(plan: Plan, path: Path) -> None:
    """So many rows a slide, each slide with the head; bodies that are the same in a merged cell."""
    deck = Presentation()
    heads, *body = rows(plan)
    spans = {(column, first): last for column, first, last in merges(plan, section=False)}
    for start in range(0, len(body), _MOST):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title(plan)
        part = [heads, *body[start : start + _MOST]]
        made = slide.shapes.add_table(len(part), len(heads), Cm(1), Cm(4), Cm(23), Cm(12)).table
        for place, cells in enumerate(part):
            for column, words in enumerate(cells):
                made.cell(place, column).text = words
        for (column, first), last in spans.items():
            if start < first and last <= start + _MOST and last - first:
                for place in range(first + 1, last + 1):
                    made.cell(place - start, column).text = ""
                made.cell(first - start, column).merge(made.cell(last - start, column))
    deck.save(str(path))


def _mail(plan: Plan, path: Path) -> None:
    """A table in the text of a mail, as a page and as plain words, with greeting and signature."""
    message = EmailMessage()
    message["Subject"] = title(plan)
    message["From"], message["To"] = "dc@example.org", "all@example.org"
    table = f"<table border=1>{''.join(row(cells) for cells in rows(plan))}</table>"
    message.set_content("请见附表。\n")
    message.add_alternative(
        page(plan, f"<p>各单位：</p><p>现将任务分工发给你们。</p>{table}<p>督查室</p>"), subtype="html"
    )
    path.write_bytes(message.as_bytes())


def _web_archive(plan: Plan, path: Path) -> None:
    """As Word saves a page with all that belongs to it."""
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.set_content(word_page(plan), subtype="html", charset="gb18030", cte="quoted-printable")
    message.make_related()
    path.write_bytes(message.as_bytes())


def _archive(plan: Plan, path: Path) -> None:
    """A notice, and the workbook that it hands out, in one archive."""
    inner = path.with_suffix(".xlsx")
    next(form for form in SHEETS if form.name == "xlsx").write(plan, inner)
    notice = (
        "各县（市、区）人民政府：\n现将重点任务分解表印发给你们，请认真落实。\n\n云岭市人民政府办公室\n2026年1月5日\n"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("通知.txt", f"关于印发重点任务分解表的通知\n\n{notice}")
        archive.write(inner, inner.name)
    inner.unlink()


def _markdown(plan: Plan, path: Path) -> None:
    heads, *body = rows(plan, section=True, between="<br>")
    lines = ["| " + " | ".join(cells) + " |" for cells in (heads, *body)]
    path.write_text("\n".join([f"# {title(plan)}", "", lines[0], "|" + "---|" * len(heads), *lines[1:]]), "utf-8")


def _bullets(plan: Plan, path: Path) -> None:
    heads = dict(zip(columns(plan), rows(plan)[0], strict=True))
    parts = [f"# {title(plan)}\n"]
    for place, task in enumerate(plan.tasks, 1):
        said = [f"   - {heads[role]}：{task.named(role)}" for role in roles(plan) if task.named(role)]
        parts.append("\n".join([f"{place}. **{task.name}**", *said, ""]))
    path.write_text("\n".join(parts), "utf-8")


FORMS = (
    FileForm("pptx, merged cells", ".pptx", _slides, (in_pairs,)),
    FileForm("mht, saved by Word", ".mht", _web_archive, (in_pairs,)),
    FileForm("zip of a notice and a workbook", ".zip", _archive),
    FileForm("md, table", ".md", _markdown),
    FileForm("md, lists", ".md", _bullets, (unlimited,)),
    FileForm("eml, table", ".eml", _mail),
)
