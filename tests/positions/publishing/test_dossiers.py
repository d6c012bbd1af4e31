"""A dossier proves itself anywhere, and whatever is changed in it shows."""

import hashlib
import io
import random
import zipfile
from datetime import UTC, datetime

import pytest

from positions.events import GENESIS, Sealed, Tag, canonical, seal
from positions.extracts import extract, full_entry
from positions.manifests import (
    MANIFEST,
    RECORD,
    SEAL,
    Cover,
    DossierFile,
    Head,
    SentVersion,
    manifest,
    seal_body,
)
from positions.publishing import dossiers
from positions.publishing.dossiers import ARCHIVE, Fault, faults, pack

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEXT = b"# Waters\n"
DIGEST = hashlib.sha256(TEXT).hexdigest()
VERSION = SentVersion("en", 1, "v1.0", DIGEST, "c" * 64, "texts/en.md", is_courtesy=False)
COVER = Cover("AMB-PP-2026-001", "sub_1", "DG_REGIO", "LETTER", AT, "S/14", None)


def chained(*bodies: dict[str, object]) -> list[Sealed]:
    chain: list[Sealed] = []
    for number, body in enumerate(bodies, start=1):
        entry = seal(
            chain="pos_1",
            sequence=number,
            tag=Tag.ROUND_CLOSED,
            at=AT,
            actor="msh_1",
            body=body,
            previous_hash=chain[-1].hash if chain else GENESIS,
        )
        chain.append(entry)
    return chain


def sealed_files(version: SentVersion = VERSION, text: bytes = TEXT) -> dict[str, bytes]:
    """The files of a dossier with one text and one annex."""
    chain = chained({"secret": "of the house"}, {"sha256": DIGEST})
    record = canonical({"chain": "pos_1", "entries": extract(chain, [2])}).encode()
    files = [
        DossierFile("texts/en.md", "text/markdown", text),
        DossierFile("annexes/01-map.pdf", "application/pdf", bytes(range(256)) * 4),
        DossierFile(RECORD, "application/json", record),
    ]
    listing = manifest(COVER, [version], files, Head("pos_1", 2, chain[-1].hash))
    event = seal(
        chain="pos_1",
        sequence=3,
        tag=Tag.SUBMISSION_RECORDED,
        at=AT,
        actor="msh_1",
        body=seal_body(COVER, [version], listing.sha256),
        previous_hash=chain[-1].hash,
    )
    kept = {file.name: file.content for file in (*files, listing)}
    return kept | {SEAL: canonical(full_entry(event)).encode()}


FILES = sealed_files()
DOSSIER = pack(FILES)


def test_a_dossier_as_it_was_sealed_holds() -> None:
    assert faults(DOSSIER) == ()


def test_the_archive_is_the_same_wherever_it_is_made() -> None:
    assert pack(dict(reversed(FILES.items()))) == DOSSIER
    digest = hashlib.sha256(pack({"a.txt": b"a", "b/c.txt": b"bc"})).hexdigest()
    assert digest == "28528338c0eb2fab182159a71dddd38ea802fe19e9c2e782b37474c4a6a6d0a3"


def test_a_flipped_bit_anywhere_shows() -> None:
    unseen = []
    for place in range(len(DOSSIER)):
        changed = bytearray(DOSSIER)
        changed[place] ^= 1 << (place % 8)
        if not faults(bytes(changed)):
            unseen.append(place)
    assert unseen == []


def test_any_other_byte_anywhere_shows() -> None:
    draw = random.Random(11)
    for _ in range(2_000):
        place = draw.randrange(len(DOSSIER))
        changed = bytearray(DOSSIER)
        changed[place] = (changed[place] + draw.randrange(1, 256)) % 256
        assert faults(bytes(changed)), place


@pytest.mark.parametrize("length", [0, 1, 21, 22, 100, len(DOSSIER) - 1])
def test_a_cut_archive_shows(length: int) -> None:
    assert faults(DOSSIER[:length])


