"""What the furniture of web pages is called: word lists and shapes, in Simplified, for `folding.folded` text.

Nothing here names a site, a place or a person: these are the words that Chinese sites of all kinds put around articles.
"""

from __future__ import annotations

import re

from reader.articles.vocabulary import SPAM_WORDS

_TAIL = (
    # Related articles
    r"相关(?:新闻|阅读|链接|文章|推荐|报道|内容|信息|资讯|专题|稿件|话题|搜索|资料|主题|帖子|评论|标签|图片"
    r"|产品)|本文相关"
    # Recommended ones
    r"|推荐(?:阅读|新闻|文章|内容|视频|帖子|专题|资讯)|延伸阅读|扩展阅读|更多(?:新闻|阅读|精彩|推荐|内容|文章"
    r"|相关|报道|资讯|热门)|编辑推荐|小编推荐|精品推荐|今日推荐|新闻推荐"
    # Hot ones
    r"|热(?:门|点|文|搜|评|图)(?:新闻|文章|推荐|排行榜?|话题|评论|标签|图片|关键词|搜索|视频|资讯|阅读|专题"
    r"|点击|榜|跟帖|帖子|版块|专栏)?"
    # What you may like
    r"|猜你(?:喜欢|想看)|为[您你]推荐|[您你]可能(?:还|也)?(?:感兴趣|喜欢|想看)|大家(?:都|还)?在[看搜]"
    # Pictures, films and rankings
    r"|精彩(?:推荐|图片|图文|评论|视频|内容|专题|阅读|回顾)|图片(?:推荐|新闻|报道|频道|精选)|图文(?:推荐|热点)"
    r"|视频(?:推荐|新闻)|(?:阅读|点击|新闻|热点|热门|文章|评论|周|月|日|总)排行榜?|(?:本周|本月|今日|24小时"
    r"|48小时|一周)(?:热|排行|最热|点击|要闻|头条|关注|焦点)[^,。]{0,6}"
    # The latest
    r"|最新(?:新闻|文章|评论|消息|资讯|更新|发布|报道|动态|推荐)"
    # Comments
    r"|(?:全部|所有|网友|用户|精选|网民|读者|热门)(?:评论|留言|点评|跟帖|回应)|评论(?:区|列表|专区)?"
    r"|\d+\s*条?评论"
    # More of the kind
    r"|更多.{0,8}(?:新闻|报道|内容|文章|资讯|精彩|信息|消息)(?:报道|报导|请看|点击)?"
    # Comments, and how to write them
    r"|[我来]*(?:要|来)?(?:评论|说两句|留言)|文明上网[^。]{0,20}|网友评论仅供[^。]{0,30}"
    # Links to other sites
    r"|友情链接|友站链接|合作(?:伙伴|媒体|网站)"
    # Other articles of the site
    r"|同(?:类|栏目)(?:文章|新闻|推荐)|其[他它]新闻|往期(?:回顾|推荐|精彩)|看过本文的[^。]{0,10}|看了(?:本文"
    r"|又看)[^。]{0,8}|专题推荐|热门推荐|特别推荐|推荐|.{2,8}(?:近期|历史|其[他它]|最新)公告|今日(?:热点|要闻"
    r"|头条|焦点)|新闻(?:热线|回顾|链接|排行)|新闻热点|国内新闻|国际新闻"
    # The article before and behind, and back
    r"|(?:上|下|前|后)[一1](?:篇|条|则)(?:文章|新闻)?|返回(?:列表|目录|首页|栏目)"
    # As they are called in Taiwan and Hong Kong
    r"|延伸报导|相关(?:报导|影音)|更多(?:报导|影音)|你可能(?:还|也)?会?(?:感兴趣|喜欢|想看)|人气(?:新闻|排行"
    r"|文章)|即时新闻|焦点新闻|热门(?:新闻|文章)"
)
TAIL_HEADER = re.compile(
    rf"\W*(?:{_TAIL})\W*(?:(?:more|更多|换一[换批组])\W*)?|\W*(?:{_TAIL})\s*[::】\]>»›|].{{0,60}}",
    re.IGNORECASE,
)
"""The heading of what follows an article: related links, comments, rankings."""

