"""One shape for both scripts and widths, so that word lists need each word only once.

Folding is one for one: offsets in the folded text are offsets in the text.
"""

from __future__ import annotations

_TRADITIONAL = (
    "亂亞佈來係俬個們備傢傳債僅儘內兩冊別刪則創劃動務匯區協參員問啓單噹嚴國圍園圖團執報場塊壇壯奬娛婦嬰學實審寫寵專對導層屬師帶幫庫廣張彆彙後復態慾應懷戲戶掃掛採換搶"
    "擊擔據擴攝數於時暫曆書會査條棊業構槍樂樓標機檔檢檯欄權歐歡歷歸氣沒況減準滙滾濟瀏灣為無熱營爲獎獨現環產畫異畵當療發盡監眾確碼礙穩箇簡簽籌籤糾純紙級終組絕絡給統絲"
    "經綜綫維網線編縣縮總織繫罈羣習聞聯聲職聽腦臉臨臺與興舉萬葯蒐蔘薦藍藝藥處號衆術裏裝裡製複覈見規視親覺覽觀觸訂計訊訓記訪設許訴註証評詞詢試話認誠說調談請論諮謝證識"
    "譯議護讀讓讚豐負財貨責貴貸費貼資賞賬賭賺購車軍載輩輯輸轉辦農迴這週進遊運過違適選還郵鄉鄭醫銀銷錄錯録錶鍵鎮鏈鏡長門閉開間閱關陸陽際險隱隻電韓頁頂須預領頭頻題類顧"
    "風餘饋馬騰驗體髮麵黃點黨"
    "語贊覆夥擇該堅強驅筆種廢稱範鍾剛襪優買積錢華貢獻幣狀約駐並繪禮"
    "併將廳從決獲節細紹綵繼續詳謹鉅鐘隊颱館賠閒蹤"
)
_SIMPLIFIED = (
    "乱亚布来系私个们备家传债仅尽内两册别删则创划动务汇区协参员问启单当严国围园图团执报场块坛壮奖娱妇婴学实审写宠专对导层属师带帮库广张别汇后复态欲应怀戏户扫挂采换抢"
    "击担据扩摄数于时暂历书会查条棋业构枪乐楼标机档检台栏权欧欢历归气没况减准汇滚济浏湾为无热营为奖独现环产画异画当疗发尽监众确码碍稳个简签筹签纠纯纸级终组绝络给统丝"
    "经综线维网线编县缩总织系坛群习闻联声职听脑脸临台与兴举万药搜参荐蓝艺药处号众术里装里制复核见规视亲觉览观触订计讯训记访设许诉注证评词询试话认诚说调谈请论咨谢证识"
    "译议护读让赞丰负财货责贵贷费贴资赏账赌赚购车军载辈辑输转办农回这周进游运过违适选还邮乡郑医银销录错录表键镇链镜长门闭开间阅关陆阳际险隐只电韩页顶须预领头频题类顾"
    "风余馈马腾验体发面黄点党"
    "语赞复伙择该坚强驱笔种废称范钟刚袜优买积钱华贡献币状约驻并绘礼"
    "并将厅从决获节细绍彩继续详谨巨钟队台馆赔闲踪"
)
"""The characters that words of web furniture are written with, pair by pair. Not a conversion: other characters stay."""

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD = {
    **_FULL_WIDTH,
    **{ord(old): new for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)},
    **dict.fromkeys(map(ord, "\u3000\u00a0\t\u2002\u2003"), " "),
    **dict.fromkeys(map(ord, "︰∶"), ":"),
    **dict.fromkeys(map(ord, "│┃∣┊"), "|"),
    **dict.fromkeys(map(ord, "〉＞"), ">"),
}


def folded(text: str) -> str:
    """The text in Simplified, half-width and lower case, as far as web furniture needs it; exactly as long."""
    lower = text.translate(_FOLD)
    small = lower.lower()
    return small if len(small) == len(lower) else lower
