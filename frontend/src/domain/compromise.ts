/** A transaction: one wording that takes the place of several amendments on the same words. */

import { rangeToCodePoints, rangeToUnits } from "./offsets";
import { placeQuote } from "./placing";

interface Rival {
  readonly number: number;
  readonly original: string;
  readonly proposedText: string;
  readonly anchor: {
    readonly start: number;
    readonly end: number;
    readonly prefix: string;
    readonly suffix: string;
    readonly version: { readonly number: number } | null;
  };
}

export interface Wording {
  readonly number: number;
  readonly text: string;
}

export interface Compromise {
  /** Code points of the version. */
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** What stands before it, for an addition. */
  readonly before: string;
  /** What each would make of the whole passage. */
  readonly wordings: readonly Wording[];
}

/** The passage of the newest version that all of them touch, and what each makes of it; null when one's words are not in it. */
export function compromise(text: string, version: number, rivals: readonly Rival[]): Compromise | null {
  const places: { from: number; to: number }[] = [];
  for (const { original, anchor } of rivals) {
    const hint = rangeToUnits(text, anchor.start, anchor.end);
    const placed =
      anchor.version?.number === version
        ? hint
        : placeQuote(text, { exact: original, prefix: anchor.prefix, suffix: anchor.suffix }, hint.from);
    if (!placed) return null;
    places.push(placed);
  }
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  const wordings = rivals.map(({ number, proposedText }, index) => {
    const place = places[index] as { from: number; to: number };
    return { number, text: text.slice(from, place.from) + proposedText + text.slice(place.to, to) };
  });
  return {
    ...rangeToCodePoints(text, from, to),
    original: text.slice(from, to),
    before: text.slice(Math.max(0, from - 80), from).trim(),
    wordings,
  };
}
