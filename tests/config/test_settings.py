"""``raci.toml``: found beside a document where it enters, read anew, and handed in."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import raci
from raci.analysis.resolve import resolve
from raci.config.options.analysis import Options
from raci.config.settings import Settings, load_settings, settings_beside
from raci.errors import OptionError, RegisterError
from raci.pipeline import analyse, run
from raci.register.naming import Naming

TEXT = "一、清理河道。对全县河道开展清理。（责任单位：省水利厅）\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def canonical(path: Path) -> list[str | None]:
    return [assignment.department.canonical for assignment in raci.extract(path)]


def test_without_a_file_nothing_is_set(plan: Path) -> None:
    for source in ("", "-", str(plan), "x" * 5_000, "a\0b"):
        assert settings_beside(source) == Settings()


def test_a_file_that_changed_holds_at_once(plan: Path) -> None:
    for place in ("甘肃省", "青海省"):
        (plan.parent / "raci.toml").write_text(f'place = "{place}"\n', encoding="utf-8")
        assert canonical(plan) == [f"{place}水利厅"]
        (document,) = raci.read(plan)
        assert [one.department.canonical for one in analyse(document).assignments] == [f"{place}水利厅"]


def test_a_register_that_changed_holds_at_once(plan: Path) -> None:
    (plan.parent / "raci.toml").write_text('register = "own.csv"\n', encoding="utf-8")
    for name in ("省护河厅", "省水务局"):
        (plan.parent / "own.csv").write_text(f"name,also\n{name},省水利厅\n", encoding="utf-8")
        assert canonical(plan) == [name]


def test_what_the_user_asks_for_comes_first(plan: Path) -> None:
    (plan.parent / "raci.toml").write_text(
        'place = "甘肃省"\n[members]\n"各市" = ["兰州市人民政府"]\n', encoding="utf-8"
    )
    settings = settings_beside(str(plan))
    assert settings.applied_to(Naming()) == Naming(place="甘肃省")
    asked = Naming(place="青海省", members={"各县": ("甲县人民政府",)})
    applied = settings.applied_to(asked)
    assert applied.place == "青海省"
    assert applied.members == {"各市": ("兰州市人民政府",), "各县": ("甲县人民政府",)}
    assert settings.applied_to(Naming()).members is None, "collectives are expanded only where that is asked for"


def test_resolving_reads_no_file(plan: Path) -> None:
    (plan.parent / "raci.toml").write_text("plaze = 1\n", encoding="utf-8")
    (document,) = raci.read(plan)
    assert resolve(document, (), ()) == ()
    with pytest.raises(RegisterError, match="plaze"):
        run(document, Options())


def test_the_documents_of_a_folder_share_a_register(plan: Path) -> None:
    (plan.parent / "raci.toml").write_text('[same]\n"省护河队" = ["省水利厅"]\n', encoding="utf-8")
    assert settings_beside(str(plan)).register is settings_beside(str(plan.with_name("另一.txt"))).register


def test_a_register_that_refers_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "raci.toml").write_text('register = "sub/../raci.toml"\n', encoding="utf-8")
    (tmp_path / "sub").mkdir()
    with pytest.raises(RegisterError, match="指向了自己"):
        load_settings(tmp_path / "raci.toml")


@pytest.mark.parametrize("options", [{"rules": ["my.toml"]}, {"rules": (1,)}, {"naming": "甘肃省"}])
def test_options_check_themselves(options: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        Options(**options)  # type: ignore[arg-type]  # what is no option


def test_settings_can_be_handed_to_other_processes(tmp_path: Path) -> None:
    """`raci build` of several files hands them over; what cannot be pickled leaves its processes waiting."""
    (tmp_path / "raci.toml").write_text(
        'place = "大同市"\n[members]\n"各县" = ["阳高县"]\n'
        '[checks]\nignore = ["load"]\n[checks.severity]\nnumbering = "error"\n',
        encoding="utf-8",
    )
    found = settings_beside(str(tmp_path / "方案.txt"))
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.checks.severities == {"numbering": "error"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('place = "火星"', "raci.toml：place：不认识的地区：火星（请写全称"),
        ('[apart]\nname = ["市政务中心"]', "raci.toml：apart.name：不认识的键，可用 names"),
        ('plac = "甘肃省"', "不认识的键 plac，可用 place、register、same"),
        ("[checks]\nignored = []", "checks.ignored：不认识的键，可用 ignore"),
        ("place = \n", "不是有效的 TOML（第1行第9个字起）"),
        ('place = "甘', "不是有效的 TOML（"),
    ],
)
def test_a_fault_names_the_file_and_what_may_stand_there(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "raci.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as fault:
        load_settings(tmp_path / "raci.toml")
    assert said in str(fault.value) and "at line" not in str(fault.value)
