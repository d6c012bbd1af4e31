/** Passages that a brought text and others touched at once, and what a person chose for each. */
import { rangeToUnits } from "./offsets";

export interface Overlap {
  readonly start: number;
  readonly end: number;
  readonly yours: string;
  readonly theirs: string;
}

export type Choice = "both" | "yours" | "theirs";

/** The text with each passage as it was chosen; passages ascend, in code points of the text. */
export function settled(text: string, overlaps: readonly Overlap[], choices: readonly Choice[]): string {
  return overlaps.reduceRight((result, overlap, index) => {
    const choice = choices[index] ?? "both";
    if (choice === "both") return result;
    const { from, to } = rangeToUnits(text, overlap.start, overlap.end);
    return result.slice(0, from) + overlap[choice] + result.slice(to);
  }, text);
}
