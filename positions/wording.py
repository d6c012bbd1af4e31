"""What a reader reads of a Markdown text: its words without the marks.

`wording` keeps everything that means something (link addresses, list numbers, ticked boxes), so that two texts with
the same wording differ in markup alone. `plain` keeps only what is visible as running text. Both are linear: what may
repeat gives nothing back (`*+`), and no search begins anew inside what an earlier one has run through.
"""

import re
from collections.abc import Iterator, Mapping

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
_WORD = re.compile(r"[^\W_]+")
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
    pieces, last = [], 0
    for mark in sorted(mark.span() for pair in _pairs(text) for mark in pair):
        pieces.append(text[last : mark[0]])
        last = mark[1]
    return "".join((*pieces, text[last:]))


def _pairs(text: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    """The emphasis and code marks that belong together."""
    open_at: dict[str, list[re.Match[str]]] = {}
    found = []
    for run in _DELIMITERS.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if before == "\\":
            continue
        is_inside_word = run[0][0] == "_" and before.isalnum() and after.isalnum()
        waiting = open_at.setdefault(run[0], [])
        if before.strip() and waiting and not is_inside_word:
            found.append((waiting.pop(), run))
        elif after.strip() and not is_inside_word:
            waiting.append(run)
    return found


def styled_words(text: str) -> list[tuple[str, Mapping[str, str]]]:
    """The words of a text, each with its styles: bold, italic, struck and code by their mark, link by its address."""
    bare = _without_line_marks(text)
    links = list(_LINK.finditer(bare))
    bounds = [(link.start(1), link.end(1), "link", link[2]) for link in links]
    for opened, closed in _pairs(bare):
        bounds += ((opened.end(), closed.start(), *style) for style in _styles_of(opened[0]))
    events = sorted(
        (at, step, style, mark) for start, end, style, mark in bounds for at, step in ((start, 1), (end, 0))
    )
    hidden = [(link.end(1), link.end()) for link in links]
    words: list[tuple[str, Mapping[str, str]]] = []
    styles: dict[str, str] = {}
    event = link = 0
    for word in _WORD.finditer(bare):
        while event < len(events) and events[event][0] <= word.start():
            _, is_start, style, mark = events[event]
            styles = (
                {**styles, style: mark}
                if is_start
                else {name: styles[name] for name in styles if name != style}
            )
            event += 1
        while link < len(hidden) and hidden[link][1] <= word.start():
            link += 1
        if link == len(hidden) or word.start() < hidden[link][0]:
            words.append((word[0], styles))
    return words


def _styles_of(mark: str) -> Iterator[tuple[str, str]]:
    """The styles that a mark gives, each with the mark that it is usually written with."""
    if mark[0] in "~`":
        yield ("struck", "~~") if mark[0] == "~" else ("code", "`")
        return
    if len(mark) >= 2:
        yield "bold", "**"
    if len(mark) != 2:
        yield "italic", "*"
