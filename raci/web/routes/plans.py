"""A plan: shown, put right, undone, redone; what the page proposes on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.config.options.analysis import Options
from raci.pipeline import call
from raci.stages import find_tables
from raci.web.commands import asked
from raci.web.differences import difference
from raci.web.document_data import document_data
from raci.web.fields import fields_of
from raci.web.idle import tidy
from raci.web.page_data import history_data
from raci.web.projects.plan import PlanState, rules_taken
from raci.web.projects.project import Asked, Project
from raci.web.proposals import bodies_in, meanings
from raci.web.replies import Refused, answer
from raci.web.routes.context import PLAN_PATH, coder_of, desk_of, plan_of, project_of
from raci.web.taken_back import workbook_change
from raci.web.teaching import follow
from raci.web.touched import touched_tasks
from raci.web.uploads import dropped_files
from raci.web.utf16 import Utf16

__all__ = ["ROUTES"]

Data = Mapping[str, object]
_LONGEST_NAME = 200


async def _document(request: Request) -> Response:
    project, plan = await run_in_threadpool(project_of, request), plan_of(request)
    state = await run_in_threadpool(project.state, plan, coder_of(request))
    return answer(document_data(state.analysis))


async def _plan(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)

    def work() -> Data:
        with project.lock:
            data = dict(project.shown(plan, coder, project.state(plan, coder)).data)
        del data["order"]
        return {**data, "coders": project.coders(plan)}

    return answer(await run_in_threadpool(work), behind=tidy())


async def _change(request: Request) -> Response:
    fields, coder = await fields_of(request), coder_of(request)

    def make(project: Project, plan: int) -> PlanState:
        return project.change(plan, coder, lambda state, new_task: asked(state, new_task, fields, coder))

    return await _changed(request, make)


async def _undo(request: Request) -> Response:
    return await _changed(request, _with_rules(request, Project.undo))


async def _redo(request: Request) -> Response:
    return await _changed(request, _with_rules(request, Project.redo))


def _with_rules(request: Request, act: Callable[[Project, int, str], PlanState]) -> Callable[[Project, int], PlanState]:
    """As ``act`` does; a rule that the plan gives up, or takes over again, is no more, or again, among those kept."""
    coder, folder = coder_of(request), desk_of(request).folder

    def make(project: Project, plan: int) -> PlanState:
        before = rules_taken(project.state(plan, coder).changes)
        after = act(project, plan, coder)
        follow(folder, before, rules_taken(after.changes))
        return after

    return make


async def _workbook(request: Request) -> Response:
    (file, *_), _ = await dropped_files(request)
    coder = coder_of(request)

    def taken_back(state: PlanState, _: str) -> Asked:
        return workbook_change(state, file.data, file.name)

    return await _changed(request, lambda project, plan: project.change(plan, coder, taken_back))


async def _changed(request: Request, make: Callable[[Project, int], PlanState]) -> Response:
    """The tasks that a change touched, where they can be told at once (``rest``: the page asks for the rest then).

    Else all that it changed.
    """
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)

    def work() -> Data:
        with project.lock:
            shown = project.shown(plan, coder, project.state(plan, coder))
            state = make(project, plan)
            tasks = touched_tasks(shown, state)
            if tasks is None:
                return difference(shown, project.shown(plan, coder, state))
            return {**history_data(state), "from": shown.state.version, "tasks": tasks, "rest": True}

    return answer(await run_in_threadpool(work))


async def _rest(request: Request) -> Response:
    """All that was changed since the page had the version that it says."""
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)

    def work() -> Data:
        with project.lock:
            shown = project.last_shown(plan, coder)
            if shown is None or shown.state.version != request.query_params.get("from"):
                raise Refused("这一页已不是最新的，请刷新", 409)
            return difference(shown, project.shown(plan, coder, project.state(plan, coder)))

    return answer(await run_in_threadpool(work), behind=tidy())


async def _bodies(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    try:
        start, end = (int(request.query_params.get(name, "")) for name in ("start", "end"))
    except ValueError as error:
        raise Refused("start、end 须是位置") from error

    def work() -> Data:
        analysis = project.state(plan, coder).analysis
        offsets = Utf16(analysis.document.text)
        first, last = (offsets.back(min(max(each, 0), 2**31)) for each in (start, end))
        return {"bodies": bodies_in(analysis, first, last)}

    return answer(await run_in_threadpool(work))


async def _meanings(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    name = " ".join(request.query_params.get("name", "").split())[:_LONGEST_NAME]
    if not name:
        raise Refused("没有写名称")
    return answer({"meanings": await run_in_threadpool(lambda: meanings(project.state(plan, coder).analysis, name))})


async def _tables(request: Request) -> Response:
    """The tables as understood: what each column is, and why."""
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)

    def work() -> Data:
        state = project.state(plan, coder)
        analysis = state.analysis if state.analysis.tables else call(find_tables, state.analysis, Options())
        at = Utf16(analysis.document.text).of
        return {
            "tables": [
                {
                    "span": [at(table.start), at(table.end)],
                    "columns": [
                        {"head": column.head, "role": column.role, "why": column.why} for column in table.columns
                    ],
                }
                for table in analysis.tables
                if table.columns
            ]
        }

    return answer(await run_in_threadpool(work))


ROUTES = (
    Route(PLAN_PATH, _plan, methods=["GET"]),
    Route(f"{PLAN_PATH}/document", _document, methods=["GET"]),
    Route(f"{PLAN_PATH}/changes", _change, methods=["POST"]),
    Route(f"{PLAN_PATH}/changes", _rest, methods=["GET"]),
    Route(f"{PLAN_PATH}/undo", _undo, methods=["POST"]),
    Route(f"{PLAN_PATH}/redo", _redo, methods=["POST"]),
    Route(f"{PLAN_PATH}/workbook", _workbook, methods=["POST"]),
    Route(f"{PLAN_PATH}/bodies", _bodies, methods=["GET"]),
    Route(f"{PLAN_PATH}/meanings", _meanings, methods=["GET"]),
    Route(f"{PLAN_PATH}/tables", _tables, methods=["GET"]),
)
