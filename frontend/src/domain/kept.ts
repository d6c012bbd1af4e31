/** What somebody wrote that did not get into the text any more: one passage for each paragraph or list that they changed. UTF-16 units. */

import { pieces } from "./words";

export interface KeptPassage {
  /** Where it stands in the text that everybody has. */
  readonly from: number;
  readonly to: number;
  /** Where it stands in theirs. */
  readonly at: number;
  readonly original: string;
  readonly proposed: string;
}

/** Paragraphs are apart by an empty line; what is apart by less belongs together. */
const LINES = /\n|[^\n]+/g;
const APART = 2;

/** The passages in which a text differs from everybody's, in order. */
export function keptPassages(everybodys: string, mine: string): KeptPassage[] {
  const found: KeptPassage[] = [];
  let [from, at, gone, come, breaks] = [0, 0, "", "", 0];
  const end = (): void => {
    const stayed = breaks;
    const passage = { from: from - stayed - gone.length, at: at - stayed - come.length };
    if (gone + come !== "")
      found.push(
        slid(everybodys, { ...passage, to: passage.from + gone.length, original: gone, proposed: come }),
      );
    [gone, come, breaks] = ["", "", 0];
  };
  for (const { kind, text } of pieces(everybodys.match(LINES) ?? [], mine.match(LINES) ?? [])) {
    if (kind === "EQUAL") {
      if (text !== "\n" || breaks + 1 >= APART) end();
      if (text === "\n" && gone + come !== "") breaks += 1;
    } else {
      const joint = "\n".repeat(breaks);
      [gone, come, breaks] = [gone + joint, come + joint, 0];
      if (kind === "DELETE") gone += text;
      else come += text;
    }
    if (kind !== "INSERT") from += text.length;
    if (kind !== "DELETE") at += text.length;
  }
  end();
  return found;
}

/** New lines are added behind the line before them, not before the one that follows. */
function slid(everybodys: string, passage: KeptPassage): KeptPassage {
  let { from, at, proposed } = passage;
  if (passage.original !== "") return passage;
  while (from > 0 && everybodys[from - 1] === "\n" && proposed.endsWith("\n")) {
    proposed = `\n${proposed.slice(0, -1)}`;
    from -= 1;
    at -= 1;
  }
  return { ...passage, from, to: from, at, proposed };
}

/** The words before an addition, as many as tell where it goes. */
export function wordsBefore(text: string, at: number): string {
  const line = text.slice(0, at).trimEnd().split("\n").at(-1) ?? "";
  return line.length <= 60 ? line : line.slice(-60).replace(/^\S*\s+(?=\S)/, "");
}
