"""Generated texts: Catalan prose in Markdown blocks, with emoji, combining marks and right-to-left words; and edits of them."""

import itertools

from hypothesis import strategies as st

from positions.authorship import Run

_WORDS = """
els municipis metropolitans demanen que la directiva col·laboració aigües àrea € 2025 1.240,5 d'aquí
intel·ligència artificial paral·lel què això però també camí López-García § 15 30% (annex) «cita» i
👍 👩‍👩‍👧 🇪🇸 e\u0301s x\u0302 שלום العربية नमस्ते ½ ﬁ **fort** _èmfasi_ `codi` ~~ratllat~~ [enllaç](https://amb.cat)
* _ # | \\ ** [ ] ( ) > - . , ; : ! ? ...
"""
WORDS = _WORDS.split()
AUTHORS = ["msh_anna", "msh_biel", "msh_carla"]

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)
_opening = st.sampled_from(
    [
        "",
        "",
        "",
        "# ",
        "### ",
        "- ",
        "  - ",
        "    ",
        "1. ",
        "12) ",
        "> ",
        "[^1]: ",
        "- [ ] ",
        "**D1.** ",
        "| ",
    ]
)
lines = st.builds(str.__add__, _opening, sentences)
_verbatim = st.sampled_from(
    [
        "```",
        "~~~",
        "---",
        "***",
        "===",
        "| a | b |\n|---|:-:|\n| 1 | 2 |",
        "```py\nx = 1\n\n# no\n```",
        ">",
        "\t- tab",
        "",
    ]
)
_joints = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A Markdown text, sometimes a wild one."""
    pieces = draw(st.lists(st.tuples(st.one_of(lines, lines, _verbatim), _joints), max_size=10))
    body = "".join(line + joint for line, joint in pieces)
    return draw(st.sampled_from(["", "\n", " "])) + (body if draw(st.booleans()) else body.rstrip())


wild_texts = st.text(
    st.one_of(
        st.sampled_from([*"ab \n\t*_|#>-1.`·", "\u0301", "\u200d", "👩", "🇪", "א"]),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
any_text = st.one_of(texts(), texts(), wild_texts)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text after some edits: words and lines deleted, replaced, inserted, doubled or moved."""
    for _ in range(draw(st.integers(0, 4))):
        separator = draw(st.sampled_from([" ", "\n", "\n\n"]))
        parts = text.split(separator)
        at = draw(st.integers(0, len(parts) - 1))
        match draw(st.sampled_from(["delete", "replace", "insert", "double", "move"])):
            case "delete":
                del parts[at]
            case "replace":
                parts[at] = draw(words)
            case "insert":
                parts.insert(at, draw(lines))
            case "double":
                parts.insert(at, parts[at])
            case _:
                parts.insert(draw(st.integers(0, len(parts))), parts.pop(at))
        text = separator.join(parts)
    return text


@st.composite
def text_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts: mostly one and an edit of it, now and then strangers."""
    base = draw(any_text)
    return base, draw(st.one_of(edited(base), edited(base), any_text))


@st.composite
def text_forks(draw: st.DrawFn) -> tuple[str, str, str]:
    """A text and two independent edits of it."""
    base = draw(texts())
    return base, draw(edited(base)), draw(edited(base))


@st.composite
def authored_texts(draw: st.DrawFn) -> tuple[str, tuple[Run, ...]]:
    """A text with runs that tile it."""
    text = draw(texts())
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=5)))
    bounds = [0, *cuts, len(text)]
    runs = [
        Run(end - start, draw(st.sampled_from(AUTHORS)))
        for start, end in itertools.pairwise(bounds)
        if end > start
    ]
    return text, tuple(runs)
