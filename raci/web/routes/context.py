"""What every answer needs: the folder of projects, the work in the background, and which plan is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from raci.web.jobs import Jobs
from raci.web.projects.folder import ProjectFolder
from raci.web.projects.project import Project
from raci.web.replies import Refused

__all__ = ["PLAN_PATH", "Desk", "checked_coder", "coder_of", "desk_of", "plan_of", "project_of"]

#: the address of a plan, of which others are part
PLAN_PATH = "/api/projects/{project}/plans/{plan:int}"
_LONGEST_CODER = 20


@dataclass(frozen=True)
class Desk:
    """What a running ``raci serve`` works with."""

    folder: ProjectFolder
    jobs: Jobs


def desk_of(request: Request) -> Desk:
    """The desk that serves a request."""
    desk: Desk = request.app.state.desk
    return desk


def project_of(request: Request) -> Project:
    """The project that the address names. Raises ReadError where there is none."""
    return desk_of(request).folder.project(request.path_params["project"])


def plan_of(request: Request) -> int:
    """The number of the plan that the address names. Raises Refused for one that no project can have."""
    number: int = request.path_params["plan"]
    if number >= 2**31:
        raise Refused("项目里没有这个方案", 404)
    return number


def coder_of(request: Request) -> str:
    """Who is at work: a short name, or "" for nobody in particular. Raises Refused as ``checked_coder`` does."""
    return checked_coder(request.query_params.get("coder", ""))


def checked_coder(written: str) -> str:
    """The name of a coder. Raises Refused where it is no name, or too long."""
    coder = " ".join(written.split())
    if len(coder) > _LONGEST_CODER or not all(char.isalnum() or char in " ·-_" for char in coder):
        raise Refused("复核人的名字须是字、字母或数字，至多 20 个")
    return coder
