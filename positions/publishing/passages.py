"""One passage of a text as HTML, to stand beside its translation: no ids, and a table's row as a row."""

import re
import textwrap

from positions.parallels import Passage
from positions.publishing.html import block_html, clean

_ID = re.compile(r' id="[^"]*"')
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_HEAD = re.compile(r"(</?)(?:thead|(th)(?=[ >]))")


def passage_html(passage: Passage) -> str:
    """A passage as sanitised HTML."""
    text = textwrap.dedent(passage.text)
    if passage.shape.kind == "footnote":
        text = _NOTE.sub(r"(\1) ", text, count=1)
    if passage.shape.kind == "table_row":
        return clean(_row(text, passage.shape.columns))
    return clean(_ID.sub("", block_html(text)))


def _row(text: str, columns: int) -> str:
    """A row alone; the parser knows tables with a header only, so it is made one, and made plain again."""
    if "\n" in text:
        return block_html(text)
    made = block_html(f"{text}\n|{' --- |' * columns}")
    return _HEAD.sub(lambda found: f"{found[1]}{'td' if found[2] else 'tbody'}", made)
