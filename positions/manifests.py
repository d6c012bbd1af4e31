"""What a sealed dossier says about itself: its files, the texts they hold, and the place in the record where it was sealed.

The manifest is canonical JSON (RFC 8785); its SHA-256 stands in the event that recorded the submission. That event, the
dossier's seal, follows directly on the head that the manifest names, so that event, manifest and files prove one another.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from positions.events import canonical

FORMAT = "positions-dossier-1"
MANIFEST = "manifest.json"
SEAL = "seal.json"
RECORD = "record.json"


@dataclass(frozen=True)
class DossierFile:
    """A file of a dossier; its name may hold folders, in ASCII."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its SHA-256, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class SentVersion:
    """A version that goes out: `file` holds its text, byte for byte; a courtesy copy stands beside one in a language taken."""

    language: str
    number: int
    label: str | None
    sha256: str
    chain_sha256: str
    file: str
    is_courtesy: bool


@dataclass(frozen=True)
class Cover:
    """What is sent, to whom, and how."""

    reference: str
    submission: str
    institution: str
    channel: str
    sent_at: datetime
    external_reference: str | None
    registered_on: date | None
    cover_language: str | None = None


@dataclass(frozen=True)
class Head:
    """The end of a position's record when it was looked at."""

    chain: str
    sequence: int
    hash: str


def manifest(
    cover: Cover, versions: Sequence[SentVersion], files: Sequence[DossierFile], head: Head
) -> DossierFile:
    """The manifest of these files, sealed at this head."""
    content = {
        "format": FORMAT,
        **asdict(cover),
        "versions": [asdict(version) for version in versions],
        "files": [
            {
                "name": file.name,
                "media_type": file.media_type,
                "bytes": len(file.content),
                "sha256": file.sha256,
            }
            for file in sorted(files, key=lambda file: file.name)
        ],
        "chain": asdict(head),
    }
    return DossierFile(MANIFEST, "application/json", canonical(content).encode())


def seal_body(cover: Cover, versions: Sequence[SentVersion], manifest_sha256: str) -> dict[str, object]:
    """The body of the event that records a submission: what `seal.json` repeats."""
    return {
        "submission": cover.submission,
        "institution": cover.institution,
        "channel": cover.channel,
        "sent_at": cover.sent_at,
        "external_reference": cover.external_reference,
        "registered_on": cover.registered_on,
        "versions": [
            {"language": version.language, "number": version.number, "sha256": version.sha256}
            for version in versions
        ],
        "manifest_sha256": manifest_sha256,
    }


def read_json(content: bytes) -> Mapping[str, object] | None:
    """A canonical JSON object; None for anything else."""
    try:
        found = json.loads(content)
        is_canonical = isinstance(found, dict) and canonical(found).encode() == content
    except (ValueError, TypeError, RecursionError):
        return None
    return found if is_canonical else None
