"""What is learned from corrections: settings beside the document, rules of the user's; and two coders compared."""

from __future__ import annotations

from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.config.rule_files import parse_rules
from raci.web.comparison import compare
from raci.web.fields import fields_of
from raci.web.own_settings import own_settings, settings_path, settings_text, write_settings
from raci.web.projects.project import Asked
from raci.web.proposed_rules import proposals
from raci.web.replies import Refused, answer
from raci.web.routes.context import PLAN_PATH, checked_coder, coder_of, desk_of, plan_of, project_of
from raci.web.teaching import forget, keep, trial

__all__ = ["ROUTES"]

_LONGEST_RULE = 20_000


async def _settings(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    state = await run_in_threadpool(project.state, plan, coder)
    return answer({"text": settings_text(own_settings(state)), "path": str(settings_path(state))})


async def _write_settings(request: Request) -> Response:
    await fields_of(request)
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    state = await run_in_threadpool(project.state, plan, coder)
    if not own_settings(state):
        raise Refused("还没有要写入的设定")
    return answer({"path": str(await run_in_threadpool(write_settings, state))})


async def _proposals(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    found = await run_in_threadpool(lambda: proposals(project.state(plan, coder)))
    return answer({"rules": [asdict(rule) for rule in found], "file": str(desk_of(request).folder.rules_file)})


async def _trial(request: Request) -> Response:
    toml = (await fields_of(request)).text("toml")[:_LONGEST_RULE]
    return answer(await run_in_threadpool(trial, desk_of(request).folder, toml))


async def _keep(request: Request) -> Response:
    """Keep a rule: for all that is dropped later, and in this plan, where it can be undone."""
    toml = (await fields_of(request)).text("toml")[:_LONGEST_RULE]
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    folder = desk_of(request).folder

    def work() -> None:
        rules = parse_rules(toml, "网页")
        said = "、".join(rule.why for rule in rules) or "自定规则"
        asked = Asked(f"采用规则：{said}", settings=(("rules", ((rules[0].id, toml),)),))
        keep(folder, toml)
        project.change(plan, coder, lambda *_: asked)

    await run_in_threadpool(work)
    return answer({})


async def _kept(request: Request) -> Response:
    """The rules by which whatever is dropped is read."""
    folder = desk_of(request).folder
    rules = await run_in_threadpool(folder.rules)
    return answer({"rules": [{"id": rule.id, "words": rule.why} for rule in rules], "file": str(folder.rules_file)})


async def _forget(request: Request) -> Response:
    rule_id = (await fields_of(request)).text("id")
    if not await run_in_threadpool(forget, desk_of(request).folder, rule_id):
        raise Refused("没有这条规则", 404)
    return answer({})


async def _compare(request: Request) -> Response:
    project, plan = await run_in_threadpool(project_of, request), plan_of(request)
    names = [checked_coder(request.query_params.get(name, "")) for name in ("first", "second")]

    def work() -> dict[str, object]:
        found = compare(project.state(plan, names[0]), project.state(plan, names[1]))
        return {**found, "coders": project.coders(plan)}

    return answer(await run_in_threadpool(work))


ROUTES = (
    Route(f"{PLAN_PATH}/settings", _settings, methods=["GET"]),
    Route(f"{PLAN_PATH}/settings", _write_settings, methods=["POST"]),
    Route(f"{PLAN_PATH}/rules", _proposals, methods=["GET"]),
    Route(f"{PLAN_PATH}/rules", _keep, methods=["POST"]),
    Route("/api/rules", _kept, methods=["GET"]),
    Route("/api/rules/forget", _forget, methods=["POST"]),
    Route("/api/trials", _trial, methods=["POST"]),
    Route(f"{PLAN_PATH}/comparison", _compare, methods=["GET"]),
)
