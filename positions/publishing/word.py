"""Word, OpenDocument and Markdown files in: any of them becomes the project's Markdown, or is refused by name.

Pandoc reads a repacked, checked archive (`archives.py`) in its sandbox, in an empty directory, within a memory and a time limit.
`convert` blocks for about a second: callers run it in a thread.
"""

import re
import subprocess
import tempfile
from pathlib import Path, PurePath

import pypandoc

from positions.documents import normalise
from positions.errors import Invalid, LimitExceeded, Unsupported
from positions.publishing.archives import DOCX, ODT, Kind, open_archive, pack_archive
from positions.publishing.stripping import strip_furniture
from positions.publishing.tidy import tidy

MAX_FILE_BYTES = 20_000_000
TIMEOUT_SECONDS = 60
MEMORY = "512M"

_TARGET = "gfm-raw_html-tex_math_dollars-tex_math_gfm-yaml_metadata_block"
_FILTER = Path(__file__).with_name("word.lua")
_KINDS = {kind.suffix: kind for kind in (DOCX, ODT)}
_WITH_MACROS = frozenset({".docm", ".dotm"})
_MARKDOWN = frozenset({".md", ".markdown"})
_STYLES = "word/styles.xml"
_STYLE = re.compile(r"<w:style\b.*?</w:style>", re.DOTALL)
_STYLE_NAME = re.compile(r'(<w:name\b[^>]*w:val=")([^"]*)(")')
_OUTLINE_LEVEL = re.compile(r'<w:outlineLvl\b[^>]*w:val="([0-5])"')
_LOCAL_HEADING = re.compile(
    r"(?:títol|título|titre|titolo|überschrift|tittel|rubrik|encabezado)\s*([1-6])", re.IGNORECASE
)


def convert(name: str, content: bytes) -> str:
    """The Markdown of a .docx, .odt or .md file, judged by its name and checked by its bytes.

    Raises Unsupported ("file_type_unknown"), LimitExceeded ("file_too_large", "file_expands_too_much") or Invalid
    ("file_empty", "file_encrypted", "file_has_macros", "file_not_docx", "file_not_odt", "file_not_text", "file_broken", "file_conversion_failed").
    """
    suffix = _checked_suffix(name, content)
    if suffix in _MARKDOWN:
        text = _decode(content)
    else:
        text = office_text(open_archive(content, _KINDS[suffix]), _KINDS[suffix])
    if not text.strip():
        raise Invalid("file_empty", ["file"])
    return normalise(text, ["file"])


def office_members(name: str, content: bytes) -> dict[str, bytes]:
    """The checked members of an office file; refusals as `convert` has them."""
    return open_archive(content, _KINDS[_checked_suffix(name, content)])


def _checked_suffix(name: str, content: bytes) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix in _WITH_MACROS:
        raise Invalid("file_has_macros", ["file"])
    if suffix not in _KINDS and suffix not in _MARKDOWN:
        raise Unsupported("file_type_unknown", ["file"], suffix=suffix)
    if len(content) > MAX_FILE_BYTES:
        raise LimitExceeded("file_too_large", ["file"], megabytes=MAX_FILE_BYTES // 1_000_000)
    if not content:
        raise Invalid("file_empty", ["file"])
    return suffix


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid("file_not_text", ["file"]) from None


def office_text(members: dict[str, bytes], kind: Kind = DOCX) -> str:
    """The Markdown of checked members."""
    members = dict(members)
    if kind is DOCX and _STYLES in members:
        members[_STYLES] = _name_headings(members[_STYLES])
    members = strip_furniture(members)
    with tempfile.TemporaryDirectory(prefix="positions-word-") as folder:
        path = Path(folder) / f"text{kind.suffix}"
        path.write_bytes(pack_archive(members))
        return tidy(_run_pandoc(path, kind.suffix[1:]))


def _run_pandoc(path: Path, source: str) -> str:
    command = [pypandoc.get_pandoc_path(), "--sandbox", f"--from={source}", f"--to={_TARGET}", "--wrap=none"]
    command += [
        "--markdown-headings=atx",
        f"--lua-filter={_FILTER}",
        path.name,
        "+RTS",
        f"-M{MEMORY}",
        "-RTS",
    ]
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program; the file's name is ours)
            command,
            cwd=path.parent,
            env={"LANG": "C.UTF-8", "HOME": str(path.parent)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
        return done.stdout.decode("utf-8")
    except (subprocess.SubprocessError, UnicodeDecodeError):
        raise Invalid("file_conversion_failed", ["file"]) from None


def _name_headings(styles: bytes) -> bytes:
    """The same styles, headings under the one name that pandoc knows them by, whatever the writer's language."""
    try:
        text = styles.decode("utf-8")
    except UnicodeDecodeError:
        return styles
    return _STYLE.sub(_name_heading, text).encode()


def _name_heading(style: re.Match[str]) -> str:
    text = style[0]
    name = _STYLE_NAME.search(text)
    if name is None or 'w:type="paragraph"' not in text or name[2].lower().startswith("heading "):
        return text
    outline, local = _OUTLINE_LEVEL.search(text), _LOCAL_HEADING.fullmatch(name[2])
    if outline is None and local is None:
        return text
    level = int(outline[1]) + 1 if outline else int(local[1]) if local else 1
    return _STYLE_NAME.sub(rf"\g<1>heading {level}\g<3>", text, count=1)
