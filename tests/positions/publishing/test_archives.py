"""Office archives: what is sound passes, everything else is refused by its name."""

import zipfile
from io import BytesIO

import pytest

from positions.errors import LimitExceeded, Refusal
from positions.publishing import archives
from positions.publishing.archives import DOCX, ODT, open_archive, pack_archive

SOUND = {
    "[Content_Types].xml": b'<Types><Override ContentType="x.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": b"<Relationships/>",
    "word/document.xml": b"<document/>",
}


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    return content.getvalue()


def refusal_of(content: bytes, kind: archives.Kind = DOCX) -> str:
    with pytest.raises(Refusal) as caught:
        open_archive(content, kind)
    return caught.value.reason


def test_a_sound_archive_opens_and_packs_again() -> None:
    members = open_archive(packed(SOUND), DOCX)
    assert members == SOUND
    assert open_archive(pack_archive(members), DOCX) == SOUND


def test_pictures_become_empty() -> None:
    assert (
        open_archive(packed({**SOUND, "word/media/image1.png": b"\x89PNG"}), DOCX)["word/media/image1.png"]
        == b""
    )


@pytest.mark.parametrize(
    "content",
    [
        b"plain words",
        b"PK\x03\x04 and nothing behind it",
        packed({"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<spreadsheetml/>"}),
        packed({name: part for name, part in SOUND.items() if name != "_rels/.rels"}),
        packed(SOUND, zipfile.ZIP_BZIP2),
        packed(SOUND)[:-40],
        bytes.fromhex("d0cf11e0a1b11ae1") + b"an old .doc",
    ],
)
def test_what_is_no_docx(content: bytes) -> None:
    assert refusal_of(content) == "file_not_docx"


def test_an_odt_is_no_docx_and_a_docx_no_odt() -> None:
    odt = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
    assert refusal_of(odt) == "file_not_docx"
    assert refusal_of(packed(SOUND), ODT) == "file_not_odt"
    assert open_archive(odt, ODT)


def test_encrypted_by_office() -> None:
    container = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    assert refusal_of(container) == "file_encrypted"


def test_encrypted_by_libreoffice() -> None:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    members = {"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": manifest}
    assert refusal_of(packed(members), ODT) == "file_encrypted"


def test_encrypted_by_zip() -> None:
    content = bytearray(packed(SOUND))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert refusal_of(bytes(content)) == "file_encrypted"


@pytest.mark.parametrize(
    "part",
    [
        b"<document>",
        b"not xml",
        b"",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" * (archives.MAX_DEPTH + 1) + b"</a>" * (archives.MAX_DEPTH + 1),
    ],
    ids=["unclosed", "words", "nothing", "entities", "deep"],
)
def test_broken_xml(part: bytes) -> None:
    assert refusal_of(packed({**SOUND, "word/document.xml": part})) == "file_broken"


def test_a_bomb_by_ratio() -> None:
    with pytest.raises(LimitExceeded) as caught:
        open_archive(packed({**SOUND, "word/media/x.bin": bytes(archives.RATIO_FREE + 1)}), DOCX)
    assert caught.value.reason == "file_expands_too_much"


def test_a_bomb_by_members() -> None:
    many = {f"word/{number}.xml": b"<a/>" for number in range(archives.MAX_MEMBERS)}
    assert refusal_of(packed({**SOUND, **many})) == "file_expands_too_much"


def test_a_bomb_in_many_directory_entries_of_one_member() -> None:
    content = packed({"a.bin": bytes(archives.RATIO_FREE // 4)})
    start, end = content.index(b"PK\x01\x02"), content.rindex(b"PK\x05\x06")
    entry, tail = content[start:end], bytearray(content[end:])
    tail[8:12] = (6).to_bytes(2, "little") * 2
    tail[12:16] = (6 * len(entry)).to_bytes(4, "little")
    entries = b"".join(entry.replace(b"a.bin", f"{number}.bin".encode()) for number in range(6))
    assert refusal_of(content[:start] + entries + bytes(tail)) in {"file_not_docx", "file_expands_too_much"}


def test_a_declared_size_that_lies() -> None:
    content = bytearray(packed({**SOUND, "word/big.xml": b"<a>" + b" " * 90_000 + b"</a>"}))
    last = content.rindex(b"PK\x01\x02")
    content[last + 24 : last + 28] = (10).to_bytes(4, "little")
    assert refusal_of(bytes(content)) == "file_not_docx"
