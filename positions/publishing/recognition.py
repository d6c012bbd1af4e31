"""What a file is, by looking into it: a name or a header may lie about its type, its content must bear it out."""

import struct
from collections.abc import Callable, Mapping

from positions.attachments import MEDIA_TYPES, ending_of
from positions.errors import Invalid, LimitExceeded, Refusal
from positions.publishing.archives import DOCX, ODT, XLSX, Kind, open_archive

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_PDF, _PDF_END = b"%PDF-", b"%%EOF"
_ENDING_WITHIN = 1024
_LARGEST_SIDE = 30_000
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}


def recognise(name: str, content: bytes) -> str:
    """The media type of a file whose content is what its name says; a refusal for one that lies, or is of no type kept."""
    ending = ending_of(name)
    try:
        is_true = _LOOKS[ending](content)
    except LimitExceeded:
        raise
    except Refusal:
        is_true = False
    if not is_true:
        raise Invalid("file_type_differs", ["file"], name=name, type=ending)
    return MEDIA_TYPES[ending]


def _is_pdf(content: bytes) -> bool:
    return content.startswith(_PDF) and _PDF_END in content[-_ENDING_WITHIN:]


def _is_png(content: bytes) -> bool:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or not content.endswith(_PNG_END):
        return False
    width, height = struct.unpack(">II", content[16:24])
    return bool(0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE)


def _is_jpeg(content: bytes) -> bool:
    return content.startswith(_JPEG) and content.rstrip(b"\0").endswith(_JPEG_END)


def _is_text(content: bytes) -> bool:
    """UTF-8 without control signs."""
    if _CONTROLS & set(content):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_office(kind: Kind) -> Callable[[bytes], bool]:
    return lambda content: bool(open_archive(content, kind))


_LOOKS: Mapping[str, Callable[[bytes], bool]] = {
    "pdf": _is_pdf,
    "docx": _is_office(DOCX),
    "xlsx": _is_office(XLSX),
    "odt": _is_office(ODT),
    "png": _is_png,
    "jpg": _is_jpeg,
    "jpeg": _is_jpeg,
    "txt": _is_text,
    "csv": _is_text,
}
