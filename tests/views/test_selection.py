import pytest
from plans import small

from raci.errors import OptionError
from raci.views.selection import select


def headings(analysis) -> list[str]:
    return [analysis.clauses[index].label for index in analysis.tasks]


def test_without_a_wish_all_is_left() -> None:
    assert select(small()) == small()


@pytest.mark.parametrize("name", ["县司法局", "司法"])
def test_a_department_keeps_its_tasks_with_their_partners(name: str) -> None:
    part = select(small(), department=name)
    assert headings(part) == ["(三)公开办事指南"]
    assert {one.department.name for one in part.assignments} == {"县政务局", "县司法局", "县委办"}
    assert len(part.findings) == 1


def test_a_department_is_found_by_its_canonical_name_too() -> None:
    part = select(small(), department="青原县财政局")
    assert headings(part) == ["(一)强化组织保障", "(一)强化组织保障", "(三)统一经费渠道"]


@pytest.mark.parametrize("text", ["二、", "夯实基础"])
def test_a_chapter_keeps_what_stands_under_it_unassigned_tasks_too(text: str) -> None:
    part = select(small(), chapter=text)
    assert headings(part) == ["(一)强化组织保障", "(二)加强督促检查", "(三)统一经费渠道"]
    assert part.findings == ()


def test_both_at_once() -> None:
    assert headings(select(small(), department="县政务局", chapter="二")) == ["(一)强化组织保障"]


def test_what_is_not_there_is_refused_with_what_is() -> None:
    with pytest.raises(OptionError, match=r"县科技局.*县司法局"):
        select(small(), department="县科技局")
    with pytest.raises(OptionError, match=r"三、.*一、优化窗口服务"):
        select(small(), chapter="三、")
