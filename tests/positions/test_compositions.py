import json

import pytest
from hypothesis import given

from positions.compositions import compose, rule_of
from positions.errors import Invalid
from positions.rules import PRESETS, Rule, RulePreset
from tests.support.approvals import rules

PART = {"of": "SEATS", "basis": "CAST", "numerator": 1, "denominator": 2}


@given(rules())
def test_a_rule_reads_back_the_same_through_json(rule: Rule) -> None:
    assert rule_of(json.loads(json.dumps(compose(rule)))) == rule


@pytest.mark.parametrize("preset", RulePreset)
def test_a_preset_may_be_named_alone(preset: RulePreset) -> None:
    assert rule_of({"preset": preset.value}) == PRESETS[preset]


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"preset": "MOST"},
        {"thresholds": {}},
        {"thresholds": [1]},
        {"thresholds": [{**PART, "of": "MONEY"}]},
        {"thresholds": [{**PART, "basis": None}]},
        {"thresholds": [{**PART, "numerator": 0.5}]},
        {"thresholds": [{**PART, "numerator": True}]},
        {"thresholds": [PART], "quorum": []},
        {"thresholds": [PART], "casting": 8019},
    ],
)
def test_what_is_no_rule_is_refused(stored: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refusal:
        rule_of(stored)
    assert refusal.value.reason == "rule_malformed"


@pytest.mark.parametrize(
    ("said", "maintained"),
    [({"reservationsBlock": True}, "BLOCKS"), ({"reservationsBlock": False}, "NOTHING"), ({}, "NOTHING")],
)
def test_a_rule_of_the_first_months_reads_as_it_was_meant(said: dict[str, object], maintained: str) -> None:
    rule = rule_of({"preset": "SIMPLE_MAJORITY", "thresholds": [PART], **said})
    assert (rule.maintained, rule.second_vote) == (maintained, False)
