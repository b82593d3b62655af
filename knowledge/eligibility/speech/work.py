"""Whether one works at all, in what standing, and whether the work is of the trade."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import (
    Day,
    Found,
    Pattern,
    pattern,
    says,
)


def _internship(_: re.Match[str], __: Day) -> Found:
    """Interns are students of a school."""
    return {"internship": True, "identity": "student"}


def work() -> tuple[Pattern, ...]:
    """Patterns of work, the denied before the affirmed."""
    return (
        pattern(
            r"(?:不干这[行个]|跨行|不从事(?:相关|本)|工作不相关|外行|转行|工作(?:内容)?"
            r"(?:跟|和|与)[^,。]{0,8}?(?:无关|不相关|没关系|不沾边))",
            says(work_related=False),
        ),
        pattern(
            r"(?:从事|做|干)(?:的就是|的是)?(?:这[行个]|相关(?:工作|行业|岗位)|本(?:行|"
            r"职业|工种))|工作(?:内容)?(?:对口|相关)",
            says(work_related=True),
        ),
        pattern(
            r"(?:没有?|无)(?:工作)?单位(?!推荐|同意|证明|盖章)|不在职|(?:我|已经?|刚刚?|"
            r"都|去年|今年|上个?月|昨天|前年|已){1,4}(?:离职|辞职|被裁)了?|(?:离职|辞职|"
            r"被裁)了|没在?上班|没在上|(?:正在|还在|在)找工作|没找到工作|(?:现在|目前)没(?:有)?(?:工作|上班|"
            r"班上)",
            says(employed=False),
        ),
        pattern(
            r"非在编|编制(?:是|也|都)?没有?|没有?编(?=[,。的]|$)|(?:不是?|没|没有|不算|并非|还没)(?:事业|正式)?(?:在编|入编|上编|编内)|(?:不是|并非|不算)(?:事业|正式)编制?|编外|临聘|"
            r"(?:没有?|无|没得)(?:任何|事业|正式|啥|什么){0,3}的?编制|合同制|人事代理|(?:劳务|"
            r"人才)派遣制",
            says(establishment=False),
        ),
        pattern(
            r"(?<!不)(?<!非)在编|有(?:事业)?编制|编制(?:是|也|都)?有(?!没|吗)|事业编制?|正式编制?",
            says(establishment=True),
        ),
        pattern(
            r"顶岗实习|跟岗实习|在[^,。;!?\0]{0,10}实习(?!基地|要求)|实习生|实习期|实习中|正在实习",
            _internship,
        ),
    )


def at_work() -> tuple[Pattern, ...]:
    """Being at work somewhere without a name; tried after the places that have one."""
    return (
        pattern(
            r"(?:已经|现在|毕业(?:后|以后)?就?)(?:工作|上班|就业|参加工作)了(?![吗么多几\d一二三四五六七八九十半])",
            says(employed=True),
        ),
        pattern(
            r"[在边]上班|(?:(?<![^,。;!?\0])|在)(?:厂[里头]?|公司|单位|企业|工地|店里|医院|学校|车间|事业单位|"
            r"国企|银行|社区|街道|乡镇|村里|村委会?|酒店|餐馆|饭店|工厂)里?(?:上班|工作(?!过)|打工|做事|干活)|在(?:一[家个所])?[^,。;!?\0]{0,6}?(?:厂|公司|店|医院|车间|工地)里?头?(?:上班|工作(?!过)|打工|做事|干活)|正上着班|边上学边上班|半工半读",
            says(employed=True),
        ),
    )
