"""Word, OpenDocument and Markdown files in: the file's text becomes an edit of the draft, as editDraft would make it.

The file is the body itself (named by `X-Filename` or by its media type) or the part `file` of a form.
"""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.readings import told
from api.uploads import answer, read_upload
from positions.actors import Actor
from positions.errors import Invalid
from positions.permissions import Permission
from positions.publishing.apart import apart
from positions.publishing.word import MAX_FILE_BYTES, convert
from positions.publishing.word_changes import read_held
from positions.queries.access import see_position
from positions.queries.documents import document_in
from positions.queries.imports import base_version, target_of
from positions.services.drafts import (
    EditDraft,
    Edited,
    OnConflict,
    prepare_edit,
    writing_permission,
)
from positions.services.imports import import_text
from positions.services.unit_of_work import Database

_LONGEST_NUMBER = 20
_NAMES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "file.docx",
    "application/vnd.oasis.opendocument.text": "file.odt",
    "text/markdown": "file.md",
    "text/plain": "file.md",
}
_UNSAID = {"", "application/octet-stream", "application/x-www-form-urlencoded"}
"""What programs send with a file whose type they do not say; curl says a form."""
_FIRST_ENTRY = 200
"""An OpenDocument begins with an entry that says what it is, within so many bytes."""


async def import_file(request: Request) -> Response:
    """Merge a file into the draft."""
    return await answer(request, _import, ("draft", "overlaps"))


async def _import(request: Request, database: Database, actor: Actor) -> dict[str, object]:
    document_id = await _checked_document(request, database, actor)
    name, content = await _file(request)
    text = await asyncio.to_thread(convert, name, content)
    edit = EditDraft(
        document_id=document_id,
        text=text,
        base_sequence=_base(request.query_params.get("base")),
        on_conflict=_on_conflict(request.query_params.get("onConflict", OnConflict.MERGE)),
        organization_code=request.query_params.get("organizationCode"),
    )
    prepared = await prepare_edit(database, actor, edit)
    async with database.write() as work:
        return _answer(await import_text(work, actor, prepared))


async def _checked_document(request: Request, database: Database, actor: Actor) -> str:
    """Whoever may not write is told before the file is read."""
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        document = await document_in(session, access, request.path_params["language"])
        access.demand(writing_permission(document), request.query_params.get("organizationCode"))
        return document.id


async def _file(request: Request) -> tuple[str, bytes]:
    media_type, name, content = await read_upload(request, MAX_FILE_BYTES)
    if name:
        return name, content
    return _NAMES.get(media_type) or (_guess(content) if media_type in _UNSAID else "file"), content


def _guess(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return "file.md"
    return "file.odt" if b"opendocument" in content[:_FIRST_ENTRY] else "file.docx"


def _base(given: str | None) -> int | None:
    if given is None:
        return None
    if not given.isdecimal() or len(given) > _LONGEST_NUMBER:
        raise Invalid("base_unknown", ["base"], head=0)
    return int(given)


def _on_conflict(given: str) -> OnConflict:
    try:
        return OnConflict(given)
    except ValueError:
        raise Invalid("on_conflict_unknown", ["onConflict"]) from None


async def show_changes(request: Request) -> Response:
    """What a Word file's tracked changes and comments propose and say, and where that stands in the paper; nothing is kept."""
    return await answer(request, _changes, ("reading",))


async def _changes(request: Request, database: Database, actor: Actor) -> dict[str, object]:
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        document = await document_in(session, access, request.path_params["language"])
        access.demand(Permission.COMMENT, request.query_params.get("organizationCode"))
        target = await target_of(session, database.drafts, access, document)
    name, content = await _file(request)
    file, held = await asyncio.to_thread(apart, read_held, name, content, target.text)
    async with database.read() as session:
        number = await base_version(session, target, file.base)
    return {"reading": told(target, file, held, number)}


def _answer(edited: Edited) -> dict[str, object]:
    return {
        "draft": {"sequence": edited.draft.sequence, "text": edited.draft.text},
        "overlaps": [
            {"start": place.start, "end": place.end, "yours": place.yours, "theirs": place.theirs}
            for place in edited.overlaps
        ],
    }


routes = [
    Route("/positions/{reference}/{language}/import", import_file, methods=["POST"]),
    Route("/positions/{reference}/{language}/import/changes", show_changes, methods=["POST"]),
]
