"""The server is killed while people type, again and again: what was acknowledged is in the log, and everybody meets again."""

from tests.support.scribblers import kill_again_and_again

KILLS = 10


async def test_no_acknowledged_update_is_lost_when_the_server_is_killed(database_url: str) -> None:
    assert await kill_again_and_again(database_url, KILLS) >= KILLS
