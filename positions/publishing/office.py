"""A paper as Word or OpenDocument file: pandoc writes its own tree, in its sandbox, within a memory and a time limit."""

import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

import pypandoc

from positions.errors import Invalid
from positions.publishing.pandoc_tree import Element
from positions.publishing.reference_docx import reference_docx
from positions.publishing.reference_odt import reference_odt
from positions.publishing.running import Running

OfficeForm = Literal["docx", "odt"]

_REFERENCES: Mapping[OfficeForm, Callable[[Running], bytes]] = {"docx": reference_docx, "odt": reference_odt}
_SECONDS = 40
_MEMORY = "512M"


def office_file(document: Element, form: OfficeForm, *, day: date, running: Running) -> bytes:
    """The document in an office form, dated, the same bytes each time; Invalid ("file_not_typeset") when it cannot be written."""
    with tempfile.TemporaryDirectory(prefix="positions-office-") as folder:
        reference = Path(folder, f"reference.{form}")
        reference.write_bytes(_REFERENCES[form](running))
        command = [pypandoc.get_pandoc_path(), "--sandbox", "--from=json", f"--to={form}", "--output=-"]
        moment = datetime.combine(day, time(), UTC)
        try:
            done = subprocess.run(  # noqa: S603 (a fixed program, arguments of our own)
                [*command, f"--reference-doc={reference}", "+RTS", f"-M{_MEMORY}", "-RTS"],
                cwd=Path(folder),
                env={"LANG": "C.UTF-8", "HOME": folder, "SOURCE_DATE_EPOCH": str(int(moment.timestamp()))},
                input=json.dumps(document).encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
        except subprocess.SubprocessError:
            raise Invalid("file_not_typeset", problem="pandoc") from None
        return done.stdout
