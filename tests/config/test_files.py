"""Files in which a user sets something: whatever is wrong with one is a line with file and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import raci as run

from raci.config.profiles import load_profile
from raci.config.rule_files import load_rules
from raci.config.settings import load_register, load_settings
from raci.config.templates import load_template
from raci.errors import OptionError, ProfileError, RaciError, RegisterError, RuleError

READERS: dict[type[RaciError], Callable[[Path], object]] = {
    ProfileError: load_profile,
    RuleError: load_rules,
    OptionError: load_template,
    RegisterError: load_settings,
}
ZERO = Path("/dev/zero")


@pytest.mark.parametrize(("error", "read"), READERS.items(), ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a = " + b"[" * 5_000, "嵌套过深"),
        (b"a = [\n", "不是有效的 TOML"),
        (b"a = " + b"9" * 5_000, "不是有效的 TOML"),
        (b"# " + b"x" * 2_000_000, "过大"),
        (b"why = '\xff\xff\xff'", "UTF-8"),
    ],
    ids=["deep", "broken", "digits", "large", "encoding"],
)
def test_a_file_with_faults_is_one_line(
    error: type[RaciError], read: Callable[[Path], object], data: bytes, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(data)
    with pytest.raises(error) as raised:
        read(path)
    (line,) = raised.value.lines()
    assert line.startswith(f"{path}：")
    assert words in line
    assert raised.value.remedy


@pytest.mark.skipif(not ZERO.exists(), reason="此处没有 /dev/zero")
@pytest.mark.parametrize("read", [*READERS.values(), load_register])
def test_an_endless_file_ends(read: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "endless.toml"
    path.symlink_to(ZERO)
    for given in (path, ZERO):
        with pytest.raises(RaciError, match="过大"):
            read(given)


@pytest.mark.parametrize("option", ["--rules", "--profile", "--register"])
def test_on_the_command_line_it_is_wrong_use(option: str, tmp_path: Path) -> None:
    (tmp_path / "deep.toml").write_text("a = " + "[" * 5_000, encoding="utf-8")
    (tmp_path / "plan.txt").write_text("一、清理河道。（责任单位：县水利局）\n", encoding="utf-8")
    done = run("extract", "plan.txt", option, "deep.toml", cwd=tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "deep.toml" in line
    assert "嵌套过深" in line


def test_a_profile_and_a_template_that_changed_are_read_again(tmp_path: Path) -> None:
    profile, template = tmp_path / "profile.toml", tmp_path / "template.toml"
    for letter, heading in (("主", "主办"), ("牵", "牵头")):
        profile.write_text(f'[letters]\nlead = "{letter}"\n', encoding="utf-8")
        template.write_text(f'[[columns]]\nkey = "lead"\nheading = "{heading}"\n', encoding="utf-8")
        assert load_profile(profile).letters == {"lead": letter}
        assert [column.heading for column in load_template(template).columns] == [heading]


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b"])
def test_what_can_be_no_file_is_no_name(name: str) -> None:
    with pytest.raises(ProfileError):
        load_profile(name)
    with pytest.raises(OptionError):
        load_template(name)
