"""On a network that lets no WebSocket through, people write together all the same, and are told the truth about it."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.sync_api import expect
from starlette.websockets import WebSocket

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, drafted
from tests.support.proxies import proxy, refuse, swallow
from tests.support.servers import running_app


@pytest.mark.parametrize("meet", [refuse, swallow])
def test_people_behind_a_proxy_write_with_those_who_are_not(
    sign_in: SignIn, address: str, meet: Callable[[WebSocket], Awaitable[None]]
) -> None:
    with running_app(proxy(address, meet)) as office:
        paper = drafted(sign_in(COORDINATOR), "La reunió")
        inside, outside = Desk(sign_in(GAVA, by=office), paper), Desk(sign_in(MONTGAT), paper)
        inside.place("La reunió")
        inside.write(" d'avui")
        outside.shows("La reunió d'avui")
        outside.place("d'avui")
        outside.write(" és a les deu.")
        inside.holds("La reunió d'avui és a les deu.")
        inside.shows("La reunió d'avui és a les deu.")
        expect(inside.page.locator(".md-caret-name")).to_contain_text("Montgat")
        expect(outside.page.locator(".md-caret-name")).to_contain_text("Gavà")


def test_the_text_that_was_written_while_the_office_was_cut_off_arrives(
    sign_in: SignIn, address: str
) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "Abans.")
    with running_app(proxy(address, refuse)) as office:
        desk = Desk(sign_in(GAVA, by=office), paper)
        desk.place("Abans.")
        desk.page.context.set_offline(True)
        desk.status("offline")
        desk.write(" Durant.")
        assert paper.draft(coordinator)[1] == "Abans."
        desk.page.context.set_offline(False)
        desk.holds("Abans. Durant.")