COMMENTS = re.compile(
    r"\W*(?:(?:全部|所有|网友|用户|精选|网民|读者|热门|最新|精彩|文章|发表|我要|我来)(?:评论|留言|点评|跟帖"
    r"|回应|说两句)|评论(?:区|列表|专区)|我来说两句|说两句|\d+\s*条?\s*(?:评论|留言|回复|回应|跟帖)"
    r"|文明上网.{0,20}|网友评论仅供.{0,30}|comments?)(?:区|列表|专区)?\W*\d*\W*条?\W*",
    re.IGNORECASE,
)
"""The heading of what readers wrote below an article."""

BREADCRUMB = re.compile(
    r"\W*(?:[您你]?(?:现在|当前|目前)?(?:的|所在|所处)*位置|当前(?:栏目|页面|位置)|所在位置|位置)(?:是|:|\s).*"
    r"|\W*(?:[^\s,。]{0,8}(?:首页|主页|home))\s*(?:[>»›→/\-|·]+|::).*",
    re.IGNORECASE,
)

COUNTER = re.compile(
    # How often it was read, and by how many
    r"(?:(?:阅读|点阅|浏览|点击|访问|评论|人气|查看|回复|点赞|收藏|转发|分享|播放|热度|围观|跟帖|观看"
    r"|留言)(?:量|数|次数|人数|人次|率|次)?|views?|pv|hits?|comments?)\s*[:(]?\s*\[?\s*(?:\d[\d,.]*\s*万?\+?"
    r"|加载中\.*|载入中\.*|-+|loading\.*)\s*\]?\s*\)?\s*(?:次|人|条|个|篇)?(?:评论|参与|阅读|浏览|赞|观看)?"
    # Votes
    r"|\d[\d,.]*\s*万?\+?\s*人(?:赞同|喜欢|推荐|收藏|觉得有用)(?:了(?:该|此|这个?|本)(?:文章|回答|内容|文))?"
    # The same, the number first
    r"|\d[\d,.]*\s*万?\+?\s*(?:次|人|条|个)?(?:阅读|浏览|点击|评论|点赞|人参与|跟帖|回复|收藏|转发|播放|观看)"
    # The size of the letters, and printing
    r"|(?:字号|字体|字级|文字|字)(?:大小|设定|设置|选择|调整)?\s*:?\s*(?:[\[【(]?\s*(?:超大|特大|大|中|小|标准"
    r"|默认|[ta][+-]?|\+|-|/|\|)\s*[\])】]?\s*)+|(?:责编|编辑)?t\|t|【(?:大|中|小|打印|关闭|收藏"
    r"|纠错)(?:\s(?:大|中|小))*】",
    re.IGNORECASE,
)
"""Counters and switches that stand beside a date or by themselves."""

