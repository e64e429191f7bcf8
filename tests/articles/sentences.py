"""Sentences with figures, written for the tests, in which the bytes of neighbours look like a mark to the engine."""

from __future__ import annotations

import random
from itertools import product

from reader.text.script import Script, converted
from tests.articles.engine import mirrored

_PHRASES = """学校开展 学校考核 学校获得 学校开设 学校还 高校科研 高校课程 高校可以 高校开放 高校环境 上海口岸 上海会展 上海开放 上海黄金
非常可观 非常看好 非常欢迎 非常活跃 非常快 经常开会 经常开展 经常回访 通常会 通常可以 通常还 正常开工 正常开放 正常会议
日常开支 日常护理 日常活动 日常考核 规模可观 规模化 规模环比 规模还 规模会 承担课题 承担科研 承担会议 负担会 负担可能 负担还
庆祝活动 庆祝会 环保考核 环保科技 环保课题 环保话题 确保会议 确保口粮 确保货物 沿海开放 沿海口岸 保护 危机 罚款 模块 停靠
学校现有 规模现已 高校现场 上海现代 日常现金 环保现场 异常活跃 异常火爆 担保会 担保可以 青海湖 南海海口 脱粒机 停火 遥控"""

_SENTENCES = """今年一季度，全市{}项目共完成投资94.06亿元，同比增长11.6%。
据统计部门介绍，{}方面的支出达到3640万元，比上年多出两成。
“这是我们{}的开端，预计年底前覆盖570家企业。”负责人表示。
记者了解到，当地{}的做法已经推广到12个县、46个乡镇；下一步将继续扩大。
截至2023年底，{}类企业有133户，占全区企业总数的28.4%。
围绕{}这一目标，园区计划新建标准厂房20万平方米，总投资超过5亿元。
去年以来，{}带动就业1.6万人，其中农村劳动力占三分之一。
在{}的推动下，新增注册企业21家，注册资本合计8000万元。
老王说，村里的{}让每户每年多收入3000元左右。
省里要求，到2027年{}的比例不低于85%。
与此同时，{}，受益群众超过20万人次。
这项改革之后，{}的时间由15天缩短为3天，群众满意度达到98%。
全国人大代表建议，加大对{}的支持，每年安排专项资金2亿元。
上半年的数据表明，{}的增速比全国平均水平高出2.3个百分点。
《意见》提出，推动{}与产业发展相结合，力争三年内见到成效。
受疫情影响，{}一度减少，直到五月才回到去年同期水平。
专家认为，{}问题不容忽视，应当尽快制定标准、明确责任。
有网友提问：{}怎么办？有关部门回应称，已经安排300万元资金。
走进展厅，{}的图片吸引了许多观众，半天时间接待了1200多人。
新修订的条例规定，{}不得收取费用；违反规定的，处5000元以下罚款。
为了{}，他们跑遍了全省21个市州，行程超过1万公里。
市政府常务会议研究了{}等工作，原则通过三个文件。
以往，{}全靠人工，如今一台机器可以顶十个人。
第二天上午，{}的消息传来，现场响起了掌声。"""


def sentences() -> list[tuple[str, Script]]:
    """Three hundred sentences, half of them in each script, every one of which the engine damages."""
    source = random.Random(8)
    chosen: list[tuple[str, Script]] = []
    for script in Script:
        written = [
            converted(frame.format(pair), script) for pair, frame in product(_PHRASES.split(), _SENTENCES.splitlines())
        ]
        damaged = [sentence for sentence in written if is_damaged(sentence)]
        chosen += [(sentence, script) for sentence in source.sample(damaged, 150)]
    return chosen


def is_damaged(sentence: str) -> bool:
    """Whether the engine does more to a sentence than make its marks half-width."""
    return mirrored(sentence) != half_width(sentence)


def half_width(sentence: str) -> str:
    """A sentence with the marks that the engine makes half-width."""
    return sentence.translate(str.maketrans("，：；？！（）", ",:;?!()"))
