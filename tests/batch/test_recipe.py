"""What decides the result of a run, and how a difference is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import raci
from raci.batch.recipe import Recipe, differences, digest, installed, recipe_of
from raci.config.options.analysis import Options
from raci.config.settings import load_register

RULE = raci.Rule("own", "label", "承办单位", "a label of ours", ("承办单位",), ("单位",), role="lead", user=True)


def recipe(naming: raci.Naming | None = None, rules: tuple[raci.Rule, ...] = (), **options: object) -> Recipe:
    return recipe_of(Options(rules, naming), None, apart=False, chunk=200, **options)  # type: ignore[arg-type]


def test_the_same_options_make_the_same_recipe() -> None:
    assert recipe() == recipe(raci.Naming()) == recipe()
    assert recipe(rules=(RULE,)) == recipe(rules=(replace(RULE, file="elsewhere.toml"),))
    assert differences(recipe(), recipe()) == []


def test_whatever_the_user_sets_changes_it(tmp_path: Path) -> None:
    (tmp_path / "名录.csv").write_text("name,also\n青溪县大数据局,县大数据中心\n", encoding="utf-8")
    changed = {
        "own_rules": recipe(rules=(RULE,)),
        "place": recipe(raci.Naming("四川省")),
        "as_of": recipe(raci.Naming(as_of=2026)),
        "members": recipe(raci.Naming(members={})),
        "own_register": recipe(raci.Naming(register=load_register(tmp_path / "名录.csv"))),
    }
    for key, other in changed.items():
        assert {name for name in other if other[name] != recipe()[name]} == {key}
        assert len(differences(recipe(), other)) == 1
    assert recipe(raci.Naming(members={})) != recipe(raci.Naming(members={"有关部门": ("教育局",)}))


def test_a_profile_of_ones_own_counts_by_what_it_says() -> None:
    own = replace(raci.load_profile("explicit"), letters={"lead": "L"})
    options = Options()
    one, other = (recipe_of(options, profile, apart=False, chunk=200) for profile in (None, own))
    assert one["profile"] != other["profile"] and one["profile"].startswith("explicit ")


@pytest.mark.parametrize(
    ("earlier", "now", "told"),
    [
        ({"raci": "1", "code": "a"}, {"raci": "2", "code": "b"}, ["raci 的版本：1 → 2"]),
        ({"raci": "1", "rules": "a"}, {"raci": "1", "rules": "b"}, ["内置规则：a → b"]),
        ({"libraries": "lxml 5，regex 1"}, {"libraries": "lxml 6，regex 1"}, ["读文件所用的库：lxml 5 → lxml 6"]),
        ({}, {"new": "x"}, ["new：（没有给） → x"]),
        ({"old": "x"}, {}, ["old：x → （没有给）"]),
        ({"old": ""}, {}, []),
    ],
)
def test_only_what_differs_is_told(earlier: Recipe, now: Recipe, told: list[str]) -> None:
    assert differences(earlier, now) == told


def test_hashes_tell_texts_apart() -> None:
    assert len({digest(), digest(""), digest("ab"), digest("a", "b"), digest("\udcff")}) == 5
    assert all(len(value) == 16 for key, value in installed().items() if key in ("code", "rules", "register"))
