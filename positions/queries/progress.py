"""How far a position has come on its route: for each step the round that passed it on the present text."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.models.documents import Document
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.rounds import passed_steps, running_round
from positions.queries.routes import followed
from positions.queries.versions import newest_version
from positions.routes import Step, next_step


@dataclass(frozen=True)
class StepState:
    """A step, the number of the round that passed it on the present text or runs now, and whether it is its turn."""

    step: Step
    passed_in: int | None
    running_in: int | None
    is_next: bool


async def progress_of(session: AsyncSession, access: Access) -> list[StepState]:
    """The steps of the position's route in their order; none without a route, and none for the public."""
    route = followed(access.position)
    if route is None or not access.holds(Permission.READ):
        return []
    original = select(Document.id).where(Document.position_id == access.position.id, Document.is_original)
    newest = await newest_version(session, (await session.scalars(original)).one())
    passed = {} if newest is None else await passed_steps(session, access.position, newest.sha256)
    running = await running_round(session, access.position.id)
    due = next_step(route, passed)
    return [
        StepState(
            step,
            passed.get(step.key),
            running.number if running and running.step_key == step.key else None,
            step is due,
        )
        for step in route.steps
    ]
