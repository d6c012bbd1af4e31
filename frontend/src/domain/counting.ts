/** How long a text is, counted as the server counts its versions (positions/wording.py, with the same examples in its test). */

const LINE_MARKS = /^(?:[ \t]*>)*[ \t]*(?:#{1,6}(?=[ \t]|$)|[-+*](?=[ \t]|$))?[ \t]*/gm;
const NUMBER = /^[ \t]*\d{1,9}[.)][ \t]+/gm;
const BOX = /^[ \t]*\[[ xX]\][ \t]+/gm;
const FOOTNOTE_MARK = /\[\^[^\]\s]+\]:?/g;
const LINK = /!?\[([^[\]]*)\]\([^()\s]*(?:[ \t]+"[^"]*")?\)/g;
const BAR = /(?<!\\)\|/g;

/** The visible words of a Markdown text: runs without white space that hold a letter or digit. */
export function countWords(text: string): number {
  const bare = text.replace(LINE_MARKS, "").replace(NUMBER, "").replace(BOX, "").replace(FOOTNOTE_MARK, "");
  const plain = bare.replace(LINK, "$1").replace(BAR, " ");
  return plain.match(/[^\s\p{L}\p{N}]*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
