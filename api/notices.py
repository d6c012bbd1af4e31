"""A small page that the server writes itself, for what happens outside the web application: one sentence and a way on.

It needs no script and nothing but its own style, so that it also shows where everything else fails.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from starlette.responses import HTMLResponse

from positions.messages.catalogue import label

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'nonce-{nonce}'",
        "img-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

STYLE = """
:root { color-scheme: light dark; --ground: light-dark(#f4f7f7, #10191c); --raised: light-dark(#fff, #1b292e);
  --ink: light-dark(#14262b, #e4eded); --soft: light-dark(#485c62, #a7b9bd); --line: light-dark(#d3dddd, #2d3f45);
  --accent: light-dark(#0b5566, #74c7d6); --on-accent: light-dark(#fff, #06232a); --band: light-dark(#0b4654, #0b2a32) }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 106.25%/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif }
header { padding: 1rem clamp(1rem, 4vw, 2.5rem); background: var(--band); color: #f2f9fa }
header a { color: inherit; font: 600 1.375rem "Source Serif 4", Georgia, serif; text-decoration: none;
  display: inline-flex; align-items: center; min-height: 2.75rem }
main { max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
h1 { font: 600 clamp(1.625rem, 1.1rem + 2.2vw, 2.25rem)/1.2 "Source Serif 4", Georgia, serif; margin: 0 0 1rem }
p { margin: 0 0 1rem; overflow-wrap: break-word } .soft { color: var(--soft); font-size: .875rem }
.ways { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 }
.way { display: inline-flex; align-items: center; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--soft);
  border-radius: .375rem; background: var(--raised); color: var(--ink); font: inherit; font-weight: 600;
  text-decoration: none; cursor: pointer }
.way.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
:focus-visible { outline: 3px solid light-dark(#b85400, #ffb454); outline-offset: 2px }
"""


@dataclass(frozen=True)
class Way:
    """A way on: what it says, and where it leads; one that changes something is a form."""

    words: str
    address: str
    is_form: bool = False


@dataclass(frozen=True)
class Notice:
    """What a page says."""

    title: str
    sentences: Sequence[str]
    ways: Sequence[Way]
    reference: str = ""


def show(notice: Notice, language: str, status: int) -> HTMLResponse:
    """The page; it is never kept."""
    nonce = secrets.token_urlsafe(18)
    product = escape(label("product", language))
    html = f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(notice.title)} · {product}</title><link rel="icon" href="/icon.svg">
<style nonce="{nonce}">{STYLE}</style></head>
<body><header><a href="/">{product}</a></header>
<main><h1>{escape(notice.title)}</h1>
{"".join(f"<p>{escape(sentence)}</p>" for sentence in notice.sentences)}
<div class="ways">{"".join(_way(way, is_first=not index) for index, way in enumerate(notice.ways))}</div>
{_reference(notice, language)}</main></body></html>
"""
    headers = {"content-security-policy": POLICY.format(nonce=nonce), "cache-control": "no-store"}
    return HTMLResponse(html, status, headers)


def _way(way: Way, *, is_first: bool) -> str:
    kind = "way first" if is_first else "way"
    if way.is_form:
        button = f'<button class="{kind}">{escape(way.words)}</button>'
        return f'<form method="post" action="{escape(way.address)}">{button}</form>'
    return f'<a class="{kind}" href="{escape(way.address)}">{escape(way.words)}</a>'


def _reference(notice: Notice, language: str) -> str:
    if not notice.reference:
        return ""
    words = escape(label("reference", language))
    return f'<p class="soft">{words}: <code>{escape(notice.reference)}</code></p>'
