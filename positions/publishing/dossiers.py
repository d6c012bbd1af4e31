"""The dossier: one archive that holds the files that were sent, their manifest and the seal; and the proof that it still does.

An archive is written in one way only (names in order, stored, without times or comments), so that it is the same byte for
byte wherever it is made from the same files, and proving it is making it again. Nothing in an archive that came from
outside is believed or inflated beyond what its manifest announces.
"""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from positions import extracts
from positions.manifests import FORMAT, MANIFEST, RECORD, SEAL, read_json

MAX_BYTES = 256 * 1024 * 1024
"""The largest archive that is looked at."""
MAX_FILES = 1_000

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3
_MAX_JSON = 32 * 1024 * 1024
_CHUNK = 64 * 1024
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\x05\x06"
_LONGEST_ENTRY = 512
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True)
class Fault:
    """Something about a dossier that does not hold: which file, and what."""

    subject: str
    difference: str


ARCHIVE = "the archive"


def pack(files: Mapping[str, bytes]) -> bytes:
    """The archive of these files, the same for the same files always."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, files[name])
    return packed.getvalue()


def faults(content: bytes) -> tuple[Fault, ...]:
    """Everything about an archive that does not hold; none for a dossier as it was sealed."""
    if len(content) > MAX_BYTES:
        return (Fault(ARCHIVE, "is larger than any dossier"),)
    ending = _ending(content)
    if ending:
        return (Fault(ARCHIVE, ending),)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            found = list(_inside(archive))
            if not found and not _is_canonical(archive, content):
                found.append(Fault(ARCHIVE, "is not as it was sealed, though its files are"))
            return tuple(found)
    except _UNREADABLE:
        return (Fault(ARCHIVE, "cannot be read"),)


def sealed_as(content: bytes) -> str:
    """How a dossier that holds can be found in the record it was sealed in, for whoever has that record."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        manifest, seal = read_json(archive.read(MANIFEST)), read_json(archive.read(SEAL))
    assert manifest is not None
    assert seal is not None
    return f"{manifest['reference']} to {manifest['institution']}: entry {seal['sequence']} of the record, {seal['hash']}."


def _is_canonical(archive: zipfile.ZipFile, content: bytes) -> bool:
    """Whether packing the files again gives this very archive; one that would have to be inflated does not."""
    entries = archive.infolist()
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        return False
    return pack({entry.filename: archive.read(entry) for entry in entries}) == content


def _ending(content: bytes) -> str | None:
    """What is wrong with the end of the archive: it stands last, and its directory is no longer than a dossier's."""
    if len(content) < _END.size:
        return "is no dossier"
    signature, disk, start_disk, _, entries, directory, offset, comment = _END.unpack(content[-_END.size :])
    if signature != _END_SIGNATURE or comment or disk or start_disk:
        return "is no dossier, or something follows its end"
    if entries > MAX_FILES or directory > MAX_FILES * _LONGEST_ENTRY:
        return "holds more files than any dossier"
    return None if offset + directory + _END.size == len(content) else "has gaps"


def _inside(archive: zipfile.ZipFile) -> Iterator[Fault]:
    entries = {entry.filename: entry for entry in archive.infolist()}
    if len(entries) < len(archive.infolist()):
        yield Fault(ARCHIVE, "holds a name twice")
        return
    told = {name: _json(archive, entries.get(name)) for name in (MANIFEST, SEAL, RECORD)}
    for name, content in told.items():
        if content is None:
            yield Fault(name, "is missing" if name not in entries else "cannot be read as it was sealed")
    listed = _listed(told[MANIFEST])
    if listed is None:
        return
    yield from _files(archive, entries, listed)
    manifest, seal, record = (told[name] for name in (MANIFEST, SEAL, RECORD))
    if manifest is not None and seal is not None:
        digest = hashlib.sha256(archive.read(entries[MANIFEST])).hexdigest()
        yield from _sealed(manifest, seal, digest)
    if manifest is not None and record is not None:
        yield from _recorded(manifest, record)


def _json(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | None) -> Mapping[str, Any] | None:
    if entry is None:
        return None
    with archive.open(entry) as stream:
        content = stream.read(_MAX_JSON + 1)
    return read_json(content) if len(content) <= _MAX_JSON else None


def _listed(manifest: Mapping[str, Any] | None) -> dict[str, tuple[int, str]] | None:
    """The size and the hash of each file that the manifest names; None when it names none that way."""
    if manifest is None or manifest.get("format") != FORMAT:
        return None
    try:
        return {str(file["name"]): (int(file["bytes"]), str(file["sha256"])) for file in manifest["files"]}
    except (KeyError, TypeError, ValueError):
        return None


def _files(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], listed: Mapping[str, tuple[int, str]]
) -> Iterator[Fault]:
    for name in sorted(listed.keys() - entries.keys()):
        yield Fault(name, "is missing")
    for name in sorted(entries.keys() - listed.keys() - {MANIFEST, SEAL}):
        yield Fault(name, "is not in the manifest")
    for name in sorted(listed.keys() & entries.keys()):
        if _digest(archive, entries[name], listed[name][0]) != listed[name]:
            yield Fault(name, "differs from what was sealed")


def _digest(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, announced: int) -> tuple[int, str]:
    """A member's size and hash, read no further than a byte beyond what was announced."""
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(entry) as stream:
            while size <= announced and (chunk := stream.read(min(_CHUNK, announced + 1 - size))):
                digest.update(chunk)
                size += len(chunk)
    except _UNREADABLE:
        return -1, ""
    return size, digest.hexdigest()


def _sealed(manifest: Mapping[str, Any], seal: Mapping[str, Any], digest: str) -> Iterator[Fault]:
    """The seal is the entry of the record that follows on the manifest's head and names the manifest's hash."""
    if not extracts.proves_itself(seal):
        yield Fault(SEAL, "does not have the hash it says")
        return
    body, chain = seal["body"], manifest.get("chain")
    if body.get("manifest_sha256") != digest:
        yield Fault(MANIFEST, "differs from what was sealed")
    follows = {"chain": seal["chain"], "sequence": seal["sequence"] - 1, "hash": seal["previous_hash"]}
    repeated = ("submission", "institution", "channel", "sent_at", "external_reference", "registered_on")
    versions = [
        {key: version.get(key) for key in ("language", "number", "sha256")}
        for version in _mappings(manifest.get("versions"))
    ]
    if (
        chain != follows
        or body.get("versions") != versions
        or any(body.get(key) != manifest.get(key) for key in repeated)
    ):
        yield Fault(SEAL, "does not belong to this manifest")


def _recorded(manifest: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Fault]:
    """The extract leads to the manifest's head and tells of the very texts that were sent."""
    entries = list(_mappings(record.get("entries")))
    chain = manifest.get("chain")
    head = chain.get("hash") if isinstance(chain, Mapping) else None
    if not isinstance(head, str) or not extracts.holds(entries, head):
        yield Fault(RECORD, "does not lead to the head that was sealed")
        return
    told = {entry["body"].get("sha256") for entry in entries if isinstance(entry.get("body"), Mapping)}
    listed = _listed(manifest) or {}
    for version in _mappings(manifest.get("versions")):
        name, digest = str(version.get("file")), version.get("sha256")
        if listed.get(name, (0, ""))[1] != digest:
            yield Fault(name, "is not the text of the version it stands for")
        elif digest not in told:
            yield Fault(RECORD, f"does not tell of the text in {name}")


def _mappings(value: object) -> Iterable[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
