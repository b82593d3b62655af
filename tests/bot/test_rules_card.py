"""Rule cards: every rule with its words, nothing but text, one sheet of paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.commands.rules import rules as rules_command
from bot.rule_card import card, pages
from bot.rule_card_page import SHEET
from knowledge.bundled import bundled
from knowledge.eligibility.model import Cite, Rule, Rules
from knowledge.eligibility.rules import clause_hash, load_rules
from knowledge.eligibility.tracks import UnknownTrackError
from knowledge.plain import bare, squeeze
from retrieval.intake.sources import sync_store

MADE = date(2026, 7, 1)
RULES = {source.id: load_rules(source.rules) for source in bundled() if source.rules}
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
HARMLESS = {
    "charset",
    "name",
    "content",
    "http-equiv",
    "lang",
    "class",
    "style",
    "colspan",
    "rowspan",
}
HARMLESS |= {"data-rule"}


class Card(HTMLParser):
    """The rows of each page, and every tag and attribute that was used."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.pages, self.text = Counter(), set(), [], ""
        self.within = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        given = dict(attrs)
        if tag == "section":
            self.pages.append({"rows": {}, "text": ""})
        if tag == "tr":
            self.within = given.get("data-rule")
            if self.within:
                self.pages[-1]["rows"][self.within] = ""

    def handle_endtag(self, tag):
        if tag == "tr":
            self.within = None

    def handle_data(self, data):
        self.text += data
        if self.pages:
            self.pages[-1]["text"] += data
            if self.within:
                self.pages[-1]["rows"][self.within] += data


def read(notice, rules, track=None):
    return Card(card(notice, rules, MADE, track))


def test_there_are_rules():
    assert len(RULES) >= 5
    assert sum(len(each.rules) for each in RULES.values()) > 80


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_on_a_card_with_its_words(notices, name):
    found = read(notices[name], RULES[name])
    on_pages = {rule for page in found.pages for rule in page["rows"]}
    assert on_pages == {rule.id for rule in RULES[name].rules}
    for page in found.pages:
        for rule in RULES[name].rules:
            if rule.id in page["rows"] and rule.cite:
                assert bare(rule.cite.quote) in bare(page["text"]), rule.id
                assert rule.cite.path in page["text"]


@pytest.mark.parametrize("name", RULES)
def test_every_track_is_on_one_page(notices, name):
    named = Counter(track for page in pages(notices[name], RULES[name]) for track in page.tracks)
    assert named == Counter(track.name for track in notices[name].tracks)


@pytest.mark.parametrize("name", RULES)
def test_a_page_says_what_it_is_and_when_it_was_made(notices, name):
    found = read(notices[name], RULES[name])
    for page in found.pages:
        for words in ("2026年7月1日", "以通知原文和主办方解释为准", "核对人", "☐"):
            assert words in page["text"]
        assert squeeze(notices[name].label) in page["text"]
        assert "自动提取" not in page["text"]


@pytest.mark.parametrize("name", RULES)
def test_the_document_is_self_contained(notices, name):
    found = read(notices[name], RULES[name])
    assert not {"script", "link", "img", "iframe", "a", "object"} & set(found.tags)
    assert found.attributes <= HARMLESS
    assert "url(" not in card(notices[name], RULES[name], MADE)


