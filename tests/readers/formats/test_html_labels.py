"""Labels of web pages that only their looks keep apart from what they say."""

from __future__ import annotations

import pytest

from raci.readers.registry import read_bytes


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ('<div class="row"><span class="k">牵头部门</span><span>教务处</span></div>', "牵头部门：教务处"),
        ('<li><label class="t">牵头部门</label> <em>教务处</em></li>', "牵头部门：教务处"),
        ('<div><span class="k">牵头部门：</span><span>教务处</span></div>', "牵头部门：教务处"),
        # parts of one line, as editors leave them
        ("<div><span>重点任务</span><span>完成情况</span></div>", "重点任务完成情况"),
        ('<div><span class="a">重点任务</span><span class="a">完成情况</span></div>', "重点任务完成情况"),
        ('<div><span class="a">加强领导，</span><span>压实责任。</span></div>', "加强领导，压实责任。"),
    ],
)
def test_a_label_and_what_it_says(line: str, read: str) -> None:
    page = f"<meta charset=utf-8><main><h1>实训基地建设办法</h1><p>为做好工作，制定本办法。</p>{line}</main>"
    (document,) = read_bytes(page.encode(), "办法.html")
    assert read in document.text.splitlines()
