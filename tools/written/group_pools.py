"""Who may be in a group, by the kind of organisation, what groups are called, and the texts that stand around them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "GIVEN",
    "KINDS",
    "LEVELS",
    "NAMES",
    "OFFICIALS",
    "PARTS",
    "RARE",
    "SETTINGS",
    "SURNAMES",
    "TOPICS",
    "Post",
    "pool",
]

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN = (
    "志刚", "敏", "建华", "丽娟", "伟", "晓明", "国强", "海涛", "玉兰", "勇", "文斌",
    "静", "永康", "洁", "宏伟", "秀英", "军", "凯", "思远", "立新", "春燕", "浩然",
    "子轩", "雪梅", "平", "光辉", "小红", "金龙", "卫东", "学军", "一鸣", "世杰", "若兰",
    "峰", "波",
)  # fmt: skip
RARE = ("綦昌明", "禤国维", "乜晓宇", "呼延庆", "欧阳雪", "尼加提·艾山", "卓玛·央金", "上官云", "巴特尔", "仝志远")
#: the level of a government, and a place of that level
LEVELS = (("市", "临川市"), ("县", "清河县"), ("区", "玉泉区"))
TOPICS = (
    "绿道建设", "安全生产", "招生", "人居环境整治", "食品安全", "合规管理", "档案数字化", "信访维稳",
    "消防安全", "优化营商环境", "医疗质量管理",
)  # fmt: skip
PARTS = ("综合协调", "宣传引导", "执法检查", "后勤保障", "技术支撑", "督查考核")
OFFICIALS = ("gov", "gov", "gov", "uni", "hos", "com")


class Post(NamedTuple):
    """A post, and the body that it is of where it is that of one."""

    words: str
    body: str | None = None

    @property
    def rank(self) -> str:
        """The post without its body; "" where it is of none."""
        return self.words.removeprefix(self.body) if self.body and self.words.startswith(self.body) else ""


#: heads, deputies and bodies with the ranks of their members, by the kind of organisation ({L}: the level)
_POOLS = {
    "gov": (
        "{L}委书记 {L}长 {L}委副书记、{L}长",
        "{L}委常委、常务副{L}长 副{L}长 {L}政府副{L}长 {L}政协副主席:{L}政协 {L}人武部部长:{L}人武部",
        "{L}政府办公室>主任 {L}发展改革委>主任 {L}财政局>局长 {L}教育局>副局长 {L}公安局>政委 {L}自然资源局>总工程师 "
        "{L}住房城乡建设局>党组书记、局长 {L}农业农村局>四级调研员 {L}卫生健康委>党委委员、副主任 {L}市场监管局>副局长 "
        "{L}委宣传部>副部长 {L}气象局>局长 {L}融媒体中心>主任 {L}消防救援大队>大队长 "
        "{L}税务局>总会计师 {L}总工会>副主席 "
        "{L}水务集团>董事长 {L}审计局>局长 {L}司法局>副局长 {L}应急管理局>局长 {L}红十字会>专职副会长 城关镇>镇长 "
        "江北街道办事处>主任 高新区管委会>副主任 国网临川供电公司>副总经理",
    ),
    "uni": (
        "党委书记 校长 党委副书记、校长",
        "副校长 党委副书记 纪委书记 校长助理 总会计师",
        "教务处>处长 学生工作部>部长 财务处>副处长 保卫处>处长 后勤管理处>处长 图书馆>馆长 "
        "文学院>院长 机械工程学院>党委书记 "
        "国际交流处>处长 人事处>副处长 研究生院>副院长 校团委>书记 信息中心>主任 继续教育学院>院长 党委宣传部>部长",
    ),
    "hos": (
        "院长 党委书记",
        "副院长 党委副书记 总会计师 院长助理",
        "医务科>科长 护理部>主任 药剂科>副主任 检验科>主任 急诊科>护士长 院感科>科长 "
        "设备科>科长 财务科>科长 信息科>科长 "
        "内一科>主任 外二科>副主任 重症医学科>主任 保卫科>科长 总务科>副科长",
    ),
    "com": (
        "董事长 总经理 党委书记、董事长",
        "副总经理 总工程师 工会主席 财务总监 安全总监",
        "综合管理部>主任 财务部>经理 安全环保部>部长 生产技术部>副部长 人力资源部>经理 "
        "工程部>经理 采购部>副经理 法律事务部>部长 "
        "党群工作部>部长 第一分公司>总经理 物业公司>副经理 审计部>经理 市场部>经理 东山项目部>经理",
    ),
}
#: what stands before the topic in the name of a group
NAMES = {
    "uni": ("江州师范学院", "学校"),
    "hos": ("市第二人民医院", "医院"),
    "com": ("石桥矿业有限公司", "集团公司"),
}
#: what kinds of groups there are, their titles, and whether the kind is held back
KINDS = {
    "工作领导小组": ("组长", "副组长", "成员", False), "领导小组": ("组长", "副组长", "组员", False),
    "工作专班": ("组长", "副组长", "成员", False), "指挥部": ("总指挥", "副总指挥", "成员", False),
    "委员会": ("主任", "副主任", "委员", False), "联席会议": ("召集人", "副召集人", "成员", False),
    "协调小组": ("组长", "常务副组长", "成员", False), "工作组": ("组长", "副组长", "组员", False),
    "筹备组": ("组长", "副组长", "成员", False), "调查组": ("组长", "副组长", "组员", False),
    "筹备委员会": ("主任委员", "副主任委员", "委员", False),
    "攻坚指挥部": ("指挥长", "副指挥长", "成员", True), "专家委员会": ("主任委员", "副主任委员", "委员", True),
    "巡查组": ("组长", "副组长", "组员", True), "整治专班": ("班长", "副班长", "成员", True),
    "督导组": ("组长", "副组长", "成员", True), "理事会": ("理事长", "副理事长", "理事", True),
}  # fmt: skip
#: what stands around a roster ({g}: the group, {r}: the roster, {o}: its office, {t}: the topic), and what is held back
SETTINGS = {
    "annex": ("附件1\n\n{g}{list}\n\n{r}\n{o}", False),
    "letter": (
        "关于成立{g}的通知\n\n各有关单位：\n　　为加强组织领导，经研究，决定成立{g}，现将组成人员名单通知如下：\n"
        "{r}\n{o}\n"
        "　　特此通知。\n",
        False,
    ),
    "plan": (
        "{t}工作方案\n\n一、总体要求\n　　坚持目标导向，扎实推进各项工作。\n二、组织领导\n"
        "　　成立{g}，组成人员如下：\n{r}\n{o}\n"
        "三、工作要求\n　　各单位要高度重视，落实责任。\n",
        False,
    ),
    "adjust": (
        "关于调整{g}成员的通知\n\n各有关单位：\n　　因人事变动，现将{g}成员调整如下：\n{r}\n{o}\n"
        "　　今后成员如有变动，由所在单位接任者自然替补，不另行文。\n",
        False,
    ),
    "bare": ("{g}\n{r}\n{o}", False),
    "numbered": ("{t}工作机构\n\n一、{g}\n{r}\n二、主要职责\n　　统筹推进{t}工作，研究重大事项。\n{o}", False),
    "reply": (
        "关于同意成立{g}的批复\n\n你单位报来的请示收悉。经研究，同意成立{g}。组成人员名单如下：\n{r}\n{o}",
        True,
    ),
    "minutes": (
        "会议纪要\n\n　　会议审议通过了有关事项。决定设立{g}，人员组成：\n{r}\n{o}\n　　会议还研究了其他事项。",
        True,
    ),
    "annex alone": ("{g}人员组成\n\n{r}\n{o}\n注：以上人员如有调整，由办公室另行通知。", True),
}


def pool(kind: str, level: str) -> tuple[list[Post], list[Post], list[Post]]:
    """The posts of heads, deputies and members of an organisation."""
    heads, deputies, members = (words.replace("{L}", level).split() for words in _POOLS[kind])
    return (
        [Post(words) for words in heads],
        [Post(words, body or None) for words, _, body in (one.partition(":") for one in deputies)],
        [Post(body + rank, body) for body, _, rank in (one.partition(">") for one in members)],
    )
