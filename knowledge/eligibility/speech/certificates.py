"""Certificates of skill, titles, and what is no certificate of skill."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility import reading
from knowledge.eligibility.speech.base import (
    SPAN,
    Day,
    Found,
    N,
    Pattern,
    amount,
    pattern,
    says,
    words,
)
from knowledge.eligibility.speech.limits import LEVELS

_FOUR_AND_FIVE = {0, 4, 5}
_LEVEL = lazy_re.compile(LEVELS)


def _has(match: re.Match[str], _: Day) -> Found:
    read = reading.level(match["l"] or match["l2"])
    return None if read is None else {"certificate_level": read}


def _lacks(match: re.Match[str], _: Day) -> Found:
    """没有中级工证 is no certificate of that level; 没有高级工证 leaves a lower one open."""
    read = reading.level(match["l"]) if match["l"] else 0
    return {"certificate_level": 0} if read in _FOUR_AND_FIVE else {}


def _held_for(match: re.Match[str], day: Day) -> Found:
    return {**(_has(match, day) or {}), "years_after_certificate": amount(match["n"])}


def _years_since(match: re.Match[str], _: Day) -> Found:
    level = _LEVEL.search(match[0])
    read = reading.level(level[0]) if level else None
    known = {"certificate_level": read} if read else {}
    return {**known, "years_after_certificate": amount(match["n"])}


def certificates() -> tuple[Pattern, ...]:
    """What is no certificate first, then lacking, then having one."""
    lv = rf"(?P<l>{LEVELS})"
    kind = r"(?:(?:职业|技能|资格|等级|国家|工种|水平)的?){0,4}"
    no = (
        r"(?:没有?|没得|无|未取得|没考过?|没拿到?过?|缺|冇|还没考?|(?:啥|什么|"
        r"任何)[^,。]{0,4}?都?没[有得]?)"
    )
    return (
        pattern(rf"(?:不是|不算|没到|不到|够不上|达不到|还差)(?:个)?{lv}(?:证书?)?", says()),
        pattern(
            rf"{lv}{kind}证书?(?:还|都|也|现在)?(?:没有?(?:下来|到手|拿到|考|发|过|出)|正?在考|准备考|"
            rf"(?:快|马上)要?(?:下来|到手|考))",
            says(),
        ),
        pattern(r"(?:没有?|没评|无)(?:任何)?职称", says()),
        pattern(
            r"(?:肢体|听力|视力|智力|精神|言语)?(?:残疾|伤残|残障|工伤|视障|听障)(?:等级)?(?:是|为)?[一二三四五六七八九十\d]级(?:残疾|伤残)?|"
            r"[一二三四五六七八九十\d]级(?:残疾|伤残|残障)",
            says(),
        ),
        pattern(
            r"(?:低压|高压|熔化)?(?:[电焊]工|焊接|登高|制冷|叉车)?(?:特种(?:设备)?作业|特种|作业|操作|上岗|执业)证书?(?:算不?算)?",
            says(),
        ),
        pattern(r"(?:初|中|高)级职称(?=算|能|可以|是不是|等于|相当)", says()),
        pattern(rf"算(?:不算|是|作)?{LEVELS}", says()),
        pattern(
            rf"(?:职称(?:是|为|:)?(?:评了|有)?)(?P<w>{SPAN}{{2,10}}?(?:师|员|级|讲师|"
            rf"教授))(?=[,。;!?能可\0]|$)",
            words("title"),
        ),
        pattern(r"(?P<w>(?:初级|中级|高级|副高级?|正高级?)(?:专业技术)?职称)", words("title")),
        pattern(
            r"(?P<w>(?:(?:高级|助理|中级|初级|特级|正高级)?(?:讲师|工程师|教师|会计师|经济师|技师|研究员|"
            r"实验师)|(?:副|助理?)?教授|助教|研究员))(?:的)?职称",
            words("title"),
        ),
        pattern(r"(?P<w>(?:正高级|高级|助理|注册|副?总)工程师)", words("title")),
        pattern(
            r"(?:计算机|英语|日语|普通话|四六级|NCRE|CET|软考|钢琴|书法|心理|全国计算机|"
            r"托福|雅思)[^,。;!?\0]{0,6}?(?:[一二三四五六1-6]级|[甲乙丙]等|初级|中级|"
            r"高级|合格)(?:甲等|乙等)?(?:的)?(?:等级|资格)?(?:证书?)?(?:算不?算)?",
            says(),
        ),
        pattern(
            r"(?:没有?|有|拿了?|考了?|持)?(?:教师资格|教资|驾驶|驾照|会计|毕业|学位|"
            r"学历|身份|学生|获奖|荣誉|工作|结业|培训|营业|房产|居住|健康|在职|在读|"
            r"离职|完税|社保|退伍|残疾|结婚)(?:等级|从业)?(?:证明|证书?|执照|照)",
            says(),
        ),
        pattern(
            rf"{no}(?:相关|相应|对应|任何|什么|过|得|到|考过?|拿到?|取得|职业|职业技能){{0,4}}的?{lv}?"
            rf"(?:及以上)?的?{kind}(?:证书?(?!明)|等级(?!是))",
            _lacks,
        ),
        pattern(
            r"证书?(?:啥的|什么的|啥|什么|一个|一本|半个)?(?:我)?(?:都|也|还|是){0,4}(?:没有?|没得|没考|"
            r"一个都?没有?)(?:考|拿)?(?=[,。;!?能可但干\0]|$)",
            says(certificate_level=0),
        ),
        pattern(
            r"证书?(?:跟|和|与)?(?:赛项|工种|职业|专业|报的){0,4}(?:不相关|不对口|无关|"
            r"不对应|不一样|没关系)|(?:别的|其他|其它)(?:工种|职业|专业)的证|(?:但|可|"
            r"不过)?(?:不是|非)(?:这个|本|该|参赛)(?:工种|职业|赛项)的",
            says(certificate_related=False),
        ),
        pattern(
            r"证书?(?:跟|和|与)?(?:赛项|工种|职业|专业|报的){0,4}(?:是)?(?:对口|对应|相关)",
            says(certificate_related=True),
        ),
        pattern(
            rf"(?:拿到?|取得|考到?|考取|获得|有)了?(?:这个|该|高级工|中级工|技师|"
            rf"{LEVELS}){{0,4}}(?:证书?|技师)(?:已经|都|以)?(?:之?后)?(?:又|再)?(?:干|做|"
            rf"工作|从业)?(?:已经|了|有|快|满){{0,4}}(?P<n>{N})个?年(?:了)?",
            _years_since,
        ),
        pattern(
            rf"{lv}{kind}证书?(?:已经|都|拿了|到手|有|满|快|考了|取得|了){{0,4}}(?P<n>{N})个?年(?:多|了)?"
            rf"(?![以之内后前一的限级工经从])",
            _held_for,
        ),
        pattern(
            rf"(?:有|持有?|考了|考过了?|考到了?|拿了|取得了?|是|拿到了?|拿过|评上了?|"
            rf"评了)(?:一个|个|本|张|了|相关|相应|对应|本职业|电工|焊工|钳工|车工|"
            rf"{SPAN}{{2,8}}?(?=高级|中级|初级|技师|[一二三四五]级))?的?{lv}(?:的)?"
            rf"(?:证书?|职业|技能|资格|等级|[,。;!?能可但干\0]|$)",
            _has,
        ),
        pattern(rf"{lv}{kind}证书?", _has),
        pattern(
            r"(?:国家(?:职业资格)?|职业资格)(?P<l>[一二三四五]级)(?P<l2>)(?:技师|高级技师|技能|职业)?",
            _has,
        ),
        pattern(
            r"(?P<l>初级|中级|高级)(?=[电焊钳车铣铆管木瓦油漆锻铸磨镗刨]工(?:[,。;!?\0]|$))|"
            r"(?<=[\u4e00-\u9fff])(?:管理师|训练师|护理员|咨询师|操作员|维修工|(?<![员职民社])[\u4e00-\u9fff]工)"
            r"(?P<l2>[一二三四五]级)(?=[,。;!?\0证]|$)",
            _has,
        ),
        pattern(
            r"(?<![\u4e00-\u9fff])(?:我|本人|目前|现在|已经|是){0,4}(?P<l>高级技师|技师|"
            r"高级工|中级工|初级工)(?:了)?(?=[,。;!?能可但干想\0]|$)",
            _has,
        ),
        pattern(rf"(?:技能|职业|证书|资格)(?:证书)?等级(?:是|为|:)?{lv}", _has),
    )
