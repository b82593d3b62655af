"""Rule cards: what a notice demands, on paper, for people who check it against the notice.

One page for each set of rules, with the tracks it holds for. The page is self-contained HTML
without scripts; its type is made as large as lets it fit on one sheet of A4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.rule_card_page import SHEET, Page, Row, Section, fitting, height
from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.ages import in_words
from knowledge.eligibility.ties import Sheet, Tied, ties
from knowledge.eligibility.tracks import find_track
from knowledge.eligibility.unreviewed import MARK
from knowledge.eligibility.wording import concerned, described
from knowledge.model import Notice, Track
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.model import Rule, Rules

_NUMBERED = lazy_re.compile(r"(.*?)([1-9]\d{0,3})")
_RUN = 2
"""So many neighbours are still named one by one."""


def card(
    notice: Notice,
    rules: Rules,
    made: date,
    track: str | None = None,
    corrected: Sequence[str] = (),
) -> str:
    """The card of a notice as an HTML document; `track` is an id, name or alias.

    `corrected` are the labels of the corrections that are in the notice already.

    Raises:
        UnknownTrackError: the notice has no such track.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 when called

    environment = Environment(
        loader=PackageLoader("bot"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    kind = "title_organiser" if notice.audience == "organiser" else "title"
    html = environment.get_template("rule_card.html.j2").render(
        title=_words()[kind],
        name=squeeze(notice.name),
        label=squeeze(notice.label),
        made=in_words(made),
        corrected=[squeeze(label) for label in corrected],
        pages=pages(notice, rules, track),
        words=_words(),
    )
    # half characters and the like have no place in UTF-8
    return html.encode("utf-8", "replace").decode()


def pages(notice: Notice, rules: Rules, track: str | None = None) -> tuple[Page, ...]:
    """A page for each set of rules, in the order of the tracks; for `track` that one alone.

    Raises:
        UnknownTrackError: the notice has no such track.
    """
    sheets = ties(notice, rules).sheets
    if track is not None:
        one = find_track(notice, track)
        return (_page(notice, sheets[one.id], [one]),)
    if not notice.tracks:
        return (_page(notice, sheets[None], []),)
    shared: dict[tuple[object, ...], list[Track]] = {}
    for each in notice.tracks:
        sheet = sheets[each.id]
        shared.setdefault((tuple(i.rule.id for i in sheet.items), sheet.ask), []).append(each)
    return tuple(_page(notice, sheets[tracks[0].id], tracks) for tracks in shared.values())


def _page(notice: Notice, sheet: Sheet, tracks: Sequence[Track]) -> Page:
    sections = tuple(_sections(notice, sheet.items, tracks))
    names = tuple(track.name for track in tracks)
    size = fitting(sections, names)
    return Page(
        tracks=names,
        sections=sections,
        ask=sheet.ask,
        count=len(sheet.items),
        drafted=any(item.rule.drafted for item in sheet.items),
        size=size,
        fits=height(sections, names, size) <= SHEET,
    )


def _sections(notice: Notice, items: Sequence[Tied], tracks: Sequence[Track]) -> Iterator[Section]:
    """Conditions first, for everybody and then by whom they concern; what is disabled last."""
    words = _words()
    valid = [item for item in items if item.valid]
    places = {item.rule.id: _heading(item) for item in valid}
    conditions = [item for item in valid if places[item.rule.id] is None]
    ending = "_organiser" if notice.audience == "organiser" else ""
    for whom, some in _by_whom(conditions):
        title = f"{words['conditions' + ending]}：{whom or words['everyone' + ending]}"
        yield Section(title=title, rows=_rows(notice, some, tracks, whom_said=True))
    order = words["headings"][1:] + words["headings"][:1]
    for heading in order:
        some = [item for item in valid if places[item.rule.id] == heading["title"]]
        if some:
            yield Section(title=heading["title"], rows=_rows(notice, some, tracks))
    if lost := [item for item in items if not item.valid]:
        yield Section(title=words["disabled"], rows=_rows(notice, lost, tracks), disabled=True)


def _by_whom(items: Sequence[Tied]) -> list[tuple[str, list[Tied]]]:
    """Conditions by whom they concern, those for everybody first."""
    found: dict[str, list[Tied]] = {"": []}
    for item in items:
        found.setdefault(_whom(item.rule), []).append(item)
    return [(whom, some) for whom, some in found.items() if some]


def _whom(rule: Rule) -> str:
    """Groups and capacities; the tracks stand at the head of the page."""
    return concerned(rule.model_copy(update={"tracks": ()}))


def _heading(item: Tied) -> str | None:
    """The heading of a rule that is no condition on the person."""
    rule = item.rule
    clause = str(rule.params.get("text", "")) + (rule.cite.quote if rule.cite else "")
    for heading in _words()["headings"]:
        claimed = rule.check in heading.get("checks", ())
        told = rule.check in heading.get("of", ()) and re.search(heading["words"], clause)
        if claimed or told or (heading.get("hidden") and rule.params.get("hidden")):
            return str(heading["title"])
    return None


def _rows(
    notice: Notice, items: Sequence[Tied], tracks: Sequence[Track], *, whom_said: bool = False
) -> tuple[Row, ...]:
    """One row a rule; neighbours with the same words share them."""
    made = [_row(notice, item, tracks, whom_said=whom_said) for item in items]
    rows = []
    for _, alike in groupby(made, key=lambda row: (row.path, row.quote)):
        same = list(alike)
        rows.append(same[0].model_copy(update={"rows": len(same)}))
        rows += [row.model_copy(update={"rows": 0}) for row in same[1:]]
    return tuple(rows)


def _row(notice: Notice, item: Tied, tracks: Sequence[Track], *, whom_said: bool) -> Row:
    rule, words = item.rule, _words()
    whom = "" if whom_said else _whom(rule)
    said = _said(notice, rule, tracks)
    return Row(
        rule=rule.id,
        said=f"{whom}：{said}" if whom else said,
        strength=words["strength"][words["strength_of"].get(rule.check, rule.strength)],
        path=item.citation.path if item.citation else (rule.cite.path if rule.cite else ""),
        quote=item.citation.quote if item.citation else (rule.cite.quote if rule.cite else ""),
        drafted=rule.drafted,
    )


def _said(notice: Notice, rule: Rule, tracks: Sequence[Track]) -> str:
    """The rule in words; of a note its text, with the attachments it is hidden in."""
    if rule.check != "note":
        return described(rule)
    hidden = [str(name) for name in rule.params.get("hidden", ())]
    own = [
        each.name
        for each in notice.attachments
        if each.name in hidden and not each.present and {t.id for t in tracks} & set(each.tracks)
    ]
    where = _words()["hidden"].format(names=_in_short(own or hidden)) if hidden else ""
    return f"{rule.params.get('text', '')}{where}"


def _in_short(names: Sequence[str]) -> str:
    """Names that differ in their number only, neighbours as from … to …: 附件2至附件11."""
    runs: list[list[str]] = []
    for name in names:
        if runs and _follows(runs[-1][-1], name):
            runs[-1].append(name)
        else:
            runs.append([name])
    parts = [[_words()["run"].join((run[0], run[-1]))] if len(run) > _RUN else run for run in runs]
    return "、".join(name for part in parts for name in part)


def _follows(before: str, after: str) -> bool:
    one, two = _NUMBERED.fullmatch(before), _NUMBERED.fullmatch(after)
    return bool(one and two and one[1] == two[1] and int(one[2]) + 1 == int(two[2]))


@cache
def _words() -> dict[str, Any]:
    """Headings and wording of the card."""
    data: dict[str, Any] = content("bot", "rule_card.yaml")
    return {**data, "drafted": MARK}
