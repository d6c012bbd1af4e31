/**
 * Finding words as a reader sees them. Letters without an accent find those with one too (`area` finds `àrea`, `collegi` finds
 * `col·legi`), a letter with an accent finds itself; so do capitals. Pure.
 */

import { readingOf, type Reading } from "./readable";

export interface Wanted {
  readonly words: string;
  /** Capitals and accents just as they are written. */
  readonly isExact: boolean;
  /** Whole words only. */
  readonly isWhole: boolean;
}

/** Letters of a reading, the last not included. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

interface Folded {
  /** As it is written, but for the kind of apostrophe, dash and blank. */
  readonly exact: string;
  readonly plain: string;
  readonly bare: string;
}

const ALIKE: Record<string, string> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "\u00a0": " ",
  "\u202f": " ",
  "\t": " ",
};

const known = new Map<string, Folded>();

function fold(letter: string): Folded {
  const seen = known.get(letter);
  if (seen) return seen;
  const exact = ALIKE[letter] ?? letter;
  const plain = exact.toLowerCase();
  const bare = plain === "ŀ" ? "l" : plain.normalize("NFD").replace(/\p{M}|(?<=l)[·.]/gu, "");
  const folded = { exact, plain, bare };
  if (known.size < 10_000) known.set(letter, folded);
  return folded;
}

const IN_WORD = /^[\p{L}\p{N}]/u;

function fits(wanted: Folded, letter: string, isExact: boolean): boolean {
  const read = fold(letter);
  if (isExact) return read.exact === wanted.exact;
  return wanted.plain === wanted.bare ? read.bare === wanted.bare : read.plain === wanted.plain;
}

function isWord({ letters }: Reading, { start, end }: Found): boolean {
  const meets = (inside: number, outside: number): boolean =>
    IN_WORD.test(letters[inside] ?? "") && IN_WORD.test(letters[outside] ?? "");
  return !meets(start, start - 1) && !meets(end - 1, end);
}

/** Every place where the wanted words are read, none over another. */
export function find(reading: Reading, { words, isExact, isWhole }: Wanted): Found[] {
  const { letters } = reading;
  const wanted = readingOf(words.replaceAll("\n", " ")).letters.map(fold);
  const found: Found[] = [];
  if (wanted.length === 0) return found;
  for (let start = 0; start + wanted.length <= letters.length;) {
    const end = start + wanted.length;
    const isThere =
      wanted.every((letter, index) => fits(letter, letters[start + index] ?? "", isExact)) &&
      (!isWhole || isWord(reading, { start, end }));
    if (isThere) found.push({ start, end });
    start = isThere ? end : start + 1;
  }
  return found;
}
