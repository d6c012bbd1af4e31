"""A text as an HTML page that needs nothing else: for files that leave the application."""

from html import escape

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 "Source Serif 4", Georgia, serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: "Source Sans 3", "Segoe UI", sans-serif; line-height: 1.25; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #777; padding: .3rem .6rem; text-align: left; }
blockquote { border-left: 3px solid #777; margin-left: 0; padding-left: 1rem; }
.fiction { background: #fff1d6; color: #6b4700; padding: .3rem .6rem; text-align: center; }
ins { background: #cdeee4; color: #00332a; text-decoration: underline; }
del { background: #fbd9d3; color: #5c1206; }
.moved-away, .as-source { border-left: 3px dashed #777; padding-left: 1rem; }
.as-source::before { content: "\\26A0\\00A0"; }
.as-source code { white-space: pre-wrap; }
.number { color: #59666a; font: .8rem/1.6 "Source Sans 3", "Segoe UI", sans-serif; margin-right: .6em; text-decoration: none; }
@media (min-width: 52rem), print { p { position: relative; } p > .number { position: absolute; left: -3.2rem; width: 2.4rem; margin: 0; text-align: right; } }
@media (prefers-color-scheme: dark) { .number { color: #a9b4b6; } }
@media print { ins, del { background: none; color: inherit; } ins { font-weight: 600; } }
"""


FICTION = {"ca": "Dades fictícies", "es": "Datos ficticios", "en": "Fictional data"}
"""What stands on every page of a demo."""


def page(title: str, language: str, body: str, *, is_fiction: bool = False) -> str:
    """A whole page around sanitised HTML; a demo's says that it is fiction."""
    notice = f'<p class="fiction">{FICTION.get(language, FICTION["ca"])}</p>\n' if is_fiction else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{notice}<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
