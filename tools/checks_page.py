"""Write docs/checks.md from the declared checks; ``--check`` only says whether it is up to date.

python tools/checks_page.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from generated_pages import write_or_check

from raci.analysis.checks import CHECKS
from raci.analysis.checks.values import Check
from raci.model.findings import SEVERITIES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"

HEAD = """# 检查项

这一页由 `python tools/checks_page.py` 从各项检查的声明生成，请勿手改。`raci check --list` 列出各项，\
`raci check --explain 编号` 说明一项。

三级：**错误**是文件自身必有的错，**警告**不看会出错，**提示**值得一看。`--select`、`--ignore` 选用，\
`--fail-on warning` 只在有警告或错误时退出码为 1。长期的选择写进文件旁边的 `raci.toml`：

```toml
[checks]
ignore = ["replaced-since", "load"]   # 不做这些
most-leads = 2                        # 牵头单位超过几家算多（默认 3）
load-share = 0.5                      # 一家承担全部任务的多大部分算集中（默认 0.6）

[checks.severity]
no-limit = "warning"                  # 改级别：error、warning、note
```

## 放进流水线

`--format sarif`（SARIF 2.1.0，编辑器和代码平台在原文旁显示）、`--format junit`（持续集成显示为未通过的测试）、\
`--format jsonl`（[各列](codebook.md)）、`-o 待核.xlsx`。

方案存在 Git 仓库里的，可用 [pre-commit](https://pre-commit.com)，提交前核对改过的文件：

```yaml
# .pre-commit-config.yaml；rev 写所用的版本
repos:
  - repo: local
    hooks:
      - id: raci-check
        name: raci check
        entry: raci check --fail-on warning
        language: system
        files: \\.(txt|md|docx|pdf|ofd|xlsx|html?)$
```

GitHub Actions：

```yaml
# .github/workflows/plans.yml
name: 核对方案
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install ./raci  # raci 的代码放在仓库的 raci/ 里；也可写它的 git 地址
      - run: raci check 方案/ --format sarif -o raci.sarif --fail-on never
      - uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: raci.sarif
      - run: raci check 方案/ --fail-on warning
```
"""


def page() -> str:
    """The page: the checks by severity, each with why, what to do, and its examples."""
    parts = [HEAD]
    for severity in SEVERITIES.values():
        parts.append(f"## {severity.word}\n")
        parts += [section(check) for check in CHECKS if check.severity == severity.key]
    return "\n".join(parts)


def section(check: Check) -> str:
    """One check."""
    lines = [f"### `{check.id}` {check.title}\n", f"{check.why}怎么办：{check.remedy}"]
    if check.source:
        lines.append(f"依据：{check.source}。")
    for word, texts in (("查出", check.finds), ("不查出", check.passes)):
        for text in texts:
            lines += [f"\n{word}：\n", "```text", text.rstrip("\n"), "```"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, page()))
