"""Score who is in a group, in texts that combine ways of writing at random: rosters, sentences, parts, offices.

python tools/group_mixes.py [--texts N] [--from SEED] [--held] [--floor] [--errors N]

Each text draws a kind of group, of entry, label, setting and office (``written/group_ways.py``, ``group_pools.py``), so
no label is made by hand. ``--held`` draws two ways of each text from those that nobody has looked at. ``--from`` begins
at another seed, for texts that nothing was tuned on. ``--floor`` holds the figures to ``tests/corpus/forms.toml``.

Exit: 0 scored, or there is no scorer; 1 a figure fell below its floor; 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from revisions import CORPUS, ROOT
from written.group_mixes import Mixed, in_sentence, roster

import raci
from raci.views.org_rows import org_rows

FLOORS = ROOT / "tests" / "corpus" / "forms.toml"
#: how many texts of each family are written where nothing else is asked for
_TEXTS = 120
_FAMILIES: Mapping[str, Callable[..., Mixed]] = {"rosters": roster, "sentences": in_sentence}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=int, default=_TEXTS, metavar="N")
    parser.add_argument("--from", type=int, default=0, metavar="SEED", dest="first")
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    scorer = CORPUS.parent / "tools"
    if not (scorer / "score_prose.py").is_file():
        print("skipped: there is no ../shared beside this checkout")
        return 0
    sys.path.insert(0, str(scorer))
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["group_mixes"] if options.floor else {}
    fell = 0
    for family, write in _FAMILIES.items():
        texts = [write(seed, held=options.held) for seed in range(options.first, options.first + options.texts)]
        name = f"{family}, held back" if options.held else family
        fell |= _told(name, *scored(texts), floors.get(name, 0.0), options.errors)
    return fell


def scored(texts: Sequence[Mixed]) -> tuple[Counter[str], list[tuple[Mixed, Any]]]:
    """What is right and wrong of the texts, and those that are wrong."""
    from score_prose import members  # type: ignore[import-not-found]

    count: Counter[str] = Counter()
    wrong = []
    with tempfile.TemporaryDirectory() as scratch:
        for number, each in enumerate(texts):
            path = Path(scratch) / f"{number:03}.txt"
            path.write_text(each.text, "utf-8")
            one: Counter[str] = Counter()
            errors: list[Any] = []
            members(each.gold, list(org_rows(raci.org(path))), one, errors, path.stem)
            count += one
            wrong += [(each, errors[0])] if errors else []
    return count, wrong


def _told(name: str, count: Mapping[str, int], wrong: Sequence[tuple[Mixed, Any]], floor: float, most: int) -> int:
    """Prints the figures of a family; 1 where they fell below its floor."""
    f1 = 2 * count["tp"] / max(1, 2 * count["tp"] + count["fn"] + count["fp"])
    posts = count["posts_right"] / max(1, count["tp"])
    below = f1 < floor
    print(
        f"{name}: f1 {f1:.3f}  missing {count['fn']}  extra {count['fp']}  posts {posts:.3f}  texts wrong {len(wrong)}"
        + (f"  FELL below {floor}" if below else "")
    )
    for each, (_, _, missing, extra) in wrong[:most]:
        print(f"=== {dict(each.ways)}\n{each.text}\n  missing {missing}\n  extra   {extra}")
    return int(below)


if __name__ == "__main__":
    sys.exit(main())