CALL = re.compile(
    r"\W*(?:"
    # Scan a code
    r"扫(?:一扫|码|描)|(?:用|打开)?(?:手机)?微信(?:扫|搜|\"扫)|长按(?:识别|上图|下图|二维码|图片|关注)?"
    r"|识别(?:下方|上方|图中)?二维码"
    # Follow and subscribe
    r"|(?:点击|请|欢迎|快来)*(?:关注|订阅|加入)(?:我们|本报|本网|本刊|本站|官方|公众|微信|.{0,16}(?:公众号"
    r"|微信号|微博|频道|抖音号|视频号|客户端|粉丝团|电子报|line))"
    # Get the app, go on elsewhere
    r"|(?:点击|请|立即|马上)?(?:下载|打开|安装)(?:.{0,12})(?:app|客户端|应用|手机版|查看)|点(?:击|选|我"
    r"|这)?(?:加入|上方|下方|左下角|右上角|蓝字|这里|此处|文末|在看|阅读原文|查看|进入|图片)|(?:更多"
    r"|如需更多).{0,20}(?:请|尽在|欢迎|关注|下载|点击|扫码)"
    # Share, like, agree
    r"|如果(?:[你您])?(?:觉得|喜欢|认为)?(?:喜欢)?(?:本文|这篇|我的).{0,24}(?:分享|点赞|转发|打赏|赞赏|关注"
    r"|支持)|分享(?:到|至|给|让)|转发(?:到|至)|请?同意(?:我们|本站|本网站)的?隐私"
    # Read on, mark with a star, read on the phone
    r"|story continues|continue reading|设为?星标|加个?星标|精彩(?:内容)?不(?:迷路|错过)|喜欢(?:本文|这篇)"
    r"|觉得(?:不错|好看)|(?:手机|移动)(?:看|扫|访问|阅读)|用手机(?:看|扫|浏览)"
    # Log in
    r"|用户名|密码|验证码|请(?:先)?(?:登录|登入|输入)|您(?:还未|尚未|没有)登录|登录后|已有\d*.{0,4}(?:账号"
    r"|账户)|没有账号|还没有账号|记住(?:我|密码)"
    # Write a comment
    r"|还可以输入|最多.{0,4}字|快来抢沙发|暂无评论|沙发"
    # Leaf through pages
    r"|共\s*\d+\s*[页条]|第\s*\d+\s*页|\d+\s*/\s*\d+\s*页?$|当前第|本页"
    # Browsers, and the rest of the page
    r"|网站访问|浏览器版本|您的浏览器|请使用|javascript|展开剩余|剩余\s*\d+"
    # Forums
    r"|本帖最后由|本主题由|当前时区|gmt|加载中|正在加载|快速回复|[您你]所在的用户组|(?:您|你)需要登录|发新帖"
    r"|只看该作者|游客|站内信"
    # Addresses of the page
    r"|本文网址|本文地址|本文链接|原文链接|原文地址|网页链接|网址\s*:"
    # Buttons: report, reward, read on
    r"|共印|举报|打赏|\+\d{1,3}$|在小说阅读器|请?继续(?:往下)?阅读"
    # Sources, and the end of what is loaded
    r"|以下文章来源于|坚持原创|您的支持|loading|已到底|没有更多|到底了|我是有底线"
    # Newsletters
    r"|订阅[^。]{1,20},.{0,8}(?:送达|发送|寄到)|退订|取消订阅|您收到(?:这封|此|本)|(?:如果|若).{0,10}(?:不能"
    r"|无法|不)(?:正常)?(?:显示|浏览|阅读|查看)|转发给(?:朋友|好友|同事)"
    # Open elsewhere, call, write
    r"|打开.{1,12}(?:,|查看)(?:更多|全部)|新闻热线|报料|爆料|投稿(?:邮箱|热线|信箱|电话)|(?:本报|读者|服务"
    r"|咨询|广告|发行|订阅|新闻|客服|监督|举报)(?:热线|电话|邮箱|信箱)\s*:"
    # Greetings, and the weather
    r"|今天是|今日天气|天气预报|欢迎(?:您|光临|访问|来到|浏览))",
    re.IGNORECASE,
)
"""How lines begin that ask the visitor to do something, or greet him."""

FOOTER = re.compile(
    # Whose it is
    r"版权所有|著作权所有|(?<![a-z])copy\s*right(?![a-z])|©|all rights? reserved"
    # Registrations and licences
    r"|(?:^|[^a-z])[a-z\u4e00-\u9fff]?icp[备证]|icp\s*(?:备案|许可证)|公网安备|网安备|备案(?:号|编号|序号)"
    r"|(?:许可证|经营许可|出版许可|视听许可|备案)(?:证|编)?(?:号|编号)?\s*:|许可证(?:号|编号)\s*\w"
    # Where to complain, and marks of authorities
    r"|(?:违法|不良|有害)(?:和|与|及|、)?(?:违法|不良|有害)?信息(?:举报|投诉)|(?:网站|政府网站)标识码"
    r"|统一社会信用代码"
    # Browsers and makers
    r"|建议使用.{0,20}(?:浏览|分辨率|ie)|最佳(?:浏览|分辨率|浏览效果)|powered\s*by|designed\s*by"
    # Serial numbers, and ways to write
    r"|统一刊号|国内刊号|※\s*(?:来源|修改|发信站|文章网址|编辑|转录者?)\s*:|(?:企业)?qq\s*[:群]|微信号\s*:"
    # Visitors
    r"|访客数|总访问量|强力驱动",
    re.IGNORECASE,
)
"""What only footers and licence lines say."""

