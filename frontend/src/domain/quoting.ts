/** Words that somebody copied from a text, found again in its Markdown: by the words alone, whatever marks and blanks stand between. */

import { rangeToCodePoints } from "./offsets";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a quote is, or why nobody can tell. */
export type Found = Place | "absent" | "repeated";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** In code points; "absent" when the words are not there one after the other, "repeated" when more than once. */
export function placeOf(text: string, quote: string): Found {
  const words = quote.normalize("NFC").match(WORD);
  if (words === null) return "absent";
  const between = "[^\\p{L}\\p{M}\\p{N}]+";
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])${words.join(between)}(?![\\p{L}\\p{M}\\p{N}])`,
    "giu",
  );
  const first = pattern.exec(text);
  if (first === null) return "absent";
  pattern.lastIndex = first.index + 1;
  if (pattern.exec(text) !== null) return "repeated";
  return rangeToCodePoints(text, first.index, first.index + first[0].length);
}
