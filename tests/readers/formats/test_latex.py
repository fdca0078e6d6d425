"""LaTeX sources and texts with tables in LaTeX: tables, lists and headings are read as what they show."""

from __future__ import annotations

import pytest
from documents import refused_or_read

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes, read_text

Row = tuple[str, str, str]
RIVER: list[Row] = [
    ("疏浚河道", "县水务局", "lead"),
    ("疏浚河道", "县财政局", "support"),
    ("巡查堤防", "县应急局", "lead"),
    ("巡查堤防", "县公安局", "support"),
]
TABULAR = r"""\begin{tabular}{|c|l|p{3cm}|l|}
\hline
序号 & 工作任务 & 牵头单位 & 配合单位 \\ \hline
1 & 疏浚河道 & 县水务局 & 县财政局 \\ \hline
2 & 巡查堤防 & \textbf{县应急局} & 县公安局 \\ \hline
\end{tabular}"""
LONGTABLE = r"""\begin{longtable}[c]{lll}
\caption{防汛任务}\label{tab}\\
工作任务 & 牵头单位 & 配合单位 \\ \midrule \endfirsthead
\multicolumn{3}{c}{续表}\\
工作任务 & 牵头单位 & 配合单位 \\ \midrule \endhead
\multicolumn{3}{r}{接下页}\\ \endfoot
\bottomrule \endlastfoot
\multicolumn{3}{l}{一、河道} \\
疏浚河道 & 县水务局 & 县财政局 \\[2pt]
巡查堤防 & 县应急局 & 县公安局 \tabularnewline
\end{longtable}"""
MERGED = r"""\begin{tabularx}{\textwidth}{|l|X|c|c|}
\multirow{2}{*}{序号} & \multirow{2}{*}{工作任务} & \multicolumn{2}{c|}{责任分工} \\ \cline{3-4}
 & & 牵头单位 & 配合单位 \\ \hline
1 & 疏浚河道 & 县水务局 & \makecell{县财政局} \\
2 & 巡查堤防 & 县应急局\footnote{含防办。} & {县公安局} \\
\end{tabularx}"""


def document_of(body: str, preamble: str = "") -> str:
    head = f"% 责任单位：县司法局\n\\documentclass{{ctexart}}\n{preamble}\n"
    return f"{head}\\begin{{document}}\n{body}\n\\end{{document}}\n"


def rows(document: Document) -> list[Row]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def opened(source: str, name: str = "方案.tex") -> Document:
    (document,) = read_bytes(source.encode(), name)
    return document


@pytest.mark.parametrize("table", [TABULAR, LONGTABLE, MERGED], ids=["tabular", "longtable", "merged"])
def test_tables(table: str) -> None:
    assert rows(opened(document_of(table))) == RIVER


@pytest.mark.parametrize("table", [TABULAR, LONGTABLE], ids=["tabular", "longtable"])
def test_a_table_that_was_pasted_into_a_text_is_read_and_told(table: str) -> None:
    above = "柳溪县防汛任务分工\n一、加强宣传。（责任单位：县委宣传部）\n主要任务如下："
    text = f"{above}\n{table}\n二、做好保障。（责任单位：县财政局）"
    (document,) = read_text(text)
    found = rows(document)
    assert found == [("加强宣传", "县委宣传部", "responsible"), *RIVER, ("做好保障", "县财政局", "responsible")]
    assert any("LaTeX" in note for note in document.notes)


def test_a_merged_task_reaches_over_its_rows() -> None:
    table = r"""\begin{tabular}{lll}
    领域 & 工作任务 & 责任单位 \\
    \multirow[t]{2}{2cm}{河道} & 疏浚河道 & 县水务局 \\
     & 巡查堤防 & 县应急局 \\
    \end{tabular}"""
    document = opened(document_of(table))
    assert rows(document) == [("疏浚河道", "县水务局", "responsible"), ("巡查堤防", "县应急局", "responsible")]
    assert [one.clause.path for one in extract(document)] == [("河道",)] * 2


def test_lists_have_their_numbers_and_paragraphs_run_on() -> None:
    body = r"""\section{重点任务}
\begin{enumerate}[label=\chinese*、]
\item 疏浚河道，
每年一次。（责任单位：县水务局）
\item 巡查堤防
  \begin{enumerate}
  \item 汛前巡查（责任单位：县应急局）；
  \item 汛后巡查（责任单位：县公安局）。
  \end{enumerate}
\end{enumerate}"""
    document = opened(document_of(body))
    assert "一、疏浚河道，每年一次。（责任单位：县水务局）" in document.text
    assert "（2）汛后巡查（责任单位：县公安局）。" in document.text
    assert [name for _, name, _ in rows(document)] == ["县水务局", "县应急局", "县公安局"]


def test_macros_the_title_and_files_that_are_brought_in() -> None:
    body = "一、疏浚河道。（责任单位：\\swj{}、县公安局）\n\n100\\% 完成 \\input{附件}"
    document = opened(document_of(body, "\\title{柳溪县\\textbf{防汛}方案}\n\\newcommand{\\swj}{县水务局}"))
    assert document.title == "柳溪县防汛方案"
    assert [name for _, name, _ in rows(document)] == ["县水务局", "县公安局"]
    assert "100% 完成" in document.text
    assert document.notes == ("\\input 引入的文件未读 1 处",)


def test_targets_of_links_are_no_words() -> None:
    body = "\\hypertarget{ux758f}{%\n\\section{疏浚河道}\\label{ux758f}}\n一、清淤。（责任单位：县水务局）"
    document = opened(document_of(body))
    assert "疏浚河道" in document.text
    assert "ux758f" not in document.text


def test_other_texts_stay_as_they_are() -> None:
    (document,) = read_text("一、计算$a$与\\begin{equation}的通知。（责任单位：县统计局）")
    assert "\\begin{equation}" in document.text
    assert document.notes == ()


def test_broken_sources_are_read_or_refused() -> None:
    whole = document_of(f"{LONGTABLE}\n{MERGED}")
    broken = [whole[:end].encode() for end in range(40, len(whole), 37)]
    broken += [
        text.encode()
        for text in ("{" * 5_000, "\\begin{tabular}" * 2_000, "\\multirow{" * 3_000 + "&", "\\\\&" * 9_000)
    ]
    read, refused = refused_or_read(read_bytes, iter(broken), "方案.tex")
    assert read + refused == len(broken)
