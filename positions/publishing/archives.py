"""Opening the zip archive of an office file without believing a word it says about itself.

What leaves here is a new archive: members were counted and inflated under limits whatever sizes were declared, every XML
part is well-formed, shallow and free of document types, and pictures are empty stand-ins. The original never goes further.
"""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from positions.errors import Invalid, LimitExceeded

MAX_MEMBERS = 3_000
MAX_INFLATED = 128 * 1024 * 1024
"""Bytes of all members together."""
MAX_RATIO = 150
"""Inflated to packed; real office files stay under 40."""
RATIO_FREE = 8 * 1024 * 1024
"""Up to this many inflated bytes the ratio does not matter."""
MAX_DEPTH = 400
"""Elements within elements of an XML part."""

_CHUNK = 64 * 1024
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_XML = (".xml", ".rels")
_ENCRYPTED_FLAG = 0x1
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Kind:
    """How one sort of office file is recognised: what `marker_part` must contain, and what it is refused with."""

    suffix: str
    marker_part: str
    markers: tuple[bytes, ...]
    required_part: str
    refusal: str


DOCX = Kind(
    suffix=".docx",
    marker_part="[Content_Types].xml",
    markers=(b"wordprocessingml", b"application/vnd.ms-word"),
    required_part="_rels/.rels",
    refusal="file_not_docx",
)
XLSX = Kind(
    suffix=".xlsx",
    marker_part="[Content_Types].xml",
    markers=(b"spreadsheetml",),
    required_part="_rels/.rels",
    refusal="file_not_xlsx",
)
ODT = Kind(
    suffix=".odt",
    marker_part="mimetype",
    markers=(b"application/vnd.oasis.opendocument.text",),
    required_part="content.xml",
    refusal="file_not_odt",
)


def open_archive(content: bytes, kind: Kind) -> dict[str, bytes]:
    """The checked members of an office file by name; Invalid or LimitExceeded when it is not sound."""
    if content.startswith(_OLE_MAGIC):
        raise Invalid("file_encrypted" if _ENCRYPTED_PACKAGE in content else kind.refusal, ["file"])
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = _inflate(archive, len(content), kind)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise Invalid(kind.refusal, ["file"]) from None
    _recognise(members, kind)
    for name, part in members.items():
        if name.endswith(_XML):
            _check_xml(part)
    return members


def pack_archive(members: dict[str, bytes]) -> bytes:
    """A plain archive of these members, in their order."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _inflate(archive: zipfile.ZipFile, packed_size: int, kind: Kind) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_MEMBERS:
        raise LimitExceeded("file_expands_too_much", ["file"])
    allowed = min(MAX_INFLATED, max(RATIO_FREE, MAX_RATIO * packed_size))
    members: dict[str, bytes] = {}
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise Invalid("file_encrypted", ["file"])
        if entry.compress_type not in _METHODS or entry.filename in members:
            raise Invalid(kind.refusal, ["file"])
        part = _read(archive, entry, allowed)
        allowed -= len(part)
        members[entry.filename] = part if _is_text(entry.filename) else b""
    return members


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int) -> bytes:
    chunks: list[bytes] = []
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            allowed -= len(chunk)
            if allowed < 0:
                raise LimitExceeded("file_expands_too_much", ["file"])
            chunks.append(chunk)
    return b"".join(chunks)


def _is_text(name: str) -> bool:
    return name.endswith(_XML) or name == ODT.marker_part


def _recognise(members: dict[str, bytes], kind: Kind) -> None:
    types = members.get("[Content_Types].xml", b"")
    if any(name.endswith("vbaProject.bin") for name in members) or b"macroEnabled" in types:
        raise Invalid("file_has_macros", ["file"])
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise Invalid("file_encrypted", ["file"])
    marker = members.get(kind.marker_part, b"")
    if kind.required_part not in members or not any(word in marker for word in kind.markers):
        raise Invalid(kind.refusal, ["file"])


class _Depth(ContentHandler):
    """Refuses elements nested deeper than any writer nests them."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 (xml.sax names it)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SAXException("too deep")

    def endElement(self, name: str) -> None:  # noqa: N802 (xml.sax names it)
        self.depth -= 1


def _check_xml(part: bytes) -> None:
    try:
        defusedxml.sax.parseString(part, _Depth(), forbid_dtd=True)
    except (SAXException, DefusedXmlException, ValueError):
        raise Invalid("file_broken", ["file"]) from None
