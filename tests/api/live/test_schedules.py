"""Whatever happens in whatever order, everybody ends with the same text, and the record proves it; thousands more: `./dev soak live`."""

from random import Random

import pytest

from tests.api.live.conftest import Table, secret_of
from tests.support.callers import Caller
from tests.support.schedules import Schedule
from tests.support.world import LEAD, PARTICIPANT
from tests.support.yjs import Yjs


@pytest.mark.parametrize("seed", range(4))
async def test_people_and_scripts_at_one_paper_end_with_one_text_and_each_letter_is_its_writers(
    table: Table, yjs: Yjs, seed: int
) -> None:
    secret = await secret_of(table.world, PARTICIPANT)
    caller = Caller(table.address, table.paper.document_id, secret, 2**31 + 1)
    peers = [await table.peer(LEAD), await table.peer(PARTICIPANT), caller]
    owners = (LEAD, PARTICIPANT, PARTICIPANT)
    await Schedule(table.world, table.paper, peers, owners, yjs, Random(seed)).run()
