import pytest

from positions.data.tables import LANGUAGES
from positions.electors import weigh
from positions.errors import Conflict
from positions.routes import (
    Electorate,
    Route,
    StepKind,
    check_route,
    check_step,
    compose_route,
    is_last,
    next_step,
    route_of,
)
from positions.rules import Choice, Silence, check_rule
from positions.tallies import tally
from positions.usual_routes import ADHESION, USUAL_ROUTES
from tests.support.approvals import ELECTORATE, everyone

every_route = pytest.mark.parametrize("route", list(USUAL_ROUTES.values()), ids=list(USUAL_ROUTES))


@every_route
def test_routes_and_steps_are_named_in_every_language(route: Route) -> None:
    assert check_route(route_of(compose_route(route))) == route
    for names in (route.names, *(step.names for step in route.steps)):
        assert tuple(names) == LANGUAGES
        assert all(names.values())


@every_route
def test_silence_stands_for_clearance_only_and_a_decision_adopts(route: Route) -> None:
    for step in route.steps:
        assert (step.silence is Silence.CONSENT) is (step.kind is StepKind.CLEARANCE)
    assert route.steps[-1].kind is StepKind.DECISION


@every_route
def test_every_step_has_a_rule_its_electorate_can_decide_by(route: Route) -> None:
    for step in route.steps:
        electors = ELECTORATE[:1] if step.electorate is Electorate.AUTHORITY else ELECTORATE
        check_rule(step.rule, weigh(electors))


@every_route
def test_steps_open_in_order_and_the_last_one_adopts(route: Route) -> None:
    passed: list[str] = []
    for step in route.steps:
        assert check_step(route, step.key, passed) is step
        for other in route.steps:
            if other is not step:
                with pytest.raises(Conflict):
                    check_step(route, other.key, passed)
        passed.append(step.key)
        assert is_last(route, step.key) is (next_step(route, passed) is None)


def test_one_signature_makes_a_list_of_signatories_and_objections_do_not_unmake_it() -> None:
    first, *others = ELECTORATE
    assert not tally(ADHESION, ELECTORATE, votes={}).would_pass
    cast = everyone() | {elector.organization: Choice.OBJECT for elector in others}
    signed = tally(ADHESION, ELECTORATE, votes=cast)
    assert signed.would_pass
    assert signed.approving == weigh([first])
