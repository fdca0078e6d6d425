"""The file of a project: SQLite, so that each change is on the disk before it is answered, whatever happens then."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from raci.errors import ReadError, WriteError
from raci.model import Department, Edit
from raci.model.codec import from_plain, to_plain
from raci.web.projects.values import ChangeState, Decision, PlanChange, PlanTitle, SourceFile

__all__ = ["SUFFIX", "ProjectFile"]

SUFFIX = ".raci"
#: tells a file of raci's from other SQLite files, and its form from later ones
_APPLICATION, _FORM = 0x72616369, 1
_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sources (number INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE plans (number INTEGER PRIMARY KEY, title TEXT NOT NULL, tasks INTEGER NOT NULL, analysis BLOB NOT NULL);
CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, plan INTEGER NOT NULL, coder TEXT NOT NULL,
  at TEXT NOT NULL, what TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL);
"""


class ProjectFile:
    """One project on the disk; any thread may ask.

    Raises ReadError where the file is none of raci's, WriteError where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._lock = RLock()
        if not path.is_file():
            raise ReadError("没有这个项目", place=path.name, remedy="请回到项目列表")
        with self._open() as connection:
            known = connection.execute("PRAGMA application_id").fetchone()[0]
            form = connection.execute("PRAGMA user_version").fetchone()[0]
        if known != _APPLICATION or form != _FORM:
            raise ReadError("不是本版 raci 的项目文件", place=path, remedy="请用写出它的那一版打开")

    @classmethod
    def create(
        cls,
        path: Path,
        facts: Mapping[str, str],
        sources: Sequence[SourceFile],
        plans: Sequence[tuple[str, int, bytes]],
    ) -> ProjectFile:
        """Write a new project; it appears whole or not at all. ``plans``: title, number of tasks, packed analysis.

        Raises WriteError where it cannot be written.
        """
        stage = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
        try:
            stage.touch(mode=0o600)  # nobody else on this machine reads it
            connection = sqlite3.connect(stage)
            try:
                connection.executescript(_TABLES)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {_FORM}")
                connection.executemany("INSERT INTO facts VALUES (?, ?)", list(facts.items()))
                connection.executemany(
                    "INSERT INTO sources (name, path, data) VALUES (?, ?, ?)",
                    [(source.name, source.path, source.data) for source in sources],
                )
                connection.executemany("INSERT INTO plans (title, tasks, analysis) VALUES (?, ?, ?)", plans)
                connection.commit()
            finally:
                connection.close()
            stage.replace(path)
        except (sqlite3.Error, OSError) as error:
            raise WriteError(f"项目存不下（{error}）", place=path, remedy="请检查磁盘空间与权限") from error
        finally:
            with suppress(OSError):
                stage.unlink()
        made = cls(path)
        made.close()
        return made

    def facts(self) -> dict[str, str]:
        """``name`` and ``made`` (ISO) of the project, and the ``rules`` (TOML) by which it was read, where it was."""
        with self._open() as connection:
            return dict(connection.execute("SELECT name, value FROM facts"))

    def rename(self, name: str) -> None:
        """Give the project another name."""
        with self._open() as connection:
            connection.execute("UPDATE facts SET value = ? WHERE name = 'name'", (name,))

    def plans(self) -> list[PlanTitle]:
        """The plans, in the order of the file that was dropped."""
        with self._open() as connection:
            found = connection.execute("SELECT number, title, tasks FROM plans ORDER BY number")
            return [PlanTitle(*row) for row in found]

    def count_tasks(self, plan: int, tasks: int) -> None:
        """Note how many tasks a plan has now."""
        with self._open() as connection:
            connection.execute("UPDATE plans SET tasks = ? WHERE number = ?", (tasks, plan))

    def packed(self, plan: int) -> bytes:
        """The analysis of a plan as it was read. Raises ReadError where there is no such plan."""
        with self._open() as connection:
            row = connection.execute("SELECT analysis FROM plans WHERE number = ?", (plan,)).fetchone()
        if row is None:
            raise ReadError("项目里没有这个方案", place=str(plan), remedy="请回到项目列表")
        return bytes(row[0])

    def sources(self) -> list[SourceFile]:
        """The files that were dropped."""
        with self._open() as connection:
            return [SourceFile(*row) for row in connection.execute("SELECT name, path, data FROM sources")]

    def changes(self, plan: int) -> list[PlanChange]:
        """Every change that was ever made in a plan, in order."""
        with self._open() as connection:
            rows = connection.execute("SELECT * FROM changes WHERE plan = ? ORDER BY number", (plan,)).fetchall()
        return [_change(*row) for row in rows]

    def add(self, change: PlanChange) -> PlanChange:
        """Keep a change; what its coder had undone in the plan before it can be redone no more."""
        with self._open() as connection:
            connection.execute(
                "UPDATE changes SET state = 'dropped' WHERE plan = ? AND coder = ? AND state = 'undone'",
                (change.plan, change.coder),
            )
            cursor = connection.execute(
                "INSERT INTO changes (plan, coder, at, what, body, state) VALUES (?, ?, ?, ?, ?, ?)",
                (change.plan, change.coder, change.at, change.what, _body(change), change.state),
            )
            return replace(change, number=cursor.lastrowid or 0)

    def set_state(self, number: int, state: ChangeState) -> None:
        """Undo a change, or redo it."""
        with self._open() as connection:
            connection.execute("UPDATE changes SET state = ? WHERE number = ?", (state, number))

    def version(self) -> int:
        """What is another number whenever the changes are others, whoever made them."""
        with self._open() as connection:
            row = connection.execute("SELECT count(*), sum(state = 'done'), max(number) FROM changes").fetchone()
        return hash(tuple(row))

    def close(self) -> None:
        """Let the file go; it is opened again where it is asked for."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def remove(self) -> None:
        """Take the file away for good."""
        with self._lock:
            self.close()
            for suffix in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The connection; what is done with it is on the disk when the block ends, or undone where it fails."""
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = sqlite3.connect(self.path, timeout=10, check_same_thread=False)
                    # one flush a change, and a change is whole or not there, whenever the program is killed
                    self._connection.execute("PRAGMA journal_mode = WAL")
                    self._connection.execute("PRAGMA synchronous = FULL")
                with self._connection:
                    yield self._connection
            except sqlite3.Error as error:
                raise WriteError(
                    f"项目文件读写不了（{error}）", place=self.path, remedy="请检查磁盘空间与权限"
                ) from error


def _body(change: PlanChange) -> str:
    plain = {
        "edits": [to_plain(edit) for edit in change.edits],
        "decisions": {key: [decision.verdict, decision.reason] for key, decision in change.decisions.items()},
        "settings": {name: dict(values) for name, values in change.settings.items()},
        "meanings": {str(number): to_plain(meant) for number, meant in change.meanings.items()},
    }
    return json.dumps(plain, ensure_ascii=False)


def _change(number: int, plan: int, coder: str, at: str, what: str, body: str, state: ChangeState) -> PlanChange:
    plain = json.loads(body)
    return PlanChange(
        number,
        plan,
        coder,
        at,
        what,
        tuple(from_plain(Edit, edit) for edit in plain["edits"]),
        {key: Decision(verdict, reason) for key, (verdict, reason) in plain["decisions"].items()},
        plain["settings"],
        {int(number): from_plain(tuple[Department, ...], meant) for number, meant in plain["meanings"].items()},
        state,
    )