NOTICE = re.compile(
    # Where to report
    r"举报(?:电话|邮箱|热线|中心|受理)"
    # Who may copy it
    r"|(?:未经|非经).{0,20}(?:授权|许可|允许|同意|书面).{0,24}(?:转载|复制|使用|镜像|摘编|不得|禁止|请勿)"
    r"|(?:请勿|不得|禁止|严禁|谢绝|拒绝)(?:擅自|任意)?(?:转载|转贴|复制)|转载(?:请|须|需|时请|务必"
    r"|必须)?(?:注明|联系|标明|保留)"
    # Who runs it, and where
    r"|(?:主办|承办|协办|主管|运维|维护)(?:单位|方)?\s*:|技术支持\s*:|邮(?:政)?编(?:码)?\s*:|传真\s*:|总机\s*:"
    r"|(?:联系|联络)(?:电话|方式|地址|邮箱|信箱)\s*:|(?:客服|咨询|服务|投诉|监督|值班|办公)(?:电话|热线|专线"
    r"|qq|邮箱|信箱)\s*:|e-?mail\s*:"
    # Whose view it is, and whose rights
    r"|(?:本站|本网|本网站|本平台|本报|本刊|本文|本文章|文章|内容|以上内容|所有内容|上述|图片|稿件|网页|资料"
    r"|作品|凡).{0,40}(?:不代表|仅代表|版权|侵权|归.{0,12}所有|仅供参考|立场|核实|转载|仅供|删除|注明|真实性)"
    r"|(?:仅代表|仅为|属于|纯属)(?:作者|个人|发布者|原作者).{0,8}(?:观点|立场|意见)|(?:与|和)本(?:站|网|报"
    r"|平台)(?:立场|观点)?无关"
    # If rights were hurt
    r"|(?:如有|若有|如涉|如果|若涉|如).{0,16}(?:侵权|版权|著作权|异议).{0,30}(?:联系|删除|告知|处理|请)"
    r"|侵权(?:必究|请|联系|删|举报)"
    # Declarations and hints
    r"|免责(?:声明|条款)\s*:?|(?:特别|郑重|版权|重要|法律|网站)(?:声明|提示|提醒)\s*:|^\W*声明\s*:"
    r"|提醒[您你]?:"
    # Risks of investing
    r"|理财有赚有赔|(?:股市|投资|入市)有风险|不构成(?:任何)?(?:投资|操作)?(?:建议|意见)|据此(?:操作|投资|入市)"
    r"|风险自(?:担|负)",
    re.IGNORECASE,
)
"""What disclaimers and contact lines say; a writer may say it as well, so it counts only outside the text."""

NOTICE_WORD = re.compile(
    r"版权|著作权|copy|©|rights|icp|网安备|备案|许可|举报|标识码|信用代码|建议使用|最佳|powered|designed|刊号"
    r"|qq|微信号|访客数|访问量|驱动|转载|转贴|复制|摘编|[办管维护位方]:|技术支持|编码?:|传真|总机"
    r"|[话式址箱线信]:|mail|代表|侵权|归.{0,12}所有|仅供|立场|核实|删除|注明|真实性|个人|无关|声明"
    r"|[示醒][您你]?:|赚有赔|风险|不构成|据此"
)
"""What every footer and disclaimer says a word of: sentences without any need no further look."""

STAFF = re.compile(
    r"[\W_]*(?:"
    # Editors
    r"责任?编辑?|编辑|执笔|本文编辑|网站编辑|网络编辑|本期编辑|新闻编辑|值班编辑|本版编辑|见习编辑|实习编辑"
    r"|主编|副主编|总编|责编|执编|美编|文字编辑"
    # Who reads proofs and signs off
    r"|校对|校审|责任校对|审核|审稿|初审|复审|终审|一审|二审|三审|监制|总监制|签发|审签|审读|编审|核校"
    # Who produces and makes it up
    r"|排版|值班(?:主任|总编|编委|领导)|统筹|策划|出品|出品人|制图|制作"
    # Who enters and posts it
    r"|录入|信息员|发布人|发稿人|发布者|上传"
    # Who writes, translates and draws
    r"|供稿|撰稿人|翻译|编译|核稿人?|编校|图编|采编|新媒体编辑|视觉|设计|信息(?:录入|审核|发布)|(?:作者"
    r"|稿件)?编辑)\s*(?:[::/丨|]|\s).{0,40}",
)
"""Lines that name who edited, checked or signed off a text."""

KEYWORDS = re.compile(
    r"\s*(?:#[^#\s]{1,12}\s{0,2}\d{0,4}\s*){1,8}$"
    r"|\W*(?:标签|关键[词字]|tags?|key\s*words?|主题词|分类|归档|话题|所属(?:分类|栏目|专题)|栏目|文章分类"
    r"|文章标签|本文(?:标签|关键词)|专题)\s*:.*",
    re.IGNORECASE,
)

