"""Projects: listed, made from what is dropped, renamed, taken away."""

from __future__ import annotations

import os
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.web.fields import fields_of
from raci.web.jobs import DeskJob
from raci.web.projects.folder import ProjectFolder
from raci.web.projects.values import SourceFile
from raci.web.reading import make_project
from raci.web.replies import Refused, answer
from raci.web.routes.context import desk_of, project_of
from raci.web.uploads import DroppedFile, dropped_files

__all__ = ["ROUTES"]

#: the form that a pasted text is dropped as
_PASTED = "粘贴的文字.txt"


async def _list(request: Request) -> Response:
    entries = await run_in_threadpool(desk_of(request).folder.entries)
    listed = [
        {
            "id": entry.id,
            "name": entry.name,
            "made": entry.made,
            "fault": entry.fault,
            "plans": [{"number": plan.number, "title": plan.title, "tasks": plan.tasks} for plan in entry.plans],
        }
        for entry in entries
    ]
    return answer({"projects": listed, "home": str(desk_of(request).folder.home)})


async def _drop(request: Request) -> Response:
    """Files that were dropped: a project each, or one of them all where they belong together."""
    files, form = await dropped_files(request)
    desk = desk_of(request)
    groups = [files] if form.get("together") == "1" else [[file] for file in files]
    jobs = [desk.jobs.submit(group[0].name, _work(desk.folder, group)) for group in groups]
    return answer({"jobs": [_job(job, request) for job in jobs]}, 202)


async def _paste(request: Request) -> Response:
    fields = await fields_of(request)
    text = fields.text("text")
    if not text.strip():
        raise Refused("没有文字")
    desk = desk_of(request)
    file = DroppedFile(_PASTED, text.encode("utf-8", "replace"))
    job = desk.jobs.submit("粘贴的文字", _work(desk.folder, [file]))
    return answer({"jobs": [_job(job, request)]}, 202)


def _work(folder: ProjectFolder, files: list[DroppedFile]) -> partial[str]:
    sources = [SourceFile(file.name, str(folder.home / file.name), file.data) for file in files]
    return partial(_made, folder, sources)


def _made(folder: ProjectFolder, sources: list[SourceFile], job: DeskJob) -> str:
    return make_project(folder, sources, job.report)


async def _ask_job(request: Request) -> Response:
    job = desk_of(request).jobs.find(request.path_params["job"])
    if job is None:
        raise Refused("没有这项工作", 404)
    return answer(_job(job, request))


async def _news(request: Request) -> Response:
    return answer({"jobs": [_job(job, request) for job in desk_of(request).jobs.news()]})


def _job(job: DeskJob, request: Request) -> dict[str, object]:
    home = f"{desk_of(request).folder.home}{os.sep}"
    return {
        "id": job.id,
        "name": job.name,
        "state": job.state,
        "step": job.step,
        "done": job.done,
        "total": job.total,
        "result": job.result,
        # what was dropped was in no folder
        "error": job.error.replace(home, ""),
    }


async def _project(request: Request) -> Response:
    project = await run_in_threadpool(project_of, request)
    facts, plans = await run_in_threadpool(lambda: (project.file.facts(), project.file.plans()))
    listed = [{"number": plan.number, "title": plan.title, "tasks": plan.tasks} for plan in plans]
    return answer({"name": facts["name"], "made": facts["made"], "plans": listed})


async def _rename(request: Request) -> Response:
    name = " ".join((await fields_of(request)).text("name").split())[:200]
    if not name:
        raise Refused("没有写名称")
    project = await run_in_threadpool(project_of, request)
    await run_in_threadpool(project.file.rename, name)
    return answer({"name": name})


async def _remove(request: Request) -> Response:
    await run_in_threadpool(desk_of(request).folder.remove, request.path_params["project"])
    return answer({})


ROUTES = (
    Route("/api/projects", _list, methods=["GET"]),
    Route("/api/projects", _drop, methods=["POST"]),
    Route("/api/texts", _paste, methods=["POST"]),
    Route("/api/jobs", _news, methods=["GET"]),
    Route("/api/jobs/{job}", _ask_job, methods=["GET"]),
    Route("/api/projects/{project}", _project, methods=["GET"]),
    Route("/api/projects/{project}", _rename, methods=["PATCH"]),
    Route("/api/projects/{project}", _remove, methods=["DELETE"]),
)
