"""The forms in which groups are written: each a style of ``group_styles``, by the name that the tool prints."""

from __future__ import annotations

from collections.abc import Mapping

from group_styles import (
    Style,
    below,
    cut,
    in_pairs,
    lines,
    listed,
    paged,
    side_by_side,
    table,
    told,
    under_banners,
)

__all__ = ["HELD_BACK", "STYLES"]

_BOTH = "{name} {post}"
STYLES: Mapping[str, Style] = {
    "prose: 由…任": Style(told("由{who}任{title}", "{post}", "{who}为{title}", opening="成立{group}，"), "posts"),
    "prose: …任, bodies": Style(
        told("{who}任{title}", "{post}", "{who}等单位为成员单位", opening="成立{group}，"), "bodies"
    ),
    "prose: …由…担任": Style(
        told("{title}由{who}担任", "{post}", "{title}由{who}组成", opening="成立{group}，"), "posts"
    ),
    "prose: 成员单位包括": Style(
        told("由{who}担任{title}", "{post}", "成员单位包括{who}", opening="成立{group}。"), "bodies"
    ),
    "prose: 成立由…的": Style(told("{who}任{title}", "{post}", "{who}为{title}的{{group}}", opening="成立由"), "posts"),
    "prose: persons, post first": Style(
        told("由{who}任{title}", "{post}{name}", "{who}为{title}", opening="成立{group}，")
    ),
    "prose: 同志": Style(
        told("由{who}任{title}", "{post}{name}同志", "{who}为{title}", opening="会议决定成立{group}，")
    ),
    "prose: persons, bracket": Style(
        told("{who}任{title}", "{name}（{post}）", "{who}为{title}", opening="成立{group}，")
    ),
    "lines: name post": Style(lines("{wide}　{post}")),
    "lines: one blank": Style(lines(_BOTH, indent="")),
    "lines: spread names": Style(lines("{wide}    {post}", label="{}：  ")),
    "lines: post first": Style(lines("{post}　{wide}")),
    "lines: bracket": Style(lines("{name}（{post}）", indent="")),
    "lines: comma": Style(lines("{name}，{post}", indent="")),
    "lines: no colon": Style(lines("{wide}　　{post}", label="{}　　")),
    "lines: body and rank apart": Style(lines("{wide}　{body}　{rank}")),
    "lines: cut": Style(cut(lines("{wide}　{post}"), 18)),
    "lines: tabs": Style(lines("{name}\t{post}", label="{}：\t", indent="\t")),
    "below: name post": Style(below("{wide}　{post}")),
    "below: numbered": Style(below("{n}. {name}  {post}", "（{}）")),
    "below: headings": Style(below("{n}．{name}，{post}", "【{}】")),
    "pairs: name post": Style(in_pairs(_BOTH)),
    "pairs: bracket": Style(in_pairs("{name}（{post}）")),
    "listed: names": Style(listed("{name}"), "names"),
    "listed: names, blanks": Style(listed("{wide}", between="  "), "names"),
    "listed: posts": Style(listed("{post}"), "posts"),
    "listed: persons in brackets": Style(listed("{name}（{post}）")),
    "listed: running": Style(listed("{name}（{post}）", behind="；")),
    "listed: bodies": Style(listed("{post}"), "bodies"),
    "table: tabs": Style(table("职务 姓名 单位及职务", ("title", "{name}", "{post}"))),
    "table: bars": Style(table("组内职务 姓名 现任职务", ("title", "{name}", "{post}"), " | ", "|", rule="|---")),
    "table: aligned": Style(table("职务 姓名 工作单位及职务", ("title", "{name}", "{post}"), "  ", aligned=True)),
    "table: title last": Style(
        table("序号 姓名 单位 职务 专班职务", ("{n}", "{name}", "{body}", "{rank}", "title"), "\t")
    ),
    "table: title once": Style(table("职务 姓名 单位及职务", ("title", "{name}", "{post}"), once=True)),
    "table: a cell a line": Style(table("职务 姓名 单位及职务", ("title", "{name}", "{post}"), "\n")),
    "table: no heads": Style(table("", ("title", "{name}", "{post}"))),
    # the second set
    "prose: 由…同志担任": Style(
        told("{title}由{who}担任", "{post}{name}同志", "{title}由{who}组成", opening="成立{group}，")
    ),
    "prose: …同志为": Style(told("{who}为{title}", "{name}同志", opening="成立{group}，"), "names"),
    "prose: a sentence a title": Style(
        told("{title}由{who}担任", "{post}{name}", "{title}由{who}担任", opening="成立{group}。", comma="。")
    ),
    "prose: 等为成员": Style(told("由{who}任{title}", "{post}", "{who}等为{title}", opening="成立{group}，"), "posts"),
    "prose: short name": Style(
        told("由{who}担任{title}", "{post}", "{who}为{title}", opening="决定成立{group}（以下简称“工作组”），"), "posts"
    ),
    "lines: women": Style(lines("{wide}（女）　{post}")),
    "lines: masked": Style(lines("{name}　{post}"), "masked"),
    "lines: dots": Style(lines("{name}………{post}", indent="")),
    "lines: half-width": Style(lines("{name} ({post})", "{}:", indent="")),
    "lines: pages": Style(paged(lines("{wide}　{post}"))),
    "lines: post first, wide": Style(lines("{post}        {wide}", indent="        ")),
    "lines: numbers before labels": Style(listed("{name}　{post}", "（●）{}：", between="\n")),
    "listed: 各1名负责同志": Style(listed("{post}", behind="\n", last="各1名负责同志"), "bodies"),
    "listed: semicolons": Style(listed("{post}{name}", between="；")),
    "listed: post first": Style(listed("{post}{name}")),
    "listed: one paragraph": Style(listed("{name}　{post}", between="，", behind="。")),
    "below: posts": Style(below("{post}"), "posts"),
    "below: bodies": Style(below("{post}"), "bodies"),
    "below: wide numbers": Style(below("　　{n}、{post}　{name}", "{}")),
    "table: phones": Style(table("职务 姓名 单位及职务 联系电话", ("title", "{name}", "{post}", "{phone}"))),
    "table: pages": Style(paged(table("职务 姓名 单位及职务", ("title", "{name}", "{post}")), heads="again")),
    "table: two a row": Style(side_by_side("职务 姓名 单位及职务 姓名 单位及职务")),
    "table: banners": Style(under_banners("姓名 单位及职务")),
    "table: numbered banners": Style(under_banners("姓名 工作单位及职务", "●、{}")),
    "table: body apart": Style(table("姓名 工作单位 职务 备注", ("{name}", "{body}", "{rank}", "title"))),
    "table: bodies": Style(table("成员 单位", ("title", "{post}")), "bodies"),
    # the third set
    "third: 以…为": Style(told("{who}为{title}", "{post}", "{who}为{title}的{{group}}", opening="成立以"), "posts"),
    "third: subject": Style(told("{title}由{who}担任", "{post}", "{title}由{who}组成", opening="{group}"), "posts"),
    "third: group made by": Style(
        told("{who}任{title}", "{post}", "{who}为{title}", opening="市里成立{group}，由"), "posts"
    ),
    "third: 由 behind labels": Style(listed("{post}", "{}：由", behind="担任；\n", last="组成。"), "posts"),
    "third: counts": Style(
        told(
            "设{title}{n}名，由{who}担任", "{post}", "{title}若干名，由{who}担任", opening="成立{group}。", comma="；"
        ),
        "posts",
    ),
    "third: shared post": Style(
        told("{who}担任{title}", "{post}", "{who}主要负责同志为{title}", opening="成立{group}，"), "bodies"
    ),
    "third: shared post, units": Style(
        told("由{who}任{title}", "{post}", "{who}等部门负责人为{title}", opening="成立{group}，"), "bodies"
    ),
    "third: numbered sentences": Style(
        told(
            "{title}由{who}担任",
            "{post}{name}",
            "{title}由{who}组成",
            opening="成立{group}。",
            comma="。",
            count="（●）",
        )
    ),
    "third: 一是": Style(
        told("由{who}任{title}", "{post}", "{who}为{title}", opening="一是健全工作体系。成立{group}，"), "posts"
    ),
    "third: article": Style(
        told("{title}由{who}担任", "{post}", "{title}由{who}担任", opening="第五条　设立{group}。", comma="，"), "posts"
    ),
    "third: title in bracket": Style(listed("{name}（{title}，{post}）", "", behind="、")),
    "third: title last": Style(lines("{wide}　{post}　（{title}）", "", indent="")),
    "third: post, name, title": Style(lines("{post}　{wide}（{title}）", "", indent="")),
    "third: body, name, rank": Style(lines("{body}　{wide}　{rank}")),
    "third: body: name": Style(lines("{body}：{name}（{rank}）", indent="")),
    "third: name and body": Style(lines("{wide}　{body}"), "no ranks"),
    "third: run on": Style(listed("{name}{post}", between="，")),
    "third: counts in labels": Style(lines("{wide}　{post}", "{}（{n}人）：")),
    "third: kind before label": Style(lines("{wide}　{post}", "{{kind}}{}：", indent="")),
    "third: dashes before": Style(below("—— {name}　{post}")),
    "third: bullets": Style(below("● {post} {name}", "{}：")),
    "third: semicolons and lines": Style(listed("{name}（{post}）", "{}：", between="；", behind="；\n", last="。")),
    "third: post in quotes, name": Style(listed("{post}{name}同志", "{}：", between="、")),
    "third: table, body first": Style(table("单位 姓名 职务 领导小组职务", ("{body}", "{name}", "{rank}", "title"))),
    "third: table, bars without heads": Style(table("", ("title", "{name}", "{post}"), " | ", "| ")),
    "third: table, post first": Style(table("职务 单位及职务 姓名", ("title", "{post}", "{name}"), "    ")),
    "third: table, one blank": Style(table("职务 姓名 单位及职务", ("title", "{name}", "{post}"), " ")),
    # held back at first
    "fourth: 组长：…担任": Style(
        told("{title}：{who}", "{post}{name}", "{title}：{who}", opening="成立{group}，"),
    ),
    "fourth: …为组长": Style(told("{who}为{title}", "{post}", "{title}为{who}", opening="组建{group}，"), "posts"),
    "fourth: colons, rank before name": Style(lines("{body}{rank}{name}", label="{}: ", indent="")),
    "fourth: dash": Style(lines("{name}——{post}", indent="")),
    "fourth: numbered through": Style(below("（{n}）{name}：{post}", "{}")),
    "fourth: pairs, post first": Style(in_pairs("{post} {name}")),
    "fourth: semicolons": Style(listed("{name}，{post}", between="；", behind="。\n")),
    "fourth: table, name first": Style(
        table("姓名 职务 领导小组职务", ("{name}", "{post}", "title"), "  ", aligned=True)
    ),
    "fourth: table, commas": Style(
        table("职务 姓名 单位职务 备注", ("title", "{name}", "{post}", ""), "，", once=True)
    ),
}
#: written, but not run while the reading was worked on
HELD_BACK: Mapping[str, Style] = {
    "held: comrades": Style(lines("{name}同志（{post}）", indent="")),
    "held: names and bodies in brackets": Style(listed("{name}（{body}）"), "no ranks"),
    "held: 同志任, parted by 、": Style(
        told("{who}任{title}", "{name}同志", "{who}为{title}", opening="成立{group}，", comma="、"), "names"
    ),
    "held: numbered labels": Style(below("{name}　　{post}", "▲{}（共同负责）")),
    "held: table, sex": Style(
        table("序号 姓名 性别 单位及职务 组内职务", ("{n}", "{name}", "男", "{post}", "title"), "\t")
    ),
    "held: table, duties": Style(
        table("职务 姓名 单位及职务 分工", ("title", "{name}", "{post}", "统筹推进有关工作"), " | ", "|", rule="|---")
    ),
    "held: pairs of names": Style(in_pairs("{wide}"), "names"),
    "held: semicolons, bodies": Style(
        told("{title}由{who}担任", "{post}", "{title}单位为{who}", opening="成立{group}。", comma="；"), "bodies"
    ),
    "held: post behind a blank and a comma": Style(listed("{name} {post}", between="， ", behind="\n")),
}
