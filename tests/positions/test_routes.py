from typing import Any

import pytest

from positions.errors import Invalid, Refusal
from positions.routes import (
    Route,
    check_route,
    check_step,
    compose_route,
    route_of,
)
from positions.usual_routes import USUAL_ROUTES

MAYORS = compose_route(USUAL_ROUTES["mayors"])
STEPS: Any = MAYORS["steps"]
CLEARANCE, DECISION = STEPS


def read(**changes: object) -> Route:
    return check_route(route_of({**MAYORS, **changes}))


@pytest.mark.parametrize(
    ("changes", "reason", "path"),
    [
        ({"steps": []}, "route_without_steps", ("steps",)),
        ({"steps": "mayors"}, "route_malformed", ("steps",)),
        ({"steps": [7]}, "route_malformed", ("steps", "0")),
        ({"steps": [CLEARANCE]}, "route_ends_without_decision", ("steps", "0", "kind")),
        ({"steps": [DECISION, DECISION]}, "step_twice", ("steps", "1", "key")),
        ({"steps": [DECISION] * 11}, "list_too_long", ("steps",)),
        ({"steps": [{**DECISION, "silence": "CONSENT"}]}, "silence_only_for_clearance", ("steps", "0", "silence")),
        ({"steps": [{**DECISION, "workingDays": 0}]}, "step_period_out_of_range", ("steps", "0", "workingDays")),
        ({"steps": [{**DECISION, "key": "Els alcaldes"}]}, "route_key_malformed", ("steps", "0", "key")),
        ({"steps": [{**DECISION, "names": {"ca": "A", "en": "B"}}]}, "route_name_missing", ("steps", "0", "names")),
        ({"steps": [{**DECISION, "rule": {"preset": "SOMETHING"}}]}, "rule_malformed", ("rule",)),
        ({"names": {"ca": "A", "es": " ", "en": "B"}}, "route_name_missing", ("names",)),
        ({"key": "1"}, "route_key_malformed", ("key",)),
    ],
)  # fmt: skip
def test_a_route_nobody_could_follow_is_refused(
    changes: dict[str, object], reason: str, path: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as caught:
        read(**changes)
    assert (caught.value.reason, caught.value.path) == (reason, path)


@pytest.mark.parametrize(
    ("electorate", "threshold", "reason"),
    [
        ("MUNICIPALITIES", {"of": "POPULATION", "numerator": 3, "denominator": 2}, "rule_never_passes"),
        ("AUTHORITY", {"of": "SEATS", "numerator": 1, "denominator": 2}, "rule_never_passes"),
        ("MUNICIPALITIES", {"of": "POPULATION", "numerator": 0, "denominator": 2}, "rule_always_passes"),
    ],
)
def test_a_step_whose_rule_can_never_or_always_pass_is_refused(
    electorate: str, threshold: dict[str, object], reason: str
) -> None:
    rule = {"thresholds": [{"basis": "ELIGIBLE", **threshold}]}
    with pytest.raises(Invalid, match=reason):
        read(steps=[{**DECISION, "electorate": electorate, "rule": rule}])


def test_names_are_kept_on_one_line() -> None:
    assert read(names={"ca": " Via\n ràpida ", "es": "b", "en": "c"}).names["ca"] == "Via ràpida"


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(Invalid, match="step_unknown"):
        check_step(USUAL_ROUTES["mayors"], "council", [])
