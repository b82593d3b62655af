"""Rules are tied to their notice once, and forgotten with it."""

from __future__ import annotations

import gc

from knowledge.bundled import bundled
from knowledge.eligibility import ties as module
from knowledge.eligibility.person import Person
from knowledge.eligibility.rules import load_rules
from knowledge.eligibility.ties import different_sheets, ties


def test_a_pair_is_tied_once(notices, rules):
    one = ties(notices["cq-ai-2026"], rules["cq-ai-2026"])
    assert ties(notices["cq-ai-2026"], rules["cq-ai-2026"]) is one


def test_other_rules_of_the_same_notice_have_their_own_ties(notices, rules):
    fewer = rules["cq-ai-2026"].model_copy(update={"rules": rules["cq-ai-2026"].rules[:3]})
    own = ties(notices["cq-ai-2026"], fewer)
    assert len(own.sheets[None].items) == 3
    assert own.fingerprint != ties(notices["cq-ai-2026"], rules["cq-ai-2026"]).fingerprint


def test_ties_are_forgotten_with_their_rules(notices):
    text = next(source.rules for source in bundled() if source.id == "gz-ai-2025")
    gc.collect()  # what earlier tests left behind
    known = len(module._KNOWN)
    mine = load_rules(text)
    ties(notices["gz-ai-2025"], mine)
    assert len(module._KNOWN) == known + 1
    del mine
    gc.collect()
    assert len(module._KNOWN) == known


def test_tracks_with_the_same_rules_are_judged_as_one(notices, rules):
    known = ties(notices["cq-special-2026"], rules["cq-special-2026"])
    sheets = different_sheets(notices["cq-special-2026"], known, Person())
    assert [sheet.alike for sheet in sheets] == [33]


def test_a_track_the_person_names_is_judged_apart(notices, rules):
    known = ties(notices["cq-special-2026"], rules["cq-special-2026"])
    person = Person(registered_tracks=("网站搭建",))
    sheets = different_sheets(notices["cq-special-2026"], known, person)
    assert sorted((sheet.alike, sheet.track.id == "website-building") for sheet in sheets) == [
        (1, True),
        (32, False),
    ]


def test_several_tracks_are_not_called_by_the_name_of_one(run):
    verdict = run("cq-special-2026", {"registered_tracks": ["收银结算"]}, "2026-06-10")
    said = [f.explanation for f in verdict.findings if f.rule == "one-track"]
    assert any("等32个赛项】" in words for words in said)


def test_what_attachments_hide_is_of_all_of_them_until_a_track_is_chosen(run):
    said = {
        track: next(
            f.explanation
            for f in run("cq-ai-2026", {}, "2026-06-10", track).findings
            if f.rule == "age-in-attachment"
        )
        for track in (None, "digital-twin")
    }
    assert "附件2、附件3" in said[None]
    assert "见附件3（未收录）" in said["digital-twin"]
