"""Province-level places and the one-character abbreviations that document numbers begin with."""

from __future__ import annotations

from knowledge import lazy_re

PROVINCES = {
    "北京": "京", "天津": "津", "河北": "冀", "山西": "晋", "内蒙古": "蒙", "辽宁": "辽",
    "吉林": "吉", "黑龙江": "黑", "上海": "沪", "江苏": "苏", "浙江": "浙", "安徽": "皖",
    "福建": "闽", "江西": "赣", "山东": "鲁", "河南": "豫", "湖北": "鄂", "湖南": "湘",
    "广东": "粤", "广西": "桂", "海南": "琼", "重庆": "渝", "四川": "川", "贵州": "黔",
    "云南": "滇", "西藏": "藏", "陕西": "陕", "甘肃": "甘", "青海": "青", "宁夏": "宁",
    "新疆": "新", "香港": "港", "澳门": "澳", "台湾": "台",
}  # fmt: skip
"""Name → abbreviation, the usual one in document numbers."""

_NAMES = lazy_re.compile("|".join(sorted(PROVINCES, key=len, reverse=True)))
_BY_LETTER = {letter: name for name, letter in PROVINCES.items()}
_ASIDE = lazy_re.compile(
    r"第[^届]{1,4}届|20\d\d年|[“\"][^”\"]*[”\"]杯?|全[市省国]|关于(?:举办|开展|更正)?"
)
_NO_DISTRICT = "社地校园小厂景山片辖城市治发赛新特牧林矿库战"
"""Characters that make another word of 区: 社区, 园区."""
_OTHER = lazy_re.compile(
    r"(?:^|[^\u4e00-\u9fff])((?!全|各|本)[\u4e00-\u9fff]{2,4}?)"
    rf"(?:省|市|自治区|自治州|县|旗|(?<![{_NO_DISTRICT}])区)(?!级|场|内|属|域|块)"
)


def region_of(doc_number: str | None, *texts: str) -> str | None:
    """The region a notice is of: the first place its own words name, else its document number.

    Places outside the table (a city below a province) stand for themselves.

    >>> region_of("鲁教发〔2031〕9号", "焊接竞赛"), region_of(None, "关于东江市竞赛")
    ('山东', '东江')
    >>> region_of("青总工发〔2031〕9号", "青溪县首届焊接竞赛")
    '青溪'
    """
    for text in texts:
        match = _NAMES.search(text) or _OTHER.search(_ASIDE.sub(" ", text))
        if match:
            return match[match.lastindex or 0]
    # 青总工发 of 青溪县总工会 is no 青海
    own = any(doc_number and text.startswith(doc_number[:2]) for text in texts)
    return _BY_LETTER.get(doc_number[0]) if doc_number and not own else None
