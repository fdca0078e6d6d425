"""Write docs/codebook.md from the schemas of the tables; ``--check`` only says whether it is up to date.

python tools/codebook.py [--check]
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generated_pages import write_or_check

from raci.comparison.values import CHANGES
from raci.storage.schema import TABLES, VALUE_WORDS, table_schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "codebook.md"

#: what values mean; a kind is that of a body or that of a change
WORDS = {**VALUE_WORDS, "kind": {**VALUE_WORDS["kind"], **{key: change.word for key, change in CHANGES.items()}}}

HEAD = """# 代码本：各张表有哪些列

这一页由 `python tools/codebook.py` 从 `raci/data/schemas/` 生成，请勿手改。

各表都有的约定：

- JSON 里不知道的是 `null`，CSV 里是空格子，DataFrame 里是 `None`、`NaT` 或 `<NA>`。
- CSV 是带 BOM 的 UTF-8，Excel 可直接打开；只有 Excel 会当作公式运行的文字（如以 `=`、`-` 开头）前面加一个 `'`，\
`raci.frames.read_rows` 读回时去掉。
- 日期是 ISO 写法（`2025-06-30`），DataFrame 里是日期；位置是全文里的字序，自 0 起，半开区间。
- `document_id` 相同的是同一份文件，各表由它相连；明细、待核之处与任务由 `document_id` 加 `task_id` 相连。
- `path`（各级上级标题）在 JSON 和 Parquet 里是列表；在 CSV、DataFrame 和工作簿里是一段文字，各级以“ > ”隔开。
- `raci corpus` 的库（Parquet）里列名、含义与此相同，`due` 是日期。
"""

#: table → its title, and where it is found
TITLES: Mapping[str, tuple[str, str]] = {
    "row": (
        "明细",
        "`assignments.csv`、`assignments.jsonl`、`raci extract --format csv|jsonl`、`raci.rows`、库的 `assignments/`",
    ),
    "task": ("任务", "`tasks.csv`、`raci.frames.tasks`、库的 `tasks/`"),
    "document": ("文件", "`documents.csv`、`raci extract --documents`、`raci.documents`、库的 `documents/`"),
    "membership": ("领导小组的组成人员", "`raci org --format csv|jsonl`、库的 `memberships/`"),
    "finding": ("待核之处", "`raci check --format jsonl`、库的 `findings/`"),
    "diff": ("两份文件之间的变化", "`raci diff --format jsonl`"),
    "issuer": ("印发机关", "`raci corpus` 的库的 `issuers/`"),
    "failure": ("没有读出的输入", "`raci corpus` 的库的 `failures/`"),
    "duplicate": ("重复的文件", "`raci corpus` 的库的 `duplicates/`"),
    "input": ("输入的文件", "`raci corpus` 的库的 `inputs/`"),
}

MATRIX = """## 责任矩阵

`matrix.csv`、`raci.matrix`。一行一项任务，没有写明责任单位的也在内。

| 列 | 含义 | 类型 | 单位 | 取值 |
| --- | --- | --- | --- | --- |
| `document` | 文件标题 | 文字 | | |
| `path` | 上级标题连同编号，由外到内 | 文字 | | |
| `number` | 任务编号，照原文；没有编号为空 | 文字 | | |
| `task` | 任务标题，照原文 | 文字 | | |
| 其余每列一个单位 | 单位的字母，几个的以 / 隔开；不承担为空 | 文字 | | 角色方案的字母，如 `A`、`C`、`A/R` |
"""

#: type of JSON → what the page calls it
TYPES = {"string": "文字", "integer": "整数", "number": "小数", "array": "文字的列表", "null": "可缺"}


def codebook() -> str:
    """The page: each table with its columns, and the words of the values that several tables share."""
    parts = [HEAD]
    for table in TABLES:
        parts.append(section(table))
        if table == "task":
            parts.append(MATRIX)
    return "\n".join(parts)


def section(table: str) -> str:
    """A table: where it is found, what a row is, its columns in order."""
    schema = table_schema(table)
    title, places = TITLES[table]
    lines = [f"## {title}\n", f"{places}。{schema['description']}\n"]
    lines += ["| 列 | 含义 | 类型 | 单位 | 取值 |", "| --- | --- | --- | --- | --- |"]
    for key, column in schema["properties"].items():
        cells = (f"`{key}`", column["description"], type_of(column), column.get("unit", ""), values(key, column))
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def type_of(column: Mapping[str, Any]) -> str:  # Any: a JSON schema nests without end
    """The type of a column in words."""
    if "enum" in column:
        return "代码，可缺" if None in column["enum"] else "代码"
    written = column["type"]
    names = [written] if isinstance(written, str) else written
    word = "日期" if column.get("format") == "date" else TYPES[names[0]]
    return f"{word}，可缺" if "null" in names else word


def values(key: str, column: Mapping[str, Any]) -> str:  # Any: as above
    """The values that a column may hold, with their words."""
    words = WORDS.get(key, {})
    listed = [value for value in column.get("enum", ()) if value is not None]
    return "，".join(f"`{value}` {words[value]}" if value in words else f"`{value}`" for value in listed)


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, codebook()))
