"""Fictional people and the files they stand in, for the tests of the roster audit."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from stdnum.cn import ric

CQ26, CQ23, GZ25, SPECIAL = "cq-ai-2026", "cq-ai-2023", "gz-ai-2025", "cq-special-2026"
AT = {CQ26: "2026-07-01", CQ23: "2023-09-01", GZ25: "2025-09-20", SPECIAL: "2026-07-01"}
SHANGHAI = ZoneInfo("Asia/Shanghai")
FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈", "一舟云帆知夏初晓望舒"


def moment(notice: str, as_of: str | None = None) -> datetime:
    """The moment a roster of the notice is audited for."""
    return datetime.fromisoformat(as_of or AT[notice]).replace(tzinfo=SHANGHAI)


def number(born: date, sequence: int, region: str = "500103") -> str:
    """A valid identity number; an odd sequence is a man's."""
    body = f"{region}{born:%Y%m%d}{sequence:03d}"
    return body + ric.calc_check_digit(body + "0")


def worker(at: int, **changes: object) -> dict[str, object]:
    """A clean worker; everyone has a unit, a number and a phone of their own."""
    born, man = date(1990, 1 + at % 12, 1 + at % 28), at % 2
    return {
        "name": f"{FAMILY[at % 10]}{GIVEN[at // 10 % 10]}{at}",
        "sex": "男" if man else "女",
        "birth": born,
        "id": number(born, 100 + at * 2 % 800 + man),
        "phone": f"1390000{at:04d}",
        "unit": f"重庆第{at}号示例有限公司",
        "group": "职工组",
        "level": "三级/高级工",
        "years": 6,
        **changes,
    }


def student(at: int, **changes: object) -> dict[str, object]:
    """A clean student with a teacher."""
    born = date(2005, 1 + at % 12, 1 + at % 28)
    return worker(
        at,
        birth=born,
        id=number(born, 100 + at * 2 % 800 + at % 2),
        unit=f"重庆第{at}示例学校",
        group="学生组",
        level="无",
        years=0,
        school=f"重庆第{at}示例学校",
        major="软件技术",
        full_time="是",
        teacher=f"{FAMILY[at % 10]}师{at}",
        teacher_phone=f"1390001{at:04d}",
    ) | dict(changes)


Sheet = tuple[str, list[list[object]]]


def lines(columns: dict[str, str], people: list[dict[str, object]]) -> list[list[object]]:
    """A heading line and one line a person; `columns` gives the heading of each key."""
    body = [
        [each.get(key, at) if key == "no" else each.get(key) for key in columns]
        for at, each in enumerate(people, start=1)
    ]
    return [list(columns.values()), *body]


def workbook(*sheets: Sheet, merged: dict[str, list[str]] | None = None) -> bytes:
    """An .xlsx with these sheets."""
    book = Workbook()
    for name in book.sheetnames:
        del book[name]
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_text(rows: list[list[object]], delimiter: str = ",") -> str:
    return "\n".join(
        delimiter.join("" if value is None else str(value) for value in row) for row in rows
    )
