"""Score who is in a group, written in many forms: the same members as sentences, lines, lists and tables.

python tools/group_forms.py [--only FORM]… [--held-back] [--floor] [--errors N] [--keep FOLDER]

The groups labelled in ``prose/dev`` and those of ``group_forms_data`` (made up) are written in each style of
``group_form_list.py``, within letters, annexes and plans that change from group to group. What is labelled stays the
same, so that each form says how far what is read hangs on how it is written. ``--held-back`` runs the forms that nobody
has looked at, and them alone; ``--floor`` runs both and holds each form to ``tests/corpus/group_forms.toml``.

Exit: 0 scored, or there is no scorer; 1 a form fell below its floor; 2 wrong use.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from group_form_groups import DATA, labelled, made_up
from group_form_list import HELD_BACK, STYLES
from group_settings import FILES, SETTINGS, LabelledGroup
from group_styles import Member, Style
from revisions import CORPUS, ROOT

FLOORS = ROOT / "tests" / "corpus" / "group_forms.toml"
#: every so many groups are written where the figures are held to their floors
_OF_FLOOR = 3
_WRONG = {"missing": "fn", "extra": "fp", "misnamed": "misnamed"}


def as_told(members: Sequence[Member], told: str) -> list[Member]:
    """The members with what a form tells of them: all, names, posts, or the bodies of those who are just members."""
    if told == "names":
        return [one._replace(post=None, body=None) for one in members]
    if told == "no ranks":
        return [one._replace(post=None) for one in members if one.body]
    if told == "masked":
        return [one._replace(name=f"{(one.name or '')[:1]}×{(one.name or '')[-1:]}") for one in members]
    if told == "posts":
        return [one._replace(name=None) for one in members]
    if told == "bodies":
        return [
            one._replace(name=None, post=one.body if one.position == "member" else one.post)
            for one in members
            if one.body or one.position != "member"
        ]
    return list(members)


def office(group: LabelledGroup, number: int) -> tuple[str, list[Member]]:
    """What is said of the group's office, in one of four ways, and who is of it."""
    if group.seat is None:
        return "", []
    seat, head, kind = group.seat.body, group.office_head, group.kind
    if head is None or number % 4 == 3:
        return f"　　{kind}办公室设在{seat}，负责日常工作。", [group.seat]
    named = head._replace(post=None, body=None)
    by_post = head._replace(name=None)
    return [
        (f"　　{kind}办公室设在{seat}，办公室主任由{head.post}兼任。", [group.seat, by_post]),
        (f"　　{kind}下设办公室，办公室设在{seat}，由{head.name}同志兼任办公室主任。", [group.seat, named]),
        (
            f"　　{kind}办公室设在{seat}，承担{kind}日常工作，{head.name}同志兼任办公室主任。联系电话：0871-65123456。",
            [group.seat, named],
        ),
    ][number % 4]


def named(words: str, group: LabelledGroup) -> str:
    """The words of a style with the name of the group, or what it is called for short, where they ask for it."""
    return words.replace("{group}", group.name).replace("{kind}", group.kind)


def document(group: LabelledGroup, roster: str, tail: str, number: int, *, sentence: bool) -> str:
    """The text of a document that lists the members: a letter, a change, an annex, a chapter of a plan, or bare."""
    texts = tomllib.loads((DATA / "documents.toml").read_text("utf-8"))["sentence" if sentence else "listing"]
    work = group.name.removesuffix(group.kind).removesuffix("工作")
    text: str = texts[number % len(texts)]["text"].lstrip("\n")
    in_line = roster.strip() if "。{roster}" in text else roster
    return text.format(name=group.name, kind=group.kind, work=work, roster=in_line, tail=tail)


def write_form(folder: Path, name: str, style: Style, groups: Sequence[LabelledGroup]) -> dict[Path, Any]:
    """The documents of a form in a folder, and what is labelled in each."""
    gold = {}
    for number, group in enumerate(groups):
        members = as_told(group.members, style.told)
        words = style.write(members)
        roster = named(words, group)
        tail, of_office = office(group, number)
        path = _path(folder, name, number)
        path.write_text(document(group, roster, tail, number, sentence="{group}" in words), "utf-8")
        gold[path] = _gold([LabelledGroup(group.name, [*members, *of_office])])
    return gold


