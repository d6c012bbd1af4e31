"""Markdown as a person would write it: tables without padding, lists without wide markers, no stray comments.

A writer that pads makes every row of a table differ when one cell grows; without padding only the changed row does.
"""

import re

_FENCE = re.compile(r"\s*(```|~~~)")
_ROW = re.compile(r"(\s*)\|(.*)\|\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*(:?)-+(:?)\s*$")
_WIDE_MARKER = re.compile(r"(\s*\d+[.)]) {2,3}(?=\S)")
_EMPTY_COMMENT = re.compile(r"\s*<!-- -->\s*$")


def tidy(text: str) -> str:
    """The same document in fewer characters; what stands in code fences is left alone."""
    lines = text.split("\n")
    tidied: list[str] = []
    in_code = False
    for place, line in enumerate(lines):
        if _FENCE.match(line):
            in_code = not in_code
        if in_code:
            tidied.append(line)
        elif _EMPTY_COMMENT.match(line):
            _drop_blank_end(tidied)
        else:
            tidied.append(_narrow(_without_padding(line), lines[place + 1 :]))
    return "\n".join(tidied).strip("\n") + "\n"


def _without_padding(line: str) -> str:
    row = _ROW.match(line)
    if row is None:
        return line
    cells = _CELL.split(row[2])
    if all(_RULE.match(cell) for cell in cells):
        rules = "|".join(_RULE.sub(r"\1---\2", cell) for cell in cells)
        return f"{row[1]}|{rules}|"
    return f"{row[1]}| {' | '.join(cell.strip() for cell in cells)} |"


def _narrow(line: str, rest: list[str]) -> str:
    """The line with one blank after its number, unless lines that follow hang on its width."""
    marker = _WIDE_MARKER.match(line)
    if marker is None:
        return line
    following = next((other for other in rest if other.strip()), "")
    if following.startswith(" " * (len(marker[0]))):
        return line
    return f"{marker[1]} {line[marker.end() :]}"


def _drop_blank_end(lines: list[str]) -> None:
    while lines and not lines[-1].strip():
        lines.pop()
