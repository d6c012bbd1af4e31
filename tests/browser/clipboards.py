"""What other programs put on the clipboard, as they put it."""

from tests.browser.papers import Desk

_LIST = "style='mso-list:l0 level{} lfo1'"
_DRAWN = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;</span></span><![endif]>"


def _entry(level: int, sign: str, words: str) -> str:
    return f"<p class=MsoListParagraphCxSpMiddle {_LIST.format(level)}>{_DRAWN.format(sign)}{words}<o:p></o:p></p>"


WORD = f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {{margin:0cm; color:red}} --></style></head>
<body lang=CA style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle>Posició sobre l’aigua</p>
<h2><a name="_Toc1"></a><b><span lang=CA>Context</span></b></h2>
<p class=MsoNormal><b><span>Cal</span></b><b> </b><b><span>molta</span></b> «aigua» i <i>l’AMB</i> diu: “sí”<span
class=MsoFootnoteReference><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a></span>, <ins cite="mailto:Maria"
datetime="2026-01-01T10:00"><span class=msoIns>nova</span></ins><del cite="mailto:Maria"
datetime="2026-01-01T10:00"><span class=msoDel>vella</span></del> i <s>fora</s>.<span class=MsoCommentReference><a
href="#_msocom_1">[MP1]</a></span><span style='mso-hide:all'>amagat</span></p>
{_entry(1, "1.", "pluja")}{_entry(2, "·", "riera")}{_entry(2, "o", "rec")}{_entry(1, "2.", "sequera")}
<p class=MsoQuote>Una cita.</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Any</b></p></td><td><p class=MsoNormal><b>M€</b></p></td></tr>
<tr><td><p class=MsoNormal>2027</p></td><td align=right><p class=MsoNormal align=right>4|5</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape/><![endif]--><![if !vml]><img width=300 height=200
src="file:///C:/Users/x/image001.png" onerror="window.broken = true"><![endif]></p>
<p class=MsoNormal>1. No és cap llista; *ni* cursiva. <a href="javascript:alert(1)">Mal enllaç</a> i <a
href="https://www.amb.cat/?utm_source=mail&amp;id=3">bon enllaç</a>.</p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> DO L, <i>12.12.2024</i>.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Comentari</p></div></div>
</body></html>"""

WORD_IN_MARKDOWN = """# Posició sobre l’aigua

## Context

**Cal molta** «aigua» i *l’AMB* diu: “sí”[^1], nova i ~~fora~~.

1. pluja
   - riera
   - rec
2. sequera

> Una cita.

| Any | M€ |
| --- | --: |
| 2027 | 4\\|5 |

1\\. No és cap llista; \\*ni\\* cursiva. Mal enllaç i [bon enllaç](https://www.amb.cat/?id=3).

[^1]: DO L, *12.12.2024*."""

LIBREOFFICE = """<html><head><meta name="generator" content="LibreOffice 7.4"/><style type="text/css">p { line-height: 115% }</style></head>
<body lang="ca-ES" dir="ltr"><p style="line-height: 100%; margin-bottom: 0cm">Vegeu la nota<a class="sdfootnoteanc"
name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<ol><li><p>un</p></li><ol><li><p>dos <b>fort</b></p></li></ol><li><p>tres</p></li></ol>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
La nota.</p></div></body></html>"""

PAGE = """<meta charset='utf-8'><div style="font-family: Comic Sans MS; color: #f0f" onclick="alert(1)"><h3>Notícia</h3>
<script>alert(1)</script><p style="display:none">amagat</p><p>Un <span style="font-weight:700;font-style:italic">fet</span>
<a href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.amb.cat%2Fa&amp;data=05%7C">amb enllaç</a>
<a href="vbscript:x">dolent</a>.</p><ul class="contains-task-list"><li><input type="checkbox" checked> fet</li><li><input
type="checkbox"> per fer</li></ul><img src="https://t.example/p.gif" width="1" height="1"><iframe src="https://x.eu"></iframe></div>"""

_PASTE = """async (target, {html, plain, files}) => {
  const clipboardData = new DataTransfer();
  if (html) clipboardData.setData("text/html", html);
  if (plain) clipboardData.setData("text/plain", plain);
  for (const [name, type] of files) clipboardData.items.add(new File(["x"], name, { type }));
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def paste(desk: Desk, *, html: str = "", plain: str = "", files: tuple[tuple[str, str], ...] = ()) -> None:
    """Paste HTML, plain text or files into a text."""
    desk.text.evaluate(_PASTE, {"html": html, "plain": plain, "files": files})
