"""A text as tokens: words, numbers, emoji and punctuation marks, and the white space behind each.

A token is never cut inside a combined character, and `l·l` never at its dot. The first token is empty and holds the leading
white space. Texts repeat their words, so what stands between two blanks is cut once in a comparison and remembered.
"""

import re
from functools import lru_cache

from positions.alignment import Alphabet

# What belongs to the character before it: combining marks (with the scripts that write vowels so), joiners,
# variation selectors, skin tones and tag characters.
_EXTENDS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0dff\u0e00-\u0eff\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
_FLAGS = "\U0001f1e6-\U0001f1ff"
_REST = rf"[^\W_]*+(?:[{_EXTENDS}]++[^\W_]*+)*+"
_LETTERS = rf"(?:[^\W_]|[{_EXTENDS}]){_REST}"
# Most tokens begin with a letter, so these are tried first.
_TOKEN = re.compile(
    rf"[^\W\d_]{_REST}(?:·{_LETTERS})*+|\d{{1,3}}(?:[.,]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+,\d+|{_LETTERS}(?:·{_LETTERS})*+"
    rf"|[{_FLAGS}]{{2}}|(?:[^\w\s]|_)(?:[{_EXTENDS}]|(?<=\u200d)[^\w\s])*"
)
_EXTENDER = re.compile(rf"[{_EXTENDS}{_FLAGS}]")
_WORD = re.compile(r"\w")
_COUNTED = re.compile(rf"{_LETTERS}(?:[·'’.,-]{_LETTERS})*+")


class Lexicon(dict[str, str]):
    """By what stands between two blanks: its tokens as one letter each."""

    def __init__(self) -> None:
        self._alphabet = Alphabet()
        self.first = self._alphabet[""]

    def __missing__(self, piece: str) -> str:
        """The letters of a piece that is new."""
        letters = self[piece] = self._alphabet.encode(_TOKEN.findall(piece))
        return letters

    def encode(self, text: str) -> str:
        """The tokens of a text as one letter each, an empty one as the first."""
        return self.first + "".join(map(self.__getitem__, text.split()))


class Tokens:
    """A text as tokens: a letter for each, and the offset of each with the text's length as last."""

    def __init__(self, text: str, letters: str) -> None:
        self.text = text
        self.letters = letters
        self.starts = [0, *map(re.Match.start, _TOKEN.finditer(text)), len(text)]

    def stretch(self, first: int, last: int) -> str:
        """The text from one token up to another, or of one token and the white space behind it."""
        return self.text[self.starts[first] : self.starts[last]]


def count(text: str) -> int:
    """The number of words in a piece of text."""
    return sum(map(_count, text.split()))


@lru_cache(maxsize=2**15)
def _count(piece: str) -> int:
    return len(_COUNTED.findall(piece))


def may_cut(text: str, offset: int) -> bool:
    """Whether a text may be cut at an offset without tearing a combined character apart."""
    if not 0 < offset < len(text):
        return True
    return not _EXTENDER.match(text[offset]) and text[offset - 1] != "\u200d"


def cuts_word(text: str, offset: int) -> bool:
    """Whether an offset lies inside a word or a combined character."""
    if not 0 < offset < len(text):
        return False
    return (text[offset - 1].isalnum() and text[offset].isalnum()) or not may_cut(text, offset)


def is_single_word(text: str) -> bool:
    """Whether a text is one word or number and nothing else."""
    return bool(_TOKEN.fullmatch(text) and _WORD.match(text))