def sheets_of_paper(notice, rules, folder):
    """By the browser that is here, else by the widths of the characters."""
    if BROWSER is None:
        return [1 if page.fits else 2 for page in pages(notice, rules)]
    source, printed = folder / "card.html", folder / "card.pdf"
    source.write_text(card(notice, rules, MADE), "utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={printed}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    count = len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))
    return [1] * count if count == len(pages(notice, rules)) else [count]


@pytest.mark.parametrize("name", RULES)
def test_a_set_of_rules_is_one_sheet(notices, name, tmp_path):
    found = sheets_of_paper(notices[name], RULES[name], tmp_path)
    assert found == [1] * len(pages(notices[name], RULES[name]))


def many(notice, count):
    clause = notice.clauses[3]
    cite = Cite(path=clause.path, quote=clause.text[:40], hash=clause_hash(clause.text))
    made = [
        Rule(id=f"r{n}", check="note", params={"text": f"第{n}条" * 30}, cite=cite)
        for n in range(count)
    ]
    return Rules(notice=notice.id, rules=tuple(made))


def test_more_rules_are_set_smaller_and_too_many_are_said_not_to_fit(notices):
    notice = notices["cq-special-2026"]
    few, more, far_more = (pages(notice, many(notice, n))[0] for n in (3, 25, 300))
    assert few.size > more.size
    assert few.fits
    assert not far_more.fits
    assert far_more.count == 300
    assert SHEET < 297


def changed(notice, rules):
    first = next(rule for rule in rules.rules if rule.cite)
    cite = first.cite.model_copy(update={"hash": "0" * 16})
    others = [rule for rule in rules.rules if rule.id != first.id]
    return first.id, rules.model_copy(
        update={"rules": (first.model_copy(update={"cite": cite}), *others)}
    )


def test_a_rule_whose_clause_has_changed_stands_apart_as_disabled(notices):
    rule, rules = changed(notices["gz-ai-2025"], RULES["gz-ai-2025"])
    for page in pages(notices["gz-ai-2025"], rules):
        assert [row.rule for row in page.sections[-1].rows] == [rule]
        assert page.sections[-1].disabled
        assert "停用" in page.sections[-1].title


def test_drafted_rules_are_marked_and_confirmed_ones_beside_them_are_not(notices):
    own = RULES["cq-special-2026"]
    drafted = own.rules[0].model_copy(update={"drafted": True})
    rules = own.model_copy(update={"rules": (drafted, *own.rules[1:])})
    (page,) = read(notices["cq-special-2026"], rules).pages
    marked = [rule for rule, text in page["rows"].items() if "自动提取、未经人工核对" in text]
    assert marked == [drafted.id]


def test_one_track_says_its_own_missing_attachment(notices):
    notice = notices["cq-ai-2026"]
    (page,) = read(notice, RULES[notice.id], "数字孪生应用技术员").pages
    own = next(a.name for a in notice.attachments if "digital-twin" in a.tracks and not a.present)
    other = next(a.name for a in notice.attachments if a.tracks and "digital-twin" not in a.tracks)
    assert f"见{own}（未收录）" in page["rows"]["age-in-attachment"]
    assert f"{other}、" not in page["rows"]["age-in-attachment"]
    with pytest.raises(UnknownTrackError, match="digital-twin"):
        card(notice, RULES[notice.id], MADE, "焊工")


HOSTILE = '</td></table><script>alert("x")</script><img src=x onerror=y>&amp;{{ 7*7 }}'


def test_hostile_words_stay_words(notices):
    notice = notices["cq-special-2026"]
    rule = Rule(id='"><script>', check="note", params={"text": HOSTILE}, cite=None)
    bad = notice.model_copy(update={"name": HOSTILE, "label": HOSTILE})
    rules = Rules(notice=notice.id, rules=(rule,))
    found = read(bad, rules)
    assert not {"script", "img"} & set(found.tags)
    assert found.attributes <= HARMLESS
    assert squeeze(HOSTILE) in found.text
    assert HOSTILE in found.pages[0]["rows"][rule.id]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=80))
def test_any_text_is_a_document(notices, text):
    notice = notices["cq-special-2026"].model_copy(update={"name": text, "label": text or "x"})
    rule = Rule(id="r", check="note", params={"text": text}, cite=None)
    html = card(notice, Rules(notice=notice.id, rules=(rule,)), MADE)
    assert html.encode()
    assert Card(html).tags["section"] == 1


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    sync_store(folder)
    return folder


@pytest.fixture
def call(store):
    def run(*arguments):
        given = ["card", *arguments, "--store", str(store)]
        return CliRunner().invoke(rules_command, given)

    return run


def test_to_standard_output_or_into_a_file_the_same(call, tmp_path):
    out = tmp_path / "card.html"
    shown = call("cq-ai-2023", "--as-of", "2026-07-01")
    written = call("cq-ai-2023", "--as-of", "2026-07-01", "--out", str(out))
    assert shown.exit_code == written.exit_code == 0, shown.output
    assert shown.stdout == out.read_text("utf-8")
    assert not written.stdout
    assert Card(shown.stdout).tags["section"] == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere",), "cq-ai-2023"),
        (("cq-ai-2023", "--track", "焊工"), "ai-trainer"),
        (("cq-ai-2023", "--out", "/nowhere/card.html"), "写不了"),
    ],
    ids=["没有这份通知", "没有这个赛项，列出有的", "写不了"],
)
def test_a_fault_is_one_line(store, arguments, says):
    done = CliRunner().invoke(rules_command, ["card", *arguments, "--store", str(store)])
    assert done.exit_code == 1
    assert says in done.output
    assert len(done.output.strip().splitlines()) == 1


def test_by_default_all_tracks(call):
    assert Card(call("gz-ai-2025").stdout).tags["section"] == 2
    assert Card(call("gz-ai-2025", "--track", "digital-solutions").stdout).tags["section"] == 1


def test_neighbouring_attachments_are_named_from_to(notices):
    html = card(notices["cq-ai-2026"], RULES["cq-ai-2026"], date(2026, 7, 1))
    assert "附件2至附件11（未收录）" in html
    assert "附件13、附件14（未收录）" in html


def test_what_concerns_a_whole_track_bars_nobody(notices):
    shown = [
        row
        for page in pages(notices["cq-ai-2026"], RULES["cq-ai-2026"])
        for section in page.sections
        for row in section.rows
    ]
    assert {row.strength for row in shown if "停止实施" in row.said} == {"按赛项"}
    assert {row.strength for row in shown if row.said == "年满16周岁"} == {"必须"}
