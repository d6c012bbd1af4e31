/** What a correction changes, paragraph by paragraph, to look at before it is made; once made, the server compares the versions. */

import { legibleChanges } from "./amending";
import type { Change } from "./words";

const BETWEEN = /\n{2,}/;

/** A run of paragraphs that differ: what went and what came, to read. */
export interface Correction {
  readonly changes: readonly Change[];
}

/** For each start in both lists, how many paragraphs the rest have in common. */
function longest(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      (table[row] as number[])[column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  return table;
}

/** How many paragraphs two lists have in common at their start. */
function alike(old: readonly string[], now: readonly string[]): number {
  const end = old.findIndex((paragraph, index) => paragraph !== now[index]);
  return end < 0 ? Math.min(old.length, now.length) : end;
}

/** The differences between two texts in their order; none between texts that differ only in empty lines. */
export function correctionsOf(before: string, after: string): Correction[] {
  const [whole, next] = [before, after].map((text) => text.trim().split(BETWEEN)) as [string[], string[]];
  const head = alike(whole, next);
  const [oldRest, nowRest] = [whole.slice(head), next.slice(head)];
  const tail = alike(oldRest.toReversed(), nowRest.toReversed());
  const old = oldRest.slice(0, oldRest.length - tail);
  const now = nowRest.slice(0, nowRest.length - tail);
  const table = longest(old, now);
  const found: Correction[] = [];
  let [row, column, oldStart, nowStart] = [0, 0, 0, 0];
  const flush = (): void => {
    const [gone, come] = [old.slice(oldStart, row), now.slice(nowStart, column)];
    if (gone.length + come.length > 0)
      found.push({ changes: legibleChanges(gone.join("\n\n"), come.join("\n\n")) });
  };
  while (row < old.length && column < now.length) {
    if (old[row] === now[column]) {
      flush();
      [oldStart, nowStart] = [++row, ++column];
    } else if ((table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0)) row++;
    else column++;
  }
  [row, column] = [old.length, now.length];
  flush();
  return found;
}
