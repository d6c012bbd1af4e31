"""A file is what its content is, whatever it is called."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from positions.errors import Invalid, LimitExceeded, Refusal, Unsupported
from positions.publishing.recognition import recognise

FILES = Path(__file__).parents[2] / "files"


def png(width: int = 1, height: int = 1) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def sheet() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        types = '<Types xmlns="x"><Override ContentType="application/spreadsheetml.sheet.main+xml"/></Types>'
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", "<Relationships/>")
    return packed.getvalue()


GENUINE = {
    "a.pdf": b"%PDF-1.7\n...\n%%EOF\n",
    "a.docx": (FILES / "aigues-residuals.docx").read_bytes(),
    "a.odt": (FILES / "aigues-residuals.odt").read_bytes(),
    "a.xlsx": sheet(),
    "a.png": png(),
    "a.jpg": b"\xff\xd8\xff\xe0....\xff\xd9",
    "a.jpeg": b"\xff\xd8\xff\xe1....\xff\xd9\0\0",
    "a.txt": "Aigües residuals\r\n".encode(),
    "a.csv": b"\xef\xbb\xbfine,poblaci\xc3\xb3\n08019,1\n",
}


@pytest.mark.parametrize("name", sorted(GENUINE))
def test_a_file_that_is_what_it_says_is_recognised(name: str) -> None:
    assert "/" in recognise(name, GENUINE[name])


@pytest.mark.parametrize("name", sorted(GENUINE))
def test_no_file_passes_for_another(name: str) -> None:
    ending = name.rpartition(".")[2]
    alike = {"jpg": {"jpeg"}, "jpeg": {"jpg"}, "txt": {"csv"}, "csv": {"txt"}, "pdf": {"txt", "csv"}}
    for other in GENUINE:
        claimed = other.rpartition(".")[2]
        if claimed != ending and claimed not in alike.get(ending, set()):
            with pytest.raises(Invalid, match="file_type_differs"):
                recognise(other, GENUINE[name])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.pdf", b"\n%PDF-1.7\n%%EOF"),
        ("a.pdf", b"%PDF-1.7\n%%EOF" + b"x" * 2_000),
        ("a.png", b"\x89PNG\r\n\x1a\n<svg onload=alert(1)>"),
        ("a.png", png(0, 1)),
        ("a.png", png(2_000_000, 1)),
        ("a.png", png() + b"<script>"),
        ("a.jpg", b"\xff\xd8\xff"),
        ("a.docx", b"PK\x03\x04 no archive"),
        ("a.docx", b""),
        ("a.txt", b"\xff\xfe\x00"),
        ("a.txt", b"a\x00b"),
        ("a.csv", b"MZ\x90\x00\x03"),
    ],
)
def test_a_file_that_lies_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(Invalid, match="file_type_differs"):
        recognise(name, content)


def test_a_type_that_is_not_kept_is_not_looked_into() -> None:
    with pytest.raises(Unsupported):
        recognise("a.svg", b"<svg/>")


def test_an_office_file_that_grows_when_opened_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml")
        archive.writestr("word/document.xml", bytes(20_000_000))
    with pytest.raises(LimitExceeded):
        recognise("a.docx", packed.getvalue())


def test_every_refusal_is_typed() -> None:
    for content in (
        b"PK\x05\x06" + b"\0" * 18,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n1234IHDR",
    ):
        for ending in ("docx", "odt", "xlsx", "png"):
            with pytest.raises(Refusal):
                recognise(f"a.{ending}", content)
