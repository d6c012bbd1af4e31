"""Files that somebody attaches: how they may be named, how large they may be, and the types that are kept."""

import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from positions.errors import Invalid, LimitExceeded, Unsupported

MAX_BYTES = 20 * 1024 * 1024
MAX_NAME = 200
"""In code points."""
MAX_OF_POSITION = 200

_OFFICE = "application/vnd.openxmlformats-officedocument"

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": f"{_OFFICE}.wordprocessingml.document",
        "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
        "odt": "application/vnd.oasis.opendocument.text",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "txt": "text/plain; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
    }
)
"""The types that are kept, by the ending of a file's name."""

_BARRED = frozenset('/\\:*?"<>|')


def file_name(given: str, path: Sequence[str] = ("name",)) -> str:
    """A name without folders or signs that systems or headers stumble over."""
    name = unicodedata.normalize("NFC", given).rpartition("/")[2].rpartition("\\")[2].strip(" .")
    if not name or not name.isprintable() or _BARRED & set(name):
        raise Invalid("file_name_invalid", path)
    if len(name) > MAX_NAME:
        raise LimitExceeded("text_too_long", path, limit=MAX_NAME)
    return name


def ending_of(name: str) -> str:
    """The ending that says a file's type; Unsupported when it is none that is kept."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in MEDIA_TYPES:
        raise Unsupported("file_type_not_kept", ["file"], name=name, types=", ".join(sorted(MEDIA_TYPES)))
    return ending


def check_size(content: bytes) -> None:
    """LimitExceeded for a file that is too large, Invalid for an empty one."""
    if not content:
        raise Invalid("attachment_empty", ["file"])
    if len(content) > MAX_BYTES:
        raise LimitExceeded("attachment_too_large", ["file"], megabytes=MAX_BYTES // 2**20)
