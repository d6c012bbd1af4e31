"""Typst source set as PDF: reproducible, with the product's own fonts, from an empty folder, never from the network.

A PDF is PDF/A-2a and PDF/UA-1. What Typst refuses to declare as such (a skipped heading level, a sign that no font has) is set
again as plain tagged PDF, and the refusal is told.
"""

import atexit
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Literal

import font_source_sans_pro
import font_source_serif_pro
import typst

from positions.errors import Invalid

Standard = Literal["a-2a", "ua-1"]
STANDARDS: list[Standard] = ["a-2a", "ua-1"]

_TEMPLATES = Path(__file__).with_name("templates")
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
_FAMILIES = (("SourceSerifPro", font_source_serif_pro), ("SourceSansPro", font_source_sans_pro))
_REASON = re.compile(r"^(?:PDF/[^:]*)error: ?", re.IGNORECASE)


@dataclass(frozen=True)
class Sheet:
    """What is set: a template's name, its data (JSON), the markup that follows it, the day it is dated, a logo (PNG)."""

    template: str
    content: Mapping[str, object]
    body: str
    day: date
    logo: bytes | None = None


@dataclass(frozen=True)
class Typeset:
    """A PDF, and why it does not declare the standards (None when it does)."""

    pdf: bytes
    shortfall: str | None


def typeset(sheet: Sheet) -> Typeset:
    """The sheet as PDF; Invalid ("file_not_typeset") when it cannot be set at all."""
    with tempfile.TemporaryDirectory(prefix="positions-typst-") as folder:
        root = Path(folder, "root")
        root.mkdir()
        if sheet.logo is not None:
            (root / "logo.png").write_bytes(sheet.logo)
        compiler = typst.Compiler(
            root=str(root),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"content": json.dumps(sheet.content, ensure_ascii=False)},
            package_path=str(root),
            package_cache_path=str(root),
        )
        source = f"{_template('common')}\n{_template(sheet.template)}\n{sheet.body}".encode()
        moment = datetime.combine(sheet.day, time(), UTC)
        try:
            return Typeset(_compiled(compiler, source, moment, STANDARDS), None)
        except typst.TypstError as refused:
            try:
                return Typeset(_compiled(compiler, source, moment, []), _REASON.sub("", refused.message))
            except typst.TypstError as failed:
                raise Invalid("file_not_typeset", problem=failed.message[:200]) from None


def _compiled(compiler: typst.Compiler, source: bytes, moment: datetime, standards: list[Standard]) -> bytes:
    made = compiler.compile(source, format="pdf", pdf_standards=[*standards], timestamp=moment)
    assert isinstance(made, bytes)
    return made


@cache
def _template(name: str) -> str:
    return (_TEMPLATES / f"{name}.typ").read_text(encoding="utf-8")


@cache
def _fonts() -> typst.Fonts:
    """The faces the templates use, one file each: the packages hold every face twice, which would leave the choice to the disk.

    They are read when they are first needed, so the folder stays until the process ends.
    """
    folder = Path(tempfile.mkdtemp(prefix="positions-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for family, package in _FAMILIES:
        for face in _FACES:
            source = Path(package.__file__).with_name("files") / f"{family}-{face}.ttf"
            (folder / source.name).symlink_to(source)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])
