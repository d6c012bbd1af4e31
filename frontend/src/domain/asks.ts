/** The asks of a text as one reads it: a paragraph or list entry that begins with `**D1.**` is the ask D1. */

export interface AskRead {
  readonly key: string;
  /** Its words, without marks, up to the end of the line. */
  readonly words: string;
  /** Where its line begins. */
  readonly from: number;
}

const ASK =
  /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?(\*\*|__)([A-Z]{1,3}\d{1,4})\.\1(.*)$/gm;
const MARKS = /[*_`~]+|\[\^[^\]]*\]/g;

/** The asks in the order of the text; of a repeated key the first. */
export function asksIn(text: string): AskRead[] {
  const found = new Map<string, AskRead>();
  for (const match of text.matchAll(ASK)) {
    const [, , key = "", rest = ""] = match;
    if (!found.has(key)) found.set(key, { key, words: rest.replace(MARKS, "").trim(), from: match.index });
  }
  return [...found.values()];
}

/** The ask that an address names: `#D1`. */
export function askOf(hash: string, asks: readonly AskRead[]): AskRead | undefined {
  return asks.find(({ key }) => hash === `#${key}`);
}
