"""What was sent, out again: a submission's dossier as one archive, and each file that was sealed in it."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.identity import identify
from api.state import database_of
from positions.errors import NotFound
from positions.publishing.dossiers import pack
from positions.queries.access import Access
from positions.queries.submissions import SubmissionRow, sealed_file, sealed_files, see_submission

_SEALED = "private, no-cache"


async def show_dossier(request: Request) -> Response:
    """The archive, the same byte for byte whenever it is asked for."""
    actor = (await identify(request, database_of(request))).actor
    async with database_of(request).read() as session:
        access, row = await see_submission(session, actor, request.path_params["id"])
        _belongs(request, access, row)
        files = {file.name: file.content for file in await sealed_files(session, row.id)}
    content = await asyncio.to_thread(pack, files)
    name = f"{access.position.reference}-{row.institution.code}-{row.id[-6:]}.zip"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": _SEALED,
        "x-manifest-sha256": row.manifest_sha256,
    }
    return Response(content, media_type="application/zip", headers=headers)


async def show_file(request: Request) -> Response:
    """One file of a dossier, as it was sealed."""
    actor = (await identify(request, database_of(request))).actor
    async with database_of(request).read() as session:
        access, row = await see_submission(session, actor, request.path_params["id"])
        _belongs(request, access, row)
        file = await sealed_file(session, row.id, request.path_params["name"])
    if file is None:
        raise NotFound("file_unknown", ["name"])
    shown = file.name.rpartition("/")[2]
    headers = {
        "content-disposition": f'attachment; filename="{shown}"',
        "content-security-policy": "sandbox",
        "cache-control": _SEALED,
        "etag": f'"{file.sha256}"',
    }
    return Response(file.content, media_type=file.media_type, headers=headers)


def _belongs(request: Request, access: Access, row: SubmissionRow) -> None:
    """A submission is found under its own position's address only."""
    if request.path_params["reference"] != access.position.reference or row.position_id != access.position.id:
        raise NotFound("submission_unknown", ["id"])


routes = [
    Route("/positions/{reference}/submissions/{id}/dossier.zip", show_dossier),
    Route("/positions/{reference}/submissions/{id}/files/{name:path}", show_file),
]
