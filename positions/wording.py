"""What a reader reads of a Markdown text: its words without the marks.

`wording` keeps everything that means something (link addresses, list numbers, ticked boxes), so that two texts with
the same wording differ in markup alone. `plain` keeps only what is visible as running text. Both are linear: what may
repeat gives nothing back (`*+`), and no search begins anew inside what an earlier one has run through.
"""

import re

_LINE_MARKS = re.compile(r"^(?:[ \t]*>)*[ \t]*(?:#{1,6}(?=[ \t]|$)|[-+*](?=[ \t]|$))?[ \t]*", re.MULTILINE)
_CLOSING_HASHES = re.compile(r"(?<![ \t])[ \t]++#++[ \t]*+$", re.MULTILINE)
_UNDERLINE = re.compile(r"^[ \t]*+(?:=++[ \t]*+|-++[ \t]*+|(?:[-*_][ \t]*+){3,})$", re.MULTILINE)
_DELIMITER_ROW = re.compile(
    r"^[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+$"
    r"|^[ \t]*+\|[ \t]*+:?-++:?[ \t]*+\|[ \t]*+$",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)(?:[ \t]+\"[^\"]*\")?\)")
_NUMBER = re.compile(r"^[ \t]*\d{1,9}[.)][ \t]+", re.MULTILINE)
_BOX = re.compile(r"^[ \t]*\[[ xX]\][ \t]+", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\]:?")
_DELIMITERS = re.compile(r"\*+|_+|~~|`+")
_LETTER = re.compile(r"\w")
_SPACES = re.compile(r"\s+")


def wording(text: str) -> str:
    """The words of a text without Markdown marks, white space collapsed; link addresses and numbers stay."""
    return _collapse(_LINK.sub(r"\1 \2", _without_line_marks(text)))


def plain(text: str) -> str:
    """The visible words of a text, white space collapsed: no marks, link addresses, list numbers or note marks."""
    bare = _FOOTNOTE_MARK.sub("", _BOX.sub("", _NUMBER.sub("", _without_line_marks(text))))
    return _collapse(_LINK.sub(r"\1", bare))


def count_words(text: str) -> int:
    """The number of visible words, counted as word processors do: runs without white space that hold a letter or digit."""
    return sum(_LETTER.search(run) is not None for run in plain(text).split())


def unmarked(text: str) -> str:
    """A piece of a line without pairs of emphasis and code marks and without escapes; its white space stays."""
    return _ESCAPED.sub(r"\1", _without_delimiters(text))


def _without_line_marks(text: str) -> str:
    bare = _UNDERLINE.sub("", _DELIMITER_ROW.sub("", text))
    return _CLOSING_HASHES.sub("", _LINE_MARKS.sub("", bare))


def _collapse(text: str) -> str:
    """A text without emphasis, code and table marks, on one line."""
    bare = _without_delimiters(text).replace("\\|", "\x00").replace("|", " ").replace("\x00", "|")
    return _SPACES.sub(" ", _ESCAPED.sub(r"\1", bare)).strip()


def _without_delimiters(text: str) -> str:
    """A text without the pairs of `*`, `_`, `~~` and backticks; a mark without its partner is a character."""
    open_at: dict[str, list[int]] = {}
    dropped: set[int] = set()
    runs = list(_DELIMITERS.finditer(text))
    for index, run in enumerate(runs):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if before == "\\":
            continue
        is_inside_word = run[0][0] == "_" and before.isalnum() and after.isalnum()
        waiting = open_at.setdefault(run[0], [])
        if before.strip() and waiting and not is_inside_word:
            dropped |= {waiting.pop(), index}
        elif after.strip() and not is_inside_word:
            waiting.append(index)
    pieces, last = [], 0
    for index in sorted(dropped):
        pieces.append(text[last : runs[index].start()])
        last = runs[index].end()
    return "".join((*pieces, text[last:]))
