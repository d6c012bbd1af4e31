"""Files kept with a position: in, looked into, and out again as downloads that no browser opens by itself."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.graphql.scalars import write_moment
from api.identity import identify
from api.state import database_of
from api.uploads import answer, read_upload
from positions.actors import Actor
from positions.attachments import MAX_BYTES
from positions.errors import NotFound
from positions.permissions import Permission
from positions.queries.access import see_position
from positions.queries.attachments import AttachmentRow, see_attachment
from positions.services.attachments import AttachFile, attach_file, check_file
from positions.services.unit_of_work import Database

SANDBOX = "sandbox; default-src 'none'"


async def add_attachment(request: Request) -> Response:
    """Keep a file."""
    return await answer(request, _receive, ("attachment",))


async def _receive(request: Request, database: Database, actor: Actor) -> dict[str, object]:
    reference, acting = request.path_params["reference"], request.query_params.get("organizationCode")
    async with database.read() as session:  # whoever may not attach is told before the file is read
        (await see_position(session, actor, reference)).demand(Permission.ATTACH_FILE, acting)
    _, name, content = await read_upload(request, MAX_BYTES)
    is_annex = request.query_params.get("annex") == "true"
    checked = await check_file(database, actor, AttachFile(reference, name, content, is_annex, acting))
    async with database.write() as work:
        return {"attachment": _shown(await attach_file(work, actor, checked))}


async def show_attachment(request: Request) -> Response:
    """A file as it was attached."""
    actor = (await identify(request, database_of(request))).actor
    async with database_of(request).read() as session:
        access, row = await see_attachment(session, actor, request.path_params["id"], whole=True)
        if access.position.reference != request.path_params["reference"]:
            raise NotFound("attachment_unknown", ["id"])
        content = row.content
    return as_download(content, row.name, media_type=row.media_type, sha256=row.sha256)


def as_download(content: bytes, name: str, *, media_type: str, sha256: str) -> Response:
    """A file that somebody sent, as a download that no browser opens by itself."""
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "content-security-policy": SANDBOX,
        "cache-control": "private, no-cache",
        "etag": f'"{sha256}"',
    }
    return Response(content, media_type=media_type, headers=headers)


def _shown(row: AttachmentRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "mediaType": row.media_type,
        "bytes": row.size,
        "sha256": row.sha256,
        "isAnnex": row.is_annex,
        "addedAt": write_moment(row.added_at),
    }


routes = [
    Route("/positions/{reference}/attachments", add_attachment, methods=["POST"]),
    Route("/positions/{reference}/attachments/{id}", show_attachment),
]
