"""Write docs/accuracy.md: how right raci is on the labelled corpus, by form of annotation; ``--show`` prints it.

python tools/accuracy.py [--show]

The figures are those of ``raci evaluate`` on each labelled set (``../shared/corpus``, or what ``RACI_CORPUS`` names),
with the revision and the date of its commit. Without a corpus nothing is written, and the page stays as it is.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from revisions import CORPUS, ROOT

from raci.accuracy.evaluation import Evaluation
from raci.accuracy.wording import figure_words
from raci.studies.evaluate import evaluate

PAGE = ROOT / "docs" / "accuracy.md"


class LabelledSet(NamedTuple):
    """A labelled set: its folder, what it is, and whether the rules were written with it in view."""

    folder: str
    what: str
    in_view: str


SETS = (
    LabelledSet("seed", "一个网页，六个方案", "看过：规则由此写起"),
    LabelledSet("dev", "47 份整篇的文件", "看过：规则对着它改到现在"),
    LabelledSet("excerpts", "50 份网页节选，表格和标签居多，正文作了掩饰", "看过：错处逐条看过"),
    LabelledSet("prose/dev", "39 份句子里说分工的文件（只评句子里说的）", "看过：规则对着它改"),
)

HEAD = """# 有多准

这一页由 `python tools/accuracy.py` 生成，请勿手改。

一条分工算对，要条款、单位（照原文）和角色都对。精确率是读出的有多少对，召回率是该读出的读出了多少。\
带标注的（括号、标签、表格）才算，沿用上级标题的不算在内也不扣分，句子里说的分工另计。

**这些数字怎么看。** 下面每一套标注，写规则的人都看过，规则就是对着它们改的；所以这些数字说明的是“已知的写法读得多全”，\
不是“没见过的文件会读得多准”。没见过的文件上的准确率应当自己抽样核对，见[下文](#自己的语料有多准)，论文里请用那个数字。
"""

TAIL = """## 自带的小标注集

`raci evaluate --builtin` 在任何机器上都能运行：自拟的文件，一种标注形式一份，地名是虚构的（`raci/data/evaluation/`）。\
它说明各种形式指什么，也让人看到装好的 raci 与这一页说的是同一个；它太小，不能当作准确率引用。

## 自己的语料有多准

```sh
raci sample 库 -n 200 --by level,year,basis --seed 7 -o 抽样.xlsx
raci evaluate 抽样.xlsx
```

1. `raci sample` 分层抽出 200 条分工（查准）和 100 个条款（查全），写成工作簿：每条带着任务全文和依据原文，\
两名编码员各一列，另有一列定稿。每层按比例抽，至少一条；权重是层内总数 / 抽出数。
2. 两人各判各的。“查准”里每条选：对、单位错、角色错、任务错、不是分工。\
“查全”里每个条款先判查出的，再把没有查出的写在空行里，选“漏”；一个也没有漏的选“无漏”。单位错、角色错的，正确的那条也算漏。
3. 意见不同的商定后填“定稿”；没有定稿的从严按不对计，并说明有几条。
4. `raci evaluate` 算出精确率、召回率、F1，加权到全部分工，按层分列；\
精确率、召回率的区间是 Wilson（按有效样本量），F1 的由两者合成（MOVER；模拟抽样，95%–98% 的区间含有真值）；\
两人的一致率、Cohen κ 和 Krippendorff α（`pip install "raci[accuracy]"`）；一句可写进论文的话。

抽条款的总体是全部条款：认作任务的（没有写明单位的也在内）和没有认作任务的各是一层，所以整条漏掉的也查得出。\
库里只有任务的原文，从库里抽时重读一百份原文件（`--texts`），抽其中没有认作任务的条款，加权到全部文件；\
原文件已不在或改动了的不读，一份也读不到的，召回率只对认作任务的条款而言，会注明。\
可以排序、插行、加备注；删去的行、改了的编号、不认识的词，`raci evaluate` 逐条说出，那几行不计。

## 标注文件

自己标注了整篇文件的，写成 `NAME.gold.json`，与 `NAME.txt`（或 `.docx` 等）放在一起，`raci evaluate 文件夹/` 即可：

```json
[{"document": "标题或文件名",
  "clauses": [{"clause": "（一）治理河道", "annotation": "（牵头单位：县水利局）", "covers": ["（二）……"],
               "assignments": [{"dept": "县水利局", "role": "lead"},
                               {"any": [["甲", "乙"], ["甲和乙"]], "role": ["lead", "responsible"]}],
               "optional": [["县河长办", "support"]]}]}]
```

`clause` 是条款的标题连同编号，照原文（不足 10 字的标题接着写正文）；`covers` 是同一标注管到的其他条款；\
`any` 列出都算对的读法，`role` 可以是几个都算对的角色；`optional` 读出与否都不计。\
`form` 可注明标注形式（`bracket-labels` 等），不写的由 raci 判断。
"""


def page() -> str:
    """The page."""
    results = [(labelled, evaluate(CORPUS / labelled.folder)) for labelled in SETS]
    revision, date = (git(*words) for words in (("rev-parse", "--short", "HEAD"), ("log", "-1", "--format=%cs")))
    parts = [HEAD, f"版本 {revision}，{date}。括号里是 95% 区间。\n", "## 各套标注\n", *overview(results)]
    for labelled, result in results:
        parts += [f"\n### {labelled.folder}：按标注形式\n", *by_form(result)]
    parts.append("\n区间：不少于 10 份文件时按文件自助抽样 2000 次（同一份文件里的分工彼此相似），否则用 Wilson。\n")
    return "\n".join(parts) + "\n" + TAIL


def overview(results: list[tuple[LabelledSet, Evaluation]]) -> Iterator[str]:
    """A row a set."""
    yield "| 标注集 | 是什么 | 写规则时看过吗 | 文件 | 条款 | 分工 | 精确率 | 召回率 | F1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for labelled, result in results:
        whole = result.whole
        figures = " | ".join(map(figure_words, (whole.precision, whole.recall, whole.f1)))
        counts = f"{whole.documents} | {whole.clauses} | {whole.rows}"
        yield f"| `{labelled.folder}` | {labelled.what} | {labelled.in_view} | {counts} | {figures} |"


def by_form(result: Evaluation) -> Iterator[str]:
    """A row a form of annotation."""
    yield "| 标注形式 | 精确率 | 召回率 | F1 | 分工 | 条款 | 文件 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for figure in result.figures[1:]:
        figures = " | ".join(map(figure_words, (figure.precision, figure.recall, figure.f1)))
        yield f"| {figure.group} | {figures} | {figure.rows} | {figure.clauses} | {figure.documents} |"


def git(*words: str) -> str:
    """What git says of this checkout."""
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def main() -> int:
    """Write the page, or print it."""
    if not CORPUS.is_dir():
        print(f"没有标注语料（{CORPUS}），{PAGE.name} 照旧", file=sys.stderr)
        return 0
    text = page()
    if "--show" in sys.argv[1:]:
        print(text)
    else:
        Path(PAGE).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
