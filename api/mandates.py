"""The files that prove mandates: in, looked into, and out again as downloads for those who may see them; never public."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.attachments import as_download
from api.graphql.scalars import write_moment
from api.identity import identify
from api.state import database_of
from api.uploads import answer, read_upload
from positions.actors import Actor
from positions.attachments import MAX_BYTES
from positions.errors import NotFound
from positions.permissions import Permission
from positions.queries.access import see_position
from positions.queries.mandates import CertificateRow, see_certificate
from positions.services.mandates import AddCertificate, add_certificate, check_certificate_file
from positions.services.unit_of_work import Database


async def receive_certificate(request: Request) -> Response:
    """Keep a certificate for the organization."""
    return await answer(request, _receive, ("certificate",))


async def _receive(request: Request, database: Database, actor: Actor) -> dict[str, object]:
    reference, acting = request.path_params["reference"], request.query_params.get("organizationCode")
    async with database.read() as session:  # whoever may not vote is told before the file is read
        (await see_position(session, actor, reference)).demand(Permission.VOTE, acting)
    _, name, content = await read_upload(request, MAX_BYTES)
    checked = await check_certificate_file(database, actor, AddCertificate(reference, name, content, acting))
    async with database.write() as work:
        return {"certificate": _shown(await add_certificate(work, actor, checked))}


async def show_certificate(request: Request) -> Response:
    """A certificate as it was added."""
    actor = (await identify(request, database_of(request))).actor
    async with database_of(request).read() as session:
        access, row = await see_certificate(session, actor, request.path_params["id"], whole=True)
        if access.position.reference != request.path_params["reference"]:
            raise NotFound("certificate_unknown", ["id"])
        content = row.content
    return as_download(content, row.name, media_type=row.media_type, sha256=row.sha256)


def _shown(row: CertificateRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "mediaType": row.media_type,
        "bytes": row.size,
        "sha256": row.sha256,
        "addedAt": write_moment(row.added_at),
    }


routes = [
    Route("/positions/{reference}/certificates", receive_certificate, methods=["POST"]),
    Route("/positions/{reference}/certificates/{id}", show_certificate),
]