def write_setting(folder: Path, name: str, groups: Sequence[LabelledGroup]) -> dict[Path, Any]:
    """The documents of several groups, or of a group with its parts, in a folder, and what is labelled in each."""
    gold = {}
    for number in range(len(groups)):
        written = SETTINGS[name](groups, number)
        path = _path(folder, name, number)
        path.write_text(written.text, "utf-8")
        gold[path] = _gold(written.groups)
    return gold


def write_files(folder: Path, name: str, groups: Sequence[LabelledGroup]) -> dict[Path, Any]:
    """The groups in files of a format, and what is labelled in each."""
    suffix, write = FILES[name]
    gold = {}
    for number, group in enumerate(groups):
        path = _path(folder, name, number, suffix)
        path.write_bytes(write(group))
        gold[path] = _gold([LabelledGroup(group.name, group.members)])
    return gold


def _path(folder: Path, name: str, number: int, suffix: str = ".txt") -> Path:
    return folder / f"{re.sub('[^a-z一-龥0-9]+', '-', name.lower())}-{number:02}{suffix}"


def _gold(groups: Sequence[LabelledGroup]) -> dict[str, Any]:
    return {
        "groups": [
            {
                "group": group.name,
                "members": [
                    {
                        "position": one.position,
                        "name": one.name,
                        "post": None if one.post == one.body else one.post,
                        "dept": one.body,
                    }
                    for one in group.members
                ],
            }
            for group in groups
        ]
    }


def _forms(*, held_back: bool, floor: bool) -> list[str]:
    common = [] if held_back else [*STYLES, *SETTINGS, *FILES]
    return [*common, *(HELD_BACK if held_back or floor else ())]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", default=[], metavar="FORM")
    parser.add_argument("--held-back", action="store_true")
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    scorer = CORPUS.parent / "tools"
    if not (scorer / "score_prose.py").is_file():
        print("skipped: there is no ../shared beside this checkout")
        return 0
    sys.path[:0] = [str(ROOT), str(scorer)]
    from score_prose import members as score  # type: ignore[import-not-found]

    import raci
    from raci.views.org_rows import org_rows

    groups = [*made_up(), *(labelled() if CORPUS.is_dir() else ())][:: _OF_FLOOR if options.floor else 1]
    floors: Mapping[str, float] = tomllib.loads(FLOORS.read_text("utf-8"))["f1"] if options.floor else {}
    total: Counter[str] = Counter()
    fell = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in _forms(held_back=options.held_back, floor=options.floor):
            if options.only and not any(each in name for each in options.only):
                continue
            if name in SETTINGS:
                written = write_setting(folder, name, groups)
            elif name in FILES:
                written = write_files(folder, name, groups)
            else:
                written = write_form(folder, name, {**STYLES, **HELD_BACK}[name], groups)
            count: Counter[str] = Counter()
            errors: list[Any] = []
            for path, gold in written.items():
                found = raci.org(path)
                score(gold, list(org_rows(found)), count, errors, path.stem)
                names = {each["group"] for each in gold["groups"]} - {each.name for each in found}
                count["misnamed"] += len(names)
                errors += [(path.stem, "", sorted(names), [each.name for each in found])] if names else []
            total += count
            below = _f1(count) < floors.get(name, 0.0)
            fell |= below
            print(f"{name}: {_figures(count)}" + (f"  FELL below {floors[name]}" if below else ""))
            for stem, _, missing, extra in errors[: options.errors]:
                print(f"  {stem}\n    missing {missing}\n    extra   {extra}")
    print(f"all: {_figures(total)}")
    return int(fell)


def _f1(count: Mapping[str, int]) -> float:
    return 2 * count["tp"] / max(1, 2 * count["tp"] + count["fn"] + count["fp"])


def _figures(count: Mapping[str, int]) -> str:
    f1, posts = _f1(count), count["posts_right"] / max(1, count["tp"])
    wrong = "  ".join(f"{name} {count[key]}" for name, key in _WRONG.items())
    return f"f1 {f1:.3f}  posts {posts:.3f}  {wrong}"


if __name__ == "__main__":
    sys.exit(main())
