"""The local page as tests use it: a program in a thread of its own, and requests to it without a browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from openpyxl import load_workbook

from raci.web.app import create_app
from raci.web.jobs import Jobs
from raci.web.projects.folder import ProjectFolder
from raci.web.routes.context import Desk
from raci.web.security import HOST, Keys
from raci.web.server import listen

__all__ = ["PLAN", "OpenPlan", "Page", "running"]

#: a plan with a task of each kind: led, shared, without anybody; and a paragraph that is none
PLAN = """云泽市绿道建设实施方案

一、重点任务
（一）打通断点。年内打通断点十二处。（责任单位：市住房城乡建设局、市水利局；完成时限：2026年6月底前）
（二）配建驿站。每五公里设一处驿站。（牵头单位：市文旅局；配合单位：市体育局、市财政局）
（三）种植乡土树种。沿线补植乔木。
二、其他事项
市城管局会同市园林中心每季度通报一次进展。
"""

Data = dict[str, Any]
#: lists of which an answer holds the stretch that is other
_LISTS = ("findings", "told", "changes")


@dataclass
class OpenPlan:
    """A plan of a project as the page has it open."""

    client: httpx.Client
    path: str
    coder: str = ""

    @property
    def _query(self) -> dict[str, str]:
        return {"coder": self.coder} if self.coder else {}

    def data(self) -> Data:
        found: Data = self.client.get(self.path, params=self._query).raise_for_status().json()
        return found

    def text(self) -> str:
        found: str = self.client.get(f"{self.path}/document").json()["text"]
        return found

    def task(self, part: str) -> Data:
        [found] = [task for task in self.data()["tasks"] if part in task["heading"]]
        return dict(found)

    def said(self) -> set[tuple[str, str, str]]:
        """Who has which role in what, by the beginning of the task."""
        return {
            (task["heading"][:6], entry["name"], entry["role"])
            for task in self.data()["tasks"]
            for entry in task["entries"]
        }

    def span(self, words: str) -> list[int]:
        """Where words stand, as a browser counts."""
        at = self.text().encode("utf-16-le").index(words.encode("utf-16-le")) // 2
        return [at, at + len(words.encode("utf-16-le")) // 2]

    def ask(self, do: str, **fields: object) -> httpx.Response:
        return self.client.post(f"{self.path}/changes", params=self._query, json={"do": do, **fields})

    def change(self, do: str, **fields: object) -> Data:
        found: Data = self.ask(do, **fields).raise_for_status().json()
        return found

    def whole(self, before: Data, answer: Data) -> Data:
        """The plan as a page holds it that had ``before`` and is answered: what it was shown at once, then the rest."""
        held = taken({**before, "coders": None}, answer)
        if answer.get("rest"):
            query = {"from": answer["from"], **self._query}
            rest = self.client.get(f"{self.path}/changes", params=query).raise_for_status().json()
            held = taken(held, rest)
        return held

    def shown(self) -> Data:
        """The plan, without what a page learns only when it opens."""
        return {**self.data(), "coders": None}

    def undo(self) -> None:
        self.client.post(f"{self.path}/undo", params=self._query, json={}).raise_for_status()

    def redo(self) -> None:
        self.client.post(f"{self.path}/redo", params=self._query, json={}).raise_for_status()

    def file(self, only: str) -> httpx.Response:
        return self.client.get(f"{self.path}/files", params={"only": only, **self._query})

    def workbook(self, sheet: str, before: str, after: str) -> bytes:
        """The workbook of the plan with one text of a sheet changed by hand."""
        book = load_workbook(BytesIO(self.file("xlsx").content))
        for row in book[sheet].iter_rows():
            for cell in row:
                if cell.value == before:
                    cell.value = after
        edited = BytesIO()
        book.save(edited)
        return edited.getvalue()


def taken(held: Data, answer: Data) -> Data:
    """What a page holds when it has taken in an answer."""
    lists = {"order": [task["id"] for task in held["tasks"]], **{name: held[name] for name in _LISTS}}
    for name, known in lists.items():
        if stretch := answer.get(name):
            lists[name] = [*known[: stretch["at"]], *stretch["new"], *known[stretch["at"] + stretch["gone"] :]]
    tasks = {task["id"]: task for task in (*held["tasks"], *answer["tasks"])}
    rest = {name: value for name, value in answer.items() if name in held and name not in (*_LISTS, "tasks")}
    order = lists.pop("order")
    return {**held, **rest, **lists, "tasks": [tasks[task_id] for task_id in order]}


@dataclass
class Page:
    """The page of one program: its address without and with the token, and who was let in."""

    address: str
    token_address: str
    client: httpx.Client

    def drop(self, *files: tuple[str, bytes], together: bool = False) -> list[Data]:
        """The work that dropping the files began, when it has ended."""
        sent = self.client.post(
            "/api/projects",
            data={"together": "1"} if together else {},
            files=[("file", file) for file in files],
        )
        return [self.ended(job["id"]) for job in sent.raise_for_status().json()["jobs"]]

    def ended(self, job: str) -> Data:
        for _ in range(1200):
            told: Data = self.client.get(f"/api/jobs/{job}").json()
            if told["state"] in ("done", "failed"):
                return told
            time.sleep(0.05)
        raise AssertionError("the work does not end")

    def plan(self, text: str = PLAN, name: str = "绿道.txt") -> OpenPlan:
        """A plan that was dropped, open."""
        [job] = self.drop((name, text.encode()))
        assert job["state"] == "done", job
        return self.opened(job["result"])

    def opened(self, project: str, number: int = 1, coder: str = "") -> OpenPlan:
        return OpenPlan(self.client, f"/api/projects/{project}/plans/{number}", coder)


@contextmanager
def running(home: Path) -> Iterator[Page]:
    """The program at work in a folder."""
    listening = listen(HOST, 0)
    port, keys = listening.getsockname()[1], Keys()
    app = create_app(Desk(ProjectFolder(home), Jobs()), keys, port)
    config = uvicorn.Config(app, log_level="critical", lifespan="off", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    address = f"http://{HOST}:{port}"
    with httpx.Client(base_url=address, headers={"origin": address}, timeout=60) as client:
        for _ in range(200):
            if server.started:
                break
            time.sleep(0.02)
        client.get(f"/?token={keys.token}")
        yield Page(address, f"{address}/?token={keys.token}", client)
    server.should_exit = True
    thread.join(5)
    listening.close()
