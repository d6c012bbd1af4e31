"""A text as tokens: words, numbers, emoji and punctuation marks, and the white space behind each.

A token is never cut inside a combined character, and `l·l` never at its dot. The first token is empty and holds the leading
white space. Texts repeat their words, so what stands between two blanks is cut once and remembered.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add, itemgetter

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
    rf"([^\W\d_]{_REST}(?:·{_LETTERS})*+|\d{{1,3}}(?:[.,]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+,\d+|{_LETTERS}(?:·{_LETTERS})*+"
    rf"|[{_FLAGS}]{{2}}|(?:[^\w\s]|_)(?:[{_EXTENDS}]|(?<=\u200d)[^\w\s])*)(\s*)"
)
_EXTENDER = re.compile(rf"[{_EXTENDS}{_FLAGS}]")
_WORD = re.compile(r"\w")
_COUNTED = re.compile(rf"{_LETTERS}(?:[·'’.,-]{_LETTERS})*+")
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens: words, the white space behind each, the offset of each (with the length as last), letters."""

    text: str
    words: list[str]
    spaces: list[str]
    starts: list[int]
    letters: str


def tokenise(text: str, alphabet: Alphabet) -> Tokens:
    """The tokens of a text, encoded in an alphabet."""
    words, spaces = [""], [""]
    for piece in text.split(" "):
        before, found, behind = _cut_known(piece) if len(piece) <= _SHORT else _cut(piece)
        if before:
            spaces[-1] += before
        words += found
        spaces += behind
    spaces[-1] = spaces[-1][:-1]
    starts = [0, *accumulate(map(add, map(len, words), map(len, spaces)))]
    return Tokens(text, words, spaces, starts, alphabet.encode(words))


def _cut(piece: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What stands between two blanks: the white space before its first token, its tokens, what is behind each of them."""
    found = _TOKEN.findall(f"{piece} ")
    before = piece[: len(piece) - len(piece.lstrip())] if found else f"{piece} "
    return before, tuple(map(itemgetter(0), found)), tuple(map(itemgetter(1), found))


# Texts repeat their words: most are known already.
_cut_known = lru_cache(maxsize=2**15)(_cut)


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


def is_single_word(text: str) -> bool:
    """Whether a text is one word or number and nothing else."""
    found = _TOKEN.fullmatch(text)
    return found is not None and not found[2] and bool(_WORD.match(text))
