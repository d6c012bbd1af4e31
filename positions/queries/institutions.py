"""Institutions with their channels, subjects, and the terms of the glossary."""

from collections.abc import Iterable

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.models.institutions import Channel, Institution, Subject, Term
from positions.queries.lookups import equals
from positions.queries.pages import Order, Page, Window, count, page
from positions.search import patterns

BY_CODE = Order((Institution.code,))
InstitutionRow = Institution
ChannelRow = Channel
SubjectRow = Subject
TermRow = Term


async def list_institutions(session: AsyncSession, search: str | None, window: Window) -> Page[Institution]:
    """One page of institutions by code, with their channels."""
    return await page(session, _found(search).options(selectinload(Institution.channels)), BY_CODE, window)


async def count_institutions(session: AsyncSession, search: str | None) -> int:
    """How many institutions the words find."""
    return await count(session, _found(search))


async def find_institution(session: AsyncSession, code: str) -> Institution | None:
    """The institution with this code, with its channels."""
    statement = (
        select(Institution).where(equals(Institution.code, code)).options(selectinload(Institution.channels))
    )
    return await session.scalar(statement)


async def institutions_by_id(session: AsyncSession, ids: Iterable[str]) -> dict[str, Institution]:
    """Institutions by id, with their channels; unknown ids are left out."""
    wanted = Institution.id.in_(sorted(set(ids)))
    statement = select(Institution).where(wanted).options(selectinload(Institution.channels))
    return {row.id: row for row in await session.scalars(statement)}


async def list_subjects(session: AsyncSession) -> list[Subject]:
    """All subjects by code; there are 21."""
    return list(await session.scalars(select(Subject).order_by(Subject.code)))


async def list_terms(session: AsyncSession) -> list[Term]:
    """The whole glossary by code."""
    return list(await session.scalars(select(Term).order_by(Term.code)))


def _found(search: str | None) -> Select[Institution]:
    statement = select(Institution)
    for alternatives in patterns(search or ""):
        statement = statement.where(or_(*(Institution.search.like(pattern) for pattern in alternatives)))
    return statement
