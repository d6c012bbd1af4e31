"""The two fences between Markdown and a page: a parser that leaves out what is not allowed, and nh3 behind it.

No raw HTML, no images (their alternative text stays), links to the web, to mail and within the page only. Tick boxes
are characters, as a form field would want a label; alignment is a class, as the pages' policy forbids inline style.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from positions.wording import plain

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "br", "div", "section", "span"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
    *("a", "code", "em", "strong", "s", "sub", "sup", "ins", "del"),
}
_ATTRIBUTES = {"*": {"id", "class"}, "a": {"href", "title"}, "ol": {"start"}, "li": {"value"}}
_SCHEMES = {"http", "https", "mailto"}
_HARMLESS_LINK = re.compile(r"(?:https?://[^\s\\]|mailto:[^\s]|#)", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align:(left|center|right)")
_KEY = re.compile(r"([A-Z]{1,3}\d{1,4})\.")
_NUMBERS = "numbers"
_NO_NAME = re.compile(r"[^\w·]+")
_BOX = re.compile(
    r'<input class="task-list-item-checkbox"( checked="checked")? disabled="disabled" type="checkbox">'
)


def clean(html: str) -> str:
    """HTML without anything that acts, loads or leads astray."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
        attribute_filter=_only_harmless_links,
    )


def parse(text: str) -> list[Token]:
    """A whole Markdown text as the parser's tokens, for the forms that are not HTML."""
    return _BLOCK.parse(text)


def parse_inline(text: str) -> list[Token]:
    """A line of Markdown as the parser's tokens."""
    return _INLINE.parseInline(text)


def inline(text: str) -> str:
    """The HTML of a line of Markdown; the caller cleans the page that it goes into."""
    return str(_INLINE.renderInline(text))


def block_html(text: str, numbers: Mapping[int, str] | None = None) -> str:
    """The HTML of a whole Markdown text, its paragraphs with their numbers by start; the caller cleans the page it goes into."""
    return _BOX.sub(_box, str(_BLOCK.render(text, {_NUMBERS: by_line(text, numbers or {})})))


def number_mark(number: str) -> str:
    """The number of a paragraph at its head, by which links can name it: `#p12a`."""
    return f'<a class="number" id="p{number}" href="#p{number}">{number}</a>'


def by_line(text: str, numbers: Mapping[int, str]) -> dict[int, str]:
    """Numbers of blocks by the line that each begins on instead of by its start."""
    found: dict[int, str] = {}
    at = line = 0
    for start, number in sorted(numbers.items()):
        first = next(place for place in range(start, len(text) + 1) if not text.startswith("\n", place))
        line += text.count("\n", at, first)
        at = first
        found[line] = number
    return found


def _only_harmless_links(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href" and not _is_harmless_link(value):
        return None
    return value


def _is_harmless_link(url: str) -> bool:
    return bool(_HARMLESS_LINK.match(url))


def _box(found: re.Match[str]) -> str:
    return "☑" if found[1] else "☐"


def _alternative_text(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return escapeHtml(tokens[index].content)


def _align_by_class(state: StateCore) -> None:
    for token in state.tokens:
        aligned = _ALIGNED.fullmatch(str(token.attrs.pop("style", "")))
        if aligned is not None:
            token.attrJoin("class", f"align-{aligned[1]}")


def _number_paragraphs(state: StateCore) -> None:
    """Put the numbers of paragraphs at their heads; an ask has its key in its words."""
    numbers = state.env.get(_NUMBERS, {})
    for place, token in enumerate(state.tokens if numbers else ()):
        if token.type == "paragraph_open" and token.level == 0 and token.map:
            number, inline = numbers.get(token.map[0]), state.tokens[place + 1]
            if number and inline.children is not None:
                inline.children.insert(0, Token("html_inline", "", 0, content=number_mark(number)))


def _name_headings(state: StateCore) -> None:
    """Give every heading an id made from its words; the prefix keeps it apart from the page's own."""
    taken: Counter[str] = Counter()
    for place, token in enumerate(state.tokens):
        if token.type == "heading_open":
            words = _NO_NAME.sub("-", plain(state.tokens[place + 1].content).lower()).strip("-")
            name = f"s-{words}" if words else "s"
            taken[name] += 1
            token.attrSet("id", name if taken[name] == 1 else f"{name}-{taken[name]}")


def _name_asks(state: StateCore) -> None:
    """Give the paragraph or list entry of an ask its key as id, so that links can name it: `#D1`."""
    named: set[str] = set()
    for place, token in enumerate(state.tokens):
        key = _key_of(token)
        if key and key not in named and state.tokens[place - 1].type == "paragraph_open":
            named.add(key)
            paragraph = state.tokens[place - 1]
            (state.tokens[place - 2] if paragraph.hidden else paragraph).attrSet("id", key)


def _key_of(token: Token) -> str:
    """The key of an ask that a line of the text begins with, or nothing."""
    told = [child for child in token.children or () if child.type != "html_inline"]
    written = [child for child in told if child.content.strip() or child.type == "strong_open"]
    if len(written) < 2 or written[0].type != "strong_open":
        return ""
    found = _KEY.fullmatch(written[1].content)
    return found[1] if found else ""


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.validateLink = _is_harmless_link  # type: ignore[method-assign]  # markdown-it's documented way
    parser.core.ruler.push("align_by_class", _align_by_class)
    parser.add_render_rule("image", _alternative_text)
    return parser


_INLINE = _parser()
_BLOCK = _parser().use(footnote_plugin).use(tasklists_plugin)
_BLOCK.core.ruler.push("name_headings", _name_headings)
_BLOCK.core.ruler.push("name_asks", _name_asks)
_BLOCK.core.ruler.push("number_paragraphs", _number_paragraphs)
