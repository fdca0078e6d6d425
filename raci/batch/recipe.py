"""All that decides what the store says of an input, besides the input: raci, its data, the user's options."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from raci._version import __version__
from raci.config.options.analysis import Options
from raci.config.profiles import load_profile
from raci.model import Profile
from raci.rules import Rule

__all__ = ["Recipe", "differences", "digest", "installed", "recipe_of"]

#: name of each thing that decides → its value or its hash, in this order
Recipe = Mapping[str, str]

#: key of a recipe → what messages call it
_WORDS: Mapping[str, str] = {
    "raci": "raci 的版本",
    "code": "raci 的程序（版本相同而代码不同）",
    "rules": "内置规则",
    "register": "内置名录",
    "libraries": "读文件所用的库",
    "profile": "角色方案（--profile）",
    "own_rules": "自定规则（--rules、--columns）",
    "own_register": "自己的名录（--register）",
    "place": "--place",
    "as_of": "--as-of",
    "members": "--members",
    "basis": "--basis",
    "apart": "--apart",
    "chunk": "每块的文件数（--chunk）",
}
#: the rooms whose code decides what is read, and what rows say
_ROOMS = ("analysis", "batch", "config", "edits", "model", "pipeline.py", "readers", "register", "rules", "storage")
_ROOMS_OF_ROWS = ("views",)
#: the libraries that give raci the words of a file
_LIBRARIES = (
    *("charset-normalizer", "lxml", "olefile", "openpyxl", "pypdfium2", "python-calamine", "python-docx"),
    *("rapidocr", "regex", "selectolax", "xlrd"),
)


def digest(*parts: str) -> str:
    """16 hexadecimal digits of the SHA-256 of several texts, told apart from one another."""
    content = json.dumps(parts, ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def recipe_of(options: Options, profile: Profile | None, *, apart: bool, chunk: int) -> Recipe:
    """What decides the result of a run with these options."""
    naming = options.naming
    own = naming.register.own_names if naming is not None and naming.register is not None else {}
    members = None if naming is None else naming.members
    return {
        **installed(),
        "profile": _profile(profile),
        "own_rules": digest(*map(_rule, options.rules)) if options.rules else "",
        "own_register": digest(*(f"{key} {name!r}" for key, name in sorted(own.items()))) if own else "",
        "place": (naming and naming.place) or "",
        "as_of": str((naming and naming.as_of) or ""),
        "members": "" if members is None else digest("members", *(f"{key} {members[key]}" for key in sorted(members))),
        "basis": ",".join(options.basis),
        "apart": "yes" if apart else "",
        "chunk": str(chunk),
    }


@cache
def installed() -> Recipe:
    """What decides the result in raci itself and in what is installed beside it: the same on all machines of a run."""
    data = files("raci") / "data"
    return {
        "raci": __version__,
        "code": _digest_of_files(files("raci") / room for room in (*_ROOMS, *_ROOMS_OF_ROWS)),
        "rules": _digest_of_files(data / room for room in ("rules", "patterns", "titles.toml", "traditional.toml")),
        "register": _digest_of_files([data / "register"]),
        "libraries": "，".join(_libraries()),
    }


def differences(earlier: Recipe, now: Recipe) -> list[str]:
    """What of two recipes differs, in words with both values."""
    keys = [key for key in (*now, *(earlier.keys() - now.keys())) if earlier.get(key, "") != now.get(key, "")]
    if "raci" in keys:  # another version has other code and data
        keys = [key for key in keys if key not in ("code", "rules", "register")]
    return [_difference(key, earlier.get(key, ""), now.get(key, "")) for key in keys]


def _difference(key: str, earlier: str, now: str) -> str:
    word = _WORDS.get(key, key)
    if key == "libraries":
        before, after = set(earlier.split("，")), set(now.split("，"))
        earlier, now = "，".join(sorted(before - after)), "，".join(sorted(after - before))
    return f"{word}：{earlier or '（没有给）'} → {now or '（没有给）'}"


def _profile(profile: Profile | None) -> str:
    """The name of a profile with its hash; of none given the default one, which workbooks do without."""
    chosen = profile or load_profile()
    content = json.dumps(asdict(chosen), ensure_ascii=False, sort_keys=True, default=dict)
    return f"{chosen.name} {digest(content)}{'' if profile else '（默认）'}"


def _rule(rule: Rule) -> str:
    return repr(replace(rule, file=""))  # which file it stands in changes nothing


def _digest_of_files(roots: Iterable[Traversable]) -> str:
    """The hash of files and folders: names and contents, in the order of the names."""
    total = hashlib.sha256()
    for root in roots:
        for name, content in _contents(root, root.name):
            total.update(f"{name} {len(content)}\n".encode())
            total.update(content)
    return total.hexdigest()[:16]


def _contents(place: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    if place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda inner: inner.name):
            if inner.name != "__pycache__":
                yield from _contents(inner, f"{name}/{inner.name}")
    elif not name.endswith((".pyc", ".md")):
        # line endings are those of the checkout
        yield name, place.read_bytes().replace(b"\r\n", b"\n")


def _libraries() -> Iterable[str]:
    yield f"python {sys.version_info.major}.{sys.version_info.minor}"
    for library in _LIBRARIES:
        try:
            yield f"{library} {version(library)}"
        except PackageNotFoundError:
            continue
    yield from sorted(f"{point.name} {point.value}" for point in entry_points(group="raci.readers"))
