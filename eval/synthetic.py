"""Synthetic notices with their truth: as many as wanted, the same for the same seed.

Names are unique; the clauses come from a pool of bodies, so that ten thousand notices share a few
thousand texts and their vectors.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import islice, product
from random import Random

import yaml

from knowledge.eligibility.places import cities
from knowledge.model import Frozen

BODIES = 300
"""So many bodies of about 14 clauses are shared: fewer than 5,000 texts."""
YEAR = 2026
_EDITIONS = 9
_NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二")


class Parts(Frozen):
    """The content of synthetic.yaml."""

    cups: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    issuers: tuple[str, ...]
    schools: tuple[str, ...]
    surnames: tuple[str, ...]
    roads: tuple[str, ...]
    opening: tuple[str, ...]
    sections: dict[str, tuple[str, ...]]
    questions: dict[str, str]


class Truth(Frozen):
    """A question about a synthetic notice, and what its answer must say."""

    question: str
    says: str


class Synthetic(Frozen):
    """A synthetic notice."""

    id: str
    text: str
    truths: tuple[Truth, ...]


@cache
def parts() -> Parts:
    """What synthetic notices are made of."""
    text = files("eval").joinpath("synthetic.yaml").read_text(encoding="utf-8")
    return Parts.model_validate(yaml.safe_load(text))


def synthetic(count: int, seed: int = YEAR) -> Iterator[Synthetic]:
    """Yield `count` notices (at most cities × fields × editions, over 30,000).

    >>> [n.id for n in synthetic(2)]
    ['syn-00001', 'syn-00002']
    """
    random = Random(seed)  # noqa: S311  nothing here is secret
    fields = list(parts().fields)
    bodies = {f: [_values(random, f) for _ in range(BODIES // len(fields))] for f in fields}
    places = list(cities())
    random.shuffle(places)
    names = product(range(1, _EDITIONS + 1), fields, places)
    for number, (edition, field, place) in enumerate(islice(names, count), start=1):
        values = random.choice(bodies[field])
        name = f"{place}第{_NUMERALS[edition]}届{field}职业技能竞赛"
        yield _notice(number, name, place, values)


def _notice(number: int, name: str, place: str, values: dict[str, str]) -> Synthetic:
    given = {**values, "name": name}
    lines = [
        f"关于举办{name}的通知",
        f"{place[:1]}赛发〔{YEAR}〕{number}号",
        "各有关单位：",
        values["opening"].format_map(given),
    ]
    for at, title in enumerate(parts().sections, start=1):
        lines += [f"{_NUMERALS[at]}、{title}", values[title].format_map(given)]
    lines += [f"{place}{values['issuer']}", values["issued"]]
    truths = (
        Truth(question=ask.format_map(given), says=values[key])
        for key, ask in parts().questions.items()
    )
    return Synthetic(id=f"syn-{number:05d}", text="\n".join(lines), truths=tuple(truths))


def _values(random: Random, field: str) -> dict[str, str]:
    """The values of one body, and the sentence each section says them with."""
    issued = date(YEAR, 1, 10) + timedelta(days=random.randrange(150))
    deadline = issued + timedelta(days=random.randrange(20, 60))
    start = deadline + timedelta(days=random.randrange(10, 40))
    tracks = random.sample(parts().fields[field], random.randrange(2, 5))
    school = (
        f"{random.choice('东西南北')}{random.choice('湖山江城')}{random.choice(parts().schools)}"
    )
    theory = random.choice((20, 30, 40))
    values = {
        "year": str(YEAR),
        "issuer": random.choice(parts().issuers),
        "issued": _day(issued),
        "deadline": _day(deadline),
        "start": _day(start),
        "end": _day(start + timedelta(days=random.randrange(1, 4))),
        "place": f"{school}{random.choice(('实训中心', '体育馆', '综合楼'))}",
        "tracks": "、".join(tracks),
        "count": str(len(tracks)),
        "young": str(random.choice((16, 18))),
        "old": str(random.choice((45, 50, 55, 60))),
        "level": random.choice(("五级（初级工）", "四级（中级工）", "三级（高级工）")),
        "years": str(random.randrange(1, 6)),
        "email": f"js{random.randrange(1000, 9999)}@example.org",
        "quota": str(random.randrange(1, 7)),
        "fee": str(random.randrange(1, 9) * 50),
        "theory": str(theory),
        "practice": str(100 - theory),
        "minutes": str(random.randrange(4, 20) * 15),
        "first": str(random.randrange(1, 3)),
        "second": str(random.randrange(2, 5)),
        "third": str(random.randrange(4, 9)),
        "hours": str(random.randrange(1, 13)),
        "person": f"{random.choice(parts().surnames)}{random.choice(('老师', '科长', '主任'))}",
        "phone": f"139000{random.randrange(10000, 99999)}",
        "address": f"{random.choice(parts().roads)}路{random.randrange(1, 300)}号",
        "opening": random.choice(parts().opening),
    }
    return values | {title: random.choice(said) for title, said in parts().sections.items()}


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
