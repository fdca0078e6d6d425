"""The folder of a user's projects: listed, made, opened, taken away."""

from __future__ import annotations

import os
import re
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from raci.config.clock import now
from raci.config.rule_files import parse_rules
from raci.errors import RaciError, ReadError, WriteError, reason_of
from raci.model import Analysis, Profile
from raci.model.layers import main_layer
from raci.rules import Rule
from raci.views.grid import grid
from raci.views.tables.titles import shown_title
from raci.web.plan_profile import profile_setting
from raci.web.projects.file import SUFFIX, ProjectFile
from raci.web.projects.project import Project
from raci.web.projects.stored import pack
from raci.web.projects.values import PlanChange, PlanTitle, SourceFile

__all__ = ["ProjectEntry", "ProjectFolder"]

#: projects that stay open at a time
_MOST_OPEN = 6
_ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")
#: what a project that was being written when the program was killed leaves behind
_STAGES = f".*{SUFFIX}.*.tmp"


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A project in the list: its id, its name, when it was made (ISO), its plans; or the fault of its file."""

    id: str
    name: str
    made: str
    plans: tuple[PlanTitle, ...] = ()
    fault: str = ""


class ProjectFolder:
    """The projects of a folder (``--home``). Raises WriteError where nothing can be written there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._open: OrderedDict[str, Project] = OrderedDict()
        self._lock = Lock()
        try:
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            for stage in home.glob(_STAGES):
                stage.unlink(missing_ok=True)
        except OSError as error:
            raise WriteError(f"用不了（{reason_of(error)}）", place=home, remedy="请用 --home 换一个文件夹") from error
        if not os.access(home, os.W_OK):
            raise WriteError("不能写入", place=home, remedy="请用 --home 换一个文件夹")

    @property
    def rules_file(self) -> Path:
        """The rules that were kept: what is dropped later is read by them too."""
        return self.home / "rules.toml"

    def rules_text(self) -> str:
        """What stands in that file; empty where there is none."""
        return self.rules_file.read_text(encoding="utf-8") if self.rules_file.is_file() else ""

    def rules(self) -> tuple[Rule, ...]:
        """The rules in that file. Raises RuleError where it has faults."""
        text = self.rules_text()
        said = (line.strip() for line in text.splitlines())
        # where the last rule was given up, remarks may be left
        return parse_rules(text, str(self.rules_file)) if any(line and line[0] != "#" for line in said) else ()

    def entries(self) -> list[ProjectEntry]:
        """The projects, the newest first; a file that cannot be read is told, not passed over."""
        found = []
        for path in sorted(self.home.glob(f"*{SUFFIX}"), reverse=True):
            if not _ID.fullmatch(path.stem):
                continue
            try:
                file = ProjectFile(path)
                try:
                    facts = file.facts()
                    found.append(ProjectEntry(path.stem, facts["name"], facts["made"], tuple(file.plans())))
                finally:
                    file.close()
            except RaciError as error:
                found.append(ProjectEntry(path.stem, path.name, "", fault=str(error)))
        return found

    def create(self, name: str, sources: Sequence[SourceFile], analyses: Sequence[Analysis]) -> str:
        """Keep what was dropped, with what was found in it; the id of the new project."""
        made = now()
        project_id = f"{made:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        plans = [
            (shown_title(analysis.document), len(grid(main_layer(analysis)).tasks), pack(analysis))
            for analysis in analyses
        ]
        path = self.home / f"{project_id}{SUFFIX}"
        facts = {
            "name": name,
            "made": made.isoformat(timespec="seconds"),
            "rules": self.rules_text() if self.rules() else "",
        }
        file = ProjectFile.create(path, facts, sources, plans)
        for number, analysis in enumerate(analyses, start=1):
            saved = analysis.document.saved
            if saved is not None:
                file.add(_as_before(number, saved.record.profile, made.isoformat(timespec="seconds")))
        file.close()
        return project_id

    def holding(self, sources: Sequence[SourceFile]) -> str:
        """The id of the newest project that was made of just these files; empty where there is none."""
        for entry in self.entries():
            if not entry.fault and self.project(entry.id).file.sources() == list(sources):
                return entry.id
        return ""

    def project(self, project_id: str) -> Project:
        """A project, opened where it is not yet. Raises ReadError where there is none."""
        if not _ID.fullmatch(project_id):
            raise ReadError("没有这个项目", place=project_id[:40], remedy="请回到项目列表")
        with self._lock:
            if project_id not in self._open:
                self._open[project_id] = Project(ProjectFile(self.home / f"{project_id}{SUFFIX}"))
                while len(self._open) > _MOST_OPEN:
                    self._open.popitem(last=False)[1].file.close()
            self._open.move_to_end(project_id)
            return self._open[project_id]

    def remove(self, project_id: str) -> None:
        """Take a project away for good. Raises ReadError where there is none."""
        project = self.project(project_id)
        with self._lock, project.lock:
            self._open.pop(project_id, None)
            project.file.remove()


def _as_before(plan: int, profile: Profile, at: str) -> PlanChange:
    """The profile of a workbook of raci's, as the first change of its plan."""
    said = f"角色方案按工作簿原来的：“{profile.title}”"
    return PlanChange(0, plan, "", at, said, settings={"profile": profile_setting(profile)})
