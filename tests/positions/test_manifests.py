"""The manifest is canonical, names every file, and its seal repeats what was sent."""

import json
from datetime import UTC, date, datetime

import pytest

from positions.manifests import (
    FORMAT,
    MANIFEST,
    Cover,
    DossierFile,
    Head,
    SentVersion,
    manifest,
    read_json,
    seal_body,
)

COVER = Cover(
    "AMB-PP-2026-001",
    "sub_1",
    "EC",
    "LETTER",
    datetime(2026, 11, 23, tzinfo=UTC),
    "S/1",
    date(2026, 11, 24),
)
VERSION = SentVersion("en", 3, "v1.0", "a" * 64, "b" * 64, "texts/en.md", is_courtesy=False)
FILES = [DossierFile("z.txt", "text/plain", b"zz"), DossierFile("a.txt", "text/plain", b"")]


def test_the_manifest_names_every_file_in_order_with_size_and_hash() -> None:
    made = manifest(COVER, [VERSION], FILES, Head("pos_1", 7, "c" * 64))
    told = json.loads(made.content)
    assert (made.name, told["format"]) == (MANIFEST, FORMAT)
    assert [(file["name"], file["bytes"]) for file in told["files"]] == [("a.txt", 0), ("z.txt", 2)]
    assert told["files"][0]["sha256"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert told["chain"] == {"chain": "pos_1", "sequence": 7, "hash": "c" * 64}
    assert (told["sent_at"], told["registered_on"]) == ("2026-11-23T00:00:00.000000Z", "2026-11-24")


def test_the_manifest_does_not_depend_on_the_order_of_its_files() -> None:
    head = Head("pos_1", 7, "c" * 64)
    assert manifest(COVER, [VERSION], FILES, head) == manifest(COVER, [VERSION], FILES[::-1], head)


def test_the_seal_repeats_what_the_manifest_says_of_the_sending() -> None:
    made = manifest(COVER, [VERSION], FILES, Head("pos_1", 7, "c" * 64))
    body = seal_body(COVER, [VERSION], made.sha256)
    assert body["manifest_sha256"] == made.sha256
    assert body["versions"] == [{"language": "en", "number": 3, "sha256": "a" * 64}]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"a": 1}', b'{"b":1,"a":2}', b"\xff", b"[" * 100_000, b'{"a":1.5}', b"null"]
)
def test_only_canonical_objects_are_read(content: bytes) -> None:
    assert read_json(content) is None
    assert read_json(b'{"a":2,"b":1}') == {"a": 2, "b": 1}
