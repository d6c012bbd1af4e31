"""Keep what is known of a channel: its languages, limits and formats, and whether somebody has verified them."""

from collections.abc import Sequence
from dataclasses import dataclass

from positions.actors import Actor, Membership, Role, Scope
from positions.errors import Forbidden, Invalid
from positions.events import Tag
from positions.institutions import ChannelKind
from positions.languages import language_tag
from positions.models.institutions import Institution
from positions.queries.pages import MAX_INTEGER
from positions.queries.plans import find_channel
from positions.services.record import record_register
from positions.services.unit_of_work import UnitOfWork

MAX_LANGUAGES = 60
_KEEPERS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class UpdateChannel:
    """All that is known of a channel now; a limit that nobody knows is None."""

    institution_code: str
    kind: ChannelKind
    languages: Sequence[str]
    max_characters: int | None = None
    max_bytes: int | None = None
    formats: Sequence[str] | None = None
    is_verified: bool = False


async def update_channel(work: UnitOfWork, actor: Actor, request: UpdateChannel) -> Institution:
    """Replace what is known of a channel; a coordinator or an administrator may, and the register keeps it."""
    membership = _keeper(actor)
    institution, channel = await find_channel(work.session, request.institution_code, request.kind.value)
    languages, formats = _languages(request.languages), _formats(request.formats)
    channel.max_characters = _limit(request.max_characters, "maxCharacters")
    channel.max_bytes = _limit(request.max_bytes, "maxBytes")
    channel.languages, channel.formats = languages, formats
    channel.verified, channel.edited_at = request.is_verified, work.now
    body = {
        "institution": institution.code,
        "channel": channel.kind,
        "languages": languages,
        "max_characters": channel.max_characters,
        "max_bytes": channel.max_bytes,
        "formats": formats,
        "verified": channel.verified,
    }
    await record_register(work, Tag.CHANNEL_UPDATED, membership, body, {})
    return institution


def _keeper(actor: Actor) -> Membership:
    actor.signed_in()
    if not actor.has_scope(Scope.WRITE):
        raise Forbidden("scope_missing", scope=Scope.WRITE.value)
    found = next((one for one in actor.memberships if one.role in _KEEPERS), None)
    if found is None:
        raise Forbidden("role_forbids", permission="UPDATE_CHANNEL")
    return found


def _languages(given: Sequence[str]) -> list[str]:
    found = sorted({language_tag(one, ["languages"]) for one in given[:MAX_LANGUAGES]})
    if not found:
        raise Invalid("channel_languages_missing", ["languages"])
    return found


def _limit(given: int | None, field: str) -> int | None:
    if given is not None and not 0 < given <= MAX_INTEGER:
        raise Invalid("channel_limit_invalid", [field])
    return given


def _formats(given: Sequence[str] | None) -> list[str] | None:
    if given is None:
        return None
    wanted = {one.strip().lower().removeprefix(".") for one in given[:MAX_LANGUAGES]}
    strange = sorted(one for one in wanted if not (one.isascii() and one.isalnum() and len(one) <= 8))
    if strange or not wanted:
        raise Invalid("channel_format_invalid", ["formats"], format=(strange or [""])[0][:20])
    return sorted(wanted)
