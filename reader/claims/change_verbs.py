"""The plain verbs of change: each tells which way a figure went, and leads from what is measured to the figure."""

from __future__ import annotations

RISING = (
    "增长 增加 增产 增强 成长 上升 上涨 上浮 上扬 上调 升温 攀升 跃升 回升 反弹 扩大 扩阔 扩张 "
    "新增 净增 调高 调增 高开 领涨 往上蹿 上蹿 蹿升 上行 攀高 走扬 走升 抬升 抬高 拉升 拉高 加快 "
    "前进 前移 进步 晋升 反超 激增 猛增 剧增 大增 急增 劲增 飙升 急升 劲升 暴涨 改善 多赚 增 涨 "
    "升 飙 飚 增添 增派 增设 扩容 延长 延伸 "
)
"""A figure that rose."""

FALLING = (
    "下滑 下跌 下调 下浮 下行 下挫 减少 减产 减弱 减轻 降低 减 跌 蒸发 缩短 缩减 缩水 收窄 收缩 "
    "放缓 放慢 回落 回调 回吐 滑落 滑坡 调低 调减 压缩 压减 压降 裁减 衰退 萎缩 宽减 削 砍掉 "
    "砍去 跌掉 少赚 退步 后退 倒退 低开 领跌 急跌 暴跌 急降 骤降 锐减 大减 挫 泻 滑 挥发 退减 少亏 便宜 "
)
"""A figure that fell."""