INDEX_FIELD = re.compile(
    r"\W*(?:"
    # Numbers and kinds of papers
    r"索\s*引\s*号|主题分类|主题词|发文(?:机关|字号|日期|单位)|公文种类|公文文种|文\s*号|文件编号"
    # Days and force
    r"|成文(?:日期|时间)|(?:发布|生成|公开|公布|实施|生效|失效|废止|印发)(?:日期|时间)|有\s*效\s*性"
    # Kinds of information
    r"|组配分类|体裁分类|信息(?:分类|类别|来源|名称)"
    # Whom it is for, and who may see it
    r"|服务对象|公开(?:方式|范围|类型|形式|属性)|发布(?:机构|单位)"
    # Titles and the rest
    r"|标\s*题|名\s*称|分\s*类|所属主题|废止记录|登记号|内容概述|文章(?:编号|标题|作者)|责任部门|关联文件"
    r"|发信站)\s*:.{0,90}|\s*时间\s+(?:mon|tue|wed|thu|fri|sat|sun)\s.{4,40}",
    re.IGNORECASE,
)
"""A field of the index above a government's notice, or of the head of a post on a text board."""

INDEX_LABEL = re.compile(
    r"索\s*引\s*号|主题分类|主题词|发文机关|发文字号|发文日期|公文种类|成文日期|生成日期|发布日期|公开日期"
    r"|发布机构|有\s*效\s*性|组配分类|体裁分类|信息分类|服务对象|公开方式|公开范围|失效日期|废止日期"
)
"""A label of that index, where no colon stands behind it (a table)."""

AGO = re.compile(
    r".{0,24}(?:\d+\s*(?:秒|分钟|小时|天|周|个?月|年)前|刚刚)(?:\W*(?:发布|更新|关注|\+)|\W.{0,12}|.{0,8}\W*关注)?\W*"
)
"""How long ago something was posted, with whose it is: an entry of a list of links."""

ADVERT = re.compile(
    r"\W*(?:广告|推广|赞助|ad|advertisement)\s*[\]】):|]"
    r"|.{0,80}(?:[加+➕]|添加|联系|咨询).{0,3}(?:[微薇威徽维][信芯心]|vx|wx|v信|qq|扣扣|企鹅|客服).{0,30}(?:\d"
    r"|[a-z]|领|免费|优惠|立减|返)|.{0,60}(?:量大从优|现货(?:充足|供应)|诚招|长期供应|大量供应).{0,30}(?:热线"
    r"|电话|微信|联系)|.{0,60}(?:点击|扫码|立即).{0,6}(?:领取|抢购|购买|报名|咨询|开户|下单|试用)",
    re.IGNORECASE,
)
"""Adverts that were put between the paragraphs."""

CIRCULATION = re.compile(
    r"\W*(?:(?:报|送|抄报|抄送|主送|分送|发|呈报|呈送)\s*:|共印|印发\d+份|(?:内部资料|内部刊物|注意保存|仅供参考))"
)
"""The distribution list at the end of an internal paper."""

SPAM_WORD = re.compile("|".join(sorted(map(re.escape, SPAM_WORDS), key=len, reverse=True)), re.IGNORECASE)

POST = re.compile(
    r"\W*(?:发表于|发布于|回复于|发帖于|发言于|posted\s+on|posted\s+at)\s*:?\s*\|?\s*(?:\d|昨|今|前|半小时)"
    r"|\W*(?:楼主|沙发|板凳|地板|地下室|\d{1,4}\s*[楼#]|#\s*\d{1,4}\s*楼?)\W*$|\W*第\s*\d{1,4}\s*楼"
    r"|\W*发信人\s*:.{1,60}(?:信区|讨论区|看板)|\W*作者\s*:?\s*[a-z]\w{1,14}\s*\(.{0,30}\)\s*(?:看板|站内)"
    r"|\s*(?:推|嘘|→)\s{1,3}[a-z]\w{1,14}\s{0,3}:",
    re.IGNORECASE,
)
"""The head of a post in a forum: when it was posted, which floor it is."""

MEMBER = re.compile(
    r"(?:uid|积分|威望|金钱|帖子|精华|注册时间|在线时间|阅读权限|贡献|金币|等级|主题|听众|经验|人气|好友"
    r"|最后登录|来自|发帖|经验值|状态)\s*:?\s*\d",
    re.IGNORECASE,
)
"""What forums say about a member."""