@pytest.mark.parametrize(
    ("content", "difference"),
    [
        (DOSSIER + b"x", "is no dossier, or something follows its end"),
        (b"x" + DOSSIER, "has gaps"),
        (b"", "is no dossier"),
        (b"PK\x05\x06" + b"\0" * 18, "MANIFEST"),
    ],
)
def test_what_stands_around_the_archive_shows(content: bytes, difference: str) -> None:
    found = faults(content)
    expected = Fault(MANIFEST, "is missing") if difference == "MANIFEST" else Fault(ARCHIVE, difference)
    assert expected in found


@pytest.mark.parametrize("name", ["texts/en.md", "annexes/01-map.pdf"])
def test_a_swapped_file_is_named(name: str) -> None:
    assert faults(pack(FILES | {name: b"another"})) == (Fault(name, "differs from what was sealed"),)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_missing_file_is_named(name: str) -> None:
    left = {other: content for other, content in FILES.items() if other != name}
    assert Fault(name, "is missing") in faults(pack(left))


def test_a_file_too_many_is_named() -> None:
    assert faults(pack(FILES | {"more.txt": b"more"})) == (Fault("more.txt", "is not in the manifest"),)


def test_a_manifest_written_anew_does_not_fit_its_seal() -> None:
    other = sealed_files(SentVersion("en", 2, None, DIGEST, "c" * 64, "texts/en.md", is_courtesy=False))
    mixed = FILES | {MANIFEST: other[MANIFEST]}
    assert {fault.subject for fault in faults(pack(mixed))} == {MANIFEST, SEAL}
    assert Fault(MANIFEST, "cannot be read as it was sealed") in faults(
        pack(FILES | {MANIFEST: FILES[MANIFEST] + b"\n"})
    )


def test_a_seal_that_was_changed_shows() -> None:
    changed = FILES[SEAL].replace(b"msh_1", b"msh_2")
    assert faults(pack(FILES | {SEAL: changed})) == (Fault(SEAL, "does not have the hash it says"),)


def test_a_text_that_is_not_the_version_it_stands_for_shows() -> None:
    other = hashlib.sha256(b"another").hexdigest()
    version = SentVersion("en", 1, None, other, "c" * 64, "texts/en.md", is_courtesy=False)
    found = faults(pack(sealed_files(version)))
    assert found == (Fault("texts/en.md", "is not the text of the version it stands for"),)


def test_a_text_of_which_the_record_does_not_tell_shows() -> None:
    version = SentVersion(
        "en", 1, None, hashlib.sha256(b"another").hexdigest(), "c" * 64, "texts/en.md", is_courtesy=False
    )
    found = faults(pack(sealed_files(version, b"another")))
    assert found == (Fault(RECORD, "does not tell of the text in texts/en.md"),)


def test_an_archive_packed_in_another_way_shows() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(FILES):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), FILES[name], zipfile.ZIP_DEFLATED)
    assert faults(packed.getvalue()) == (Fault(ARCHIVE, "is not as it was sealed, though its files are"),)


def test_an_archive_that_grows_when_it_is_opened_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    whole = zipfile.ZipExtFile.read

    def counted(stream: zipfile.ZipExtFile, size: int | None = -1) -> bytes:
        found = whole(stream, size)
        read.append(len(found))
        return found

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in FILES.items():
            archive.writestr(name, bytes(50_000_000) if name == "texts/en.md" else content)
    assert Fault("texts/en.md", "differs from what was sealed") in faults(packed.getvalue())
    assert sum(read) < 100_000


def test_an_archive_beyond_any_dossier_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "MAX_BYTES", 100)
    assert faults(DOSSIER) == (Fault(ARCHIVE, "is larger than any dossier"),)
    monkeypatch.undo()
    monkeypatch.setattr(dossiers, "MAX_FILES", 3)
    assert faults(DOSSIER) == (Fault(ARCHIVE, "holds more files than any dossier"),)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_show() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a", b"x")
        archive.writestr("a", b"x")
    assert faults(packed.getvalue()) == (Fault(ARCHIVE, "holds a name twice"),)
